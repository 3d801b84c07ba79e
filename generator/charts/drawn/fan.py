"""Fans: a line with bands around it, the wider the less certain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from generator.brief.exhibits import Chart, ChartRow
from generator.brief.values import Name
from generator.charts.alt import describe_chart
from generator.charts.canvas import Canvas
from generator.charts.categories.geometry import find_across, find_along
from generator.charts.categories.picture import draw_categories
from generator.charts.categories.rooms import plan_rooms
from generator.charts.drawn.measures import measure_widest
from generator.charts.drawn.pen import Pen, Point
from generator.charts.drawn.tables import check_render, describe_table
from generator.charts.drawn.tints import find_tint
from generator.charts.drawn.words import find_phrases
from generator.charts.frames import GAP_PT, Extent, Frame
from generator.charts.marks import DOT_PT, LINE_PT
from generator.charts.planning.draft import Request
from generator.charts.planning.lines import LINE
from generator.charts.plot import CategoryForm, DrawnForm, Legend, Mark, Plot, PlotSeries
from generator.charts.spreading import spread
from generator.charts.style import ChartStyle, Ink
from generator.charts.values import find_place
from generator.errors import DataError
from generator.ooxml.metrics import LINE_PITCH

MOST_BANDS = 4

_LEAST_SHARE = 0.2  # of the width, for the line, however long the names at its end are

_DASHES = (0, (2.5, 1.2))
_PALEST, _STRONGEST = 0.06, 0.36
"""Tints of the widest and the narrowest band."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fan:
    """A central line, solid as far as it is known, with bands around the rest.

    The plot's series are the central line, then the lower and upper ends of each band, the widest
    first.

    Attributes:
        bands: Names of the bands, the widest first.
        opening: Index of the last category before the bands begin, where they start from a point;
            None where the first category has bands already.
    """

    bands: tuple[str, ...]
    opening: int | None

    def draw(self, plot: Plot, canvas: Canvas) -> None:
        """Draw bands, axis and line, and the names of the bands at their ends."""
        rooms = plan_fan(self, plot, canvas.style, canvas.extent)
        lines = _only_line(plot)
        ground = replace(lines, series=(replace(lines.series[0], values=_blank(plot)),))
        draw_categories(replace(ground, has_labels=False), canvas.part(rooms.part))
        pen = Pen(canvas)
        for at in range(len(self.bands)):
            pen.shape([rooms.outlines[at]], self.find_colour(canvas.style, at), zorder=1)
        self._draw_line(pen, plot, rooms)
        for text, y, is_bold in rooms.ends:
            ink = Ink("tx1")
            if is_bold:
                ink = canvas.style.text_like(canvas.style.find_ink(plot.series[0].colour))
            weight = "bold" if is_bold else "normal"
            canvas.write(rooms.right + 1.75 * GAP_PT, y, text, ink, weight=weight)

    def find_colour(self, style: ChartStyle, band: int) -> str:
        """Return the fill of a band: the narrower, the stronger."""
        share = (band + 1) / len(self.bands)
        return find_tint(style, "accent1", _PALEST + (_STRONGEST - _PALEST) * share)

    def _draw_line(self, pen: Pen, plot: Plot, rooms: FanRooms) -> None:
        colour = pen.canvas.rgb(pen.canvas.style.find_ink(plot.series[0].colour))
        turn = 0 if self.opening is None else self.opening
        known = [(at, place) for at, place in enumerate(rooms.line) if place is not None]
        solid = [place for at, place in known if at <= turn]
        dashed = [place for at, place in known if at >= turn]
        if len(solid) > 1:
            pen.rule(solid, colour, LINE_PT)
        if len(dashed) > 1:
            pen.rule(dashed, colour, LINE_PT, ls=_DASHES)
        if solid:
            pen.dot(solid[-1], colour, DOT_PT)


class FanRooms(NamedTuple):
    """Where everything stands, in points from the corner of the chart.

    Attributes:
        part: Of the chart that axis and categories are drawn in.
        right: Edge of the plot.
        line: Place of each central value; None for a gap.
        outlines: Of each band.
        ends: Text, height, and weight of what stands right of the plot.
    """

    part: Frame
    right: float
    line: tuple[Point | None, ...]
    outlines: tuple[tuple[Point, ...], ...]
    ends: tuple[tuple[str, float, bool], ...]


class _Scale(NamedTuple):
    """Where values stand: the plot of the line alone, and what its axes enclose."""

    lines: Plot
    inner: Frame

    def place(self, at: int, value: Decimal) -> Point:
        """Return the place of a value at a category, in points from the corner of the chart."""
        x = self.inner.left + find_across(self.lines, self.inner, at)
        return x, self.inner.top + find_along(self.lines, self.inner, float(value))


def plan_fan(fan: Fan, plot: Plot, style: ChartStyle, extent: Extent) -> FanRooms:
    """Return where everything stands in a fan of that size."""
    lines = replace(_only_line(plot), has_labels=False)
    texts = [*fan.bands, _end_label(plot)]
    after = measure_widest(style, texts, is_bold=True) + 2 * GAP_PT
    width = max(extent.width - after, extent.width * _LEAST_SHARE)
    part = Frame(0.0, 0.0, width, extent.height)
    inner = plan_rooms(lines, style, Extent(part.width, part.height)).plot
    scale = _Scale(lines, inner)
    return FanRooms(
        part=part,
        right=inner.left + inner.width,
        line=tuple(
            None if value is None else scale.place(at, value)
            for at, value in enumerate(plot.series[0].values)
        ),
        outlines=tuple(
            tuple(scale.place(at, value) for at, value in _trace_band(fan, plot, band))
            for band in range(len(fan.bands))
        ),
        ends=_place_ends(fan, plot, style, scale),
    )


def _place_ends(
    fan: Fan, plot: Plot, style: ChartStyle, scale: _Scale
) -> tuple[tuple[str, float, bool], ...]:
    """Return the names of the bands at their upper ends, and the value at the line's."""
    wanted: list[tuple[float, str, bool]] = []
    for band, name in enumerate(fan.bands):
        upper = _upper(plot, band)
        value = upper.values[_last(upper)]
        if value is not None:
            wanted.append((scale.place(0, value)[1], name, False))
    last = plot.series[0].values[_last(plot.series[0])]
    if last is not None:
        wanted.append((scale.place(0, last)[1], _end_label(plot), True))
    wanted.sort(key=lambda each: each[0])
    least = style.text_pt * LINE_PITCH
    bounds = (least / 2, scale.inner.top + scale.inner.height)
    heights = spread([each[0] for each in wanted], least, bounds)
    return tuple((text, y, is_bold) for (_, text, is_bold), y in zip(wanted, heights, strict=True))


def _trace_band(fan: Fan, plot: Plot, band: int) -> Iterator[tuple[int, Decimal]]:
    """Yield the outline of a band: along its upper end, and back along the lower one."""
    low, high = _lower(plot, band), _upper(plot, band)
    known = [at for at, value in enumerate(high.values) if value is not None]
    start = plot.series[0].values[fan.opening] if fan.opening is not None else None
    if fan.opening is not None and start is not None:
        yield fan.opening, start
    for series, order in ((high, known), (low, known[::-1])):
        for at in order:
            value = series.values[at]
            if value is not None:
                yield at, value


def _lower(plot: Plot, band: int) -> PlotSeries:
    return plot.series[1 + 2 * band]


def _upper(plot: Plot, band: int) -> PlotSeries:
    return plot.series[2 + 2 * band]


def _last(series: PlotSeries) -> int:
    """Return the index of the last value that is no gap."""
    return max(at for at, value in enumerate(series.values) if value is not None)


def _end_label(plot: Plot) -> str:
    return plot.series[0].labels[_last(plot.series[0])]


def _only_line(plot: Plot) -> Plot:
    """Return the plot of the central line alone, on the axis of all."""
    form = CategoryForm(mark=Mark.LINE)
    return replace(plot, form=form, series=plot.series[:1], legend=Legend.NONE)


def _blank(plot: Plot) -> tuple[None, ...]:
    return tuple(None for _ in plot.categories)


def plan(request: Request) -> Plot:
    """Return what is drawn of a fan.

    Raises:
        DataError: There is no band, or one that is upside down, or does not hold the line or a
            narrower band, or has gaps.
    """
    chart = request.chart
    check_render(chart)
    bands = _list_bands(chart)
    phrases = find_phrases(request.language)
    ends = [(phrases.lower.format(name=name), phrases.upper.format(name=name)) for name in bands]
    central = chart.unit or str(chart.kind)
    rows = [_spread_row(row, central, dict(zip(bands, ends, strict=True))) for row in chart.data]
    changed = chart.model_copy(update={"data": tuple(rows), "highlight": None})
    plot = LINE.plan(replace(request, chart=changed))
    first = plot.unit[:1].upper() + plot.unit[1:] or request.id
    series = tuple(replace(each, colour="accent1", is_context=False) for each in plot.series)
    series = (replace(series[0], name=first), *series[1:])
    # What has no bands is known, not missing.
    plot = replace(plot, series=series, legend=Legend.NONE, remarks=())
    _check_bands(chart, plot, bands)
    drawing = Fan(bands=bands, opening=_find_opening(plot))
    alt = chart.alt or _describe(plot, bands)
    return replace(plot, form=DrawnForm(drawing=drawing, height=0.5), alt=alt)


def _list_bands(chart: Chart) -> tuple[str, ...]:
    """Return the names of the bands, the widest first, as the last row has them."""
    names = dict.fromkeys(name for row in chart.data for name in row.ranges or {})
    if not names:
        raise DataError(
            "a fan needs bands: no row has 'ranges'",
            place=find_place(chart),
            hint="give uncertain rows 'ranges', such as {90 %: [1.2, 3.4]}, or use 'kind: line'",
        )
    if len(names) > MOST_BANDS:
        raise DataError(
            f"{len(names)} bands cannot be told apart",
            place=find_place(chart),
            hint=f"show {MOST_BANDS} at most; two are best",
        )
    return tuple(sorted(names, key=lambda name: _measure_band(chart, name), reverse=True))


def _measure_band(chart: Chart, name: str) -> Decimal:
    """Return how wide a band of plain numbers is; its place among the others says it if not."""
    for row in reversed(chart.data):
        ends = (row.ranges or {}).get(name, ())
        if len(ends) == 2 and all(isinstance(end, Decimal) for end in ends):  # noqa: PLR2004
            low, high = ends
            if isinstance(low, Decimal) and isinstance(high, Decimal):
                return high - low
    return Decimal(0)


def _spread_row(row: ChartRow, central: str, names: dict[str, tuple[str, str]]) -> ChartRow:
    """Return a row with the central value and the ends of its bands as series."""
    if row.values is not None:
        raise DataError(
            f"the row '{row.label}' of the fan has several series",
            hint="a fan shows one 'value' with its 'ranges'; use one fan for each series",
        )
    values: dict[str, Decimal | Name | None] = {
        central: row.fact if row.fact is not None else row.value
    }
    for band, (lower, upper) in names.items():
        ends = (row.ranges or {}).get(band, (None, None))
        if len(ends) != 2:  # noqa: PLR2004 - from and to
            raise DataError(
                f"the range '{band}' of '{row.label}' has {len(ends)} ends",
                hint="write it as [from, to]",
            )
        values[lower], values[upper] = ends
    update = {"value": None, "fact": None, "ranges": None, "values": values}
    return row.model_copy(update=update)


def _find_opening(plot: Plot) -> int | None:
    """Return the category before the first with bands, if its value is known."""
    first = next(at for at, value in enumerate(plot.series[1].values) if value is not None)
    if first == 0 or plot.series[0].values[first - 1] is None:
        return None
    return first - 1


def _check_bands(chart: Chart, plot: Plot, bands: tuple[str, ...]) -> None:
    for at, name in enumerate(plot.categories):
        inner = [series.values[at] for series in plot.series]
        known = [value is not None for value in inner[1:]]
        if any(known) and not all(known):
            raise DataError(
                f"not all bands of '{name}' have both ends",
                place=find_place(chart),
                hint="give each row all bands or none",
            )
        if any(known):
            _check_nested(chart, name, bands, inner)
    _check_one_stretch(chart, plot)


def _check_nested(
    chart: Chart, name: str, bands: tuple[str, ...], values: list[Decimal | None]
) -> None:
    """Check that each band holds the next narrower one, and the narrowest the line."""
    within = (values[0], values[0])
    for at in range(len(bands) - 1, -1, -1):
        low, high = values[1 + 2 * at], values[2 + 2 * at]
        if low is None or high is None:
            continue
        least = low if within[0] is None else within[0]
        most = high if within[1] is None else within[1]
        if not low <= least <= most <= high:
            inner = bands[at + 1] if at + 1 < len(bands) else "value"
            raise DataError(
                f"the range '{bands[at]}' of '{name}' does not hold its '{inner}'",
                place=find_place(chart),
                hint="write ranges as [from, to]; a wider one holds the narrower and the value",
            )
        within = (low, high)


def _check_one_stretch(chart: Chart, plot: Plot) -> None:
    known = [at for at, value in enumerate(plot.series[1].values) if value is not None]
    if len(known) != known[-1] - known[0] + 1:
        raise DataError(
            "the bands of the fan have a gap",
            place=find_place(chart),
            hint="give every row from the first with 'ranges' to the last its own",
        )


def _describe(plot: Plot, bands: tuple[str, ...]) -> str:
    """Return the course of the line, and what the bands tell at their end."""
    phrases = find_phrases(plot.language)
    described = describe_table(plot, plot.series[:1])
    last = _last(plot.series[1])
    ranges = phrases.comma.join(
        phrases.range.format(
            name=name, low=_lower(plot, at).labels[last], high=_upper(plot, at).labels[last]
        )
        for at, name in enumerate(bands)
    )
    told = phrases.ranges.format(last=plot.categories[last], ranges=ranges)
    return describe_chart(described) + phrases.space + told
