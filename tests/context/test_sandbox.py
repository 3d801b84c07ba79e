"""What a template can reach: plain values, and nothing that leads out of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.context.functions import plan_functions
from generator.context.marks import Requests
from generator.context.names import plan_names
from generator.errors import TagsError
from generator.ooxml.tags.limits import Budget
from generator.ooxml.tags.sandbox import TagEnvironment
from tests.context.templates import fill_lines
from tests.context.test_names import BRIEF
from tests.material import make_material

_PLAIN = (str, int, float, Decimal, bool, type(None))


def _walk(value: Any, environment: TagEnvironment, path: str) -> Iterator[tuple[str, Any]]:
    """Yield every value that a template reaches from `value` by attributes and entries."""
    yield path, value
    for step, reached in _step(value, environment):
        yield from _walk(reached, environment, path + step)


def _step(value: Any, environment: TagEnvironment) -> Iterator[tuple[str, Any]]:
    """Yield what can be reached from a value at once."""
    if isinstance(value, Mapping):
        yield from ((f"[{key!r}]", item) for key, item in value.items())
    elif isinstance(value, tuple):
        yield from ((f"[{index}]", item) for index, item in enumerate(value))
    elif type(value) not in _PLAIN and not isinstance(value, Decimal):
        for name in dir(value):
            reached = getattr(value, name, None)
            if environment.is_safe_attribute(value, name, reached) and not callable(reached):
                yield f".{name}", reached


def test_a_template_reaches_values_of_its_own_alone() -> None:
    """Neither the brief's models nor a path of the machine may be seen from a template."""
    environment = TagEnvironment(Budget(), {}, {})
    names = plan_names(make_material(**BRIEF), Requests(), is_word=True)

    reached = dict(_walk(names, environment, ""))

    foreign = {
        path: type(value)
        for path, value in reached.items()
        if not isinstance(value, (*_PLAIN, Mapping, tuple))
        and not type(value).__module__.startswith("generator.context.")
    }
    placed = [path for path, value in reached.items() if hasattr(value, "place")]
    assert len(reached) > 200
    assert foreign == {}
    assert placed == []


@pytest.mark.parametrize(
    "said",
    [
        "{{ sections[0].__class__ }}",
        "{{ total._figure }}",
        "{{ total['_figure'] }}",
        "{{ title.__class__.__mro__ }}",
        "{{ chart.__globals__ }}",
        "{{ chart.__closure__ }}",
        "{{ body._requests }}",
        "{{ summary[0]._requests.asked }}",
        "{{ summary[0].build_at.__self__ }}",
        "{{ '{0._figure}'.format(total) }}",
        "{{ [total] | map(attribute='_figure') | list }}",
        "{{ image.__wrapped__ }}",
        "{{ sections[0].exhibits[0]._mark }}",
        "{{ fields.update({}) }}",
        "{{ facts.total.write.__func__ }}",
    ],
)
def test_what_lies_behind_the_values_is_out_of_reach(tmp_path: Path, said: str) -> None:
    """A template is untrusted input."""
    with pytest.raises(TagsError):
        fill_lines(tmp_path, make_material(**BRIEF), said)


def test_values_cannot_be_changed() -> None:
    """What one tag does must not show in the next."""
    names: dict[str, Any] = plan_names(make_material(**BRIEF), Requests(), is_word=True)

    with pytest.raises(AttributeError):
        names["sections"][0].heading = "x"
    with pytest.raises(TypeError):
        names["facts"]["total"] = 3


def test_functions_have_no_paths_to_show(tmp_path: Path) -> None:
    """The folder of the brief is known to one function, and to nobody who asks it."""
    environment = TagEnvironment(Budget(), {}, {})
    functions = plan_functions(make_material(**BRIEF), Requests(), tmp_path, is_word=True)

    seen = [
        name
        for function in functions.values()
        for name in dir(function)
        if environment.is_safe_attribute(function, name, getattr(function, name, None))
    ]

    assert set(seen) == {"build_at"}
