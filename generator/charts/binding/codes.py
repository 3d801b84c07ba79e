"""Format codes of the numbers that a drawn chart writes: in cells, at marks and along axes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.charts.binding.data import Data
from generator.charts.binding.drawn import Drawn
from generator.charts.binding.formats import (
    choose_format,
    choose_look,
    count_decimals,
    find_measure,
    is_general,
    set_decimals,
)
from generator.charts.binding.names import C, is_on, read_value
from generator.charts.binding.reaches import SIDES, Reach
from generator.charts.binding.series import Taken
from generator.charts.binding.steps import count_tick_decimals
from generator.ooxml.opc import Element

_LABELS = frozenset({f"{C}dLbls", f"{C}dLbl"})


def choose_codes(data: Data, taken: Sequence[Taken]) -> tuple[Data, tuple[Taken, ...]]:
    """Give each column the code of the series that takes it, with the decimals of the plot."""
    measure = find_measure(data.plot)
    chosen = tuple(
        replace(
            each,
            column=replace(
                each.column,
                number_format=choose_format(each.code, each.column.number_format, measure),
            ),
        )
        for each in taken
    )
    return replace(data, columns=tuple(each.column for each in chosen)), chosen


def settle_label_codes(taken: Sequence[Taken], data: Data) -> None:
    """Let labels write as many decimals as the plot; shares that Office reckons stay as they are.

    Args:
        taken: Changed in place: the series, and what their groups say of labels.
        data: What they show.
    """
    measure = find_measure(data.plot)
    for each in taken:
        for owner in (each.element, each.group.element):
            for labels in owner.findall(f"{C}dLbls"):
                for code in labels.iter(f"{C}numFmt"):
                    if code.getparent().tag in _LABELS and not is_on(
                        code.getparent(), "showPercent"
                    ):
                        said = "" if _is_linked(code) else code.get("formatCode", "")
                        chosen = choose_format(said, each.column.number_format, measure)
                        code.set("formatCode", chosen)


def settle_tick_codes(
    drawn: Drawn, taken: Sequence[Taken], data: Data, reaches: Mapping[str, Reach]
) -> None:
    """Keep the codes of value axes, with decimals enough to tell their ticks apart.

    Args:
        drawn: Its axes are changed in place.
        taken: The series.
        data: What they show.
        reaches: The numbers of each axis, by its id.
    """
    for id_, axis in drawn.find_axes().items():
        code = axis.find(f"{C}numFmt")
        owner = next((each for each in taken if id_ in each.group.axes), None)
        if owner is None or code is None or axis.tag != f"{C}valAx" or id_ not in reaches:
            continue
        if read_value(owner.group.element, "grouping") != "percentStacked":
            is_lying = data.positions is not None and read_value(axis, "axPos") in SIDES
            _settle_ticks(code, data, None if is_lying else owner, _count(axis, reaches[id_]))


def _count(axis: Element, reach: Reach) -> int:
    return count_tick_decimals(axis, reach) if reach.values else 0


def _settle_ticks(code: Element, data: Data, owner: Taken | None, decimals: int) -> None:
    """Settle the code of one axis; `owner` is None for one of places."""
    is_linked = _is_linked(code)
    drawn = (owner.code if owner else "") if is_linked else code.get("formatCode", "")
    if is_general(drawn) and not is_linked:
        return
    column = owner.column if owner else data.positions
    planned = column.number_format if column else ""
    measure = find_measure(data.plot)
    if is_general(planned):
        measure = replace(measure, unit="")  # places that are years are in no unit
    chosen = choose_look(drawn, set_decimals(planned, decimals), measure)
    if count_decimals(chosen) < decimals:
        chosen = set_decimals(chosen, decimals)
    code.set("formatCode", chosen)
    code.set("sourceLinked", "0")


def _is_linked(code: Element) -> bool:
    return code.get("sourceLinked", "0") in {"1", "true"}
