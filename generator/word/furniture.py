"""Headers and footers: the template's own are kept, with this report's words in their fields.

Fields that say what page it is are left to the office program, which counts as it draws.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docx.document import Document as DocxDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart

from generator.inventory.furniture import names_page
from generator.inventory.report import StyleRole
from generator.word.fields import field, text_run
from generator.word.imprint import Imprint, fill_bound, fill_controls, fill_prompts, read_imprint
from generator.word.manuscript import Manuscript
from generator.word.markup import Element, W, Xml, join, local_name, parse_pieces
from generator.word.paragraphs import Setting, paragraph
from generator.word.runs import write_text
from generator.word.shownfields import ShownField, find_fields, set_result, unlink

_ENGLISH = "Page {page} of {pages}"
_PARTS = frozenset({RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER})
_PAGE_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
_REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MOVING = frozenset({"DATE", "TIME", "USERNAME", "USERINITIALS", "USERADDRESS"})
"""Fields that show the day and the name of whoever opens the file; a report has its own."""

_LEADING = frozenset({"STYLEREF", "REF", "PAGEREF", "NOTEREF"})
"""Fields that show what stands elsewhere in the text."""

_UNKNOWN = frozenset({"FILENAME", "PRINTDATE"})
"""Fields of the text that the office program knows better than the report."""

_COUNTING = frozenset({"\\n", "\\r", "\\w", "\\s"})
"""Switches of `STYLEREF` by which it shows a number."""

_ADDED_TEXT = ("ins", "moveTo")
_TAKEN_TEXT = ("del", "moveFrom")
_REMARKS = (
    "rPrChange",
    "pPrChange",
    "tblPrChange",
    "tcPrChange",
    "trPrChange",
    "commentRangeStart",
    "commentRangeEnd",
    "commentReference",
)


def fill_furniture(document: DocxDocument, manuscript: Manuscript) -> None:
    """Fill the fields of all headers and footers; add page numbers where the template has none."""
    _fill_parts(manuscript, is_kept=False)
    _settle_even_pages(document)
    _number_pages(document, manuscript)


def fill_kept(document: DocxDocument, manuscript: Manuscript) -> None:
    """Fill the fields of a template whose own text is kept: of its text, headers and footers.

    Fields that lead to other places in the text stay: what they lead to is still there.
    """
    _fill_parts(manuscript, is_kept=True)
    imprint = read_imprint(manuscript.report)
    root: Element = document.element
    fill_bound(root, imprint)
    for shown in list(find_fields(root)):
        if shown.name in imprint.fields and shown.name not in _UNKNOWN:
            set_result(shown, imprint.fields[shown.name])


def _fill_parts(manuscript: Manuscript, *, is_kept: bool) -> None:
    imprint = read_imprint(manuscript.report)
    for part in find_furniture(manuscript.package_part):
        root = part.element
        _accept_changes(root)
        fill_controls(root, imprint)
        for shown in list(find_fields(root)):
            if not (is_kept and shown.name.split(" ")[0] in _LEADING):
                _fill_field(shown, imprint, manuscript)
        fill_prompts(root, imprint)
        for line in root.iter(f"{W}p"):
            _localise_page(line, manuscript.report.words.page_of)


def find_furniture(document: Part) -> Iterator[XmlPart]:
    """Yield the header and footer parts of the file, in the order of their relationships."""
    for link in document.rels.values():
        if link.reltype in _PARTS and isinstance(link.target_part, XmlPart):
            yield link.target_part


def _accept_changes(root: Element) -> None:
    """Accept tracked changes, and take remarks away: both speak of the template's making."""
    for name in _TAKEN_TEXT + _REMARKS:
        for element in list(root.iter(f"{W}{name}")):
            element.getparent().remove(element)
    for name in _ADDED_TEXT:
        for element in list(root.iter(f"{W}{name}")):
            for child in list(element):
                element.addprevious(child)
            element.getparent().remove(element)


def _fill_field(shown: ShownField, imprint: Imprint, manuscript: Manuscript) -> None:
    """Give a field its result; one that would go wrong or change by itself becomes text."""
    name = shown.name
    if name.startswith("STYLEREF"):
        is_number = bool(_COUNTING & set(shown.words))
        set_result(shown, "" if is_number else imprint.title)
        if not _leads_to_style(shown, manuscript):
            unlink(shown)
    elif name in _MOVING:
        set_result(shown, _tell_moving(shown, imprint))
        unlink(shown)
    elif name in imprint.fields:
        set_result(shown, imprint.fields[name])
    elif name.startswith("DOCPROPERTY"):
        unlink(shown)  # the property belongs to the template, and does not come along
    elif name in {"REF", "PAGEREF", "NOTEREF"}:
        set_result(shown, "")
        unlink(shown)


def _tell_moving(shown: ShownField, imprint: Imprint) -> str:
    if shown.name.startswith("USER"):
        return imprint.authors
    is_year = re.search(r'\\@\s*"?\s*y+\s*"?', shown.code, re.IGNORECASE)
    return imprint.day[:4] if is_year else imprint.date


def _leads_to_style(shown: ShownField, manuscript: Manuscript) -> bool:
    """Return whether `STYLEREF` names a style that the report's title or headings have."""
    wanted = shown.words[1:2]
    roles = (StyleRole.TITLE, StyleRole.HEADING_1)
    named = {
        info.name.casefold()
        for role in roles
        if (info := manuscript.template.styles.get(role)) is not None
    }
    if wanted in (["1"],):
        return StyleRole.HEADING_1 in manuscript.template.styles
    return bool(wanted) and bool(named & {part.strip().casefold() for part in wanted[0].split(",")})


def _localise_page(line: Element, page_of: str) -> None:
    """Put the report's words around the page numbers where the template has the English ones."""
    if page_of == _ENGLISH or not any(each.name == "NUMPAGES" for each in find_fields(line)):
        return
    pieces = re.split(r"\{pages?\}", _ENGLISH)
    wanted = re.split(r"\{pages?\}", page_of)
    is_in_order = 0 <= page_of.find("{page}") < page_of.find("{pages}")
    texts = [mark for mark in line.iter(f"{W}t") if mark.getparent().getparent() is line]
    for mark in texts if is_in_order else []:
        if mark.text in pieces:
            mark.text = wanted[pieces.index(mark.text)]


def _settle_even_pages(document: DocxDocument) -> None:
    """Let even pages show what the others do, if the template has nothing of their own."""
    section: Element = document.element.find(f"{W}body/{W}sectPr")
    kinds = {
        reference.get(f"{W}type") for reference in section.iterchildren() if _refers(reference)
    }
    if "even" in kinds:
        return
    settings: Element = document.settings.element
    for mark in settings.findall(f"{W}evenAndOddHeaders"):
        settings.remove(mark)


def _refers(element: Element) -> bool:
    return local_name(element) in {"headerReference", "footerReference"}


def _number_pages(document: DocxDocument, manuscript: Manuscript) -> None:
    """Add the page number to the footers of pages that show it nowhere."""
    section: Element = document.element.find(f"{W}body/{W}sectPr")
    related = document.part.related_parts
    for variant in ("default", "even"):
        shown = {
            local_name(reference): related[reference.get(_REFERENCE)]
            for reference in section.iterchildren()
            if _refers(reference) and reference.get(f"{W}type", "default") == variant
        }
        roots: list[Element] = [
            part.element for part in shown.values() if isinstance(part, XmlPart)
        ]
        if any(names_page(root) for root in roots) or (variant == "even" and not shown):
            continue
        footer = shown.get("footerReference")
        if isinstance(footer, XmlPart):
            footer.element.extend(_write_page_line(manuscript))
        elif variant == "default":
            _add_footer(document, manuscript)


def _add_footer(document: DocxDocument, manuscript: Manuscript) -> None:
    """Give the page section a footer with the page number."""
    footer = document.sections[-1].footer
    footer.is_linked_to_previous = False
    root = footer.part.element
    for child in list(root):
        root.remove(child)
    root.extend(_write_page_line(manuscript))


def _write_page_line(manuscript: Manuscript) -> list[Element]:
    style = manuscript.style(StyleRole.FOOTER)
    pieces = re.split(r"\{(pages?)\}", manuscript.report.words.page_of)
    content = join(
        field(_PAGE_FIELDS[piece], text_run("1")) if number % 2 else write_text(piece, manuscript)
        for number, piece in enumerate(pieces)
    )
    return parse_pieces(paragraph(style, Xml(content), Setting(align="right")))
