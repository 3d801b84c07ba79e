"""Sankey diagrams: flows in layers."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts.drawn.network import Flow, find_cycle, order_layers, plan_layers
from generator.charts.drawn.sankey import Sankey
from generator.charts.plot import DrawnForm, Plot
from generator.errors import DataError
from tests.charts.drawn.figures import list_words
from tests.charts.samples import make_plot

FLOWS = (
    ("EU", {"to": "Loans", "value": 45}),
    ("EU", {"to": "Grants", "value": 20}),
    ("US", {"to": "Grants", "value": 50}),
    ("Loans", {"to": "Budget", "value": 45}),
    ("Grants", {"to": "Budget", "value": 60}),
)


def drawing(plot: Plot) -> Sankey:
    """Return what is drawn of a sankey diagram."""
    assert isinstance(plot.form, DrawnForm)
    assert isinstance(plot.form.drawing, Sankey)
    return plot.form.drawing


def test_nodes_stand_in_layers_with_what_flows_through_them() -> None:
    """What comes in counts where more comes in than goes out, and the other way round."""
    sankey = drawing(make_plot("sankey", FLOWS))
    layers = [[sankey.nodes[node].text for node in layer] for layer in sankey.layers]

    assert layers == [["EU 65", "US 50"], ["Loans 45", "Grants 70"], ["Budget 105"]]


def test_the_table_has_each_flow_by_both_ends() -> None:
    """The arrow needs no translation."""
    plot = make_plot("sankey", FLOWS)

    assert plot.categories[0] == "Grants → Budget"
    assert plot.series[0].labels == ("60", "50", "45", "45", "20")


def test_flows_have_the_colour_of_their_source_or_of_the_focus() -> None:
    """One can follow a flow by its colour."""
    assert drawing(make_plot("sankey", FLOWS)).colours[:3] == ("accent1", "accent1", "accent2")
    assert drawing(make_plot("sankey", FLOWS, highlight="US")).colours[:3] == (
        "muted",
        "muted",
        "accent1",
    )


def test_all_nodes_are_named() -> None:
    """No legend is needed."""
    assert {"EU 65", "Budget 105"} <= set(list_words(make_plot("sankey", FLOWS)))


def test_the_largest_flow_is_told() -> None:
    """The alternative text says how much there is, and what matters most."""
    assert make_plot("sankey", FLOWS, unit="EUR").alt == (
        "Sankey diagram, in €: 5 flows between 5 points; the largest is Grants → Budget, 60."
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ((("A", 3),), "the flow from 'A' goes nowhere"),
        ((("A", {"to": "A", "value": 3}),), "in a circle: A → A"),
        (
            (
                ("A", {"to": "B", "value": 3}),
                ("B", {"to": "C", "value": 3}),
                ("C", {"to": "A", "value": 1}),
            ),
            "in a circle: A → B → C → A",
        ),
        ((("A", {"to": "B", "value": -3}),), "negative"),
        ((("A", {"to": "B", "value": 0}),), "zero"),
        (tuple((f"a{at}", {"to": "B", "value": 1}) for at in range(17)), "17 names"),
        (tuple((f"a{at}", {"to": f"a{at + 1}", "value": 1}) for at in range(7)), "8 stages"),
        (tuple((f"a{at}", {"to": "B", "value": 1}) for at in range(81)), "81 flows"),
    ],
)
def test_flows_that_cannot_be_drawn_are_refused(data: Any, message: str) -> None:
    """What goes in a circle has no first stage."""
    with pytest.raises(DataError, match=message):
        make_plot("sankey", data)


ends = st.tuples(st.integers(0, 9), st.integers(0, 9))


@given(st.lists(ends.filter(lambda pair: pair[0] < pair[1]), min_size=1, max_size=30))
def test_every_flow_goes_to_a_later_layer(pairs: list[tuple[int, int]]) -> None:
    """A flow that went back would cross its own source."""
    flows = [Flow(source, target, Decimal(1)) for source, target in pairs]
    layers = plan_layers(flows, 10)

    assert find_cycle(flows, 10) == []
    assert all(layers[flow.source] < layers[flow.target] for flow in flows)
    rows = order_layers(flows, layers, [Decimal(1)] * 10)
    assert sorted(node for row in rows for node in row) == list(range(10))


@given(st.lists(ends, min_size=1, max_size=30))
def test_a_circle_is_found_if_there_is_one(pairs: list[tuple[int, int]]) -> None:
    """Layers of flows in a circle would never come to an end."""
    flows = [Flow(source, target, Decimal(1)) for source, target in pairs]
    cycle = find_cycle(flows, 10)

    links = set(pairs)
    assert all(step in links for step in pairwise(cycle))
    if not cycle:
        remaining = set(pairs)
        while remaining:
            targets = {target for _, target in remaining}
            free = {pair for pair in remaining if pair[0] not in targets}
            assert free
            remaining -= free
    else:
        assert cycle[0] == cycle[-1]
