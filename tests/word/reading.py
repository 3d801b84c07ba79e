"""Builds reports for the tests, and reads back what was written."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import docx
from docx.document import Document as DocxDocument
from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.compose.report import Report, ReportBlock
from generator.inventory import find_default_template, read_word_template
from generator.inventory.report import WordTemplate
from generator.ooxml.opening import open_package
from generator.word import build_report
from tests.word.samples import make_report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PLAIN_TEMPLATE = Path(docx.__file__).parent / "templates" / "default.docx"


@cache
def read_template(path: Path | None = None) -> tuple[bytes, WordTemplate]:
    """Return a Word template made plain, and its inventory; by default the one that we bring."""
    package = open_package(path or find_default_template() / "report.docx")
    return package.to_bytes(), read_word_template(package)


class Built:
    """A report that was built, unzipped and parsed."""

    def __init__(self, report: Report, template: Path | None = None) -> None:
        data, inventory = read_template(template)
        self.data = build_report(report, data, inventory)
        with zipfile.ZipFile(io.BytesIO(self.data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.body = self.parse("word/document.xml").find(f"{W}body")

    def parse(self, name: str) -> Any:
        """Return the root element of a part."""
        return etree.fromstring(self.parts[name])

    def open(self) -> DocxDocument:
        """Return the file as python-docx reads it."""
        return docx.Document(io.BytesIO(self.data))

    def paragraphs(self, style: str | None = None) -> list[Any]:
        """Return all paragraphs of the body, in boxes and cells too, or those of one style id."""
        return [
            line
            for line in self.body.iter(f"{W}p")
            if style is None or line.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == style
        ]

    def texts(self, style: str | None = None) -> list[str]:
        """Return the words of each paragraph, or of those of one style id."""
        return [text_of(line) for line in self.paragraphs(style)]

    def values(self, path: str, attribute: str = "val") -> list[str]:
        """Return an attribute of all elements on `path`, whose tags are written as in Word."""
        found = self.body.findall(".//" + path.replace("w:", W))
        return [element.get(f"{W}{attribute}") for element in found]


def build(*blocks: ReportBlock, language: str = "en-GB", template: Path | None = None) -> Built:
    """Return a report of `blocks`, built and read back."""
    return Built(make_report(*blocks, language=language), template)


def text_of(line: Any) -> str:
    """Return what a reader sees of a paragraph: tabs and line breaks, no field instructions."""
    signs = {f"{W}tab": "\t", f"{W}br": "\n"}
    return "".join(
        signs.get(element.tag, element.text or "")
        for element in line.iter(f"{W}t", *signs)
        if element.getparent().tag == f"{W}r"
    )
