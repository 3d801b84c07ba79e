"""The workbook behind a drawn chart: replaced by a fresh one, whatever there was."""

from __future__ import annotations

from itertools import count

from generator.charts.binding.names import C, R, insert_before, set_child
from generator.ooxml.opc import OFFICE, Element, Link, Package

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_AFTER = ("printSettings", "userShapes", "extLst")


def attach_workbook(package: Package, part: str, root: Element, workbook: bytes) -> None:
    """Embed `workbook` in the chart `part`, in the place of the one that it had or was linked to.

    Args:
        package: Changed in place.
        part: Name of the chart.
        root: Its root element, changed in place.
        workbook: An .xlsx.
    """
    data = root.find(f"{C}externalData")
    if data is None:
        data = root.makeelement(f"{C}externalData", None, root.nsmap)
        insert_before(root, data, _AFTER)
    links = package.links.setdefault(part, [])
    id_ = data.get(f"{R}id", "")
    place = next((at for at, link in enumerate(links) if link.id == id_), None)
    target = _choose_name(package, part, None if place is None else links[place])
    package.add_part(target, workbook, _TYPE)
    if place is None:
        data.set(f"{R}id", package.relate(part, "package", target))
    else:
        links[place] = Link(id=id_, type=f"{OFFICE}/package", target=target)
    set_child(data, "autoUpdate", "0", ())


def _choose_name(package: Package, part: str, link: Link | None) -> str:
    """Return the name of the old workbook if it is an .xlsx of this chart alone, else a new one."""
    if link is not None and not link.is_external and link.target.endswith(".xlsx"):
        owners = [
            source
            for source, links in package.links.items()
            for each in links
            if each.target == link.target and not each.is_external
        ]
        if owners == [part]:
            return link.target
    folder = f"{part.partition('/')[0]}/embeddings"
    taken = {name.casefold() for name in package.parts}
    return next(
        name
        for number in count(1)
        if (name := f"{folder}/Microsoft_Excel_Sheet{number}.xlsx").casefold() not in taken
    )
