"""Axes of a drawn chart: scales that the designer has fixed are let go where new data need it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from generator.charts.binding.data import Data
from generator.charts.binding.drawn import NUMERIC, Drawn, Group
from generator.charts.binding.names import C, drop_children, read_number, read_value
from generator.charts.binding.series import Taken
from generator.ooxml.opc import Element

_MOST_TICKS = 25
_LEAST_SHARE = 0.02
"""Of a fixed scale, what the data must cover to be seen at all."""

_DATE_ONLY = ("baseTimeUnit", "majorUnit", "majorTimeUnit", "minorUnit", "minorTimeUnit")
SIDES = frozenset({"t", "b"})
"""Where an axis lies, below or above what is drawn."""

_UNITS = {
    "hundreds": 100,
    "thousands": 1000,
    "tenThousands": 10_000,
    "hundredThousands": 100_000,
    "millions": 1_000_000,
    "tenMillions": 10_000_000,
    "hundredMillions": 100_000_000,
    "billions": 1_000_000_000,
    "trillions": 1_000_000_000_000,
}


@dataclass(slots=True)
class _Reach:
    """The numbers that an axis must hold."""

    values: list[float] = field(default_factory=list[float])

    @property
    def low(self) -> float:
        """Return the least."""
        return min(self.values)

    @property
    def high(self) -> float:
        """Return the greatest."""
        return max(self.values)


def settle_axes(drawn: Drawn, taken: Sequence[Taken], data: Data, points_before: int) -> list[str]:
    """Fit the axes to new data; return what was let go, in words.

    Args:
        drawn: Its axes are changed in place.
        taken: The series.
        data: What they show.
        points_before: How many points there were.
    """
    axes = drawn.find_axes()
    reaches: dict[str, _Reach] = {}
    for id_, values in _list_values(axes, taken, data):
        reaches.setdefault(id_, _Reach()).values.extend(values)
    released: list[str] = []
    for id_, axis in axes.items():
        kind = axis.tag.removeprefix(C)
        if kind in {"catAx", "dateAx"}:
            _settle_names(axis, len(data.categories), points_before)
        elif kind == "valAx" and id_ in reaches and reaches[id_].values:
            released.extend(_settle_numbers(axis, axes, reaches[id_]))
    return list(dict.fromkeys(released))


def _list_values(
    axes: dict[str, Element], taken: Sequence[Taken], data: Data
) -> Iterator[tuple[str, list[float]]]:
    """Yield ids of value axes with the numbers they must hold, one group of series at a time."""
    groups = {id(each.group.element): each.group for each in taken}
    for key, group in groups.items():
        columns = [each.column.values for each in taken if id(each.group.element) == key]
        numeric = [id_ for id_ in group.axes if id_ in axes and axes[id_].tag == f"{C}valAx"]
        if group.kind in NUMERIC and data.positions is not None:
            lying = [id_ for id_ in numeric if read_value(axes[id_], "axPos") in SIDES]
            for id_ in numeric:
                rows = [data.positions.values] if id_ in lying[:1] else columns
                yield id_, [float(value) for row in rows for value in row if value is not None]
        else:
            for id_ in numeric:
                yield id_, list(_add_up(group, columns))


def _add_up(group: Group, columns: Sequence[Sequence[Decimal | None]]) -> Iterator[float]:
    """Yield the ends of what is drawn for each category: sums, where series stand on each other."""
    grouping = read_value(group.element, "grouping")
    if grouping == "percentStacked":
        return
    for row in zip(*columns, strict=True):
        values = [float(value) for value in row if value is not None]
        if grouping == "stacked":
            yield sum(value for value in values if value > 0)
            yield sum(value for value in values if value < 0)
        else:
            yield from values


def _settle_numbers(axis: Element, axes: dict[str, Element], reach: _Reach) -> Iterator[str]:
    """Let go what of a value axis does not suit; yield it in words."""
    scaling = axis.find(f"{C}scaling")
    if scaling is not None:
        yield from _release_ends(scaling, reach)
        if reach.low <= 0 and drop_children(scaling, "logBase"):
            yield "logarithmic scale (there are numbers that are not above zero)"
        low = read_number(scaling, "min")
        high = read_number(scaling, "max")
        _settle_steps(
            axis,
            (high if high is not None else max(reach.high, 0))
            - (low if low is not None else min(reach.low, 0)),
        )
    unit = (
        _UNITS.get(read_value(axis.find(f"{C}dispUnits"), "builtInUnit"))
        if (axis.find(f"{C}dispUnits") is not None)
        else None
    )
    if axis.find(f"{C}dispUnits") is not None and (unit is None or reach.high < unit):
        drop_children(axis, "dispUnits")
        yield "display unit"
    across = axes.get(read_value(axis, "crossAx"))
    if across is not None and _settle_crossing(across, reach):
        yield "crossing point of the axes"


def _release_ends(scaling: Element, reach: _Reach) -> Iterator[str]:
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


def _settle_crossing(across: Element, reach: _Reach) -> bool:
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
    orientation = axis.find(f"{C}scaling/{C}orientation")
    if orientation is None or orientation.get("val") == "maxMin":
        return
    orientation.set("val", "maxMin")
    across = axes.get(read_value(axis, "crossAx"))
    crossing = None if across is None else across.find(f"{C}crosses")
    if crossing is not None:
        crossing.set("val", "autoZero" if crossing.get("val") == "max" else "max")
