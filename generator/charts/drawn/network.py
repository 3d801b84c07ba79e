"""Flows as a network in layers: who stands where, in which order. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

_SWEEPS = 4
"""How often the order of layers is mended; more changes nothing that can be seen."""


class Flow(NamedTuple):
    """An amount, above zero, from one node to another; both by index."""

    source: int
    target: int
    size: Decimal


def find_cycle(flows: Sequence[Flow], count: int) -> list[int]:
    """Return nodes along which flows come back to where they began; empty if none do."""
    targets = _list_targets(flows, count)
    done: set[int] = set()
    for start in range(count):
        trail: list[int] = [start]
        waiting = [iter(targets[start])]
        while waiting and start not in done:
            node = next(waiting[-1], None)
            if node is None:
                done.add(trail.pop())
                waiting.pop()
            elif node in trail:
                return [*trail[trail.index(node) :], node]
            elif node not in done:
                trail.append(node)
                waiting.append(iter(targets[node]))
    return []


def _list_targets(flows: Sequence[Flow], count: int) -> list[list[int]]:
    targets: list[list[int]] = [[] for _ in range(count)]
    for flow in flows:
        targets[flow.source].append(flow.target)
    return targets


def plan_layers(flows: Sequence[Flow], count: int) -> list[int]:
    """Return the layer of each node: after all that flow into it; ends stand in the last.

    Args:
        flows: Without a cycle.
        count: Of the nodes.
    """
    layers = [0] * count
    for _ in range(count):
        for flow in flows:
            layers[flow.target] = max(layers[flow.target], layers[flow.source] + 1)
    last = max(layers)
    ends = set(range(count)) - {flow.source for flow in flows}
    return [last if node in ends else layer for node, layer in enumerate(layers)]


def order_layers(
    flows: Sequence[Flow], layers: Sequence[int], sizes: Sequence[Decimal]
) -> list[list[int]]:
    """Return the nodes of each layer from top to bottom, so that few flows cross.

    The first layer begins with the largest; each node then stands at the height of those that it
    is linked to, by the middle of their places, weighed by the flows.
    """
    rows: list[list[int]] = [[] for _ in range(max(layers) + 1)]
    for node in sorted(range(len(layers)), key=lambda node: -sizes[node]):
        rows[layers[node]].append(node)
    for sweep in range(_SWEEPS):
        is_down = sweep % 2 == 0
        order = range(1, len(rows)) if is_down else range(len(rows) - 2, 0, -1)
        for layer in order:
            places = _find_places(rows)
            weights = {node: _weigh(flows, node, places, is_down=is_down) for node in rows[layer]}
            rows[layer].sort(key=lambda node, known=weights: known[node])
    return rows


def _find_places(rows: Sequence[Sequence[int]]) -> Mapping[int, float]:
    """Return for each node how far down its layer it stands, from 0 to 1."""
    return {node: (at + 0.5) / len(row) for row in rows for at, node in enumerate(row)}


def _weigh(
    flows: Sequence[Flow], node: int, places: Mapping[int, float], *, is_down: bool
) -> float:
    linked = [
        (float(flow.size), places[flow.source if is_down else flow.target])
        for flow in flows
        if node == (flow.target if is_down else flow.source)
    ]
    total = sum(size for size, _ in linked)
    if not total:
        return places[node]
    return sum(size * place for size, place in linked) / total
