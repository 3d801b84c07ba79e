"""Finding tags in a text: where each begins and ends, and what it says. Pure: no XML.

A tag is `{{ … }}`, `{% … %}` or `{# … #}`; letters right after the opening sign, followed by a
space, name the structure that it stands for (`{%tr for … %}`). Quotes and brackets inside a tag
are minded, so that `{{ "}}" }}` is one tag, and the curly quotes that Word puts in are taken for
the straight ones that were meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

OUTPUT, STATEMENT, COMMENT = "{{", "{%", "{#"

_OPEN = re.compile(r"\{(?:[%#]|\{(?![%#])|(?P<escape>_[{%]))")
_CLOSE = {OUTPUT: "}}", STATEMENT: "%}", COMMENT: "#}"}
_ESCAPED = re.compile(r"\{(_)[{%]|[}%](_)\}")
_TRIMS = {OUTPUT: ("-", "+"), STATEMENT: ("-", "+", "–"), COMMENT: ("-",)}
"""Signs of whitespace control; Word likes to make a dash of the hyphen."""

_PARTNERS = {"(": ")", "[": "]", "{": "}"}
_CLOSING = {
    "“": "”",
    "„": "“”",
    "‟": "”",
    "”": "”",
    "«": "»",
    "»": "«",
    "‘": "’",
    "’": "’",
    "‚": "‘’",
    "‛": "’",
}
"""Curly quotes → those that close them."""

_APOSTROPHE = r"(?!(?<=\w)’\w)"
"""What is not one: a curly single quote between two letters of one word."""

_DOUBLE, _SINGLE = '"“”„‟«»＂', "'‘’‚‛＇"
_ODD = re.compile(r"[^\x20-\x7e]")
_SPACES = re.compile(r"[\s\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]")
_OPERATORS = re.compile(r"(?:[|.(\[=+*/%<>,~)-]|(?:if|is|in|and|or|else)\b|\Z)")
_WORD = re.compile(r"\w+")
_SET_BLOCK = re.compile(r"set\s+[^=]*\Z")
_RAW_END = re.compile(r"\{%(?:p|tr|tc|r)?[-+]?\s*(?:(?:p|tr|tc|r)\s+)?endraw\s*[-+]?%\}")

RAW = ("raw", "endraw")
"""Statements around what is no tag."""

OPENERS = {
    "for": "endfor",
    "if": "endif",
    "macro": "endmacro",
    "call": "endcall",
    "filter": "endfilter",
    "with": "endwith",
    "set": "endset",
    "autoescape": "endautoescape",
    "raw": "endraw",
}
"""Statements that open a block → those that close it; `set` does so only without a `=`."""

BRANCHES = {"else": ("if", "for"), "elif": ("if",)}
"""Statements inside a block → the blocks that they may stand in."""

LEAVING = frozenset({"break", "continue"})
"""Statements that leave a round of a loop."""

CLOSERS = {closer: opener for opener, closer in OPENERS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """One tag in a text.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last one.
        kind: `{{`, `{%` or `{#`.
        level: Letters of its structure, such as `tr`; empty for a tag in running text.
        inner: What it says, straightened, without signs and level.
        trims_before: Whether it begins with `-`.
        trims_after: Whether it ends with `-`.
        source: All of it, as it was written.
    """

    start: int
    end: int
    kind: str
    level: str
    inner: str
    trims_before: bool
    trims_after: bool
    source: str

    @property
    def word(self) -> str:
        """Return the first word of a statement: `for`; empty for other tags."""
        return find_word(self.inner) if self.kind == STATEMENT else ""


class OpenTagError(Exception):
    """A tag is not closed before its text ends.

    Attributes:
        source: The text from the tag on.
        kind: The sign that opened it.
    """

    def __init__(self, source: str, kind: str) -> None:
        super().__init__(source)
        self.source = source
        self.kind = kind

    @property
    def closing(self) -> str:
        """Return the sign that is missing."""
        return _CLOSE[self.kind]


def find_word(inner: str) -> str:
    """Return the first word of what a statement says."""
    found = _WORD.match(inner)
    return found[0] if found else ""


def opens_block(inner: str) -> bool:
    """Return whether a statement opens a block that another must close."""
    word = find_word(inner)
    return word in OPENERS and (word != "set" or bool(_SET_BLOCK.match(inner)))


def find_open(inners: Sequence[str]) -> list[int]:
    """Return which of the statements in one text belong to a block that does not lie in it."""
    waiting: list[list[int]] = []
    left: list[int] = []
    for index, inner in enumerate(inners):
        word = find_word(inner)
        if opens_block(inner):
            waiting.append([index])
        elif word in CLOSERS or word in BRANCHES:
            (waiting[-1] if waiting else left).append(index)
            if word in CLOSERS and waiting:
                waiting.pop()
    return sorted([*left, *(index for block in waiting for index in block)])


def find_leaving(inners: Sequence[str]) -> list[int]:
    """Return which of the statements in one text leave a loop that does not lie in it."""
    loops = 0
    left: list[int] = []
    for index, inner in enumerate(inners):
        word = find_word(inner)
        loops += (word == "for") - (word == "endfor")
        if word in LEAVING and loops <= 0:
            left.append(index)
    return left


def find_raw_end(text: str) -> int:
    """Return the offset of the tag that ends a raw passage; the length of `text` without one."""
    closed = _RAW_END.search(text)
    return closed.start() if closed else len(text)


def scan(text: str, levels: tuple[str, ...], start: int = 0) -> list[Scanned]:
    """Return the tags of `text` in order; what stands in `{% raw %}` is no tag.

    Args:
        text: The text of one paragraph.
        levels: Letters that name a structure here.
        start: Where to begin.

    Raises:
        OpenTagError: A tag is not closed.
    """
    tags: list[Scanned] = []
    position = start
    while found := _OPEN.search(text, position):
        if found["escape"]:
            position = found.end()
            continue
        tag = _scan_one(text, found.start(), levels)
        tags.append(tag)
        position = tag.end
        if tag.word == "raw":
            position += find_raw_end(text[position:])
    return tags


def find_escapes(text: str) -> list[int]:
    """Return the offsets of the `_` in `{_{`, `}_}`, `{_%` and `%_}`, which are not written."""
    return [found.start(found.lastindex or 0) for found in _ESCAPED.finditer(text)]


def _scan_one(text: str, start: int, levels: tuple[str, ...]) -> Scanned:
    kind = text[start : start + 2]
    end = _find_end(text, start, kind)
    raw = text[start + 2 : end - 2]
    before = raw[:1] in _TRIMS[kind]
    after = len(raw) > 1 and raw[-1:] in _TRIMS[kind]
    inner = raw[int(before) : len(raw) - int(after)]
    level, inner = _split_level(inner, kind, levels)
    return Scanned(
        start=start,
        end=end,
        kind=kind,
        level=level,
        inner=inner.strip() if kind == COMMENT else _straighten(inner).strip(),
        trims_before=before and raw[0] != "+",
        trims_after=after and raw[-1] != "+",
        source=re.sub(r"\s", " ", text[start:end]),
    )


def _find_end(text: str, start: int, kind: str) -> int:
    """Return the offset behind the tag that begins at `start`.

    Quotes and brackets are minded; where they do not add up, the first closing sign counts.

    Raises:
        OpenTagError: There is no closing sign.
    """
    closing = _CLOSE[kind]
    first = text.find(closing, start + 2)
    if first < 0:
        raise OpenTagError(text[start:], kind)
    if kind == COMMENT:
        return first + 2
    return _find_minded(text, start + 2, closing) or first + 2


def _find_minded(text: str, position: int, closing: str) -> int | None:
    """Return the offset behind `closing` outside of quotes and brackets; None if they are open."""
    waiting: list[str] = []
    while found := _MINDED.search(text, position):
        sign = found[0]
        position = found.start()
        if not waiting and text.startswith(closing, position):
            return position + 2
        if sign in _DOUBLE or sign in _SINGLE:
            end = _find_quote(text, position)
            if end is None:
                return None
            position = end
        elif sign in _PARTNERS:
            waiting.append(_PARTNERS[sign])
        elif waiting and sign == waiting[-1]:
            waiting.pop()
        position += 1
    return None


def _find_quote(text: str, start: int) -> int | None:
    """Return the offset of the quote that closes the one at `start`; None if there is none.

    The proper partner is looked for first, then any quote of the same kind.
    """
    for pattern in _ENDS[text[start]]:
        for found in pattern.finditer(text, start + 1):
            if not found[0].startswith("\\"):
                return found.start()
    return None


def _list_ends(sign: str) -> tuple[re.Pattern[str], ...]:
    """Return what is looked for behind an opening quote: its partner, or any of its kind."""
    family = _DOUBLE if sign in _DOUBLE else _SINGLE
    skipped = r"\\.|" if sign in "\"'" else ""
    return tuple(
        re.compile(f"{skipped}{_APOSTROPHE}[{closers}]", re.DOTALL)
        for closers in (_CLOSING.get(sign, sign), family)
    )


_ENDS = {sign: _list_ends(sign) for sign in _DOUBLE + _SINGLE}
_MINDED = re.compile(f"[{_DOUBLE}{_SINGLE}()\\[\\]{{}}%]")
"""Signs that matter to where a tag ends."""


def _split_level(inner: str, kind: str, levels: tuple[str, ...]) -> tuple[str, str]:
    """Part the letters of a structure from what the tag says."""
    found = _WORD.match(inner)
    if found is None or found[0] not in levels:
        return "", inner
    rest = inner[found.end() :]
    if kind == COMMENT and not rest.strip():
        return found[0], ""
    if not _SPACES.match(rest):
        return "", inner
    said = rest.strip()
    if kind == OUTPUT and _OPERATORS.match(said):
        return "", inner  # a variable that has the name of a level
    return found[0], said


def _straighten(inner: str) -> str:
    """Return `inner` with straight quotes around its literals and plain spaces between words.

    What stands inside a literal keeps its own quotes and spaces.
    """
    if not _ODD.search(inner):
        return inner
    parts: list[str] = []
    position = 0
    while position < len(inner):
        sign = inner[position]
        if sign in _DOUBLE or sign in _SINGLE:
            end = _find_quote(inner, position)
            if end is not None:
                parts.append(_write_literal(inner[position : end + 1]))
                position = end + 1
                continue
            sign = '"' if sign in _DOUBLE else "'"
        parts.append(" " if _SPACES.match(sign) else sign)
        position += 1
    return "".join(parts)


def _write_literal(quoted: str) -> str:
    """Return a literal in straight quotes, which are escaped where they stand inside."""
    straight = '"' if quoted[0] in _DOUBLE else "'"
    body = re.sub(r"[\r\n]", " ", quoted[1:-1])
    if quoted[0] != straight:
        body = re.sub(rf"(?<!\\){straight}", f"\\\\{straight}", body)
    return f"{straight}{body}{straight}"
