"""What is wrong with a written report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tests.foreign.text import LEAST_WORDS, find_texts, flatten
from tests.foreign.written import WP, Trouble, W, Written


def check_report(written: Written) -> Iterator[Trouble]:
    """Find what of a report leaves its page, prompts that are left, and missing essentials."""
    tree = written.parse(written.main)
    body = tree.find(f"{W}body")
    section = body.find(f"{W}sectPr")
    if section is None:
        yield Trouble("report", written.main, "has no page section at its end")
        return
    room = _find_room(section)
    if room is None:
        yield Trouble("report", written.main, "has no page size or no margins")
        return
    yield from _check_widths(written.main, body, room)
    for name in written.parts:
        if re.match(r"word/(?:document|header|footer|footnotes).*\.xml$", name):
            for control in written.parse(name).iter(f"{W}showingPlcHdr"):
                holder = next(control.iterancestors(f"{W}sdt"))
                text = " ".join(find_texts(holder))
                yield Trouble("prompt", name, f"a content control shows '{text[:60]}'")


def _find_room(section: Any) -> int | None:
    """Return the widest that a line may be, in twips."""
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if size is None or margins is None or not size.get(f"{W}w"):
        return None
    sides = [int(float(margins.get(f"{W}{side}") or 0)) for side in ("left", "right", "gutter")]
    return int(float(size.get(f"{W}w"))) - sum(sides)


_TWIP = 635
_SLACK = 10_000  # EMU, less than a point: what rounding leaves
_TABLE_SLACK = 240  # twips: cells stick out by their own inset


def _check_widths(name: str, body: Any, room: int) -> Iterator[Trouble]:
    if any(True for _ in body.iter(f"{W}cols")) and body.find(f".//{W}cols[@{W}num]") is not None:
        return  # columns: which of them holds what is not told here
    for extent in body.iter(f"{WP}extent"):
        if int(extent.get("cx")) > room * _TWIP + _SLACK:
            wide = int(extent.get("cx")) / 914400
            yield Trouble(
                "report", name, f"a drawing is {wide:.2f} in wide, the text {room / 1440:.2f}"
            )
    for table in body.iterfind(f"{W}tbl"):
        wide = sum(int(column.get(f"{W}w") or 0) for column in table.iterfind(f"{W}tblGrid/*"))
        if wide > room + _TABLE_SLACK:
            yield Trouble(
                "report", name, f"a table is {wide / 1440:.2f} in wide, the text {room / 1440:.2f}"
            )


def check_leftovers(written: Written, template: Written, ours: str) -> Iterator[Trouble]:
    """Find sentences of the template's own body in that of the output.

    Args:
        written: The output.
        template: The file it was built on; its namespaces may be strict.
        ours: Text of the same brief on another template.
    """
    text = " ".join(find_texts(written.parse(written.main)))
    for line in dict.fromkeys(_find_any_texts(template.parse(template.main))):
        if len(line.split()) >= LEAST_WORDS and line in text and line not in ours:
            yield Trouble("sample", written.main, f"'{line[:80]}' is the template's own text")


def check_furniture(written: Written, template: Written) -> Iterator[Trouble]:
    """Find out whether all words and pictures of the template's headers and footers are lost."""
    has_some = any(_has_content(template.parse(name)) for name in _find_furniture(template))
    if has_some and not any(_has_content(written.parse(name)) for name in _find_furniture(written)):
        yield Trouble("furniture", written.main, "no header or footer of the template is left")


def _find_furniture(written: Written) -> list[str]:
    """Return the header and footer parts that the main part leads to."""
    kinds = ("header", "footer")
    return [name for kind in kinds for name in written.find_linked(written.main, kind)]


def _has_content(tree: Any) -> bool:
    """Return whether a header says or shows something."""
    has_picture = next(tree.iter("{*}drawing", "{*}pict", "{*}fldSimple", "{*}instrText"), None)
    return has_picture is not None or bool("".join(_find_any_texts(tree)))


def _find_any_texts(tree: Any) -> Iterator[str]:
    """Yield the text of paragraphs whatever their namespace, transitional or strict."""
    for line in tree.iter("{*}p"):
        if text := flatten("".join(part.text or "" for part in line.iter("{*}t"))):
            yield text
