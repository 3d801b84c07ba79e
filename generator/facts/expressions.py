"""The expressions of derived facts: `budget_2024 / total_support`, read and computed exactly.

Their names are facts, and their functions `sum`, `min` and `max`; see `arithmetic`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, DecimalException
from functools import reduce

from generator.errors import DataError, suggest
from generator.facts.arithmetic import Algebra, Token, read_expression, scan_tokens
from generator.facts.measures import (
    Quantity,
    add_quantities,
    calculation_error,
    check_size,
    divide,
    multiply,
    negate,
    pick,
)
from generator.places import place_at

_HINT = "write facts, numbers, + - * / and parentheses: (exports - imports) / exports"

FUNCTIONS: Mapping[str, Callable[[Sequence[Quantity]], Quantity]] = {
    "sum": lambda quantities: reduce(add_quantities, quantities),
    "min": lambda quantities: pick(quantities, largest=False),
    "max": lambda quantities: pick(quantities, largest=True),
}


_OPERATIONS: Mapping[str, Callable[[Quantity, Quantity], Quantity]] = {
    "+": add_quantities,
    "-": lambda left, right: add_quantities(left, negate(right)),
    "*": multiply,
    "/": divide,
}


def parse_tokens(expression: str) -> tuple[Token, ...]:
    """Return the words of an expression.

    Raises:
        DataError: it is too long, or holds a character that has no meaning here.
    """
    return tuple(
        scan_tokens(
            expression,
            hint="facts, numbers, + - * / ( ), and sum, min, max are known",
            advice="split it over several derived facts",
        )
    )


def list_names(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens that name facts, in order, each name once."""
    names: dict[str, Token] = {}
    for index, token in enumerate(tokens):
        after = tokens[index + 1].text if index + 1 < len(tokens) else ""
        if token.kind == "name" and not (token.text in FUNCTIONS and after == "("):
            names.setdefault(token.text, token)
    return tuple(names.values())


def evaluate(expression: str, tokens: Sequence[Token], values: Mapping[str, Quantity]) -> Quantity:
    """Compute an expression from exact values, unrounded.

    Args:
        expression: The text, for the places of errors.
        tokens: Its words, from `parse_tokens`.
        values: A quantity for each name in it.

    Raises:
        DataError: the expression is malformed, mixes units, or divides by zero.
    """

    def compute(operate: Callable[[], Quantity], token: Token) -> Quantity:
        """Return the result of `operate`, with the place of `token` on any error."""
        try:
            result = operate()
            check_size(result.value)
        except DataError as error:
            place = place_at(expression, token.offset)
            raise DataError(error.message, place=place, hint=error.hint) from error
        except DecimalException as error:
            told = calculation_error(error)
            place = place_at(expression, token.offset)
            raise DataError(told.message, place=place, hint=told.hint) from error
        return result

    def find_value(token: Token) -> Quantity:
        if token.text not in values:
            raise unknown_name(expression, token, values)
        return values[token.text]

    algebra: Algebra[Quantity] = Algebra(
        number=_make_number,
        name=find_value,
        call=lambda token, terms: compute(lambda: FUNCTIONS[token.text](terms), token),
        operate=lambda sign, left, right: compute(
            lambda: _OPERATIONS[sign.text](left, right), sign
        ),
        negate=negate,
        functions=FUNCTIONS,
        noun="a fact",
        hint=_HINT,
    )
    return read_expression(expression, tokens, algebra)


def _make_number(value: Decimal) -> Quantity:
    return Quantity(value=value)


def unknown_name(expression: str, token: Token, known: Mapping[str, object]) -> DataError:
    """Return the error for a name that no fact has."""
    return DataError(
        f"unknown fact '{token.text}'",
        place=place_at(expression, token.offset),
        hint=suggest(token.text, known) or "name an entry of 'facts'",
    )
