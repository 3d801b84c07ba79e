"""Fields in headers and footers: found, given another result, or left as plain text.

A field is one element, `w:fldSimple`, or runs between `w:fldChar` marks (ISO/IEC 29500-1, 17.16).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.word.fields import text_run
from generator.word.markup import Element, W, parse_pieces


@dataclass(slots=True, kw_only=True)
class ShownField:
    """A field in one paragraph.

    Attributes:
        code: Its instruction.
        results: Runs of its stored result.
        marks: Runs that hold its marks and its instruction, or `w:fldSimple`.
    """

    code: str = ""
    results: list[Element] = field(default_factory=list[Element])
    marks: list[Element] = field(default_factory=list[Element])

    @property
    def words(self) -> list[str]:
        """Return the words of the instruction, quotation marks taken off."""
        found = re.findall(r'"[^"]*"|\\.|\S+', self.code)
        return [word.strip('"') for word in found]

    @property
    def name(self) -> str:
        """Return its kind, and for DOCPROPERTY the property, in upper case."""
        words = [word.upper() for word in self.words]
        wanted = 2 if words[:1] == ["DOCPROPERTY"] else 1
        return " ".join(words[:wanted])


def find_fields(root: Element) -> Iterator[ShownField]:
    """Yield the fields of a header or footer that begin and end in one paragraph."""
    for simple in root.iter(f"{W}fldSimple"):
        code = simple.get(f"{W}instr", "")
        yield ShownField(code=code, results=[*simple.iterchildren(f"{W}r")], marks=[simple])
    for line in root.iter(f"{W}p"):
        yield from _find_complex(line)


def _find_complex(line: Element) -> Iterator[ShownField]:
    found, place = ShownField(), ""
    for run in line.iter(f"{W}r"):
        mark = run.find(f"{W}fldChar")
        if mark is not None:
            place = mark.get(f"{W}fldCharType", "")
            found = ShownField() if place == "begin" else found
            found.marks.append(run)
            if place == "end":
                yield found
        elif place == "begin":
            found.marks.append(run)
            found.code += "".join(part.text or "" for part in run.iter(f"{W}instrText"))
        elif place == "separate":
            found.results.append(run)


def set_result(shown: ShownField, text: str) -> None:
    """Put `text` into the first run of a field's result, and take the others away."""
    if not shown.results:
        _add_result(shown)
    for number, run in enumerate(shown.results):
        if number:
            run.getparent().remove(run)
            continue
        set_text(run, text)
    del shown.results[1:]


def set_text(run: Element, text: str) -> None:
    """Make `text` all that a run holds, its properties apart."""
    for child in list(run):
        if child.tag != f"{W}rPr":
            run.remove(child)
    for piece in parse_pieces(text_run(text)):
        run.extend(list(piece))


def _add_result(shown: ShownField) -> None:
    """Give a field without a stored result an empty one, where it has a place for it."""
    (run,) = parse_pieces(text_run("x"))
    last = shown.marks[-1]
    if last.tag == f"{W}fldSimple":
        last.append(run)
        shown.results.append(run)
        return
    kinds = [mark.find(f"{W}fldChar") for mark in shown.marks]
    if any(kind is not None and kind.get(f"{W}fldCharType") == "separate" for kind in kinds):
        last.addprevious(run)
        shown.results.append(run)


def unlink(shown: ShownField) -> None:
    """Make a field plain text: what it shows stays, and nothing changes it any more."""
    for mark in shown.marks:
        if mark.tag == f"{W}fldSimple":
            for child in list(mark):
                if child.tag != f"{W}fldData":
                    mark.addprevious(child)
        parent = mark.getparent()
        if parent is not None:
            parent.remove(mark)
