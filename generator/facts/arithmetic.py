"""The reading of arithmetic, whatever its names stand for: facts, or columns of a row.

    sum      = product (("+" | "-") product)*
    product  = unary (("*" | "/") unary)*
    unary    = ("-" | "+") unary | atom
    atom     = number | name | function "(" sum ("," sum)* ")" | "(" sum ")"

There are no powers and no texts, so that the cost of an expression is bounded by its length. What
is made of numbers, names and signs is told by an `Algebra`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from generator.errors import DataError
from generator.places import place_at

T = TypeVar("T")

MAX_LENGTH = 1_000
MAX_DEPTH = 40

_WORD = (
    r"\s*(?:(?P<number>[0-9][0-9_]*(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?(?![\w.]))"
    r"|(?P<name>[^\W\d]\w*)|(?P<sign>\*\*|[-+*/(),])|(?P<bad>\S))"
)
_PLAIN = re.compile(_WORD)
_BRACKETED = re.compile(_WORD.replace("(?P<sign>", r"\[(?P<column>[^\[\]]+)\]|(?P<sign>", 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word of an expression.

    Attributes:
        kind: `number`, `name`, `sign`, or `column` for a name in brackets.
        offset: Characters before it.
    """

    kind: str
    text: str
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Algebra(Generic[T]):
    """What an expression is made into.

    Attributes:
        number: Takes a number.
        name: Takes a name or column.
        call: Takes the name of a function and what stands in its parentheses.
        operate: Takes one of `+ - * /` and both sides.
        negate: Takes what a minus stands before.
        functions: Names that are functions where a parenthesis follows.
        noun: What names stand for, with its article, for messages.
        hint: What may be written.
    """

    number: Callable[[Decimal], T]
    name: Callable[[Token], T]
    call: Callable[[Token, list[T]], T]
    operate: Callable[[Token, T, T], T]
    negate: Callable[[T], T]
    functions: Container[str]
    noun: str
    hint: str


def scan_tokens(text: str, *, hint: str, advice: str, has_columns: bool = False) -> list[Token]:
    """Return the words of an expression.

    Args:
        text: The expression.
        hint: What may be written in one.
        advice: What to do about one that is too long.
        has_columns: Whether names may stand in brackets.

    Raises:
        DataError: It is too long, or holds a character that has no meaning here.
    """
    if len(text) > MAX_LENGTH:
        raise DataError(
            f"the expression is longer than {MAX_LENGTH} characters",
            place=place_at(text, 0),
            hint=advice,
        )
    return list(_scan(text, _BRACKETED if has_columns else _PLAIN, hint))


def _scan(text: str, pattern: re.Pattern[str], hint: str) -> Iterator[Token]:
    for found in pattern.finditer(text):
        kind = found.lastgroup or "bad"
        word, offset = found[kind], found.start(kind)
        if kind == "bad" or word == "**":
            raise DataError(
                f"'{word}' has no meaning in an expression",
                place=place_at(text, offset),
                hint=hint,
            )
        yield Token(kind=kind, text=word.strip(), offset=offset)


def read_expression(text: str, tokens: Sequence[Token], algebra: Algebra[T]) -> T:
    """Return what `algebra` makes of an expression.

    Args:
        text: The expression, for the places of errors.
        tokens: Its words, from `scan_tokens`.
        algebra: Its functions may raise errors of their own.

    Raises:
        DataError: It is malformed.
    """
    return _Reader(text, tokens, algebra).read_all()


class _Reader(Generic[T]):
    """One reading of one expression, left to right; the state is the next token."""

    def __init__(self, text: str, tokens: Sequence[Token], algebra: Algebra[T]) -> None:
        self._text = text
        self._tokens = tokens
        self._algebra = algebra
        self._next = 0
        self._depth = 0

    def read_all(self) -> T:
        result = self._read_sum()
        if self._next < len(self._tokens):
            found = self._tokens[self._next]
            raise self._error(f"expected an operator, found '{found.text}'", found)
        return result

    def _read_sum(self) -> T:
        left = self._read_product()
        while sign := self._take("+", "-"):
            left = self._algebra.operate(sign, left, self._read_product())
        return left

    def _read_product(self) -> T:
        left = self._read_unary()
        while sign := self._take("*", "/"):
            left = self._algebra.operate(sign, left, self._read_unary())
        return left

    def _read_unary(self) -> T:
        is_negative = False
        while sign := self._take("-", "+"):
            is_negative ^= sign.text == "-"
        atom = self._read_atom()
        return self._algebra.negate(atom) if is_negative else atom

    def _read_atom(self) -> T:
        if self._take("("):
            return self._read_group()[0]
        if self._next >= len(self._tokens):
            last = self._tokens[-1] if self._tokens else Token(kind="bad", text="", offset=0)
            raise self._error("the expression ends too early", last)
        algebra, token = self._algebra, self._tokens[self._next]
        self._next += 1
        if token.kind == "number":
            return algebra.number(Decimal(token.text.replace("_", "")))
        if token.kind == "name" and token.text in algebra.functions and self._take("("):
            return algebra.call(token, self._read_group(many=True))
        if token.kind in {"name", "column"}:
            return algebra.name(token)
        raise self._error(f"expected {algebra.noun} or a number, found '{token.text}'", token)

    def _read_group(self, *, many: bool = False) -> list[T]:
        """Read what stands in parentheses; the opening one has been taken."""
        opened = self._tokens[self._next - 1]
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self._error(f"parentheses are nested more than {MAX_DEPTH} deep", opened)
        terms = [self._read_sum()]
        while many and self._take(","):
            terms.append(self._read_sum())
        if not self._take(")"):
            raise self._error("this parenthesis is not closed", opened)
        self._depth -= 1
        return terms

    def _take(self, *signs: str) -> Token | None:
        if self._next < len(self._tokens):
            token = self._tokens[self._next]
            if token.kind == "sign" and token.text in signs:
                self._next += 1
                return token
        return None

    def _error(self, message: str, token: Token) -> DataError:
        place = place_at(self._text, token.offset)
        return DataError(message, place=place, hint=self._algebra.hint)
