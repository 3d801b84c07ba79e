"""Fields of WordprocessingML that fetch or run something, left with the text that they show.

A field is one element, `w:fldSimple`, or runs between `w:fldChar` marks (ISO/IEC 29500-1, 17.16).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.ooxml.opc import Element
from generator.ooxml.references import unwrap

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CALLING = re.compile(
    r"\s*(?:DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|IMPORT|INCLUDE|LINK|DATABASE|MACROBUTTON|"
    r"EMBED|RD|ASK|FILLIN|CONTROL|HTMLACTIVEX|PRINT)\b",
    re.IGNORECASE,
)
"""Instructions that read a file or a source of data, start a program, or ask the reader."""

_LEADING_OUT = re.compile(r'\s*HYPERLINK\s+(?!"?(?:\\|https?:|mailto:)|\s|\Z)', re.IGNORECASE)
"""Links to a file or another program; those to pages and inside the document stay."""


def remove_calling_fields(root: Element) -> int:
    """Take the instructions out of such fields of a part; return how many there were."""
    simple = [
        field for field in root.iter(f"{_W}fldSimple") if _is_calling(field.get(f"{_W}instr", ""))
    ]
    for field in simple:
        unwrap(field)
    complex_ = list(_find_complex(root))
    for runs in complex_:
        for mark in runs:
            parent = mark.getparent()
            if parent is not None:
                parent.remove(mark)
    return len(simple) + len(complex_)


def _find_complex(root: Element) -> Iterator[list[Element]]:
    """Yield the marks and instructions of each such field; its result stands between them."""
    open_: list[tuple[list[Element], list[str], bool]] = []
    for element in root.iter(f"{_W}fldChar", f"{_W}instrText"):
        if element.tag == f"{_W}instrText":
            if open_ and not open_[-1][2]:
                open_[-1][0].append(element)
                open_[-1][1].append(element.text or "")
            continue
        kind = element.get(f"{_W}fldCharType")
        if kind == "begin":
            open_.append(([element], [], False))
        elif open_ and kind == "separate":
            marks, words, _ = open_[-1]
            marks.append(element)
            open_[-1] = (marks, words, True)
        elif open_ and kind == "end":
            marks, words, _ = open_.pop()
            marks.append(element)
            if _is_calling("".join(words)):
                yield marks


def _is_calling(instruction: str) -> bool:
    return bool(_CALLING.match(instruction) or _LEADING_OUT.match(instruction))
