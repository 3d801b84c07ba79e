"""Exhibits that stand in a shape of the template's own slide: sizes for its box. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple

from generator.compose.storyboard import ChartSlide, TableSlide
from generator.errors import TemplateError
from generator.inventory.deck import LayoutRole
from generator.slides.fit import measure_height
from generator.slides.frames import find_source_size, plan_source_lines
from generator.slides.page import (
    MUTED,
    Cell,
    ChartItem,
    Insets,
    Item,
    Look,
    Para,
    TableItem,
    TextItem,
)
from generator.slides.palette import Palette
from generator.slides.panels import (
    HEADING_GAP,
    LEAST_CHART,
    choose_chart_size,
    plan_chart,
    plan_heading,
    plan_paper,
)
from generator.slides.plan import DeckPlan
from generator.slides.setting import Setting, TextRole
from generator.slides.tables import Sheet, draw_table, measure_table
from generator.slides.text import to_text, to_words
from generator.text.blocks import Grid, Inlines
from generator.units import EMU_PER_CM, Box, Emu, pt, to_pt

_LEAST_WIDTH, _LEAST_HEIGHT = pt(90), pt(60)
"""Of a box in which a chart says anything."""

_ROWS, _LETTERS = 14, 20
"""Lines of its text above one another, and letters beside one another, that a chart has room for.

At a size of text at which it has not, smaller text serves it better, down to the least.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """The shape that an exhibit stands in.

    Attributes:
        place: Of its tag, for messages.
        box: On the slide, groups resolved.
        edges: Left and right inset of the shape's text, by which a table's text stands.
        palette: Colours for what stands behind it.
        said: What the slide's own shapes say.
        has_caption: Whether heading, measure, note and source stand in the box as well.
    """

    place: str
    box: Box
    edges: tuple[int, int]
    palette: Palette
    said: frozenset[str] = frozenset()
    has_caption: bool = False


class _Caption(NamedTuple):
    """What stands above and below an exhibit."""

    above: tuple[Para, ...] = ()
    below: tuple[Para, ...] = ()


def plan_exhibit(exhibit: ChartSlide | TableSlide, spot: Spot, plan: DeckPlan) -> tuple[Item, ...]:
    """Return what stands in the box of `spot`: one chart or table, and perhaps texts around it.

    A chart fills the box. A table is set in the size of the deck's other tables or, where it does
    not fit in that, in a smaller one, down to the least. Of a caption, what the box has room for is
    written: heading and measure above, note and source below.

    Raises:
        TemplateError: The box is too small for it.
    """
    box = plan.scaler.shrink_box(spot.box)
    planned = (
        _plan_table(exhibit, spot, box, plan.setting)
        if isinstance(exhibit, TableSlide)
        else _plan_chart(exhibit, spot, box, plan.setting)
    )
    items = tuple(map(plan.scaler.scale_item, planned))
    if len(items) == 1 and isinstance(items[0], ChartItem):
        return (replace(items[0], box=spot.box),)  # to the EMU, whatever the scaling rounds
    return items


def _plan_chart(exhibit: ChartSlide, spot: Spot, box: Box, setting: Setting) -> tuple[Item, ...]:
    """Return the chart with its caption, all of it if the chart is still high enough then."""
    panel = exhibit.panels[0]
    if box.width < _LEAST_WIDTH or box.height < _LEAST_HEIGHT:
        raise _too_small(spot, f"a chart needs {_say_size(_LEAST_WIDTH, _LEAST_HEIGHT)} at least")
    texts = (panel.heading, panel.subtitle, panel.note)
    room, above, below = box, tuple[TextItem, ...](), tuple[TextItem, ...]()
    for caption in _list_captions(exhibit, texts, spot, setting):
        room, above, below = _frame(caption, box, spot.edges, setting)
        if room.height >= LEAST_CHART or room == box:
            break
    sheet, inner = plan_paper(panel.plot, room, spot.palette)
    size_pt = choose_chart_size(panel.plot, inner, setting)
    if size_pt is None:
        bars = len(panel.plot.categories)
        raise _too_small(spot, f"it is not high enough for the {bars} bars of the chart")
    size_pt = min(size_pt, _find_size(inner, setting))
    return *above, *sheet, plan_chart(panel, inner, size_pt), *below


def _find_size(box: Box, setting: Setting) -> float:
    """Return the largest size of a chart's text for which `box` is large enough."""
    room_pt = min(to_pt(box.height) / _ROWS, to_pt(box.width) / _LETTERS)
    scale = setting.chart_scale
    return next((size for size in scale if size <= room_pt), scale[-1])


def _plan_table(exhibit: TableSlide, spot: Spot, box: Box, setting: Setting) -> tuple[Item, ...]:
    """Return the table with as much of its caption as leaves room for it."""
    alt = exhibit.alt or to_text(to_words(exhibit.heading)) or exhibit.frame.id
    texts = (exhibit.heading, exhibit.subtitle, exhibit.note)
    for caption in _list_captions(exhibit, texts, spot, setting):
        room, above, below = _frame(caption, box, spot.edges, setting)
        for size_pt in _list_sizes(setting):
            sheet = _measure(exhibit.grid, room, spot, size_pt, setting)
            if sheet and _count_rows(sheet, room) == len(sheet.body):
                inner = Box(room.left, room.top, Emu(sum(sheet.widths)), room.height)
                table = draw_table(sheet, slice(0, len(sheet.body)), inner, alt)
                return *above, _pad(table, spot.edges), *below
    raise _refuse_table(exhibit, spot, box, setting)


def _list_sizes(setting: Setting) -> tuple[float, ...]:
    """Return the sizes of the text in tables, from that of the deck's others on."""
    scale = setting.scales[TextRole.TABLE]
    return tuple(size for size in scale if size <= setting.sizes.table) or scale[-1:]


def _measure(grid: Grid, box: Box, spot: Spot, size_pt: float, setting: Setting) -> Sheet | None:
    return measure_table(grid, box.width - sum(spot.edges), size_pt, setting.faces)


def _count_rows(sheet: Sheet, box: Box) -> int:
    """Return how many rows of the table `box` holds, after the header row."""
    ends = accumulate(sheet.heights, initial=sheet.head_height)
    return sum(end <= box.height for end in ends) - 1


def _pad(table: TableItem, edges: tuple[int, int]) -> TableItem:
    """Return `table` with its edges moved out, its text where it was."""
    left, right = edges
    widths = list(table.widths)
    widths[0] += left
    widths[-1] += right
    rows = tuple((*(_widen(cell, left, 0) for cell in row[:1]), *row[1:]) for row in table.rows)
    rows = tuple((*row[:-1], _widen(row[-1], 0, right)) for row in rows)
    box = table.box
    return replace(
        table,
        box=Box(box.left, box.top, Emu(sum(widths)), box.height),
        widths=tuple(widths),
        rows=rows,
    )


def _widen(cell: Cell, left: int, right: int) -> Cell:
    own: Insets = cell.insets
    return replace(cell, insets=(own[0] + left, own[1], own[2] + right, own[3]))


def _list_captions(
    exhibit: ChartSlide | TableSlide,
    texts: tuple[Inlines, Inlines, Inlines],
    spot: Spot,
    setting: Setting,
) -> Iterator[_Caption]:
    """Yield what may stand around an exhibit, the fullest first; a heading only if it is new."""
    if spot.has_caption:
        heading, subtitle, note = texts
        is_said = to_text(to_words(heading)) in spot.said
        above = plan_heading(() if is_said else heading, subtitle)
        size = find_source_size(setting.layout(LayoutRole.TITLE_ONLY), setting)
        notes = (note,) if note else ()
        look = Look(size_pt=size, colour=MUTED)
        yield _Caption(above, plan_source_lines(exhibit.frame.source, notes, look, setting))
        yield _Caption(above)
    yield _Caption()


def _frame(
    caption: _Caption, box: Box, edges: tuple[int, int], setting: Setting
) -> tuple[Box, tuple[TextItem, ...], tuple[TextItem, ...]]:
    """Return the box that a caption leaves, and its texts at the upper and lower edge of `box`."""
    width = box.width - sum(edges)
    heights = [measure_height(paras, width, setting.faces) if paras else 0 for paras in caption]
    top, bottom = (height + HEADING_GAP if height else 0 for height in heights)
    room = Box(box.left, Emu(box.top + top), box.width, Emu(max(0, box.height - top - bottom)))
    above = Box(box.left, box.top, box.width, Emu(heights[0]))
    below = Box(box.left, Emu(box.bottom - heights[1]), box.width, Emu(heights[1]))
    return (
        room,
        _write("Heading", caption.above, above, edges),
        _write("Source", caption.below, below, edges),
    )


def _write(
    name: str, paras: tuple[Para, ...], box: Box, edges: tuple[int, int]
) -> tuple[TextItem, ...]:
    insets = (edges[0], 0, edges[1], 0)
    return (TextItem(name=name, box=box, paras=paras, insets=insets),) if paras else ()


def _refuse_table(exhibit: TableSlide, spot: Spot, box: Box, setting: Setting) -> TemplateError:
    """Return the error of a table for which its box is too small at the least size."""
    size_pt = _list_sizes(setting)[-1]
    sheet = _measure(exhibit.grid, box, spot, size_pt, setting)
    if sheet is None:
        return _too_small(spot, f"the columns of '{exhibit.frame.id}' do not fit beside each other")
    count, all_ = max(0, _count_rows(sheet, box)), len(sheet.body)
    return _too_small(
        spot,
        f"of the {all_} rows of '{exhibit.frame.id}' it holds {count}",
        'or let {{p section("…") }} on a slide of its own spread it over as many as it takes, or '
        "draw the table with {%tr for … %}",
    )


def _too_small(spot: Spot, reason: str, else_: str = "") -> TemplateError:
    size = _say_size(spot.box.width, spot.box.height)
    hint = "draw it larger" + (f", {else_}" if else_ else "")
    return TemplateError(f"{spot.place}: the box of {size} is too small: {reason}", hint=hint)


def _say_size(width: int, height: int) -> str:
    return f"{width / EMU_PER_CM:.1f} x {height / EMU_PER_CM:.1f} cm"
