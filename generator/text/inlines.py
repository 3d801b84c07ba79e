"""The tokens of one paragraph to inlines: names looked up, links checked, the rest refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from generator.brief.facts import SourceRef
from generator.brief.values import Name
from generator.errors import suggest
from generator.places import Place
from generator.text.blocks import Block, Citation, CrossReference, Inlines, LineBreak, Note
from generator.text.expanded import MARK, Expanded
from generator.text.runs import RunWriter
from generator.text.scope import Scope

if TYPE_CHECKING:  # Markdown-it takes 40 ms to load, and few imports of this need it.
    from markdown_it.token import Token

_CITED = re.compile(r"\s*@(?P<id>[^\s,;@]+)\s*(?:,?\s*(?P<at>\S.*?))?\s*", re.DOTALL)
_LINK = re.compile(r"(?:https?://[^\s/]|mailto:[^\s@]+@\S)", re.IGNORECASE)
_EXHIBIT_PREFIXES = ("fig-", "tab-", "tbl-", "chart-", "table-")
_NEAR = 0.8

NoteReader = Callable[[str, Place | None], "tuple[Block, ...] | None"]
"""Returns the blocks of a footnote by its label; None, reported, if there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where an `inline` token stands: enough to find the place of each character in it.

    Attributes:
        line: Line of the expanded text on which its content begins.
        content: Its content.
        column: For a cell, the column at which it begins; elsewhere the content ends its line.
    """

    line: int
    content: str
    column: int | None = None

    def find_place(self, expanded: Expanded, position: int) -> Place | None:
        """Return the place of a character of the content."""
        before = self.content[:position]
        index = before.count("\n")
        wanted = self.content.split("\n")[index]
        number = self.line + index
        if number >= len(expanded.lines):
            return expanded.place(len(expanded.text))
        raw = expanded.lines[number]
        begin = self.column or 0
        found = raw.rfind(wanted) if self.column is None else raw.find(wanted, begin)
        within = position - (before.rfind("\n") + 1)
        column = begin if found < 0 else found + within
        return expanded.place(expanded.line_offset(number) + column)


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineReader:
    """Reads the tokens of one paragraph, cell or heading."""

    scope: Scope
    expanded: Expanded
    spot: Spot
    read_note: NoteReader

    def read(self, tokens: Sequence[Token]) -> Inlines:
        """Return the inlines of `tokens`; errors go to the scope."""
        writer = RunWriter(self.expanded)
        cursor = 0
        for index, token in enumerate(tokens):
            if token.type == "softbreak":
                following = tokens[index + 1].content if index + 1 < len(tokens) else ""
                writer.add_soft_break(following)
            else:
                cursor = self._read_token(token, writer, cursor)
        return writer.build()

    def _read_token(self, token: Token, writer: RunWriter, cursor: int) -> int:
        """Read one token; returns the position up to which the content has been searched."""
        match token.type:
            case "text":
                self._check_marks(token.content)
                writer.add_text(token.content)
            case "code_inline":
                writer.add_text(token.content, code=True)
            case "hardbreak":
                writer.add(LineBreak())
            case "citation" | "note" | "mention":
                self._read_name(token, writer)
            case "link_open" | "image" | "html_inline":
                return self._read_markup(token, writer, cursor)
            case _:
                _switch_format(token, writer)
        return cursor

    def _check_marks(self, text: str) -> None:
        """Report asterisks that were meant to make words bold, and did not."""
        if "**" not in text or "\\*" in self.spot.content:
            return
        position = max(self.spot.content.find(text), 0) + text.index("**")
        hint = "put '**' right at the words and outside punctuation, or write '\\*\\*'"
        self.scope.report("these asterisks make nothing bold", self._place(position), hint)

    def _read_name(self, token: Token, writer: RunWriter) -> None:
        position = int(token.meta["position"])
        if token.type == "citation":
            self._read_citation(token.content, position, writer)
        elif token.type == "mention":
            self._read_mention(token.content, position, writer)
        else:
            blocks = self.read_note(token.content, self._place(position))
            if blocks is not None:
                writer.add(Note(blocks=blocks))

    def _read_markup(self, token: Token, writer: RunWriter, cursor: int) -> int:
        href = str(token.attrGet("href") or "")
        needle = {"link_open": href, "image": "!["}.get(token.type, token.content)
        found = max(self.spot.content.find(needle, cursor), cursor)
        place = self._place(found)
        if token.type == "link_open":
            writer.link = self._check_link(href, place)
        elif token.type == "image":
            hint = "make it an exhibit, or leave it out"
            self.scope.report("a picture cannot stand in text", place, hint)
        else:
            hint = "use Markdown, or write '\\<' for the sign itself"
            self.scope.report(f"HTML cannot stand in text: '{token.content[:40]}'", place, hint)
            writer.add_text(token.content)
        return found + len(needle)

    def _check_link(self, href: str, place: Place | None) -> str | None:
        from markdown_it.common.normalize_url import normalizeLink

        if MARK.search(href):
            hint = "write the address out"
            self.scope.report("a fact cannot be part of an address", place, hint)
            return None
        if not _LINK.match(href):
            hint = "links begin with https://, http:// or mailto:"
            self.scope.report(f"'{href[:80]}' is no address that can be followed", place, hint)
            return None
        return normalizeLink(href)

    def _read_citation(self, content: str, position: int, writer: RunWriter) -> None:
        sources: list[SourceRef] = []
        offset = position + 1
        for part in content.split(";"):
            source = self._read_source(part, offset)
            offset += len(part) + 1
            if source:
                sources.append(source)
        if sources:
            writer.add(Citation(sources=tuple(sources)))

    def _read_source(self, part: str, offset: int) -> SourceRef | None:
        match = _CITED.fullmatch(part)
        if match is None:
            place = self._place(offset + len(part) - len(part.lstrip()))
            hint = "a citation looks like [@source, p. 3; @other]"
            self.scope.report(f"'{part.strip()[:40]}' is no citation", place, hint)
            return None
        place = self._place(offset + match.start("id") - 1)
        if match["id"] not in self.scope.sources:
            hint = suggest(match["id"], self.scope.sources) or "name an entry of 'sources'"
            self.scope.report(f"unknown source '{match['id']}'", place, hint)
            return None
        locator = self.expanded.write_marks(match["at"] or "").replace("\n", " ")
        return SourceRef(id=Name(match["id"], place), at=locator or None)

    def _read_mention(self, name: str, position: int, writer: RunWriter) -> None:
        if name in self.scope.exhibits:
            writer.add(CrossReference(exhibit=name))
            return
        writer.add_text(f"@{name}")
        place = self._place(position)
        if name in self.scope.sources:
            hint = f"cite as [@{name}], or write '\\@{name}' for the word itself"
            self.scope.report(f"source '{name}' is named without brackets", place, hint)
        elif _is_like_exhibit(name, self.scope.exhibits):
            hint = suggest(name, self.scope.exhibits) or "name an entry of 'charts' or 'tables'"
            self.scope.report(f"unknown exhibit '{name}'", place, hint)

    def _place(self, position: int) -> Place | None:
        return self.spot.find_place(self.expanded, position)


def _is_like_exhibit(name: str, exhibits: Collection[str]) -> bool:
    known = list(exhibits)
    near = get_close_matches(name.lower(), known, n=1, cutoff=_NEAR)
    return bool(near) or name.lower().startswith(_EXHIBIT_PREFIXES)


def _switch_format(token: Token, writer: RunWriter) -> None:
    if token.type in {"strong_open", "strong_close"}:
        writer.bold += token.nesting
    elif token.type in {"em_open", "em_close"}:
        writer.italic += token.nesting
    elif token.type == "link_close":
        writer.link = None
