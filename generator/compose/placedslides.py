"""What fills the slots of a deck's template whose own slides are kept. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from generator.brief.parts import DECK_PARTS
from generator.compose.deck import plan_part, plan_slides
from generator.compose.material import (
    Material,
    can_show,
    leave_out_too,
    plan_exhibits,
    plan_properties,
    plan_top_sections,
)
from generator.compose.sectionslides import plan_exhibit_slide
from generator.compose.slots import Slot, SlotKind
from generator.compose.storyboard import ChartSlide, Slide, Storyboard, TableSlide
from generator.errors import GeneratorError, TagsError, TemplateError, suggest


def compose_placed_storyboard(material: Material, slots: Sequence[Slot]) -> Storyboard:
    """Return what stands in the place of each slot of a deck.

    A body is the deck that the brief would become, without what stands elsewhere. A part or
    section is left empty where the brief has nothing for it, or leaves it out of the deck; an
    exhibit that a template names is shown even then, since its shape would be left empty.

    Args:
        material: The brief.
        slots: In the order of the deck; those of words and paragraphs are filled already.

    Raises:
        TagsError: Slots ask for what the brief does not have; all of them, each with its place.
    """
    errors = [error for slot in slots if (error := _check(material, slot))]
    if errors:
        raise TagsError(errors)
    groups = [tuple(_plan_group(material, slot)) for slot in slots]
    return Storyboard(
        properties=plan_properties(material),
        slides=tuple(slide for group in groups for slide in group),
        words=material.words,
        groups=tuple(map(len, groups)),
        exhibits=tuple(_plan_exhibit(material, slot) for slot in slots),
        date=material.write_when(material.brief.date),
    )


def _check(material: Material, slot: Slot) -> GeneratorError | None:
    """Return the error of a slot that asks for what there is not."""
    brief = material.brief
    match slot.kind:
        case SlotKind.SECTION:
            known = (*DECK_PARTS, *material.section_ids.values())
        case SlotKind.CHART:
            known = tuple(map(str, brief.charts))
        case SlotKind.TABLE:
            known = tuple(map(str, brief.tables))
        case _:
            return None
    if slot.name in known:
        return None
    what = "part or section" if slot.kind is SlotKind.SECTION else slot.kind.value
    return TemplateError(
        f"{slot.place}: the brief has no {what} '{slot.name}'",
        hint=suggest(slot.name, known) or _list_known(known),
    )


def _list_known(known: Sequence[str]) -> str:
    return f"there are: {', '.join(known)}" if known else "it has none at all"


def _plan_group(material: Material, slot: Slot) -> Sequence[Slide]:
    """Return the slides that stand in the place of a slot."""
    if slot.kind not in {SlotKind.BODY, SlotKind.SECTION}:
        return ()
    # An agenda still names the sections that stand elsewhere; so they are passed over here, while
    # what stands inside of others is left out with what the brief leaves out.
    sections = frozenset(id_ for _, id_, _ in plan_top_sections(material))
    elsewhere = slot.leave_out - {slot.name}
    spared = elsewhere & (sections | frozenset(DECK_PARTS))
    if slot.kind is SlotKind.BODY:
        return tuple(plan_slides(leave_out_too(material, "deck", elsewhere - spared), spared))
    if slot.name in material.brief.deck.leave_out:
        return ()
    narrowed = leave_out_too(material, "deck", elsewhere - spared)
    exhibits = plan_exhibits(narrowed, narrowed.brief.deck)
    return tuple(plan_part(narrowed, exhibits, slot.name))


def _plan_exhibit(material: Material, slot: Slot) -> ChartSlide | TableSlide | None:
    """Return the exhibit of a slot, as the slide that it would make by itself."""
    is_exhibit = slot.kind in {SlotKind.CHART, SlotKind.TABLE}
    if not is_exhibit or not can_show(material, slot.name):
        return None  # a chart that cannot be drawn is an error of the brief, told elsewhere
    return plan_exhibit_slide(material, slot.name)
