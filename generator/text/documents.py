"""The tokens of a whole text to blocks: paragraphs, lists, quotes, headings, tables, footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.errors import suggest
from generator.places import Place
from generator.text.blocks import (
    Block,
    Grid,
    Inlines,
    ListBlock,
    Paragraph,
    QuoteBlock,
    Subheading,
    TextTable,
)
from generator.text.expanded import Expanded
from generator.text.inlines import InlineReader, Spot
from generator.text.scope import Scope
from generator.text.tables import (
    Row,
    check_cells,
    find_broken_table,
    parse_rows,
    plan_columns,
    split_cells,
)

if TYPE_CHECKING:  # Markdown-it takes 40 ms to load, and few imports of this need it.
    from markdown_it.token import Token


MAX_LIST_DEPTH = 6
"""Lists go no deeper; no style of a template does, and no reader follows."""

_ATTRIBUTION = re.compile(r"(?:—|–|--)\s+")
_REFUSED = {
    "fence": ("a block of code cannot stand in text", "write `code` in a line, or use a table"),
    "html_block": ("HTML cannot stand in text", "use Markdown, or write '\\<' for the sign itself"),
}
_INSIDE = {
    "a list": frozenset({"table_open", "heading_open", "blockquote_open"}),
    "a quote": frozenset({"table_open", "heading_open", "blockquote_open"}),
    "a footnote": frozenset({"table_open", "heading_open", "blockquote_open"}),
}
_TABLE_HINT = "a table is | a | b |, then | --- | --- |, then its rows; '\\|' is the sign itself"
_NAMES = {"table_open": "a table", "heading_open": "a heading", "blockquote_open": "a quote"}


@dataclass(slots=True, kw_only=True)
class _Definition:
    """A footnote as it is defined; `is_used` once the text refers to it."""

    tokens: list[Token]
    place: Place | None
    is_used: bool = False


@dataclass(slots=True, kw_only=True)
class DocumentReader:
    """Reads one text.

    Attributes:
        scope: What can be named; errors go there.
        expanded: The text.
    """

    scope: Scope
    expanded: Expanded
    _notes: dict[str, _Definition] = field(default_factory=dict[str, _Definition])
    _inside: str = ""
    _depth: int = 0

    def read(self, tokens: Sequence[Token]) -> tuple[Block, ...]:
        """Return the blocks of a text; errors go to the scope."""
        blocks = self._read_blocks(self._take_definitions(tokens))
        for label, definition in self._notes.items():
            if not definition.is_used:
                message = f"footnote '{label}' is defined, but nothing refers to it"
                hint = f"write [^{label}] where it belongs, or remove it"
                self.scope.report(message, definition.place, hint)
        return blocks

    def _take_definitions(self, tokens: Sequence[Token]) -> list[Token]:
        """Set the footnotes of `tokens` aside; returns the rest."""
        rest: list[Token] = []
        current = rest
        for token in tokens:
            if token.type == "footnote_reference_open":
                current = self._open_definition(token)
            elif token.type == "footnote_reference_close":
                current = rest
            else:
                current.append(token)
        return rest

    def _open_definition(self, token: Token) -> list[Token]:
        label = str(token.meta["label"])
        place = self._line_place(token, f"[^{label}]:")
        definition = _Definition(tokens=[], place=place)
        if label in self._notes:
            self.scope.report(f"footnote '{label}' is defined twice", place, "rename one of them")
        else:
            self._notes[label] = definition
        return definition.tokens

    def _read_blocks(self, tokens: Sequence[Token]) -> tuple[Block, ...]:
        blocks: list[Block] = []
        for group in _split_blocks(tokens):
            block = self._read_block(group)
            if block is not None:
                blocks.append(block)
        return tuple(blocks)

    def _read_block(self, group: Sequence[Token]) -> Block | None:
        """Return the block that `group`, from its opening token to its closing one, makes."""
        first = group[0]
        if first.type in _INSIDE.get(self._inside, ()):
            self._refuse(first, f"{_NAMES[first.type]} cannot stand in {self._inside}")
        match first.type:
            case "paragraph_open":
                return self._read_paragraph(group[1])
            case "heading_open":
                inlines = self._read_inline(group[1])
                return Subheading(inlines=inlines, depth=int(first.tag[1:])) if inlines else None
            case "bullet_list_open" | "ordered_list_open":
                return self._read_list(group)
            case "blockquote_open":
                return self._read_quote(group[1:-1])
            case "table_open":
                return self._read_table(group)
            case "fence" | "html_block":
                message, hint = _REFUSED[first.type]
                self._refuse(first, message, hint)
            case _:
                pass
        return None

    def _read_paragraph(self, inline: Token) -> Paragraph | None:
        broken = find_broken_table(inline.content.split("\n"))
        if broken:
            line, message = broken
            number = (inline.map[0] if inline.map else 0) + line
            text = self.expanded.lines[number]
            offset = self.expanded.line_offset(number) + len(text) - len(text.lstrip(" >\t"))
            self.scope.report(message, self.expanded.place(offset), _TABLE_HINT)
        inlines = self._read_inline(inline)
        return Paragraph(inlines=inlines) if inlines else None

    def _read_list(self, group: Sequence[Token]) -> ListBlock | None:
        if self._depth >= MAX_LIST_DEPTH:
            self._refuse(group[0], f"lists are nested more than {MAX_LIST_DEPTH} deep")
            return None
        outside, self._inside = self._inside, "a list"
        self._depth += 1
        read = [self._read_blocks(item[1:-1]) for item in _split_blocks(group[1:-1])]
        self._depth -= 1
        self._inside = outside
        items = tuple(item for item in read if item)
        if not items:
            return None
        is_ordered = group[0].type == "ordered_list_open"
        start = group[0].attrGet("start")
        return ListBlock(items=items, ordered=is_ordered, start=1 if start is None else int(start))

    def _read_quote(self, tokens: Sequence[Token]) -> QuoteBlock | None:
        if self._inside:
            return None
        self._inside = "a quote"
        quoted, said_by = self._split_attribution(list(tokens))
        blocks = self._read_blocks(quoted)
        attribution = self._read_inline(said_by) if said_by else ()
        self._inside = ""
        return QuoteBlock(blocks=blocks, attribution=attribution) if blocks else None

    def _split_attribution(self, tokens: list[Token]) -> tuple[list[Token], Token | None]:
        """Return a quote without its last line, and that line if it says who speaks."""
        last = tokens[-2] if len(tokens) > 1 and tokens[-1].type == "paragraph_close" else None
        if last is None or last.children is None:
            return tokens, None
        breaks = [
            index
            for index, child in enumerate(last.children)
            if child.type in {"softbreak", "hardbreak"}
        ]
        begin = breaks[-1] + 1 if breaks else 0
        opening = last.children[begin].content if begin < len(last.children) else ""
        lead = _ATTRIBUTION.match(opening)
        if lead is None or last.children[begin].type != "text":
            return tokens, None
        spoken = last.children[begin].copy(content=opening[lead.end() :])
        said_by = last.copy(children=[spoken, *last.children[begin + 1 :]])
        if not breaks:
            return tokens[:-3], said_by
        words = last.copy(children=last.children[: begin - 1])
        return [*tokens[:-2], words, tokens[-1]], said_by

    def _read_table(self, group: Sequence[Token]) -> TextTable | None:
        if self._inside:
            return None
        head, *body = parse_rows(group)
        for row in body:
            self._check_row(row, len(head.cells))
        if not body:
            self._refuse(group[0], "this table has no rows", "add one under the row of dashes")
        heads = self._read_cells(head)
        rows = tuple(self._read_cells(row) for row in body)
        return TextTable(grid=Grid(columns=tuple(plan_columns(head, heads, rows)), rows=rows))

    def _check_row(self, row: Row, wanted: int) -> None:
        text = self.expanded.lines[row.line]
        message = check_cells(text, wanted)
        if message:
            column = len(text) - len(text.lstrip(" >\t"))
            offset = self.expanded.line_offset(row.line) + column
            hint = "write '\\|' for the sign itself"
            self.scope.report(message, self.expanded.place(offset), hint)

    def _read_cells(self, row: Row) -> tuple[Inlines, ...]:
        sources = split_cells(self.expanded.lines[row.line])
        columns = [source.column for source in sources]
        columns.extend([0] * (len(row.cells) - len(columns)))
        return tuple(
            self._read_inline(cell, column)
            for cell, column in zip(row.cells, columns, strict=False)
        )

    def _read_inline(self, inline: Token, column: int | None = None) -> Inlines:
        spot = Spot(line=inline.map[0] if inline.map else 0, content=inline.content, column=column)
        reader = InlineReader(
            scope=self.scope, expanded=self.expanded, spot=spot, read_note=self._read_note
        )
        return reader.read(inline.children or ())

    def _read_note(self, label: str, place: Place | None) -> tuple[Block, ...] | None:
        definition = self._notes.get(label)
        if definition is None:
            hint = suggest(label, self._notes) or f"define it below: [^{label}]: Its text."
            self.scope.report(f"footnote '{label}' is not defined", place, hint)
            return None
        definition.is_used = True
        if self._inside == "a footnote":
            hint = "a footnote cannot refer to another"
            self.scope.report(f"footnote '{label}' stands in a footnote", place, hint)
            return None
        outside, self._inside = self._inside, "a footnote"
        blocks = self._read_blocks(definition.tokens)
        self._inside = outside
        if not blocks:
            hint = "write its text behind the colon"
            self.scope.report(f"footnote '{label}' is empty", definition.place, hint)
        return blocks or None

    def _refuse(self, token: Token, message: str, hint: str | None = None) -> None:
        self.scope.report(message, self._line_place(token, ""), hint)

    def _line_place(self, token: Token, sign: str) -> Place | None:
        """Return the place of `sign`, or of the first letter, in the line where `token` begins."""
        line = token.map[0] if token.map else 0
        if line >= len(self.expanded.lines):
            return self.expanded.place(len(self.expanded.text))
        text = self.expanded.lines[line]
        margin = " >\t" if self._inside == "a quote" else None
        column = text.find(sign) if sign in text and sign else len(text) - len(text.lstrip(margin))
        return self.expanded.place(self.expanded.line_offset(line) + column)


def _split_blocks(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Yield the tokens of each block in turn, from its opening token to its closing one."""
    depth = 0
    begin = 0
    for index, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield tokens[begin : index + 1]
            begin = index + 1
