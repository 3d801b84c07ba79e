"""Whether categories have an order of their own, such as years, months, ages or sizes. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NUMBERED = re.compile(
    r"(?:[QT]|FY|H|Week|Woche|Тиждень)?\s*\d[\d.,\u00a0 ]*%?"
    r"(?:\s*(?:–|-|/|to|bis|до)\s*(?:[QTH])?\d[\d.,\u00a0 ]*%?)?"
    r"(?:\s*(?:\+|and over|and more|or more|und mehr|年|月|日|р\.?))?"
    r"|\d{4}\s*[QTH]\d|[QTH]\d\s*\d{2,4}"
    r"|(?:under|below|over|above|less than|more than|bis|über|до|понад)\s+\d[\d.,]*",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|fév|avr|juin|juil|août|déc"
    r"|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|mon|tue|wed|thu|fri|sat|sun)\w*\.?"
    r"(?:\s+\d{2,4})?|(?:\d{1,2}\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?"
    r"\s+\d{2,4}",
    re.IGNORECASE,
)


def is_ordered(categories: Sequence[str]) -> bool:
    """Return whether all `categories` are numbers, dates, months or ranges of numbers."""
    return all(
        _NUMBERED.fullmatch(name.strip()) or _MONTH.fullmatch(name.strip()) for name in categories
    )
