"""With errors, what is left of a brief is kept, so that other errors can be told as well."""

from __future__ import annotations

from pathlib import Path

from generator.load import Loaded, read_brief


def _load(tmp_path: Path, text: str) -> Loaded:
    path = tmp_path / "brief.yaml"
    path.write_text(text, "utf-8")
    return read_brief(path)


def test_what_is_right_is_kept(tmp_path: Path) -> None:
    """A bad date must not hide a typing error in the text."""
    loaded = _load(
        tmp_path,
        "title: T\ndate: 2026-13\nsummary: [One, 2, Three]\n"
        "sections: [{heading: A, text: Text, pionts: [x]}, {text: Headless}]\n",
    )

    assert len(loaded.errors) == 4
    assert loaded.brief
    assert loaded.brief.summary == ("One", "Three")
    assert [section.text for section in loaded.brief.sections] == ["Text", "Headless"]


def test_places_follow_what_is_left(tmp_path: Path) -> None:
    """Paths count the entries that are left, not those of the file."""
    loaded = _load(tmp_path, "title: T\ndate: 2026\nsummary: [1, Two]\n")

    assert loaded.places.find_value(("summary", 0)).column == 14


def test_a_name_that_was_refused_is_still_declared(tmp_path: Path) -> None:
    """One error must not drag ten others after it."""
    loaded = _load(
        tmp_path,
        "title: T\ndate: 2026\nsources: {s: {titel: S}}\n"
        "facts:\n  f: {value: 1, source: s}\n  g: [1]\n"
        "charts:\n  c: {kind: bar, title: T, data: []}\n"
        "key_figures: [f, g]\nsections: [{heading: H, exhibits: [c]}]\n",
    )

    assert [error.message for error in loaded.errors] == [
        "unknown key 'titel'",
        "this fact has no 'unit'",
        "expected a group of keys, found a list",
        "the list is empty",
    ]
    assert loaded.declared.facts == {"f", "g"}
    assert loaded.declared.exhibits == {"c"}


def test_a_bad_cell_does_not_shift_its_row(tmp_path: Path) -> None:
    """Else the row would be too short, and told of twice."""
    loaded = _load(
        tmp_path,
        "title: T\ndate: 2026\ntables:\n  t:\n    title: T\n    columns: [{label: A}, {label: B}]\n"
        "    rows: [[[], 2]]\n",
    )

    assert [error.message for error in loaded.errors] == [
        "expected a number or a text, found a list"
    ]
    assert loaded.brief
    assert loaded.brief.tables["t"].rows == ((None, 2),)


def test_a_rule_is_told_even_if_a_key_beside_it_is_bad(tmp_path: Path) -> None:
    """Both must be mended, so both are told in one run."""
    loaded = _load(tmp_path, "title: T\ndate: 2026\nfacts: {f: {value: 1, unit: t, as_of: soon}}\n")

    assert [error.message for error in loaded.errors] == [
        "a fact with a value needs a 'source'",
        "expected a date such as 2025, 2025-03 or 2025-03-24, found 'soon'",
    ]


def test_errors_stand_in_the_order_of_the_file(tmp_path: Path) -> None:
    """They are mended from top to bottom."""
    loaded = _load(
        tmp_path,
        "titel: T\nsections: [{heading: H, exhibits: [c], foo: 1}]\nsources: {s: {}}\ndate: 1\n",
    )

    lines = [error.place.line or 0 for error in loaded.errors if error.place]
    assert lines == sorted(lines)
    assert len(lines) == len(loaded.errors) == 5


def test_each_error_is_told_once(tmp_path: Path) -> None:
    """An alias repeats a value, but not what is wrong with it."""
    loaded = _load(
        tmp_path,
        "title: T\ndate: 2026\nsources:\n  a: &a {title: A, foo: 1}\n  b: *a\n  c: *a\n",
    )

    assert [error.message for error in loaded.errors] == ["unknown key 'foo'"]
    assert loaded.brief
    assert list(loaded.brief.sources) == ["a", "b", "c"]
