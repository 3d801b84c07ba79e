"""The series of a drawn chart: which takes which column, what is copied, and what goes."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.charts.binding.colours import part_colours
from generator.charts.binding.data import Column, Data
from generator.charts.binding.drawn import LINES, ROUND, Drawn, Group
from generator.charts.binding.ids import renew_ids
from generator.charts.binding.names import (
    SERIES,
    C,
    drop_children,
    insert_before,
    is_on,
    read_number,
    read_value,
    remove,
)
from generator.charts.binding.points import Turn, settle_labels, settle_points
from generator.charts.markup import NAMESPACES, write_caches
from generator.charts.plot import Plot
from generator.ooxml.opc import Element

_AFTER_NAME = (
    *("spPr", "invertIfNegative", "pictureOptions", "marker", "explosion", "dPt", "dLbls"),
    *("trendline", "errBars", "cat", "val", "xVal", "yVal", "bubbleSize", "bubble3D", "smooth"),
    *("shape", "extLst"),
)
_AFTER_DATA = ("bubble3D", "smooth", "shape", "extLst")
_SOURCES = ("cat", "val", "xVal", "yVal", "bubbleSize")
_FILTERS = "{02D57815-91ED-43cb-92C2-25804820EDAC}"
"""URI of the extension that tells of hidden series, and of cells that labels are taken from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A series with the column that it takes.

    Attributes:
        points: How many points it had before.
        code: The format code that its numbers had before; empty for none.
    """

    group: Group
    element: Element
    column: Column
    points: int
    code: str = ""


def take_columns(data: Data, drawn: Drawn) -> tuple[Taken, ...]:
    """Give each column a series: first those drawn, in their order, then copies of them in turn.

    Series that are left over are removed, with their group and its axes if it has no other. Where
    both the plot and the chart have lines beside other marks, lines take lines.
    """
    drawn_pairs = drawn.series
    free = list(drawn_pairs)
    by_mark = len({column.is_line for column in data.columns}) > 1 and (
        len({group.kind in LINES for group in drawn.groups}) > 1
    )
    pairs: list[tuple[Group, Element]] = []
    copied: dict[int, int] = {}
    for column in data.columns:
        fitting = [pair for pair in free if not by_mark or _is_line(pair) is column.is_line]
        if fitting:
            free.remove(fitting[0])
            pairs.append(fitting[0])
        else:
            group = _choose_group(drawn, is_line=column.is_line if by_mark else None)
            turn = copied.setdefault(id(group.element), 0)
            copied[id(group.element)] = turn + 1
            pairs.append((group, _copy_series(group, turn, [one for _, one in pairs], drawn)))
    for _, element in free:
        remove(element)
    _drop_empty(drawn)
    return tuple(
        Taken(
            group=group,
            element=element,
            column=column,
            points=_count_points(element),
            code=_read_code(element),
        )
        for (group, element), column in zip(pairs, data.columns, strict=True)
    )


def _is_line(pair: tuple[Group, Element]) -> bool:
    return pair[0].kind in LINES


def _choose_group(drawn: Drawn, *, is_line: bool | None) -> Group:
    """Return the group for one more series: of the same mark if that counts, and the largest."""
    groups = [each for each in drawn.groups if is_line is None or (each.kind in LINES) is is_line]
    return max(groups or drawn.groups, key=lambda group: len(group.series))


def _copy_series(group: Group, turn: int, before: list[Element], drawn: Drawn) -> Element:
    """Return a copy of a series of `group`, put behind its last one."""
    copy = deepcopy(group.series[turn % len(group.series)])
    everyone = list(drawn.area.iterfind(f"*/{SERIES}"))
    for name in ("idx", "order"):
        highest = max((read_number(each, name) or 0 for each in everyone), default=-1)
        copy.find(f"{C}{name}").set("val", str(int(highest) + 1))
    renew_ids(copy, drawn.root)
    drop_children(copy, "trendline")
    if not is_on(group.element, "varyColors"):
        part_colours(copy, [*dict.fromkeys([*before, *everyone])])
    group.element.findall(SERIES)[-1].addnext(copy)
    return copy


def _count_points(series: Element) -> int:
    """Return how many points a series had."""
    for name in ("val", "yVal"):
        for count in series.iterfind(f"{C}{name}//{C}ptCount"):
            text = count.get("val", "")
            if text.isdecimal():
                return int(text)
    return 0


def _read_code(series: Element) -> str:
    """Return the format code of a series' numbers."""
    codes = (
        code.text or ""
        for name in ("val", "yVal")
        for code in series.iterfind(f"{C}{name}//{C}formatCode")
    )
    return next(codes, "")


def _drop_empty(drawn: Drawn) -> None:
    """Remove the groups that have no series any more, and the axes of these alone."""
    left = [group for group in drawn.groups if group.element.find(SERIES) is not None]
    for group in drawn.groups:
        if group not in left:
            remove(group.element)
    used = {axis for group in left for axis in group.axes}
    for id_, axis in drawn.find_axes().items():
        if id_ not in used:
            remove(axis)


def write_series(taken: Taken, sheet: Plot, index: int, data: Data) -> None:
    """Put the column `index` of `sheet` into a series: name, categories, values.

    Args:
        taken: The series, changed in place.
        sheet: A plot whose series are the columns of the workbook.
        index: Of the series' own column.
        data: For the places and sizes of points.
    """
    element = taken.element
    _settle_formats(taken)
    drop_children(element, "tx", *_SOURCES)
    name, categories, values = (_parse(each) for each in write_caches(sheet, index))
    insert_before(element, name, _AFTER_NAME)
    if data.positions is None:
        sources = [categories, values]
    else:
        sources = [_rename(_parse(write_caches(sheet, 0)[2]), "xVal"), _rename(values, "yVal")]
    if data.sizes is not None:
        sizes = _parse(write_caches(sheet, len(sheet.series) - 1)[2])
        sources.append(_rename(sizes, "bubbleSize"))
    for source in sources:
        insert_before(element, source, _AFTER_DATA)


def _settle_formats(taken: Taken) -> None:
    """Fit what a series says of its points, and drop what was told of cells that are gone."""
    element = taken.element
    group = taken.group
    is_alone = len(group.element.findall(SERIES)) == 1
    varies = is_on(group.element, "varyColors") and (is_alone or group.kind in ROUND)
    turn = Turn(before=taken.points, column=taken.column)
    settle_points(element, turn, varies=varies)
    labels = element.find(f"{C}dLbls")
    if labels is not None:
        settle_labels(labels, turn, varies=varies)
    for bars in element.findall(f"{C}errBars"):
        if read_value(bars, "errValType") == "cust":
            element.remove(bars)
    for line in element.findall(f"{C}trendline"):
        _settle_trend(line, taken)
    for extension in element.findall(f"{C}extLst/{C}ext"):
        if extension.get("uri", "").upper() == _FILTERS.upper():
            _drop_extension(extension)


def _settle_trend(line: Element, taken: Taken) -> None:
    """Keep a trendline if there are points enough for it; its name and text were of other data."""
    least = max(2, *((read_number(line, name) or 0) + 1 for name in ("order", "period")))
    if sum(1 for value in taken.column.values if value is not None) < least:
        remove(line)
        return
    drop_children(line, "name")
    for label in line.findall(f"{C}trendlineLbl"):
        drop_children(label, "tx", "layout")


def _drop_extension(extension: Element) -> None:
    list_ = extension.getparent()
    list_.remove(extension)
    if len(list_) == 0:
        remove(list_)


def drop_filters(drawn: Drawn) -> None:
    """Forget the series that the designer has hidden (`c15:filtered…Series`); their data are gone.

    Their names and cells would else come back with *Select data* in Office.
    """
    for group in drawn.groups:
        for extension in group.element.findall(f"{C}extLst/{C}ext"):
            if extension.get("uri", "").upper() == _FILTERS.upper():
                _drop_extension(extension)


def _parse(markup: str) -> Element:
    return etree.fromstring(f"<r {NAMESPACES}>{markup}</r>")[0]


def _rename(element: Element, name: str) -> Element:
    element.tag = f"{C}{name}"
    return element
