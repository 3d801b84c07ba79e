"""Labels at the marks of a native chart (``CT_DLbls``, ``CT_DLbl``)."""

from __future__ import annotations

from decimal import Decimal

from generator.brief.exhibits import ChartKind
from generator.charts.markup import attribute, text_properties
from generator.charts.planning import BARS, STACKED
from generator.charts.plot import Legend, Plot, PlotSeries
from generator.charts.rooms import GAP_PT, Rooms, last_index
from generator.charts.style import ChartStyle, Ink
from generator.ooxml.metrics import LINE_PITCH
from generator.units import Size, to_pt

_SMALLEST_SLICE = 0.06
"""Share of the ring below which a label does not fit on its slice."""


def write_labels(plot: Plot, style: ChartStyle, rooms: Rooms, drawn: tuple[int, Size]) -> str:
    """Return the labels of one series.

    Args:
        plot: The plot.
        style: Its look.
        rooms: Where the plot stands.
        drawn: Index of the series, and the size of the frame in EMU.
    """
    index, size = drawn
    series = plot.series[index]
    if not plot.has_labels:
        return ""
    if plot.kind is ChartKind.LINE:
        return _label_end(plot, style, rooms, index)
    if plot.kind is ChartKind.DOUGHNUT or plot.kind in STACKED:
        return _label_inside(plot, style, series, _fits(plot, style, rooms, (index, size)))
    return _all(plot, style, style.find_ink("tx1"), "outEnd")


def _all(plot: Plot, style: ChartStyle, ink: Ink, position: str, before: str = "") -> str:
    return (
        f"<c:dLbls>{before}{_format(plot)}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{text_properties(plot, style, ink)}{_place(position)}{_shows()}</c:dLbls>"
    )


def _label_inside(plot: Plot, style: ChartStyle, series: PlotSeries, fits: list[bool]) -> str:
    """Return values on the marks, light on dark and dark on light; none where it does not fit."""
    position = "" if plot.kind is ChartKind.DOUGHNUT else "ctr"
    single = ""
    for index, does_fit in enumerate(fits):
        if not does_fit:
            single += f'<c:dLbl><c:idx val="{index}"/><c:delete val="1"/></c:dLbl>'
            continue
        slot = series.point_colours.get(index)
        if slot is not None:
            ink = style.text_on(style.find_ink(slot))
            single += (
                f'<c:dLbl><c:idx val="{index}"/>{_format(plot)}'
                "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
                f"{text_properties(plot, style, ink, is_bold=True)}"
                f"{_place(position)}{_shows()}</c:dLbl>"
            )
    ink = style.text_on(style.find_ink(series.colour))
    return _all(plot, style, ink, position, single)


def _fits(plot: Plot, style: ChartStyle, rooms: Rooms, drawn: tuple[int, Size]) -> list[bool]:
    """Return for each value whether its label fits on its mark."""
    index, size = drawn
    series = plot.series[index]
    if plot.axis is None:
        total = sum((value or Decimal(0) for value in series.values), Decimal(0))
        return [bool(value) and value / total >= _SMALLEST_SLICE for value in series.values]
    is_lying = plot.kind in BARS
    length = to_pt(size.width) * rooms.width if is_lying else to_pt(size.height) * rooms.height
    scale = length / float(plot.axis.maximum - plot.axis.minimum)
    return [
        value is not None
        and abs(float(value)) * scale
        >= (style.measure(label) if is_lying else style.text_pt * LINE_PITCH) + GAP_PT / 2
        for value, label in zip(series.values, series.labels, strict=True)
    ]


def _label_end(plot: Plot, style: ChartStyle, rooms: Rooms, index: int) -> str:
    """Return one label at the end of a line, moved where it would meet another."""
    series = plot.series[index]
    last = last_index(series)
    value = series.values[last] if last is not None else None
    if plot.axis is None or last is None or value is None:
        return ""
    ink = style.text_like(style.find_ink(series.colour))
    own = float((plot.axis.maximum - value) / (plot.axis.maximum - plot.axis.minimum))
    moved = (rooms.end_labels[index][1] - own) * rooms.height
    layout = (
        f'<c:layout><c:manualLayout><c:x val="0"/><c:y val="{moved:.4f}"/>'
        "</c:manualLayout></c:layout>"
        if round(moved, 4)
        else ""
    )
    is_named = plot.legend is Legend.DIRECT
    return (
        f'<c:dLbls><c:dLbl><c:idx val="{last}"/>{layout}{_format(plot)}'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{text_properties(plot, style, ink, is_bold=True)}{_place('r')}"
        f'<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        f'<c:showSerName val="{int(is_named)}"/><c:showPercent val="0"/>'
        '<c:showBubbleSize val="0"/><c:separator> </c:separator></c:dLbl>'
        '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )


def _format(plot: Plot) -> str:
    return f'<c:numFmt formatCode={attribute(plot.number_format)} sourceLinked="0"/>'


def _place(position: str) -> str:
    return f'<c:dLblPos val="{position}"/>' if position else ""


def _shows() -> str:
    return (
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )
