"""Prose read twice: expressions into words, then Markdown into blocks and runs."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import islice

from generator.errors import DataError
from generator.facts import Figure
from generator.places import Place, Placed, place_at
from generator.text.blocks import Block, Inlines, Run
from generator.text.documents import DocumentReader
from generator.text.expanded import FIRST_MARK, Expanded
from generator.text.inlines import InlineReader, Spot
from generator.text.scope import Scope
from generator.text.templates import expand

MAX_LENGTH = 50_000
"""Characters in one text, about 20 pages: what is longer belongs in several sections."""

MAX_BRACKETS = 2_000
"""Opening brackets in one text; the time that Markdown takes grows with their square."""

# No file can hold these: controls, halves of surrogate pairs, and what marks facts in here.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\U000f0000-\U0010ffff]"
    "|&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,8}));"
)
_PLAIN = re.compile(
    "(?:[^\x00-\x1f\x7f-\x9f\\\\`*_\\[\\]<>&{}@!:\ud800-\udfff\ufffe\uffff\U000f0000-\U0010ffff]"
    "|:(?!//))*"
)
_HAS_NUMBER = re.compile(r"\d ")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


class ProseReader:
    """Reads the prose of one brief, and keeps the errors that it meets.

    Every text is read to the end whatever is wrong with it, so that all errors of a brief come
    in one run.
    """

    def __init__(
        self,
        figures: Mapping[str, Figure],
        language: str,
        sources: Collection[str],
        exhibits: Collection[str],
        known_facts: Collection[str] = (),
    ) -> None:
        """Make a reader.

        Args:
            figures: What `{{ name }}` can write.
            language: BCP 47 tag, for the words of figures and dates.
            sources: Ids that `[@id]` can cite.
            exhibits: Ids that `@id` can mention.
            known_facts: Ids of all facts; one without a figure was reported elsewhere, and is no
                error here.
        """
        self._scope = Scope(
            figures=figures,
            broken=frozenset(known_facts) - figures.keys(),
            language=language,
            sources=sources,
            exhibits=exhibits,
        )

    @property
    def errors(self) -> list[DataError]:
        """Return all errors met so far, in the order met, each once."""
        return list(self._scope.errors.values())

    def parse_blocks(self, prose: str) -> tuple[Block, ...]:
        """Return a text of several blocks: paragraphs, lists, tables, quotes, headings."""
        from generator.text.markdown import parse_document

        expanded = self._expand(prose)
        reader = DocumentReader(scope=self._scope, expanded=expanded)
        return reader.read(parse_document(expanded.text))

    def parse_inlines(self, prose: str) -> Inlines:
        """Return one paragraph; nothing in it begins a list, a heading or any other block."""
        if _PLAIN.fullmatch(prose) and not _HAS_NUMBER.search(prose):
            text = prose.strip(" ")
            return (Run(text=text),) if text else ()
        from generator.text.markdown import parse_line

        expanded = self._expand(_strip_end(prose))
        blank = _BLANK_LINE.search(expanded.text.rstrip())
        if blank and expanded.text[: blank.start()].strip():
            place = expanded.place(blank.end())
            self._scope.report("only one paragraph can stand here", place, "join the paragraphs")
        token = parse_line(expanded.text)
        reader = InlineReader(
            scope=self._scope,
            expanded=expanded,
            spot=Spot(line=0, content=token.content),
            read_note=self._refuse_note,
        )
        return reader.read(token.children or ())

    def _expand(self, prose: str) -> Expanded:
        return expand(self._check(prose), self._scope)

    def _check(self, prose: str) -> str:
        """Return `prose` with one kind of line end, and without what no file can hold."""
        if "\r" in prose:
            prose = _replace(prose, prose.replace("\r\n", "\n").replace("\r", "\n"))
        if len(prose) > MAX_LENGTH:
            prose = self._cut(prose, MAX_LENGTH, f"{MAX_LENGTH:,} characters")
        if prose.count("[") > MAX_BRACKETS:
            brackets = re.finditer(r"\[", prose)
            end = next(islice(brackets, MAX_BRACKETS, None)).start()
            prose = self._cut(prose, end, f"{MAX_BRACKETS:,} brackets")
        return self._drop_forbidden(prose)

    def _cut(self, prose: str, end: int, limit: str) -> str:
        """Return `prose` up to `end`, reported as too long."""
        message = f"the text has more than {limit}"
        self._scope.report(message, place_at(prose, 0), "split it over several sections")
        return _replace(prose, prose[:end])

    def _drop_forbidden(self, prose: str) -> str:
        """Return `prose` with U+FFFD for all that no file can hold, each kind reported once."""
        found: dict[int, int] = {}
        for match in _FORBIDDEN.finditer(prose):
            if _is_forbidden(match):
                found.setdefault(_parse_code(match), match.start())
        for code, offset in found.items():
            message = f"the character U+{code:04X} cannot stand in a document"
            self._scope.report(message, place_at(prose, offset), "remove it")
        return _replace(prose, _FORBIDDEN.sub(_blank_out, prose)) if found else prose

    def _refuse_note(self, label: str, place: Place | None) -> None:
        hint = "put it in the text of a section"
        self._scope.report(f"footnote '{label}' cannot stand here", place, hint)


def _parse_code(match: re.Match[str]) -> int:
    if match.lastindex is None:
        return ord(match[0])
    return int(match[1], 16) if match[1] else int(match[2])


def _is_forbidden(match: re.Match[str]) -> bool:
    """Whether a match of `_FORBIDDEN` is one: of the entities, only those of the last planes."""
    return match.lastindex is None or _parse_code(match) >= FIRST_MARK


def _blank_out(match: re.Match[str]) -> str:
    return "\ufffd" * len(match[0]) if _is_forbidden(match) else match[0]


def _replace(prose: str, text: str) -> str:
    return Placed.like(prose, text) if isinstance(prose, Placed) else text


def _strip_end(prose: str) -> str:
    return _replace(prose, prose.rstrip("\n"))
