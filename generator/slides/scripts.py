"""Which language a stretch of text is in, by its script, for proofing and fonts. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_KANA = re.compile("[\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f]")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")
_EAST_ASIAN = (
    "\u2e80-\u2fdf\u3000-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u9fff\u1100-\u11ff"
    "\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
)
_STRETCHES = re.compile(f"[{_EAST_ASIAN}]+|[^{_EAST_ASIAN}]+")
_IS_EAST_ASIAN = re.compile(f"[{_EAST_ASIAN}]")
_IDEOGRAPH = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_EAST_ASIAN_LANGUAGES = ("ja", "zh", "ko")
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_STRONG = frozenset({"L", "R", "AL"})


def is_east_asian(language: str) -> bool:
    """Return whether the BCP 47 tag `language` is Chinese, Japanese or Korean."""
    return language.partition("-")[0].lower() in _EAST_ASIAN_LANGUAGES


def part_by_language(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield stretches of `text` with the language of each.

    `language` is the document's. A document in Chinese, Japanese or Korean keeps its own for all
    its text; in any other, stretches in those scripts get theirs.
    """
    if is_east_asian(language) or not _IS_EAST_ASIAN.search(text):
        yield text, language
        return
    foreign = _guess_east_asian(text)
    for match in _STRETCHES.finditer(text):
        stretch = match.group()
        yield stretch, foreign if _IS_EAST_ASIAN.match(stretch) and foreign else language


def _guess_east_asian(text: str) -> str | None:
    """Return the language of the East Asian letters in `text`; None when it has only signs."""
    if _KANA.search(text):
        return "ja-JP"
    if _HANGUL.search(text):
        return "ko-KR"
    return "zh-CN" if _IDEOGRAPH.search(text) else None


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
