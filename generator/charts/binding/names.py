"""Names in the XML of chart parts."""

from __future__ import annotations

from generator.ooxml.opc import Element

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
C16 = "{http://schemas.microsoft.com/office/drawing/2014/chart}"

SERIES, CHART_SPACE = f"{C}ser", f"{C}chartSpace"


def read_value(element: Element, name: str, default: str = "") -> str:
    """Return the attribute `val` of the child `name` of `element`."""
    child = element.find(f"{C}{name}")
    return default if child is None else child.get("val", default)


def read_number(element: Element, name: str) -> float | None:
    """Return the number in the child `name` of `element`; None if there is none."""
    try:
        return float(read_value(element, name))
    except ValueError:
        return None


def read_index(element: Element) -> int:
    """Return the index of the point or series that `element` tells of (`c:idx`)."""
    return int(read_number(element, "idx") or 0)


def is_on(element: Element, name: str, *, default: bool = False) -> bool:
    """Return whether the child `name` of `element` (``CT_Boolean``) is true."""
    child = element.find(f"{C}{name}")
    if child is None:
        return default
    return child.get("val", "1") in {"1", "true", "on"}


def remove(element: Element) -> None:
    """Take `element` out of its parent."""
    element.getparent().remove(element)


def drop_children(element: Element, *names: str) -> bool:
    """Remove the children called `names`; return whether there were any."""
    found = [child for name in names for child in element.findall(f"{C}{name}")]
    for child in found:
        element.remove(child)
    return bool(found)


def set_child(parent: Element, name: str, value: str, before: tuple[str, ...]) -> None:
    """Set the attribute `val` of the child `name`, made before the first of the siblings `before`.

    Args:
        parent: Changed in place.
        name: Without namespace.
        value: Of the attribute.
        before: Names of the elements that the schema puts after it.
    """
    child = parent.find(f"{C}{name}")
    if child is None:
        child = parent.makeelement(f"{C}{name}", None, parent.nsmap)
        insert_before(parent, child, before)
    child.set("val", value)


def insert_before(parent: Element, child: Element, before: tuple[str, ...]) -> None:
    """Put `child` into `parent` before the first of the elements `before`, or at the end."""
    tags = {f"{C}{name}" for name in before}
    following = next((each for each in parent if each.tag in tags), None)
    if following is None:
        parent.append(child)
    else:
        following.addprevious(child)
