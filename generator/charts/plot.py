"""What is drawn: a chart reduced to numbers, words and colour roles, all decided.

One `Plot` serves the native chart and the picture; neither computes a number, an order, a
colour or a label of its own. What a plot is drawn as is its `form`, a closed union: the drawings
ask for the form and for marks, and never for the kind, which planning alone knows. Pure data.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from generator.brief.exhibits import ChartKind

if TYPE_CHECKING:
    from generator.charts.canvas import Canvas

EXACT = "{}"
"""The label of a value without a bound."""


class Legend(StrEnum):
    """How series are told apart."""

    NONE = "none"  # one series, or the points name themselves
    DIRECT = "direct"  # names stand at the lines' ends or beside the last bars
    TOP = "top"  # a legend above the plot, in the order of the data


class Mark(StrEnum):
    """What a series is drawn with."""

    BAR = "bar"
    LINE = "line"
    AREA = "area"
    RULE = "rule"  # a thin line of the ground plan, such as between the bars of a waterfall


class Texture(StrEnum):
    """How a mark is filled: what is, what was meant to be, what may come. Lines are dashed."""

    SOLID = "solid"
    OUTLINED = "outlined"
    HATCHED = "hatched"


class LabelPlace(StrEnum):
    """Where the labels of a series stand."""

    NONE = "none"
    OUTSIDE = "outside"  # beyond the ends of bars
    CENTRE = "centre"  # within bars that stand upon each other
    END = "end"  # at the end of a line, once
    ENDS = "ends"  # at both ends of a line
    ABOVE = "above"  # over the points of a line that is not drawn
    BEYOND = "beyond"  # at the start of bars that are not drawn, beyond those that are


class Stacking(StrEnum):
    """How the bars of one category stand to each other."""

    NONE = "none"  # side by side
    SUM = "sum"  # one upon the other
    OVERLAY = "overlay"  # one before the other


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryForm:
    """Marks over categories: one axis of names, one of values.

    Attributes:
        mark: What series are drawn with that have no mark of their own.
        is_lying: Whether bars lie, with the names at their left; only bars can.
        gap: Room between bars or groups of them, as a share of a bar (`c:gapWidth`).
    """

    mark: Mark = Mark.BAR
    is_lying: bool = False
    stacking: Stacking = Stacking.NONE
    gap: float = 0.5

    @property
    def is_stacked(self) -> bool:
        """Return whether marks stand upon each other, and so hold their labels."""
        return self.stacking is Stacking.SUM

    @property
    def is_together(self) -> bool:
        """Return whether the bars of a category share one place."""
        return self.stacking is not Stacking.NONE

    @property
    def reaches_edges(self) -> bool:
        """Return whether the first and last points stand at the edges of the plot."""
        return self.mark is not Mark.BAR


@dataclass(frozen=True, slots=True, kw_only=True)
class RingForm:
    """Slices of a ring: the parts of one whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotPoint:
    """A point of a scatter or bubble chart.

    Attributes:
        row: Index of its category in the plot.
        size: What the area of its bubble shows; None for a dot.
        rank: How much its name is wanted: 0 for what is in focus, 1 for an extreme, 2 for the rest.
    """

    row: int
    x: Decimal
    y: Decimal
    size: Decimal | None
    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PointGroup:
    """Points of one colour; they stand in rows of the workbook that follow each other."""

    name: str
    colour: str
    points: tuple[PlotPoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """A straight line that points are compared with, from one end to the other."""

    name: str
    start: tuple[Decimal, Decimal]
    end: tuple[Decimal, Decimal]
    is_dashed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PointForm:
    """Points on two axes of values.

    Attributes:
        titles: What the axes measure, with their units: that to the right, that upwards.
        has_sizes: Whether points are bubbles.
        size_title: What the area of bubbles shows; empty for dots.
    """

    x_axis: Axis
    y_axis: Axis
    titles: tuple[str, str]
    groups: tuple[PointGroup, ...]
    guides: tuple[Guide, ...] = ()
    has_sizes: bool = False
    size_title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelForm:
    """Small charts side by side, on one scale.

    Attributes:
        panels: From left to right, then from top to bottom; each has a heading.
        columns: How many stand side by side.
    """

    panels: tuple[Plot, ...]
    columns: int


class Drawing(Protocol):
    """The content of a plot that only a picture can hold: decided numbers, words and colours."""

    def draw(self, plot: Plot, canvas: Canvas) -> None:
        """Draw `plot` over the whole of `canvas`."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnForm:
    """What no native chart can show: always a picture, in both files.

    Attributes:
        drawing: Its content, which draws itself; see the package `drawn`.
        height: Height for its width, where the page is free to choose.
    """

    drawing: Drawing
    height: float = 0.5


Form = CategoryForm | RingForm | PointForm | PanelForm | DrawnForm
"""What a plot is drawn as. Each form has its drawings in a package of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotSeries:
    """One series.

    Attributes:
        values: One for each category, in the plot's scale; None is a gap.
        colour: Theme slot, such as `accent1`, or `muted` for the grey of what is not in focus;
            `muted-2` and `muted-3` where greys touch and must be told apart; `accent1-light` for a
            paler tone.
        point_colours: Slot for each point that differs from `colour`, by index.
        labels: Text of each value's label, in the brief's locale; empty for a gap.
        bounds: How each label tells the bound of its fact, `>{}` for "more than"; `{}` for an
            exact one. Empty when all are exact.
        is_context: Whether the line is one of many that only give the one in focus its ground, and
            has neither name nor value written.
        mark: What it is drawn with, where that is not the mark of the whole form.
        texture: How its marks are filled.
        point_textures: The same for each bar that differs, by index.
        is_helper: Whether it only holds others or labels in their place: it is not painted, and not
            named in a legend.
        place: Where its labels stand, where that is not the usual place of its mark.
        text_column: Index of the column of `Plot.columns` whose cells are its labels, where these
            are not its own values.
        named_after: Index of the series whose name it bears, if that is another one's.
        number_format: Excel format code of its values, where that is not the plot's.
    """

    name: str
    values: tuple[Decimal | None, ...]
    colour: str
    point_colours: dict[int, str] = field(default_factory=dict)
    labels: tuple[str, ...] = ()
    bounds: tuple[str, ...] = ()
    is_context: bool = False
    mark: Mark | None = None
    texture: Texture = Texture.SOLID
    point_textures: dict[int, Texture] = field(default_factory=dict)
    is_helper: bool = False
    place: LabelPlace | None = None
    text_column: int | None = None
    named_after: int | None = None
    number_format: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataColumn:
    """A column of the workbook that nothing is drawn of: the data that helpers are made from.

    Attributes:
        number_format: Excel format code, where that is not the plot's.
        cell_formats: One for each value, where they differ.
    """

    name: str
    values: tuple[Decimal | date | str | None, ...]
    number_format: str = ""
    cell_formats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """The value axis, in the plot's scale.

    Attributes:
        major: Distance of ticks; `maximum - minimum` is a multiple of it.
        is_shown: Whether numbers and gridlines are drawn; not when each value has its label.
        number_format: Excel format code of the ticks, which may need other decimals than the data.
        labels: Text of each tick from `minimum` to `maximum`, in the brief's locale; empty where
            gridlines alone are drawn.
        has_baseline: Whether there is a line that values are counted from.
    """

    minimum: Decimal
    maximum: Decimal
    major: Decimal
    is_shown: bool
    number_format: str = "#,##0"
    labels: tuple[str, ...] = ()
    has_baseline: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """A chart ready to be drawn.

    Attributes:
        id: The chart's key in the brief.
        kind: What the author asked for; for words about the chart, not for drawing it.
        form: What it is drawn as.
        categories: In the order in which a reader meets them: top to bottom, left to right.
        unit: What the numbers are, as a reader sees it: `US$ billion`; empty if nothing to say.
        number_format: Excel format code of the values, such as `#,##0.0`.
        has_labels: Whether values are written at the bars, points or slices.
        axis: None for a doughnut.
        alt: Alternative text, one or two sentences with the message and the range.
        facts: Ids of the facts that gave the numbers, in order, each once.
        language: BCP 47 tag, for the text properties of the drawing.
        columns: Data that stand in the workbook before the series, though not drawn themselves.
        heading: What stands at the top of the chart itself, if it is one of several small ones.
        remarks: What a reader must be told of how it is drawn, such as where data are missing.
        decimal_sign: Sign before decimals in the locale, for the picture's axis.
    """

    id: str
    kind: ChartKind
    form: Form
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
    columns: tuple[DataColumn, ...] = ()
    remarks: tuple[str, ...] = ()
    heading: str = ""

    @property
    def category_form(self) -> CategoryForm:
        """Return the form of a plot over categories.

        Raises:
            TypeError: The plot has another form.
        """
        if not isinstance(self.form, CategoryForm):
            raise TypeError(f"'{self.id}' is drawn as {type(self.form).__name__}")
        return self.form

    @property
    def point_form(self) -> PointForm:
        """Return the form of a plot of points.

        Raises:
            TypeError: The plot has another form.
        """
        if not isinstance(self.form, PointForm):
            raise TypeError(f"'{self.id}' is drawn as {type(self.form).__name__}")
        return self.form

    @property
    def is_drawn(self) -> bool:
        """Return whether only a picture can show it."""
        return isinstance(self.form, DrawnForm)

    @property
    def is_lying(self) -> bool:
        """Return whether its height grows with the number of its categories."""
        return isinstance(self.form, CategoryForm) and self.form.is_lying

    @property
    def named_series(self) -> tuple[int, ...]:
        """Return the indexes of the series that a legend names, in its order."""
        return tuple(
            index
            for index, series in enumerate(self.series)
            if not series.is_helper and series.mark is not Mark.RULE
        )

    def find_mark(self, series: PlotSeries) -> Mark:
        """Return what `series` is drawn with."""
        return series.mark or self.category_form.mark

    def find_label_place(self, series: PlotSeries) -> LabelPlace:
        """Return where the labels of `series` stand."""
        if not self.has_labels:
            return LabelPlace.NONE
        if series.place is not None:
            return series.place
        mark = self.find_mark(series)
        if series.is_helper or mark in {Mark.RULE, Mark.AREA}:
            return LabelPlace.NONE
        if mark is Mark.LINE:
            return LabelPlace.END
        return LabelPlace.CENTRE if self.category_form.is_stacked else LabelPlace.OUTSIDE
