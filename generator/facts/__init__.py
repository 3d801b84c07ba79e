"""Numbers: exact values, derivation, rounding, words in a locale."""

from __future__ import annotations

from generator.facts.dates import write_date, write_when
from generator.facts.figures import Figure
from generator.facts.labels import unit_label
from generator.facts.locales import (
    decimal_sign,
    write_list,
    write_money,
    write_number,
    write_percent,
)
from generator.facts.resolve import resolve_figures
from generator.facts.rounding import choose_scale, number_format, scale_value
from generator.facts.writing import Precision, write_bound, write_figure

__all__ = [
    "Figure",
    "Precision",
    "choose_scale",
    "decimal_sign",
    "number_format",
    "resolve_figures",
    "scale_value",
    "unit_label",
    "write_bound",
    "write_date",
    "write_figure",
    "write_list",
    "write_money",
    "write_number",
    "write_percent",
    "write_when",
]
