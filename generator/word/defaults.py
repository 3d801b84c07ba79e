"""The defaults of all paragraphs, without what says nothing.

Some programs write each default out: no indent, no border, no fill. To Word that changes nothing.
LibreOffice 7.4 lets an indent there win over that of lists, and a border there take the margins of
cells away; seen 2026-11.
"""

from __future__ import annotations

from generator.word.markup import Element, W, local_name

_NO_LINE = frozenset({"nil", "none"})
_NO_LENGTH = frozenset({"", "0"})


def trim_defaults(styles: Element) -> None:
    """Take out of `w:docDefaults` what says nothing; `styles` is changed in place."""
    properties = styles.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
    if properties is None:
        return
    for element in list(properties):
        if _says_nothing(element):
            properties.remove(element)


def _says_nothing(element: Element) -> bool:
    match local_name(element):
        case "ind":
            return set(element.attrib.values()) <= _NO_LENGTH
        case "pBdr":
            return all(line.get(f"{W}val", "nil") in _NO_LINE for line in element)
        case "shd":
            return element.get(f"{W}fill", "auto") == "auto"
        case _:
            return False
