"""Rules over numbers in prose: those that no fact stands behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.brief.walk import walk_prose
from generator.compose.material import Material
from generator.findings import Finding, Severity
from generator.places import place_at

_NO_PROSE = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\[[^\]]*@[^\]]*\]|\]\([^)]*\)|\[\^[^\]]*\]|`[^`]*`|https?://\S+"
)
"""Expressions, citations, link targets, footnote marks, code and addresses."""

_PLACE = re.compile(
    r"\b(?:paragraphs?|paras?\.|pages?|pp?\.|sections?|chapters?|tables?|figures?|articles?|annex|"
    r"annexes|notes?|slides?|rows?|Abs\.|S\.|Seite|Artikel|абзац|стор\.|сторінк\w*|第)\s*"
    r"\d+(?:\s*(?:,|–|-|and|und|et|і|та)\s*\d+)*"
)
"""Places in a source or of an exhibit."""

_NUMBER = re.compile(r"(?<![\w@./,-])\d+(?:[.,\u00a0 ]\d+)*(?:\s?%)?(?![\w-])")
_ITEM = re.compile(r"^\s*\d+[.)]\s")
_YEAR = re.compile(r"1[5-9]\d\d|2[01]\d\d")
_DAY = re.compile(r"\d{1,2}")
_MONTH = re.compile(
    r"\s*(?:(?:[–-]|to|and|bis|und|au|et|до|і)\s*\d{1,2}\.?)?\s*(?:Jan|Feb|Mar|Mär|Apr|May|Mai|Jun|Jul|Aug|Sep|Oct|Okt|Nov|Dec|Dez"
    r"|janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc"
    r"|січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|лист|груд|月|日|年)"
)


def check_typed_numbers(material: Material) -> Iterator[Finding]:
    """Find numbers typed into prose instead of written from a fact (rule `number-typed`).

    Years, days of a month, list markers and digits that belong to a word (G7, COVID-19) are no
    figures.
    """
    for prose in walk_prose(material.brief):
        start = 0
        for line in str(prose).splitlines(keepends=True):
            for number, column in _find_numbers(line):
                yield Finding(
                    rule="number-typed",
                    severity=Severity.NOTE,
                    message=f"the number {number} is typed into the text",
                    place=place_at(prose, start + column),
                    fix="make it a fact, so that it has a source and both documents agree",
                )
            start += len(line)


def _find_numbers(line: str) -> Iterator[tuple[str, int]]:
    """Yield each number in `line` that is no part of a date, with its column from 0."""
    bare = _NO_PROSE.sub(lambda found: " " * len(found.group()), line)
    bare = _PLACE.sub(lambda found: " " * len(found.group()), bare)
    bare = _ITEM.sub(lambda found: " " * len(found.group()), bare)
    for found in _NUMBER.finditer(bare):
        number, rest = found.group(), bare[found.end() :]
        is_day = _DAY.fullmatch(number) and (_MONTH.match(rest) or rest.startswith(("–", "-")))
        if not (is_day or _YEAR.fullmatch(number)):
            yield number, found.start()
