"""Jinja's syntax in prose: tokens with their offsets, the tree, and what is wrong with either.

Nothing is ever run: Jinja is asked for its tokens and its tree alone. The door to Jinja.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from generator.errors import suggest
from generator.places import Place, place_at

_STATEMENTS = ("if", "elif", "else", "endif", "raw", "endraw")
_CLOSE = {"{{": "}}", "{%": "%}"}
_OFFSET = re.compile(r" at \d+$")
FACTS_HINT = "write {{ fact }} or {{ fact | headline }}; for arithmetic derive a fact"


class RefusedError(Exception):
    """An expression that has no meaning in prose; caught where its tag ends."""

    def __init__(self, message: str, place: Place | None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.hint = hint


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One token of Jinja's lexer with its offset in the text."""

    line: int
    kind: str
    text: str
    offset: int


@cache
def _environment() -> SandboxedEnvironment:
    return SandboxedEnvironment(keep_trailing_newline=True, lstrip_blocks=True)


def read_tokens(source: str) -> list[Token]:
    """Return Jinja's tokens, each with its offset.

    The lexer drops nothing but blanks before a tag, so each token is the next occurrence of its
    text.

    Raises:
        RefusedError: a tag is not closed, or holds a sign that Jinja does not know.
    """
    tokens: list[Token] = []
    end = 0
    try:
        for line, kind, text in _environment().lex(source):
            offset = source.index(text, end)
            tokens.append(Token(line=line, kind=kind, text=text, offset=offset))
            end = offset + len(text)
    except TemplateSyntaxError as error:
        opened = [token for token in tokens if token.kind.endswith("_begin")]
        offset = opened[-1].offset if opened else _find_line(source, error.lineno)
        if not source.startswith("{", offset):
            offset = max(source.find("{", offset), 0)
        _refuse_open(source, tokens)
        raise RefusedError(_describe(error), place_at(source, offset), _hint(error)) from error
    return tokens


def check_statements(source: str, tokens: Sequence[Token]) -> None:
    """Refuse every statement that is not about a condition.

    Raises:
        RefusedError: there is one.
    """
    words = [token for token in tokens if token.kind != "whitespace"]
    for before, token in pairwise(words):
        if before.kind == "block_begin" and token.text not in _STATEMENTS:
            raise RefusedError(
                f"'{{% {token.text} %}}' cannot stand in prose",
                place_at(source, token.offset),
                suggest(token.text, _STATEMENTS) or "only if, elif, else, endif and raw are known",
            )


def parse_tree(source: str, tokens: Sequence[Token]) -> nodes.Template:
    """Return Jinja's tree of `source`.

    Raises:
        RefusedError: it cannot be read.
    """
    try:
        return _environment().parse(source)
    except TemplateSyntaxError as error:
        _refuse_open(source, tokens)
        offset = _find_broken(source, tokens, error.lineno)
        raise RefusedError(_describe(error), place_at(source, offset), _hint(error)) from error
    except (ValueError, OverflowError) as error:
        raise RefusedError(
            "a number in an expression is too long", place_at(source, 0), FACTS_HINT
        ) from error


def _find_broken(source: str, tokens: Sequence[Token], line: int) -> int:
    """Return the offset of the expression that does not parse alone, or of the tag at `line`."""
    begun = 0
    for token in tokens:
        if token.kind == "variable_begin":
            begun = token.offset
        elif token.kind == "variable_end" and not _parses(source[begun : token.offset + 2]):
            return begun
    blocks = [
        token.offset for token in tokens if token.kind == "block_begin" and token.line <= line
    ]
    return blocks[-1] if blocks else _find_line(source, line)


def _parses(expression: str) -> bool:
    try:
        _environment().parse(expression)
    except (TemplateSyntaxError, ValueError):
        return False
    return True


def _find_line(source: str, line: int) -> int:
    offset = 0
    for _ in range(line - 1):
        offset = source.find("\n", offset) + 1
    return offset


def _refuse_open(source: str, tokens: Sequence[Token]) -> None:
    """Refuse the first tag that is not closed before its paragraph ends.

    Raises:
        RefusedError: there is one.
    """
    for token in tokens:
        close = _CLOSE.get(token.text) if token.kind.endswith("_begin") else None
        if close and close not in source[token.offset :].partition("\n\n")[0]:
            raise RefusedError(
                f"'{token.text}' is not closed with '{close}'",
                place_at(source, token.offset),
                FACTS_HINT,
            )


def _describe(error: TemplateSyntaxError) -> str:
    message = _OFFSET.sub("", (error.message or "syntax error").rstrip(".")).strip()
    return f"the expression cannot be read: {message[:1].lower()}{message[1:]}"


def _hint(error: TemplateSyntaxError) -> str:
    if "comment" in (error.message or ""):
        return "a comment is {# like this #}; for the signs themselves write {{ '{#' }}"
    return FACTS_HINT
