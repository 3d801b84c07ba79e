"""Slots that stand where what they ask for cannot: refused before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.compose.report import (
    CalloutBox,
    ChartExhibit,
    Contents,
    Cover,
    KeyFigures,
    ReportBlock,
    TableExhibit,
    Timeline,
)
from generator.errors import GeneratorError, TemplateError
from generator.text.blocks import TextTable
from generator.units import EMU_PER_CM, Emu, cm
from generator.word.rooms import Where
from generator.word.spots import MarkSpot

_LEAST_WIDTH: tuple[tuple[type, str, Emu], ...] = (
    (ChartExhibit, "a chart", cm(3.5)),
    (TableExhibit, "a table", cm(3)),
    (TextTable, "a table", cm(3)),
    (KeyFigures, "key figures", cm(2.5)),
    (Timeline, "a timeline", cm(4)),
    (CalloutBox, "a box", cm(3)),
)
_LEAST_HEIGHT = cm(2.5)
_WHOLE_PAGE: tuple[tuple[type, str], ...] = (
    (Cover, "a cover"),
    (Contents, "a table of contents"),
)


def find_misplaced(spot: MarkSpot, blocks: Sequence[ReportBlock]) -> Iterator[GeneratorError]:
    """Yield an error for each kind of block that cannot stand at `spot`."""
    room = spot.room
    if room.where is not Where.PAGE:
        for kind, name in _WHOLE_PAGE:
            if any(isinstance(block, kind) for block in blocks):
                yield TemplateError(
                    f"{spot.slot.place}: {name} cannot stand in {room.where.value}",
                    hint="put the tag into a paragraph of the text itself",
                )
    yield from _find_cramped(spot, blocks)


def _find_cramped(spot: MarkSpot, blocks: Sequence[ReportBlock]) -> Iterator[GeneratorError]:
    width, where = spot.room.page.text_width, spot.room.where.value
    for kind, name, least in _LEAST_WIDTH:
        if width < least and any(isinstance(block, kind) for block in blocks):
            yield TemplateError(
                f"{spot.slot.place}: {where} is too narrow for {name}: "
                f"{_write(width)} cm, and {_write(least)} cm are needed",
                hint="make it wider, or put the tag elsewhere",
            )
    has_chart = any(isinstance(block, ChartExhibit) for block in blocks)
    page = spot.room.page
    height = page.size.height - page.top - page.bottom
    if has_chart and spot.room.is_tight and height < _LEAST_HEIGHT:
        yield TemplateError(
            f"{spot.slot.place}: {where} is too low for a chart: "
            f"{_write(height)} cm, and {_write(_LEAST_HEIGHT)} cm are needed",
            hint="make it higher, or put the tag elsewhere",
        )


def _write(length: int) -> str:
    return f"{length / EMU_PER_CM:.1f}"
