"""Where a line of text may end. Pure: no width, no font.

Near to Unicode's line breaking (UAX 14) as office programs do it: after spaces and hyphens,
between East Asian characters but for those that may not start or end a line (kinsoku), never
at a no-break space.
"""

from __future__ import annotations

import re

SPACES = " \t\u2000-\u2006\u2008-\u200b\u3000"
"""Spaces that a line may end after; they hang over the edge. As in a character class."""

_GLUE = "\u00a0\u2007\u2011\u202f\u2060\ufeff"
_MARKS = "\u0300-\u036f\u200c\u200d\u20d0-\u20ff\ufe00-\ufe0f\U0001f3fb-\U0001f3ff"
_WIDE = (
    "\u1100-\u115f\u2e80-\u2fff\u3001-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f"
    "\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff01-\uffef"
    "\U0001f000-\U0001f3fa\U0001f400-\U0001faff\U00020000-\U0003fffd"
)
_NO_START = (
    r"!%),.:;?\]}¢°’”‰′″℃、。々〉》」』】〕〗〙〛〜〞〟゛゜ゝゞ・ーヽヾ"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ"
    "！％），．：；？］｝～｡｣､･ｧ-ｰﾞﾟ￠"
)
_NO_END = r"$(\[{£¥‘“〈《「『【〔〖〘〚〝＄（［｛｢￡￥"

_BREAK = re.compile(
    rf"(?<=[{SPACES}])(?![{SPACES}])"
    rf"|(?<=[^\s\-\u2010-\u2015][-\u2010\u00ad])(?![-\u2010-\u2015\s\d{_NO_START}{_GLUE}])"
    rf"|(?<=[^\s\-\u2010-\u2015][\u2012-\u2015])(?![-\u2010-\u2015\s{_NO_START}{_GLUE}])"
    rf"|(?<=[{_WIDE}])(?<![{_NO_END}])(?![{_NO_START}{_MARKS}{_GLUE}{SPACES}])"
    rf"|(?<![{_NO_END}{_GLUE}{SPACES}\u200d])(?=[{_WIDE}])(?![{_NO_START}])"
)


def find_breaks(text: str) -> list[int]:
    """Return the offsets inside `text`, ascending, that a new line may start at.

    `text` is one paragraph's text between hard line breaks.
    """
    return [found.start() for found in _BREAK.finditer(text) if 0 < found.start() < len(text)]
