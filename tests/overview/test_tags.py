"""The tags of a template laid open: where each stands, and where its value comes from."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from generator.brief import Brief
from generator.inventory import Template, find_default_template, read_template
from generator.overview import Sheet, describe_check, describe_template, plan_tag_sheets

HEADER = "word/header2.xml"


@pytest.fixture(scope="module")
def memo() -> Template:
    """Return the template with tags that we bring."""
    return read_template(find_default_template().parent / "memo")


def _write(text: str) -> Template:
    """Return the default template with `text` in a header."""
    template = read_template(find_default_template())
    root = template.report.read_xml(HEADER)
    next(root.iter("{*}t")).text = text
    template.report.write_xml(HEADER, root)
    return template


def _find(sheets: tuple[Sheet, ...], words: str) -> Sheet:
    (found,) = [sheet for sheet in sheets if words in sheet.title]
    return found


def test_each_file_has_its_tags_and_the_names_that_they_ask_for(memo: Template) -> None:
    """Tag and place first, since that is what one looks for."""
    sheets = plan_tag_sheets(memo)

    assert [sheet.title for sheet in sheets] == [
        "report.docx: tags",
        "report.docx: names that the tags ask for",
        "deck.pptx: tags",
        "deck.pptx: names that the tags ask for",
    ]
    assert ("{{ title }}", "slide 1, title") in _find(sheets, "deck.pptx: tags").rows
    names = _find(sheets, "report.docx: names").rows
    assert ("section: timeline", "1", "any brief") in names


def test_names_that_a_brief_brings_are_told_from_those_that_are_missing() -> None:
    """With a brief at hand nothing is left to guess."""
    template = _write("{{ gdp }} {{ client }} {{ nobody }} {{ title }}")
    given = {
        "title": "A",
        "date": "2025",
        "sources": {"office": {"title": "Accounts"}},
        "facts": {"gdp": {"value": 1, "unit": "USD", "as_of": "2025", "source": "office"}},
        "fields": {"client": "Acme"},
    }
    brief = Brief.model_validate(given)

    assert [row[::2] for row in _find(plan_tag_sheets(template, brief), "names").rows] == [
        ("gdp", "a fact of the brief"),
        ("client", "a field of the brief"),
        ("nobody", "nowhere"),
        ("title", "any brief"),
    ]
    assert [row[2] for row in _find(plan_tag_sheets(template), "names").rows] == [
        *["a fact or a field that a brief must have"] * 3,
        "any brief",
    ]


def test_a_name_that_the_template_can_do_without_is_marked() -> None:
    """Whoever writes a brief need not give it."""
    template = _write("{% if fax is defined %}{{ fax }}{% endif %}")

    (row,) = _find(plan_tag_sheets(template), "names").rows

    assert row[2].endswith("; the template can do without")


def test_a_half_that_is_not_the_templates_own_is_not_listed(memo: Template) -> None:
    """Its tags are of no concern to whoever brings the other half."""
    alone = replace(memo, own=("slides",))

    assert {sheet.title.partition(":")[0] for sheet in plan_tag_sheets(alone)} == {"deck.pptx"}
    assert {tag["file"] for tag in describe_check(alone)["tags"]} == {"deck.pptx"}


def test_the_plain_data_say_the_same(memo: Template) -> None:
    """Editors and servers get place and part of each tag."""
    shown = json.loads(json.dumps(describe_template(memo)))
    checked = json.loads(json.dumps(describe_check(memo)))

    own = [*shown["word"]["tags"], *shown["slides"]["tags"]]
    assert [{key: tag[key] for key in ("tag", "place", "part")} for tag in checked["tags"]] == own
    (name,) = [
        each
        for each in checked["names"]
        if (each["file"], each["name"]) == ("report.docx", "section")
    ]
    assert (name["ids"], name["is_optional"], name["comes_from"]) == (
        ["timeline"],
        False,
        "any brief",
    )


def test_a_template_without_tags_has_no_sheets() -> None:
    """There is nothing to say."""
    assert plan_tag_sheets(read_template(find_default_template())) == ()
