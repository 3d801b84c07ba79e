"""Tables as markup written in one go, so that five thousand rows take a second and not minutes.

``CT_Tbl`` in ``wml.xsd`` (ISO/IEC 29500). Header rows are repeated on every page, no row is broken
over two pages, and widths are fixed, so that every office program draws the same columns.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.inventory.report import StyleRole
from generator.ooxml.metrics import Span, count_lines
from generator.ooxml.scripts import is_right_to_left
from generator.text.blocks import Grid, GridColumn, to_plain
from generator.units import EMU_PER_TWIP, to_pt, to_twips
from generator.word.columns import CellFont, plan_columns
from generator.word.manuscript import Manuscript, Story
from generator.word.markup import NOTHING, Xml, join, tag, val
from generator.word.paragraphs import PLAIN, Setting, paragraph
from generator.word.runs import write_inlines

_WHOLE = 14
"""Lines of text up to which a table is kept on one page."""

_KEPT_ROWS = 2
"""Rows at the start and at the end of a long table that are kept together."""

_FIRST_ROW, _LAST_ROW, _NO_BANDS_DOWN = 0x0020, 0x0040, 0x0400


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFrame:
    """The properties of a whole table.

    Attributes:
        widths: Of the columns, in twips.
        title: Name of the table for a screen reader; empty to leave out.
        description: What it shows, for a screen reader; empty to leave out.
    """

    role: StyleRole
    widths: tuple[int, ...]
    has_head: bool = False
    has_total: bool = False
    title: str = ""
    description: str = ""


def text_width(manuscript: Manuscript) -> int:
    """Return the width between the page's margins in twips."""
    return to_twips(manuscript.template.page.text_width)


def write_table(frame: TableFrame, rows: Xml, manuscript: Manuscript) -> Xml:
    """Return a table of ready-made `rows`."""
    flags = frame.has_head * _FIRST_ROW | frame.has_total * _LAST_ROW | _NO_BANDS_DOWN
    look = {
        "w:val": f"{flags:04X}",
        "w:firstRow": int(frame.has_head),
        "w:lastRow": int(frame.has_total),
        "w:firstColumn": 0,
        "w:lastColumn": 0,
        "w:noHBand": 0,
        "w:noVBand": 1,
    }
    properties = tag(
        "w:tblPr",
        None,
        val("w:tblStyle", manuscript.style(frame.role)),
        tag("w:bidiVisual") if is_right_to_left(manuscript.report.properties.language) else NOTHING,
        tag("w:tblW", {"w:w": sum(frame.widths), "w:type": "dxa"}),
        tag("w:tblLayout", {"w:type": "fixed"}),
        tag("w:tblLook", look),
        val("w:tblCaption", frame.title) if frame.title else NOTHING,
        val("w:tblDescription", frame.description) if frame.description else NOTHING,
    )
    columns = tag("w:tblGrid", None, *(tag("w:gridCol", {"w:w": w}) for w in frame.widths))
    return tag("w:tbl", None, properties, columns, rows)


def write_row(cells: Xml, *, is_head: bool = False) -> Xml:
    """Return a row that stays on one page; a head is repeated on each page."""
    properties = tag("w:trPr", None, tag("w:cantSplit"), tag("w:tblHeader") if is_head else NOTHING)
    return tag("w:tr", None, properties, cells)


def write_cell(width: int, content: Xml) -> Xml:
    """Return a cell; `content` ends with a paragraph. `width` in twips."""
    return Xml(_cell_start(width) + content + "</w:tc>")


def _cell_start(width: int) -> Xml:
    return Xml("<w:tc>" + tag("w:tcPr", None, tag("w:tcW", {"w:w": width, "w:type": "dxa"})))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """What all cells of one column begin with, made once."""

    free: Xml
    kept: Xml


@dataclass(frozen=True, slots=True, kw_only=True)
class GridSetting:
    """How a table of cells stands in the text.

    Attributes:
        title: Name for a screen reader; empty to leave out.
        description: What it shows, for a screen reader; empty to leave out.
        is_followed: Whether a note or source line follows that must stay on the table's page.
        may_break: Whether a short table, too, may go over two pages: for lists without a caption.
    """

    title: str = ""
    description: str = ""
    is_followed: bool = False
    may_break: bool = False


_ALONE = GridSetting()


def write_grid(grid: Grid, story: Story, setting: GridSetting = _ALONE) -> Xml:
    """Return the table of `grid` over the full width of the text."""
    manuscript = story.manuscript
    styles = manuscript.styles
    font, size = styles.font_of(StyleRole.TABLE_TEXT)
    padding = styles.cell_margins(StyleRole.TABLE)
    widths = plan_columns(
        grid,
        text_width(manuscript),
        CellFont(name=font, size_pt=size, padding=padding),
        manuscript.report,
    )
    frame = TableFrame(
        role=StyleRole.TABLE,
        widths=widths,
        has_head=True,
        has_total=grid.has_total,
        title=setting.title,
        description=setting.description,
    )
    head = _write_head(grid.columns, widths, story)
    body = _write_body(grid, widths, story, setting)
    return write_table(frame, Xml(head + body), manuscript)


def _write_head(columns: tuple[GridColumn, ...], widths: tuple[int, ...], story: Story) -> Xml:
    manuscript = story.manuscript
    style = manuscript.style(StyleRole.TABLE_HEAD)
    cells = join(
        write_cell(
            width,
            paragraph(
                style,
                write_inlines(column.head, story),
                Setting(keeps_next=True, align=_align(column, StyleRole.TABLE_HEAD, manuscript)),
            ),
        )
        for column, width in zip(columns, widths, strict=True)
    )
    return write_row(cells, is_head=True)


def _write_body(grid: Grid, widths: tuple[int, ...], story: Story, setting: GridSetting) -> Xml:
    plans = [
        _plan_column(column, width, story.manuscript)
        for column, width in zip(grid.columns, widths, strict=True)
    ]
    count = len(grid.rows)
    is_whole = not setting.may_break and _is_short(grid, widths, story.manuscript)
    rows: list[Xml] = []
    for number, row in enumerate(grid.rows):
        kept = is_kept(number, count, is_whole=is_whole, is_followed=setting.is_followed)
        cells = "".join(
            (plan.kept if kept else plan.free) + write_inlines(cell, story) + "</w:p></w:tc>"
            for plan, cell in zip(plans, row, strict=True)
        )
        rows.append(write_row(Xml(cells)))
    return join(rows)


def is_kept(number: int, count: int, *, is_whole: bool, is_followed: bool) -> bool:
    """Return whether row `number` of `count` stays on the page of what follows it."""
    if number == count - 1:
        return is_followed
    return is_whole or number < _KEPT_ROWS or number >= count - _KEPT_ROWS


def _is_short(grid: Grid, widths: tuple[int, ...], manuscript: Manuscript) -> bool:
    """Return whether the rows take few enough lines for all to stand on one page."""
    if len(grid.rows) > _WHOLE:
        return False
    font, size = manuscript.styles.font_of(StyleRole.TABLE_TEXT)
    padding = manuscript.styles.cell_margins(StyleRole.TABLE)
    rooms = [max(1.0, to_pt((width - padding) * EMU_PER_TWIP)) for width in widths]
    lines = sum(
        max(
            count_lines((Span(text=to_plain(cell), font=font, size_pt=size),), room)
            for cell, room in zip(row, rooms, strict=True)
        )
        for row in grid.rows
    )
    return lines <= _WHOLE


def _plan_column(column: GridColumn, width: int, manuscript: Manuscript) -> _Column:
    role = StyleRole.TABLE_NUMBER if column.is_numeric else StyleRole.TABLE_TEXT
    style, align = manuscript.style(role), _align(column, role, manuscript)

    def open_cell(setting: Setting) -> Xml:
        # An empty paragraph, cut open at its end for the words of each cell.
        return Xml(_cell_start(width) + paragraph(style, NOTHING, setting).removesuffix("</w:p>"))

    kept = Setting(keeps_next=True, align=align)
    return _Column(free=open_cell(Setting(align=align) if align else PLAIN), kept=open_cell(kept))


def _align(column: GridColumn, role: StyleRole, manuscript: Manuscript) -> str:
    """Return the alignment that a cell's style does not give; empty when it does."""
    wanted = "center" if column.align == "centre" else column.align
    return "" if wanted == manuscript.styles.align_of(role) else wanted


def write_box(content: Xml, title: str, story: Story) -> Xml:
    """Return a box over the full width of the text: a table of one cell that holds `content`."""
    width = text_width(story.manuscript)
    frame = TableFrame(role=StyleRole.BOX_TABLE, widths=(width,), title=title)
    return write_table(frame, write_row(write_cell(width, content)), story.manuscript)
