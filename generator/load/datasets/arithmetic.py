"""Expressions over the columns of a row: `total / population * 1000`, read and computed exactly.

    sum      = product (("+" | "-") product)*
    product  = unary (("*" | "/") unary)*
    unary    = ("-" | "+") unary | atom
    atom     = number | column | function "(" sum ("," sum)* ")" | "(" sum ")"

A column whose name is no single word stands in brackets: `[to be paid]`. There are no powers and
no texts, so that the cost of an expression is bounded by its length.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, DecimalException
from typing import TypeAlias

from generator.errors import DataError
from generator.load.datasets.numbers import CONTEXT
from generator.places import place_at

MAX_LENGTH = 1_000
MAX_DEPTH = 40
_MOST_DECIMALS = 20
_HINT = "write columns, numbers, + - * / and parentheses: (total - [to be paid]) / total * 100"

_TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9][0-9_]*(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?(?![\w.]))"
    r"|(?P<name>[^\W\d]\w*)|\[(?P<column>[^\[\]]+)\]|(?P<sign>\*\*|[-+*/(),])|(?P<bad>\S))"
)

Value: TypeAlias = "Decimal | None"
Row: TypeAlias = "Mapping[str, Value]"
Compute: TypeAlias = Callable[[Row], Value]
"""Gives the value of an expression for one row; a gap where a column that it needs has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """An expression that was read.

    Attributes:
        names: Columns in it, in order, each once.
    """

    names: tuple[str, ...]
    compute: Compute


@dataclass(frozen=True, slots=True, kw_only=True)
class _Token:
    kind: str
    text: str
    offset: int


def parse_expression(text: str) -> Expression:
    """Return what `text` says.

    Raises:
        DataError: It is malformed or too long.
    """
    if len(text) > MAX_LENGTH:
        raise DataError(
            f"the expression is longer than {MAX_LENGTH} characters",
            place=place_at(text, 0),
            hint="split it over several columns",
        )
    return _Reader(text, _tokens(text)).read_all()


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup or "bad"
        if kind == "bad" or found[kind] == "**":
            raise DataError(
                f"'{found[kind]}' has no meaning in an expression",
                place=place_at(text, found.start(kind)),
                hint=_HINT,
            )
        tokens.append(_Token(kind=kind, text=found[kind].strip(), offset=found.start(kind)))
    return tokens


class _Reader:
    """One reading of one expression, left to right; the state is the next token."""

    def __init__(self, text: str, tokens: Sequence[_Token]) -> None:
        self._text = text
        self._tokens = tokens
        self._next = 0
        self._depth = 0
        self._names: dict[str, None] = {}

    def read_all(self) -> Expression:
        compute = self._read_sum()
        if self._next < len(self._tokens):
            found = self._tokens[self._next]
            raise self._error(f"expected an operator, found '{found.text}'", found)
        return Expression(names=tuple(self._names), compute=compute)

    def _read_sum(self) -> Compute:
        left = self._read_product()
        while sign := self._take("+", "-"):
            operate = CONTEXT.subtract if sign.text == "-" else CONTEXT.add
            left = _combine(operate, left, self._read_product())
        return left

    def _read_product(self) -> Compute:
        left = self._read_unary()
        while sign := self._take("*", "/"):
            operate = CONTEXT.multiply if sign.text == "*" else CONTEXT.divide
            left = _combine(operate, left, self._read_unary())
        return left

    def _read_unary(self) -> Compute:
        is_negative = False
        while sign := self._take("-", "+"):
            is_negative ^= sign.text == "-"
        atom = self._read_atom()
        return _apply(lambda values: CONTEXT.minus(values[0]), [atom]) if is_negative else atom

    def _read_atom(self) -> Compute:
        if self._take("("):
            return self._read_group()[0]
        if self._next >= len(self._tokens):
            last = self._tokens[-1] if self._tokens else _Token(kind="bad", text="", offset=0)
            raise self._error("the expression ends too early", last)
        token = self._tokens[self._next]
        self._next += 1
        if token.kind == "number":
            number = Decimal(token.text.replace("_", ""))
            return lambda _: number
        if token.kind == "name" and token.text in _FUNCTIONS and self._take("("):
            return self._read_call(token)
        if token.kind in ("name", "column"):
            self._names[token.text] = None
            return _find_cell(token.text)
        raise self._error(f"expected a column or a number, found '{token.text}'", token)

    def _read_call(self, token: _Token) -> Compute:
        operate, least, most = _FUNCTIONS[token.text]
        terms = self._read_group(many=True)
        if not least <= len(terms) <= most:
            raise self._error(f"'{token.text}' does not take {len(terms)} values", token)
        return _apply(operate, terms)

    def _read_group(self, *, many: bool = False) -> list[Compute]:
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

    def _take(self, *signs: str) -> _Token | None:
        if self._next < len(self._tokens):
            token = self._tokens[self._next]
            if token.kind == "sign" and token.text in signs:
                self._next += 1
                return token
        return None

    def _error(self, message: str, token: _Token) -> DataError:
        return DataError(message, place=place_at(self._text, token.offset), hint=_HINT)


def _find_cell(name: str) -> Compute:
    return lambda row: row[name]


def _combine(
    operate: Callable[[Decimal, Decimal], Decimal], left: Compute, right: Compute
) -> Compute:
    return _apply(lambda values: operate(values[0], values[1]), [left, right])


def _apply(operate: Callable[[Sequence[Decimal]], Decimal], terms: Sequence[Compute]) -> Compute:
    def compute(row: Row) -> Value:
        values = [value for term in terms if (value := term(row)) is not None]
        if len(values) < len(terms):
            return None
        try:
            return operate(values)
        except DecimalException as error:
            raise ArithmeticError from error

    return compute


def _round(values: Sequence[Decimal]) -> Decimal:
    places = int(values[1]) if len(values) > 1 else 0
    places = max(-_MOST_DECIMALS, min(_MOST_DECIMALS, places))
    step = Decimal((0, (1,), -places))
    return values[0].quantize(step, rounding=ROUND_HALF_UP, context=CONTEXT)


_Function: TypeAlias = "tuple[Callable[[Sequence[Decimal]], Decimal], int, int]"
_MANY = 50

_FUNCTIONS: Mapping[str, _Function] = {
    "abs": (lambda values: abs(values[0]), 1, 1),
    "round": (_round, 1, 2),
    "min": (min, 1, _MANY),
    "max": (max, 1, _MANY),
    "sum": (lambda values: sum(values, Decimal(0)), 1, _MANY),
}
