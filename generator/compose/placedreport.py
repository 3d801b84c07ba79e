"""What fills the slots of a report's template whose own text is kept. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.brief.parts import REPORT_PARTS
from generator.compose.material import Material, can_show, leave_out_too
from generator.compose.report import (
    CalloutBox,
    ChartExhibit,
    Heading,
    KeyMessages,
    Recommendations,
    Report,
    ReportBlock,
    TableExhibit,
    Timeline,
)
from generator.compose.reporting import (
    Numbering,
    begin_plan,
    finish_report,
    plan_body,
    plan_exhibit,
    plan_part,
)
from generator.compose.slots import Slot, SlotKind
from generator.errors import GeneratorError, TagsError, TemplateError, suggest
from generator.text.blocks import (
    Block,
    CrossReference,
    Inlines,
    ListBlock,
    Paragraph,
    QuoteBlock,
    Subheading,
    TextTable,
)
from generator.text.walk import walk_inlines

_EXHIBITS = frozenset({SlotKind.CHART, SlotKind.TABLE})
_SHOWN = 8


def compose_placed_report(material: Material, slots: Sequence[Slot]) -> Report:
    """Return what stands in the place of each slot of a report, exhibits numbered over all of them.

    A body is the report that the brief would become, without what stands elsewhere. A part or
    section is left empty where the brief has nothing for it, or leaves it out of the report; an
    exhibit that a template names is shown even then.

    Args:
        material: The brief.
        slots: In the order of the document.

    Raises:
        TagsError: Slots ask for what the brief does not have, or for the same twice, or their text
            speaks of an exhibit that has no number; all of them, each with its place.
    """
    errors = [*_find_unknown(material, slots), *_find_twice(slots)]
    if errors:
        raise TagsError(errors)
    numbering = Numbering()
    groups = [tuple(_plan_group(material, slot, numbering)) for slot in slots]
    errors = [*_find_repeated(slots, groups), *_find_lost(slots, groups, numbering)]
    if errors:
        raise TagsError(errors)
    blocks = tuple(block for group in groups for block in group)
    return finish_report(material, blocks, numbering, tuple(map(len, groups)))


def _find_unknown(material: Material, slots: Sequence[Slot]) -> Iterator[GeneratorError]:
    """Yield an error for each slot that asks for what there is not."""
    brief = material.brief
    known_by = {
        SlotKind.SECTION: (*material.section_ids.values(), *REPORT_PARTS),
        SlotKind.CHART: tuple(map(str, brief.charts)),
        SlotKind.TABLE: tuple(map(str, brief.tables)),
    }
    for slot in slots:
        known = known_by.get(slot.kind)
        if known is not None and slot.name not in known:
            what = "part or section" if slot.kind is SlotKind.SECTION else slot.kind.value
            yield TemplateError(
                f"{slot.place}: the brief has no {what} '{slot.name}'",
                hint=suggest(slot.name, known) or _list_known(known),
            )


def _list_known(known: Sequence[str]) -> str:
    if not known:
        return "it has none at all"
    more = ", …" if len(known) > _SHOWN else ""
    return f"there are: {', '.join(known[:_SHOWN])}{more}"


def _find_twice(slots: Sequence[Slot]) -> Iterator[GeneratorError]:
    """Yield an error for each slot that asks for what an earlier one has asked for."""
    first: dict[tuple[SlotKind, str], str] = {}
    for slot in slots:
        if slot.kind in {SlotKind.TEXT, SlotKind.BLOCKS}:
            continue
        key = (slot.kind, slot.name)
        if key in first:
            what = f"{slot.kind} '{slot.name}'" if slot.name else f"{slot.kind}"
            yield TemplateError(
                f"{slot.place}: the {what} stands in the document twice",
                hint=f"take this tag away, or the one in {first[key]}",
            )
        first.setdefault(key, slot.place)


def _plan_group(material: Material, slot: Slot, numbering: Numbering) -> Iterator[ReportBlock]:
    """Yield the blocks that stand in the place of a slot; words stand in a paragraph as they do."""
    match slot.kind:
        case SlotKind.TEXT:
            return
        case SlotKind.BLOCKS:
            yield from slot.blocks
        case SlotKind.CHART | SlotKind.TABLE:
            if can_show(material, slot.name):
                plan = begin_plan(material, numbering)
                yield from plan_exhibit(plan, slot.name, has_caption=slot.has_caption)
        case SlotKind.SECTION | SlotKind.BODY:
            narrowed = leave_out_too(material, "report", slot.leave_out - {slot.name})
            plan = begin_plan(narrowed, numbering)
            yield from plan_part(plan, slot.name) if slot.name else plan_body(plan)


def _find_repeated(
    slots: Sequence[Slot], groups: Sequence[tuple[ReportBlock, ...]]
) -> Iterator[GeneratorError]:
    """Yield an error for each exhibit and heading that an earlier slot has brought already."""
    first: dict[str, str] = {}
    for slot, group in zip(slots, groups, strict=True):
        for block in group:
            id_ = _identify(block)
            if id_ and id_ in first:
                yield TemplateError(
                    f"{slot.place}: '{id_}' stands in the document twice",
                    hint=f"it comes with the tag in {first[id_]}, too",
                )
            elif id_:
                first[id_] = slot.place


def _identify(block: ReportBlock) -> str:
    match block:
        case ChartExhibit() | TableExhibit():
            return block.caption.id
        case Heading():
            return block.id
        case _:
            return ""


def _find_lost(
    slots: Sequence[Slot], groups: Sequence[tuple[ReportBlock, ...]], numbering: Numbering
) -> Iterator[GeneratorError]:
    """Yield an error for each slot whose text speaks of an exhibit that has no number."""
    bare = {slot.name for slot in slots if slot.kind in _EXHIBITS and not slot.has_caption}
    for slot, group in zip(slots, groups, strict=True):
        texts = (_wrap(slot.inlines), *(text for block in group for text in _list_text(block)))
        mentioned = [
            each.exhibit for each in walk_inlines(texts) if isinstance(each, CrossReference)
        ]
        for name in dict.fromkeys(mentioned):
            if name in numbering.labels:
                continue
            yield TemplateError(
                f"{slot.place}: the text speaks of '{name}', which "
                + ("has no caption here" if name in bare else "the document does not show"),
                hint="let it have its caption, and with that its number"
                if name in bare
                else f"place it with {{{{p chart('{name}') }}}} or {{{{p table('{name}') }}}}, "
                "or place the section that shows it",
            )


def _list_text(block: ReportBlock) -> Iterator[Block]:
    """Yield the text of a block in which exhibits may be mentioned."""
    match block:
        case Paragraph() | ListBlock() | QuoteBlock() | Subheading() | TextTable():
            yield block
        case CalloutBox():
            yield from block.blocks
        case KeyMessages():
            yield from map(_wrap, block.messages)
        case ChartExhibit() | TableExhibit():
            yield from _list_exhibit(block)
        case Recommendations():
            for item in block.items:
                yield from map(_wrap, (item.title, item.what, item.why))
        case Timeline():
            yield from (_wrap(entry.text) for entry in block.entries)
        case _:
            return


def _list_exhibit(block: ChartExhibit | TableExhibit) -> Iterator[Block]:
    caption = block.caption
    if block.has_caption:
        yield from map(_wrap, (caption.title, caption.subtitle, caption.note, caption.source))
    if isinstance(block, TableExhibit):
        yield TextTable(grid=block.grid)


def _wrap(inlines: Inlines) -> Block:
    return Paragraph(inlines=inlines)
