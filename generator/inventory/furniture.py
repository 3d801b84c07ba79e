"""The page sections of a Word template: which one the report is written in, and its furniture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.inventory.element import Element
from generator.inventory.report import FurnitureInfo, FurnitureKind, FurnitureVariant
from generator.inventory.styles import is_on

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
VARIANTS = {variant.value: variant for variant in FurnitureVariant}
Spot = tuple[FurnitureKind, FurnitureVariant]

PAGE_FIELD, TEXT, DRAWING, SAME_PAGE, ONE_COLUMN = 4, 2, 1, 2, 1
"""What speaks for a page section, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSection:
    """A page section (`CT_SectPr` in wml.xsd) with what it inherits from the ones before it.

    Attributes:
        element: `w:sectPr`.
        references: Place in the furniture → id of the relationship to its part.
    """

    element: Element
    references: Mapping[Spot, str] = field(default_factory=dict)


def find_sections(document: Element) -> tuple[PageSection, ...]:
    """Return the page sections of `w:document`, in order.

    A section without a header of its own shows that of the section before it.
    """
    found: list[PageSection] = []
    inherited: dict[Spot, str] = {}
    for element in _elements(document):
        inherited = {**inherited, **dict(_references(element))}
        found.append(PageSection(element=element, references=inherited))
    return tuple(found)


def _elements(document: Element) -> Iterator[Element]:
    yield from document.iterfind(f"{W}body//{W}pPr/{W}sectPr")
    yield from document.iterfind(f"{W}body/{W}sectPr")


def _references(section: Element) -> Iterator[tuple[Spot, str]]:
    for kind in FurnitureKind:
        for reference in section.iterchildren(f"{W}{kind.value}Reference"):
            variant = VARIANTS.get(reference.get(f"{W}type", "default"))
            if variant is not None:
                yield (kind, variant), reference.get(RELATIONSHIP, "")


def choose_section(
    sections: tuple[PageSection, ...], parts: Mapping[str, Element]
) -> PageSection | None:
    """Return the section that the report is written in; None where the file has none.

    Usually the last one: the text of a file is governed by it. An earlier one is taken where that
    shows page numbers or the house's name and the last does not, as when a template ends with the
    back of its cover.

    Args:
        sections: All of them, in order.
        parts: Id of a relationship → root element of the header or footer it leads to.
    """
    if not sections:
        return None
    last = sections[-1]
    scores = [_score(section, last, parts) for section in sections]
    return sections[max(range(len(sections)), key=lambda place: (scores[place], place))]


def _score(section: PageSection, last: PageSection, parts: Mapping[str, Element]) -> int:
    shown = [
        parts[reference]
        for (_, variant), reference in section.references.items()
        if variant is FurnitureVariant.DEFAULT and reference in parts
    ]
    return (
        PAGE_FIELD * any(names_page(root) for root in shown)
        + TEXT * any(read_text(root) for root in shown)
        + DRAWING * any(_has_drawing(root) for root in shown)
        + SAME_PAGE * (_orientation(section) == _orientation(last))
        + ONE_COLUMN * (_columns(section) == 1)
    )


def _orientation(section: PageSection) -> str:
    size = section.element.find(f"{W}pgSz")
    return "portrait" if size is None else size.get(f"{W}orient", "portrait")


def _columns(section: PageSection) -> int:
    columns = section.element.find(f"{W}cols")
    number = "1" if columns is None else columns.get(f"{W}num", "1")
    return int(number) if number.isdigit() else 1


def _has_drawing(root: Element) -> bool:
    return any(root.find(f".//{W}{name}") is not None for name in ("drawing", "pict"))


def names_page(root: Element) -> bool:
    """Return whether a header or footer shows the number of the page."""
    if root.find(f".//{W}pgNum") is not None:
        return True
    simple = (item.get(f"{W}instr", "") for item in root.iterfind(f".//{W}fldSimple"))
    written = (item.text or "" for item in root.iterfind(f".//{W}instrText"))
    return any(code.upper().split()[:1] == ["PAGE"] for code in (*simple, *written))


def read_furniture(
    section: PageSection | None, parts: Mapping[str, Element]
) -> tuple[FurnitureInfo, ...]:
    """Return headers and footers of `section`, in the order of kinds and variants."""
    if section is None:
        return ()
    return tuple(
        FurnitureInfo(
            kind=kind, variant=variant, text=read_text(parts[section.references[kind, variant]])
        )
        for kind in FurnitureKind
        for variant in FurnitureVariant
        if section.references.get((kind, variant)) in parts
    )


def find_shown(
    section: PageSection, parts: Mapping[str, Element], *, is_first: bool
) -> tuple[Element, ...]:
    """Return the headers and footers that the first page shows, or those of the pages after it."""
    title_page = section.element.find(f"{W}titlePg")
    is_apart = title_page is not None and is_on(title_page.get(f"{W}val", "1"))
    is_wanted = is_first and is_apart
    wanted = FurnitureVariant.FIRST if is_wanted else FurnitureVariant.DEFAULT
    found = (id_ for (_, variant), id_ in section.references.items() if variant is wanted)
    return tuple(parts[id_] for id_ in found if id_ in parts)


def read_text(root: Element) -> str:
    """Return the words of a header or footer, a line for each paragraph that has some."""
    lines = (_line(paragraph) for paragraph in root.iterfind(f".//{W}p"))
    return "\n".join(line for line in lines if line)


def _line(paragraph: Element) -> str:
    return " ".join("".join(mark.text or "" for mark in paragraph.iterfind(f".//{W}t")).split())
