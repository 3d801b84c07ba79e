"""The text of written files, and which sentences of a brief are not in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from tests.foreign.written import A, C, W, Written

_PARTED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\[@[^\]]*\]|\[\^[^\]]*\]|(?<!\w)@[a-z][\w-]*|[|\n]\s*")
_SENTENCE = re.compile(r"(?<=[.!?;:])\s+")
LEAST_WORDS = 4
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
_MARKS = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def flatten(text: str) -> str:
    """Return `text` with one space for any, and without marks that nobody sees."""
    return _SPACES.sub(" ", _MARKS.sub("", unicodedata.normalize("NFKC", text))).strip()


def find_texts(tree: Any) -> Iterator[str]:
    """Yield the text of every paragraph and of every cached value of a chart, in order."""
    for line in tree.iter(f"{W}p", f"{A}p", f"{C}v"):
        text = line.text or "" if line.tag == f"{C}v" else read_line(line)
        if text := flatten(text):
            yield text


def read_line(line: Any) -> str:
    """Return the text of one paragraph, without that of paragraphs in boxes inside it."""
    prefix = W if line.tag == f"{W}p" else A
    signs = {f"{prefix}tab": " ", f"{prefix}br": " ", f"{prefix}noBreakHyphen": "-"}
    return "".join(
        signs.get(element.tag, element.text or "")
        for element in line.iter(f"{prefix}t", *signs)
        if next(element.iterancestors(line.tag)) is line
        and next(element.iterancestors(f"{W}tabs", f"{W}pPr"), None) is None
    )


def read_all_text(written: Written) -> str:
    """Return all text of the parts that a reader sees: body, notes, slides, charts."""
    wanted = re.compile(
        r"(?:word/(?:document|footnotes|endnotes|header\d*|footer\d*)|ppt/slides/slide\d+"
        r"|ppt/notesSlides/notesSlide\d+|(?:word|ppt)/charts/chart\d+)\.xml$"
    )
    names = sorted(name for name in written.names if wanted.match(name) or name == written.main)
    return " ".join(text for name in names for text in find_texts(written.parse(name)))


def find_sentences(brief: Any) -> list[str]:
    """Return what of a brief's prose must be found again: sentences, cut where a figure stands.

    Args:
        brief: The data file as plain lists and mappings.
    """
    found: dict[str, None] = {}
    for text in _walk(brief):
        for piece in _PARTED.split(
            re.sub(r"^\s*(?:[-*]|\d+\.)\s+", "\n", text, flags=re.MULTILINE)
        ):
            for sentence in _SENTENCE.split(flatten(piece.replace("*", ""))):
                words = sentence.strip(" .,;:()[]–—")
                if len(words.split()) >= LEAST_WORDS:
                    found[words] = None
    return list(found)


def _walk(node: Any) -> Iterator[str]:
    match node:
        case str():
            # A line break inside a paragraph of Markdown is a space.
            yield re.sub(r"(?<!\n)\n(?!\s*(?:\n|[-*|]|\d+\.))", " ", node)
        case dict():
            for key, value in node.items():
                if key != "at":  # where in a source, which is written anew
                    yield from _walk(value)
        case list() | tuple():
            for value in node:
                yield from _walk(value)
        case _:
            pass


def find_lost(sentences: list[str], written: Written) -> list[str]:
    """Return those of `sentences` that the file does not hold."""
    text = read_all_text(written).casefold()
    return [sentence for sentence in sentences if sentence.casefold() not in text]
