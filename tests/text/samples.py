"""A reader of prose, and shorthand for what it returns."""

from __future__ import annotations

from generator.brief.values import Prose
from generator.facts import resolve_figures
from generator.places import Place
from generator.text.blocks import (
    Block,
    Citation,
    CrossReference,
    Inline,
    Inlines,
    LineBreak,
    ListBlock,
    Note,
    Paragraph,
    QuoteBlock,
    Run,
    Subheading,
    TextTable,
)
from generator.text.reader import ProseReader
from tests.facts.samples import derive, make_fact

FACTS = {
    "total": make_fact("12.1e9", bound="more than").model_copy(
        update={"counts": "all assistance", "basis": "pledged"}
    ),
    "budget": make_fact("4.2e9"),
    "share": make_fact("70", unit="percent"),
    "broken": derive("budget / missing"),
}
FIGURES, _ = resolve_figures(FACTS)


def make_reader(language: str = "en-GB") -> ProseReader:
    """Return a reader that knows three facts, two sources and two exhibits."""
    return ProseReader(
        figures=FIGURES,
        language=language,
        sources=("nec", "oecd"),
        exhibits=("fig-amounts", "accord"),
        known_facts=FACTS,
    )


def place(text: str) -> Prose:
    """Return `text` as it would stand at line 10, column 5, of a file."""
    lines = tuple(
        Place(file="brief.yaml", line=10 + index, column=5) for index in range(text.count("\n") + 1)
    )
    return Prose(text, lines[0], lines)


def read(text: str) -> list[str]:
    """Return the blocks of a text in shorthand; it must have no error."""
    reader = make_reader()
    blocks = reader.parse_blocks(place(text))

    assert reader.errors == []
    return [show_block(block) for block in blocks]


def read_line(text: str, language: str = "en-GB") -> str:
    """Return one paragraph in shorthand; it must have no error."""
    reader = make_reader(language)
    inlines = reader.parse_inlines(place(text))

    assert reader.errors == []
    return show(inlines)


def fail(text: str) -> list[str]:
    """Return the errors of a text, as the command line prints them."""
    reader = make_reader()
    reader.parse_blocks(place(text))
    return [str(error) for error in reader.errors]


def show(inlines: Inlines) -> str:
    """Return inlines in shorthand: formats as letters, facts and links in brackets."""
    return "".join(_show_inline(inline) for inline in inlines)


def _show_inline(inline: Inline) -> str:
    match inline:
        case Run():
            marks = "".join(
                letter
                for letter, is_on in (("b", inline.bold), ("i", inline.italic), ("c", inline.code))
                if is_on
            )
            marks += f"@{inline.link}" if inline.link else ""
            marks += f"={inline.fact}" if inline.fact else ""
            return f"{marks}<{inline.text}>" if marks else inline.text
        case LineBreak():
            return "⏎"
        case Citation():
            cited = (f"{ref.id}, {ref.at}" if ref.at else str(ref.id) for ref in inline.sources)
            return f"[{'; '.join(cited)}]"
        case CrossReference():
            return f"→{inline.exhibit}"
        case Note():
            return f"^({' '.join(show_block(block) for block in inline.blocks)})"


def show_block(block: Block) -> str:
    """Return a block in shorthand."""
    match block:
        case Paragraph():
            return show(block.inlines)
        case Subheading():
            return "#" * block.depth + " " + show(block.inlines)
        case ListBlock():
            mark = f"{block.start}." if block.ordered else "-"
            items = (" ".join(show_block(part) for part in item) for item in block.items)
            return f"{mark}({' | '.join(items)})"
        case QuoteBlock():
            words = " ".join(show_block(part) for part in block.blocks)
            return f'"{words}" {show(block.attribution)}'.strip()
        case TextTable():
            heads = " | ".join(
                f"{show(column.head)}:{column.align}" for column in block.grid.columns
            )
            rows = (" | ".join(show(cell) for cell in row) for row in block.grid.rows)
            return " // ".join((heads, *rows))
