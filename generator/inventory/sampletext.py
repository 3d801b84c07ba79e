"""What the sample text of a Word template tells about its styles: which one is used for what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.inventory.element import Element
from generator.inventory.synonyms import SOURCE_WORDS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RUNNING_TEXT = 60
"""Characters from which a paragraph counts as running text."""

ENOUGH_TEXT = 400
"""Characters of running text that a template must hold to tell its body by them."""

MOST_OF_IT = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleText:
    """Style id → how often the template's own text uses the style.

    Attributes:
        running: Characters of running text, lists and tables left out.
        cells: Paragraphs in tables.
        captions: Paragraphs with a counted number (`SEQ`).
        sources: Short paragraphs that begin with a word such as Source.
        tables: Tables.
    """

    running: Mapping[str, int] = field(default_factory=dict)
    cells: Mapping[str, int] = field(default_factory=dict)
    captions: Mapping[str, int] = field(default_factory=dict)
    sources: Mapping[str, int] = field(default_factory=dict)
    tables: Mapping[str, int] = field(default_factory=dict)

    @property
    def body(self) -> str:
        """Return the id of the style that most running text is set in; empty where none is."""
        total = sum(self.running.values())
        if total < ENOUGH_TEXT:
            return ""
        id_, amount = max(self.running.items(), key=lambda item: item[1])
        return id_ if amount >= MOST_OF_IT * total else ""


def read_sample(document: Element, default_id: str) -> SampleText:
    """Return what the text of `w:document` uses; `default_id` serves where no style is named."""
    running: Counter[str] = Counter()
    cells: Counter[str] = Counter()
    captions: Counter[str] = Counter()
    sources: Counter[str] = Counter()
    for paragraph in document.iterfind(f"{W}body//{W}tc/{W}p"):
        cells[_style_of(paragraph, default_id)] += 1
    for paragraph in _outside_tables(document):
        id_ = _style_of(paragraph, default_id)
        text = "".join(mark.text or "" for mark in paragraph.iterfind(f".//{W}t")).strip()
        is_listed = paragraph.find(f"{W}pPr/{W}numPr") is not None
        if len(text) >= RUNNING_TEXT and not is_listed:
            running[id_] += len(text)
        if _is_counted(paragraph):
            captions[id_] += 1
        elif text.partition(":")[0].strip().casefold() in SOURCE_WORDS and ":" in text:
            sources[id_] += 1
    return SampleText(
        running=running, cells=cells, captions=captions, sources=sources, tables=_tables(document)
    )


def _outside_tables(document: Element) -> Iterator[Element]:
    """Yield the paragraphs of the body, also those in content controls, but not in cells."""
    yield from document.iterfind(f"{W}body/{W}p")
    yield from document.iterfind(f"{W}body//{W}sdtContent/{W}p")


def _style_of(paragraph: Element, default_id: str) -> str:
    named = paragraph.find(f"{W}pPr/{W}pStyle")
    return default_id if named is None else named.get(f"{W}val", default_id)


def _is_counted(paragraph: Element) -> bool:
    codes = [mark.text or "" for mark in paragraph.iterfind(f".//{W}instrText")]
    codes += [mark.get(f"{W}instr", "") for mark in paragraph.iterfind(f".//{W}fldSimple")]
    return any(code.split()[:1] == ["SEQ"] for code in codes)


def _tables(document: Element) -> Counter[str]:
    named = document.iterfind(f"{W}body//{W}tbl/{W}tblPr/{W}tblStyle")
    return Counter(style.get(f"{W}val", "") for style in named)
