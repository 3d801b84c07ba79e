"""The shapes of an open deck that slots left their marks in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.presentation import Presentation as PptxPresentation

from generator.compose.slots import Slot, SlotKind, find_number
from generator.errors import TagsError, TemplateError
from generator.inventory.tree import Frame, find_shapes
from generator.slides.markup import Element, name

_OWN_BOX = "give the tag a text box or placeholder of its own, where the {what} is to stand"
_OWN_SLIDE = "give the tag a slide of its own, with nothing but a title beside it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A shape whose text is a mark.

    Attributes:
        index: Of the slot.
        slide: The slide's part.
        shape: `p:sp`.
        frame: Of the groups around it.
    """

    index: int
    slide: Part
    shape: Element
    frame: Frame


@dataclass(slots=True, kw_only=True)
class Faults:
    """What is wrong with slots; each has one error, the first that was found.

    Attributes:
        slots: All of them.
        found: Index of a slot → its error.
    """

    slots: Sequence[Slot]
    found: dict[int, TemplateError] = field(default_factory=dict[int, TemplateError])

    def report(self, index: int, message: str, hint: str) -> None:
        """Note what is wrong with the slot at `index`, at its place."""
        place = self.slots[index].place
        self.note(index, TemplateError(f"{place}: {message}" if place else message, hint=hint))

    def note(self, index: int, error: TemplateError) -> None:
        """Keep `error` of the slot at `index`."""
        self.found.setdefault(index, error)

    def check(self) -> None:
        """Raise what was found.

        Raises:
            TagsError: Anything was, in the order of the slots.
        """
        if self.found:
            raise TagsError(error for _, error in sorted(self.found.items()))


def name_content(slot: Slot) -> str:
    """Return what a person calls what stands in a slot: `chart`."""
    is_slides = slot.kind in {SlotKind.BODY, SlotKind.SECTION}
    return "body" if slot.kind is SlotKind.BODY else "section" if is_slides else slot.kind.value


def list_slide_parts(presentation: PptxPresentation) -> tuple[Part, ...]:
    """Return the parts of the slides, in the order of the show."""
    element: Element = presentation.element
    listed = element.iterfind(f"{name('p:sldIdLst')}/{name('p:sldId')}")
    return tuple(presentation.part.related_part(entry.get(name("r:id"))) for entry in listed)


def find_marks(presentation: PptxPresentation, faults: Faults) -> tuple[Mark, ...]:
    """Return the marks on the slides, in order; `faults` takes those that cannot be filled.

    A slot whose mark is nowhere asks for nothing: a tag may stand in what a condition drops.
    """
    numbers = {slot.number: index for index, slot in enumerate(faults.slots)}
    marks: list[Mark] = []
    for slide in list_slide_parts(presentation):
        marks.extend(_read_slide(slide, numbers, faults))
    met = {mark.index for mark in marks} | faults.found.keys()
    for index, slot in enumerate(faults.slots):
        if index not in met:
            _check_elsewhere(presentation, slot, index, faults)
    return tuple(marks)


def _read_slide(slide: Part, numbers: dict[int, int], faults: Faults) -> Iterator[Mark]:
    for shape, frame in find_shapes(read_root(slide)):
        text = read_text(shape)
        number = find_number(text.strip())
        if number in numbers and shape.tag == name("p:sp"):
            yield Mark(index=numbers[number], slide=slide, shape=shape, frame=frame)
            continue
        for each in _list_numbers(text, faults.slots):
            if each in numbers:
                _refuse(shape, numbers[each], faults)


def _list_numbers(text: str, slots: Sequence[Slot]) -> Iterator[int]:
    """Yield the numbers of the marks among other text."""
    if slots:
        edge = slots[0].mark[0]
        yield from (int(part) for part in text.split(edge)[1::2] if part.isdecimal())


def read_root(part: Part) -> Element:
    """Return the root element of a slide, layout or master; what is changed in it is saved."""
    return part._element  # noqa: SLF001  # pyright: ignore[reportAttributeAccessIssue]


def read_text(shape: Element) -> str:
    """Return all text of a shape, its cells' if it is a table."""
    return "".join(text.text or "" for text in shape.iter(name("a:t")))


def _refuse(shape: Element, index: int, faults: Faults) -> None:
    """Report a mark that is not all that stands in a shape."""
    slot = faults.slots[index]
    what = name_content(slot)
    if shape.tag == name("p:sp"):
        message = f"other text stands in the shape of this tag, which the {what} would replace"
    else:
        message = f"a {what} cannot stand in a table's cell"
    faults.report(index, message, suggest_room(slot))


def suggest_room(slot: Slot) -> str:
    """Return what to do about a slot that has no room of its own."""
    what = name_content(slot)
    is_slides = slot.kind in {SlotKind.BODY, SlotKind.SECTION}
    return _OWN_SLIDE if is_slides else _OWN_BOX.format(what=what)


def _check_elsewhere(
    presentation: PptxPresentation, slot: Slot, index: int, faults: Faults
) -> None:
    """Report a slot whose mark stands where only words can."""
    mark = slot.mark.encode()
    for part in presentation.part.package.iter_parts():
        if str(part.partname).endswith(".xml") and mark in _read_raw(part):
            where = "in speaker notes" if _is_notes(part) else "here"
            what = name_content(slot)
            faults.report(index, f"a {what} cannot stand {where}", suggest_room(slot))
            return


def _read_raw(part: Part) -> bytes:
    return part.blob or b""


def _is_notes(part: Part) -> bool:
    return any(link.reltype == RELATIONSHIP_TYPE.NOTES_MASTER for link in part.rels.values())
