"""What a template asks for is known before there are any values, and so is what is wrong."""

from __future__ import annotations

from pathlib import Path

from generator.ooxml.opening import open_package
from generator.ooxml.tags import Survey, survey_tags
from tests.ooxml.tags.decks import add_box, add_picture, add_slide, start_deck
from tests.ooxml.tags.documents import make_docx, paragraph, table


def survey(folder: Path, body: str) -> Survey:
    """Return the survey of a Word file with `body`."""
    return survey_tags(open_package(make_docx(folder / "in.docx", body)))


def test_names_are_listed_in_the_order_of_reading_with_the_tags_that_use_them(
    tmp_path: Path,
) -> None:
    """What a loop or a `set` declares is not asked of the context; what is guarded is known."""
    body = (
        paragraph("{{ title }} {% set x = 1 %}{{ x }}")
        + table(["{%tr for row in rows %}"], ["{{ row.name }} {{ title }}"], ["{%tr endfor %}"])
        + paragraph("{% if place is defined %}{{ place }}{% endif %}")
    )

    found = survey(tmp_path, body)

    assert list(found.names) == ["title", "rows", "place"]
    assert [tag.place for tag in found.names["title"]] == [
        "paragraph '{{ title }} {% set x = 1 %}{{ x }}'",
        "table 1, row 2, paragraph '{{ row.name }} {{ title }}'",
    ]
    assert found.guarded == {"place"}
    assert found.problems == ()


def test_calls_with_a_text_are_listed(tmp_path: Path) -> None:
    """Whether there is such a chart can be checked; an id that is worked out cannot."""
    body = paragraph("{{p chart('aid') }}") + paragraph("{{ table(id) }} {{ 'a'.join(x) }}")

    found = survey(tmp_path, body)

    assert [(each.function, each.argument) for each in found.calls] == [("chart", "aid")]
    assert found.calls[0].tag.place == "paragraph '{{p chart('aid') }}'"


def test_all_that_is_broken_is_told_and_the_names_of_the_rest_are_still_listed(
    tmp_path: Path,
) -> None:
    """One slip must not hide what else the template needs."""
    body = (
        paragraph("{{ title | }}")
        + paragraph("{%p for r in rows %}")
        + paragraph("{{ r.who }} {{ owner }}")
        + paragraph("{%p endfor %}")
        + paragraph("{{ 1 + }}")
    )

    found = survey(tmp_path, body)

    assert [problem.place for problem in found.problems] == [
        "paragraph '{{ title | }}'",
        "paragraph '{{ 1 + }}'",
    ]
    assert set(found.names) == {"rows", "owner"}


def test_text_that_goes_with_a_structure_tag_is_kept_in_the_tag(tmp_path: Path) -> None:
    """Words beside a `{%p %}` are not written; the designer should know."""
    found = survey(
        tmp_path, paragraph("Dear {%p if x %}") + paragraph("a") + paragraph("{%p endif %}")
    )

    assert [tag.dropped for tag in found.tags] == ["Dear", ""]


def test_a_deck_is_surveyed_as_a_whole(tmp_path: Path) -> None:
    """A loop over slides is one, though it begins on one slide and ends on another."""
    deck = start_deck()
    add_box(add_slide(deck, "{%slide for s in sections %}"), "x")
    add_slide(deck, "{{ s.heading }}", "{%slide endfor %} {{ chart('aid') }}")
    deck.save(str(tmp_path / "in.pptx"))

    found = survey_tags(open_package(tmp_path / "in.pptx"))

    assert list(found.names) == ["sections", "chart"]
    assert [each.argument for each in found.calls] == ["aid"]
    assert found.tags[0].source == "{%slide for s in sections %}"


def test_each_tag_is_listed_once_and_those_of_a_slide_together(tmp_path: Path) -> None:
    """An `if` without an end has one in effect, and alternative texts are read last of all."""
    deck = start_deck()
    add_picture(add_slide(deck, "{%slide if contact %}{{ a }}"), "{{ b }}")
    add_slide(deck, "{{ c }}")
    deck.save(str(tmp_path / "in.pptx"))

    found = survey_tags(open_package(tmp_path / "in.pptx"))

    assert [tag.source for tag in found.tags] == [
        "{%slide if contact %}",
        "{{ a }}",
        "{{ b }}",
        "{{ c }}",
    ]


def test_a_tag_in_an_alternative_text_has_the_name_of_what_was_drawn_as_its_place(
    tmp_path: Path,
) -> None:
    """The paragraph around may have no words that one could look for."""
    named = '<wp:docPr id="1" name="Seal" descr="{{ seal }}"/>'
    body = f"<w:p><w:r><w:drawing><wp:inline>{named}</wp:inline></w:drawing></w:r></w:p>"

    (tag,) = survey(tmp_path, body).tags

    assert tag.place == "drawing 'Seal', alt text"
