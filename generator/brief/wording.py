"""Words for values that a brief cannot take: what was found, and what to write instead. Pure."""

from __future__ import annotations

import re
from decimal import Decimal

_SHOWN = 40


class BadValueError(ValueError):
    """A value of a brief is not what its key takes.

    Attributes:
        message: What is wrong, one sentence without a full stop.
        hint: What to write instead.
        keys: The keys of the map that do not go together; empty when one value is meant.
    """

    def __init__(
        self, message: str, *, hint: str | None = None, keys: tuple[str, ...] = ()
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.keys = keys


_KINDS: tuple[tuple[type, str], ...] = (
    (type(None), "nothing"),
    (list, "a list"),
    (tuple, "a list"),
    (dict, "a group of keys"),
)


def describe(value: object) -> str:
    """Return what `value` is in words for a message: `the text 'yes'`, `a list`, `nothing`."""
    if isinstance(value, str):
        return f"the text '{shorten(value)}'" if value.strip() else "an empty text"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float | Decimal):
        return f"the number {shorten(str(value))}"
    return next((words for kind, words in _KINDS if isinstance(value, kind)), "something else")


def shorten(text: str) -> str:
    """Return `text` in one line of at most 40 characters, for a message."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


_NUMBER_HINT = "write it in digits, such as 12.5 or 12.1e9"
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:[ _,'\u00a0\u2009\u202f][0-9]{3})+(?:\.[0-9]+)?")
_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+")
_SIGNED = re.compile(r"(?:[$€£¥]\s*)?[+-]?[0-9.]+(?:\s*[%$€£¥])?")


def plan_number_hint(value: object) -> str:
    """Return a hint on how to write a number, above all one that was written as a text."""
    if not isinstance(value, str):
        return _NUMBER_HINT
    text = value.strip()
    if _GROUPED.fullmatch(text):
        return f"write it without separators: {re.sub('[^0-9.+-]', '', text)}"
    if _COMMA.fullmatch(text):
        return f"write the decimals after a point: {text.replace(',', '.')}"
    if text and _SIGNED.fullmatch(text):
        return "write the bare number; the sign comes from 'unit'"
    return _NUMBER_HINT


def plan_text_hint(value: object) -> str:
    """Return a hint on how to write a number, a truth value or what looks like keys as text."""
    if isinstance(value, bool | int | Decimal):
        return "put it in quotes to make it text"
    if isinstance(value, dict) and len(value) == 1:
        return "put text with ': ' in it in quotes"
    return "write a sentence or a word"


_TAKEN_APART = re.compile(r"([0-9]{4})[-./]([0-9]{1,2})(?:[-./]([0-9]{1,2}))?")


def plan_date_hint(text: str) -> str | None:
    """Return a hint for a date that only lacks zeros or hyphens."""
    found = _TAKEN_APART.fullmatch(text.strip())
    if not found:
        return "write year, month and day in this order, with hyphens"
    return "write " + "-".join(part.zfill(2) for part in found.groups() if part)
