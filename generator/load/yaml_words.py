"""Mistakes in the writing of YAML, told in plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ruamel.yaml.error import MarkedYAMLError, StreamMark

from generator.errors import DataError
from generator.load.characters import Lines
from generator.places import Place

_QUOTE = "put the text in quotes"
_INSTRUCTION = "a line that begins with '%' is an instruction to the reader"


@dataclass(frozen=True, slots=True)
class _Mistake:
    """One kind of mistake.

    Attributes:
        pattern: What the parser says about it; its groups fill the braces of the other texts.
        opens: Whether the place where the unfinished thing began is meant.
    """

    pattern: str
    message: str
    hint: str | None = None
    opens: bool = False


# The first that fits is taken. The parser's words are "context | problem".
_MISTAKES = (
    _Mistake(
        r"character '\\t'|tab character",
        "a tab stands where spaces are needed",
        "indent with spaces",
    ),
    _Mistake(r"found character '(.)' that cannot start", "text must not begin with '{0}'", _QUOTE),
    _Mistake(
        r"mapping values are not allowed",
        "': ' cannot stand here",
        "put text with ': ' in quotes, or check the indentation of this line",
    ),
    _Mistake(
        r"sequence entries are not allowed",
        "a list cannot begin here",
        "begin it on a line of its own, or put text that begins with '- ' in quotes",
    ),
    _Mistake(r"mapping keys are not allowed", "text must not begin with '? '", _QUOTE),
    _Mistake(
        r"could not find expected ':'",
        "this is no 'key: value'",
        "write a colon and a space after the key; indent text that goes on from the line above",
        opens=True,
    ),
    _Mistake(
        r"quoted scalar.*unexpected (?:end of stream|document separator)",
        "the quotation mark that opens here is never closed",
        "close it; inside '…' an apostrophe is written twice",
        opens=True,
    ),
    _Mistake(
        r"unknown escape character '(.+)'",
        "'\\{0}' stands for nothing inside \"…\"",
        "write a backslash as '\\\\', or use '…'",
    ),
    _Mistake(
        r"escape sequence of (\d+)",
        "an escape is cut short: {0} hexadecimal digits must follow",
        "write a backslash as '\\\\', or use '…'",
    ),
    _Mistake(
        r"flow sequence.*expected ',' or '\]'",
        "the list that opens here is not closed",
        "add ']', or a comma between its entries; put text with '{' or ', ' in quotes",
        opens=True,
    ),
    _Mistake(
        r"flow mapping.*expected ',' or '}'",
        "the group of keys that opens here is not closed",
        "add '}', or a comma between its entries; put text with ', ' or '}' in quotes",
        opens=True,
    ),
    _Mistake(
        r"block collection.*but found '\?'|block mapping.*but found '-'",
        "a list and keys stand side by side",
        "indent what belongs to the key above, or remove the '- '",
    ),
    _Mistake(
        r"expected <block end>, but found '<scalar>'",
        "text goes on after a value has ended",
        "put the whole value in quotes, of the other kind than those in it",
    ),
    _Mistake(
        r"expected <block end>",
        "the indentation fits nothing above",
        "begin the entries of one group in the same column",
    ),
    _Mistake(r"node content, but found '(.+)'", "a value is missing before '{0}'", _QUOTE),
    _Mistake(
        r"block scalar",
        "only a line break may follow '|' or '>'",
        "begin the text on the next line, indented; put text that begins with '>' in quotes",
    ),
    _Mistake(r"scanning an (?:alias|anchor)", "'*' and '&' have a meaning of their own", _QUOTE),
    _Mistake(r"\btag\b|URI", "'!' has a meaning of its own", _QUOTE),
    _Mistake(r"directive|YAML document", _INSTRUCTION, _QUOTE),
    _Mistake(
        r"document (?:start|end)",
        "nothing may follow the end of the brief",
        "check the indentation of this line, and the lines '---' and '...'",
    ),
)


def explain_syntax(error: MarkedYAMLError | None, lines: Lines) -> DataError:
    """Return our words for `error`; None stands for one that the parser has no words for."""
    if error is None:
        return DataError(
            "this file is no YAML",
            place=Place(file=lines.file, line=1, column=1),
            hint='look for an escape such as "\\U…" that stands for no character',
        )
    place = _find_place(error.problem_mark or error.context_mark, lines)
    directive = re.search(r"^%", lines.text, re.MULTILINE)
    if directive and "document start" in str(error.problem):
        return DataError(_INSTRUCTION, place=lines.find_place(directive.start()), hint=_QUOTE)
    if error.problem_mark and _follows_expression(error, lines):
        return DataError(
            "a value that begins with '{{' must stand in quotes",
            place=place,
            hint="""write "{{ … }} …", or begin with another word""",
        )
    said = f"{error.context} | {error.problem}"
    for mistake in _MISTAKES:
        found = re.search(mistake.pattern, said, re.DOTALL)
        if found:
            groups = tuple(group or "" for group in found.groups())
            if mistake.opens and error.context_mark:
                place = _find_place(error.context_mark, lines)
            return DataError(mistake.message.format(*groups), place=place, hint=mistake.hint)
    return DataError("this is no YAML", place=place, hint=_QUOTE)


def _find_place(mark: StreamMark | None, lines: Lines) -> Place:
    return lines.clip(mark.line, mark.column) if mark else Place(file=lines.file, line=1, column=1)


def _follows_expression(error: MarkedYAMLError, lines: Lines) -> bool:
    """Return whether the parser stumbled over the text after an unquoted `{{ … }}`."""
    mark: Any = error.problem_mark
    before = lines.read_line(mark.line)[: mark.column]
    return re.search(r"(?:^|: |- )\s*\{\{[^}]*\}\}\s*$", before) is not None
