"""The lists of an open template: which level a style numbers by, and new starts for each list."""

from __future__ import annotations

from collections.abc import Mapping

from generator.inventory.report import StyleRole
from generator.inventory.styles import parse_measure
from generator.units import to_twips
from generator.word.fallbacks import STEP
from generator.word.listlevel import ListLevel
from generator.word.markup import NOTHING, Element, W, Xml, parse_pieces, tag, val
from generator.word.stylesheet import Stylesheet

_BULLETS = ("\N{BULLET}", "\N{EN DASH}", "\N{BULLET}")
_NUMBERS = (("decimal", "%1."), ("lowerLetter", "%2."), ("lowerRoman", "%3."))
_DEEPEST = 9
_TWIPS = 20  # to the point
_MADE = {
    False: (StyleRole.BULLET_1, StyleRole.BULLET_2, StyleRole.BULLET_3),
    True: (StyleRole.NUMBER_1, StyleRole.NUMBER_2, StyleRole.NUMBER_3),
}
"""Styles of lists by whether they are ordered, the first level first."""

_IN_BOX = frozenset({StyleRole.KEY_MESSAGE})
"""Lists that begin at the left of their box, and not where running text does."""


class Numbering:
    """`CT_Numbering` of the file being written."""

    def __init__(self, root: Element, styles: Stylesheet) -> None:
        self._root = root
        self._styles = styles
        self._levels: dict[StyleRole, ListLevel | None] = {}
        self._added: dict[tuple[bool, bool], int] = {}

    def level_of(self, role: StyleRole) -> ListLevel | None:
        """Return the level that the style of `role` is numbered by; None when it is not."""
        if role not in self._levels:
            self._levels[role] = self.level_of_style(self._styles.id_of(role))
        return self._levels[role]

    def level_for_list(self, role: StyleRole, depth: int, *, is_ordered: bool) -> ListLevel:
        """Return the level for a list item, of a list of our own where the style has none.

        Args:
            role: Style of the item.
            depth: From 0.
            is_ordered: Numbers rather than bullets.
        """
        found = self.level_of(role)
        if found is not None:
            return found
        key = (is_ordered, role in _IN_BOX)
        if key not in self._added:
            self._added[key] = self._add_list(*key)
        number = self._added[key]
        is_made = self._styles.is_made(role)
        level = ListLevel(
            number=number,
            level=depth,
            left=self._margin(is_in_box=role in _IN_BOX) + self._step * (depth + 1),
            hanging=self._step,
            is_by_style=is_made,
        )
        if is_made:
            self._styles.set_number(role, level)
            self._levels[role] = level
        return level

    @property
    def _step(self) -> int:
        """Return the indent of one level in lists that are added, in twips."""
        return round(STEP * self._styles.house.body_pt * _TWIPS)

    def _margin(self, *, is_in_box: bool) -> int:
        return 0 if is_in_box else self._styles.left_of(StyleRole.BODY)

    def restart(self, level: ListLevel, start: int) -> int:
        """Add a numbering that counts like `level` but from `start`, and return its id.

        ``CT_Num`` in ``wml.xsd`` (ISO/IEC 29500): `w:startOverride` is what makes Word begin again.
        """
        number = self._next("num", "numId")
        piece = tag(
            "w:num",
            {"w:numId": number},
            val("w:abstractNumId", self._abstract_id(level.number)),
            tag(
                "w:lvlOverride",
                {"w:ilvl": level.level},
                val("w:startOverride", start),
            ),
        )
        self._insert_num(piece)
        return number

    def find_level(self, number: int, level: int) -> Element | None:
        """Return `w:lvl` of numbering `number`, overrides and linked list styles resolved."""
        num = self._find("num", "numId", number)
        if num is None:
            return None
        override = num.find(f"{W}lvlOverride[@{W}ilvl='{level}']/{W}lvl")
        if override is not None:
            return override
        abstract = self._find("abstractNum", "abstractNumId", self._abstract_id(number))
        return None if abstract is None else abstract.find(f"{W}lvl[@{W}ilvl='{level}']")

    def level_of_style(self, style_id: str) -> ListLevel | None:
        """Return the level that a style is numbered by, by its id; None when it is not."""
        given = self._styles.number_of(style_id)
        if given is None:
            return None
        number, level = given
        if level is None:
            level = self._level_linked_to(style_id, number)
        element = self.find_level(number, level)
        if element is None:
            return None
        indent = element.find(f"{W}pPr/{W}ind")
        left = hanging = None
        if indent is not None:
            left = indent.get(f"{W}left") or indent.get(f"{W}start")
            hanging = indent.get(f"{W}hanging")
        return ListLevel(
            number=number,
            level=level,
            left=None if left is None else to_twips(parse_measure(left)),
            hanging=to_twips(parse_measure(hanging)),
            is_by_style=True,
        )

    def _level_linked_to(self, style_id: str, number: int) -> int:
        for level in range(_DEEPEST):
            element = self.find_level(number, level)
            linked = None if element is None else element.find(f"{W}pStyle")
            if linked is not None and linked.get(f"{W}val") == style_id:
                return level
        return 0

    def _abstract_id(self, number: int) -> int:
        """Return the id of the definition behind `number`, through `w:numStyleLink` if need be."""
        num = self._find("num", "numId", number)
        linked = None if num is None else num.find(f"{W}abstractNumId")
        abstract_id = 0 if linked is None else int(linked.get(f"{W}val", "0"))
        abstract = self._find("abstractNum", "abstractNumId", abstract_id)
        link = None if abstract is None else abstract.find(f"{W}numStyleLink")
        if link is None:
            return abstract_id
        wanted = link.get(f"{W}val")
        for other in self._root.iterchildren(f"{W}abstractNum"):
            style = other.find(f"{W}styleLink")
            if style is not None and style.get(f"{W}val") == wanted:
                return int(other.get(f"{W}abstractNumId", "0"))
        return abstract_id

    def _add_list(self, is_ordered: bool, is_in_box: bool) -> int:
        """Add a list of three levels, tied to the styles of lists that were made for them."""
        abstract_id = self._next("abstractNum", "abstractNumId", first=0)
        margin = self._margin(is_in_box=is_in_box)
        levels: list[Xml] = []
        for depth, role in enumerate(_MADE[is_ordered]):
            is_tied = not is_in_box and self._styles.is_made(role)
            style = self._styles.id_of(role) if is_tied else ""
            indent = {"w:left": margin + self._step * (depth + 1), "w:hanging": self._step}
            levels.append(_level(depth, is_ordered=is_ordered, style=style, indent=indent))
        piece = tag(
            "w:abstractNum",
            {"w:abstractNumId": abstract_id},
            val("w:multiLevelType", "multilevel"),
            *levels,
        )
        (abstract,) = parse_pieces(piece)
        before = (*self._root.iterchildren(f"{W}abstractNum", f"{W}numPicBullet"),)
        self._root.insert(len(before), abstract)
        number = self._next("num", "numId")
        self._insert_num(tag("w:num", {"w:numId": number}, val("w:abstractNumId", abstract_id)))
        return number

    def _insert_num(self, piece: Xml) -> None:
        """Insert a `w:num` after the others; only `w:numIdMacAtCleanup` may follow."""
        (num,) = parse_pieces(piece)
        last = self._root.find(f"{W}numIdMacAtCleanup")
        if last is None:
            self._root.append(num)
        else:
            last.addprevious(num)

    def _next(self, name: str, attribute: str, first: int = 1) -> int:
        used = (int(item.get(f"{W}{attribute}", "0")) for item in self._root.iterchildren(W + name))
        return max(used, default=first - 1) + 1

    def _find(self, name: str, attribute: str, value: int) -> Element | None:
        return self._root.find(f"{W}{name}[@{W}{attribute}='{value}']")


def _level(depth: int, *, is_ordered: bool, style: str, indent: Mapping[str, int]) -> Xml:
    """Return `w:lvl` (`CT_Lvl`); `style` is the id of the style that is tied to it, or empty."""
    kind, text = _NUMBERS[depth] if is_ordered else ("bullet", _BULLETS[depth])
    return tag(
        "w:lvl",
        {"w:ilvl": depth},
        val("w:start", 1),
        val("w:numFmt", kind),
        val("w:pStyle", style) if style else NOTHING,
        val("w:lvlText", text),
        val("w:lvlJc", "left"),
        tag("w:pPr", None, tag("w:ind", indent)),
    )
