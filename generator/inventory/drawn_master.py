"""A plain slide master for a presentation that has none, drawn into its package."""

from __future__ import annotations

from itertools import count
from typing import Any, TypeAlias

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.inventory.tree import P
from generator.ooxml.content_types import SLIDE_MASTER, THEME
from generator.ooxml.opc import OFFICE, Package
from generator.ooxml.theme import PLAIN, write_theme
from generator.units import Emu, Size, to_pt

Root: TypeAlias = Any
"""An element that is changed, `lxml.etree._Element`; lxml comes without types."""

FONT = "Calibri"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_MASTER_ID = 2**31
_LEVELS = 9
_MARGIN, _TITLE, _FOOT = 0.05, 0.15, 0.06
"""Shares of the slide: margin by its width, height of title and of furniture by its height."""

_SIZES = {"title": 0.05, "body": 0.035, "foot": 0.022}
"""Sizes of text as shares of the slide's height."""


def draw_master(package: Package, size: Size) -> None:
    """Add a master with title, text, date, footer and number, and its theme; no layouts yet.

    Args:
        package: A presentation; changed in place.
        size: Of its slides.
    """
    folder = package.main.rpartition("/")[0]
    prefix = f"{folder}/" if folder else ""
    theme = _find_free(package, f"{prefix}theme/theme")
    package.add_part(theme, write_theme("Plain", PLAIN, (FONT, FONT)), THEME)
    name = _find_free(package, f"{prefix}slideMasters/slideMaster")
    package.add_part(name, _write_master(size).encode(), SLIDE_MASTER)
    package.relate(name, "theme", theme)
    _list(package, package.relate(package.main, "slideMaster", name))


def _find_free(package: Package, stem: str) -> str:
    names = (f"{stem}{number}.xml" for number in count(1))
    return next(name for name in names if not package.has(name))


def _list(package: Package, rel_id: str) -> None:
    """List the master in `p:sldMasterIdLst`, the first child of `CT_Presentation` (pml.xsd)."""
    root: Root = package.read_xml(package.main)
    listed = root.find(f"{P}sldMasterIdLst")
    if listed is None:
        listed = etree.Element(f"{P}sldMasterIdLst")
        root.insert(0, listed)
    for entry in list(listed):
        listed.remove(entry)
    entry = etree.SubElement(listed, f"{P}sldMasterId")
    entry.set("id", str(_MASTER_ID))
    entry.set(f"{{{OFFICE}}}id", rel_id)
    package.write_xml(package.main, root)


def _write_master(size: Size) -> str:
    holes = "".join(
        _write_hole(id_, kind, idx, box)
        for id_, (kind, idx, box) in enumerate(_place_holes(size), start=2)
    )
    return (
        f'<p:sldMaster xmlns:a="{_A}" xmlns:r="{OFFICE}" xmlns:p="{_P}"><p:cSld><p:bg>'
        '<p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
        f'<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>{holes}</p:spTree></p:cSld>'
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
        'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
        f'folHlink="folHlink"/><p:txStyles>{_write_styles(size)}</p:txStyles></p:sldMaster>'
    )


def _place_holes(size: Size) -> list[tuple[str, int, tuple[int, int, int, int]]]:
    """Return kind, idx and left, top, width, height of the placeholders."""
    width, height = size
    margin, title, foot = (
        round(width * _MARGIN),
        round(height * _TITLE),
        round(height * _FOOT),
    )
    across = width - 2 * margin
    top = round(height * _MARGIN)
    bottom = height - top - foot
    third = across // 4
    gap = round(height * 0.02)
    return [
        ("title", 0, (margin, top, across, title)),
        ("body", 1, (margin, top + title + gap, across, bottom - top - title - 2 * gap)),
        ("dt", 2, (margin, bottom, third, foot)),
        ("ftr", 3, (margin + third, bottom, across - 2 * third, foot)),
        ("sldNum", 4, (margin + across - third, bottom, third, foot)),
    ]


_NAMES = {
    "title": "Title Placeholder",
    "body": "Text Placeholder",
    "dt": "Date Placeholder",
    "ftr": "Footer Placeholder",
    "sldNum": "Slide Number Placeholder",
}
_ALIGNS = {"dt": "l", "ftr": "ctr", "sldNum": "r"}
_NUMBER = (
    '<a:fld id="{7A5F3C1E-2D64-4B0B-9C58-6E1B0A9D4F27}" type="slidenum"><a:rPr lang="en-GB"/>'
    "<a:t>‹#›</a:t></a:fld>"
)


def _write_hole(id_: int, kind: str, idx: int, box: tuple[int, int, int, int]) -> str:
    left, top, width, height = box
    index = f' idx="{idx}"' if idx else ""
    quarter = ' sz="quarter"' if kind in _ALIGNS else ""
    style = "<a:lstStyle/>"
    if kind in _ALIGNS:
        points = round(to_pt(Emu(height)) / _FOOT * _SIZES["foot"])
        style = (
            f'<a:lstStyle><a:lvl1pPr algn="{_ALIGNS[kind]}"><a:defRPr sz="{points * 100}">'
            '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:defRPr></a:lvl1pPr>'
            "</a:lstStyle>"
        )
    text = _NUMBER if kind == "sldNum" else ""
    anchor = ' anchor="ctr"' if kind in {*_ALIGNS, "title"} else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{_NAMES[kind]}"/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}"{quarter}{index}/></p:nvPr>'
        f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom></p:spPr><p:txBody><a:bodyPr{anchor}><a:normAutofit/></a:bodyPr>{style}"
        f'<a:p>{text}<a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>'
    )


def _write_styles(size: Size) -> str:
    """Return the text styles of title, body and the rest, `CT_SlideMasterTextStyles` (pml.xsd)."""
    height = to_pt(size.height)
    ink = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
    title, body = (max(1, round(height * _SIZES[key])) * 100 for key in ("title", "body"))
    faces = {
        role: f'<a:latin typeface="+{role}-lt"/><a:ea typeface="+{role}-ea"/>'
        f'<a:cs typeface="+{role}-cs"/>'
        for role in ("mj", "mn")
    }
    step = round(size.height * 0.025)
    levels = "".join(
        f'<a:lvl{level}pPr marL="{step * level}" indent="-{step}" algn="l">'
        '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
        f'<a:defRPr sz="{body}">{ink}{faces["mn"]}</a:defRPr></a:lvl{level}pPr>'
        for level in range(1, _LEVELS + 1)
    )
    return (
        f'<p:titleStyle><a:lvl1pPr algn="l"><a:buNone/><a:defRPr sz="{title}" b="1">'
        f"{ink}{faces['mj']}</a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>{levels}"
        f'</p:bodyStyle><p:otherStyle><a:lvl1pPr><a:defRPr sz="{body}">{ink}{faces["mn"]}'
        "</a:defRPr></a:lvl1pPr></p:otherStyle>"
    )
