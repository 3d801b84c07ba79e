"""Labels at the marks of a native chart over categories (``CT_DLbls`` in ``dml-chart.xsd``)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.charts.categories.ends import EndLabel
from generator.charts.categories.rooms import Rooms
from generator.charts.labelling import (
    find_bound,
    move_label,
    show_parts,
    write_format,
    write_texts,
)
from generator.charts.markup import NO_LINE, NO_SHAPE, ONE_LINE, fill, find_cells, text_properties
from generator.charts.plot import EXACT, LabelPlace, Legend, Plot, PlotSeries
from generator.charts.style import ChartStyle, Ink

_POSITIONS = {LabelPlace.ABOVE: "t", LabelPlace.BEYOND: "inBase"}


class Labels(NamedTuple):
    """Labels of a series, and what they add at its end (`c:extLst`)."""

    labels: str = ""
    extension: str = ""


def write_labels(plot: Plot, style: ChartStyle, rooms: Rooms, index: int) -> Labels:
    """Return the labels of the series with `index`.

    All show live values of the chart's data, so that they follow when the data are edited.
    """
    series = plot.series[index]
    place = plot.find_label_place(series)
    if place is LabelPlace.NONE:
        return Labels()
    if place in {LabelPlace.END, LabelPlace.ENDS}:
        return Labels(_label_ends(plot, style, rooms, index))
    if series.text_column is not None:
        return Labels(*_label_texts(plot, style, series, _POSITIONS.get(place, "outEnd")))
    ink, position = Ink("tx1"), _POSITIONS.get(place, "outEnd")
    if place is LabelPlace.CENTRE:
        ink, position = style.text_on(style.find_ink(series.colour)), "ctr"
    text = text_properties(plot, style, ink, body=ONE_LINE)
    look = f"{NO_SHAPE}{text}{show_parts(position)}"
    points = "".join(_label_points(plot, style, rooms, index, look))
    code = write_format(plot, own=series.number_format)
    return Labels(f"<c:dLbls>{points}{code}{look}</c:dLbls>")


def _label_texts(
    plot: Plot, style: ChartStyle, series: PlotSeries, position: str
) -> tuple[str, str]:
    """Return labels that are texts in a column of the workbook."""
    cells = find_cells(plot, series.text_column or 0)
    return write_texts(series.labels, (plot, style), position, cells)


def _label_points(
    plot: Plot, style: ChartStyle, rooms: Rooms, index: int, look: str
) -> Iterator[str]:
    """Yield the labels that differ: none where there is no room, a bound before the value."""
    series = plot.series[index]
    place = plot.find_label_place(series)
    # Words upon hatching stand on a piece of the ground.
    paper = f"<c:spPr>{fill(Ink('bg1'))}{NO_LINE}</c:spPr>"
    ground = paper + text_properties(plot, style, Ink("tx1"), body=ONE_LINE)
    for at, (value, fits) in enumerate(zip(series.values, rooms.fits[index], strict=True)):
        if value is None:
            continue
        bound = find_bound(series, at)
        if not fits:
            yield f'<c:dLbl><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>'
        elif at in series.point_textures and place is LabelPlace.CENTRE:
            code = write_format(plot, bound, series.number_format)
            yield f'<c:dLbl><c:idx val="{at}"/>{code}{ground}{show_parts("ctr")}</c:dLbl>'
        elif bound != EXACT:
            code = write_format(plot, bound, series.number_format)
            yield f'<c:dLbl><c:idx val="{at}"/>{code}{look}</c:dLbl>'


def _label_ends(plot: Plot, style: ChartStyle, rooms: Rooms, index: int) -> str:
    """Return the labels at the ends of a line, moved where they would meet others."""
    series, start, end = plot.series[index], rooms.starts[index], rooms.ends[index]
    if end is None:
        return ""
    is_named = plot.legend is Legend.DIRECT
    is_valued = series.named_after is None
    shows = show_parts("r", is_named=is_named, is_valued=is_valued)
    labels = [_label_end(plot, style, (series, end, rooms.extent.height), shows)]
    if start is not None:
        labels.insert(
            0, _label_end(plot, style, (series, start, rooms.extent.height), show_parts("l"))
        )
    return f"<c:dLbls>{''.join(labels)}{show_parts('', is_valued=False)}</c:dLbls>"


def _label_end(
    plot: Plot, style: ChartStyle, place: tuple[PlotSeries, EndLabel, float], shows: str
) -> str:
    """Return one label at the end of a line."""
    series, end, height = place
    ink = style.text_like(style.find_ink(series.colour))
    text = text_properties(plot, style, ink, body=ONE_LINE, is_bold=True)
    code = write_format(plot, find_bound(series, end.point), series.number_format)
    moved = move_label(0, (end.height - end.own) / height)
    return (
        f'<c:dLbl><c:idx val="{end.point}"/>{moved}{code}'
        f"{NO_SHAPE}{text}{shows}<c:separator> </c:separator></c:dLbl>"
    )
