"""The native chart of a plot over categories (``dml-chart.xsd``, ISO/IEC 29500)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.charts.categories.geometry import TWIN_GAP_SHARE, find_bars
from generator.charts.categories.labels import write_labels
from generator.charts.categories.rooms import Rooms, plan_rooms
from generator.charts.frames import Extent
from generator.charts.marks import (
    BASELINE_PT,
    DOT_PT,
    EDGE_PT,
    GRID_PT,
    LINE_PT,
    dotted_points,
)
from generator.charts.markup import (
    LEVEL,
    Area,
    attribute,
    fill,
    line,
    place_area,
    text_properties,
    write_caches,
    write_legend,
)
from generator.charts.plot import Axis, Mark, Plot, PlotSeries
from generator.charts.style import ChartStyle, Ink

_CATEGORY_AXIS, _VALUE_AXIS = 111111111, 222222222
"""Ids of the axes: unsigned, below 2^31 (`CT_UnsignedInt`)."""

_AXES = f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'

_NAME_OFFSET = 60
"""Distance of names from the axis, in per cent of what an office program takes by itself."""


def write_area(plot: Plot, style: ChartStyle, extent: Extent) -> Area:
    """Return the plot area and the legend: one chart element for each kind of mark, and axes."""
    rooms = plan_rooms(plot, style, extent)
    charts = "".join(_write_charts(plot, style, rooms))
    return Area(
        plot=f"{place_area(extent, rooms.plot)}{charts}{_axes(plot, style, rooms)}",
        legend=write_legend(plot, style, extent, rooms.legend),
    )


def _write_charts(plot: Plot, style: ChartStyle, rooms: Rooms) -> Iterator[str]:
    """Yield the chart element of each kind of mark with its series; the last is drawn on top."""
    for mark, wrap in ((Mark.BAR, _wrap_bars), (Mark.LINE, _wrap_lines)):
        series = "".join(
            _write_series(plot, style, rooms, index)
            for index, each in enumerate(plot.series)
            if plot.find_mark(each) is mark
        )
        if series:
            yield wrap(plot, series)


def _wrap_lines(plot: Plot, series: str) -> str:
    """Return ``CT_LineChart``, on the axes of the bars where there are any."""
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
        f'<c:marker val="1"/>{_AXES}</c:lineChart>'
    )


def _wrap_bars(plot: Plot, series: str) -> str:
    """Return ``CT_BarChart``."""
    form = plot.category_form
    overlap = 100 if form.is_stacked else -round(TWIN_GAP_SHARE * 100)
    together = f'<c:overlap val="{overlap}"/>' if len(find_bars(plot)) > 1 else ""
    return (
        f'<c:barChart><c:barDir val="{"bar" if form.is_lying else "col"}"/>'
        f'<c:grouping val="{"stacked" if form.is_stacked else "clustered"}"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="{round(form.gap * 100)}"/>'
        f"{together}{_AXES}</c:barChart>"
    )


def _write_series(plot: Plot, style: ChartStyle, rooms: Rooms, index: int) -> str:
    """Return a series: name, look, points of their own look, labels, cached values."""
    series = plot.series[index]
    is_line = plot.find_mark(series) is Mark.LINE
    name, categories, values = write_caches(plot, index)
    look = _look_of_line if is_line else _look_of_bars
    straight = '<c:smooth val="0"/>' if is_line else ""
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{name}'
        f"{look(plot, style, series)}{write_labels(plot, style, rooms, index)}"
        f"{categories}{values}{straight}</c:ser>"
    )


def _look_of_line(plot: Plot, style: ChartStyle, series: PlotSeries) -> str:
    """Return `c:spPr`, `c:marker` and `c:dPt` of a line: dots at its end and at lone points."""
    ink = style.find_ink(series.colour)
    dot = (
        f'<c:marker><c:symbol val="circle"/><c:size val="{DOT_PT}"/>'
        f"<c:spPr>{fill(ink)}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>"
    )
    stroke = f"<c:spPr>{line(ink, LINE_PT)}</c:spPr>"
    points = "".join(
        f'<c:dPt><c:idx val="{index}"/>{dot}<c:bubble3D val="0"/>{stroke}</c:dPt>'
        for index in dotted_points(series)
    )
    return f'{stroke}<c:marker><c:symbol val="none"/></c:marker>{points}'


def _look_of_bars(plot: Plot, style: ChartStyle, series: PlotSeries) -> str:
    """Return `c:spPr`, `c:invertIfNegative` and `c:dPt` of bars.

    Bars that touch have a thin line of the ground between them.
    """
    edge = line(Ink("bg1"), EDGE_PT) if plot.category_form.is_stacked else ""
    shape = f"<c:spPr>{fill(style.find_ink(series.colour))}{edge}</c:spPr>"
    invert = '<c:invertIfNegative val="0"/>'
    return f"{shape}{invert}" + "".join(
        f'<c:dPt><c:idx val="{at}"/>{invert}<c:bubble3D val="0"/>'
        f"<c:spPr>{fill(style.find_ink(slot))}{edge}</c:spPr></c:dPt>"
        for at, slot in sorted(series.point_colours.items())
    )


def _axes(plot: Plot, style: ChartStyle, rooms: Rooms) -> str:
    if plot.axis is None:
        return ""
    return _names(plot, style, rooms) + _numbers(plot, style, plot.axis)


def _names(plot: Plot, style: ChartStyle, rooms: Rooms) -> str:
    """Return the axis of the categories (``CT_CatAx``): the first on top, or at the left."""
    is_lying = plot.is_lying
    # LibreOffice 7.4 overlooks `c:tickLblSkip`: where names are thinned it draws all of them and
    # breaks them. Any other turn of the text mends that but moves names off their columns.
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/>'
        f'<c:scaling><c:orientation val="{"maxMin" if is_lying else "minMax"}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"l" if is_lying else "b"}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{line(style.baseline, BASELINE_PT)}</c:spPr>"
        f"{text_properties(plot, style, Ink('tx1'), body=LEVEL)}"
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        f'<c:lblAlgn val="ctr"/><c:lblOffset val="{_NAME_OFFSET}"/>'
        f'<c:tickLblSkip val="{rooms.every}"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _numbers(plot: Plot, style: ChartStyle, axis: Axis) -> str:
    """Return the axis of the values (``CT_ValAx``); not drawn when all values are labelled.

    The axis of lying bars crosses at the last category, which stands lowest.
    """
    is_lying = plot.is_lying
    grid = f"<c:majorGridlines><c:spPr>{line(style.grid, GRID_PT)}</c:spPr></c:majorGridlines>"
    between = "midCat" if plot.category_form.reaches_edges else "between"
    return (
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{axis.maximum:f}"/><c:min val="{axis.minimum:f}"/></c:scaling>'
        f'<c:delete val="{int(not axis.is_shown)}"/><c:axPos val="{"b" if is_lying else "l"}"/>'
        f"{grid if axis.is_shown else ''}"
        f'<c:numFmt formatCode={attribute(axis.number_format)} sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{text_properties(plot, style, style.quiet, body=LEVEL)}"
        f'<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="{"max" if is_lying else "autoZero"}"/>'
        f'<c:crossBetween val="{between}"/><c:majorUnit val="{axis.major:f}"/></c:valAx>'
    )
