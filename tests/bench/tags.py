"""Measure the rendering of tags beside docxtpl, in turns in one process, and print ratios.

    python -m tests.bench.tags [--rounds N] [TEMPLATE.docx CONTEXT.json]...

Both render the same template with the same context to a file. docxtpl escapes nothing unless it
is asked to; here it is. Rows are timed at several lengths, to see that the time grows in step.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.rendering import render_docx
from tests.ooxml.tags.documents import make_docx, paragraph, table

_LENGTHS = (1_000, 5_000, 20_000)


def main() -> None:
    """Run all measurements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("files", nargs="*", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for length in _LENGTHS:
            template, context = _make_rows(folder, length)
            _compare(f"{length:,} rows", given.rounds, template, context, folder)
        template, context = _make_letter(folder)
        _compare("300 paragraphs", given.rounds, template, context, folder)
        for template, file in zip(given.files[::2], given.files[1::2], strict=True):
            context = json.loads(file.read_text(encoding="utf-8"))
            _compare(template.name, given.rounds, template, context, folder)


def _make_rows(folder: Path, length: int) -> tuple[Path, Mapping[str, object]]:
    body = table(
        ["Name", "Sum", "Share"],
        ["{%tr for r in rows %}", "", ""],
        ["{{ r.name }}", "{{ r.sum }}{% if r.sum > 9 %}!{% endif %}", "{{ loop.index }}"],
        ["{%tr endfor %}", "", ""],
    )
    rows = [{"name": f"Item {number}", "sum": number} for number in range(length)]
    return make_docx(folder / "rows.docx", body + "<w:sectPr/>"), {"rows": rows}


def _make_letter(folder: Path) -> tuple[Path, Mapping[str, object]]:
    lines = ("{%p if person %}", "Dear {{ person.name }}, {{ text }}", "{%p endif %}")
    body = "".join(paragraph(line) for line in lines) * 100
    context = {"person": {"name": "Ann"}, "text": "some text & more"}
    return make_docx(folder / "letter.docx", body + "<w:sectPr/>"), context


def _compare(
    title: str, rounds: int, template: Path, context: Mapping[str, object], folder: Path
) -> None:
    """Run both ways in turns and print the median seconds of each, and the ratio."""
    ways: dict[str, Callable[[], None]] = {
        "docxtpl": lambda: _render_docxtpl(template, context, folder / "theirs.docx"),
        "brief": lambda: render_docx(template, context, folder / "ours.docx"),
    }
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(rounds + 1):
        for name, way in ways.items():
            begun = time.perf_counter()
            way()
            if number:
                seconds[name].append(time.perf_counter() - begun)
    medians = {name: statistics.median(each) for name, each in seconds.items()}
    ratio = medians["brief"] / medians["docxtpl"]
    print(f"{title}: " + ", ".join(f"{n} {s:.3f} s" for n, s in medians.items()) + f", {ratio:.2f}")


def _render_docxtpl(template: Path, context: Mapping[str, object], out: Path) -> None:
    from docxtpl import DocxTemplate  # pyright: ignore[reportMissingTypeStubs]

    document = DocxTemplate(template)
    document.render(dict(context), autoescape=True)
    document.save(out)


if __name__ == "__main__":
    main()
