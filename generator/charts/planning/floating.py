"""Bars that do not begin at zero: what holds them up, and their lengths on either side. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

_ZERO = Decimal(0)

Span = tuple[Decimal, Decimal]
"""Where a bar begins and ends, whichever is higher."""


def find_base(span: Span) -> Decimal:
    """Return how far from zero a bar begins, with the sign of its side; 0 if it reaches zero."""
    start, end = span
    return _ZERO if start * end <= 0 else min(start, end, key=abs)


def measure_above(spans: Sequence[Span]) -> list[Decimal]:
    """Return the lengths of bars above zero."""
    return [max(*span, _ZERO) - max(min(span), _ZERO) for span in spans]


def measure_below(spans: Sequence[Span]) -> list[Decimal]:
    """Return the lengths of bars below zero, with their sign."""
    return [min(*span, _ZERO) - min(max(span), _ZERO) for span in spans]
