"""Bounds of facts in the labels of a drawn chart: `>12.1` where more than that is meant."""

from __future__ import annotations

from copy import deepcopy

from generator.charts.binding.formats import quote_bound
from generator.charts.binding.names import C, insert_before, is_on, read_index
from generator.charts.binding.points import AFTER_POINTS, BEFORE_LABELS
from generator.charts.binding.series import Taken
from generator.charts.plot import EXACT
from generator.ooxml.opc import Element

_LOOKS = (
    *("numFmt", "spPr", "txPr", "dLblPos", "showLegendKey", "showVal", "showCatName"),
    *("showSerName", "showPercent", "showBubbleSize", "separator"),
)
"""What a label of its own repeats of the labels of its series, in the order of ``CT_DLbl``."""

_EXTENSION = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
_SHAPE = "{http://schemas.microsoft.com/office/drawing/2012/chart}spPr"


def tell_bounds(taken: Taken) -> None:
    """Quote the bounds of values in the codes of their labels, wherever these show the value.

    A label beside which Office reckons a share is left alone: the code would be that of both.

    Args:
        taken: A series whose labels have their codes; changed in place.
    """
    column = taken.column
    bounds = {
        at: bound
        for at, (bound, value) in enumerate(zip(column.bounds, column.values, strict=False))
        if bound != EXACT and value is not None
    }
    labels = _find_labels(taken) if bounds else None
    if labels is None:
        return
    own = {read_index(each): each for each in labels.findall(f"{C}dLbl")}
    for at, bound in sorted(bounds.items()):
        label = own.get(at)
        if label is None:
            label = _add_label(labels, at, own) if _shows_value(labels) else None
        elif not _shows_value(label):
            label = None
        if label is not None:
            _quote(label, labels, bound, column.number_format)


def _shows_value(labels: Element) -> bool:
    hides = is_on(labels, "delete") or is_on(labels, "showPercent")
    return is_on(labels, "showVal") and not hides


def _find_labels(taken: Taken) -> Element | None:
    """Return the labels of a series; those of its group become its own first."""
    labels = taken.element.find(f"{C}dLbls")
    if labels is None:
        common = taken.group.element.find(f"{C}dLbls")
        if common is not None and _shows_value(common):
            labels = deepcopy(common)
            insert_before(taken.element, labels, AFTER_POINTS[1:])
    return labels


def _add_label(labels: Element, at: int, own: dict[int, Element]) -> Element:
    """Add a label of the point `at` that looks as all of `labels`."""
    label = labels.makeelement(f"{C}dLbl", None, labels.nsmap)
    label.append(label.makeelement(f"{C}idx", {"val": str(at)}))
    label.extend(deepcopy(each) for each in labels if each.tag in {f"{C}{one}" for one in _LOOKS})
    shape = labels.find(f"{C}extLst/{C}ext[@uri='{_EXTENSION}']/{_SHAPE}")
    if shape is not None:
        list_ = label.makeelement(f"{C}extLst", None, label.nsmap)
        extension = list_.makeelement(f"{C}ext", {"uri": _EXTENSION}, shape.nsmap)
        extension.append(deepcopy(shape))
        list_.append(extension)
        label.append(list_)
    later = [own[index] for index in sorted(own) if index > at]
    if later:
        later[0].addprevious(label)
    else:
        insert_before(labels, label, BEFORE_LABELS)
    own[at] = label
    return label


def _quote(label: Element, labels: Element, bound: str, planned: str) -> None:
    format_ = label.find(f"{C}numFmt")
    common = labels.find(f"{C}numFmt") if format_ is None else format_
    code = planned if common is None else common.get("formatCode", planned)
    if format_ is None:
        format_ = label.makeelement(f"{C}numFmt", None, label.nsmap)
        insert_before(label, format_, (*_LOOKS[1:], "extLst"))
    format_.set("formatCode", quote_bound(code, bound))
    format_.set("sourceLinked", "0")
