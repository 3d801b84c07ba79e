"""Ids that belong to one series or point of a chart alone (`c16:uniqueId`)."""

from __future__ import annotations

import re
from itertools import count

from generator.charts.binding.names import C16, remove
from generator.ooxml.opc import Element

_ID = re.compile(r"\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}")
_COUNTED = 9
"""Length of the brace and the digits that Office counts by, within one chart."""


def renew_ids(copy: Element, root: Element) -> None:
    """Give a copied series ids of its own, counted on; those that are no GUIDs are removed.

    A point and its label share an id, and so they do afterwards.

    Args:
        copy: Changed in place; not in the chart yet.
        root: The chart.
    """
    used = {each.get("val", "").upper() for each in root.iter(f"{C16}uniqueId")}
    made: dict[str, str] = {}
    for each in list(copy.iter(f"{C16}uniqueId")):
        old = each.get("val", "").upper()
        if not _ID.fullmatch(old):
            _drop(each)
            continue
        if old not in made:
            ids = (f"{{{number:08X}{old[_COUNTED:]}" for number in count())
            made[old] = next(id_ for id_ in ids if id_ not in used)
            used.add(made[old])
        each.set("val", made[old])


def drop_ids(element: Element) -> None:
    """Remove the ids from a point that has moved."""
    for each in list(element.iter(f"{C16}uniqueId")):
        _drop(each)


def _drop(id_: Element) -> None:
    """Remove an id with its extension, and with the list of these if it was the only one."""
    extension = id_.getparent()
    list_ = extension.getparent()
    list_.remove(extension)
    if len(list_) == 0:
        remove(list_)
