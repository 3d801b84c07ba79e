"""Formats of single points in a drawn series: kept by place, moved with the ends, or dropped.

A designer who gives every point a format of its own has made a palette, which goes by place. One
who gives it to the first or the last point means the end, wherever that is. Any other point was
meant for the data before; its format is free for the point that the plot puts in focus.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass

from generator.charts.binding.data import Column
from generator.charts.binding.ids import drop_ids
from generator.charts.binding.names import (
    C,
    drop_children,
    insert_before,
    is_on,
    read_index,
    remove,
)
from generator.ooxml.opc import Element

_SHOWN = ("showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
BEFORE_LABELS = (
    *("numFmt", "spPr", "txPr", "dLblPos", "showLegendKey", *_SHOWN, "separator", "delete"),
    *("showLeaderLines", "leaderLines", "extLst"),
)
AFTER_POINTS = (
    *("dLbls", "trendline", "errBars", "cat", "val", "xVal", "yVal", "bubbleSize", "bubble3D"),
    *("smooth", "shape", "extLst"),
)
_FIELDS = "{http://schemas.microsoft.com/office/drawing/2012/chart}dlblFieldTable"
_CELLS = "{http://schemas.microsoft.com/office/drawing/2012/chart}showDataLabelsRange"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """From the points before to those of now.

    Attributes:
        before: How many points there were.
        column: What is there now.
    """

    before: int
    column: Column

    @property
    def now(self) -> int:
        """Return how many points there are."""
        return len(self.column.values)

    def follow(self, at: int) -> int | None:
        """Return the index of the point that takes the place of the first or the last."""
        if at == self.before - 1 and self.before > 1:
            return self.column.last if self.column.last >= 0 else None
        return 0 if at == 0 else None


def settle_points(series: Element, turn: Turn, *, varies: bool) -> None:
    """Fit the formats of single points (`c:dPt`) to new data.

    Args:
        series: Changed in place.
        turn: The data.
        varies: Whether each point has a colour of its own, as slices have.
    """
    points = {read_index(point): point for point in series.findall(f"{C}dPt")}
    if varies or _is_palette(points, turn):
        for at, point in points.items():
            if at >= turn.now:
                series.remove(point)
            elif len(list(series.iterfind(f"{C}dPt/{C}explosion"))) < len(points):
                drop_children(point, "explosion")  # one slice was pulled out, for its old value
        return
    moved = {to: deepcopy(points[at]) for at, to in _move(points, turn) if to is not None}
    for point in points.values():
        series.remove(point)
    for to in sorted(moved):
        moved[to].find(f"{C}idx").set("val", str(to))
        drop_ids(moved[to])
        insert_before(series, moved[to], AFTER_POINTS)


def _move(points: dict[int, Element], turn: Turn) -> list[tuple[int, int | None]]:
    ends = [(at, turn.follow(at)) for at in sorted(points)]
    if points and turn.column.picked:
        inner = [at for at, to in ends if to is None] or sorted(points)
        return [(inner[0], to) for to in sorted(turn.column.picked)]
    return ends


def _is_palette(points: Iterable[int], turn: Turn) -> bool:
    return turn.before > 1 and set(range(turn.before)) <= set(points)


def settle_labels(labels: Element, turn: Turn, *, varies: bool) -> None:
    """Fit the labels of single points (`c:dLbl`) to new data; changes `labels`, a `c:dLbls`."""
    _forget_cells(labels)
    points = {read_index(label): label for label in labels.findall(f"{C}dLbl")}
    gone = {at for at, label in points.items() if is_on(label, "delete")}
    shown = {at for at in range(turn.before) if at not in gone}
    for label in points.values():
        labels.remove(label)
    if gone and shows_any(labels):
        _hide_others(labels, {turn.follow(at) for at in shown}, points, turn)
        return
    is_palette = varies or _is_palette(points, turn)
    for at, label in sorted(points.items()):
        to = at if is_palette and at < turn.now else None if is_palette else turn.follow(at)
        if is_palette and not shows_any(labels):
            _show_as(labels, label)
        if to is not None and at not in gone:
            _free_label(label)
            label.find(f"{C}idx").set("val", str(to))
            drop_ids(label)
            insert_before(labels, label, BEFORE_LABELS)


def _hide_others(
    labels: Element, kept: set[int | None], points: dict[int, Element], turn: Turn
) -> None:
    """Hide the labels of all points but the ends, if the designer has done so."""
    if None in kept or not kept:
        return
    for at in range(turn.now):
        if at not in kept:
            label = labels.makeelement(f"{C}dLbl", None, labels.nsmap)
            for name, value in (("idx", str(at)), ("delete", "1")):
                label.append(label.makeelement(f"{C}{name}", {"val": value}))
            insert_before(labels, label, BEFORE_LABELS)
    for at, label in sorted(points.items()):
        to = turn.follow(at)
        if to in kept and not is_on(label, "delete"):
            _free_label(label)
            label.find(f"{C}idx").set("val", str(to))
            drop_ids(label)
            insert_before(labels, label, BEFORE_LABELS)


def _free_label(label: Element) -> None:
    """Take from a label what was typed into it or moved by hand for the value before."""
    drop_children(label, "tx", "layout")
    for each in list(label.iter(_FIELDS)):
        remove(each)


def _show_as(labels: Element, label: Element) -> None:
    """Let all labels show what each of the designer's did, for there may be more points now."""
    for name in _SHOWN:
        shown = labels.find(f"{C}{name}")
        if shown is not None and is_on(label, name):
            shown.set("val", "1")


def _forget_cells(labels: Element) -> None:
    """Let labels that took their text from cells show the values: those cells are gone."""
    for each in list(labels.iter(_CELLS)):
        owner = next(each.iterancestors(f"{C}dLbl", f"{C}dLbls"))
        each.set("val", "0")
        if not shows_any(owner) and owner.find(f"{C}showVal") is not None:
            owner.find(f"{C}showVal").set("val", "1")


def shows_any(labels: Element) -> bool:
    """Return whether labels show anything."""
    return not is_on(labels, "delete") and any(is_on(labels, name) for name in _SHOWN)
