"""The expressions of derived facts: `budget_2024 / total_support`, read and computed exactly.

    sum      = product (("+" | "-") product)*
    product  = unary (("*" | "/") unary)*
    unary    = ("-" | "+") unary | atom
    atom     = number | name | ("sum" | "min" | "max") "(" sum ("," sum)* ")" | "(" sum ")"

There are no powers, no strings and no calls but three, so that the cost of an expression is
bounded by its length.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, DecimalException
from functools import reduce

from generator.errors import DataError, suggest
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

MAX_LENGTH = 1_000
_HINT = "write facts, numbers, + - * / and parentheses: (exports - imports) / exports"
MAX_DEPTH = 40

_TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9][0-9_]*(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?(?![\w.]))"
    r"|(?P<name>[^\W\d]\w*)|(?P<sign>\*\*|[-+*/(),])|(?P<bad>\S))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word of an expression; `offset` counts characters from its start."""

    kind: str
    text: str
    offset: int


FUNCTIONS: Mapping[str, Callable[[Sequence[Quantity]], Quantity]] = {
    "sum": lambda quantities: reduce(add_quantities, quantities),
    "min": lambda quantities: pick(quantities, largest=False),
    "max": lambda quantities: pick(quantities, largest=True),
}


def parse_tokens(expression: str) -> tuple[Token, ...]:
    """Return the words of an expression.

    Raises:
        DataError: it is too long, or holds a character that has no meaning here.
    """
    if len(expression) > MAX_LENGTH:
        raise DataError(
            f"the expression is longer than {MAX_LENGTH} characters",
            place=place_at(expression, 0),
            hint="split it over several derived facts",
        )
    return tuple(_tokens(expression))


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
    reader = _Reader(expression, tokens, values)
    return reader.read_all()


def _tokens(expression: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(expression):
        kind = match.lastgroup or "bad"
        text = match[kind]
        offset = match.start(kind)
        if kind == "bad" or text == "**":
            raise DataError(
                f"'{text}' has no meaning in an expression",
                place=place_at(expression, offset),
                hint="facts, numbers, + - * / ( ), and sum, min, max are known",
            )
        yield Token(kind=kind, text=text, offset=offset)


class _Reader:
    """One reading of one expression, left to right; the state is the next token."""

    def __init__(
        self, expression: str, tokens: Sequence[Token], values: Mapping[str, Quantity]
    ) -> None:
        self._expression = expression
        self._tokens = tokens
        self._values = values
        self._next = 0
        self._depth = 0

    def read_all(self) -> Quantity:
        result = self._read_sum()
        if self._next < len(self._tokens):
            found = self._tokens[self._next]
            raise self._error(f"expected an operator, found '{found.text}'", found)
        return result

    def _read_sum(self) -> Quantity:
        left = self._read_product()
        while sign := self._take("+", "-"):
            right = self._read_product()
            other = negate(right) if sign.text == "-" else right
            left = self._compute(lambda a=left, b=other: add_quantities(a, b), sign)
        return left

    def _read_product(self) -> Quantity:
        left = self._read_unary()
        while sign := self._take("*", "/"):
            right = self._read_unary()
            operate = multiply if sign.text == "*" else divide
            left = self._compute(lambda a=left, b=right, f=operate: f(a, b), sign)
        return left

    def _read_unary(self) -> Quantity:
        is_negative = False
        while sign := self._take("-", "+"):
            is_negative ^= sign.text == "-"
        atom = self._read_atom()
        return negate(atom) if is_negative else atom

    def _read_atom(self) -> Quantity:
        if self._take("("):
            return self._read_group()[0]
        if self._next >= len(self._tokens):
            raise self._error("the expression ends too early", self._tokens[-1])
        token = self._tokens[self._next]
        self._next += 1
        if token.kind == "number":
            return Quantity(value=Decimal(token.text.replace("_", "")))
        if token.kind == "name" and token.text in FUNCTIONS and self._take("("):
            terms = self._read_group(many=True)
            return self._compute(lambda: FUNCTIONS[token.text](terms), token)
        if token.kind == "name":
            return self._find_value(token)
        raise self._error(f"expected a fact or a number, found '{token.text}'", token)

    def _read_group(self, *, many: bool = False) -> list[Quantity]:
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

    def _find_value(self, token: Token) -> Quantity:
        if token.text not in self._values:
            raise unknown_name(self._expression, token, self._values)
        return self._values[token.text]

    def _take(self, *signs: str) -> Token | None:
        if self._next < len(self._tokens):
            token = self._tokens[self._next]
            if token.kind == "sign" and token.text in signs:
                self._next += 1
                return token
        return None

    def _compute(self, operate: Callable[[], Quantity], token: Token) -> Quantity:
        """Return the result of `operate`, with the place of `token` on any error."""
        try:
            result = operate()
            check_size(result.value)
        except DataError as error:
            place = place_at(self._expression, token.offset)
            raise DataError(error.message, place=place, hint=error.hint) from error
        except DecimalException as error:
            told = calculation_error(error)
            place = place_at(self._expression, token.offset)
            raise DataError(told.message, place=place, hint=told.hint) from error
        return result

    def _error(self, message: str, token: Token) -> DataError:
        return DataError(message, place=place_at(self._expression, token.offset), hint=_HINT)


def unknown_name(expression: str, token: Token, known: Mapping[str, object]) -> DataError:
    """Return the error for a name that no fact has."""
    return DataError(
        f"unknown fact '{token.text}'",
        place=place_at(expression, token.offset),
        hint=suggest(token.text, known) or "name an entry of 'facts'",
    )
