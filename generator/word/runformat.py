"""Runs of ours in the format of the run that a tag stood in, what is ours on top.

``EG_RPrBase`` in ``wml.xsd`` (ISO/IEC 29500).
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.word.markup import Element, W, Xml, local_name, new_element, parse_part, tag

_ORDER = (
    "rStyle",
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "caps",
    "smallCaps",
    "strike",
    "dstrike",
    "outline",
    "shadow",
    "emboss",
    "imprint",
    "noProof",
    "snapToGrid",
    "vanish",
    "webHidden",
    "color",
    "spacing",
    "w",
    "kern",
    "position",
    "sz",
    "szCs",
    "highlight",
    "u",
    "effect",
    "bdr",
    "shd",
    "fitText",
    "vertAlign",
    "rtl",
    "cs",
    "em",
    "lang",
    "eastAsianLayout",
    "specVanish",
    "oMath",
)
_RANK = {name: rank for rank, name in enumerate(_ORDER)}
_DROPPED = frozenset({"rPrChange", "ins", "del", "moveFrom", "moveTo", "rtl", "lang"})
"""What speaks of the tag's own letters, and not of how they look."""

_RAISED = frozenset({"vertAlign", "position"})
_REFERENCES = ("footnoteReference", "endnoteReference")


def parse_inside(content: Xml) -> Element:
    """Return an element that holds `content`."""
    return parse_part(tag("w:body", None, content))


def write_inside(around: Element) -> Xml:
    """Return what an element that `parse_inside` made holds."""
    text: str = etree.tostring(around, encoding="unicode")
    start, end = text.index(">") + 1, text.rfind("</")
    return Xml(text[start:end]) if end >= start else Xml("")


def merge_format(content: Xml, base: Element | None, emphases: dict[str, tuple[str, ...]]) -> Xml:
    """Return runs in the format of `base`, with what they have of their own on top.

    Args:
        content: Runs, links and fields of a paragraph.
        base: `w:rPr`; None for none.
        emphases: Id of a style for emphasis → the properties that say the same, for text that has
            a style by its base already: a run has one style alone.
    """
    if base is None or not content:
        return content
    around = parse_inside(content)
    for run in around.iter(f"{W}r"):
        _merge_run(run, base, emphases)
    return write_inside(around)


def _merge_run(run: Element, base: Element, emphases: dict[str, tuple[str, ...]]) -> None:
    own = run.find(f"{W}rPr")
    if own is None:
        own = new_element(f"{W}rPr")
        run.insert(0, own)
    if base.find(f"{W}rStyle") is not None:
        _unfold_style(own, emphases)
    taken = {child.tag for child in own}
    is_mark = any(run.find(f"{W}{name}") is not None for name in _REFERENCES)
    dropped = _DROPPED | _RAISED if is_mark else _DROPPED
    for child in base:
        if child.tag == f"{W}rFonts":
            _merge_fonts(own, child)
        elif child.tag not in taken and local_name(child) not in dropped:
            own.append(deepcopy(child))
    own[:] = sorted(own, key=lambda child: _RANK.get(local_name(child), len(_ORDER)))


def _unfold_style(own: Element, emphases: dict[str, tuple[str, ...]]) -> None:
    """Say directly what a style for emphasis says, so that the base's style has room."""
    style = own.find(f"{W}rStyle")
    known = None if style is None else emphases.get(style.get(f"{W}val", ""))
    if known is None:
        return
    own.remove(style)
    for name in known:
        if own.find(f"{W}{name}") is None:
            own.append(new_element(f"{W}{name}"))


def _merge_fonts(own: Element, fonts: Element) -> None:
    """Give a run the fonts of its base; what it says of its script stays."""
    hint = own.find(f"{W}rFonts")
    if hint is None:
        own.append(deepcopy(fonts))
        return
    for name, value in fonts.attrib.items():
        if name not in hint.attrib:
            hint.set(name, value)
