"""Which language a stretch of text on a slide is in, for proofing and fonts. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from generator.ooxml.scripts import find_language, is_east_asian, split_scripts

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_STRONG = frozenset({"L", "R", "AL"})


def part_by_language(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield stretches of `text` with the language of each.

    `language` is the document's. A document in Chinese, Japanese or Korean keeps its own for all
    its text; in any other, stretches in another script get the language that it shows.
    """
    if is_east_asian(language):
        yield text, language
        return
    for script, stretch in split_scripts(text):
        yield stretch, find_language(script, stretch, language) or language


def find_alternative(language: str) -> str:
    """Return what `altLang` says for text in a document of `language`: what Latin text is in."""
    return "en-US" if is_east_asian(language) else language


def is_right_to_left(text: str) -> bool:
    """Return whether the first letter with a direction runs from right to left."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in _STRONG:
            return direction in _RIGHT_TO_LEFT
    return False
