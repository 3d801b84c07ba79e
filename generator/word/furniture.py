"""Headers and footers: the template's own are kept, their fields filled with this report's words.

Fields that say what page it is are left to the office program, which counts as it draws.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from docx.document import Document as DocxDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart

from generator.inventory.report import StyleRole
from generator.word.fields import field, text_run
from generator.word.manuscript import Manuscript
from generator.word.markup import Element, W, Xml, join, parse_pieces
from generator.word.paragraphs import Setting, paragraph
from generator.word.runs import write_text

_ENGLISH = "Page {page} of {pages}"
_PARTS = frozenset({RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER})
_PAGE_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}


def fill_furniture(document: DocxDocument, manuscript: Manuscript) -> None:
    """Fill the fields of all headers and footers; add a footer where the template has none."""
    parts = [*find_furniture(manuscript.package_part)]
    shown = _shown_texts(manuscript)
    for part in parts:
        root = part.element
        for name, results in _find_fields(root):
            if name in shown:
                _set_result(results, shown[name])
        for line in root.iter(f"{W}p"):
            _localise_page(line, manuscript.report.words.page_of)
    if not any(_names_page(part.element) for part in parts):
        _add_footer(document, manuscript)


def find_furniture(document: Part) -> Iterator[XmlPart]:
    """Yield the header and footer parts of the file, in the order of their relationships."""
    for link in document.rels.values():
        if link.reltype in _PARTS and isinstance(link.target_part, XmlPart):
            yield link.target_part


def _shown_texts(manuscript: Manuscript) -> Mapping[str, str]:
    """Return what each field shows, by its instruction in upper case."""
    properties = manuscript.report.properties
    authors = "; ".join(properties.authors)
    return {
        "TITLE": properties.title,
        "SUBJECT": properties.subtitle,
        "AUTHOR": authors,
        "KEYWORDS": ", ".join(properties.keywords),
        "DOCPROPERTY TITLE": properties.title,
        "DOCPROPERTY SUBJECT": properties.subtitle,
        "DOCPROPERTY AUTHOR": authors,
        "DOCPROPERTY COMPANY": properties.organisation,
    }


def _find_fields(root: Element) -> Iterator[tuple[str, list[Element]]]:
    """Yield the name of each field and the runs of its stored result."""
    for simple in root.iter(f"{W}fldSimple"):
        yield _name_of(simple.get(f"{W}instr", "")), [*simple.iterchildren(f"{W}r")]
    for line in root.iter(f"{W}p"):
        yield from _find_complex(line)


def _find_complex(line: Element) -> Iterator[tuple[str, list[Element]]]:
    """Yield the fields that begin and end in one paragraph."""
    code, results, place = "", [], ""
    for run in line.iter(f"{W}r"):
        mark = run.find(f"{W}fldChar")
        if mark is not None:
            place = mark.get(f"{W}fldCharType", "")
            if place == "begin":
                code, results = "", []
            if place == "end":
                yield _name_of(code), results
        elif place == "begin":
            code += "".join(part.text or "" for part in run.iter(f"{W}instrText"))
        elif place == "separate":
            results.append(run)


def _name_of(instruction: str) -> str:
    """Return a field's kind, and for DOCPROPERTY the property, in upper case."""
    words = re.findall(r'"[^"]*"|\S+', instruction.upper())
    wanted = 2 if words[:1] == ["DOCPROPERTY"] else 1
    return " ".join(word.strip('"') for word in words[:wanted])


def _set_result(runs: list[Element], text: str) -> None:
    """Put `text` into the first run of a field's result, and take the others away."""
    for number, run in enumerate(runs):
        if number:
            run.getparent().remove(run)
            continue
        for child in list(run):
            if child.tag != f"{W}rPr":
                run.remove(child)
        for piece in parse_pieces(text_run(text)):
            run.extend(list(piece))


def _names_page(root: Element) -> bool:
    return any(name == "PAGE" for name, _ in _find_fields(root))


def _localise_page(line: Element, page_of: str) -> None:
    """Put the report's words around the page numbers where the template has the English ones."""
    if page_of == _ENGLISH or not any(name == "NUMPAGES" for name, _ in _find_fields(line)):
        return
    pieces = re.split(r"\{pages?\}", _ENGLISH)
    wanted = re.split(r"\{pages?\}", page_of)
    is_in_order = 0 <= page_of.find("{page}") < page_of.find("{pages}")
    texts = [mark for mark in line.iter(f"{W}t") if mark.getparent().getparent() is line]
    for mark in texts if is_in_order else []:
        if mark.text in pieces:
            mark.text = wanted[pieces.index(mark.text)]


def _add_footer(document: DocxDocument, manuscript: Manuscript) -> None:
    """Give the last page section a footer with the page number."""
    footer = document.sections[-1].footer
    footer.is_linked_to_previous = False
    root = footer.part.element
    for child in list(root):
        root.remove(child)
    style = manuscript.style(StyleRole.FOOTER)
    pieces = re.split(r"\{(pages?)\}", manuscript.report.words.page_of)
    content = join(
        field(_PAGE_FIELDS[piece], text_run("1")) if number % 2 else write_text(piece, manuscript)
        for number, piece in enumerate(pieces)
    )
    root.extend(parse_pieces(paragraph(style, Xml(content), Setting(align="right"))))
