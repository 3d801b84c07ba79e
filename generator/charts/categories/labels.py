"""Labels at the marks of a native chart over categories (``CT_DLbls`` in ``dml-chart.xsd``)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.charts.categories.rooms import Rooms
from generator.charts.labelling import NO_SHAPE, find_bound, move_label, show_parts, write_format
from generator.charts.markup import ONE_LINE, text_properties
from generator.charts.plot import EXACT, LabelPlace, Legend, Plot
from generator.charts.style import ChartStyle, Ink


def write_labels(plot: Plot, style: ChartStyle, rooms: Rooms, index: int) -> str:
    """Return the labels of the series with `index`.

    All show live values of the chart's data, so that they follow when the data are edited.
    """
    if not plot.has_labels:
        return ""
    place = plot.find_label_place(plot.series[index])
    if place is LabelPlace.END:
        return _label_end(plot, style, rooms, index)
    ink, position = Ink("tx1"), "outEnd"
    if place is LabelPlace.CENTRE:
        ink, position = style.text_on(style.find_ink(plot.series[index].colour)), "ctr"
    text = text_properties(plot, style, ink, body=ONE_LINE)
    look = f"{NO_SHAPE}{text}{show_parts(position)}"
    points = "".join(_label_points(plot, rooms, index, look))
    return f"<c:dLbls>{points}{write_format(plot)}{look}</c:dLbls>"


def _label_points(plot: Plot, rooms: Rooms, index: int, look: str) -> Iterator[str]:
    """Yield the labels that differ: none where there is no room, a bound before the value."""
    series = plot.series[index]
    for at, (value, fits) in enumerate(zip(series.values, rooms.fits[index], strict=True)):
        if value is None:
            continue
        bound = find_bound(series, at)
        if not fits:
            yield f'<c:dLbl><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>'
        elif bound != EXACT:
            yield f'<c:dLbl><c:idx val="{at}"/>{write_format(plot, bound)}{look}</c:dLbl>'


def _label_end(plot: Plot, style: ChartStyle, rooms: Rooms, index: int) -> str:
    """Return one label at the end of a line, moved where it would meet another."""
    end = rooms.ends[index]
    if end is None:
        return ""
    ink = style.text_like(style.find_ink(plot.series[index].colour))
    text = text_properties(plot, style, ink, body=ONE_LINE, is_bold=True)
    shows = show_parts("r", is_named=plot.legend is Legend.DIRECT)
    code = write_format(plot, find_bound(plot.series[index], end.point))
    moved = move_label(0, (end.height - end.own) / rooms.extent.height)
    return (
        f'<c:dLbls><c:dLbl><c:idx val="{end.point}"/>{moved}{code}'
        f"{NO_SHAPE}{text}{shows}<c:separator> </c:separator></c:dLbl>"
        f"{show_parts('', is_valued=False)}</c:dLbls>"
    )
