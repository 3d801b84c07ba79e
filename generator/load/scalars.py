"""Plain words to values by the core schema of YAML 1.2, with exact numbers.

`no`, `12:30` and `2025-03-24` are text; `2025` is an integer; `2.10` keeps its digits.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_TRUTHS = {
    word: truth
    for truth, words in (
        (True, ("true", "True", "TRUE")),
        (False, ("false", "False", "FALSE")),
    )
    for word in words
}
_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_SPECIAL = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_FIRST = frozenset("0123456789+-.~nNtTfF")
_INT_DIGITS = 40


def resolve_plain(word: str) -> bool | int | Decimal | str | None:
    """Return the value of an unquoted `word`; a text is returned as it is."""
    if word and word[0] not in _FIRST:
        return word
    if word in _NULLS:
        return None
    if word in _TRUTHS:
        return _TRUTHS[word]
    number = parse_number_word(word)
    return word if number is None else number


def parse_number_word(word: str) -> int | Decimal | None:
    """Return the number that `word` writes, or None. Longer than 40 digits it is a Decimal."""
    if _INT.fullmatch(word):
        return int(word) if len(word) <= _INT_DIGITS else Decimal(word)
    if _FLOAT.fullmatch(word):
        return _parse_decimal(word)
    if _BASED.fullmatch(word):
        return int(word, 0) if len(word) <= _INT_DIGITS else None
    if _SPECIAL.fullmatch(word):
        return Decimal(word.replace(".", ""))
    return None


def _parse_decimal(word: str) -> Decimal | None:
    try:
        return Decimal(word)
    except InvalidOperation:
        # The exponent has more digits than any number has room for.
        return None
