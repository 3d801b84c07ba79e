"""A template laid open: the sheets hold all that there is, and the JSON says the same."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from generator.inventory import Template, find_default_template, read_template
from generator.inventory.deck import LayoutRole
from generator.inventory.report import StyleRole
from generator.overview import (
    Sheet,
    describe_check,
    describe_template,
    plan_role_sheets,
    plan_sheets,
)
from generator.overview.roles import BODY_AREA, plan_rooms


@pytest.fixture(scope="module")
def template() -> Template:
    """Return the default template."""
    return read_template(find_default_template())


def _find(sheets: tuple[Sheet, ...], words: str) -> Sheet:
    (found,) = [sheet for sheet in sheets if words in sheet.title]
    return found


def test_every_style_is_shown_once_with_the_roles_that_use_it(template: Template) -> None:
    """The designer finds the style to change by what it is used for."""
    sheet = _find(plan_sheets(template), "all styles")

    assert [row[0] for row in sheet.rows] == [style.name for style in template.word.everything]
    assert {row[-1] for row in sheet.rows} - {""} == {role.value for role in StyleRole}


def test_every_placeholder_is_shown_with_its_place(template: Template) -> None:
    """Type, idx, box and size of text: what decides where content goes."""
    sheet = _find(plan_sheets(template), "placeholders")
    layouts = [layout for master in template.slides.masters for layout in master.layouts]

    assert len(sheet.rows) == sum(len(layout.placeholders) for layout in layouts)
    assert all(len(row) == len(sheet.heads) for row in sheet.rows)


def test_all_rows_of_a_sheet_are_as_long_as_its_heads(template: Template) -> None:
    """A table with a ragged edge cannot be printed."""
    for sheet in (*plan_sheets(template), *plan_role_sheets(template)):
        assert {len(row) for row in sheet.rows} <= {len(sheet.heads) or 2}, sheet.title


def test_a_half_that_is_not_the_templates_own_is_not_shown(template: Template) -> None:
    """Whoever looks at one Word file does not want to read about our deck."""
    alone = replace(template, own=("word",))
    titles = [sheet.title for sheet in (*plan_sheets(alone), *plan_role_sheets(alone))]

    assert {title.partition(":")[0] for title in titles} == {"report.docx"}
    assert describe_template(alone)["slides"] is None
    assert describe_check(alone)["slides"] is None


def test_the_plain_data_are_json_and_name_every_role(template: Template) -> None:
    """Programs read the same as people."""
    shown = json.loads(json.dumps(describe_template(template)))
    checked = json.loads(json.dumps(describe_check(template)))

    assert set(shown["word"]["roles"]) == {role.value for role in StyleRole}
    assert set(shown["slides"]["roles"]) == {role.value for role in LayoutRole}
    assert checked["word"] == shown["word"]["roles"]
    assert checked["slides"] == shown["slides"]["roles"]
    assert shown["word"]["page"]["paper"] == "A4"
    assert shown["slides"]["slide"]["ratio"] == "16:9"


def test_a_role_without_a_style_says_what_is_done_instead(template: Template) -> None:
    """Missing is not broken: the designer learns what will be made."""
    styles = {
        role: style for role, style in template.word.styles.items() if role != StyleRole.CALLOUT
    }
    reasons = {**template.word.reasons, StyleRole.CALLOUT: "no paragraph style is named 'Callout'"}
    word = replace(template.word, styles=styles, missing=(StyleRole.CALLOUT,), reasons=reasons)
    lacking = replace(template, word=word)

    sheet = _find(plan_role_sheets(lacking), "the style for each role")

    assert [row[:2] for row in sheet.rows] == [("Callout", "(made)")]
    assert "in the fonts and colours of the template" in sheet.notes[0]
    assert describe_check(lacking)["word"]["Callout"] == {
        "style": None,
        "is_made": True,
        "why": "no paragraph style is named 'Callout'; added to the report in the fonts and "
        "colours of the template",
    }


def test_the_room_of_every_layout_is_told(template: Template) -> None:
    """Lines and characters tell a writer how long a title may be."""
    rooms = list(plan_rooms(template))

    assert {room.role for room in rooms} == {role.value for role in LayoutRole}
    assert BODY_AREA in {room.place for room in rooms}
    assert all(room.least.characters >= room.own.characters > 0 for room in rooms)
