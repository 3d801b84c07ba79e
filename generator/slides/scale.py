"""Slides of any size planned as if they had the usual one, and brought to their own size. Pure.

What is measured in points here, sizes of text, gaps and rules, suits a slide of 7.5 inches in
height. A slide is seen whole, whatever its size: on a larger or smaller one all of it is larger or
smaller alike. So the template is scaled to the usual size, planned, and the pages are scaled back.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias, assert_never

from generator.inventory.deck import DeckTemplate, LayoutInfo, LayoutRole, PlaceholderInfo
from generator.slides.page import (
    Cell,
    ChartItem,
    GroupItem,
    Insets,
    Item,
    Look,
    NumberItem,
    Page,
    Para,
    ShapeItem,
    TableItem,
    TextItem,
)
from generator.units import Box, Emu, Size, pt

_USUAL = Size(pt(720), pt(540))
"""The least width and height of a slide that is planned as it is."""

_AS_IT_IS = (0.93, 1.15)
"""Factors between these make no difference that would be worth odd sizes."""

_CONTENT = (LayoutRole.CONTENT, LayoutRole.TWO_CONTENT, LayoutRole.TITLE_ONLY)
_USUAL_AREA = pt(880) * pt(340)
"""Room for content that holds what a brief may say on one slide."""

_AS_MUCH = 0.97
"""Share of that room, each way, from which a layout leaves as much as usual."""

_LEAST_ZOOM, _ZOOM_STEP = 0.6, 0.07
_SPARE = 0.94
"""How much smaller text may be than the room asks for, since titles and panels are narrower too."""

_ROUNDING = 1e-6  # points
_STEP_PT = 0.5
_FINE_FROM_PT = 6.0
"""Sizes from here on are rounded down to half points, smaller ones to tenths."""


def find_factor(size: Size) -> float:
    """Return how many times as large as a usual slide one of `size` is."""
    factor = min(size.width / _USUAL.width, size.height / _USUAL.height)
    least, most = _AS_IT_IS
    return 1.0 if least <= factor <= most else factor


def list_zooms(template: DeckTemplate, factor: float) -> tuple[float, ...]:
    """Return by how much text may be made smaller where it does not fit, 1 first.

    A template that leaves as much room as usual has no right to smaller text: there, what does not
    fit is too long. One that leaves less may make up for it, down to a floor.

    Args:
        template: As it is.
        factor: Size of its slides to the usual one.
    """
    areas = [
        template.layouts[role].body.width * template.layouts[role].body.height / factor**2
        for role in _CONTENT
    ]
    share = math.sqrt(max(0, min(areas)) / _USUAL_AREA)
    floor = 1.0 if share >= _AS_MUCH else max(_LEAST_ZOOM, share * _SPARE)
    steps = math.ceil((1.0 - floor) / _ZOOM_STEP - 0.01)
    return tuple(max(floor, round(1.0 - step * _ZOOM_STEP, 3)) for step in range(max(0, steps) + 1))


def scale_template(template: DeckTemplate, factor: float) -> DeckTemplate:
    """Return `template` with all lengths and sizes of text times `factor`."""
    if factor == 1.0:
        return template
    return replace(
        template,
        size=Size(_length(template.size.width, factor), _length(template.size.height, factor)),
        layouts={role: _scale_layout(layout, factor) for role, layout in template.layouts.items()},
    )


def _scale_layout(layout: LayoutInfo, factor: float) -> LayoutInfo:
    scaled = {id(hole): _scale_hole(hole, factor) for hole in layout.placeholders}
    return replace(
        layout,
        placeholders=tuple(scaled.values()),
        by_role={
            role: tuple(scaled.get(id(hole)) or _scale_hole(hole, factor) for hole in holes)
            for role, holes in layout.by_role.items()
        },
        body=_scale_box(layout.body, factor),
        art=tuple(_scale_box(box, factor) for box in layout.art),
    )


def _scale_hole(hole: PlaceholderInfo, factor: float) -> PlaceholderInfo:
    return replace(
        hole,
        box=_scale_box(hole.box, factor),
        size_pt=round(hole.size_pt * factor, 2),
        insets=_scale_insets(hole.insets, factor),
    )


def _length(length: int, factor: float) -> Emu:
    return Emu(round(length * factor))


def _scale_box(box: Box, factor: float) -> Box:
    """Return `box` with its edges times `factor`, so that what touches goes on touching."""
    left, top, right, bottom = (
        _length(edge, factor) for edge in (box.left, box.top, box.right, box.bottom)
    )
    return Box(left, top, Emu(right - left), Emu(bottom - top))


def _scale_insets(insets: Insets, factor: float) -> Insets:
    left, top, right, bottom = insets
    return (
        _length(left, factor),
        _length(top, factor),
        _length(right, factor),
        _length(bottom, factor),
    )


_Key: TypeAlias = tuple[int, str, str]


def _key(hole: PlaceholderInfo) -> _Key:
    return hole.idx, hole.kind, hole.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Scaler:
    """Brings pages to the size of the template they are for.

    Attributes:
        factor: Size of the template's slide to that of the planned one.
        template: The template as it is.
    """

    factor: float
    template: DeckTemplate

    def scale_page(self, page: Page) -> Page:
        """Return `page` as it stands on the template's own slide."""
        if self.factor == 1.0:
            return page
        layout = self.template.layouts[page.layout]
        holes = {_key(hole): hole for hole in layout.placeholders}
        return replace(page, items=tuple(self._scale_item(item, holes) for item in page.items))

    def scale_item(self, item: Item) -> Item:
        """Return `item`, which fills no placeholder, as it stands on the template's own slide."""
        return item if self.factor == 1.0 else self._scale_item(item, {})

    def shrink_box(self, box: Box) -> Box:
        """Return a box of the template's own slide as it is planned."""
        return box if self.factor == 1.0 else _scale_box(box, 1 / self.factor)

    def _scale_item(self, item: Item, holes: Mapping[_Key, PlaceholderInfo]) -> Item:
        match item:
            case TextItem():
                return self._scale_text(item, holes)
            case NumberItem():
                hole = holes.get(_key(item.placeholder), item.placeholder)
                return replace(item, box=hole.box, placeholder=hole)
            case ShapeItem():
                return replace(item, box=_scale_box(item.box, self.factor))
            case GroupItem():
                return self._scale_group(item)
            case ChartItem():
                size = self._size(item.text_pt)
                return replace(item, box=_scale_box(item.box, self.factor), text_pt=size)
            case TableItem():
                return self._scale_table(item)
            case _:
                assert_never(item)

    def _scale_text(self, item: TextItem, holes: Mapping[_Key, PlaceholderInfo]) -> TextItem:
        planned = item.placeholder
        hole = None if planned is None else holes.get(_key(planned), planned)
        box, insets = _scale_box(item.box, self.factor), _scale_insets(item.insets, self.factor)
        if planned is not None and hole is not None:
            box = hole.box if item.box == planned.box else box
            insets = hole.insets if item.insets == planned.insets else insets
        own = (planned.size_pt, hole.size_pt) if planned is not None and hole is not None else None
        paras = tuple(self._scale_para(para, own) for para in item.paras)
        return replace(item, box=box, insets=insets, paras=paras, placeholder=hole)

    def _scale_group(self, item: GroupItem) -> GroupItem:
        inner = tuple(
            self._scale_text(one, {})
            if isinstance(one, TextItem)
            else replace(one, box=_scale_box(one.box, self.factor))
            for one in item.items
        )
        return replace(item, box=_scale_box(item.box, self.factor), items=inner)

    def _scale_para(self, para: Para, own: tuple[float, float] | None = None) -> Para:
        """Return `para` scaled; what has the size of its placeholder keeps to that."""
        look = self._scale_look(para.look)
        if own is not None and para.look.size_pt == own[0]:
            look = replace(look, size_pt=own[1])
        return replace(
            para,
            look=look,
            indent_pt=_floor(para.indent_pt * self.factor, 10),
            hang_pt=_floor(para.hang_pt * self.factor, 10),
            before_pt=_floor(para.before_pt * self.factor, 10),
        )

    def _scale_look(self, look: Look) -> Look:
        """Return `look` scaled, its lines no farther apart than the scaled ones were."""
        scaled = replace(look, size_pt=self._size(look.size_pt))
        if scaled.line_pt > look.line_pt * self.factor + _ROUNDING:
            scaled = replace(look, size_pt=self._size(look.size_pt - _STEP_PT / self.factor))
        return scaled

    def _size(self, size_pt: float) -> float:
        """Return a size of text scaled and rounded down, so that it fits where it did."""
        size = size_pt * self.factor
        return _floor(size, round(1 / _STEP_PT) if size >= _FINE_FROM_PT else 10)

    def _scale_table(self, item: TableItem) -> TableItem:
        rows = tuple(tuple(map(self._scale_cell, row)) for row in item.rows)
        widths, heights = (self._scale_steps(steps) for steps in (item.widths, item.heights))
        box = _scale_box(item.box, self.factor)
        return replace(
            item,
            box=Box(box.left, box.top, Emu(sum(widths)), Emu(sum(heights))),
            widths=widths,
            heights=heights,
            rows=rows,
        )

    def _scale_steps(self, steps: tuple[int, ...]) -> tuple[int, ...]:
        """Return lengths laid end to end; each edge is rounded by itself, so that none add up."""
        edges, edge = [0], 0
        for step in steps:
            edge += step
            edges.append(math.floor(edge * self.factor))
        return tuple(after - before for before, after in pairwise(edges))

    def _scale_cell(self, cell: Cell) -> Cell:
        return replace(
            cell,
            paras=tuple(self._scale_para(para) for para in cell.paras),
            insets=_scale_insets(cell.insets, self.factor),
            below=round(cell.below * self.factor, 2),
        )


def _floor(value: float, parts: int) -> float:
    """Return `value` rounded down to a whole number of `parts` of one."""
    return math.floor(round(value * parts, 6)) / parts
