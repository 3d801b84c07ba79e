"""The placeholders of a layout with all that they inherit: place, letters, colours, insets.

A placeholder takes what it does not say itself from the master's placeholder of its kind, then
from the master's text styles, then from the presentation's defaults.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.inventory.backdrop import Backdrop, Painter
from generator.inventory.colours import A, blend
from generator.inventory.deck import PlaceholderInfo, ThemeInfo
from generator.inventory.element import Element
from generator.inventory.numbers import parse_number
from generator.inventory.tree import (
    Frame,
    P,
    find_box,
    find_hole,
    find_shapes,
    find_turn,
    read_name,
)
from generator.units import Box, Emu

DEFAULT_SIZE_PT = 18.0
DEFAULT_INSETS = (91_440, 45_720, 91_440, 45_720)
NOWHERE = Box(Emu(0), Emu(0), Emu(0), Emu(0))

MASTER_KINDS = {
    "title": "title",
    "ctrTitle": "title",
    "dt": "dt",
    "ftr": "ftr",
    "sldNum": "sldNum",
    "hdr": "hdr",
}
"""Kind of a layout's placeholder → kind of the master's that it inherits from; else `body`."""

TEXT_STYLES = {"title": "titleStyle", "body": "bodyStyle"}
"""Kind of a master's placeholder → element of `p:txStyles`; else `otherStyle`."""

NEUTRAL = {
    "b": "0",
    "i": "0",
    "u": "none",
    "strike": "noStrike",
    "cap": "none",
    "spc": "0",
    "baseline": "0",
}
"""Attributes of `a:rPr` (`CT_TextCharacterProperties`, dml-main.xsd) that text should not have."""

_TRUE = frozenset({"1", "true"})
_UPRIGHT = frozenset({"horz", ""})
_THEME_FONTS = {"+mj-lt": "major", "+mn-lt": "minor"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What the placeholders of one layout are read against."""

    painter: Painter
    backdrop: Backdrop
    fonts: ThemeInfo


class MasterText:
    """What a master hands down to the placeholders of its layouts."""

    def __init__(self, master: Element, presentation: Element) -> None:
        self._holes: dict[str, tuple[Element, Frame]] = {}
        for shape, hole, frame in _find_holes(master):
            self._holes.setdefault(_master_kind(hole.get("type", "obj")), (shape, frame))
        self._styles = master.find(f"{P}txStyles")
        self._defaults = presentation.find(f"{P}defaultTextStyle")

    def read_placeholders(self, layout: Element, ground: Ground) -> tuple[PlaceholderInfo, ...]:
        """Return all placeholders of `layout`, in the order of the file."""
        read = [
            self._read((shape, hole), frame, ground) for shape, hole, frame in _find_holes(layout)
        ]
        count = Counter((hole.kind, hole.idx) for hole in read)
        return tuple(replace(hole, is_unique=count[hole.kind, hole.idx] == 1) for hole in read)

    def find_resets(self) -> dict[str, str]:
        """Return the attributes of text that the file sets by default, with neutral values."""
        other = None if self._styles is None else self._styles.find(f"{P}otherStyle")
        levels = [_first_level(self._defaults), _first_level(other)]
        return {
            key: neutral
            for key, neutral in NEUTRAL.items()
            for level in levels
            if level is not None and level.get(key, neutral) not in {neutral, "false"}
        }

    def find_box(self, kind: str) -> Box | None:
        """Return the box of the master's own placeholder of `kind`, such as `title`."""
        shape, frame = self._holes.get(kind, (None, Frame()))
        return None if shape is None else find_box(shape, frame)

    def _read(
        self, found: tuple[Element, Element], frame: Frame, ground: Ground
    ) -> PlaceholderInfo:
        shape, hole = found
        kind = hole.get("type", "obj")
        master_kind = _master_kind(kind)
        parent, parent_frame = self._holes.get(master_kind, (None, Frame()))
        box = find_box(shape, frame)
        if box is None and parent is not None:
            box = find_box(parent, parent_frame)
        owners = [shape] if parent is None else [shape, parent]
        letters = self._find_letters(master_kind, owners)
        return PlaceholderInfo(
            idx=parse_number(hole.get("idx"), 0),
            kind=kind,
            name=read_name(shape),
            box=box or NOWHERE,
            size_pt=parse_number(_find_first(letters, "sz"), 0) / 100 or DEFAULT_SIZE_PT,
            insets=_read_insets(owners),
            is_sized=bool(_find_first(letters[: self._count_own(letters)], "sz")),
            is_bold=_find_first(letters, "b") in _TRUE,
            is_caps=_find_first(letters, "cap") == "all",
            is_turned=_is_turned(owners),
            columns=max(1, parse_number(_find_body(owners, "numCol"), 1)),
            font=_find_font(letters, ground.fonts),
            colour=_find_colour(letters, ground.painter),
            behind=_find_behind(owners, box or NOWHERE, ground),
            text=_read_text(shape),
        )

    def _count_own(self, letters: list[Element]) -> int:
        """Return how many of `letters` come before the presentation's defaults."""
        default = _first_level(self._defaults)
        return sum(level is not default for level in letters)

    def _find_letters(self, master_kind: str, owners: list[Element]) -> list[Element]:
        """Return the `a:defRPr` of the first level that hold for a placeholder, nearest first."""
        style = TEXT_STYLES.get(master_kind, "otherStyle")
        levels = [_first_level(owner.find(f"{P}txBody/{A}lstStyle")) for owner in owners]
        if self._styles is not None:
            levels.append(_first_level(self._styles.find(f"{P}{style}")))
        levels.append(_first_level(self._defaults))
        return [level for level in levels if level is not None]


def _master_kind(kind: str) -> str:
    return MASTER_KINDS.get(kind, "body")


def _first_level(style: Element | None) -> Element | None:
    return None if style is None else style.find(f"{A}lvl1pPr/{A}defRPr")


def _find_first(letters: list[Element], key: str) -> str:
    return next((value for level in letters if (value := level.get(key))), "")


def _find_holes(part: Element) -> Iterator[tuple[Element, Element, Frame]]:
    """Yield each shape that is a placeholder, its `p:ph`, and the frame of its groups."""
    for shape, frame in find_shapes(part):
        hole = find_hole(shape)
        if hole is not None:
            yield shape, hole, frame


def _find_font(letters: list[Element], fonts: ThemeInfo) -> str:
    """Return the Latin font, that of the theme by its own name."""
    faces = (level.find(f"{A}latin") for level in letters)
    name = next((face.get("typeface", "") for face in faces if face is not None), "+mn-lt")
    match _THEME_FONTS.get(name):
        case "major":
            return fonts.major
        case "minor":
            return fonts.minor
        case _:
            return name


def _find_colour(letters: list[Element], painter: Painter) -> str:
    """Return the colour of the text; that of a gradient or outline alone cannot be told."""
    for level in letters:
        fill = level.find(f"{A}solidFill")
        if fill is not None:
            return painter.scheme.resolve(fill)
        if level.find(f"{A}gradFill") is not None:
            return ""
    return painter.scheme.find("tx1")


def _find_behind(owners: list[Element], box: Box, ground: Ground) -> str:
    under = ground.backdrop.find_behind(box)
    own = next((fill for one in owners if (fill := ground.painter.read_shape_fill(one))), None)
    return under if own is None else blend(own.rgb, under, own.opacity)


def _find_body(owners: list[Element], key: str) -> str:
    """Return an attribute of `a:bodyPr`, the shape's own or the master's."""
    bodies = [body for one in owners if (body := one.find(f"{P}txBody/{A}bodyPr")) is not None]
    return _find_first(bodies, key)


def _is_turned(owners: list[Element]) -> bool:
    """Return whether the text does not run across the slide: shape or text is turned."""
    turn = next((found for one in owners if (found := find_turn(one)) is not None), 0)
    return turn % 180 != 0 or _find_body(owners, "vert") not in _UPRIGHT


def _read_insets(owners: list[Element]) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom inset: the shape's own, the master's, or Office's."""
    left, top, right, bottom = (
        parse_number(_find_body(owners, side), default)
        for side, default in zip(("lIns", "tIns", "rIns", "bIns"), DEFAULT_INSETS, strict=True)
    )
    return left, top, right, bottom


def _read_text(shape: Element) -> str:
    """Return the text that stands in the placeholder, without fields."""
    runs = shape.iterfind(f"{P}txBody/{A}p/{A}r/{A}t")
    return " ".join("".join(run.text or "" for run in runs).split())
