"""The state of a report while it is written: what the parts of the writer hand to one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias
from urllib.parse import quote

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from generator.charts import ChartStyle
from generator.compose.report import Report
from generator.inventory.report import StyleRole, WordTemplate
from generator.text.blocks import Citation, Note
from generator.word.numbering import Numbering
from generator.word.outline import Outline
from generator.word.stylesheet import Stylesheet

NoteContent: TypeAlias = Citation | Note

TALLEST_SHARE = 0.7
"""Share of the page's height that a drawing may take beside its caption and source line."""

_URL_SIGNS = "%/:=&?~#+!$,;'@()*[]-._"
"""Characters of an address that stand for themselves; all others are written as %XX."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """What is known before the first line, and what grows while the report is written.

    Attributes:
        package_part: `word/document.xml`, for relationships.
        charts: The look of charts.
        notes: Footnotes in the order of their numbers, filled as the text is written.
        cited: Sources that a footnote has stated in full; further ones state them shortly.
        bookmark_ids: Unused ids of bookmarks, in order.
        drawing_ids: Unused ids of drawings, in order.
        first_note: Id of the first of `notes`; those before it are the template's own.
        tallest: Share of the height of the page that a drawing may take.
        is_at_start: Whether nothing stands before the first block.
    """

    report: Report
    template: WordTemplate
    styles: Stylesheet
    numbering: Numbering
    outline: Outline
    package_part: Part
    charts: ChartStyle
    bookmark_ids: Iterator[int]
    drawing_ids: Iterator[int]
    notes: list[NoteContent] = field(default_factory=list)
    cited: set[str] = field(default_factory=set)
    first_note: int = 1
    tallest: float = TALLEST_SHARE
    is_at_start: bool = True

    def style(self, role: StyleRole) -> str:
        """Return the id of the style for `role`."""
        return self.styles.id_of(role)

    def lead(self, word: str) -> str:
        """Return `word` as it leads into a line: with the colon of the report's language."""
        return word + self.report.words.colon


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A text with relationships of its own: the body, or the footnotes.

    Attributes:
        takes_notes: Whether footnotes can be set in it; in the footnotes themselves they cannot.
        cites_shortly: Whether citations that are no footnotes name author and year alone, as in
            text boxes.
    """

    manuscript: Manuscript
    part: Part
    takes_notes: bool = True
    cites_shortly: bool = False

    def link_to(self, address: str) -> str:
        """Return the id of the relationship that leads to `address`, the same one each time."""
        target = quote(address, safe=_URL_SIGNS)
        return self.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
