"""The package around the text: the template opened and cleared, the written body put in, saved."""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO

import docx
from docx.document import Document as DocxDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.parts.numbering import NumberingPart

from generator.errors import TemplateError
from generator.word.markup import (
    NAMESPACES,
    Element,
    W,
    Xml,
    local_name,
    new_element,
    parse_part,
    tag,
    write_part,
)
from generator.word.pagesection import take_section
from generator.word.parts import new_part
from generator.word.spacing import part_tables
from generator.word.stylesheet import Stylesheet

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_KEPT = frozenset(
    f"{_OFFICE}/{kind}"
    for kind in (
        "styles",
        "numbering",
        "settings",
        "webSettings",
        "fontTable",
        "theme",
        "footnotes",
        "header",
        "footer",
    )
)
"""Relationships of the template's document that outlive its text."""


def open_template(template: bytes) -> DocxDocument:
    """Open a plain .docx with its text taken away, and all that only the text used.

    Raises:
        TemplateError: It cannot be opened.
    """
    return _clear(open_document(template))


def open_document(template: bytes) -> DocxDocument:
    """Open a plain .docx as it is.

    Raises:
        TemplateError: It cannot be opened.
    """
    try:
        return docx.Document(BytesIO(template))
    except Exception as error:
        raise TemplateError(
            f"the Word template cannot be opened: {str(error).strip(chr(34))}",
            hint="open it in Word and save it as .docx again",
        ) from error


def _clear(document: DocxDocument) -> DocxDocument:
    """Return the file without the template's text, and what only that used; a page section stays.

    The root is made anew: taking elements out of a long text one by one, or all at once, takes lxml
    time by the square of their number.
    """
    part, old = document.part, document.element
    section = take_section(part, old)
    fresh: Element = parse_xml(write_part(_make_empty(old)))
    fresh.find(f"{W}body").append(section)
    part._element = fresh  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]
    referred = {
        value
        for element in fresh.iter()
        for name, value in element.attrib.items()
        if name.startswith(f"{{{_OFFICE}}}")
    }
    for key, link in list(part.rels.items()):
        is_furniture = link.reltype in {RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER}
        is_kept = link.reltype in _KEPT and not is_furniture
        if not (is_kept or key in referred):
            del part.rels[key]
    return DocxDocument(fresh, part)


def _make_empty(old: Element) -> Element:
    """Return a root like `old`, with the background of its pages and an empty body."""
    root = new_element(old.tag, old.nsmap)
    root.attrib.update(old.attrib)
    background = old.find(f"{W}background")
    if background is not None:
        root.append(deepcopy(background))
    root.append(new_element(f"{W}body"))
    return root


def find_numbering(document: Part) -> Element:
    """Return the numbering definitions, in a part added to the file if there is none."""
    for link in document.rels.values():
        if not link.is_external and isinstance(link.target_part, NumberingPart):
            return link.target_part.element
    data = write_part(parse_part(tag("w:numbering")))
    name, kind = PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING
    fresh = NumberingPart.load(name, kind, data, document.package)  # pyright: ignore[reportArgumentType] - any package will do
    document.relate_to(fresh, RELATIONSHIP_TYPE.NUMBERING)
    return fresh.element


def save_with(document: DocxDocument, content: Xml, styles: Stylesheet) -> bytes:
    """Return the file with `content` as its body, before the template's page section.

    The document part is made anew from text: moving a long table's elements from one tree of lxml
    into another takes time by the square of their number.
    """
    return save_document(document, write_part(_make_root(document.element, content, styles)))


def save_document(document: DocxDocument, data: bytes) -> bytes:
    """Return the file with `data` as its main part, whose relationships stay."""
    old = document.part
    part = new_part(old.partname, old.content_type, data, old)
    for key, link in old.rels.items():
        target = link.target_ref if link.is_external else link.target_part
        part.load_rel(link.reltype, target, key, is_external=link.is_external)
    package = old.package
    if package is None:
        raise TypeError("a document that was opened has a package")
    for key, link in list(package.rels.items()):
        if link.reltype == RELATIONSHIP_TYPE.OFFICE_DOCUMENT:
            del package.rels[key]
            package.load_rel(link.reltype, part, key)
    stream = BytesIO()
    package.save(stream)
    return stream.getvalue()


def _make_root(old: Element, content: Xml, styles: Stylesheet) -> Element:
    """Return a new `w:document` that holds `content` and what is left of the template's."""
    spaces = {
        f"xmlns:{prefix}": uri
        for prefix, uri in old.nsmap.items()
        if prefix and prefix not in NAMESPACES
    }
    root = parse_part(tag("w:document", spaces, tag("w:body", None, content)))
    root.attrib.update(old.attrib)
    body = root.find(f"{W}body")
    part_tables(body, styles)
    for child in list(old):
        if local_name(child) == "background":
            body.addprevious(child)
    body.append(old.find(f"{W}body/{W}sectPr"))
    return root
