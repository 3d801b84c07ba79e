"""Rich text as elements: runs and paragraphs of Word and of DrawingML, in the schema's order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.errors import suggest
from generator.ooxml.opc import OFFICE, Element
from generator.ooxml.tags.dialect import SPACE, A, R, W
from generator.ooxml.tags.links import is_address, refuse_address, relate_address
from generator.ooxml.tags.spot import Spot
from generator.ooxml.tags.values import Piece
from generator.ooxml.tags.written import LINE, PAGE, PARAGRAPH, TAB

_SIGNS = {"\n": LINE, "\r\n": LINE, "\r": LINE, "\t": TAB, "\a": PARAGRAPH, "\f": PAGE}
_SIGN = re.compile("\r\n|[\n\r\t\a\f]")
_ORDER = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike"),
    *("outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden"),
    *("color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect"),
    *("bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout"),
    *("specVanish", "oMath"),
)
_PER_HALF_POINT = 50
"""DrawingML counts sizes in hundredths of a point."""
_RAISED = {1: "30000", -1: "-25000"}
_UNDERLINES = {"single": "sng", "double": "dbl", "thick": "heavy", "dash": "dash"} | {
    "dotted": "dotted",
    "dotDash": "dotDash",
    "dotDotDash": "dotDotDash",
    "wave": "wavy",
}


def build_runs(pieces: Sequence[Piece], spot: Spot) -> list[Element]:
    """Return the runs of `pieces`, and hyperlinks around those that have one."""
    return [
        _build_word(piece, spot) if spot.dialect.name == "word" else _build_drawing(piece, spot)
        for piece in pieces
    ]


def build_paragraph(pieces: Sequence[Piece], style: str, spot: Spot) -> Element:
    """Return a paragraph of `pieces` in `style`, or without one in the format of the spot."""
    dialect = spot.dialect
    paragraph = spot.paragraph.makeelement(dialect.paragraph, None, spot.paragraph.nsmap)
    if style and dialect.name == "word":
        properties = etree.SubElement(paragraph, dialect.paragraph_format)
        id_ = find_style(style, "paragraph", spot)
        etree.SubElement(properties, f"{W}pStyle", {f"{W}val": id_})
    else:
        paragraph.extend(_copy_format(spot))
    paragraph.extend(build_runs(pieces, spot))
    return paragraph


def _copy_format(spot: Spot) -> Iterator[Element]:
    for properties in spot.paragraph.findall(spot.dialect.paragraph_format):
        copy = deepcopy(properties)
        for section in copy.findall(f"{W}sectPr"):
            copy.remove(section)
        yield copy


def fill_text(text: Element, said: str) -> None:
    """Put `said` into a text element; breaks and tabs as instructions still to be placed."""
    last = None
    position = 0
    for found in _SIGN.finditer(said):
        _append(text, last, said[position : found.start()])
        last = etree.ProcessingInstruction(_SIGNS[found[0]])
        text.append(last)
        position = found.end()
    _append(text, last, said[position:])


def _append(text: Element, last: Element | None, said: str) -> None:
    if last is None:
        text.text = said
    else:
        last.tail = said


def _build_word(piece: Piece, spot: Spot) -> Element:
    run = spot.run.makeelement(f"{W}r", None, spot.run.nsmap)
    properties = etree.SubElement(run, f"{W}rPr")
    if spot.level == "text":
        for own in spot.run.findall(f"{W}rPr"):
            properties.extend(deepcopy(list(own)))
    for name, values in _list_word(piece, spot):
        _put(properties, name, values)
    if len(properties) == 0:
        run.remove(properties)
    text = etree.SubElement(run, f"{W}t", {SPACE: "preserve"})
    fill_text(text, piece.text)
    if not piece.link:
        return run
    link = run.makeelement(
        f"{W}hyperlink",
        {f"{R}id": relate_address(spot.package, spot.part, piece.link)},
        {"r": OFFICE},
    )
    link.set(f"{W}tgtFrame", "_blank")
    link.append(run)
    return link


def _put(properties: Element, name: str, values: dict[str, str]) -> None:
    """Set a property (`CT_RPr`, wml.xsd) in the place that the schema gives it."""
    for old in properties.findall(f"{W}{name}"):
        properties.remove(old)
    before = {f"{W}{each}" for each in _ORDER[: _ORDER.index(name)]}
    position = sum(child.tag in before for child in properties)
    attributes = {f"{W}{key}": value for key, value in values.items()}
    properties.insert(position, properties.makeelement(f"{W}{name}", attributes, properties.nsmap))


def _list_word(piece: Piece, spot: Spot) -> Iterator[tuple[str, dict[str, str]]]:
    if piece.style:
        yield "rStyle", {"val": find_style(piece.style, "character", spot)}
    for name, is_on in (("b", piece.bold), ("i", piece.italic)):
        if is_on:
            yield name, {}
            if piece.is_rtl:
                yield f"{name}Cs", {}
    if piece.strike:
        yield "strike", {}
    if piece.is_rtl:
        yield "rtl", {}
    yield from _list_word_looks(piece)


def _list_word_looks(piece: Piece) -> Iterator[tuple[str, dict[str, str]]]:
    if piece.font:
        slots = dict.fromkeys(("ascii", "hAnsi", "cs"), piece.font)
        yield "rFonts", slots | ({piece.font_slot: piece.font} if piece.font_slot else {})
    if piece.size:
        yield "sz", {"val": str(piece.size)}
        yield "szCs", {"val": str(piece.size)}
    if piece.raised:
        yield "vertAlign", {"val": "superscript" if piece.raised > 0 else "subscript"}
    if piece.colour:
        yield "color", {"val": piece.colour}
    if piece.underline:
        yield "u", {"val": piece.underline}
    if piece.highlight:
        yield "shd", {"val": "clear", "color": "auto", "fill": piece.highlight}
    if piece.language:
        yield "lang", {"val": piece.language}


def _build_drawing(piece: Piece, spot: Spot) -> Element:
    run = spot.run.makeelement(f"{A}r", None, spot.run.nsmap)
    own = spot.run.find(f"{A}rPr")
    properties = (
        deepcopy(own)
        if own is not None and spot.level == "text"
        else run.makeelement(f"{A}rPr", None, run.nsmap)
    )
    run.append(properties)
    for name, value in _list_drawing(piece):
        properties.set(name, value)
    for child in reversed(list(_make_drawing(piece, spot, properties))):
        for old in properties.findall(child.tag):
            properties.remove(old)
        after = sum(each.tag == f"{A}ln" for each in properties)
        properties.insert(after, child)
    text = etree.SubElement(run, f"{A}t")
    fill_text(text, piece.text)
    return run


def _list_drawing(piece: Piece) -> Iterator[tuple[str, str]]:
    if piece.language:
        yield "lang", piece.language
    if piece.size:
        yield "sz", str(piece.size * _PER_HALF_POINT)
    if piece.bold:
        yield "b", "1"
    if piece.italic:
        yield "i", "1"
    if piece.underline:
        yield "u", _UNDERLINES[piece.underline]
    if piece.strike:
        yield "strike", "sngStrike"
    if piece.raised:
        yield "baseline", _RAISED[piece.raised]


def _make_drawing(piece: Piece, spot: Spot, parent: Element) -> Iterator[Element]:
    """Yield the children of `a:rPr` (`CT_TextCharacterProperties`, dml-main.xsd) in order."""
    for name, colour in (("solidFill", piece.colour), ("highlight", piece.highlight)):
        if colour:
            made = parent.makeelement(f"{A}{name}", None, parent.nsmap)
            etree.SubElement(made, f"{A}srgbClr", {"val": colour})
            yield made
    if piece.font:
        for slot in ("latin", "ea", "cs"):
            yield parent.makeelement(f"{A}{slot}", {"typeface": piece.font}, parent.nsmap)
    if piece.link:
        id_ = _relate(piece, spot)
        yield parent.makeelement(f"{A}hlinkClick", {f"{R}id": id_}, {"r": OFFICE})


def _relate(piece: Piece, spot: Spot) -> str:
    """Return the id of the relationship that the link of a piece needs, or report it."""
    known = {link.id for link in spot.package.links.get(spot.part, ())}
    if not is_address(piece.link) and piece.link not in known:
        refuse_address(piece.link, spot)
    return relate_address(spot.package, spot.part, piece.link)


def find_style(wanted: str, kind: str, spot: Spot) -> str:
    """Return the id of the style that is called `wanted`, or has that id; reports an unknown one.

    Args:
        wanted: Name or id.
        kind: `paragraph` or `character`.
        spot: Where it is needed.
    """
    names: dict[str, str] = {}
    for link in spot.package.find_links(spot.package.main):
        if link.kind == "styles" and spot.package.has(link.target):
            for style in spot.package.read_xml(link.target).iterfind(f"{W}style"):
                id_, name = style.get(f"{W}styleId", ""), style.find(f"{W}name")
                if style.get(f"{W}type") == kind:
                    names[id_] = id_
                    if name is not None:
                        names.setdefault(name.get(f"{W}val", ""), id_)
    folded = {name.casefold(): id_ for name, id_ in names.items()}
    if wanted in names or wanted.casefold() in folded:
        return names.get(wanted, folded.get(wanted.casefold(), wanted))
    spot.report(f"the template has no {kind} style '{wanted}'", suggest(wanted, names))
    return wanted
