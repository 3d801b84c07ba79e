"""The synthetic brief by pandoc: Markdown, charts by matplotlib, one run for each format.

python -m tests.bench.by_pandoc SECTIONS FOLDER
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pypandoc

from tests.bench.by_hand import draw_chart
from tests.bench.synthetic import SyntheticSection, make_sections


def write_markdown(sections: tuple[SyntheticSection, ...], *, is_deck: bool) -> str:
    """Return the brief as Markdown; for the deck bullets instead of paragraphs."""
    parts = ["---\ntitle: A synthetic brief\n---\n"]
    for section in sections:
        body = (
            "\n".join(f"- {bullet}" for bullet in section.bullets)
            if is_deck
            else "\n\n".join(section.paragraphs)
        )
        chart = f"![Chart of part {section.number}](chart-{section.number}.png)"
        rows = "\n".join("| " + " | ".join(map(str, row)) + " |" for row in section.rows)
        table = f"| Item | First | Second | Third |\n|---|--:|--:|--:|\n{rows}"
        heads = (
            (section.message, f"Chart of part {section.number}", f"Table of part {section.number}")
            if is_deck
            else (section.heading, "", "")
        )
        for head, content in zip(heads, (body, chart, table), strict=True):
            parts.append(f"# {head}\n\n{content}\n" if head else f"{content}\n")
    return "\n".join(parts)


def main() -> None:
    """Build both files."""
    sections = make_sections(int(sys.argv[1]))
    folder = Path(sys.argv[2])
    for section in sections:
        (folder / f"chart-{section.number}.png").write_bytes(draw_chart(section))
    pandoc = pypandoc.get_pandoc_path()
    for name, is_deck in (("report.docx", False), ("deck.pptx", True)):
        source = folder / f"{name}.md"
        source.write_text(write_markdown(sections, is_deck=is_deck), encoding="utf-8")
        subprocess.run([pandoc, source.name, "-o", name, "--slide-level=1"], cwd=folder, check=True)


if __name__ == "__main__":
    main()
