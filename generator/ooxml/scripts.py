"""Which script a stretch of text is in, since Office keeps fonts and languages apart by script.

Latin, Greek and Cyrillic share one slot of a run (in Word `w:ascii`, `w:hAnsi`, `w:lang/@w:val`);
East Asian text and text from right to left have slots of their own. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from itertools import groupby

_FIRST_MARKED = "\u0590"
"""No character before it is East Asian or runs from right to left."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_EAST_ASIAN = re.compile(
    "[\u1100-\u11ff\u2e80-\u2fdf\u3000-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
)
_KANA = re.compile("[\u3041-\u30ff\u31f0-\u31ff]")
_HANGUL = re.compile("[\u1100-\u11ff\uac00-\ud7af]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_UKRAINIAN = re.compile("[\u0404\u0406\u0407\u0454\u0456\u0457\u0490\u0491]")
_RUSSIAN = re.compile("[\u0401\u042a\u042b\u042d\u0451\u044a\u044b\u044d]")
_ARABIC = re.compile("[\u0600-\u06ff]")

_RIGHT_TO_LEFT_LANGUAGES = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})
_EAST_ASIAN_LANGUAGES = frozenset({"ja", "ko", "zh"})
_CYRILLIC_LANGUAGES = frozenset({"be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"})


class Script(Enum):
    """The slots of a run in Word."""

    WESTERN = "western"
    EAST_ASIAN = "east-asian"
    RIGHT_TO_LEFT = "right-to-left"


def split_scripts(text: str) -> list[tuple[Script, str]]:
    """Return `text` in stretches of one script; joined they are `text` again.

    Spaces and signs stay with the stretch before them, at its end with the one that follows.
    """
    if not text or max(text) < _FIRST_MARKED:
        return [(Script.WESTERN, text)] if text else []
    labelled = [*_label(text)]
    return [
        (script, "".join(character for _, character in group))
        for script, group in groupby(labelled, key=lambda pair: pair[0])
    ]


def _label(text: str) -> Iterator[tuple[Script, str]]:
    """Yield each character with its script; a neutral one takes that of both its neighbours."""
    waiting = ""
    last = Script.WESTERN
    for character in text:
        script = _find_script(character)
        if script is None:
            waiting += character
            continue
        between = last if script is last else Script.WESTERN
        yield from ((between, neutral) for neutral in waiting)
        yield script, character
        waiting, last = "", script
    yield from ((last if last is Script.RIGHT_TO_LEFT else Script.WESTERN, c) for c in waiting)


def _find_script(character: str) -> Script | None:
    if _EAST_ASIAN.match(character):
        return Script.EAST_ASIAN
    if _RIGHT_TO_LEFT.match(character):
        return Script.RIGHT_TO_LEFT
    return Script.WESTERN if character.isalnum() else None


def find_language(script: Script, text: str, language: str) -> str | None:
    """Return the language of a stretch where its letters show that it is not `language`.

    Args:
        script: Script of the stretch.
        text: Its words.
        language: BCP 47 tag of the document.

    Returns:
        A BCP 47 tag, or None when the document's own language holds.
    """
    main = language.partition("-")[0].lower()
    if script is Script.WESTERN:
        return _find_cyrillic(text) if main not in _CYRILLIC_LANGUAGES else None
    if script is Script.RIGHT_TO_LEFT:
        if main in _RIGHT_TO_LEFT_LANGUAGES:
            return None
        return "ar-SA" if _ARABIC.search(text) else "he-IL"
    if not any(map(str.isalnum, text)):
        return None  # signs alone belong to no language
    if _HANGUL.search(text):
        found = "ko-KR"
    elif _KANA.search(text) or main not in _EAST_ASIAN_LANGUAGES:
        found = "ja-JP"  # as Word does for ideographs alone where nothing tells more
    else:
        return None
    return None if found.startswith(main) else found


def _find_cyrillic(text: str) -> str | None:
    if not _CYRILLIC.search(text):
        return None
    if _UKRAINIAN.search(text):
        return "uk-UA"
    return "ru-RU" if _RUSSIAN.search(text) else None


def is_right_to_left(language: str) -> bool:
    """Return whether `language`, a BCP 47 tag, is written from right to left."""
    return language.partition("-")[0].lower() in _RIGHT_TO_LEFT_LANGUAGES


def is_east_asian(language: str) -> bool:
    """Return whether `language`, a BCP 47 tag, is Chinese, Japanese or Korean."""
    return language.partition("-")[0].lower() in _EAST_ASIAN_LANGUAGES
