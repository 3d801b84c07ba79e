"""Lines with events and shaded periods."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts.drawn.annotated import AnnotatedLine
from generator.charts.drawn.flags import Wanted, place_flags
from generator.charts.plot import DrawnForm, Plot
from generator.errors import DataError
from tests.charts.drawn.figures import list_words
from tests.charts.samples import make_plot

YEARS = tuple((str(year), year % 7 + 3) for year in range(2010, 2025))
EVENT = {"at": "2022", "label": "Invasion"}
PERIOD = {"start": "2020", "end": "2021", "label": "Pandemic"}


def notes(plot: Plot) -> list[tuple[str, int, int | None]]:
    """Return the notes of an annotated line: words, first and last category."""
    assert isinstance(plot.form, DrawnForm)
    assert isinstance(plot.form.drawing, AnnotatedLine)
    return [(note.text, note.first, note.last) for note in plot.form.drawing.notes]


def test_events_and_periods_stand_at_their_categories_in_order() -> None:
    """The order of the brief need not be that of time."""
    plot = make_plot("annotated-line", YEARS, events=[EVENT], periods=[PERIOD])

    assert notes(plot) == [("Pandemic", 10, 11), ("Invasion", 12, None)]


def test_all_labels_are_written_beside_the_value_at_the_end() -> None:
    """Nothing is cut, and the line keeps what any line has."""
    words = list_words(make_plot("annotated-line", YEARS, events=[EVENT], periods=[PERIOD]))

    assert {"Invasion", "Pandemic", "2024"} <= set(words)


def test_the_alternative_text_tells_what_is_marked() -> None:
    """The events are why the chart was drawn."""
    alt = make_plot("annotated-line", YEARS, events=[EVENT], periods=[PERIOD]).alt

    assert alt.endswith("Marked: Pandemic (2020 to 2021), Invasion (2022).")


@pytest.mark.parametrize(
    ("wishes", "message"),
    [
        ({}, "nothing to annotate"),
        ({"events": [{"at": "2032", "label": "Later"}]}, "no category '2032'"),
        ({"periods": [{**PERIOD, "end": "2020"}]}, "ends where it begins"),
        ({"periods": [{**PERIOD, "end": "2012"}]}, "ends where it begins, or before"),
        ({"events": [EVENT] * 9}, "9 events are more than a chart can show"),
        ({"periods": [PERIOD] * 5}, "5 periods are more"),
    ],
)
def test_notes_that_mean_nothing_are_refused(wishes: dict[str, Any], message: str) -> None:
    """An event that is not drawn would be missed by nobody but its author."""
    with pytest.raises(DataError, match=message):
        make_plot("annotated-line", YEARS, **wishes)


def test_a_misspelt_category_is_hinted_at() -> None:
    """Most mistakes are typing errors."""
    with pytest.raises(DataError) as caught:
        make_plot("annotated-line", YEARS, events=[{"at": "2O22", "label": "x"}])

    assert caught.value.hint == "did you mean '2022'?"


wanted = st.builds(
    Wanted,
    at=st.integers(0, 40).map(lambda step: step * 10.0),
    width=st.integers(10, 120).map(float),
    lines=st.integers(1, 3),
    has_rule=st.booleans(),
)


@given(st.lists(wanted, max_size=10, unique_by=lambda each: each.at))
def test_flags_stay_inside_and_never_meet(labels: list[Wanted]) -> None:
    """Whatever happened when, every label can be read."""
    flags, height = place_flags(labels, 400.0)

    for flag in flags:
        assert flag.left >= 0
        assert flag.right <= 400
        assert 0 <= flag.top <= height - flag.lines
    for one, two in combinations(flags, 2):
        is_beside = one.right <= two.left or two.right <= one.left
        is_above = one.top + one.lines <= two.top or two.top + two.lines <= one.top
        assert is_beside or is_above


@given(st.lists(wanted, max_size=8, unique_by=lambda each: each.at))
def test_no_rule_crosses_a_label(labels: list[Wanted]) -> None:
    """A line through a word looks like a mistake."""
    flags, _ = place_flags(labels, 400.0)

    for flag in flags:
        for other, label in zip(flags, labels, strict=True):
            if other is flag or not label.has_rule:
                continue
            is_crossed = flag.left < label.at < flag.right and other.top < flag.top
            assert not is_crossed
