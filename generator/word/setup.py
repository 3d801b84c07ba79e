"""The manuscript before its first line: styles, numbering, headings planned, free ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import count

from docx.document import Document as DocxDocument

from generator.charts import ChartStyle
from generator.compose.report import Report
from generator.inventory.report import WordTemplate
from generator.word.assembly import find_numbering
from generator.word.manuscript import Manuscript
from generator.word.markup import Element, W
from generator.word.numbering import Numbering
from generator.word.outline import Outline
from generator.word.stylesheet import Stylesheet

_MOST = 1_000_000_000
"""Highest id from which it is safe to count on; ids end at 2,147,483,647."""

Planner = Callable[[Stylesheet, Numbering], Outline]


def start_manuscript(
    document: DocxDocument,
    report: Report,
    inventory: WordTemplate,
    plan: Planner,
    taken: Iterable[Element],
) -> Manuscript:
    """Return the manuscript, with headings numbered and bookmarks named.

    Args:
        document: The open file; a numbering part is added if it has none.
        report: What is said.
        inventory: What the template offers.
        plan: Plans headings and bookmarks.
        taken: Roots of the parts whose ids of bookmarks and drawings are in use.
    """
    part = document.part
    styles = Stylesheet(document.styles.element, inventory)
    numbering = Numbering(find_numbering(part), styles)
    theme = inventory.theme
    roots = tuple(taken)
    return Manuscript(
        report=report,
        template=inventory,
        styles=styles,
        numbering=numbering,
        outline=plan(styles, numbering),
        package_part=part,
        charts=ChartStyle(
            font=theme.minor or "Calibri",
            colours=theme.colours,
            east_asian_font=theme.minor_east_asian,
        ),
        bookmark_ids=_list_free(roots, f"{W}bookmarkStart", f"{W}id"),
        drawing_ids=_list_free(roots, "{*}docPr", "id"),
    )


def _list_free(roots: tuple[Element, ...], name: str, attribute: str) -> Iterator[int]:
    """Return the ids that none of the elements `name` has, in order."""
    found = (element.get(attribute, "0") for root in roots for element in root.iter(name))
    used = {int(value) for value in found if value.lstrip("-").isdigit()}
    highest = max(used, default=0)
    start = highest + 1 if 0 <= highest < _MOST else 1
    return (number for number in count(start) if number not in used)
