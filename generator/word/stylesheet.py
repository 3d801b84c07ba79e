"""The styles of an open template by role; those that it lacks are made as they are needed."""

from __future__ import annotations

from dataclasses import replace

from generator.inventory.report import StyleInfo, StyleRole, WordTemplate
from generator.inventory.shades import resolve_fill
from generator.inventory.stylefit import HEADINGS, NUMBERED, VISIBLE
from generator.inventory.styleroles import kind_of
from generator.inventory.styles import OUTLINE_LEVELS
from generator.ooxml.contrast import contrast
from generator.ooxml.metrics import LINE_PITCH
from generator.word.fallbacks import BODY_ROOM, BUILT_IN, PARAGRAPH_LOOKS
from generator.word.house import READABLE, ink_on, read_house
from generator.word.listlevel import ListLevel
from generator.word.madestyles import (
    MAJOR_FACE,
    Base,
    RunLook,
    plan_run,
    plan_size,
    write_paragraph_style,
)
from generator.word.madetables import find_head_ground, write_character_style, write_table_style
from generator.word.markup import NOTHING, Element, W, Xml, new_element, parse_pieces, tag, val
from generator.word.paragraphs import insert_in_order
from generator.word.stylevalues import StyleValues

_CELL_MARGIN = 108  # twips; Word's own where no table style says another
_SINGLE = 240  # `w:line` of single spacing
_NEARLY_SINGLE = 260
_TWIPS = 20  # to the point
_ROOM = 40
"""Space in twips from which paragraphs stand apart."""

_LEVELS = {
    StyleRole.HEADING_1: 0,
    StyleRole.HEADING_2: 1,
    StyleRole.HEADING_3: 2,
    StyleRole.HEADING_4: 3,
    StyleRole.UNNUMBERED_HEADING: 0,
    StyleRole.UNNUMBERED_SUBHEADING: 2,
}
_FIRST_ROW = f"{W}tblStylePr[@{W}type='firstRow']"


class Stylesheet:
    """`CT_Styles` of the file being written; styles that it lacks are added as they are needed."""

    def __init__(self, root: Element, template: WordTemplate) -> None:
        self._values = StyleValues(root)
        self._template = template
        self._ids: dict[StyleRole, str] = {}
        self._made: set[StyleRole] = set()
        self.house = read_house(template, self._values.find_default("paragraph"))

    def id_of(self, role: StyleRole) -> str:
        """Return the id of the style for `role`, added to the file if the template has none."""
        if role not in self._ids:
            info = self._template.styles.get(role)
            if info is None or info.id not in self._values.styles:
                self._made.add(role)
                self._ids[role] = self._add(role, *self._plan(role))
            else:
                self._ids[role] = self._adapt(role, info)
        return self._ids[role]

    def is_made(self, role: StyleRole) -> bool:
        """Return whether the style for `role` was made for this report."""
        self.id_of(role)
        return role in self._made

    def font_of(self, role: StyleRole) -> tuple[str, float]:
        """Return the font and the size in points that text of `role` is measured with."""
        info = self._template.styles.get(role)
        size = plan_size(role, self.house, self._template)
        if info is not None:
            return info.font or self.house.body_font, size
        look = PARAGRAPH_LOOKS.get(role)
        is_heading = look is not None and look.is_heading
        return self.house.heading_font if is_heading else self.house.body_font, size

    def number_of(self, style_id: str) -> tuple[int, int | None] | None:
        """Return numbering id and level that a style itself gives; None when it gives none.

        The level is None where the style leaves it to the numbering (`w:lvl/w:pStyle`).
        """
        number = self._values.find_value(style_id, f"{W}pPr/{W}numPr/{W}numId")
        level = self._values.find_value(style_id, f"{W}pPr/{W}numPr/{W}ilvl")
        if number is None or not number.isdigit() or number == "0":
            return None
        return int(number), int(level) if level and level.isdigit() else None

    def set_number(self, role: StyleRole, level: ListLevel) -> None:
        """Make a style that was made for `role` count its paragraphs, and set them in.

        The indent is written out: what a style says of it, or inherits, wins over its numbering.
        """
        style = self._values.styles[self.id_of(role)]
        properties = style.find(f"{W}pPr")
        if properties is None:
            properties = new_element(f"{W}pPr")
            _insert_properties(style, properties)
        for name in ("numPr", "ind"):
            for old in properties.findall(f"{W}{name}"):
                properties.remove(old)
        number = tag("w:numPr", None, val("w:ilvl", level.level), val("w:numId", level.number))
        indent = tag("w:ind", {"w:left": level.left or 0, "w:hanging": level.hanging})
        for piece in parse_pieces(Xml(number + indent)):
            insert_in_order(properties, piece)

    def left_of(self, role: StyleRole) -> int:
        """Return the left indent of a style, numbering apart, in twips."""
        return self.left_of_style(self.id_of(role))

    def left_of_style(self, style_id: str) -> int:
        """Return what `left_of` does, by the id of a style."""
        return self._values.find_indent(style_id, "left", "start")

    def right_of(self, role: StyleRole) -> int:
        """Return the right indent of a style in twips."""
        return self._values.find_indent(self.id_of(role), "right", "end")

    def pitch_of(self, role: StyleRole) -> float:
        """Return the distance of lines in points, as near as it can be known."""
        style, path = self.id_of(role), f"{W}pPr/{W}spacing"
        line = self._values.find_length(style, path, "line") or _SINGLE
        natural = self.font_of(role)[1] * LINE_PITCH
        match self._values.find_value(style, path, "lineRule"):
            case "exact":
                return line / 20
            case "atLeast":
                return max(line / 20, natural)
            case _:
                return natural * line / _SINGLE

    def hangs(self, role: StyleRole) -> bool:
        """Return whether the first line hangs out, so that a tab leads to the others."""
        return self._values.find_indent(self.id_of(role), "hanging") > 0

    def align_of(self, role: StyleRole) -> str:
        """Return how a style aligns its text: `left`, `right`, `center`, or `both` and the like."""
        found = self._values.find_value(self.id_of(role), f"{W}pPr/{W}jc") or "left"
        return {"start": "left", "end": "right"}.get(found, found)

    def find_tab(self, role: StyleRole) -> int:
        """Return the first stop that text after a tab is set at from the left, in twips, or 0."""
        stops = self._values.find(self.id_of(role), f"{W}pPr/{W}tabs")
        each = () if stops is None else stops
        lefts = (stop for stop in each if stop.get(f"{W}val") in {"left", "start", "num"})
        places = [int(float(stop.get(f"{W}pos", "0"))) for stop in lefts]
        return min(places, default=0)

    def space_of(self, style_id: str, side: str) -> int:
        """Return the space of a style's paragraphs on a side, `before` or `after`, in twips."""
        return self._values.find_space(style_id, side)

    def cuts_drawings(self, role: StyleRole) -> bool:
        """Return whether lines are fixed, or less than single, so that Word would cut a drawing."""
        return self.has_low_lines(self.id_of(role))

    def has_low_lines(self, style_id: str) -> bool:
        """Return whether lines are fixed, or less than single, in paragraphs of a style.

        An empty id is that of paragraphs that name no style.
        """
        style, path = style_id or self._values.find_default("paragraph"), f"{W}pPr/{W}spacing"
        if self._values.find_value(style, path, "lineRule") == "exact":
            return True
        return 0 < self._values.find_length(style, path, "line") < _SINGLE

    def outline_of(self, style_id: str) -> int | None:
        """Return the level of the outline that a paragraph style gives, from 1; None for none."""
        found = self._values.find_value(style_id, f"{W}pPr/{W}outlineLvl")
        return int(found) + 1 if found in OUTLINE_LEVELS else None

    def keeps_next(self, role: StyleRole) -> bool:
        """Return whether the style keeps its paragraphs on the page of the next."""
        return self._values.find_switch(self.id_of(role), f"{W}pPr/{W}keepNext")

    def cell_margins(self, role: StyleRole) -> int:
        """Return the left and right margin of a table style's cells together, in twips."""
        style, sides = self.id_of(role), (("left", "start"), ("right", "end"))
        return sum(self.cell_margin(style, *names) for names in sides)

    def cell_margin(self, style_id: str, *names: str) -> int:
        """Return a margin of the cells of a table style, by the names of its side, in twips.

        An empty id is that of tables that name no style.
        """
        known = style_id or self._values.find_default("table")
        return self._find_margin(known, _CELL_MARGIN, *names)

    def cell_heads(self, role: StyleRole) -> int:
        """Return the upper and lower margin of a table style's cells together, in twips."""
        style = self.id_of(role)
        return sum(self._find_margin(style, 0, side) for side in ("top", "bottom"))

    def _find_margin(self, style: str, default: int, *names: str) -> int:
        for name in names:
            path = f"{W}tblPr/{W}tblCellMar/{W}{name}"
            if self._values.find_value(style, path, "w") is not None:
                return self._values.find_length(style, path, "w")
        return default

    def _adapt(self, role: StyleRole, info: StyleInfo) -> str:
        """Return the id of the template's style, or of one built on it that suits the role."""
        if role in HEADINGS and info.outline_level is None:
            self._set_outline(info.id, _LEVELS[role])
        is_counted = kind_of(role) == "paragraph" and self.number_of(info.id) is not None
        if is_counted and role not in NUMBERED | HEADINGS:
            plain = tag("w:pPr", None, tag("w:numPr", None, val("w:numId", 0)))
            return self._add(role, "paragraph", info.id, plain)
        if role is StyleRole.BODY and not self._stands_apart(info.id):
            room = {"w:after": round(BODY_ROOM * self.house.body_pt * _TWIPS)}
            return self._add(role, "paragraph", info.id, tag("w:pPr", None, tag("w:spacing", room)))
        if role is StyleRole.TABLE_HEAD:
            colour = info.colour or self.house.text
            ground = self._find_head_ground()
            if contrast(colour, ground) < VISIBLE:
                visible = tag("w:rPr", None, val("w:color", ink_on(ground)))
                return self._add(role, "paragraph", info.id, visible)
        return info.id

    def _stands_apart(self, style_id: str) -> bool:
        """Return whether a reader sees where a paragraph of a style ends and the next begins.

        Some templates part their paragraphs by empty ones, which reports do not have.
        """
        is_set_in = self._values.find_indent(style_id, "firstLine") > 0
        return is_set_in or self._read_base(style_id).has_room

    def _set_outline(self, style_id: str, level: int) -> None:
        """Let a style that serves as a heading be one for the contents and for navigation."""
        style = self._values.styles[style_id]
        properties = style.find(f"{W}pPr")
        if properties is None:
            properties = new_element(f"{W}pPr")
            _insert_properties(style, properties)
        for old in properties.findall(f"{W}outlineLvl"):
            properties.remove(old)
        insert_in_order(properties, parse_pieces(val("w:outlineLvl", level))[0])

    def _find_head_ground(self) -> str:
        """Return the colour behind the heads of columns as RRGGBB."""
        table = self._template.styles.get(StyleRole.TABLE)
        if table is None:
            info = self._template.styles.get(StyleRole.TABLE_HEAD)
            tone = find_head_ground(self.house, info.colour if info else "")
            return tone.rgb if tone else self.house.ground
        for path in (f"{_FIRST_ROW}/{W}tcPr/{W}shd", f"{W}tcPr/{W}shd"):
            fill = resolve_fill(self._values.find(table.id, path), self._template.theme)
            if fill:
                return fill
        return self.house.ground

    def _add(self, role: StyleRole, kind: str, base: str, look: Xml) -> str:
        style_id = self._free_id(role)
        attributes: dict[str, str | int] = {"w:type": kind, "w:styleId": style_id}
        name = self._free_name(role)
        if role not in BUILT_IN or name != role.value:
            attributes["w:customStyle"] = 1
        piece = tag(
            "w:style",
            attributes,
            val("w:name", name),
            val("w:basedOn", base) if base else NOTHING,
            tag("w:qFormat") if kind == "paragraph" else NOTHING,
            look,
        )
        (style,) = parse_pieces(piece)
        self._values.root.append(style)
        self._values.styles[style_id] = style
        return style_id

    def _plan(self, role: StyleRole) -> tuple[str, str, Xml]:
        """Return kind, id of the style it is based on, and properties of a style to be added."""
        kind = kind_of(role)
        if kind == "character":
            look = write_character_style(role, self.house)
            return kind, self._values.find_default(kind), look
        if kind == "table":
            head = self._template.styles.get(StyleRole.TABLE_HEAD)
            look = write_table_style(role, self.house, head.colour if head else "")
            return kind, self._values.find_default(kind), look
        look = PARAGRAPH_LOOKS[role]
        is_body = role is StyleRole.BODY
        base = self._read_base(
            self._values.find_default(kind) if is_body else self.id_of(look.base)
        )
        size = plan_size(role, self.house, self._template) if look.scale else 0.0
        run = plan_run(look, self.house, self._read_heading())
        if role is StyleRole.TABLE_HEAD:
            run = self._plan_head_run(run)
        return kind, base.id, write_paragraph_style(role, base, self.house, run, size)

    def _read_base(self, style_id: str) -> Base:
        values = self._values
        indents = ("left", "start", "right", "end", "firstLine", "hanging")
        rule = values.find_value(style_id, f"{W}pPr/{W}spacing", "lineRule") or "auto"
        line = values.find_length(style_id, f"{W}pPr/{W}spacing", "line") or _SINGLE
        rooms = (values.find_space(style_id, side) for side in ("before", "after"))
        return Base(
            id=style_id,
            left=values.find_indent(style_id, "left", "start"),
            has_indent=any(values.find_indent(style_id, side) for side in indents),
            has_room=max(rooms) >= _ROOM,
            has_single_lines=rule == "auto" and _SINGLE <= line <= _NEARLY_SINGLE,
            align=values.find_value(style_id, f"{W}pPr/{W}jc") or "",
            is_numbered=self.number_of(style_id) is not None,
        )

    def _read_heading(self) -> RunLook:
        """Return what headings look like: as the template's own, or in its theme's font."""
        house, info = self.house, self.house.heading
        if info is not None:
            behind = (house.ground, house.panel.rgb) if house.panel else (house.ground,)
            colour = info.colour or house.text
            is_readable = all(contrast(colour, each) >= READABLE for each in behind)
            return RunLook(
                face=self._values.copy_face(info.id),
                capitals=self._values.copy_capitals(info.id),
                colour=self._values.copy_colour(info.id) if is_readable else NOTHING,
            )
        tone = house.accent
        return RunLook(
            face=MAJOR_FACE if house.heading_font != house.body_font else NOTHING,
            colour=tag("w:color", tone.attributes()) if tone else NOTHING,
        )

    def _plan_head_run(self, run: RunLook) -> RunLook:
        """Return the look of heads of columns on what the table's style fills them with.

        What is bold by both the table's style and the paragraph's is shown as regular in Word.
        """
        table = self._template.styles.get(StyleRole.TABLE)
        bold = f"{_FIRST_ROW}/{W}rPr/{W}b"
        if table is not None and self._values.find_switch(table.id, bold):
            run = replace(run, face=NOTHING)
        ground = self._find_head_ground()
        if contrast(self.house.text, ground) >= READABLE:
            return run
        return replace(run, colour=val("w:color", ink_on(ground)))

    def _free_id(self, role: StyleRole) -> str:
        wanted = "".join(word.capitalize() for word in role.value.split())
        return _free(wanted, set(self._values.styles))

    def _free_name(self, role: StyleRole) -> str:
        """Return the name of a new style: no other has it, in whatever case."""
        names = self._values.root.iterfind(f"{W}style/{W}name")
        return _free(role.value, {name.get(f"{W}val", "") for name in names})


def _insert_properties(style: Element, properties: Element) -> None:
    """Insert `w:pPr` where `CT_Style` has it."""
    for name in ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr"):
        following = style.find(f"{W}{name}")
        if following is not None:
            following.addprevious(properties)
            return
    style.append(properties)


def _free(wanted: str, taken: set[str]) -> str:
    """Return `wanted`, or a name like it that is not taken.

    No number alone is added: Word has styles of its own by such names, as `Body Text 2`.
    """
    used = {name.casefold() for name in taken}
    gap = " " if " " in wanted else ""
    name, number = wanted, 1
    while name.casefold() in used:
        name = f"{wanted}{gap}Report{gap}{number}" if number > 1 else f"{wanted}{gap}Report"
        number += 1
    return name
