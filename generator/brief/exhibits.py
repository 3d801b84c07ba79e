"""Exhibits: charts and tables that are shown with a caption and a source."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from pydantic import Discriminator, Field, StrictBool, StrictInt, Tag, model_validator

from generator.brief.facts import CitedMany
from generator.brief.picks import ChartData, TableData
from generator.brief.values import (
    Cell,
    Date,
    Label,
    Line,
    Model,
    Name,
    Number,
    Point,
    PositiveNumber,
    Prose,
)
from generator.brief.wording import BadValueError


class ChartKind(StrEnum):
    """The charts that can be drawn."""

    BAR = "bar"
    COLUMN = "column"
    GROUPED_BAR = "grouped-bar"
    GROUPED_COLUMN = "grouped-column"
    STACKED_BAR = "stacked-bar"
    STACKED_COLUMN = "stacked-column"
    SHARE_BAR = "share-bar"
    SHARE_COLUMN = "share-column"
    LINE = "line"
    SLOPE = "slope"
    AREA = "area"
    COMBINATION = "combination"
    WATERFALL = "waterfall"
    DIVERGING_BAR = "diverging-bar"
    PYRAMID = "pyramid"
    RANGE = "range"
    HISTOGRAM = "histogram"
    PROGRESS = "progress"
    SCATTER = "scatter"
    BUBBLE = "bubble"
    DOUGHNUT = "doughnut"
    DUMBBELL = "dumbbell"
    HEAT_MAP = "heat-map"
    ANNOTATED_LINE = "annotated-line"
    FAN = "fan"
    BOX = "box"
    TREEMAP = "treemap"
    WAFFLE = "waffle"
    SANKEY = "sankey"
    CHOROPLETH = "choropleth"


class Scenario(StrEnum):
    """What a number stands for: what is, what was meant to be, what may come."""

    ACTUAL = "actual"
    PLAN = "plan"
    FORECAST = "forecast"


class Render(StrEnum):
    """How a chart is put into the files."""

    NATIVE = "native"
    PICTURE = "picture"


class Order(StrEnum):
    """The order of a chart's categories."""

    AUTO = "auto"
    DATA = "data"
    ASCENDING = "ascending"
    DESCENDING = "descending"


class Scale(StrEnum):
    """The power of ten that a chart's numbers are shown in."""

    AUTO = "auto"
    ONE = "one"
    THOUSAND = "thousand"
    MILLION = "million"
    BILLION = "billion"
    TRILLION = "trillion"


Decimals = Annotated[StrictInt, Field(ge=0, le=6)]
"""How many digits to write after the point."""


class ChartRow(Model):
    """One category of a chart, with one number or one number for each series."""

    label: Label = Field(description="Name of the category.")
    value: Number | None = Field(default=None, description="The number; left empty it is a gap.")
    fact: Name | None = Field(default=None, description="The fact that gives the number.")
    values: dict[Label, Point] | None = Field(
        default=None, description="For several series: their names, each with a number or a fact."
    )
    scenario: Scenario | None = Field(
        default=None, description="For one series: whether the number is a plan or a forecast."
    )
    total: StrictBool = Field(
        default=False, description="In a waterfall: whether this is the sum of what stands before."
    )
    target: Point = Field(default=None, description="In a progress chart: what is to be reached.")
    period: Date | None = Field(
        default=None, description="In a range: from when to when, such as 2024-03/2025-06."
    )
    start: Point = Field(default=None, description="In a range of numbers: the lower end.")
    end: Point = Field(default=None, description="In a range of numbers: the upper end.")
    x: Point = Field(default=None, description="In a scatter or bubble chart: place to the right.")
    y: Point = Field(default=None, description="In a scatter or bubble chart: height.")
    size: Point = Field(default=None, description="In a bubble chart: the area of the bubble.")
    group: Label | None = Field(
        default=None, description="In a treemap, a scatter or a bubble chart: the group."
    )
    to: Label | None = Field(
        default=None, description="Of a sankey: where the flow goes; it comes from 'label'."
    )
    region: Label | None = Field(
        default=None, description="Of a choropleth: the region in the map; left out, 'label' is."
    )
    ranges: dict[Label, tuple[Point, ...]] | None = Field(
        default=None,
        description="Of a fan: bands around the value by name, such as {90 %: [1.2, 3.4]}.",
    )
    numbers: tuple[Number, ...] | None = Field(
        default=None,
        description="Of a box plot: all numbers; or give min, q1, median, q3 and max as 'values'.",
    )

    @model_validator(mode="after")
    def _check_one(self) -> ChartRow:
        keys = ("value", "fact", "values", "numbers")
        given = [key for key in keys if getattr(self, key) is not None]
        if len(given) > 1:
            raise BadValueError(
                f"a row has one of 'value', 'fact', 'values' or 'numbers', not {len(given)}",
                hint="keep one: a number, the fact that gives it, or numbers by series",
                keys=tuple(given),
            )
        return self


_OF_PICKS = frozenset(("dataset", "where", "steps", "x", "y"))


def _kind_of_rows(value: object) -> str:
    is_pick = isinstance(value, ChartData | TableData) or (
        isinstance(value, dict) and not _OF_PICKS.isdisjoint(value)
    )
    return "(map)" if is_pick else "(list)"


if TYPE_CHECKING:
    # What data sets give is put in while a brief is loaded: no later stage meets anything else.
    ChartRows = tuple[ChartRow, ...]
else:
    ChartRows = Annotated[
        Annotated[ChartData, Tag("(map)")]
        | Annotated[tuple[ChartRow, ...], Field(min_length=1), Tag("(list)")],
        Discriminator(_kind_of_rows),
    ]


class ChartEvent(Model):
    """What happened at one point of an annotated line."""

    at: Label = Field(description="The category, such as a year, at which it happened.")
    label: Label = Field(description="What happened, in few words.")


class ChartPeriod(Model):
    """A stretch of an annotated line that is shaded."""

    start: Label = Field(description="The category at which it began.")
    end: Label = Field(description="The category at which it ended.")
    label: Label = Field(description="What it was, in few words.")


class MapProjection(StrEnum):
    """How the globe is laid flat."""

    EQUAL_AREA = "equal-area"
    PLATE_CARREE = "plate-carree"


class ChartMap(Model):
    """The regions that a choropleth shades, and how."""

    file: Line = Field(
        description="A GeoJSON file in longitude and latitude; its path from the data file."
    )
    match: Line = Field(
        default="name", description="Property of the regions that rows name them by."
    )
    projection: MapProjection = Field(
        default=MapProjection.EQUAL_AREA, description="How degrees become places on paper."
    )
    breaks: tuple[Number, ...] = Field(
        default=(), description="Limits between the classes, ascending; left out, round ones."
    )


class Exhibit(Model):
    """What a chart and a table have in common."""

    title: Prose = Field(description="What the exhibit shows, as a message.")
    subtitle: Prose | None = Field(
        default=None, description="Measure, place and period; the unit is added by itself."
    )
    note: Prose | None = Field(
        default=None, description="What the reader must know to read it rightly."
    )
    source: CitedMany | None = Field(
        default=None, description="Where the numbers come from; left out, the facts' own sources."
    )
    alt: Line | None = Field(
        default=None, description="Alternative text; left out, made from the data."
    )


class Measure(Model):
    """What one direction of a scatter or bubble chart measures."""

    title: Line | None = Field(default=None, description="What is measured, without its unit.")
    unit: Line | None = Field(default=None, description="Unit; facts bring their own.")
    scale: Scale = Field(default=Scale.AUTO, description="Power of ten that numbers are shown in.")


class Reference(Model):
    """A line at a value that points are compared with; give `x` or `y`."""

    x: Number | None = Field(default=None, description="Value of an upright line.")
    y: Number | None = Field(default=None, description="Value of a level line.")
    label: Label | None = Field(default=None, description="What the value is.")

    @model_validator(mode="after")
    def _check_one(self) -> Reference:
        if (self.x is None) == (self.y is None):
            raise BadValueError("a reference line needs 'x' or 'y'", hint="give one of them")
        return self


class Chart(Exhibit):
    """A chart: its data, and what is said about them."""

    kind: ChartKind = Field(description="The kind of chart.")
    data: ChartRows = Field(
        description="One row for each category; or the data set that gives them."
    )
    unit: Line | None = Field(
        default=None, description="Unit of the numbers; facts bring their own."
    )
    scale: Scale = Field(default=Scale.AUTO, description="Power of ten that numbers are shown in.")
    decimals: StrictInt | None = Field(
        default=None, ge=0, le=6, description="Digits after the point."
    )
    order: Order = Field(default=Order.AUTO, description="Order of the categories.")
    highlight: Label | None = Field(
        default=None, description="Category or series to draw in focus."
    )
    events: tuple[ChartEvent, ...] = Field(
        default=(), description="Of an annotated line: what happened when."
    )
    periods: tuple[ChartPeriod, ...] = Field(
        default=(), description="Of an annotated line: stretches to shade."
    )
    map: ChartMap | None = Field(
        default=None, description="Of a choropleth: the regions that it shades."
    )
    forecast_from: Label | None = Field(
        default=None, description="First category that is a forecast, and all after it."
    )
    lines: tuple[Label, ...] = Field(
        default=(), description="In a combination: the series drawn as lines; else the last one."
    )
    centre: Label | None = Field(
        default=None, description="In a diverging bar: the neutral series; else the middle one."
    )
    bins: StrictInt | None = Field(
        default=None,
        ge=2,
        le=60,
        description="In a histogram: count each row's value, in about so many classes.",
    )
    small_multiples: StrictBool = Field(
        default=False, description="Draw each series as a small chart of its own, on one scale."
    )
    x: Measure = Field(default=Measure(), description="In a scatter or bubble chart: to the right.")
    y: Measure = Field(default=Measure(), description="In a scatter or bubble chart: upwards.")
    size: Measure = Field(default=Measure(), description="In a bubble chart: the bubbles' area.")
    trend: StrictBool = Field(
        default=False, description="In a scatter or bubble chart: draw the line of least squares."
    )
    references: tuple[Reference, ...] = Field(
        default=(), description="In a scatter or bubble chart: lines to compare points with."
    )
    render: Render = Field(
        default=Render.NATIVE, description="As an editable chart or as a picture."
    )


class Align(StrEnum):
    """Where the text of a column stands."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


class Column(Model):
    """One column of a table."""

    label: Label = Field(description="Head of the column.")
    key: Label | None = Field(default=None, description="Key in the rows; left out, the label is.")
    unit: Line | None = Field(default=None, description="Unit of all numbers in the column.")
    scale: Scale = Field(default=Scale.ONE, description="Power of ten that numbers are shown in.")
    decimals: StrictInt | None = Field(
        default=None, ge=0, le=6, description="Digits after the point."
    )
    align: Align | None = Field(default=None, description="Left out: numbers right, text left.")
    width: PositiveNumber | None = Field(
        default=None, description="Share of the width; left out, by text."
    )

    @property
    def name(self) -> str:
        """Return the key that rows use."""
        return self.key or self.label


def _kind_of_row(value: object) -> str:
    return "(map)" if isinstance(value, dict) else "(list)"


Row = Annotated[
    Annotated[dict[Label, Cell], Tag("(map)")] | Annotated[tuple[Cell, ...], Tag("(list)")],
    Discriminator(_kind_of_row),
]
"""A row of a table: by column key, or in column order."""


if TYPE_CHECKING:
    TableRows = tuple[Row, ...]
else:
    TableRows = Annotated[
        Annotated[TableData, Tag("(map)")]
        | Annotated[tuple[Row, ...], Field(min_length=1), Tag("(list)")],
        Discriminator(_kind_of_rows),
    ]


class Table(Exhibit):
    """A table: columns, and rows by column key or in column order."""

    columns: tuple[Column, ...] = Field(
        default=(),
        min_length=1,
        max_length=12,
        description="Heads of the columns, and what is in them; left out, those of the data set.",
    )
    rows: TableRows = Field(
        description="Each row: a list in column order, or a map by column key; or a data set."
    )
    total: StrictBool = Field(default=False, description="Whether the last row is a total.")

    @model_validator(mode="after")
    def _check_columns(self) -> Table:
        if not self.columns and not isinstance(self.rows, TableData):
            raise BadValueError(
                "this table has no 'columns'",
                hint="columns: Heads of the columns, and what is in them.",
                keys=("columns",),
            )
        return self
