"""What tags do in the body of a Word document."""

from __future__ import annotations

from pathlib import Path

from generator.ooxml.tags.dialect import W
from tests.ooxml.tags.documents import (
    paragraph,
    read_paragraphs,
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
