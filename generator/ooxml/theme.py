"""A theme part: colour slots, fonts for each script, and plain effects.

`CT_OfficeStyleSheet` in dml-main.xsd (ISO/IEC 29500-1).
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

SLOTS = (
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
)
"""The colour slots of a theme, in the order of `CT_ColorScheme` (dml-main.xsd)."""

PLAIN: Mapping[str, str] = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "1F3A54",
    "lt2": "EEF1F4",
    "accent1": "1F5C99",
    "accent2": "B8541A",
    "accent3": "5E6B75",
    "accent4": "7A4A8C",
    "accent5": "2E7D5B",
    "accent6": "8C6D1F",
    "hlink": "1A5FA8",
    "folHlink": "6B4A8C",
}
"""Colours for a file that has no theme; each is told from white by 4.5:1 and more."""

_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/main"
_LINES = (9_525, 12_700, 19_050)


def write_theme(
    name: str,
    colours: Mapping[str, str],
    fonts: tuple[str, str],
    scripts: Mapping[str, str] | None = None,
) -> bytes:
    """Return a theme part with flat fills, three lines and no effects.

    Args:
        name: As Office shows it.
        colours: Slot → RGB in six hex digits, all of `SLOTS`.
        fonts: Latin font of headings, and of the text.
        scripts: ISO 15924 code → font of both, such as `Jpan` → `Yu Gothic`.
    """
    slots = "".join(f'<a:{slot}><a:srgbClr val="{colours[slot]}"/></a:{slot}>' for slot in SLOTS)
    major, minor = (_write_font(font, scripts or {}) for font in fonts)
    label = quoteattr(name)
    text = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<a:theme xmlns:a="{_NAMESPACE}" name={label}><a:themeElements>'
        f"<a:clrScheme name={label}>{slots}</a:clrScheme>"
        f"<a:fontScheme name={label}><a:majorFont>{major}</a:majorFont>"
        f"<a:minorFont>{minor}</a:minorFont></a:fontScheme>{_write_formats(label)}"
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )
    return text.encode()


def _write_font(latin: str, scripts: Mapping[str, str]) -> str:
    """Return the slots of one font; `a:ea` stays empty, so that the text's language chooses."""
    others = "".join(
        f"<a:font script={quoteattr(script)} typeface={quoteattr(font)}/>"
        for script, font in scripts.items()
    )
    latin_slot = f"<a:latin typeface={quoteattr(latin)}/>"
    return f'{latin_slot}<a:ea typeface=""/><a:cs typeface=""/>{others}'


def _write_formats(label: str) -> str:
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    lines = "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{fill}<a:prstDash val="solid"/>'
        '<a:miter lim="800000"/></a:ln>'
        for width in _LINES
    )
    return (
        f"<a:fmtScheme name={label}><a:fillStyleLst>{fill * 3}</a:fillStyleLst>"
        f"<a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
    )
