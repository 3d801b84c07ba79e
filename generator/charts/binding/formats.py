"""Excel format codes: which of a drawn chart may stay with other numbers. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

_TOKEN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|.', re.DOTALL)
_GENERAL = re.compile(r"\s*(?:general|standard|@)?\s*\Z", re.IGNORECASE)
_DATES = frozenset("dmyhsDMYHS")
_SCALED = re.compile(r"[0#?],+(?![0#?,])")


def choose_format(drawn: str, planned: str, *, is_percent: bool) -> str:
    """Return the format code for new numbers in a chart that had `drawn`.

    It stays, unless it is `General`, is for dates or for text, or changes the size of numbers, as
    `0,` does and `0%` too. A number in per cent is written as it is, with the sign as text.

    Args:
        drawn: The designer's code; empty for none.
        planned: The plot's.
        is_percent: Whether the numbers are in per cent: 70, not 0.7.
    """
    if _GENERAL.match(drawn):
        return planned
    tokens = _TOKEN.findall(drawn)
    active = "".join(token if len(token) == 1 else " " for token in tokens)
    if _DATES & set(active) or _SCALED.search(active) or not re.search("[0#?]", active):
        return planned
    if "%" in active:
        if not is_percent:
            return planned
        return "".join('"%"' if sign == "%" else sign for sign in tokens)
    return drawn


def hides_numbers(code: str, values: Iterable[Decimal | None]) -> bool:
    """Return whether `code` has too few decimals to tell one of `values` from zero."""
    active = "".join(token if len(token) == 1 else " " for token in _TOKEN.findall(code))
    section = active.partition(";")[0]
    if not re.search("[0#?]", section) or re.search("[eE/]", section):
        return False
    decimals = len(re.findall("[0#?]", section.partition(".")[2]))
    least = Decimal(5).scaleb(-decimals - 1)
    return any(value is not None and value and abs(value) < least for value in values)
