"""Paragraphs and runs of DrawingML: `a:p`, `a:r`, with language, size and spacing in points."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from generator.inventory.deck import PlaceholderInfo
from generator.ooxml.contrast import contrast
from generator.slides.fit import MONOSPACED
from generator.slides.markup import Element, add, add_colour
from generator.slides.page import ACCENT, Align, Look, Para
from generator.slides.palette import Palette
from generator.slides.scripts import find_alternative, is_right_to_left, part_by_language
from generator.slides.text import to_text
from generator.text.blocks import LineBreak, Run
from generator.units import pt, to_centipoints

_LISTING = ("body", "obj", "subTitle")
"""Kinds of placeholder whose own style may set bullets, which every paragraph must settle."""

_LINK_COLOUR = "{A12FA001-AC4F-418D-AE19-62706E023703}"
"""Extension of `a:hlinkClick` that says which colour a link has, since PowerPoint 2019."""

_SEEN = 1.7
"""Contrast below which a template's own text colour is a mistake, and is not kept."""

_BULLET_FONT = "Arial"
"""Holds the signs of lists in every office program; the bullet of a theme font may lack them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """How texts of one slide are written.

    Attributes:
        language: BCP 47 tag of the brief.
        link: Adds an outside address to the slide and returns its relationship's id.
        palette: Colours of the slide.
        resets: Attributes that text boxes must write, with neutral values.
    """

    language: str
    link: Callable[[str], str]
    palette: Palette
    resets: Mapping[str, str] = field(default_factory=dict)


def add_paragraph(
    body: Element, para: Para, writer: Writer, hole: PlaceholderInfo | None = None
) -> None:
    """Append `para` to `body`, a `CT_TextBody` (dml-main.xsd).

    Args:
        body: Changed in place.
        para: What to write.
        writer: Language and links.
        hole: The placeholder that is filled; what it gives by itself is not written again.
    """
    paragraph = add(body, "a:p")
    is_rtl = is_right_to_left(to_text(para.words))
    _add_properties(paragraph, para, (writer, hole), is_rtl=is_rtl)
    for word in para.words:
        if isinstance(word, LineBreak):
            end = add(add(paragraph, "a:br"), "a:rPr", _language(writer))
            _add_size(end, para.look, _inherited(hole, para))
        else:
            _add_runs(paragraph, word, para, (writer, hole))
    end = add(paragraph, "a:endParaRPr", _language(writer))
    _add_size(end, para.look, _inherited(hole, para))


def _language(writer: Writer) -> dict[str, str]:
    return {"lang": writer.language, "altLang": find_alternative(writer.language)}


def _inherited(hole: PlaceholderInfo | None, para: Para) -> float | None:
    """Return the size that the text has by itself, in points; None where we do not know."""
    return hole.size_pt if hole and hole.is_sized and para.level == 0 else None


def _add_size(properties: Element, look: Look, inherited: float | None) -> None:
    if inherited is None or look.size_pt != inherited:
        properties.set("sz", str(to_centipoints(look.size_pt)))


def _add_properties(
    paragraph: Element,
    para: Para,
    context: tuple[Writer, PlaceholderInfo | None],
    *,
    is_rtl: bool,
) -> None:
    """Append `a:pPr` (`CT_TextParagraphProperties`): indent, direction, spacing, bullet."""
    writer, hole = context
    settles = hole is None or hole.kind in _LISTING
    align = para.align
    if is_rtl and align is Align.LEFT:
        align = Align.RIGHT  # in PowerPoint the sides are those of the page, not of the reading
    properties = add(
        paragraph,
        "a:pPr",
        {
            "marL": int(pt(para.indent_pt)) if settles else None,
            "lvl": para.level or None,
            "indent": -int(pt(para.hang_pt)) if settles else None,
            "algn": align,
            "rtl": "1" if is_rtl else None,
        },
    )
    _add_spacing(properties, "a:lnSpc", para.look.line_pt)
    _add_spacing(properties, "a:spcBef", para.before_pt)
    _add_spacing(properties, "a:spcAft", 0.0)
    if para.bullet:
        colour = add(properties, "a:buClr")
        add_colour(colour, writer.palette.find(ACCENT))
        _unwrap(colour)
        add(properties, "a:buFont", {"typeface": _BULLET_FONT})
        add(properties, "a:buChar", {"char": para.bullet})
    elif settles:
        add(properties, "a:buNone")


def _is_hidden(hole: PlaceholderInfo) -> bool:
    """Return whether the placeholder's own text can hardly be told from what is behind it."""
    return bool(hole.colour and hole.behind) and contrast(hole.colour, hole.behind) < _SEEN


def _unwrap(colour: Element) -> None:
    """Take the fill around the colour away: `CT_Color` holds the colour itself."""
    fill = colour[0]
    colour.replace(fill, fill[0])


def _add_spacing(properties: Element, tag: str, points: float) -> None:
    add(add(properties, tag), "a:spcPts", {"val": to_centipoints(points)})


def _add_runs(
    paragraph: Element,
    run: Run,
    para: Para,
    context: tuple[Writer, PlaceholderInfo | None],
) -> None:
    """Append `run`, cut where the script changes, since each language has its own run."""
    writer, hole = context
    for text, language in part_by_language(run.text, writer.language):
        element = add(paragraph, "a:r")
        properties = add(
            element,
            "a:rPr",
            {"lang": language, "altLang": find_alternative(writer.language)},
        )
        _add_size(properties, para.look, _inherited(hole, para))
        for key, neutral in writer.resets.items() if hole is None else ():
            properties.set(key, neutral)
        _add_face(properties, run, para.look, hole)
        if para.look.colour:
            add_colour(properties, writer.palette.find(para.look.colour))
        elif hole and _is_hidden(hole):
            add_colour(properties, writer.palette.choose_text(hole.behind))
        _add_fonts(properties, run, para.look, hole)
        if run.link:
            _add_link(properties, writer.link(run.link))
        add(element, "a:t").text = text


def _add_link(properties: Element, rel_id: str) -> None:
    """Append a link in the text's own colour: the theme's may not be seen on a dark layout."""
    link = add(properties, "a:hlinkClick", {"r:id": rel_id})
    extension = add(add(link, "a:extLst"), "a:ext", {"uri": _LINK_COLOUR})
    add(extension, "ahyp:hlinkClr", {"val": "tx"})


def _add_face(properties: Element, run: Run, look: Look, hole: PlaceholderInfo | None) -> None:
    is_bold = look.is_bold or run.bold
    if is_bold != (hole is not None and hole.is_bold):
        properties.set("b", "1" if is_bold else "0")
    if look.is_italic or run.italic:
        properties.set("i", "1")


def _add_fonts(properties: Element, run: Run, look: Look, hole: PlaceholderInfo | None) -> None:
    """Append the fonts where they are not those that the text has by itself."""
    if run.code:
        add(properties, "a:latin", {"typeface": MONOSPACED})
    elif look.is_heading and hole is None:
        add(properties, "a:latin", {"typeface": "+mj-lt"})
        add(properties, "a:ea", {"typeface": "+mj-ea"})
        add(properties, "a:cs", {"typeface": "+mj-cs"})
