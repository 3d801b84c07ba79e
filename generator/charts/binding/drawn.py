"""A native chart as a designer has drawn it: its groups of series, and what each can hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.charts.binding.names import CHART_SPACE, CX, SERIES, C, read_number
from generator.errors import TemplateError
from generator.ooxml.opc import Element

KINDS = {
    "barChart": "bar chart",
    "bar3DChart": "3-D bar chart",
    "lineChart": "line chart",
    "line3DChart": "3-D line chart",
    "areaChart": "area chart",
    "area3DChart": "3-D area chart",
    "radarChart": "radar chart",
    "stockChart": "stock chart",
    "surfaceChart": "surface chart",
    "surface3DChart": "3-D surface chart",
    "pieChart": "pie chart",
    "pie3DChart": "3-D pie chart",
    "ofPieChart": "pie-of-pie chart",
    "doughnutChart": "doughnut chart",
    "scatterChart": "scatter chart",
    "bubbleChart": "bubble chart",
}
"""Local names of the kinds of charts in ``CT_PlotArea`` → what a person calls them."""

PIES = frozenset({"pieChart", "pie3DChart", "ofPieChart"})
ROUND = PIES | {"doughnutChart"}
NUMERIC = frozenset({"scatterChart", "bubbleChart"})
LINES = frozenset({"lineChart", "line3DChart"}) | NUMERIC

_SETTINGS = ("barDir", "grouping", "varyColors", "wireframe", "scatterStyle", "radarStyle")
NEWER_KIND = (
    "a chart of the newer kinds (waterfall, funnel, treemap, sunburst, histogram, box plot, map)"
)
DRAW_OLDER = "draw a chart of the older kinds: columns, lines, areas, a pie, scattered points"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Series that are drawn in one way: one chart element of the plot area.

    Attributes:
        element: Such as `c:barChart`.
        series: Its series, by their order.
    """

    element: Element
    series: tuple[Element, ...]

    @property
    def kind(self) -> str:
        """Return its local name."""
        return self.element.tag.rpartition("}")[2]

    @property
    def axes(self) -> tuple[str, ...]:
        """Return the ids of its axes."""
        return tuple(axis.get("val", "") for axis in self.element.iterfind(f"{C}axId"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The chart.

    Attributes:
        root: `c:chartSpace`.
        area: `c:plotArea`.
        groups: In the order in which they are painted.
    """

    root: Element
    area: Element
    groups: tuple[Group, ...]

    @property
    def series(self) -> tuple[tuple[Group, Element], ...]:
        """Return all series by their order, each with its group."""
        pairs = [(group, series) for group in self.groups for series in group.series]
        return tuple(sorted(pairs, key=lambda pair: _read_order(pair[1])))

    @property
    def is_numeric(self) -> bool:
        """Return whether its points stand on two axes of numbers."""
        return any(group.kind in NUMERIC for group in self.groups)

    @property
    def name(self) -> str:
        """Return what a person calls a chart of this kind."""
        names = dict.fromkeys(KINDS[group.kind] for group in self.groups)
        return " with a ".join(names)

    def find_axes(self) -> dict[str, Element]:
        """Return the axes by their ids."""
        axes = (each for each in self.area if each.find(f"{C}axId") is not None)
        return {
            axis.find(f"{C}axId").get("val", ""): axis
            for axis in axes
            if axis.tag.removeprefix(C) in {"valAx", "catAx", "dateAx", "serAx"}
        }


def read_drawn(root: Element) -> Drawn:
    """Return the chart whose part has the root element `root`; a group without series gets one.

    Raises:
        TemplateError: It is of a kind that cannot be bound.
    """
    if root.tag.startswith(CX):
        raise TemplateError(
            f"{NEWER_KIND} cannot be bound",
            hint=DRAW_OLDER,
        )
    area = root.find(f"{C}chart/{C}plotArea") if root.tag == CHART_SPACE else None
    groups = () if area is None else tuple(_read_groups(area))
    if area is None or not groups:
        raise TemplateError("the chart there draws nothing", hint=DRAW_OLDER)
    return Drawn(root=root, area=area, groups=groups)


def _read_groups(area: Element) -> Iterator[Group]:
    elements = [each for each in area if str(each.tag).removeprefix(C) in KINDS]
    filled = [each for each in elements if each.find(SERIES) is not None]
    if elements and not filled:
        _add_series(elements[0])
        filled = elements[:1]
    for element in elements:
        if element in filled:
            series = sorted(element.iterfind(SERIES), key=_read_order)
            yield Group(element=element, series=tuple(series))


def _read_order(series: Element) -> float:
    return read_number(series, "order") or 0


def _add_series(element: Element) -> None:
    """Give a series without looks of its own to a group that has none."""
    series = element.makeelement(SERIES, None, element.nsmap)
    for name in ("idx", "order"):
        series.append(series.makeelement(f"{C}{name}", {"val": "0"}))
    tags = {f"{C}{name}" for name in (*_SETTINGS, "ofPieType")}
    element.insert(sum(1 for child in element if child.tag in tags), series)
