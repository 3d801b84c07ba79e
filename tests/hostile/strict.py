"""Turns the parts of a Transitional package into Strict Open XML, as Office saves it on request.

The namespaces are those of ISO/IEC 29500-1; of the values, those change that our own templates use.
"""

from __future__ import annotations

import re

_WAS = "http://schemas.openxmlformats.org/"
_IS = "http://purl.oclc.org/ooxml/"

_NAMESPACES = (
    ("wordprocessingml/2006/main", "wordprocessingml/main"),
    ("presentationml/2006/main", "presentationml/main"),
    ("drawingml/2006/main", "drawingml/main"),
    ("drawingml/2006/wordprocessingDrawing", "drawingml/wordprocessingDrawing"),
    ("drawingml/2006/picture", "drawingml/picture"),
    ("drawingml/2006/chart", "drawingml/chart"),
    ("officeDocument/2006/relationships", "officeDocument/relationships"),
    ("officeDocument/2006/extended-properties", "officeDocument/extendedProperties"),
    ("officeDocument/2006/docPropsVTypes", "officeDocument/docPropsVTypes"),
    ("officeDocument/2006/math", "officeDocument/math"),
)
"""Transitional → Strict, without what all of either have in front."""

_PERCENTS = "lumMod|lumOff|tint|shade|alpha|satMod|spcPct|buSzPct"
_ON_OFF = {"1": "true", "0": "false", "on": "true", "off": "false"}


def make_strict(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts with the namespaces and values of Strict."""
    return {
        name: _convert(data.decode(), name).encode() if name.endswith((".xml", ".rels")) else data
        for name, data in parts.items()
    }


def _convert(text: str, name: str) -> str:
    for was, now in _NAMESPACES:
        text = re.sub(rf'"{_WAS}{was}(?=["/])', f'"{_IS}{now}', text)
    if name.startswith("word/"):
        text = _convert_word(text)
    text = re.sub(
        rf'(<a:(?:{_PERCENTS}) val=")(-?\d+)"',
        lambda match: f'{match[1]}{int(match[2]) / 1000:g}%"',
        text,
    )
    return re.sub(r"<(p:presentation)\b", r'<\1 conformance="strict"', text, count=1)


def _convert_word(text: str) -> str:
    text = re.sub(
        r'(<w:jc w:val=")(left|right)"',
        lambda match: match[1] + {"left": "start", "right": "end"}[match[2]] + '"',
        text,
    )
    text = re.sub(r"(<w:ind\b[^>]*)w:left=", r"\1w:start=", text)
    text = re.sub(r"(<w:ind\b[^>]*)w:right=", r"\1w:end=", text)
    text = re.sub(
        r'(<w:(?:b|i|caps|keepNext|keepLines|qFormat|titlePg) w:val=")(1|0|on|off)"',
        lambda match: f'{match[1]}{_ON_OFF[match[2]]}"',
        text,
    )
    return re.sub(
        r'(<w:(?:tblW|tcW)\b[^>]*w:w=")(\d+)("[^>]*w:type="pct")',
        lambda match: f"{match[1]}{int(match[2]) / 50:g}%{match[3]}",
        text,
    ).replace("<w:document ", '<w:document w:conformance="strict" ', 1)
