"""Plot to native chart: the XML of a chart part, and the workbook behind it.

One part serves both formats. Element order is that of ``dml-chart.xsd`` (ISO/IEC 29500).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.brief.exhibits import ChartKind
from generator.charts.labels import write_labels
from generator.charts.markup import (
    NAMESPACES,
    attribute,
    fill,
    line,
    text_properties,
    write_caches,
)
from generator.charts.planning import BARS, STACKED
from generator.charts.plot import Legend, Plot, PlotSeries
from generator.charts.rooms import Rooms, plan_rooms
from generator.charts.style import ChartStyle
from generator.charts.workbook import write_workbook
from generator.units import Size

_CATEGORY_AXIS, _VALUE_AXIS = 111111111, 222222222
"""Ids of the axes: unsigned, below 2^31 (`CT_UnsignedInt`)."""

_LINE_PT = 2.25
_HOLE_PERCENT = 58
_GAP_PERCENT = 50
_OVERLAP_GROUPED = -10


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
        f"{_plot_area(plot, style, rooms, size)}{_legend(plot, style, rooms)}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{text_properties(plot, style, style.find_ink('tx1'))}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    )
    return NativeChart(xml=xml.encode(), workbook=write_workbook(plot))


def _plot_area(plot: Plot, style: ChartStyle, rooms: Rooms, size: Size) -> str:
    series = "".join(_series(plot, style, rooms, size))
    return (
        f"<c:plotArea>{_layout(rooms)}{_wrap_kind(plot, series)}{_axes(plot, style)}"
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>"
    )


def _layout(rooms: Rooms) -> str:
    """Return the place of the inner plot area (``CT_ManualLayout``), names and numbers outside."""
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/>'
        '<c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{rooms.left:.4f}"/><c:y val="{rooms.top:.4f}"/>'
        f'<c:w val="{rooms.width:.4f}"/><c:h val="{rooms.height:.4f}"/>'
        "</c:manualLayout></c:layout>"
    )


def _wrap_kind(plot: Plot, series: str) -> str:
    """Return the chart element of the plot's kind around its series."""
    axes = f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'
    if plot.kind is ChartKind.DOUGHNUT:
        return (
            f'<c:doughnutChart><c:varyColors val="1"/>{series}'
            f'<c:firstSliceAng val="0"/><c:holeSize val="{_HOLE_PERCENT}"/></c:doughnutChart>'
        )
    if plot.kind is ChartKind.LINE:
        return (
            f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
            f'<c:marker val="1"/>{axes}</c:lineChart>'
        )
    direction = "bar" if plot.kind in BARS else "col"
    is_stacked = plot.kind in STACKED
    overlap = 100 if is_stacked else _OVERLAP_GROUPED
    together = f'<c:overlap val="{overlap}"/>' if len(plot.series) > 1 else ""
    return (
        f'<c:barChart><c:barDir val="{direction}"/>'
        f'<c:grouping val="{"stacked" if is_stacked else "clustered"}"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="{_GAP_PERCENT}"/>{together}{axes}'
        "</c:barChart>"
    )


def _series(plot: Plot, style: ChartStyle, rooms: Rooms, size: Size) -> Iterator[str]:
    """Yield each series: name, look, points of their own colour, labels, cached values."""
    straight = '<c:smooth val="0"/>' if plot.kind is ChartKind.LINE else ""
    for index, series in enumerate(plot.series):
        name, categories, values = write_caches(plot, index)
        yield (
            f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{name}'
            f"{_look(plot, style, series)}"
            f"{write_labels(plot, style, rooms, (index, size))}"
            f"{categories}{values}"
            f"{straight}</c:ser>"
        )


def _look(plot: Plot, style: ChartStyle, series: PlotSeries) -> str:
    """Return `c:spPr`, `c:marker` or `c:invertIfNegative`, and `c:dPt` of a series."""
    ink = style.find_ink(series.colour)
    if plot.kind is ChartKind.LINE:
        return f'<c:spPr>{line(ink, _LINE_PT)}</c:spPr><c:marker><c:symbol val="none"/></c:marker>'
    edge = line(style.find_ink("bg1"), 1.0) if _touches(plot) else ""
    shape = f"<c:spPr>{fill(ink)}{edge}</c:spPr>"
    if plot.kind is ChartKind.DOUGHNUT:
        points = {
            at: series.point_colours.get(at, series.colour) for at in range(len(series.values))
        }
        return shape + "".join(_point(style, at, slot, edge, "") for at, slot in points.items())
    invert = '<c:invertIfNegative val="0"/>'
    return (
        shape
        + invert
        + "".join(
            _point(style, at, slot, edge, invert) for at, slot in series.point_colours.items()
        )
    )


def _touches(plot: Plot) -> bool:
    """Return whether marks touch, and need a thin line of the ground between them."""
    return plot.kind in STACKED or plot.kind is ChartKind.DOUGHNUT


def _point(style: ChartStyle, index: int, slot: str, edge: str, invert: str) -> str:
    """Return one point of a colour of its own (``CT_DPt``)."""
    return (
        f'<c:dPt><c:idx val="{index}"/>{invert}<c:bubble3D val="0"/>'
        f"<c:spPr>{fill(style.find_ink(slot))}{edge}</c:spPr></c:dPt>"
    )


def _axes(plot: Plot, style: ChartStyle) -> str:
    axis = plot.axis
    if axis is None:
        return ""
    is_lying = plot.kind in BARS
    names, numbers = ("l", "b") if is_lying else ("b", "l")
    first_on_top = "maxMin" if is_lying else "minMax"
    grid = f"<c:majorGridlines><c:spPr>{line(style.grid, 0.75)}</c:spPr></c:majorGridlines>"
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/>'
        f'<c:scaling><c:orientation val="{first_on_top}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{names}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{line(style.baseline, 0.75)}</c:spPr>"
        f"{text_properties(plot, style, style.find_ink('tx1'), is_level=True)}"
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{axis.maximum:f}"/><c:min val="{axis.minimum:f}"/></c:scaling>'
        f'<c:delete val="{int(not axis.is_shown)}"/><c:axPos val="{numbers}"/>'
        f"{grid if axis.is_shown else ''}"
        f'<c:numFmt formatCode={attribute(_tick_format(plot))} sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{text_properties(plot, style, style.quiet, is_level=True)}"
        f'<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="{"max" if is_lying else "autoZero"}"/>'
        f'<c:crossBetween val="between"/><c:majorUnit val="{axis.major:f}"/></c:valAx>'
    )


def _tick_format(plot: Plot) -> str:
    """Return the number format of the axis: the decimals of its step, the sign of the values."""
    assert plot.axis is not None  # noqa: S101 - only asked for where there is an axis
    exponent = plot.axis.major.normalize().as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    suffix = '"%"' if plot.number_format.endswith('"%"') else ""
    return f"#,##0{'.' + '0' * decimals if decimals else ''}{suffix}"


def _legend(plot: Plot, style: ChartStyle, rooms: Rooms) -> str:
    """Return a legend at the top left, or at the right of a doughnut (``CT_Legend``)."""
    text = text_properties(plot, style, style.find_ink("tx1"))
    if plot.kind is ChartKind.DOUGHNUT:
        left = rooms.left + rooms.width
        height = min(1.0, 0.14 * len(plot.categories) + 0.1)
        box = (left, (1 - height) / 2, min(1 - left, 0.6), height)
        return f'<c:legend><c:legendPos val="r"/>{_place(box)}<c:overlay val="0"/>{text}</c:legend>'
    if plot.legend is not Legend.TOP:
        return ""
    box = (0.0, 0.0, rooms.legend_width, rooms.legend_height)
    return f'<c:legend><c:legendPos val="t"/>{_place(box)}<c:overlay val="0"/>{text}</c:legend>'


def _place(box: tuple[float, float, float, float]) -> str:
    left, top, width, height = box
    return (
        '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{left:.4f}"/><c:y val="{top:.4f}"/>'
        f'<c:w val="{width:.4f}"/><c:h val="{height:.4f}"/></c:manualLayout></c:layout>'
    )
