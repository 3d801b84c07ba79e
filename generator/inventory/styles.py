"""What a Word style comes to with all that it inherits: the style sheet read, not changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.inventory.deck import ThemeInfo
from generator.inventory.element import Element
from generator.inventory.report import StyleInfo
from generator.inventory.shades import resolve_fill, resolve_text_colour
from generator.inventory.stylefit import Named
from generator.units import EMU_PER_CM, EMU_PER_INCH, EMU_PER_PT, EMU_PER_TWIP, Emu

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DEFAULT_SIZE_PT = 10.0
"""Size of text that neither a style nor the defaults give one, as Word takes it."""

OUTLINE_LEVELS = frozenset("012345678")
"""Levels of headings; 9 is that of running text."""

DEFAULT_FONT = "Times New Roman"
MOST_ANCESTORS = 50
MEASURE = re.compile(r"(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?\Z")
EMU_PER_UNIT = {
    "mm": EMU_PER_CM // 10,
    "cm": EMU_PER_CM,
    "in": EMU_PER_INCH,
    "pt": EMU_PER_PT,
    "pc": 12 * EMU_PER_PT,
    "pi": 12 * EMU_PER_PT,
    None: EMU_PER_TWIP,
}
"""Units of `ST_SignedTwipsMeasure`; a bare number is in twips."""


def parse_measure(value: str | None, default: int = 0) -> Emu:
    """Return a length of WordprocessingML in EMU; `default`, in twips, where it says nothing."""
    match = MEASURE.match(value or "")
    if not match:
        return Emu(default * EMU_PER_TWIP)
    return Emu(round(float(match[1]) * EMU_PER_UNIT[match[2]]))


def walk_lineage(root: Element, styles: Mapping[str, Element], id_: str) -> Iterator[Element]:
    """Yield a style, what it is based on, and the document's defaults at the end.

    A circle in the template ends the walk.

    Args:
        root: `w:styles` (`CT_Styles` in wml.xsd).
        styles: Its styles by id.
        id_: Of the style.
    """
    for _ in range(MOST_ANCESTORS):
        style = styles.get(id_)
        if style is None:
            break
        yield style
        base = style.find(f"{W}basedOn")
        id_ = "" if base is None else base.get(f"{W}val", "")
    for name in ("rPrDefault", "pPrDefault"):
        defaults = root.find(f"{W}docDefaults/{W}{name}")
        if defaults is not None:
            yield defaults


class StyleSheet:
    """All styles of one styles part, with what each comes to.

    Attributes:
        styles: Style id → element, in the order of the file.
    """

    def __init__(self, root: Element, theme: ThemeInfo) -> None:
        self.styles = {
            style.get(f"{W}styleId", ""): style for style in root.iterchildren(f"{W}style")
        }
        self._lineages: dict[str, tuple[Element, ...]] = {}
        self._root = root
        self._theme = theme

    def infos(self) -> Iterator[StyleInfo]:
        """Yield every style that has a name."""
        for id_, style in self.styles.items():
            if _name(style):
                yield self._info(id_, style)

    def named(self) -> Iterator[Named]:
        """Yield every style that has a name, with its further names."""
        for info in self.infos():
            style = self.styles[info.id]
            number = self._value(info.id, f"{W}pPr/{W}numPr/{W}numId")
            yield Named(
                info=info,
                aliases=self._aliases(info.id),
                is_numbered=number not in {None, "", "0"},
                is_boxed=self._is_boxed(info.id, info.kind),
                is_apart=self._is_apart(info.id),
                is_custom=is_on(style.get(f"{W}customStyle")),
            )

    def _is_boxed(self, id_: str, kind: str) -> bool:
        if kind == "table":
            return any(_draws(style) for style in self._lineage(id_))
        borders = self._find(id_, f"{W}pPr/{W}pBdr")
        return borders is not None and _has_lines(borders)

    def _is_apart(self, id_: str) -> bool:
        is_framed = self._find(id_, f"{W}pPr/{W}framePr") is not None
        return is_framed or self._switch(id_, "vanish")

    @property
    def default_id(self) -> str:
        """Return the id of the style of paragraphs that name none; empty if there is none."""
        for id_, style in self.styles.items():
            is_paragraph = style.get(f"{W}type", "paragraph") == "paragraph"
            if is_paragraph and is_on(style.get(f"{W}default")):
                return id_
        return ""

    def _aliases(self, id_: str) -> tuple[str, ...]:
        found = self.styles[id_].find(f"{W}aliases")
        names = "" if found is None else found.get(f"{W}val", "")
        return tuple(name.strip() for name in names.split(",") if name.strip())

    def _info(self, id_: str, style: Element) -> StyleInfo:
        kind = style.get(f"{W}type", "paragraph")
        has_text = kind in {"paragraph", "character"}
        size = self._value(id_, f"{W}rPr/{W}sz")
        outline = self._value(id_, f"{W}pPr/{W}outlineLvl")
        return StyleInfo(
            id=id_,
            name=_name(style),
            kind=kind,
            font=self._font(id_) if has_text else "",
            size_pt=_half_points(size) if has_text else 0.0,
            is_bold=self._switch(id_, "b"),
            outline_level=int(outline) if outline in OUTLINE_LEVELS else None,
            left=self._indent(id_, "left", "start"),
            right=self._indent(id_, "right", "end"),
            based_on=self._base_name(style),
            colour=resolve_text_colour(self._find(id_, f"{W}rPr/{W}color"), self._theme),
            shading=self._shading(id_, kind),
        )

    def _base_name(self, style: Element) -> str:
        base = style.find(f"{W}basedOn")
        found = None if base is None else self.styles.get(base.get(f"{W}val", ""))
        return "" if found is None else _name(found)

    def _shading(self, id_: str, kind: str) -> str:
        paths = {"character": (f"{W}rPr",), "table": (f"{W}tcPr", f"{W}tblPr")}
        found = (self._find(id_, f"{path}/{W}shd") for path in paths.get(kind, (f"{W}pPr",)))
        return next(filter(None, (resolve_fill(each, self._theme) for each in found)), "")

    def _lineage(self, id_: str) -> tuple[Element, ...]:
        """Return a style and what it inherits from, as `walk_lineage` yields it."""
        if id_ not in self._lineages:
            self._lineages[id_] = tuple(walk_lineage(self._root, self.styles, id_))
        return self._lineages[id_]

    def _find(self, id_: str, path: str) -> Element | None:
        for style in self._lineage(id_):
            found = style.find(path)
            if found is not None:
                return found
        return None

    def _value(self, id_: str, path: str) -> str | None:
        found = self._find(id_, path)
        return None if found is None else found.get(f"{W}val", "")

    def _switch(self, id_: str, name: str) -> bool:
        found = self._find(id_, f"{W}rPr/{W}{name}")
        return found is not None and is_on(found.get(f"{W}val", "1"))

    def _indent(self, id_: str, *names: str) -> Emu:
        for style in self._lineage(id_):
            indent = style.find(f"{W}pPr/{W}ind")
            for name in names:
                if indent is not None and indent.get(f"{W}{name}") is not None:
                    return parse_measure(indent.get(f"{W}{name}"))
        return Emu(0)

    def _font(self, id_: str) -> str:
        """Return the Latin font; a font of the theme wins over one named beside it."""
        for style in self._lineage(id_):
            fonts = style.find(f"{W}rPr/{W}rFonts")
            if fonts is None:
                continue
            slot = fonts.get(f"{W}asciiTheme", "")
            if slot:
                return self._theme.major if slot.startswith("major") else self._theme.minor
            if fonts.get(f"{W}ascii"):
                return fonts.get(f"{W}ascii", "")
        return DEFAULT_FONT


def is_on(value: str | None) -> bool:
    """Return whether an `ST_OnOff` is on; a switch that is there without a value is."""
    return value is not None and value not in {"0", "false", "off"}


def _has_lines(borders: Element) -> bool:
    return any(
        line.get(f"{W}val", "nil") not in {"nil", "none"} for line in borders.iterchildren("{*}*")
    )


def _draws(style: Element) -> bool:
    """Return whether a table style draws more than a line under its first row."""
    borders = style.find(f"{W}tblPr/{W}tblBorders")
    fills = (fill.get(f"{W}fill", "auto") for fill in style.iterfind(f".//{W}shd"))
    return (borders is not None and _has_lines(borders)) or any(fill != "auto" for fill in fills)


def _name(style: Element) -> str:
    found = style.find(f"{W}name")
    return "" if found is None else found.get(f"{W}val", "")


def _half_points(value: str | None) -> float:
    """Return a size in points; `ST_HpsMeasure` counts in half-points unless it has a unit."""
    match = MEASURE.match(value or "")
    if not match:
        return DEFAULT_SIZE_PT
    if match[2]:
        return float(match[1]) * EMU_PER_UNIT[match[2]] / EMU_PER_PT
    return float(match[1]) / 2
