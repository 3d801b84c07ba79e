"""Labels at the marks of a native chart (``CT_DLbls``, ``CT_DLbl`` in ``dml-chart.xsd``)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.brief.exhibits import ChartKind
from generator.charts.kinds import STACKED
from generator.charts.markup import LEVEL, ONE_LINE, attribute, text_properties
from generator.charts.plot import EXACT, Legend, Plot, PlotSeries
from generator.charts.rings import RingLabel
from generator.charts.rooms import Rooms
from generator.charts.style import ChartStyle, Ink

_NO_SHAPE = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_LINES_UNWRAPPED = 2  # name and value


def write_labels(plot: Plot, style: ChartStyle, rooms: Rooms, index: int) -> str:
    """Return the labels of the series with `index`.

    All show live values of the chart's data, so that they follow when the data are edited.
    """
    if not plot.has_labels:
        return ""
    if plot.kind is ChartKind.LINE:
        return _label_end(plot, style, rooms, index)
    if plot.kind is ChartKind.DOUGHNUT:
        return _label_ring(plot, style, rooms)
    ink = Ink("tx1")
    position = "outEnd"
    if plot.kind in STACKED:
        ink, position = style.text_on(style.find_ink(plot.series[index].colour)), "ctr"
    text = text_properties(plot, style, ink, body=ONE_LINE)
    look = f"{_NO_SHAPE}{text}{_shows(position)}"
    points = "".join(_label_points(plot, rooms, index, look))
    return f"<c:dLbls>{points}{_format(plot)}{look}</c:dLbls>"


def _label_points(plot: Plot, rooms: Rooms, index: int, look: str) -> Iterator[str]:
    """Yield the labels that differ: none where there is no room, a bound before the value."""
    series = plot.series[index]
    for at, (value, fits) in enumerate(zip(series.values, rooms.fits[index], strict=True)):
        if value is None:
            continue
        bound = _bound_of(series, at)
        if not fits:
            yield f'<c:dLbl><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>'
        elif bound != EXACT:
            yield f'<c:dLbl><c:idx val="{at}"/>{_format(plot, bound)}{look}</c:dLbl>'


def _bound_of(series: PlotSeries, at: int) -> str:
    return series.bounds[at] if series.bounds else EXACT


def _label_end(plot: Plot, style: ChartStyle, rooms: Rooms, index: int) -> str:
    """Return one label at the end of a line, moved where it would meet another."""
    end = rooms.ends[index]
    if end is None:
        return ""
    ink = style.text_like(style.find_ink(plot.series[index].colour))
    text = text_properties(plot, style, ink, body=ONE_LINE, is_bold=True)
    shows = _shows("r", is_named=plot.legend is Legend.DIRECT)
    code = _format(plot, _bound_of(plot.series[index], end.point))
    moved = _move(0, (end.height - end.own) / rooms.height)
    return (
        f'<c:dLbls><c:dLbl><c:idx val="{end.point}"/>{moved}{code}'
        f"{_NO_SHAPE}{text}{shows}<c:separator> </c:separator></c:dLbl>"
        f"{_shows('', is_valued=False)}</c:dLbls>"
    )


def _label_ring(plot: Plot, style: ChartStyle, rooms: Rooms) -> str:
    """Return name and value beside each slice, moved there from the slice's middle."""
    labels = rooms.ring.labels if rooms.ring else ()
    shows = _shows("", is_categorised=True) + "<c:separator>\n</c:separator>"
    points = "".join(
        f'<c:dLbl><c:idx val="{index}"/>'
        f"{_move((label.x - label.mid_x) / rooms.width, (label.y - label.mid_y) / rooms.height)}"
        f"{_format(plot, _bound_of(plot.series[0], index))}{_NO_SHAPE}"
        f"{text_properties(plot, style, Ink('tx1'), body=_body_of(label))}{shows}</c:dLbl>"
        for index, label in enumerate(labels)
    )
    rest = f"{_format(plot)}{_NO_SHAPE}{text_properties(plot, style, Ink('tx1'))}{shows}"
    return f'<c:dLbls>{points}{rest}<c:showLeaderLines val="0"/></c:dLbls>'


def _body_of(label: RingLabel) -> str:
    """Return how the text runs: office programs wrap early unless they are told not to."""
    is_wrapped = len(label.lines) > _LINES_UNWRAPPED
    return LEVEL if is_wrapped else ONE_LINE


def _move(x: float, y: float) -> str:
    """Return how far a label stands from its usual place, as shares of the chart."""
    if abs(x) + abs(y) < 1e-4:  # noqa: PLR2004 - less than can be seen
        return ""
    return (
        f'<c:layout><c:manualLayout><c:x val="{x:.4f}"/><c:y val="{y:.4f}"/>'
        "</c:manualLayout></c:layout>"
    )


def _format(plot: Plot, bound: str = EXACT) -> str:
    """Return the number format of a label, the words of its bound quoted around the digits."""
    before, _, after = bound.partition(EXACT)
    # A code that names its locale does so first: `[$-422]#,##0.0`.
    bracket, locale, digits = plot.number_format.rpartition("]")
    code = bracket + locale + _quote(before) + digits + _quote(after)
    return f'<c:numFmt formatCode={attribute(code)} sourceLinked="0"/>'


def _quote(words: str) -> str:
    return f'"{words}"' if words else ""


def _shows(
    position: str,
    *,
    is_valued: bool = True,
    is_named: bool = False,
    is_categorised: bool = False,
) -> str:
    """Return where labels stand and what they show."""
    place = f'<c:dLblPos val="{position}"/>' if position else ""
    return (
        f'{place}<c:showLegendKey val="0"/><c:showVal val="{int(is_valued)}"/>'
        f'<c:showCatName val="{int(is_categorised)}"/><c:showSerName val="{int(is_named)}"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )
