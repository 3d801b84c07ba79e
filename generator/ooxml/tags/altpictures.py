"""A picture in the place of one that the template has, whose alternative text named it.

The frame and its effects stay; so much is cut off that nothing is distorted. What of the picture
before was its own, such as its data and its alternative text, is gone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from generator.ooxml.opc import OFFICE, Element, Package
from generator.ooxml.tags.blips import cut_to, fill_blip, fill_frame
from generator.ooxml.tags.dialect import A, P, R
from generator.ooxml.tags.pictures import InlineImage, relate_image
from generator.ooxml.tags.room import read_sides
from generator.ooxml.tags.spot import Frame
from generator.units import Emu, Size

if TYPE_CHECKING:
    from generator.ooxml.tags.session import Session

MARK = "tag-replacement-"
"""Attributes that begin so tell, while a part is rendered, which value replaces what is drawn."""

_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_RELATION = f"{{{OFFICE}}}id"
DESCRIBED = frozenset(
    {
        *(f"{_WP}docPr", f"{P}cNvPr", f"{_PIC}cNvPr"),
        *(f"{_V}{name}" for name in ("shape", "rect", "image")),
    }
)
"""Elements that hold the alternative text of what is drawn."""

TEXTS = frozenset({"descr", "title", "alt"})
"""Their attributes with such a text."""

_WHOLE = 100_000
_HINT = "write the tag into the alt text of a picture, or as text where the picture is to stand"


def replace_drawn(root: Element, part: str, session: Session) -> None:
    """Put values in the place of what was drawn in a rendered part, where alt texts named them."""
    before: set[str] = set()
    for element in [each for each in root.iter(*DESCRIBED) if _find_mark(each)]:
        name = _find_mark(element)
        del element.attrib[name]
        before.update(_list_shown(element))
        session.replace(name.removeprefix(MARK), element, part)
    if before:
        drop_unused(session.package, part, root, before)


def _find_mark(element: Element) -> str:
    return next((name for name in element.attrib if name.startswith(MARK)), "")


def _list_shown(properties: Element) -> set[str]:
    """Return the ids of the relationships to the pictures that are drawn there."""
    drawn = find_drawn(properties)
    return {
        value for each in drawn.iter() for key, value in each.attrib.items() if key[: len(R)] == R
    }


def find_drawn(properties: Element) -> Element:
    """Return the element of all that an alternative text describes."""
    if properties.tag.startswith(_V):
        return properties
    parent = properties.getparent()
    return parent if properties.tag == f"{_WP}docPr" else parent.getparent()


def drop_unused(package: Package, part: str, root: Element, ids: set[str]) -> None:
    """Forget the relationships to pictures that are not shown any more."""
    shown = {value for each in root.iter("*") for value in each.attrib.values()}
    package.links[part] = [
        link
        for link in package.links.get(part, [])
        if link.id not in ids or link.id in shown or link.kind != "image"
    ]


def replace_picture(image: InlineImage, frame: Frame, *, keeps_text: bool = False) -> None:
    """Let what is drawn at `frame` show `image`; reports if it is no picture.

    Args:
        image: What it shows from now on.
        frame: Where.
        keeps_text: Whether the alternative text stays as it was.
    """
    drawn = find_drawn(frame.properties)
    if frame.properties.tag.startswith(_V):
        _replace_vml(image, frame, keeps_text=keeps_text)
        return
    fills = [*drawn.iter(f"{_PIC}blipFill", f"{P}blipFill")]
    if not fills and drawn.tag != f"{P}grpSp":
        fills = [fill for fill in drawn.iter(f"{A}blipFill") if fill.find(f"{A}blip") is not None]
    if len(fills) != 1:
        what = "several pictures are" if fills else "no picture is"
        frame.report(f"{what} drawn where its alt text asks for one", _HINT)
        return
    fill = fills[0]
    blip = fill.find(f"{A}blip")
    if blip is None:
        blip = fill.makeelement(f"{A}blip", None, fill.nsmap)
        fill.insert(0, blip)
    fill_blip(blip, image, frame.package, frame.part)
    fill_frame(fill, image, _measure(fill, drawn))
    for tile in fill.findall(f"{A}tile"):
        fill.replace(tile, fill.makeelement(f"{A}stretch", None, fill.nsmap))
    if not keeps_text:
        _describe(image, drawn)


def _describe(image: InlineImage, drawn: Element) -> None:
    """Give what is drawn the alternative text of the picture, wherever it has one."""
    for named in drawn.iter(*DESCRIBED):
        named.attrib.pop("title", None)
        if image.alt:
            named.set("descr", image.alt)
        else:
            named.attrib.pop("descr", None)


def _measure(fill: Element, drawn: Element) -> Size | None:
    """Return the size of the frame around `fill`."""
    picture = fill.getparent()
    ways: tuple[Callable[[], Element | None], ...] = (
        lambda: picture.find(f"{_PIC}spPr/{A}xfrm/{A}ext"),
        lambda: picture.find(f"{P}spPr/{A}xfrm/{A}ext"),
        lambda: picture.find(f"{A}xfrm/{A}ext"),
        lambda: drawn.find(f"{_WP}extent"),
    )
    for find in ways:
        extent = find()
        if extent is not None:
            return Size(Emu(int(extent.get("cx", "0"))), Emu(int(extent.get("cy", "0"))))
    return None


def _replace_vml(image: InlineImage, frame: Frame, *, keeps_text: bool) -> None:
    """Let a VML shape show `image` (`CT_ImageData`, vml-main.xsd), cut by fractions."""
    shape = frame.properties
    data = shape if shape.tag == f"{_V}image" else shape.find(f"{_V}imagedata")
    if data is None:
        frame.report("no picture is drawn where its alt text asks for one", _HINT)
        return
    for name in list(data.attrib):
        if name.startswith("crop") or name.endswith(("}title", "}href", "}pict")):
            del data.attrib[name]
    shown = image.fallback or image.image
    data.set(_RELATION, relate_image(frame.package, frame.part, shown))
    sides = read_sides(shape.get("style", ""))
    cut = cut_to(image, sides) if sides is not None else {}
    names = {"l": "cropleft", "r": "cropright", "t": "croptop", "b": "cropbottom"}
    for name, value in cut.items():
        data.set(names[name], f"{int(value) / _WHOLE:.5f}")
    if image.alt:
        shape.set("alt", image.alt)
    elif not keeps_text:
        shape.attrib.pop("alt", None)
