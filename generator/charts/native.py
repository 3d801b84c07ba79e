"""Plot to native chart: the XML of a chart part, and the workbook behind it.

One part serves both formats. Element order is that of ``dml-chart.xsd`` (ISO/IEC 29500).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.brief.exhibits import ChartKind
from generator.charts.kinds import BARS, STACKED
from generator.charts.labels import write_labels
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
    NAMESPACES,
    attribute,
    fill,
    line,
    text_properties,
    write_caches,
)
from generator.charts.plot import Axis, Legend, Plot, PlotSeries
from generator.charts.rings import HOLE_SHARE
from generator.charts.rooms import GAP_SHARE, TWIN_GAP_SHARE, Frame, Rooms, plan_rooms
from generator.charts.style import ChartStyle, Ink
from generator.charts.workbook import write_workbook
from generator.units import Size

_CATEGORY_AXIS, _VALUE_AXIS = 111111111, 222222222
"""Ids of the axes: unsigned, below 2^31 (`CT_UnsignedInt`)."""

_NAME_OFFSET = 60
"""Distance of names from the axis, in per cent of what an office program takes by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NativeChart:
    """The two parts of a native chart.

    Attributes:
        xml: The chart part. It names its workbook as `rId1`: relate that to the workbook with the
            type `…/relationships/package`.
        workbook: The embedded .xlsx.
    """

    xml: bytes
    workbook: bytes


def make_native_chart(plot: Plot, style: ChartStyle, size: Size) -> NativeChart:
    """Return the chart part (``CT_ChartSpace``) of `plot`, and its workbook.

    Args:
        plot: What is drawn.
        style: How it looks; colours go into the part as slots of the theme.
        size: Of the frame that the chart is shown in, in EMU; decides the room for labels.
    """
    rooms = plan_rooms(plot, style, size)
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<c:chartSpace {NAMESPACES}>"
        f'<c:date1904 val="0"/><c:lang val={attribute(plot.language)}/>'
        '<c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/>'
        f"{_plot_area(plot, style, rooms)}{_legend(plot, style, rooms)}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{text_properties(plot, style, Ink('tx1'))}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    )
    return NativeChart(xml=xml.encode(), workbook=write_workbook(plot))


def _plot_area(plot: Plot, style: ChartStyle, rooms: Rooms) -> str:
    series = "".join(_series(plot, style, rooms))
    return (
        f"<c:plotArea>{_place(rooms, rooms.plot, is_inner=True)}{_wrap_kind(plot, series)}"
        f"{_axes(plot, style, rooms)}"
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>"
    )


def _place(rooms: Rooms, frame: Frame, *, is_inner: bool = False) -> str:
    """Return a place as shares of the chart (``CT_ManualLayout``).

    With `is_inner` it is that of the axes alone, names and numbers outside.
    """
    inner = '<c:layoutTarget val="inner"/>' if is_inner else ""
    return (
        f'<c:layout><c:manualLayout>{inner}<c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{frame.left / rooms.width:.4f}"/><c:y val="{frame.top / rooms.height:.4f}"/>'
        f'<c:w val="{frame.width / rooms.width:.4f}"/>'
        f'<c:h val="{frame.height / rooms.height:.4f}"/></c:manualLayout></c:layout>'
    )


def _wrap_kind(plot: Plot, series: str) -> str:
    """Return the chart element of the plot's kind around its series."""
    axes = f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'
    if plot.kind is ChartKind.DOUGHNUT:
        return (
            f'<c:doughnutChart><c:varyColors val="1"/>{series}'
            f'<c:firstSliceAng val="0"/><c:holeSize val="{round(HOLE_SHARE * 100)}"/>'
            "</c:doughnutChart>"
        )
    if plot.kind is ChartKind.LINE:
        return (
            f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
            f'<c:marker val="1"/>{axes}</c:lineChart>'
        )
    direction = "bar" if plot.kind in BARS else "col"
    is_stacked = plot.kind in STACKED
    overlap = 100 if is_stacked else -round(TWIN_GAP_SHARE * 100)
    together = f'<c:overlap val="{overlap}"/>' if len(plot.series) > 1 else ""
    return (
        f'<c:barChart><c:barDir val="{direction}"/>'
        f'<c:grouping val="{"stacked" if is_stacked else "clustered"}"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="{round(GAP_SHARE * 100)}"/>'
        f"{together}{axes}</c:barChart>"
    )


def _series(plot: Plot, style: ChartStyle, rooms: Rooms) -> Iterator[str]:
    """Yield each series: name, look, points of their own look, labels, cached values."""
    straight = '<c:smooth val="0"/>' if plot.kind is ChartKind.LINE else ""
    for index, series in enumerate(plot.series):
        name, categories, values = write_caches(plot, index)
        look = _look_of_line if plot.kind is ChartKind.LINE else _look_of_bars
        yield (
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
    """Return `c:spPr`, `c:invertIfNegative` and `c:dPt` of bars or slices."""
    edge = line(Ink("bg1"), EDGE_PT) if _touches(plot) else ""
    shape = f"<c:spPr>{fill(style.find_ink(series.colour))}{edge}</c:spPr>"
    invert, points = '<c:invertIfNegative val="0"/>', dict(series.point_colours)
    if plot.kind is ChartKind.DOUGHNUT:
        points = {at: points.get(at, series.colour) for at in range(len(series.values))}
        invert = ""
    return f"{shape}{invert}" + "".join(
        f'<c:dPt><c:idx val="{at}"/>{invert}<c:bubble3D val="0"/>'
        f"<c:spPr>{fill(style.find_ink(slot))}{edge}</c:spPr></c:dPt>"
        for at, slot in sorted(points.items())
    )


def _touches(plot: Plot) -> bool:
    """Return whether marks touch, and need a thin line of the ground between them."""
    return plot.kind in STACKED or plot.kind is ChartKind.DOUGHNUT


def _axes(plot: Plot, style: ChartStyle, rooms: Rooms) -> str:
    return (
        "" if plot.axis is None else _names(plot, style, rooms) + _numbers(plot, style, plot.axis)
    )


def _names(plot: Plot, style: ChartStyle, rooms: Rooms) -> str:
    """Return the axis of the categories (``CT_CatAx``): the first on top, or at the left."""
    is_lying = plot.kind in BARS
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
    is_lying = plot.kind in BARS
    grid = f"<c:majorGridlines><c:spPr>{line(style.grid, GRID_PT)}</c:spPr></c:majorGridlines>"
    between = "midCat" if plot.kind is ChartKind.LINE else "between"
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


def _legend(plot: Plot, style: ChartStyle, rooms: Rooms) -> str:
    """Return a legend at the top left, in the order of the series (``CT_Legend``)."""
    if plot.legend is not Legend.TOP:
        return ""
    frame = Frame(0.0, 0.0, min(rooms.legend_width, rooms.width), rooms.legend_height)
    return (
        f'<c:legend><c:legendPos val="t"/>{_place(rooms, frame)}<c:overlay val="0"/>'
        f"{text_properties(plot, style, Ink('tx1'))}</c:legend>"
    )
