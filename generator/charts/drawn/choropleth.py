"""Maps whose regions are shaded by a rate, in a few classes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from generator.brief.exhibits import Chart, ChartMap, ChartRow, MapProjection
from generator.charts.alt import describe_chart
from generator.charts.canvas import Canvas
from generator.charts.drawn.classes import MOST_CLASSES, find_class, plan_breaks, plan_shares
from generator.charts.drawn.maprooms import Legend, RegionLabel, plan_rooms
from generator.charts.drawn.pen import Pen, Point
from generator.charts.drawn.projections import (
    find_bounds,
    plan_equal_area,
    plan_plain,
    simplify,
)
from generator.charts.drawn.tables import TableKind, as_drawn, describe_table
from generator.charts.drawn.tints import find_tint, text_upon
from generator.charts.drawn.words import Phrases, find_phrases
from generator.charts.frames import GAP_PT, Frame
from generator.charts.legends import SWATCH_PT
from generator.charts.planning.checks import check_one_series
from generator.charts.planning.colours import find_highlight
from generator.charts.planning.draft import Request
from generator.charts.planning.grid import plan_writing
from generator.charts.plot import DrawnForm, Plot
from generator.charts.style import ChartStyle, Ink
from generator.charts.ticks import Writing
from generator.charts.values import find_place, resolve_numbers, resolve_unit, scale_numbers
from generator.errors import DataError, suggest
from generator.load.maps import GeoMap, Region

_FINEST = 1 / 1200
"""Details of outlines smaller than this share of the map's width are left out."""

_MOST_LISTED = 6
_HATCH = "//////"
_EDGE_PT = 0.5
_FOCUS_PT = 1.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A region of the map.

    Attributes:
        rings: Its outlines and holes, on paper, from 0 to 1 in the map's width.
        group: Index of its class; None without a value.
        label: Its value in words; empty without one.
    """

    name: str
    rings: tuple[tuple[Point, ...], ...]
    group: int | None
    label: str
    is_focus: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choropleth:
    """A map of areas in classes, with a legend.

    Attributes:
        aspect: Height of the map for its width.
        classes: What each class holds, in words, the lowest first.
        shares: How strong the tint of each class is, from -1 to 1.
        no_data: Name of what has no value; empty where all have one.
    """

    areas: tuple[Area, ...]
    aspect: float
    classes: tuple[str, ...]
    shares: tuple[float, ...]
    no_data: str

    def draw(self, plot: Plot, canvas: Canvas) -> None:
        """Draw the areas, their values where these have room, and the legend."""
        pen, style = Pen(canvas), canvas.style
        names = (*reversed(self.classes), *([self.no_data] if self.no_data else []))
        shapes = [(area.name, area.label, area.rings) for area in self.areas]
        rooms = plan_rooms(shapes, (self.aspect, names), style, canvas.extent)
        for area, rings in zip(self.areas, rooms.shapes, strict=True):
            self._draw_area(pen, area, rings)
        for area, rings in zip(self.areas, rooms.shapes, strict=True):
            if area.is_focus:
                pen.shape(rings, "none", edge=canvas.rgb(Ink("tx1")), linewidth=_FOCUS_PT, zorder=3)
        for area, label in zip(self.areas, rooms.labels, strict=True):
            if label is not None:
                self._write_label(canvas, area, label)
        self._draw_legend(pen, rooms.legend)

    def find_colour(self, style: ChartStyle, group: int | None) -> str:
        """Return the fill of a class."""
        if group is None:
            return f"#{style.ground}"
        share = self.shares[group]
        return find_tint(style, "accent2" if share < 0 else "accent1", abs(share))

    def _draw_area(self, pen: Pen, area: Area, rings: Sequence[Sequence[Point]]) -> None:
        style = pen.canvas.style
        colour = self.find_colour(style, area.group)
        if area.group is None:
            edge = pen.canvas.rgb(style.shade(2.0))
            pen.shape(rings, colour, edge=edge, hatch=_HATCH, linewidth=_EDGE_PT, zorder=1.5)
            return
        pen.shape(rings, colour, edge=f"#{style.ground}", linewidth=_EDGE_PT)

    def _write_label(self, canvas: Canvas, area: Area, label: RegionLabel) -> None:
        ink = text_upon(canvas.style, self.find_colour(canvas.style, area.group))
        for y, text in label.lines:
            canvas.write(label.x, y, text, ink, ha="center")

    def _draw_legend(self, pen: Pen, legend: Legend) -> None:
        style = pen.canvas.style
        count = len(self.classes)
        for at, (name, (x, y)) in enumerate(legend.entries):
            group = count - 1 - at if at < count else None
            box = Frame(x, y - SWATCH_PT / 2 - 1, SWATCH_PT * 1.6, SWATCH_PT + 2)
            edge = "none" if group is not None else pen.canvas.rgb(style.shade(2.0))
            hatch = "" if group is not None else _HATCH
            pen.fill(box, self.find_colour(style, group), edge=edge, hatch=hatch)
            pen.canvas.write(x + SWATCH_PT * 1.6 + GAP_PT, y, name, Ink("tx1"))


def plan(request: Request) -> Plot:
    """Return what is drawn of a choropleth map.

    Raises:
        DataError: The chart names no map, a row no region of it, or there are too many classes.
    """
    chart = request.chart
    if chart.map is None:
        raise DataError(
            "a choropleth needs a map",
            place=find_place(chart),
            hint="add 'map: {file: regions.geojson}', and put the file beside the brief",
        )
    rows = [row.model_copy(update={"region": None}) for row in chart.data]
    plot = _TABLE.plan(request, rows)
    regions = _list_regions(chart, chart.map, _find_map(request, chart.map))
    owners = _match_rows(chart, regions)
    writing, breaks = _plan_classes(request, chart.map, plot)
    phrases = find_phrases(request.language)
    drawing = _plan_drawing(chart, plot, (regions, owners), breaks)
    drawing = replace(
        drawing,
        classes=name_classes(breaks, writing, phrases) or _list_labels(plot)[:1],
        no_data=phrases.no_data if any(area.group is None for area in drawing.areas) else "",
    )
    height = min(max(drawing.aspect * 0.74, 0.42), 0.95)
    alt = chart.alt or _describe(plot, drawing, phrases)
    return as_drawn(plot, DrawnForm(drawing=drawing, height=height), alt)


def _find_map(request: Request, source: ChartMap) -> GeoMap:
    if source.file not in request.maps:
        raise DataError(
            f"the map '{source.file}' was not read",
            place=find_place(request.chart),
            hint="read it with 'generator.load.read_maps'",
        )
    return request.maps[source.file]


def _list_regions(chart: Chart, source: ChartMap, geo: GeoMap) -> Mapping[str, list[Region]]:
    """Return the regions by what rows name them; several features may be parts of one.

    Raises:
        DataError: No region has the property that rows name.
    """
    regions: dict[str, list[Region]] = {}
    for region in geo.regions:
        key = region.properties.get(source.match)
        if key is not None:
            regions.setdefault(" ".join(key.split()), []).append(region)
    if regions:
        return regions
    known = list(dict.fromkeys(key for region in geo.regions for key in region.properties))
    raise DataError(
        f"no region of the map has the property '{source.match}'",
        place=find_place(chart),
        hint=suggest(source.match, known) or f"its properties are {', '.join(known[:12])}",
    )


def _match_rows(chart: Chart, regions: Mapping[str, list[Region]]) -> dict[str, ChartRow]:
    """Return the row of each region.

    Raises:
        DataError: Rows name regions that the map does not have, or one twice.
    """
    owners: dict[str, ChartRow] = {}
    missing: list[str] = []
    for row in chart.data:
        key = " ".join((row.region or row.label).split())
        if key not in regions:
            missing.append(key)
        elif key in owners:
            raise DataError(
                f"the region '{key}' stands twice in this chart",
                place=find_place(chart, row.label),
                hint="give each region one row",
            )
        owners[key] = row
    if missing:
        more = ", …" if len(missing) > _MOST_LISTED else ""
        raise DataError(
            f"the map has no region '{missing[0]}'"
            if len(missing) == 1
            else f"the map lacks {len(missing)} regions: {', '.join(missing[:_MOST_LISTED])}{more}",
            place=find_place(chart, chart.data[0].label),
            hint=suggest(missing[0], list(regions))
            or f"it has {', '.join(sorted(regions)[:8])}; 'region' names one by another word",
        )
    return owners


def _plan_classes(
    request: Request, source: ChartMap, plot: Plot
) -> tuple[Writing, tuple[Decimal, ...]]:
    """Return how limits are written, and the limits: the author's, or round ones."""
    chart = request.chart
    numbers = resolve_numbers(chart, request.figures)
    unit = resolve_unit(chart, numbers)
    _, scaled = scale_numbers(chart, numbers, unit)
    writing = plan_writing(chart, scaled, unit, request.language)
    if not source.breaks:
        values = [value for value in plot.series[0].values if value is not None]
        return writing, plan_breaks(values, writing)
    breaks = tuple(source.breaks)
    if list(breaks) != sorted(set(breaks)) or len(breaks) >= MOST_CLASSES:
        raise DataError(
            "the limits of the classes do not ascend"
            if len(breaks) < MOST_CLASSES
            else f"{len(breaks) + 1} classes cannot be told apart",
            place=find_place(chart),
            hint=f"give {MOST_CLASSES - 1} 'breaks' at most, each above the one before, "
            "in the unit and scale that the chart shows",
        )
    return writing, breaks


def name_classes(breaks: Sequence[Decimal], writing: Writing, phrases: Phrases) -> tuple[str, ...]:
    """Return what each class holds, the lowest first; nothing where there are no limits."""
    places = max((max(0, -int(limit.as_tuple().exponent)) for limit in breaks), default=0)
    limits = [writing.write(limit, places) for limit in breaks]
    if not limits:
        return ()
    between = [phrases.class_between.format(low=low, high=high) for low, high in pairwise(limits)]
    first = phrases.class_first.format(high=limits[0])
    return (first, *between, phrases.class_last.format(low=limits[-1]))


def _describe(plot: Plot, drawing: Choropleth, phrases: Phrases) -> str:
    """Return the usual words, and which regions of the map have no value."""
    missing = [area.name for area in drawing.areas if area.group is None]
    told = describe_chart(describe_table(plot))
    if not missing:
        return told
    more = ["…"] if len(missing) > _MOST_LISTED else []
    names = phrases.comma.join([*missing[:_MOST_LISTED], *more])
    return told + phrases.space + phrases.missing.format(names=names)


def _list_labels(plot: Plot) -> tuple[str, ...]:
    return tuple(label for label in plot.series[0].labels if label)


def _plan_drawing(
    chart: Chart,
    plot: Plot,
    where: tuple[Mapping[str, list[Region]], Mapping[str, ChartRow]],
    breaks: tuple[Decimal, ...],
) -> Choropleth:
    """Return the areas on paper, each with its class."""
    regions, owners = where
    focus = find_highlight(chart, plot.categories) if chart.highlight is not None else None
    outlines, aspect = project(chart.map, regions)
    series = plot.series[0]
    known = {
        name: (value, label)
        for name, value, label in zip(plot.categories, series.values, series.labels, strict=True)
    }
    areas: list[Area] = []
    for key, rings in outlines.items():
        row = owners.get(key)
        name = " ".join(row.label.split()) if row else key
        value, label = known.get(name, (None, "")) if row else (None, "")
        group = None if value is None else find_class(value, breaks)
        areas.append(Area(name=name, rings=rings, group=group, label=label, is_focus=name == focus))
    shares = plan_shares(len(breaks) + 1, breaks)
    return Choropleth(areas=tuple(areas), aspect=aspect, classes=(), shares=shares, no_data="")


def project(
    source: ChartMap | None, regions: Mapping[str, list[Region]]
) -> tuple[Mapping[str, tuple[tuple[Point, ...], ...]], float]:
    """Return the outlines of each region from 0 to 1 in the map's width, and its height.

    Details that nobody could see are left out, but each region keeps its largest outline.
    """
    rings = {
        key: [ring for part in parts for polygon in part.polygons for ring in polygon]
        for key, parts in regions.items()
    }
    bounds = find_bounds(place for each in rings.values() for ring in each for place in ring)
    is_plain = source is not None and source.projection is MapProjection.PLATE_CARREE
    flatten = (plan_plain if is_plain else plan_equal_area)(bounds)
    flat = {
        key: [[flatten(place) for place in ring] for ring in each] for key, each in rings.items()
    }
    frame = find_bounds(place for each in flat.values() for ring in each for place in ring)
    width = max(frame.east - frame.west, 1e-9)
    height = max(frame.north - frame.south, 1e-9)
    shown = {
        key: _pick_rings(
            [
                [((x - frame.west) / width, (y - frame.south) / width) for x, y in ring]
                for ring in each
            ]
        )
        for key, each in flat.items()
    }
    return shown, height / width


def _pick_rings(rings: list[list[Point]]) -> tuple[tuple[Point, ...], ...]:
    """Return the outlines that can be seen, simplified; of a tiny region the largest as it is."""
    kept = [simplify(ring, _FINEST) for ring in rings]
    seen = tuple(ring for ring in kept if len(ring) > 2)  # noqa: PLR2004 - a triangle is an area
    return seen or (tuple(max(rings, key=len)),)


_TABLE = TableKind(checks=(check_one_series,), is_sorted=True)
