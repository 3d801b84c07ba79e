"""What tags do in the body of a Word document."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import pass_environment

from generator.errors import TagsError
from generator.ooxml.tags.dialect import W
from generator.rendering import render_docx
from tests.ooxml.tags.documents import (
    make_docx,
    paragraph,
    read_paragraphs,
    read_part,
    read_rows,
    render,
    run,
    table,
)


def test_a_value_takes_the_place_of_its_tag(tmp_path: Path) -> None:
    """The simplest template there is."""
    body = render(tmp_path, paragraph("Dear {{ name }}, hello"), {"name": 'Ann <&> "Bo"'})

    assert read_paragraphs(body) == ['Dear Ann <&> "Bo", hello']


def test_a_tag_split_into_runs_keeps_the_format_it_began_in(tmp_path: Path) -> None:
    """Word splits tags at will; what a reader sees is the format of the opening brace."""
    split = run("{") + run("{ na", "<w:b/>") + '<w:proofErr w:type="spellStart"/>' + run("me }}!")
    body = render(tmp_path, f"<w:p>{run('Dear ')}{split}</w:p>", {"name": "Ann"})

    assert read_paragraphs(body) == ["Dear Ann!"]
    assert body.find(f".//{W}b") is None


def test_rows_are_repeated(tmp_path: Path) -> None:
    """The rows that hold the tags are gone; those between are repeated."""
    body = render(
        tmp_path,
        table(
            ["Name", "Sum"],
            ["{%tr for r in rows %}"],
            ["{{ r.name }}", "{{ r.sum }}"],
            ["{%tr endfor %}"],
        ),
        {"rows": [{"name": "a", "sum": 1}, {"name": "b", "sum": 2}]},
    )

    assert read_rows(body) == [["Name", "Sum"], ["a", "1"], ["b", "2"]]


def test_paragraphs_stand_under_a_condition(tmp_path: Path) -> None:
    """The paragraphs of the tags never appear."""
    lines = ("{%p if paid %}", "Thanks", "{%p else %}", "Pay {{ sum }}", "{%p endif %}", "Bye")
    body = render(tmp_path, "".join(paragraph(line) for line in lines), {"paid": False, "sum": 3})

    assert read_paragraphs(body) == ["Pay 3", "Bye"]


def test_a_template_is_rendered_anew_with_each_context(tmp_path: Path) -> None:
    """What is kept of a template for the next letter must not hold anything of the last one."""
    lines = "{{ a|join('-') }}", "{% for x in a %}{{ x.upper() }}{% endfor %}", "{{r a[0] }}"
    texts = [
        read_paragraphs(render(tmp_path, "".join(paragraph(line) for line in lines), {"a": value}))
        for value in (["x", "y"], ["z"])
    ]

    assert texts == [["x-y", "XY", "x"], ["z", "Z", "z"]]


def test_a_filter_of_the_caller_is_its_own_each_time(tmp_path: Path) -> None:
    """Two callers may give filters of one name that take other arguments."""
    template = make_docx(tmp_path / "template.docx", paragraph("{{ 1|own }}"))

    def first(value: int) -> str:
        return f"first:{value}"

    @pass_environment
    def second(environment: object, value: int) -> str:
        return f"{type(environment).__name__}:{value}"

    texts: list[list[str]] = []
    for own in (first, second):
        render_docx(template, {}, tmp_path / "out.docx", filters={"own": own})
        texts.append(read_paragraphs(read_part(tmp_path / "out.docx")))

    assert texts == [["first:1"], ["TagEnvironment:1"]]


def test_what_a_context_lacks_may_count_as_nothing(tmp_path: Path) -> None:
    """Some who come from docxtpl have templates that count on it."""
    lines = "a{{ who.at.all }}b{% if who %}c{% endif %}{% for x in who %}d{% endfor %}"
    template = make_docx(tmp_path / "t.docx", paragraph(lines))
    render_docx(template, {}, tmp_path / "out.docx", allow_missing=True)
    with pytest.raises(TagsError, match="unknown name 'who'"):
        render_docx(template, {}, tmp_path / "out.docx")

    assert read_paragraphs(read_part(tmp_path / "out.docx")) == ["ab"]


def test_what_must_not_be_reached_is_an_error_even_so(tmp_path: Path) -> None:
    """A reach for Python is an attack, and not a name that was forgotten."""
    template = make_docx(tmp_path / "t.docx", paragraph("{{ x.__class__ }}"))

    with pytest.raises(TagsError, match="must not be reached"):
        render_docx(template, {"x": 1}, tmp_path / "out.docx", allow_missing=True)
