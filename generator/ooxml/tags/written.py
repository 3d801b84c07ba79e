"""Values on their way into XML: escaped once, always; what text cannot hold becomes instructions.

XML has no sign for a new paragraph inside a text. What a value asks for beyond plain characters is
written as a processing instruction, which no text of a template or a value can forge, and is put
into effect on the tree (`placing`).
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable

LINE, PARAGRAPH, TAB, PAGE, OBJECT, NOTHING = (
    "line",
    "paragraph",
    "tab",
    "page",
    "object",
    "nothing",
)
"""Targets of the instructions: a line break, a new paragraph, a tab, a page break; a value that is
built on the tree; and the wish that the paragraph be gone."""

_SPECIAL = re.compile('\r\n|[\x00-\x1f&<>"\ud800-\udfff\ufffe\uffff]')
_WRITTEN = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\n": f"<?{LINE}?>",
    "\r\n": f"<?{LINE}?>",
    "\r": f"<?{LINE}?>",
    "\t": f"<?{TAB}?>",
    "\a": f"<?{PARAGRAPH}?>",
    "\f": f"<?{PAGE}?>",
}
_PLAIN = {
    **_WRITTEN,
    "\n": "&#10;",
    "\r\n": "&#10;",
    "\r": "&#10;",
    "\t": "&#9;",
    "\a": "&#10;",
    "\f": "&#10;",
}
_NO_TEXT = re.compile("[\x00-\x06\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TAGS = re.compile(r"<[^>]*>")


class Rendered(str):
    """XML that the engine itself has written, such as what a macro gave back; not escaped again."""

    __slots__ = ()

    def __html__(self) -> Rendered:
        """Return itself, so that nothing escapes it once more."""
        return self

    @property
    def is_text(self) -> bool:
        """Return whether it holds no elements."""
        return "<" not in self

    def read_text(self) -> str:
        """Return the text in it, unescaped."""
        return html.unescape(_TAGS.sub("", self))


def write_text(text: str) -> Rendered:
    """Return `text` as the content of a text element.

    Raises:
        ValueError: It holds a character that XML cannot hold; the message names it.
    """
    if not _SPECIAL.search(text):
        return Rendered(text)
    return Rendered(_SPECIAL.sub(_replace(_WRITTEN), text))


def write_plain(text: str) -> Rendered:
    """Return `text` for an attribute, or an element whose text knows no breaks but lines.

    Raises:
        ValueError: It holds a character that XML cannot hold; the message names it.
    """
    return Rendered(_SPECIAL.sub(_replace(_PLAIN), text))


def check_text(text: str) -> None:
    """Raise if `text` holds a character that has no place in a document.

    Raises:
        ValueError: It does; the message names it.
    """
    if found := _NO_TEXT.search(text):
        raise ValueError(_describe(found[0]))


def _replace(table: dict[str, str]) -> Callable[[re.Match[str]], str]:
    def replace(found: re.Match[str]) -> str:
        written = table.get(found[0])
        if written is None:
            raise ValueError(_describe(found[0]))
        return written

    return replace


def _describe(sign: str) -> str:
    name = unicodedata.name(sign, "") or unicodedata.category(sign).replace("Cc", "control code")
    name = name.replace("Cs", "half of a surrogate pair").replace("Cn", "not a character")
    return f"the value holds the character U+{ord(sign):04X} ({name}), which no document can hold"
