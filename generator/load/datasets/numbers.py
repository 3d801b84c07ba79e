"""Texts to exact numbers by declared signs, a whole column at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

PRECISION = 38
"""Digits that a number may have in a column, before and after the point together."""

MAX_DIGITS = 30
"""Digits that a number of a source may have, so that sums of many still fit."""

CONTEXT = Context(prec=60, rounding=ROUND_HALF_UP)
"""What computing is done in."""

_FLOAT_DIGITS = 15
_SPACES = "\u0020\u00a0\u2009\u202f"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRule:
    """How numbers are written.

    Attributes:
        thousands: Between groups of three digits; a space stands for any space.
        signs: Texts taken off both ends.
        footnotes: Marks taken off the end.
    """

    decimal: str = "."
    thousands: str | None = None
    signs: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()

    @property
    def pattern(self) -> str:
        """Return the expression that a number matches as a whole, signs and marks taken off."""
        point = re.escape(self.decimal)
        whole = r"[0-9]+"
        if self.thousands:
            whole = rf"(?:[0-9]{{1,3}}(?:{self.group}[0-9]{{3}})+|[0-9]+)"
        return rf"^[+-]?(?:{whole}(?:{point}[0-9]*)?|{point}[0-9]+)(?:[eE][+-]?[0-9]{{1,2}})?$"

    @property
    def group(self) -> str:
        """Return the expression of what stands between groups of digits."""
        return f"[{_SPACES}]" if self.thousands == " " else re.escape(self.thousands or "")

    @property
    def marks(self) -> str | None:
        """Return the expression of footnote marks at an end; None if there are none."""
        return write_marks(self.footnotes, after_number=True)


def write_marks(footnotes: Sequence[str], *, after_number: bool = False) -> str | None:
    """Return the expression of `footnotes` at the end of a text; None if there are none.

    A letter is a mark behind a number (`12.3p`), but behind a word only after a space.
    """
    if not footnotes:
        return None
    ordered = sorted(footnotes, key=len, reverse=True)
    parts = [
        (r"\s+" if mark[0].isalnum() and not after_number else r"\s*") + re.escape(mark)
        for mark in ordered
    ]
    return rf"(?:{'|'.join(parts)})+\s*$"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """Numbers of a column.

    Attributes:
        bad: Rows, from 0, whose text is no number; null in `numbers`.
        marked: How many texts had marks of footnotes.
    """

    numbers: pl.Series
    bad: tuple[int, ...]
    marked: int


def parse_numbers(texts: pl.Series, rule: NumberRule) -> Parsed:
    """Return the numbers that `texts` write; null stays null."""
    import polars as pl

    cleaned, marked = _strip(texts, rule)
    good = cleaned.str.contains(rule.pattern).fill_null(value=False)
    bad = (~good & texts.is_not_null()).arg_true().to_list()
    plain = _simplify(pl.select(pl.when(good).then(cleaned)).to_series(), rule)
    has_power = plain.str.contains("[eE]", strict=False).any()
    if has_power or _count_digits(plain) > MAX_DIGITS:
        values = [None if text is None else Decimal(text) for text in plain.to_list()]
        long = [at for at, value in enumerate(values) if value is not None and is_long(value)]
        values = [None if value is None or is_long(value) else value for value in values]
        return Parsed(numbers=to_series(values), bad=tuple(sorted({*bad, *long})), marked=marked)
    scale = plain.str.split(".").list.get(1, null_on_oob=True).str.len_chars().max()
    numbers = plain.cast(pl.Decimal(PRECISION, int(str(scale or 0))))
    return Parsed(numbers=numbers, bad=tuple(bad), marked=marked)


def _strip(texts: pl.Series, rule: NumberRule) -> tuple[pl.Series, int]:
    """Return `texts` without spaces, marks and signs around them; and how many had marks."""
    texts = texts.str.strip_chars()
    marked = 0
    if rule.marks:
        marked = int(texts.str.contains(rule.marks).sum() or 0)
        texts = texts.str.replace(rule.marks, "") if marked else texts
    # A sign may stand behind the minus: -$5.
    texts = texts.str.replace("^[−–]", "-")
    for sign in rule.signs:
        word = re.escape(sign)
        texts = texts.str.replace(rf"^([+-]?)\s*{word}\s*", "$1").str.replace(rf"\s*{word}$", "")
    return texts.str.replace("^[−–]", "-"), marked


def _simplify(texts: pl.Series, rule: NumberRule) -> pl.Series:
    """Return numbers as Python writes them."""
    if rule.thousands:
        texts = texts.str.replace_all(rule.group, "")
    return texts if rule.decimal == "." else texts.str.replace(rule.decimal, ".", literal=True)


def _count_digits(texts: pl.Series) -> int:
    return int(str(texts.str.len_chars().max() or 0))


def is_long(value: Decimal) -> bool:
    """Return whether `value` has more digits than a column holds."""
    _, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)  # noqa: S101 - it is finite
    return max(len(digits), len(digits) + exponent) + max(0, -exponent - len(digits)) > MAX_DIGITS


def to_series(values: Sequence[Decimal | None], name: str = "") -> pl.Series:
    """Return `values` as a column of exact numbers.

    What has more digits after the point than there is room for is rounded half up: quotients.
    """
    import polars as pl

    sizes = [value for value in values if value is not None]
    whole = max((value.adjusted() + 1 for value in sizes if value), default=1)
    wanted = max((-int(value.as_tuple().exponent) for value in sizes), default=0)
    scale = max(0, min(wanted, MAX_DIGITS - max(whole, 1)))
    step = Decimal((0, (1,), -scale))
    fitted = [None if value is None else value.quantize(step, context=CONTEXT) for value in values]
    return pl.Series(name, fitted, dtype=pl.Decimal(PRECISION, scale))


def from_float(value: float) -> Decimal:
    """Return the number that a person has meant by a binary one: fifteen digits of it.

    A binary number of 64 bits keeps every decimal number of fifteen digits, and no more.
    """
    return Decimal(repr(value)).normalize(Context(prec=_FLOAT_DIGITS, rounding=ROUND_HALF_UP))


def strip_number(value: Decimal) -> Decimal:
    """Return `value` without zeros at its end behind the point."""
    short = value.normalize(CONTEXT)
    is_whole = short == short.to_integral_value()
    return short.quantize(Decimal(1), context=CONTEXT) if is_whole else short
