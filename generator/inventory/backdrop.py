"""What stands behind and beside the placeholders of a layout: background, panels, art. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.inventory.colours import A, Scheme, blend, find_opacity, mix
from generator.inventory.element import Element
from generator.inventory.numbers import parse_number
from generator.inventory.tree import P, find_box, find_hole, find_shapes, find_turn, is_hidden
from generator.units import Box, Emu, pt

_HIDDEN_MASTER = ("0", "false")
_STYLES_FROM = 1001
"""From this number on, `p:bgRef/@idx` counts the backgrounds of the theme, else its fills."""

_BEHIND = 0.5
"""Least share of a box that something must cover to count as what is behind it."""

_FILLS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
_LINES = frozenset({"line", "straightConnector1"})
_FULL = frozenset({"rect", "roundRect", "round1Rect", "round2SameRect", "snip1Rect", "homePlate"})
"""Values of `ST_ShapeType` (dml-main.xsd) that fill their box, or nearly so."""

_THICKEST = pt(6)
"""Least width and height of the box of a line that runs aslant."""

_QUARTERS = (90, 270)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """What an area is filled with.

    Attributes:
        rgb: Six hex digits; empty for a picture or what cannot be told.
        opacity: From 0 to 1.
    """

    rgb: str
    opacity: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Something drawn on a layout or its master that is no placeholder.

    Attributes:
        fill: None for what lets everything behind it show: a line of text, a rule, a frame.
        is_line: Whether it is thin.
        is_loose: Whether it does not fill its box: a freeform, a circle, a triangle.
    """

    box: Box
    fill: Fill | None
    is_line: bool = False
    is_loose: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Backdrop:
    """All that a layout shows before anything is written on it.

    Attributes:
        ground: RGB of the background; empty for a picture or what cannot be told.
        layers: From back to front.
    """

    ground: str
    layers: tuple[Layer, ...] = ()

    def find_behind(self, box: Box) -> str:
        """Return the RGB of what is behind most of `box`; empty if that cannot be told."""
        seen = self.ground
        for layer in self.layers:
            if layer.fill and _cover(layer.box, box) >= _BEHIND:
                seen = blend(layer.fill.rgb, seen, layer.fill.opacity)
        return seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Painter:
    """Reads fills under one theme and colour map.

    Attributes:
        theme: Root of the theme, whose numbered fills shapes and backgrounds refer to.
    """

    scheme: Scheme
    theme: Element

    def read_backdrop(self, layout: Element, master: Element) -> Backdrop:
        """Return what `layout` shows by itself, the shapes of its master beneath its own."""
        parts = [layout]
        if layout.get("showMasterSp") not in _HIDDEN_MASTER:
            parts.insert(0, master)
        layers = tuple(layer for part in parts for layer in self._read_layers(part))
        return Backdrop(ground=self._read_ground(layout, master), layers=layers)

    def read_shape_fill(self, shape: Element) -> Fill | None:
        """Return the fill of a shape, its own or that of its style; None if it has none."""
        properties = shape.find(f"{P}spPr")
        if properties is not None:
            own = next(properties.iterchildren(*(f"{A}{fill}" for fill in _FILLS)), None)
            if own is not None:
                return self._read_fill(own, "")
        reference = shape.find(f"{P}style/{A}fillRef")
        return None if reference is None else self._read_reference(reference)

    def _read_ground(self, layout: Element, master: Element) -> str:
        for part in (layout, master):
            background = part.find(f"{P}cSld/{P}bg")
            if background is not None:
                fill = self._read_background(background)
                return blend(fill.rgb, "FFFFFF", fill.opacity) if fill else self.scheme.find("bg1")
        return self.scheme.find("bg1") or "FFFFFF"

    def _read_background(self, background: Element) -> Fill | None:
        """Read `CT_Background` (pml.xsd): a fill of its own, or the number of one of the theme."""
        properties = background.find(f"{P}bgPr")
        if properties is not None:
            own = next(properties.iterchildren(*(f"{A}{fill}" for fill in _FILLS)), None)
            return None if own is None else self._read_fill(own, "")
        reference = background.find(f"{P}bgRef")
        return None if reference is None else self._read_reference(reference)

    def _read_reference(self, reference: Element) -> Fill | None:
        """Return the theme's fill that `CT_StyleMatrixReference` names, in its colour."""
        number = parse_number(reference.get("idx"), 0)
        listed, at = ("fillStyleLst", number - 1)
        if number >= _STYLES_FROM:
            listed, at = ("bgFillStyleLst", number - _STYLES_FROM)
        styles = self.theme.find(f"{A}themeElements/{A}fmtScheme/{A}{listed}")
        fills = [] if styles is None else list(styles.iterchildren("{*}*"))
        colour = self.scheme.resolve(reference)
        if not 0 <= at < len(fills):
            return None
        return self._read_fill(fills[at], colour)

    def _read_fill(self, fill: Element, placeholder: str) -> Fill | None:
        match fill.tag.rpartition("}")[2]:
            case "noFill":
                return None
            case "solidFill":
                rgb = self.scheme.resolve(fill, placeholder)
                return Fill(rgb=rgb, opacity=find_opacity(fill))
            case "gradFill":
                return self._read_gradient(fill, placeholder)
            case "pattFill":
                return Fill(rgb=self.scheme.resolve(fill.find(f"{A}bgClr"), placeholder))
            case _:
                return Fill(rgb="")

    def _read_gradient(self, fill: Element, placeholder: str) -> Fill:
        stops = list(fill.iterfind(f"{A}gsLst/{A}gs"))
        colours = {
            parse_number(stop.get("pos"), 0) / 100_000: self.scheme.resolve(stop, placeholder)
            for stop in stops
        }
        opacity = sum(map(find_opacity, stops)) / len(stops) if stops else 1.0
        return Fill(rgb=mix(colours), opacity=opacity)

    def _read_layers(self, part: Element) -> Iterator[Layer]:
        for shape, frame in find_shapes(part):
            if find_hole(shape) is not None or is_hidden(shape):
                continue
            box = find_box(shape, frame)
            if box is None:
                continue
            layer = self._read_layer(shape, _turn(box, find_turn(shape) or 0))
            if layer:
                yield layer

    def _read_layer(self, shape: Element, box: Box) -> Layer | None:
        kind = shape.tag.rpartition("}")[2]
        if kind in {"pic", "graphicFrame"}:
            return Layer(box=box, fill=Fill(rgb=""))
        geometry = shape.find(f"{P}spPr/{A}prstGeom")
        if kind == "cxnSp" or (geometry is not None and geometry.get("prst") in _LINES):
            is_slanted = min(box.width, box.height) > _THICKEST
            return Layer(box=box, fill=None, is_line=True, is_loose=is_slanted)
        fill = self.read_shape_fill(shape)
        if fill and fill.opacity > 0:
            is_loose = geometry is None or geometry.get("prst") not in _FULL
            return Layer(box=box, fill=fill, is_loose=is_loose)
        return Layer(box=box, fill=None) if _has_text(shape) else None


def _has_text(shape: Element) -> bool:
    return any((run.text or "").strip() for run in shape.iterfind(f"{P}txBody/{A}p/{A}r/{A}t"))


def _turn(box: Box, degrees: int) -> Box:
    """Return the room that `box` takes when it is turned on its middle by a quarter."""
    if degrees not in _QUARTERS:
        return box
    left = box.left + (box.width - box.height) // 2
    top = box.top + (box.height - box.width) // 2
    return Box(Emu(left), Emu(top), Emu(box.height), Emu(box.width))


def _cover(over: Box, under: Box) -> float:
    """Return the share of `under` that `over` covers; 0 for a box without area."""
    across = min(over.right, under.right) - max(over.left, under.left)
    down = min(over.bottom, under.bottom) - max(over.top, under.top)
    area = under.width * under.height
    return across * down / area if across > 0 and down > 0 and area > 0 else 0.0


def list_obstacles(
    backdrop: Backdrop,
    area: Box,
    holes: Sequence[Box] = (),
    picture: float = _BEHIND,
    *,
    is_drawn: bool = False,
) -> tuple[Box, ...]:
    """Return what stands in `area` or near it, and must not be written over.

    Not among them: what carries the area as a panel does, or lies under it as a background.

    Args:
        backdrop: Of the layout.
        area: The room in question.
        holes: Boxes of placeholders that are filled, such as the title.
        picture: Share of the area from which a picture counts as its background.
        is_drawn: Whether a designer drew the area, who has seen what loose shapes are beside it.
    """
    layers = (layer for layer in backdrop.layers if not (layer.is_loose and is_drawn))
    return (*(layer.box for layer in layers if _stands(layer, area, picture)), *holes)


def _stands(layer: Layer, area: Box, picture: float) -> bool:
    is_picture = layer.fill is not None and not layer.fill.rgb
    return _cover(layer.box, area) < (picture if is_picture else _BEHIND)
