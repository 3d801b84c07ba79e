"""The native chart of points (``CT_ScatterChart``, ``CT_BubbleChart`` in ``dml-chart.xsd``).

Rows of the workbook are points: name, place to the right, height, and the size of the bubble. The
ends of lines stand below them.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.charts.frames import Extent
from generator.charts.labelling import show_parts, write_texts
from generator.charts.marks import DOT_PT, EDGE_PT, GRID_PT, GUIDE_PT
from generator.charts.markup import (
    LEVEL,
    NO_LINE,
    NO_SHAPE,
    ONE_LINE,
    Area,
    attribute,
    fill,
    line,
    place_area,
    text_properties,
    write_entries,
    write_number_cells,
    write_text_cells,
    write_title,
)
from generator.charts.plot import Axis, Guide, Plot, PointGroup
from generator.charts.points.rooms import BUBBLE_SCALE, PointRooms, plan_point_rooms
from generator.charts.style import ChartStyle, Ink
from generator.charts.workbook import SHEET, name_column
from generator.ooxml.metrics import LINE_PITCH

_X_AXIS, _Y_AXIS = 333333333, 444444444
_AXES = f'<c:axId val="{_X_AXIS}"/><c:axId val="{_Y_AXIS}"/>'


def write_area(plot: Plot, style: ChartStyle, extent: Extent) -> Area:
    """Return the plot area and the legend of points."""
    rooms, form = plan_point_rooms(plot, style, extent), plot.point_form
    series = "".join(_write_group(plot, style, rooms, index) for index in range(len(form.groups)))
    if form.has_sizes:
        chart = (
            f'<c:bubbleChart><c:varyColors val="0"/>{series}'
            f'<c:bubbleScale val="{round(BUBBLE_SCALE * 100)}"/><c:showNegBubbles val="0"/>'
            f'<c:sizeRepresents val="area"/>{_AXES}</c:bubbleChart>'
        )
    else:
        guides = "".join(_write_guide(plot, style, rooms, at) for at in range(len(form.guides)))
        chart = (
            '<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>'
            f"{series}{guides}{_AXES}</c:scatterChart>"
        )
    hidden = range(len(form.groups), len(form.groups) + len(form.guides))
    return Area(
        plot=f"{place_area(extent, rooms.plot)}{chart}{_write_axes(plot, style, rooms)}",
        legend=write_entries((plot, style), extent, rooms.legend, hidden),
    )


def _write_group(plot: Plot, style: ChartStyle, rooms: PointRooms, index: int) -> str:
    """Return a group of points: its name, look, labels, and the cells of its rows."""
    form = plot.point_form
    group, ink = form.groups[index], style.find_ink(form.groups[index].colour)
    rows = (group.points[0].row, group.points[-1].row)
    labels, extension = _write_names(plot, style, rooms, group)
    edge = line(Ink("bg1"), EDGE_PT)
    name = f"<c:tx>{write_text_cells(_find_name(plot, rows[0]), [group.name])}</c:tx>"
    head = f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{name}'
    cells = (
        f"<c:xVal>{_write_column(plot, 0, rows)}</c:xVal>"
        f"<c:yVal>{_write_column(plot, 1, rows)}</c:yVal>"
    )
    if form.has_sizes:
        return (
            f"{head}<c:spPr>{fill(ink, alpha=_BUBBLE_ALPHA)}{edge}</c:spPr>"
            f'<c:invertIfNegative val="0"/>{labels}{cells}'
            f"<c:bubbleSize>{_write_column(plot, 2, rows)}</c:bubbleSize>"
            f'<c:bubble3D val="0"/>{extension}</c:ser>'
        )
    marker = (
        f'<c:marker><c:symbol val="circle"/><c:size val="{DOT_PT}"/>'
        f"<c:spPr>{fill(ink)}{NO_LINE}</c:spPr></c:marker>"
    )
    return (
        f"{head}<c:spPr>{NO_LINE}</c:spPr>{marker}{labels}{cells}"
        f'<c:smooth val="0"/>{extension}</c:ser>'
    )


_BUBBLE_ALPHA = 80
"""Per cent of a bubble's colour, so that one behind another is seen."""


def _find_name(plot: Plot, row: int) -> str:
    """Return the cell that names a group: in its own column, or the head of the heights."""
    if plot.columns:
        return f"{SHEET}!$B${row + 2}"
    return f"{SHEET}!${_find_letters(plot, 1)}$1"


def _find_letters(plot: Plot, index: int) -> str:
    return name_column(len(plot.columns) + index + 1)


def _write_names(
    plot: Plot, style: ChartStyle, rooms: PointRooms, group: PointGroup
) -> tuple[str, str]:
    """Return the names of points at the sides that are free, and what names their cells."""
    labels = [rooms.labels[point.row] for point in group.points]
    rows = (group.points[0].row, group.points[-1].row)
    texts = [label.text if label else "" for label in labels]
    if not any(texts):
        return "", ""
    sides = [label.side if label else "r" for label in labels]
    return write_texts(texts, (plot, style), sides, f"{SHEET}!$A${rows[0] + 2}:$A${rows[1] + 2}")


def _write_column(plot: Plot, column: int, rows: tuple[int, int]) -> str:
    series = plot.series[column]
    values = series.values[rows[0] : rows[1] + 1]
    letter = _find_letters(plot, column)
    cells = f"{SHEET}!${letter}${rows[0] + 2}:${letter}${rows[1] + 2}"
    return write_number_cells(cells, values, series.number_format)


def _write_guide(plot: Plot, style: ChartStyle, rooms: PointRooms, at: int) -> str:
    """Return a line as a series of its two ends, named at the second."""
    form = plot.point_form
    guide, index = form.guides[at], len(form.groups) + at
    row = len(plot.categories) + 2 + 2 * at
    text = text_properties(plot, style, style.quiet, body=ONE_LINE)
    name_at = rooms.guides[at]
    look = line(style.quiet, GUIDE_PT, is_dashed=guide.is_dashed)
    label = ""
    if name_at is not None:
        label = (
            f'<c:dLbls><c:dLbl><c:idx val="1"/>{NO_SHAPE}{text}'
            f"{show_parts(name_at.side, is_valued=False, is_named=True)}</c:dLbl>"
            f"{show_parts('', is_valued=False)}</c:dLbls>"
        )
    name = f"<c:tx>{write_text_cells(f'{SHEET}!$A${row}', [guide.name])}</c:tx>"
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{name}<c:spPr>{look}</c:spPr>'
        f'<c:marker><c:symbol val="none"/></c:marker>{label}'
        f"<c:xVal>{_write_ends(plot, guide, 0, row)}</c:xVal>"
        f'<c:yVal>{_write_ends(plot, guide, 1, row)}</c:yVal><c:smooth val="0"/></c:ser>'
    )


def _write_ends(plot: Plot, guide: Guide, column: int, row: int) -> str:
    values: Sequence[Decimal] = (guide.start[column], guide.end[column])
    letter = _find_letters(plot, column)
    cells = f"{SHEET}!${letter}${row}:${letter}${row + 1}"
    return write_number_cells(cells, values, plot.series[column].number_format)


def _write_axes(plot: Plot, style: ChartStyle, rooms: PointRooms) -> str:
    form, frame = plot.point_form, rooms.plot
    below = rooms.extent.height - style.text_pt * LINE_PITCH
    titles = (
        write_title((plot, style), form.titles[0], rooms.extent, (frame.left, below)),
        write_title((plot, style), form.titles[1], rooms.extent, (0.0, rooms.legend.height)),
    )
    x = _write_axis(plot, style, form.x_axis, titles[0], (_X_AXIS, _Y_AXIS, "b"))
    return x + _write_axis(plot, style, form.y_axis, titles[1], (_Y_AXIS, _X_AXIS, "l"))


def _write_axis(
    plot: Plot, style: ChartStyle, axis: Axis, title: str, ids: tuple[int, int, str]
) -> str:
    """Return ``CT_ValAx`` with light gridlines; both cross at their lowest values."""
    own, other, side = ids
    return (
        f'<c:valAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{axis.maximum:f}"/><c:min val="{axis.minimum:f}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/>'
        f"<c:majorGridlines><c:spPr>{line(style.grid, GRID_PT)}</c:spPr></c:majorGridlines>{title}"
        f'<c:numFmt formatCode={attribute(axis.number_format)} sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{NO_LINE}</c:spPr>{text_properties(plot, style, style.quiet, body=LEVEL)}"
        f'<c:crossAx val="{other}"/><c:crosses val="min"/><c:crossBetween val="midCat"/>'
        f'<c:majorUnit val="{axis.major:f}"/></c:valAx>'
    )
