"""Templates with marks, drawn by the tests, and what becomes of them."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
from docx.document import Document as DocxDocument
from docx.oxml.parser import parse_xml

from generator.compose.report import ChartExhibit, Report, ReportBlock, TableExhibit
from generator.compose.slots import Slot, SlotKind
from generator.inventory import read_word_template
from generator.ooxml.opening import open_package
from generator.text.blocks import Run
from generator.word import build_report
from generator.word.markup import NAMESPACES
from tests.word.reading import PLAIN_TEMPLATE, Built, W
from tests.word.samples import NBSP, make_report

Draw = Callable[[DocxDocument], None]

_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_SPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
SHORT = {
    "ministry": (Run(text="Ministry of Communities (2026)"),),
    "survey": (Run(text="Survey desk"),),
}


def make_slot(number: int, kind: SlotKind = SlotKind.BODY, **parts: Any) -> Slot:
    """Return a slot whose place is `paragraph` and its number."""
    return Slot(number=number, kind=kind, place=f"paragraph {number}", **parts)


def element(xml: str) -> Any:
    """Return the element of `xml`, the usual prefixes declared."""
    end = min(xml.find(sign) for sign in (" ", ">", "/>") if sign in xml)
    return parse_xml(f'{xml[:end]} {_SPACES} xmlns:wps="{_SHAPE}"{xml[end:]}')


def add(document: DocxDocument, *pieces: str) -> None:
    """Add pieces of the body to the end of a template."""
    section: Any = document.element.find(f"{W}body/{W}sectPr")
    for piece in pieces:
        section.addprevious(element(piece))


def draw_box(mark: str, width: int, height: int, fit: str = "noAutofit") -> str:
    """Return a paragraph with a text box of `width` and `height` in EMU that holds `mark`."""
    return (
        '<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="41" name="Box"/>'
        f'<a:graphic><a:graphicData uri="{_SHAPE}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>'
        f"<w:p><w:r><w:t>{mark}</w:t></w:r></w:p></w:txbxContent></wps:txbx>"
        f'<wps:bodyPr lIns="36000" rIns="36000"><a:{fit}/></wps:bodyPr></wps:wsp>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


class Placed(Built):
    """A template that a test has drawn, its marks filled.

    Attributes:
        template: Its bytes.
    """

    def __init__(
        self,
        draw: Draw,
        slots: Sequence[Slot],
        groups: Sequence[Sequence[ReportBlock]],
        base: bytes | None = None,
        **options: Any,
    ) -> None:
        document = docx.Document(io.BytesIO(base or PLAIN_TEMPLATE.read_bytes()))
        draw(document)
        stream = io.BytesIO()
        document.save(stream)
        self.template = stream.getvalue()
        report = make_placed_report(groups)
        self.data = fill(self.template, report, slots, **options)
        with zipfile.ZipFile(io.BytesIO(self.data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.body = self.parse("word/document.xml").find(f"{W}body")


def make_placed_report(groups: Sequence[Sequence[ReportBlock]]) -> Report:
    """Return the report of the blocks of each slot."""
    blocks = tuple(block for group in groups for block in group)
    shown = [block for block in blocks if isinstance(block, ChartExhibit | TableExhibit)]
    captions = [block.caption for block in shown if block.has_caption]
    return replace(
        make_report(*blocks),
        groups=tuple(map(len, groups)),
        labels={each.id: f"{each.label}{NBSP}{each.number}" for each in captions},
        short_footnotes=SHORT,
        date="31 March 2026",
    )


def fill(template: bytes, report: Report, slots: Sequence[Slot], **options: Any) -> bytes:
    """Return the file of `template` with its marks filled."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.docx"
        path.write_bytes(template)
        package = open_package(path)
    inventory = read_word_template(package)
    return build_report(report, package.to_bytes(), inventory, slots=slots, **options)
