"""Templates with marks, and what a kept text becomes, for the tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import docx
from docx.document import Document as DocxDocument

from generator.compose.report import Report, ReportBlock
from generator.compose.slots import Slot, SlotKind
from generator.inventory import read_word_template
from generator.ooxml.opening import open_package
from generator.word import build_report
from tests.word.reading import PLAIN_TEMPLATE, Built, W
from tests.word.samples import make_report

Draw = Callable[[DocxDocument], None]
Group = tuple[SlotKind, Sequence[ReportBlock]]


def make_slot(number: int, kind: SlotKind = SlotKind.BODY, **parts: Any) -> Slot:
    """Return a slot; its place is `paragraph` and its number."""
    return Slot(number=number, kind=kind, place=f"paragraph {number}", **parts)


class Placed(Built):
    """A template whose text was drawn by a test, its marks filled."""

    def __init__(
        self,
        draw: Draw,
        slots: Sequence[Slot],
        groups: Sequence[Sequence[ReportBlock]],
        change: Callable[[Report], Report] = lambda report: report,
        **options: Any,
    ) -> None:
        document = docx.Document(str(PLAIN_TEMPLATE))
        draw(document)
        stream = io.BytesIO()
        document.save(stream)
        self.template = stream.getvalue()
        blocks = tuple(block for group in groups for block in group)
        report = replace(make_report(*blocks), groups=tuple(map(len, groups)))
        self.data = fill(self.template, change(report), slots, **options)
        with zipfile.ZipFile(io.BytesIO(self.data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.body = self.parse("word/document.xml").find(f"{W}body")


def fill(template: bytes, report: Report, slots: Sequence[Slot], **options: Any) -> bytes:
    """Return the file of `template` with its marks filled."""
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.docx"
        path.write_bytes(template)
        package = open_package(path)
    return build_report(
        report, package.to_bytes(), read_word_template(package), slots=slots, **options
    )
