"""The styles of an open template: ids by role, and what a style says with all that it inherits."""

from __future__ import annotations

from collections.abc import Iterator

from generator.inventory.report import StyleRole, WordTemplate
from generator.ooxml.metrics import LINE_PITCH
from generator.word.fallbacks import (
    BUILT_IN,
    CHARACTER_LOOKS,
    PARAGRAPH_LOOKS,
    paragraph_look,
    table_look,
)
from generator.word.markup import NOTHING, Element, W, Xml, parse_pieces, tag, val

_CELL_MARGIN = 108  # twips; Word's own where no table style says another
_SINGLE = 240  # `w:line` of single spacing
_DEFAULT_BODY_PT = 11.0
_MOST_ANCESTORS = 50


class Stylesheet:
    """`CT_Styles` of the file being written; styles that it lacks are added as they are needed."""

    def __init__(self, root: Element, template: WordTemplate) -> None:
        self._root = root
        self._template = template
        self._styles = {
            style.get(f"{W}styleId", ""): style for style in root.iterchildren(f"{W}style")
        }
        self._ids = {
            role: info.id for role, info in template.styles.items() if info.id in self._styles
        }

    def id_of(self, role: StyleRole) -> str:
        """Return the id of the style for `role`, added to the file if the template has none."""
        if role not in self._ids:
            self._ids[role] = self._add(role)
        return self._ids[role]

    def font_of(self, role: StyleRole) -> tuple[str, float]:
        """Return the font and the size in points that text of `role` is measured with."""
        info = self._template.styles.get(role)
        if info is not None and info.size_pt:
            return info.font or self._template.theme.minor, info.size_pt
        look = PARAGRAPH_LOOKS.get(role)
        scale = look.scale if look and look.scale else 1.0
        return self._template.theme.minor, self._body_pt() * scale

    def number_of(self, role: StyleRole) -> tuple[int, int | None] | None:
        """Return numbering id and level that the style itself gives; None when it gives none.

        The level is None where the style leaves it to the numbering (`w:lvl/w:pStyle`).
        """
        number = self._find_value(role, f"{W}pPr/{W}numPr/{W}numId")
        level = self._find_value(role, f"{W}pPr/{W}numPr/{W}ilvl")
        if number is None or number == "0":
            return None
        return int(number), None if level is None else int(level)

    def left_of(self, role: StyleRole) -> int:
        """Return the left indent of a style, numbering apart, in twips."""
        return self._find_indent(role, "left", "start")

    def right_of(self, role: StyleRole) -> int:
        """Return the right indent of a style in twips."""
        return self._find_indent(role, "right", "end")

    def _find_indent(self, role: StyleRole, *names: str) -> int:
        path = f"{W}pPr/{W}ind"
        found = (self._find_value(role, path, name) for name in names)
        return int(next((value for value in found if value), 0))

    def pitch_of(self, role: StyleRole) -> float:
        """Return the distance of lines in points, as near as it can be known."""
        path = f"{W}pPr/{W}spacing"
        line = float(self._find_value(role, path, "line") or _SINGLE)
        natural = self.font_of(role)[1] * LINE_PITCH
        match self._find_value(role, path, "lineRule"):
            case "exact":
                return line / 20
            case "atLeast":
                return max(line / 20, natural)
            case _:
                return natural * line / _SINGLE

    def hangs(self, role: StyleRole) -> bool:
        """Return whether the first line hangs out, so that a tab leads to the others."""
        return int(self._find_value(role, f"{W}pPr/{W}ind", "hanging") or 0) > 0

    def space_of(self, style_id: str, side: str) -> int:
        """Return the space of a style's paragraphs on a side, `before` or `after`, in twips."""
        for style in self._lineage(style_id):
            spacing = style.find(f"{W}pPr/{W}spacing")
            if spacing is not None and spacing.get(f"{W}{side}") is not None:
                return int(spacing.get(f"{W}{side}", "0"))
        return 0

    def has_exact_lines(self, role: StyleRole) -> bool:
        """Return whether the line pitch is fixed, so that Word would cut a drawing in the line."""
        return self._find_value(role, f"{W}pPr/{W}spacing", "lineRule") == "exact"

    def keeps_next(self, role: StyleRole) -> bool:
        """Return whether the style keeps its paragraphs on the page of the next."""
        for style in self._lineage(self.id_of(role)):
            found = style.find(f"{W}pPr/{W}keepNext")
            if found is not None:
                return found.get(f"{W}val", "1") not in {"0", "false", "off"}
        return False

    def cell_margins(self, role: StyleRole) -> int:
        """Return the left and right margin of a table style's cells together, in twips."""
        sides = (("left", "start"), ("right", "end"))
        return sum(self._find_margin(role, _CELL_MARGIN, *names) for names in sides)

    def cell_heads(self, role: StyleRole) -> int:
        """Return the upper and lower margin of a table style's cells together, in twips."""
        return sum(self._find_margin(role, 0, side) for side in ("top", "bottom"))

    def _find_margin(self, role: StyleRole, default: int, *names: str) -> int:
        for name in names:
            width = self._find_value(role, f"{W}tblPr/{W}tblCellMar/{W}{name}", "w")
            if width is not None:
                return int(float(width))
        return default

    def _find_value(self, role: StyleRole, path: str, attribute: str = "val") -> str | None:
        for style in self._lineage(self.id_of(role)):
            found = style.find(path)
            value = None if found is None else found.get(f"{W}{attribute}")
            if value is not None:
                return value
        return None

    def _lineage(self, style_id: str) -> Iterator[Element]:
        """Yield a style and all that it is based on; a circle in the template ends the walk."""
        for _ in range(_MOST_ANCESTORS):
            style = self._styles.get(style_id)
            if style is None:
                return
            yield style
            base = style.find(f"{W}basedOn")
            if base is None:
                return
            style_id = base.get(f"{W}val", "")

    def _body_pt(self) -> float:
        body = self._template.styles.get(StyleRole.BODY)
        return body.size_pt if body is not None and body.size_pt else _DEFAULT_BODY_PT

    def _add(self, role: StyleRole) -> str:
        kind, base, look = self._plan(role)
        style_id = self._free_id(role)
        attributes: dict[str, str | int] = {"w:type": kind, "w:styleId": style_id}
        if role not in BUILT_IN:
            attributes["w:customStyle"] = 1
        piece = tag(
            "w:style",
            attributes,
            val("w:name", self._free_name(role)),
            val("w:basedOn", base) if base else NOTHING,
            tag("w:qFormat") if kind == "paragraph" else NOTHING,
            look,
        )
        (style,) = parse_pieces(piece)
        self._root.append(style)
        self._styles[style_id] = style
        return style_id

    def _plan(self, role: StyleRole) -> tuple[str, str, Xml]:
        """Return kind, id of the style it is based on, and properties of a style to be added."""
        theme = self._template.theme
        look = PARAGRAPH_LOOKS.get(role)
        if look is not None:
            base = self.id_of(look.base) if look.base else self._default_id("paragraph")
            return "paragraph", base, paragraph_look(look, theme, self._body_pt())
        if role in CHARACTER_LOOKS:
            run = tag("w:rPr", None, CHARACTER_LOOKS[role])
            return "character", self._default_id("character"), run
        return "table", self._default_id("table"), table_look(role, theme)

    def _default_id(self, kind: str) -> str:
        for style_id, style in self._styles.items():
            is_default = style.get(f"{W}default", "0") not in {"0", "false", "off"}
            if is_default and style.get(f"{W}type", "paragraph") == kind:
                return style_id
        return ""

    def _free_id(self, role: StyleRole) -> str:
        wanted = "".join(word.capitalize() for word in role.value.split())
        return _free(wanted, self._styles)

    def _free_name(self, role: StyleRole) -> str:
        names = self._root.iterfind(f"{W}style/{W}name")
        return _free(role.value, {name.get(f"{W}val", "") for name in names})


def _free(wanted: str, taken: dict[str, Element] | set[str]) -> str:
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted} {number}" if " " in wanted else f"{wanted}{number}"
    return name
