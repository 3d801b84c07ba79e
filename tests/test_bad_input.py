"""What is wrong with a data file, as a whole: all of it in one run, with its place and a hint."""

from __future__ import annotations

from pathlib import Path

import pytest

import generator
from generator.errors import BriefError, DataError, GeneratorError

HEAD = "title: Test\ndate: 2025-03\nsources: {s: {title: S, date: 2025}}\n"


def find_errors(folder: Path, text: str) -> list[str]:
    """Return the errors of a data file, without its folder and without hints."""
    path = folder / "brief.yaml"
    path.write_text(text, encoding="utf-8")
    try:
        generator.check(path)
    except GeneratorError as error:
        errors = error.errors if isinstance(error, BriefError) else (error,)
        return [str(each).partition("\n")[0].removeprefix(f"{path}:") for each in errors]
    return []


def test_all_kinds_of_errors_come_in_one_run(tmp_path: Path) -> None:
    """Structure, names, derivations, prose, tables, charts, files: one round of mending."""
    errors = find_errors(
        tmp_path,
        "title: Test\n"
        "date: 2025-13\n"
        "statsu: Draft\n"
        "title: Twice\n"
        "sources: {nec: {titel: A}}\n"
        "facts:\n"
        "  total: {value: 12, unit: USD, source: ncc}\n"
        "  other: {derive: totl + 1, unit: USD}\n"
        "charts:\n"
        "  fig-a:\n"
        "    kind: doughnut\n"
        "    title: '{{ totel }}'\n"
        "    data: [{label: A, value: -1}]\n"
        "tables:\n"
        "  tab-a: {title: T, columns: [{label: A}, {label: B}], rows: [[1]]}\n"
        "sections:\n"
        "  - heading: One\n"
        "    text: |\n"
        "      See @fig-b and @fig-a and [@nc] {{ broken.\n"
        "\n"
        "      | a | b |\n"
        "      |---|\n"
        "    exhibits: [fig-a, fig-z]\n"
        "  - {heading: Two, text: {file: missing.md}}\n"
        "deck: {after: {cover: [{title: X, exhibits: [fig-y]}]}}\n",
    )

    assert errors == [
        "2:7: there is no month 13 in '2025-13'",
        "3:1: unknown key 'statsu'",
        "4:1: the key 'title' is given twice",
        "5:17: unknown key 'titel'",
        "7:41: there is no source 'ncc'",
        "8:19: unknown fact 'totl'",
        "12:12: a doughnut cannot show negative numbers",
        "12:16: unknown fact 'totel'",
        "15:63: this row has 1 cell, the table has 2 columns",
        "19:11: unknown exhibit 'fig-b'",
        "19:34: unknown source 'nc'",
        "19:39: '{{' is not closed with '}}'",
        "22:7: the row of dashes has 1 cell, the head has 2 cells",
        "23:23: there is no chart or table 'fig-z'",
        "24:33: missing.md: there is no such file",
        "25:46: there is no chart or table 'fig-y'",
    ]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (
            "charts: {c: {kind: bar, title: '{{ nope }}', data: [{label: A, value: 1}]}}",
            "4:36: unknown fact 'nope'",
        ),
        (
            "tables: {t: {title: T, columns: [{label: A}], rows: [['[@nope]']]}}",
            "4:57: unknown source 'nope'",
        ),
        ("summary_message: '{{ nope }}'", "4:22: unknown fact 'nope'"),
        (
            "deck: {after: {contact: [{quote: '{{ nope }}', by: X}]}}",
            "4:38: unknown fact 'nope'",
        ),
    ],
)
def test_prose_that_is_not_shown_is_read_as_well(tmp_path: Path, text: str, error: str) -> None:
    """Else the error comes up on the day when the exhibit is put in."""
    assert find_errors(tmp_path, f"{HEAD}{text}\n") == [error]


def test_prose_that_is_not_shown_counts_as_no_use(tmp_path: Path) -> None:
    """A fact that stands in an exhibit that nobody sees is not used."""
    path = tmp_path / "brief.yaml"
    path.write_text(
        f"{HEAD}facts: {{a: {{value: 1, unit: t, source: s, as_of: 2025}}}}\n"
        "tables: {t: {title: '{{ a }}', source: s, columns: [{label: A}], rows: [[x]]}}\n",
        encoding="utf-8",
    )

    assert "fact-unused" in {finding.rule for finding in generator.check(path)}


@pytest.mark.parametrize("text", ["{{ total }}", "{% if a %}", "As the NEC says [@nec]"])
def test_marks_of_prose_are_refused_where_they_would_be_printed(tmp_path: Path, text: str) -> None:
    """A heading is plain text: an expression in it would reach the reader."""
    (error,) = find_errors(tmp_path, f"{HEAD}sections: [{{heading: '{text}'}}]\n")

    assert error.startswith("4:22: ")
    assert "plain text" in error


def test_an_exhibit_that_cannot_be_drawn_is_not_told_as_lost(tmp_path: Path) -> None:
    """One fault, one error, though the text speaks of the chart."""
    errors = find_errors(
        tmp_path,
        f"{HEAD}charts: {{c: {{kind: doughnut, title: T, data: [{{label: A, value: -1}}]}}}}\n"
        "sections: [{heading: H, text: See @c., exhibits: [c]}]\n",
    )

    assert errors == ["4:37: a doughnut cannot show negative numbers"]


def test_two_parts_of_one_name_are_told_and_not_stumbled_over(tmp_path: Path) -> None:
    """The order of parts is planned before the error is told."""
    errors = find_errors(
        tmp_path,
        f"{HEAD}sections: [{{id: summary, heading: H}}]\ndeck: {{order: [summary, cover]}}\n",
    )

    assert errors == ["4:17: 'summary' is the name of a part that every brief has"]


def test_every_finding_names_its_line(tmp_path: Path) -> None:
    """What is to be improved must be found first."""
    path = tmp_path / "brief.yaml"
    path.write_text(
        f"{HEAD}facts: {{a: {{value: 1, unit: t, source: s}}}}\n"
        "charts: {c: {kind: bar, title: T, data: [{label: A, value: 1}]}}\n"
        "tables: {t: {title: T, columns: [{label: A}], rows: [[x]]}}\n"
        "sections: [{heading: H, text: In 12 parts., exhibits: [t]}]\n",
        encoding="utf-8",
    )
    found = {
        (finding.rule, finding.place and finding.place.line) for finding in generator.check(path)
    }

    assert found == {
        ("fact-unused", 4),
        ("fact-undated", 4),
        ("fact-unlocated", 4),
        ("exhibit-unused", 5),
        ("exhibit-unmentioned", 6),
        ("number-typed", 7),
        ("paragraph-uncited", 7),
    }


def test_an_extra_slide_that_does_not_fit_is_told_at_its_own_place(tmp_path: Path) -> None:
    """Not at the section that it comes after."""
    path = tmp_path / "brief.yaml"
    path.write_text(
        "title: T\ndate: 2025\n"
        "sections:\n  - {heading: One, points: [A]}\n"
        "deck:\n  after:\n    one:\n"
        "      - {quote: Fine, by: Somebody}\n"
        f"      - {{title: {'Far too long a title. ' * 20}, points: [A]}}\n",
        encoding="utf-8",
    )
    with pytest.raises(DataError, match="title does not fit") as caught:
        generator.build(path, out=tmp_path / "out")

    assert caught.value.place
    assert caught.value.place.line == 9
