"""The numbers that the axes of a drawn chart must hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from generator.charts.binding.data import Data
from generator.charts.binding.drawn import NUMERIC, Drawn, Group
from generator.charts.binding.names import C, read_value
from generator.charts.binding.series import Taken

SIDES = frozenset({"t", "b"})
"""Where an axis lies, below or above what is drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The numbers of one axis.

    Attributes:
        values: Of all its series; none where there are gaps alone.
    """

    values: list[float] = field(default_factory=list[float])

    @property
    def low(self) -> float:
        """Return the least."""
        return min(self.values)

    @property
    def high(self) -> float:
        """Return the greatest."""
        return max(self.values)


def measure_reaches(drawn: Drawn, taken: Sequence[Taken], data: Data) -> dict[str, Reach]:
    """Return what each value axis must hold, by its id."""
    axes = drawn.find_axes()
    numeric = {id_ for id_, axis in axes.items() if axis.tag == f"{C}valAx"}
    lying = {id_ for id_ in numeric if read_value(axes[id_], "axPos") in SIDES}
    reaches: dict[str, Reach] = {}
    for group in {id(each.group.element): each.group for each in taken}.values():
        columns = [each.column.values for each in taken if each.group.element is group.element]
        own = [id_ for id_ in group.axes if id_ in numeric]
        first = next((id_ for id_ in own if id_ in lying), None)
        for id_ in own:
            reach = reaches.setdefault(id_, Reach())
            if group.kind in NUMERIC and data.positions is not None:
                rows = [data.positions.values] if id_ == first else columns
                reach.values.extend(float(one) for row in rows for one in row if one is not None)
            else:
                reach.values.extend(_add_up(group, columns))
    return reaches


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
