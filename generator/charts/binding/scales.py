"""Axes of a drawn chart: scales that the designer has fixed are let go where new data need it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.charts.binding.drawn import Drawn
from generator.charts.binding.names import C, drop_children, read_number, read_value, set_child
from generator.charts.binding.reaches import Reach
from generator.charts.binding.steps import find_display_unit, measure_span
from generator.ooxml.opc import Element

_MOST_TICKS = 25
_LEAST_SHARE = 0.02
"""Of a fixed scale, what the data must cover to be seen at all."""

_DATE_ONLY = ("baseTimeUnit", "majorUnit", "majorTimeUnit", "minorUnit", "minorTimeUnit")


def settle_axes(
    drawn: Drawn, reaches: Mapping[str, Reach], points_before: int, points: int
) -> list[str]:
    """Fit the axes to new data; return what was let go, in words.

    Args:
        drawn: Its axes are changed in place.
        reaches: The numbers that each value axis must hold, by its id.
        points_before: How many points there were.
        points: How many there are.
    """
    axes = drawn.find_axes()
    released: list[str] = []
    for id_, axis in axes.items():
        kind = axis.tag.removeprefix(C)
        if kind in {"catAx", "dateAx"}:
            _settle_names(axis, points, points_before)
        elif kind == "valAx" and id_ in reaches and reaches[id_].values:
            released.extend(_settle_numbers(axis, axes, reaches[id_]))
    return list(dict.fromkeys(released))


def _settle_numbers(axis: Element, axes: dict[str, Element], reach: Reach) -> Iterator[str]:
    """Let go what of a value axis does not suit; yield it in words."""
    scaling = axis.find(f"{C}scaling")
    if scaling is not None:
        yield from _release_ends(scaling, reach)
        if reach.low <= 0 and drop_children(scaling, "logBase"):
            yield "logarithmic scale (there are numbers that are not above zero)"
        _settle_steps(axis, measure_span(axis, reach))
    if axis.find(f"{C}dispUnits") is not None:
        unit = find_display_unit(axis)
        if unit is None or max(abs(reach.low), abs(reach.high)) < unit:
            drop_children(axis, "dispUnits")
            yield "display unit"
    across = axes.get(read_value(axis, "crossAx"))
    if across is not None and _settle_crossing(across, reach):
        yield "crossing point of the axes"


def _release_ends(scaling: Element, reach: Reach) -> Iterator[str]:
    high, low = read_number(scaling, "max"), read_number(scaling, "min")
    if high is not None and low is not None:
        share = (reach.high - min(reach.low, max(low, 0))) / ((high - low) or 1)
        if 0 < share < _LEAST_SHARE:
            low = low if low == 0 else None
            drop_children(scaling, "max", *(() if low == 0 else ("min",)))
            yield f"maximum {high:g} (the numbers are far below)"
            return
    if high is not None and reach.high > high:
        drop_children(scaling, "max")
        yield f"maximum {high:g} (the numbers reach {reach.high:g})"
    if low is not None and reach.low < low:
        drop_children(scaling, "min")
        yield f"minimum {low:g} (the numbers begin at {reach.low:g})"


def _settle_steps(axis: Element, span: float) -> None:
    """Let go fixed steps that would draw a wall of lines, or none."""
    for name in ("majorUnit", "minorUnit"):
        step = read_number(axis, name)
        most = _MOST_TICKS if name == "majorUnit" else _MOST_TICKS * 10
        if step is not None and (step <= 0 or span / step > most or step > span):
            drop_children(axis, name)


def _settle_crossing(across: Element, reach: Reach) -> bool:
    """Let go a fixed crossing that lies outside of the numbers; return whether there was one."""
    at = read_number(across, "crossesAt")
    if at is None or min(reach.low, 0) <= at <= max(reach.high, 0):
        return False
    crossing = across.find(f"{C}crossesAt")
    crossing.tag = f"{C}crosses"
    crossing.set("val", "autoZero")
    return True


def _settle_names(axis: Element, points: int, points_before: int) -> None:
    """Fit an axis of names: as many as there are now, and no dates."""
    for name in ("tickLblSkip", "tickMarkSkip"):
        skip = read_number(axis, name)
        if skip is not None and skip > 1 and points != points_before:
            drop_children(axis, name)
    if axis.tag == f"{C}dateAx":
        axis.tag = f"{C}catAx"
        drop_children(axis, *_DATE_ONLY)
    scaling = axis.find(f"{C}scaling")
    if scaling is not None:
        drop_children(scaling, "min", "max")


def turn_lying(drawn: Drawn) -> None:
    """Let lying bars begin at the top, where a reader does; the axis of numbers stays at its side.

    Office begins at the bottom by itself, so that a ranking would end with the greatest.
    """
    axes = drawn.find_axes()
    turned: set[str] = set()
    for group in drawn.groups:
        if group.kind not in {"barChart", "bar3DChart"} or (
            read_value(group.element, "barDir") != "bar"
        ):
            continue
        for id_ in group.axes:
            if id_ in axes and id_ not in turned and axes[id_].tag == f"{C}catAx":
                turned.add(id_)
                _turn(axes[id_], axes)


def _turn(axis: Element, axes: dict[str, Element]) -> None:
    scaling = axis.find(f"{C}scaling")
    if scaling is None or read_value(scaling, "orientation") == "maxMin":
        return
    set_child(scaling, "orientation", "maxMin", ("max", "min", "extLst"))
    across = axes.get(read_value(axis, "crossAx"))
    crossing = None if across is None else across.find(f"{C}crosses")
    if crossing is not None:
        crossing.set("val", "autoZero" if crossing.get("val") == "max" else "max")
