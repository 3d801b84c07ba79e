"""What the styles of an open file say, with all that they inherit."""

from __future__ import annotations

from generator.inventory.styles import is_on, parse_measure, walk_lineage
from generator.units import to_twips
from generator.word.markup import Element, W, Xml, local_name, tag

_FACE, _CAPITALS = ("rFonts", "b", "bCs", "i", "iCs"), ("caps", "smallCaps")
"""What makes the face of a text, in the order of `EG_RPrBase` (wml.xsd)."""


class StyleValues:
    """`CT_Styles` of the file being written, asked by style id. Lengths are in twips."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.styles: dict[str, Element] = {
            style.get(f"{W}styleId", ""): style for style in root.iterchildren(f"{W}style")
        }

    def find_default(self, kind: str) -> str:
        """Return the id of the style of what names none; empty if there is none."""
        for style_id, style in self.styles.items():
            is_kind = style.get(f"{W}type", "paragraph") == kind
            if is_kind and is_on(style.get(f"{W}default")):
                return style_id
        return ""

    def find(self, style_id: str, path: str) -> Element | None:
        """Return the element on `path` that counts for a style."""
        found = (each.find(path) for each in walk_lineage(self.root, self.styles, style_id))
        return next((element for element in found if element is not None), None)

    def find_value(self, style_id: str, path: str, attribute: str = "val") -> str | None:
        """Return the attribute that counts for a style; each is inherited by itself."""
        for each in walk_lineage(self.root, self.styles, style_id):
            found = each.find(path)
            value = None if found is None else found.get(f"{W}{attribute}")
            if value is not None:
                return value
        return None

    def find_length(self, style_id: str, path: str, *attributes: str) -> int:
        """Return the length in the first of `attributes` that is given, in twips."""
        found = (self.find_value(style_id, path, attribute) for attribute in attributes)
        return to_twips(parse_measure(next((value for value in found if value), None)))

    def find_indent(self, style_id: str, *sides: str) -> int:
        """Return an indent, numbering apart."""
        return self.find_length(style_id, f"{W}pPr/{W}ind", *sides)

    def find_space(self, style_id: str, side: str) -> int:
        """Return the space of a style's paragraphs on a side, `before` or `after`."""
        return self.find_length(style_id, f"{W}pPr/{W}spacing", side)

    def find_switch(self, style_id: str, path: str) -> bool:
        """Return whether an `ST_OnOff` is on for a style."""
        found = self.find(style_id, path)
        return found is not None and is_on(found.get(f"{W}val", "1"))

    def copy_face(self, style_id: str) -> Xml:
        """Return fonts and weight of a style as content of `w:rPr`."""
        return self._copy_run(style_id, _FACE)

    def copy_capitals(self, style_id: str) -> Xml:
        """Return whether a style sets its text in capitals, as content of `w:rPr`."""
        return self._copy_run(style_id, _CAPITALS)

    def _copy_run(self, style_id: str, names: tuple[str, ...]) -> Xml:
        found = (self.find(style_id, f"{W}rPr/{W}{name}") for name in names)
        return Xml("".join(_copy(element) for element in found if element is not None))

    def copy_colour(self, style_id: str) -> Xml:
        """Return `w:color` of a style; nothing where it has none."""
        found = self.find(style_id, f"{W}rPr/{W}color")
        return Xml("") if found is None else _copy(found)


def _copy(element: Element) -> Xml:
    """Return an empty element of WordprocessingML as text."""
    given = {
        f"w:{name.removeprefix(W)}": value
        for name, value in element.attrib.items()
        if name.startswith(W)
    }
    return tag(f"w:{local_name(element)}", given)
