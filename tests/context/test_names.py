"""The names of a template: what they say in plain text, in Word and in PowerPoint."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.brief.fields import TAG_NAMES
from generator.compose import Material
from generator.context.functions import plan_functions
from generator.context.marks import Requests
from generator.context.names import plan_names
from generator.errors import TagsError
from tests.context.templates import (
    fill,
    fill_lines,
    read_deck,
    read_report,
    save_deck,
    save_report,
)
from tests.material import CHART, TABLE, make_material

BRIEF: dict[str, Any] = {
    "subtitle": "A second line",
    "status": "Draft",
    "organisation": "New Europe Center",
    "keywords": ["aid", "Japan"],
    "authors": [
        {
            "name": "N. Butyrska",
            "role": "Fellow",
            "organisation": "NEC",
            "email": "n@nec.example",
            "about": "Writes on **Asia**.",
        },
        "B. Second",
    ],
    "summary": ["Support comes to {{ total }}.", "It *goes on* [@nec, p. 3]."],
    "key_figures": ["total", {"fact": "budget", "label": "for the budget"}],
    "timeline": [{"date": "2024-06-13", "title": "Accord", "text": "Signed."}],
    "recommendations": [
        {"title": "Keep going", "who": "Tokyo", "what": "Pay.", "by": "2026", "why": "It works."}
    ],
    "charts": {"fig": CHART},
    "tables": {"tab": TABLE},
    "sections": [
        {
            "heading": "Support",
            "message": "Much was given",
            "text": "First.\n\n- one\n- two\n",
            "points": ["A point", "Another"],
            "exhibits": ["fig", "tab"],
            "quote": {"quote": "We stand by you", "by": "Somebody", "role": "Minister"},
            "callout": {"title": "Note", "text": "Mind this."},
            "notes": "Say it slowly.",
            "sections": [{"heading": "Detail", "text": "More."}],
        },
        {"heading": "Outlook", "id": "ahead"},
    ],
    "about": "A *think tank*.",
    "contact": {"name": "Office", "email": "office@nec.example"},
    "fields": {
        "client": "ACME",
        "fee": 1250.50,
        "count": 3,
        "is_public": True,
        "due": "2026-05-01",
        "sites": [{"name": "Kyiv"}, {"name": "Tokyo"}],
    },
}


@pytest.fixture
def material() -> Material:
    """Return a brief that has a bit of everything."""
    return make_material(**BRIEF)


@pytest.mark.parametrize(
    ("said", "expected"),
    {
        "{{ title }}, {{ subtitle }}": "Japan and Ukraine, A second line",
        "{{ date }} {{ date.year }} {{ date.month }} {{ date.iso }}": "March 2025 2025 3 2025-03",
        "{{ status }} {{ organisation }} {{ lang }}": "Draft New Europe Center en-GB",
        "{{ authors[0].name }} {{ authors[0].role }} {{ authors[0].email }}": (
            "N. Butyrska Fellow n@nec.example"
        ),
        "{{ authors | join(', ') }}": "N. Butyrska, B. Second",
        "{{ keywords | join_and }}": "aid and Japan",
        "{{ summary[0] }}": "Support comes to more than US$12.1\xa0billion.",
        "{{ summary[0] | upper }}": "SUPPORT COMES TO MORE THAN US$12.1\xa0BILLION.",
        "{{ key_figures[0].number }} {{ key_figures[1].label }}": ">US$12.1\xa0bn for the budget",
        "{{ key_figures[0].detail }}": "Committed, February 2025",
        "{{ sections[0].id }} {{ sections[1].id }} {{ sections[0].heading }}": (
            "support ahead Support"
        ),
        "{{ sections[0].message }}/{{ sections[1].message }}": "Much was given/",
        "{{ sections[0].sections[0].heading }} {{ sections[0].sections[0].level }}": "Detail 2",
        "{{ sections[0].quote.text }} {{ sections[0].quote.by }}": "We stand by you Somebody",
        "{{ sections[0].callout.title }}": "Note",
        "{{ sections[0].exhibits | map(attribute='id') | join }}": "figtab",
        "{{ recommendations[0].number }} {{ recommendations[0].who }}": "1 Tokyo",
        "{{ recommendations[0].title }} {{ recommendations[0].by }}": "Keep going 2026",
        "{{ timeline[0].date }} {{ timeline[0].title }}": "13 June 2024 Accord",
        "{{ facts.total.id }} {{ total }}": "total more than US$12.1\xa0billion",
        "{{ total | headline }} {{ total | short }}": "more than US$12\xa0billion >US$12.1\xa0bn",
        "{{ total.amount }} {{ total.as_of }} {{ total.basis }} {{ total.bound }}": (
            "12100000000 February 2025 committed more than"
        ),
        "{{ total.value }} {{ total.counts }} {{ total.period }}": (
            "US$12.1\xa0billion all support "
        ),
        "{{ total > budget }} {{ total > 13e9 }} {{ total == 12100000000 }}": "True False True",
        "{{ charts.fig.title }}|{{ charts.fig.unit }}": (
            "Budget support is the larger part|US$ billion"
        ),
        "{{ charts.fig.categories | join(' ') }}": "All Budget",
        "{{ charts.fig.series[0].values[1] }} {{ charts.fig.rows[1].cells[0] }}": "4.2 4.2",
        "{{ tables.tab.columns[1] }}: {{ tables.tab.rows[0] | join(' ') }}": (
            "Sum (US$\xa0billion): Japan 12.1"
        ),
        "{{ words.figure }} {{ words.references }}": "Figure References",
        "{{ contact.name }} {{ contact.email }} {{ contact.phone }}": "Office office@nec.example ",
        "{{ client }} {{ fee }} {{ count }} {{ is_public }}": "ACME 1250.5 3 True",
        "{{ due }} {{ due.iso }} {{ sites[1].name }}": "1 May 2026 2026-05-01 Tokyo",
        "{{ fields.client }} {{ range(count) | list | length }}": "ACME 3",
        "{% if method %}yes{% else %}no{% endif %}": "no",
    }.items(),
)
def test_every_name_says_what_the_brief_says(
    material: Material, tmp_path: Path, said: str, expected: str
) -> None:
    """A designer looks the names up once, and they are the same in both programs."""
    report = fill(save_report(tmp_path / "r.docx", f"x {said}"), material)
    deck = fill(save_deck(tmp_path / "d.pptx", (f"x {said}", "body")), material)

    assert read_report(report.package)[0] == f"x {expected}"
    assert read_deck(deck.package)[0] == f"x {expected}"


def test_all_names_are_known_to_the_brief(material: Material) -> None:
    """A field may be called as none of them, and that list must be whole."""
    requests = Requests()
    names = plan_names(material, requests, is_word=True)
    functions = plan_functions(material, requests, Path(), is_word=True)

    own = {*names, *functions} - {*material.figures, *material.brief.fields}

    assert own == TAG_NAMES


def test_a_fact_called_as_a_name_is_reached_by_the_facts() -> None:
    """A brief may call its facts as it likes; the title stays the title."""
    facts = {"title": {"value": 3, "unit": "years", "source": "nec"}}
    names = plan_names(make_material(facts=facts), Requests(), is_word=True)

    assert names["title"] == "Japan and Ukraine"
    assert str(names["facts"]["title"]) == "three\xa0years"  # type: ignore[index]


def test_a_section_left_out_of_the_report_is_not_looped_over(
    material: Material, tmp_path: Path
) -> None:
    """What the brief does not show in a document, a template of it does not show either."""
    report = {"leave_out": ["ahead", "detail"], "order": []}
    other = make_material(**BRIEF, report=report)
    said = "{% for s in sections %}{{ s.id }}{{ s.sections | length }} {% endfor %}"

    assert read_report(fill_lines(tmp_path, other, said).package)[0] == "support0 "
    assert read_report(fill_lines(tmp_path, material, said).package)[0] == "support1 ahead0 "


def test_all_unknown_names_come_in_one_error_each_with_its_place(
    material: Material, tmp_path: Path
) -> None:
    """A designer mends a template in one go."""
    with pytest.raises(TagsError) as caught:
        fill_lines(tmp_path, material, "{{ titel }}", "{{ sections[0].headin }}")

    first, second = (str(error) for error in caught.value.errors)
    assert "unknown name 'titel'" in first
    assert "did you mean 'title'? Else, a value of its own goes under 'fields'" in first
    assert "unknown name 'headin' in 'sections[0].headin'" in second
    assert second.endswith("did you mean 'heading'?")


texts = st.text(
    st.characters(
        blacklist_categories=("Cs", "Cc", "Zl", "Zp"),
        blacklist_characters="\ufffe\uffff\U0010fffd",
    ),
    min_size=1,
    max_size=40,
).filter(lambda text: text.strip() == text and not any(m in text for m in ("{{", "{%", "[@")))


@given(title=texts)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_title_comes_back_unchanged(tmp_path_factory: Any, title: str) -> None:
    """Signs of XML, emoji, scripts from right to left: a title is a title."""
    folder = tmp_path_factory.mktemp("titles")
    material = make_material(title=title, fields={"client": title})

    report = fill_lines(folder, material, "{{ title }}", "{{ client }}")
    deck = fill(save_deck(folder / "d.pptx", ("{{ title }}", "{{ client }}")), material)

    assert read_report(report.package) == [title, title]
    assert read_deck(deck.package) == [title, title]


def test_a_chart_lists_its_data_and_not_what_it_is_drawn_with(tmp_path: Path) -> None:
    """A table made from the rows of a waterfall has one column: the changes."""
    steps = [{"label": "Before", "value": 40}, {"label": "New", "value": 2.5}]
    steps.append({"label": "After", "total": True})
    charts = {"way": {"kind": "waterfall", "title": "Up", "data": steps}}
    said = "{{ charts.way.series | length }}: {{ charts.way.rows | map(attribute='cells') | list }}"

    filled = fill_lines(tmp_path, make_material(charts=charts), said)

    assert read_report(filled.package) == ["1: [('40',), ('2.5',), ('42.5',)]"]
