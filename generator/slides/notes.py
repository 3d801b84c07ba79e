"""Speaker notes: one notes slide for each slide that has something to say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.parts.presentation import PresentationPart

from generator.slides.markup import Element, add, make, name, root, to_bytes
from generator.slides.scripts import find_alternative, is_right_to_left, part_by_language
from generator.slides.shapes import add_properties, count_ids
from generator.slides.text import clean


def add_notes(
    slide: Part, number: int, notes: Sequence[str], presentation: PresentationPart, language: str
) -> None:
    """Give `slide` a notes slide with one paragraph for each of `notes`.

    Args:
        slide: The slide's part; gets a relationship.
        number: Number of the slide, from 1; names the part.
        notes: At least one.
        presentation: Gets a notes master, if it has none.
        language: BCP 47 tag of the brief.
    """
    master = presentation.notes_master_part
    part = Part(
        PackURI(f"/ppt/notesSlides/notesSlide{number}.xml"),
        CONTENT_TYPE.PML_NOTES_SLIDE,
        slide.package,
    )
    part.relate_to(master, RELATIONSHIP_TYPE.NOTES_MASTER)
    part.relate_to(slide, RELATIONSHIP_TYPE.SLIDE)
    slide.relate_to(part, RELATIONSHIP_TYPE.NOTES_SLIDE)
    holes = {
        hole.placeholder_format.type: hole.placeholder_format.idx
        for hole in master.notes_master.placeholders
    }
    part.blob = _write_notes(notes, holes, language)


def list_notes_master(presentation: PresentationPart) -> None:
    """List the notes master in `p:presentation`, which python-pptx leaves out."""
    element: Element = presentation.presentation.element
    if element.find(name("p:notesMasterIdLst")) is not None:
        return
    listed = make("p:notesMasterIdLst")
    rel_id = presentation.relate_to(presentation.notes_master_part, RELATIONSHIP_TYPE.NOTES_MASTER)
    add(listed, "p:notesMasterId", {"r:id": rel_id})
    masters = element.find(name("p:sldMasterIdLst"))
    if masters is None:
        element.insert(0, listed)
    else:
        masters.addnext(listed)


def _write_notes(notes: Sequence[str], holes: dict[PP_PLACEHOLDER, int], language: str) -> bytes:
    slide = root("p:notes")
    ids = count_ids()
    tree = add(add(slide, "p:cSld"), "p:spTree")
    add_tree_properties(tree)
    if PP_PLACEHOLDER.SLIDE_IMAGE in holes:
        _add_image(tree, holes[PP_PLACEHOLDER.SLIDE_IMAGE], ids)
    shape = add(tree, "p:sp")
    head = add(shape, "p:nvSpPr")
    add_properties(head, ids, "Notes")
    add(add(head, "p:cNvSpPr"), "a:spLocks", {"noGrp": "1"})
    index = holes.get(PP_PLACEHOLDER.BODY, 1)
    add(add(head, "p:nvPr"), "p:ph", {"type": "body", "idx": index})
    add(shape, "p:spPr")
    body = add(shape, "p:txBody")
    add(body, "a:bodyPr")
    add(body, "a:lstStyle")
    for note in notes:
        _add_note(body, clean(note).replace("\n", " "), language)
    add(add(slide, "p:clrMapOvr"), "a:masterClrMapping")
    return to_bytes(slide)


def add_tree_properties(tree: Element) -> None:
    """Append what every shape tree begins with: its own id 1, and a group without a place."""
    head = add(tree, "p:nvGrpSpPr")
    add(head, "p:cNvPr", {"id": 1, "name": ""})
    add(head, "p:cNvGrpSpPr")
    add(head, "p:nvPr")
    place = add(add(tree, "p:grpSpPr"), "a:xfrm")
    for tag, keys in (
        ("a:off", ("x", "y")),
        ("a:ext", ("cx", "cy")),
        ("a:chOff", ("x", "y")),
        ("a:chExt", ("cx", "cy")),
    ):
        add(place, tag, dict.fromkeys(keys, 0))


def _add_image(tree: Element, index: int, ids: Iterator[int]) -> None:
    shape = add(tree, "p:sp")
    head = add(shape, "p:nvSpPr")
    add_properties(head, ids, "Slide Image")
    locks = {"noGrp": "1", "noRot": "1", "noChangeAspect": "1"}
    add(add(head, "p:cNvSpPr"), "a:spLocks", locks)
    add(add(head, "p:nvPr"), "p:ph", {"type": "sldImg", "idx": index or None})
    add(shape, "p:spPr")


def _add_note(body: Element, note: str, language: str) -> None:
    paragraph = add(body, "a:p")
    if is_right_to_left(note):
        add(paragraph, "a:pPr", {"algn": "r", "rtl": "1"})
    alternative = find_alternative(language)
    for text, spoken in part_by_language(note, language) if note else ():
        run = add(paragraph, "a:r")
        add(run, "a:rPr", {"lang": spoken, "altLang": alternative})
        add(run, "a:t").text = text
    add(paragraph, "a:endParaRPr", {"lang": language, "altLang": alternative})
