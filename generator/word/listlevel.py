"""The level of a list that paragraphs take their number from, as data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLevel:
    """The level of a numbering definition that a style takes its number from.

    Attributes:
        number: `w:num/@w:numId`.
        level: From 0.
        left: Indent of the text in twips; None where the level leaves it to the style.
        hanging: How far the number hangs out of it, in twips.
        is_by_style: Whether the style itself refers to it, so that its paragraphs need not.
    """

    number: int
    level: int
    left: int | None
    hanging: int
    is_by_style: bool
