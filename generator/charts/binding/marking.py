"""Where marks stand in a package, and the drawings that they belong to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from copy import deepcopy
from dataclasses import dataclass

from generator.charts.binding.names import CX, A, C, R
from generator.charts.binding.titles import read_title
from generator.ooxml.opc import Element, Package
from generator.ooxml.tags.places import Locator, find_headings
from generator.ooxml.tags.places import name_part as name_word_part
from generator.ooxml.tags.slideplaces import SlideLocator, name_part
from generator.ooxml.tags.slidesource import list_slides

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_TEXTS = ("descr", "title")
_FRAME = f"{C}chart"
_SLIDE = ".presentationml.slide+xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A drawing that a mark names.

    Attributes:
        part: Name of the part that it stands in.
        properties: Its `wp:docPr` or `p:cNvPr`; None if only the chart's title is marked.
        marks: Those in its alternative text, in order.
        frame: `c:chart` of the only native chart in it; None if there is not exactly one.
        chart: Name of that chart's part; empty if there is none.
        charts: How many native charts are drawn there.
        is_newer: Whether a chart of the newer kinds (`cx:chart`) is.
        place: In the words of a person.
    """

    part: str
    properties: Element | None
    marks: tuple[str, ...]
    frame: Element | None
    chart: str
    charts: int
    is_newer: bool
    place: str


def find_spots(package: Package, marks: Collection[str]) -> Iterator[Spot]:
    """Yield the drawings that `marks` name, part by part.

    Args:
        package: Left as it is.
        marks: What marks there may be; all begin with the same character.
    """
    edge = next(iter(marks))[0]
    signs = (edge.encode(), f"&#{ord(edge)};".encode(), f"&#x{ord(edge):x};".encode())
    holding = {
        name
        for name in package.names
        if name.endswith(".xml") and any(sign in package.parts[name] for sign in signs)
    }
    kinds: dict[str, str] = {}
    for source, link in package.walk():
        kinds.setdefault(link.target, link.kind)
        if link.kind == "chart" and link.target in holding:
            holding.add(source)
    for name in _sort_parts(package, holding & set(kinds)):
        yield from _list_spots(package, name, kinds[name], marks)


def _sort_parts(package: Package, names: set[str]) -> list[str]:
    """Return `names` with slides in their order, and the main part first."""
    order = [package.main]
    if package.kind == "slides":
        order.extend(list_slides(package))
    ranks = {name: rank for rank, name in enumerate(order)}
    return sorted(names, key=lambda name: (ranks.get(name, len(ranks)), name))


def _list_spots(package: Package, part: str, kind: str, marks: Collection[str]) -> Iterator[Spot]:
    root = package.read_xml(part)
    targets = {link.id: link.target for link in package.find_links(part)}
    locate = _make_locator(package, part, kind, root)
    seen: set[Element] = set()
    for properties in list(root.iter("{*}docPr", "{*}cNvPr")):
        found = tuple(said for name in _TEXTS if (said := properties.get(name, "")) in marks)
        if not found:
            continue
        drawn = _find_drawn(properties)
        frames = list(drawn.iter(_FRAME))
        frame = frames[0] if len(frames) == 1 else None
        seen.update(frames)
        yield Spot(
            part=part,
            properties=properties,
            marks=found,
            frame=frame,
            chart=_find_chart(frame, targets, package),
            charts=len(frames),
            is_newer=next(drawn.iter(f"{CX}chart"), None) is not None,
            place=locate(properties),
        )
    for frame in [each for each in root.iter(_FRAME) if each not in seen]:
        chart = _find_chart(frame, targets, package)
        if chart and read_title(package.read_xml(chart)) in marks:
            yield Spot(
                part=part,
                properties=_find_properties(frame),
                marks=(),
                frame=frame,
                chart=chart,
                charts=1,
                is_newer=False,
                place=f"{locate(frame)}, chart title",
            )


def _make_locator(
    package: Package, part: str, kind: str, root: Element
) -> Callable[[Element], str]:
    if package.kind == "word":
        return Locator(root, name_word_part(part, kind), find_headings(package)).locate
    slides = list_slides(package)
    label = f"slide {slides.index(part) + 1}" if part in slides else name_part(kind, root, 1)
    return SlideLocator(label).locate


def _find_chart(frame: Element | None, targets: dict[str, str], package: Package) -> str:
    target = "" if frame is None else targets.get(frame.get(f"{R}id", ""), "")
    return target if package.has(target) else ""


def _find_drawn(properties: Element) -> Element:
    """Return the element of all that an alternative text describes."""
    parent = properties.getparent()
    is_inside = parent.tag.rpartition("}")[2].startswith("nv")  # `p:nvSpPr`, but not `wps:wsp`
    return parent.getparent() if is_inside else parent


def _find_properties(frame: Element) -> Element | None:
    """Return the alternative text's element of the drawing that a chart stands in."""
    for around in frame.iterancestors():
        for path in (f"{_WP}docPr", "{*}nvGraphicFramePr/{*}cNvPr", "{*}cNvPr"):
            found = around.find(path)
            if found is not None:
                return found
    return None


def unmark(spot: Spot, alt: str, package: Package) -> None:
    """Put `alt` in the place of a drawing's alternative text, marks included."""
    if spot.properties is None:
        return
    spot.properties.attrib.pop("title", None)
    if alt:
        spot.properties.set("descr", alt)
    else:
        spot.properties.attrib.pop("descr", None)
    package.write_xml(spot.part, package.read_xml(spot.part))


def put_mark(spot: Spot, package: Package) -> bool:
    """Let the mark be the text of a shape or picture on a slide; return whether that could be."""
    properties = spot.properties
    if properties is None or not package.types.get(spot.part, "").endswith(_SLIDE):
        return False
    if spot.is_newer or spot.charts or len(set(spot.marks)) > 1:
        return False
    shape = _find_drawn(properties)
    if shape.tag == f"{_P}pic":
        shape = _make_shape(shape)
    elif shape.tag != f"{_P}sp":
        return False
    _write_text(shape, spot.marks[0])
    named = shape.find(f"{_P}nvSpPr/{_P}cNvPr")
    for name in _TEXTS:
        named.attrib.pop(name, None)
    package.write_xml(spot.part, package.read_xml(spot.part))
    return True


def _make_shape(picture: Element) -> Element:
    """Put a plain shape of the same place and name where `picture` is; return it."""
    shape = picture.makeelement(f"{_P}sp", None, picture.nsmap)
    about = shape.makeelement(f"{_P}nvSpPr", None, shape.nsmap)
    shape.append(about)
    about.append(deepcopy(picture.find(f"{_P}nvPicPr/{_P}cNvPr")))
    about.append(about.makeelement(f"{_P}cNvSpPr", None, about.nsmap))
    about.append(deepcopy(picture.find(f"{_P}nvPicPr/{_P}nvPr")))
    form = shape.makeelement(f"{_P}spPr", None, shape.nsmap)
    shape.append(form)
    place = picture.find(f"{_P}spPr/{A}xfrm")
    if place is not None:
        form.append(deepcopy(place))
        outline = form.makeelement(f"{A}prstGeom", {"prst": "rect"}, form.nsmap)
        outline.append(outline.makeelement(f"{A}avLst", None, outline.nsmap))
        form.append(outline)
    picture.getparent().replace(picture, shape)
    return shape


def _write_text(shape: Element, words: str) -> None:
    """Make `words` the only text of a shape."""
    body = shape.find(f"{_P}txBody")
    if body is None:
        body = shape.makeelement(f"{_P}txBody", None, shape.nsmap)
        body.append(body.makeelement(f"{A}bodyPr", None, body.nsmap))
        style = shape.find(f"{_P}style")
        (shape.find(f"{_P}spPr") if style is None else style).addnext(body)
    for paragraph in body.findall(f"{A}p"):
        body.remove(paragraph)
    paragraph = body.makeelement(f"{A}p", None, body.nsmap)
    run = paragraph.makeelement(f"{A}r", None, paragraph.nsmap)
    text = run.makeelement(f"{A}t", None, run.nsmap)
    text.text = words
    run.append(text)
    paragraph.append(run)
    body.append(paragraph)
