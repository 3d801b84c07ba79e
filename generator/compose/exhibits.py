"""Exhibits made ready to show: captions, source lines, the cells of tables. Pure."""

from __future__ import annotations

from decimal import Decimal

from generator.brief.exhibits import Align, Column, Render, Table
from generator.brief.facts import SourceRef
from generator.brief.values import Prose
from generator.compose.citations import write_source_line
from generator.compose.material import (
    Material,
    exhibit_facts,
    fact_sources,
    find_exhibit,
)
from generator.facts import scale_value, unit_label, write_number
from generator.text.blocks import Grid, GridColumn, Inlines, Run, to_plain

EMPTY = "–"
"""What stands in a cell without a value."""

_MOST_DECIMALS = 6

_MOST_UNBROKEN = 12
"""Letters of a unit that stays on one line: `(US$ million)` is one thing to the eye."""


def plan_source(material: Material, name: str) -> Inlines:
    """Return the source line of an exhibit: its own sources, or else those of its facts."""
    facts = exhibit_facts(material, name)
    return write_source_line(material, exhibit_sources(material, name), facts)


def exhibit_sources(material: Material, name: str) -> tuple[SourceRef, ...]:
    """Return what an exhibit rests on."""
    return find_exhibit(material, name).source or fact_sources(
        material, exhibit_facts(material, name)
    )


def plan_subtitle(material: Material, name: str) -> Inlines:
    """Return the subtitle of an exhibit; that of a chart ends with the unit of its numbers."""
    exhibit = find_exhibit(material, name)
    subtitle = material.parse_inlines(exhibit.subtitle)
    plot = material.plots.get(name)
    if not plot or not plot.unit:
        return subtitle
    if not subtitle:
        return (Run(text=plot.unit[:1].upper() + plot.unit[1:]),)
    return (*subtitle, Run(text=material.words.comma + plot.unit))


def plan_note(material: Material, name: str) -> Inlines:
    """Return the note of an exhibit; a chart adds where data are missing, and what marks mean."""
    note = material.parse_inlines(find_exhibit(material, name).note)
    plot = material.plots.get(name)
    if not plot or not plot.remarks:
        return note
    space = "" if plot.language.startswith("ja") else " "
    remarks = space.join(plot.remarks)
    return (*note, Run(text=space + remarks)) if note else (Run(text=remarks),)


def choose_render(material: Material, name: str) -> Render:
    """Return how a chart is put into the files: as a picture where Office has no such chart."""
    is_drawn = material.plots[name].is_drawn
    return Render.PICTURE if is_drawn else material.brief.charts[name].render


def plan_grid(material: Material, table: Table) -> Grid:
    """Return the cells of `table` in words, every row with one cell for each column."""
    rows = [_order_cells(table, row) for row in table.rows]
    columns = tuple(
        _plan_column(material, column, [row[index] for row in rows])
        for index, column in enumerate(table.columns)
    )
    decimals = [
        _plan_decimals(column, [row[index] for row in rows])
        for index, column in enumerate(table.columns)
    ]
    cells = tuple(
        tuple(
            _write_cell(material, column, cell, places)
            for column, cell, places in zip(table.columns, row, decimals, strict=True)
        )
        for row in rows
    )
    return Grid(columns=columns, rows=cells, has_total=table.total)


def describe_table(material: Material, table: Table) -> str:
    """Return the alternative text of a table: the author's, or its title and columns."""
    if table.alt:
        return table.alt
    heads = material.words.comma.join(column.label for column in table.columns)
    title = to_plain(material.parse_inlines(table.title))
    return f"{title}{material.words.full_stop} {heads}{material.words.full_stop}"


Cell = Decimal | Prose | None


def _order_cells(table: Table, row: dict[str, Cell] | tuple[Cell, ...]) -> list[Cell]:
    """Return the cells of a row in column order, missing ones as None."""
    if isinstance(row, dict):
        return [row.get(column.name) for column in table.columns]
    return [row[index] if index < len(row) else None for index in range(len(table.columns))]


def _plan_column(material: Material, column: Column, cells: list[Cell]) -> GridColumn:
    filled = [cell for cell in cells if cell is not None]
    is_numeric = bool(filled) and all(isinstance(cell, Decimal) for cell in filled)
    align = column.align or (Align.RIGHT if is_numeric else Align.LEFT)
    unit = unit_label(column.unit, column.scale, material.brief.lang) if column.unit else ""
    if len(unit) <= _MOST_UNBROKEN:
        unit = unit.replace(" ", "\N{NO-BREAK SPACE}")
    head = f"{column.label} ({unit})" if unit else column.label
    return GridColumn(
        head=(Run(text=head),),
        align=align.value,
        share=float(column.width) if column.width else None,
        is_numeric=is_numeric,
    )


def _plan_decimals(column: Column, cells: list[Cell]) -> int:
    """Return the digits after the point for a whole column: as many as its finest number has."""
    if column.decimals is not None:
        return column.decimals
    scaled = (scale_value(cell, column.scale) for cell in cells if isinstance(cell, Decimal))
    places = (-int(value.normalize().as_tuple().exponent) for value in scaled)
    return min(_MOST_DECIMALS, max(0, 0, *places))


def _write_cell(material: Material, column: Column, cell: Cell, decimals: int) -> Inlines:
    if cell is None:
        return (Run(text=EMPTY),)
    if isinstance(cell, Decimal):
        value = scale_value(cell, column.scale)
        return (Run(text=write_number(value, material.brief.lang, decimals)),)
    return material.parse_inlines(cell)
