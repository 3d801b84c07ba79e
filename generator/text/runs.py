"""Runs put together from pieces: one format each, facts apart from words, blanks in order."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.text.blocks import Inline, Inlines, LineBreak, Run
from generator.text.expanded import MARK, Expanded

_PIECE = re.compile(f"({MARK.pattern})")
_BLANK = re.compile(r"[\t\n]")
# Compiled by its first use: so large a class takes long, and few briefs have a use for it.
_WIDE = "[\u2e80-\u303f\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff01-\uff60]"
_FIRST_WIDE = "\u2e80"

# A number typed by hand stays on one line with what it counts.
_GAP = re.compile(
    r"(?<=\d) (?=(?:%|per cent|percent|percentage points?|(?:thousand|million|billion|trillion)s?"
    r"|тис\.|млн|млрд|трлн|відсот\w+|Tsd\.|Mio\.|Mrd\.|Prozent\w*|Million(?:en)?|Milliarden?"
    r"|milliers?|millions?|milliards?|€|£|¥)(?!\w))"
)


class RunWriter:
    """Collects the inlines of one paragraph; the state is the format that is on."""

    def __init__(self, expanded: Expanded) -> None:
        self._expanded = expanded
        self._inlines: list[Inline] = []
        self.bold = 0
        self.italic = 0
        self.link: str | None = None

    def add_text(self, text: str, *, code: bool = False) -> None:
        """Add words of the author, with marks where facts stand."""
        for piece in _PIECE.split(text):
            if MARK.fullmatch(piece):
                insertion = self._expanded.insertion(piece)
                self._add_run(insertion.text, insertion.fact, code=code)
            elif piece:
                self._add_run(piece if code else _GAP.sub("\u00a0", piece), None, code=code)

    def add_soft_break(self, following: str) -> None:
        """Add the end of a line of the source: a space, but nothing between CJK characters."""
        last = self._inlines[-1] if self._inlines else None
        before = last.text[-1:] if isinstance(last, Run) else ""
        after = self._expanded.write_marks(following)[:1]
        if not (_is_wide(before) and _is_wide(after)):
            self.add_text(" ")

    def add(self, inline: Inline) -> None:
        """Add an inline that is no run; the blanks before a line break are dropped."""
        if isinstance(inline, LineBreak):
            self._trim_end()
        self._inlines.append(inline)

    def build(self) -> Inlines:
        """Return what was added, without blanks at either end."""
        self._trim_end()
        while self._inlines and isinstance(first := self._inlines[0], Run):
            text = first.text.lstrip(" ")
            if text:
                self._inlines[0] = replace(first, text=text)
                break
            self._inlines.pop(0)
        return tuple(self._inlines)

    def _add_run(self, text: str, fact: str | None, *, code: bool) -> None:
        text = _BLANK.sub(" ", text)
        if not text:
            return
        run = Run(
            text=text,
            bold=self.bold > 0,
            italic=self.italic > 0,
            code=code,
            link=self.link,
            fact=fact,
        )
        last = self._inlines[-1] if self._inlines else None
        if fact is None and isinstance(last, Run) and replace(last, text=text) == run:
            self._inlines[-1] = replace(last, text=last.text + text)
        else:
            self._inlines.append(run)

    def _trim_end(self) -> None:
        while self._inlines and isinstance(last := self._inlines[-1], Run):
            text = last.text.rstrip(" ")
            if text:
                self._inlines[-1] = replace(last, text=text)
                return
            self._inlines.pop()


def _is_wide(character: str) -> bool:
    """Return whether `character` is East Asian, where a line may end without a space."""
    return character >= _FIRST_WIDE and re.match(_WIDE, character) is not None
