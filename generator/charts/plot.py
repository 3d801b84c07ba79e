"""What is drawn: a chart reduced to numbers, words and colour roles, all decided.

One `Plot` serves the native chart and the picture; neither computes a number, an order, a
colour or a label of its own. Pure data.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from generator.brief.exhibits import ChartKind

EXACT = "{}"
"""The label of a value without a bound."""


class Legend(StrEnum):
    """How series are told apart."""

    NONE = "none"  # one series, or the points name themselves
    DIRECT = "direct"  # names stand at the lines' ends or beside the last bars
    TOP = "top"  # a legend above the plot, in the order of the data


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotSeries:
    """One series.

    Attributes:
        values: One for each category, in the plot's scale; None is a gap.
        colour: Theme slot, such as `accent1`, or `muted` for the grey of what is not in focus;
            `muted-2` and `muted-3` where greys touch and must be told apart.
        point_colours: Slot for each point that differs from `colour`, by index.
        labels: Text of each value's label, in the brief's locale; empty for a gap.
        is_context: Whether the line is one of many that only give the one in focus its ground, and
            has neither name nor value written.
        bounds: How each label tells the bound of its fact, `>{}` for "more than"; `{}` for an
            exact one. Empty when all are exact.
    """

    name: str
    values: tuple[Decimal | None, ...]
    colour: str
    point_colours: dict[int, str] = field(default_factory=dict)
    labels: tuple[str, ...] = ()
    bounds: tuple[str, ...] = ()
    is_context: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """The value axis, in the plot's scale.

    Attributes:
        major: Distance of ticks; `maximum - minimum` is a multiple of it.
        is_shown: Whether numbers and gridlines are drawn; not when each value has its label.
        number_format: Excel format code of the ticks, which may need other decimals than the data.
        labels: Text of each tick from `minimum` to `maximum`, in the brief's locale.
    """

    minimum: Decimal
    maximum: Decimal
    major: Decimal
    is_shown: bool
    number_format: str = "#,##0"
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """A chart ready to be drawn.

    Attributes:
        id: The chart's key in the brief.
        categories: In the order in which a reader meets them: top to bottom, left to right.
        unit: What the numbers are, as a reader sees it: `US$ billion`; empty if nothing to say.
        number_format: Excel format code of the values, such as `#,##0.0`.
        has_labels: Whether values are written at the bars, points or slices.
        axis: None for a doughnut.
        alt: Alternative text, one or two sentences with the message and the range.
        facts: Ids of the facts that gave the numbers, in order, each once.
        language: BCP 47 tag, for the text properties of the drawing.
        decimal_sign: Sign before decimals in the locale, for the picture's axis.
    """

    id: str
    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[PlotSeries, ...]
    unit: str
    number_format: str
    has_labels: bool
    legend: Legend
    axis: Axis | None
    alt: str
    facts: tuple[str, ...]
    language: str
    decimal_sign: str = "."
