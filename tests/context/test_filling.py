"""Filling a template: what is kept, what the body leaves out, what a reader is told."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from generator.compose import Material
from generator.compose.slots import SlotKind
from generator.context import Filled, fill_deck, fill_report
from generator.errors import TagsError
from generator.findings import Severity
from generator.ooxml.opening import open_package
from generator.text.blocks import CrossReference, Run
from generator.text.walk import walk_inlines
from tests.context.templates import (
    add_box,
    fill,
    fill_lines,
    open_report,
    read_report,
    save_deck,
    save_report,
)
from tests.material import CHART, TABLE, make_material

BRIEF: dict[str, Any] = {
    "charts": {"fig": CHART},
    "tables": {"tab": TABLE},
    "summary": ["One", "Two"],
    "key_figures": ["total"],
    "sections": [
        {
            "heading": "Support",
            "message": "Much was given",
            "text": "First.",
            "points": ["A point"],
            "exhibits": ["fig", "tab"],
            "sections": [{"heading": "Detail", "text": "More."}],
        },
        {"heading": "Outlook", "text": "Then."},
    ],
    "recommendations": [{"title": "Go on", "who": "All", "what": "Do."}],
    "contact": {"name": "Office"},
}


@pytest.fixture
def material() -> Material:
    """Return a brief with parts of every kind."""
    return make_material(**BRIEF)


def _list_left_out(filled: Filled) -> set[str]:
    (body,) = (slot for slot in filled.slots if slot.kind is SlotKind.BODY)
    return set(body.leave_out)


def _list_unplaced(filled: Filled) -> str:
    return "".join(one.message for one in filled.findings if one.rule == "brief-unplaced")


@pytest.mark.parametrize(
    ("said", "left_out"),
    [
        ("x", set[str]()),
        ("{{ title }}", {"cover"}),
        ("{{ title | upper }}", {"cover"}),
        ("{{ date }} {{ organisation }}", set[str]()),
        ("{{p summary }}", {"summary"}),
        ("{{ summary | join(' ') }}", {"summary"}),
        ("{% for m in summary %}{{ m }}{% endfor %}", {"summary"}),
        ("{% if summary %}There is one{% endif %}", set[str]()),
        ("{{ recommendations | length }} of them", set[str]()),
        ("{% for r in recommendations %}{{ r.who }}{% endfor %}", {"recommendations"}),
        ("{% for k in key_figures %}{{ k.label }}{% endfor %}", {"key-figures"}),
        ("{{ sources[0] }}", {"references"}),
        ("{{ contact.name }}", {"contact"}),
        ("{% for s in sections %}{{ s.heading }}: {{ s.message }}{% endfor %}", set[str]()),
        ("{% for s in sections[:1] %}{{ s.text }}{% endfor %}", {"support"}),
        ("{{p section('outlook') }}", {"outlook"}),
        ("{{p section('summary') }}", {"summary"}),
        ("{{p chart('fig') }}", {"fig"}),
        ("{{ tables.tab.rows[0][0] }}", {"tab"}),
        ("{{ charts.fig.rows[0].cells[0] }} {{ charts.fig.title }}", set[str]()),
        ("{% if false %}{{ chart('fig') }}{{ sections[0].text }}{% endif %}", set[str]()),
    ],
)
def test_the_body_leaves_out_what_a_tag_places(
    material: Material, tmp_path: Path, said: str, left_out: set[str]
) -> None:
    """Nothing is told twice, and a mere mention takes nothing away."""
    filled = fill_lines(tmp_path, material, said, "{{p body }}")

    assert _list_left_out(filled) == left_out


def test_a_section_asked_for_leaves_out_its_exhibit_that_stands_elsewhere(
    material: Material, tmp_path: Path
) -> None:
    """The chart on page one is not shown again in its section."""
    filled = fill_lines(tmp_path, material, "{{p chart('fig') }}", "{{p section('support') }}")

    assert [sorted(slot.leave_out) for slot in filled.slots] == [[], ["fig"]]


def test_in_a_deck_points_place_a_section_and_sources_their_slide(
    material: Material, tmp_path: Path
) -> None:
    """A deck has other parts than a report."""
    path = save_deck(
        tmp_path / "d.pptx",
        ("{{ title }}", "{{p sections[0].points }}"),
        ("Sources", "{{p sources }}"),
        ("", "{{ body }}"),
    )

    assert _list_left_out(fill(path, material)) == {"cover", "support", "sources"}


@pytest.mark.parametrize("where", ["header", "properties", "notes"])
def test_what_is_written_around_the_text_leaves_nothing_out(
    material: Material, tmp_path: Path, where: str
) -> None:
    """The running title in a header is no cover."""

    def change_report(document: Any) -> None:
        if where == "header":
            document.sections[0].header.paragraphs[0].text = "{{ title }} {{ summary[0] }}"
        else:
            document.core_properties.title = "{{ title }} {{ summary[0] }}"

    def change_deck(deck: Any) -> None:
        deck.slides[0].notes_slide.notes_text_frame.text = "{{ title }} {{ summary[0] }}"

    if where == "notes":
        path = save_deck(tmp_path / "d.pptx", ("T", "{{ body }}"), change=change_deck)
    else:
        path = save_report(tmp_path / "r.docx", "{{p body }}", change=change_report)

    assert _list_left_out(fill(path, material)) == set()


def test_with_a_body_nothing_of_the_brief_is_lost(material: Material, tmp_path: Path) -> None:
    """So there is nothing to tell."""
    filled = fill_lines(tmp_path, material, "{{ title }}", "{{p chart('fig') }}", "{{p body }}")

    assert filled.findings == ()


@pytest.mark.parametrize(
    ("lines", "lost"),
    [
        (
            ("{{ title }}",),
            "'summary', 'key-figures', 'recommendations', 'references', 'contact', 'support', "
            "'fig', 'tab', 'detail', 'outlook'",
        ),
        (("{{p body }}", "{{ sections[0].text }}"), "'fig', 'tab', 'detail'"),
        (("{{p body }}", "{{ sections[0].text }}{{ table('tab') }}"), "'fig', 'detail'"),
        (
            ("{{p section('support') }}", "{{p summary }}", "{{p sources }}", "{{ contact }}"),
            "'key-figures', 'recommendations', 'outlook'",
        ),
    ],
)
def test_what_a_kept_report_shows_nowhere_is_told(
    material: Material, tmp_path: Path, lines: tuple[str, ...], lost: str
) -> None:
    """A letter may well leave most of a brief out; whoever forgot a section should hear of it."""
    filled = fill_lines(tmp_path, material, *lines)

    (finding,) = filled.findings
    assert _list_unplaced(filled) == f"the template shows nowhere: {lost}"
    assert (finding.severity, finding.where) == (Severity.NOTE, "report.docx")


def test_text_that_goes_with_a_structure_tag_is_told(material: Material, tmp_path: Path) -> None:
    """Docxtpl drops it without a word."""
    filled = fill_lines(
        tmp_path, material, "Lost {%p for m in summary %}", "x", "{%p endfor %}", "{{p body }}"
    )

    (finding,) = (one for one in filled.findings if one.rule == "tag-drops-text")
    assert "'Lost'" in finding.message
    assert "{%p for m in summary %}" in finding.message


def test_a_template_with_tags_in_its_furniture_alone_is_not_kept(
    material: Material, tmp_path: Path
) -> None:
    """Its sample text goes as ever; only the header and the properties are filled."""

    def change(document: Any) -> None:
        document.sections[0].footer.paragraphs[0].text = "{{ title }}, {{ date }}"
        document.core_properties.subject = "{{ organisation }}: {{ title }}"

    filled = fill(save_report(tmp_path / "r.docx", "Sample text", change=change), material)

    document = open_report(filled)
    assert document.sections[0].footer.paragraphs[0].text == "Japan and Ukraine, March 2025"
    assert document.core_properties.subject == ": Japan and Ukraine"
    assert filled.is_kept is False
    assert filled.kept_properties == {"subject"}
    assert filled.findings == ()


def test_a_layout_of_a_deck_is_filled_and_its_slides_are_not_kept(
    material: Material, tmp_path: Path
) -> None:
    """The name of the client may stand on the master."""

    def change(deck: Any) -> None:
        deck.slide_master.placeholders[0].text_frame.text = "For {{ title }}"

    filled = fill(save_deck(tmp_path / "d.pptx", ("T", "x"), change=change), material)

    master = filled.package.parts["ppt/slideMasters/slideMaster1.xml"].decode()
    assert "For Japan and Ukraine" in master
    assert filled.is_kept is False


@pytest.mark.parametrize("render", [fill_report, fill_deck])
def test_a_template_without_tags_is_handed_on_untouched(
    material: Material, tmp_path: Path, render: Any
) -> None:
    """A build without tags must not change by a byte, nor take longer."""
    path = save_report(tmp_path / "r.docx", "No { tag } here")
    package = open_package(path)

    filled = render(package, material, tmp_path)

    assert filled == Filled(package=package, material=material)
    assert filled.package is package


def test_the_template_itself_is_left_as_it_is(material: Material, tmp_path: Path) -> None:
    """It is read once and filled for many briefs."""
    package = open_package(save_report(tmp_path / "r.docx", "{{ title }}"), has_tags=True)
    before = dict(package.parts)

    first = fill_report(package, material, tmp_path)
    second = fill_report(package, make_material(title="Another"), tmp_path)

    assert package.parts == before
    assert read_report(package) == ["{{ title }}"]
    assert (read_report(first.package), read_report(second.package)) == (
        ["Japan and Ukraine"],
        ["Another"],
    )


@pytest.mark.parametrize(
    ("note", "stays"), [("Ask the client", False), ("For {{ title }} only", True)]
)
def test_comments_of_reviewers_go_unless_tags_were_written_in_them(
    material: Material, tmp_path: Path, note: str, *, stays: bool
) -> None:
    """A document must not tell what was said of its template."""

    def change(document: Any) -> None:
        document.add_comment(document.paragraphs[0].runs, text=note, author="R", initials="R")

    filled = fill(save_report(tmp_path / "r.docx", "{{ title }}", change=change), material)

    with zipfile.ZipFile(io.BytesIO(filled.package.to_bytes())) as archive:
        comments = [name for name in archive.namelist() if "comments" in name]
        assert bool(comments) is stays
        assert not stays or b"For Japan and Ukraine only" in archive.read(comments[0])


def test_text_calls_an_exhibit_that_is_written_cell_by_cell_by_its_title(tmp_path: Path) -> None:
    """It has no caption with a number that the text could refer to."""
    section = {
        "heading": "Support",
        "text": "See @tab and @fig.\n\n- also @tab[^1]\n\n[^1]: In @tab.\n",
        "exhibits": ["fig", "tab"],
    }
    material = make_material(charts={"fig": CHART}, tables={"tab": TABLE}, sections=[section])
    lines = ("{{ tables.tab.rows[0][0] }}", "{{p sections[0].text }}", "{{p chart('fig') }}")

    filled = fill_lines(tmp_path, material, *lines)

    blocks = next(slot.blocks for slot in filled.slots if slot.kind is SlotKind.BLOCKS)
    inlines = list(walk_inlines(blocks))
    called = [run.text for run in inlines if isinstance(run, Run) and "Who gave" in run.text]
    assert called == ["“Who gave what”"] * 3
    assert [one.exhibit for one in inlines if isinstance(one, CrossReference)] == ["fig"]
    assert filled.material.parse_blocks(section_text(filled.material)) == blocks


def section_text(material: Material) -> Any:
    """Return the text of the first section."""
    return material.brief.sections[0].text


def test_facts_and_exhibits_of_tags_count_as_used(tmp_path: Path) -> None:
    """Nobody should be told to take out what the template shows."""
    material = make_material(charts={"fig": CHART}, facts={**_more_facts()})

    fill_lines(tmp_path, material, "{{ other }} {% if hidden %}{% endif %}", "{{p chart('fig') }}")

    assert "other" in material.uses.facts
    assert material.uses.placed == {"fig"}


def _more_facts() -> dict[str, Any]:
    fact = {"value": 3, "unit": "people", "source": "nec"}
    return {"total": fact, "budget": fact, "other": fact, "hidden": fact}


def test_a_slide_may_show_what_another_shows(material: Material, tmp_path: Path) -> None:
    """An annex may bring the chart again; slides are not numbered as figures are."""

    def change(deck: Any) -> None:
        add_box(deck.slides[0], "{{ chart('fig') }}")

    path = save_deck(tmp_path / "d.pptx", ("T", "{{ chart('fig') }}"), change=change)

    assert [slot.name for slot in fill(path, material).slots] == ["fig", "fig"]


def test_errors_name_the_file_of_the_template(material: Material, tmp_path: Path) -> None:
    """Two templates are filled in one build."""
    with pytest.raises(TagsError) as caught:
        fill_lines(tmp_path, material, "{{ nothing }}")

    assert str(caught.value.errors[0].place).endswith("report.docx")
