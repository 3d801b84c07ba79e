"""How marks of a native chart look (`c:spPr`, `c:marker`, `c:dPt` in ``dml-chart.xsd``)."""

from __future__ import annotations

from generator.charts.categories.geometry import has_edges
from generator.charts.marks import BASELINE_PT, DOT_PT, EDGE_PT, LINE_PT, dotted_points
from generator.charts.markup import NO_LINE, NO_SHAPE, fill, line, write_shape
from generator.charts.plot import LabelPlace, Mark, Plot, PlotSeries, Texture
from generator.charts.style import ChartStyle, Ink

_NO_MARKER = '<c:marker><c:symbol val="none"/></c:marker>'


def write_look(plot: Plot, style: ChartStyle, series: PlotSeries) -> str:
    """Return the look of a series, and of its points that look otherwise."""
    match plot.find_mark(series):
        case Mark.LINE:
            return _look_of_line(plot, style, series)
        case Mark.RULE:
            return f"<c:spPr>{line(style.baseline, BASELINE_PT)}</c:spPr>{_NO_MARKER}"
        case Mark.AREA:
            return write_shape(
                style.find_ink(series.colour), series.texture, line(Ink("bg1"), EDGE_PT)
            )
        case Mark.BAR:
            return _look_of_bars(plot, style, series)


def _look_of_line(plot: Plot, style: ChartStyle, series: PlotSeries) -> str:
    """Return the look of a line: dots at its end and at lone points; none of a helper."""
    if series.is_helper:
        return f"<c:spPr>{NO_LINE}</c:spPr>{_NO_MARKER}"
    ink = style.find_ink(series.colour)
    dot = (
        f'<c:marker><c:symbol val="circle"/><c:size val="{DOT_PT}"/>'
        f"<c:spPr>{fill(ink)}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>"
    )
    has_start = plot.find_label_place(series) is LabelPlace.ENDS
    is_dashed = series.texture is not Texture.SOLID
    stroke = f"<c:spPr>{line(ink, LINE_PT, is_dashed=is_dashed)}</c:spPr>"
    points = "".join(
        f'<c:dPt><c:idx val="{index}"/>{dot}<c:bubble3D val="0"/>{stroke}</c:dPt>'
        for index in dotted_points(series, has_start=has_start)
    )
    return f"{stroke}{_NO_MARKER}{points}"


def _look_of_bars(plot: Plot, style: ChartStyle, series: PlotSeries) -> str:
    """Return the look of bars; those that touch have a thin line of the ground between them."""
    invert = '<c:invertIfNegative val="0"/>'
    if series.is_helper:
        return NO_SHAPE + invert
    edge = line(Ink("bg1"), EDGE_PT) if has_edges(plot) else ""
    shape = write_shape(style.find_ink(series.colour), series.texture, edge)
    points = sorted({*series.point_colours, *series.point_textures})
    return f"{shape}{invert}" + "".join(
        f'<c:dPt><c:idx val="{at}"/>{invert}<c:bubble3D val="0"/>'
        f"{write_shape(*_find_point(style, series, at), edge)}</c:dPt>"
        for at in points
    )


def _find_point(style: ChartStyle, series: PlotSeries, at: int) -> tuple[Ink, Texture]:
    slot = series.point_colours.get(at, series.colour)
    return style.find_ink(slot), series.point_textures.get(at, series.texture)
