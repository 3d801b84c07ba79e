"""Filters in the language of the brief."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.errors import TagsError
from tests.context.templates import fill_lines, read_report
from tests.material import make_material

FACTS: dict[str, Any] = {
    "share": {"value": 70.25, "unit": "percent", "source": "nec"},
    "sum": {"value": 1234567.5, "unit": "EUR", "bound": "about", "source": "nec"},
}


@pytest.mark.parametrize(
    ("lang", "said", "expected"),
    [
        ("en-GB", "{{ 1234567.5 | number }}", "1,234,567.5"),
        ("de", "{{ 1234567.5 | number(2) }}", "1.234.567,50"),
        ("fr", "{{ -1234 | number }}", "−1\xa0234"),
        ("en-GB", "{{ sum | number(1) }} {{ sum | number }}", "1,234,567.5 1.23"),
        ("en-GB", "{{ sum | exact }}", "about €1,234,567.5"),
        ("en-GB", "{{ 70 | percent }} {{ share | percent(1) }}", "70% 70.3%"),
        ("de", "{{ 70 | percent }}", "70\xa0%"),
        ("en-GB", "{{ 1250.5 | currency('EUR') }} {{ sum | currency }}", "€1,250.50 €1,234,567.50"),
        ("de", "{{ 1250.5 | currency('EUR', decimals=0) }}", "1.251\xa0€"),
        ("en-GB", "{{ 1250 | currency('JPY') }}", "JP¥1,250"),
        ("en-GB", "{{ date | date('d MMM y') }}", "5 Mar 2026"),
        ("en-GB", "{{ '2025-03-24' | date }}", "24 March 2025"),
        ("uk", "{{ date | date('full') }}", "четвер, 5 березня 2026\xa0р."),
        ("en-GB", "{{ date | date('month') }} {{ date | date('year') }}", "March 2026 2026"),
        ("en-GB", "{{ ['a', 'b', 'c'] | join_and }}", "a, b and c"),
        ("de", "{{ ['a', 'b', 'c'] | join_or }}", "a, b oder c"),
        ("en-GB", "{{ none | number }}{{ '' | date }}{{ [] | join_and }}.", "."),
    ],
)
def test_a_filter_writes_as_the_language_does(
    tmp_path: Path, lang: str, said: str, expected: str
) -> None:
    """One template serves briefs in every language."""
    material = make_material(lang=lang, date="2026-03-05", facts=FACTS)

    assert read_report(fill_lines(tmp_path, material, said).package) == [expected]


@pytest.mark.parametrize(
    ("said", "message", "hint"),
    [
        ("{{ 'x' | number }}", "'number' is for numbers, not for the text 'x'", ""),
        ("{{ 3 | headline }}", "'headline' is for facts, not for the number 3", "'number'"),
        ("{{ 3 | number(-1) }}", "there cannot be -1 decimals", "from 0 to 12"),
        ("{{ 3 | number('a') }}", "there cannot be a decimals", "whole number"),
        ("{{ 3 | currency }}", "'currency' needs to know which", "currency('EUR')"),
        ("{{ 3 | currency('XXQ') }}", "there is no currency 'XXQ'", "three letters"),
        ("{{ sum | currency('USD') }}", "'sum' is in EUR, not in USD", ""),
        ("{{ sum | percent }}", "'sum' is in EUR, not in per cent", ""),
        ("{{ date | date('%d') }}", "there is no form of dates '%d'", "d MMM y"),
        ("{{ date | date('d MMM') }}", "the day of 'March 2026' is not known", "month"),
        ("{{ 'soon' | date }}", "expected a date such as 2025", "hyphens"),
        ("{{ title | join_and }}", "'join_and' is for lists, not for the text", ""),
        ("{{ 3 | numbr }}", "unknown filter 'numbr'", "did you mean 'number'?"),
        ("{{ missing | number }}", "unknown name 'missing'", ""),
    ],
)
def test_what_a_filter_cannot_take_is_told_with_its_place(
    tmp_path: Path, said: str, message: str, hint: str
) -> None:
    """A wrong argument is a mistake of the designer, who needs to find it."""
    material = make_material(date="2026-03", facts=FACTS)

    with pytest.raises(TagsError) as caught:
        fill_lines(tmp_path, material, said)

    (error,) = caught.value.errors
    assert message in error.message
    assert "paragraph" in error.message
    assert hint in (error.hint or "")
