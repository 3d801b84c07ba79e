"""Facts and figures for the tests."""

from __future__ import annotations

from decimal import Decimal

from generator.brief import Fact
from generator.brief.facts import Bound
from generator.brief.values import Name
from generator.facts import Figure
from generator.places import Place

HERE = Place(file="brief.yaml", line=3, column=10)


def make_fact(value: str, unit: str = "USD", bound: str = "exactly", source: str = "nec") -> Fact:
    """Return a fact with a value."""
    return Fact.model_validate(
        {"value": Decimal(value), "unit": unit, "bound": Bound(bound), "source": source}
    )


def derive(expression: str, unit: str = "USD", **more: object) -> Fact:
    """Return a derived fact whose expression stands at line 3, column 10."""
    return Fact.model_validate({"derive": Name(expression, HERE), "unit": unit, **more})


def make_figure(value: str, unit: str = "USD", bound: str = "exactly") -> Figure:
    """Return a figure with a value of its own."""
    fact = make_fact(value, unit, bound)
    return Figure(id="fact", fact=fact, value=Decimal(value), sources=fact.source or ())
