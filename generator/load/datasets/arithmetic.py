"""Expressions over the columns of a row: `total / population * 1000`, read and computed exactly.

Their names are columns; one that is no single word stands in brackets: `[to be paid]`. How they are
read is told in `facts.arithmetic`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, DecimalException
from typing import TypeAlias

from generator.errors import DataError
from generator.facts.arithmetic import Algebra, Token, read_expression, scan_tokens
from generator.load.datasets.numbers import CONTEXT
from generator.places import place_at

_MOST_DECIMALS = 20
_HINT = "write columns, numbers, + - * / and parentheses: (total - [to be paid]) / total * 100"

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


def parse_expression(text: str) -> Expression:
    """Return what `text` says.

    Raises:
        DataError: It is malformed or too long.
    """
    names: dict[str, None] = {}

    def find_cell(token: Token) -> Compute:
        names[token.text] = None
        return lambda row: row[token.text]

    def call(token: Token, terms: list[Compute]) -> Compute:
        operate, least, most = _FUNCTIONS[token.text]
        if not least <= len(terms) <= most:
            place = place_at(text, token.offset)
            message = f"'{token.text}' does not take {len(terms)} values"
            raise DataError(message, place=place, hint=_HINT)
        return _apply(operate, terms)

    tokens = scan_tokens(text, hint=_HINT, advice="split it over several columns", has_columns=True)
    algebra: Algebra[Compute] = Algebra(
        number=lambda value: lambda _: value,
        name=find_cell,
        call=call,
        operate=lambda sign, left, right: _combine(_OPERATIONS[sign.text], left, right),
        negate=lambda term: _apply(lambda values: CONTEXT.minus(values[0]), [term]),
        functions=_FUNCTIONS,
        noun="a column",
        hint=_HINT,
    )
    compute = read_expression(text, tokens, algebra)
    return Expression(names=tuple(names), compute=compute)


_OPERATIONS: Mapping[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": CONTEXT.add,
    "-": CONTEXT.subtract,
    "*": CONTEXT.multiply,
    "/": CONTEXT.divide,
}


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
