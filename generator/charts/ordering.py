"""The order of categories: by size, unless they have an order of their own. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from generator.brief.exhibits import Order

_GROUPED = re.compile(r"(?<=\d)[.,\u00a0\u202f' ](?=\d{3}(?!\d))")
_NUMBER = re.compile(r"\d+")
_YEARS = range(1500, 2200)
_BETWEEN = re.compile(r"[^\w]+")
_BOUNDS = frozenset(
    # Words beside a number that leave an age band or a size class what it is.
    [
        "under",
        "over",
        "below",
        "above",
        "up",
        "to",
        "less",
        "more",
        "than",
        "and",
        "from",
        "or",
        "older",
        "younger",
        "years",
        "year",
        "yrs",
        "plus",
        "до",
        "понад",
        "від",
        "менше",
        "більше",
        "років",
        "рік",
        "роки",
        "і",
        "та",
        "старше",
        "unter",
        "über",
        "bis",
        "ab",
        "von",
        "und",
        "mehr",
        "als",
        "weniger",
        "jahre",
        "jahren",
        "älter",
        "moins",
        "plus",
        "de",
        "à",
        "ans",
        "et",
        "moins",
        "歳",
        "以上",
        "未満",
        "以下",
        "年",
        "月",
        "日",
        "度",
        "年度",
    ]
)
_MONTHS = (
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
    ["січ", "лют", "бер", "кві", "тра", "чер", "лип", "сер", "вер", "жов", "лис", "гру"],
    ["jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"],
    ["janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc"],
)
_REST = frozenset(
    [
        "other",
        "others",
        "other countries",
        "rest",
        "rest of the world",
        "remainder",
        "інше",
        "інші",
        "решта",
        "sonstige",
        "andere",
        "übrige",
        "autre",
        "autres",
        "reste",
        "その他",
        "他",
    ]
)


def order_categories(
    labels: Sequence[str], sizes: Sequence[Decimal | None], order: Order, *, is_sorted: bool
) -> list[int]:
    """Return the indexes of the categories in the order in which a reader meets them.

    Args:
        labels: Names of the categories, in the order of the data.
        sizes: What each category is ranked by; gaps come last.
        order: What the author asked for.
        is_sorted: Whether the largest comes first when `order` is `auto`; columns and lines read
            as a sequence.
    """
    indexes = list(range(len(labels)))
    if order is Order.AUTO:
        if not is_sorted or is_sequence(labels):
            return indexes
        rest = [index for index in indexes if labels[index].casefold() in _REST]
        return [*_sort([index for index in indexes if index not in rest], sizes, True), *rest]
    if order is Order.DATA:
        return indexes
    return _sort(indexes, sizes, order is Order.DESCENDING)


def _sort(indexes: list[int], sizes: Sequence[Decimal | None], is_descending: bool) -> list[int]:
    known = [index for index in indexes if sizes[index] is not None]
    gaps = [index for index in indexes if sizes[index] is None]
    # Python keeps the order of the data among equals, in reverse as well.
    return [*sorted(known, key=lambda at: sizes[at] or Decimal(0), reverse=is_descending), *gaps]


def is_sequence(labels: Sequence[str]) -> bool:
    """Return whether `labels` have an order of their own: years, months, ages, steps."""
    return _are_months(labels) or _are_numbered(labels)


def is_ascending(labels: Sequence[str]) -> bool:
    """Return whether `labels` are numbered from the lowest to the highest, such as ages."""
    keys = [_key(_GROUPED.sub("", label))[-1:] for label in labels]
    return all(keys) and all(a <= b for a, b in pairwise(keys))


def _are_months(labels: Sequence[str]) -> bool:
    words = [label.casefold().split()[0].rstrip(".") if label.split() else "" for label in labels]
    return any(
        all(any(word.startswith(month) for month in months) for word in words) for months in _MONTHS
    )


def _are_numbered(labels: Sequence[str]) -> bool:
    """Return whether all labels are numbers that go one way, beside the same words or none."""
    plain = [_GROUPED.sub("", label) for label in labels]
    keys = [_key(label) for label in plain]
    if not all(keys):
        return False
    words = {_words(label) for label in plain}
    if len(words) > 1:
        if not all(set(each) <= _BOUNDS for each in words):
            return False
        keys = [key[-1:] for key in keys]
    steps = list(pairwise(keys))
    return all(a <= b for a, b in steps) or all(a >= b for a, b in steps)


def _words(label: str) -> tuple[str, ...]:
    return tuple(_BETWEEN.sub(" ", _NUMBER.sub(" ", label)).casefold().split())


def _key(label: str) -> tuple[int, ...]:
    """Return the numbers of a label, the year first: `Q3 2024` comes before `Q1 2025`."""
    numbers = [int(digits[:18]) for digits in _NUMBER.findall(label)]
    return tuple(sorted(numbers, key=lambda number: number not in _YEARS))
