"""Every text and every key is known by its place, so that later stages can point at it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.brief.values import Prose
from generator.load import Loaded, read_brief
from generator.places import Place, place_at

YAML = """\
title: Trees
date: 2026
summary:
  - One message
about: |
  First line

    indented
  last
method: >-
  Folded over
  two lines

  and a second paragraph
funding: "quoted"
deck:
  move: {fig-a: shade}
"""


def _load(tmp_path: Path, text: str, name: str = "brief.yaml") -> Loaded:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return read_brief(path)


def _at(place: Place | None) -> tuple[int | None, int | None]:
    assert place
    return place.line, place.column


def test_prose_keeps_the_place_of_its_first_character(tmp_path: Path) -> None:
    """An unknown fact in a sentence is reported where the sentence stands."""
    brief = _load(tmp_path, YAML).brief

    assert brief
    assert _at(brief.summary[0].place) == (4, 5)
    assert brief.funding is not None
    assert _at(brief.funding.place) == (15, 10)


def test_each_line_of_a_block_has_its_place(tmp_path: Path) -> None:
    """A section's text is a hundred lines; "somewhere in it" helps nobody."""
    brief = _load(tmp_path, YAML).brief

    assert brief
    assert isinstance(brief.about, Prose)
    assert [_at(place) for place in brief.about.line_places] == [(6, 3), (7, 1), (8, 3), (9, 3)]
    assert _at(brief.about.place) == (6, 3)


def test_each_paragraph_of_a_folded_block_has_its_place(tmp_path: Path) -> None:
    """Its lines are joined, so a line of the text begins where its first line did."""
    brief = _load(tmp_path, YAML).brief

    assert brief
    assert isinstance(brief.method, Prose)
    assert brief.method == "Folded over two lines\nand a second paragraph"
    assert [_at(place) for place in brief.method.line_places] == [(11, 3), (14, 3)]


def test_keys_and_values_are_found_by_their_path(tmp_path: Path) -> None:
    """Keys of overrides are names too, and must be pointed at."""
    loaded = _load(tmp_path, YAML)

    assert _at(loaded.places.find_key(("deck", "move", "fig-a"))) == (17, 10)
    assert _at(loaded.places.find_value(("deck", "move", "fig-a"))) == (17, 17)
    assert _at(loaded.places.find_value(("summary", 0))) == (4, 5)


def test_a_path_that_leads_nowhere_gives_the_nearest_place(tmp_path: Path) -> None:
    """A message with a place near by is better than one without."""
    loaded = _load(tmp_path, YAML)

    assert _at(loaded.places.find_value(("summary", 7))) == (4, 3)
    assert _at(loaded.places.find_value(("nothing",))) == (1, 1)


@pytest.mark.parametrize(
    ("name", "text", "places"),
    [
        ("brief.json", '{\n "title": "T", "date": 2026,\n "about":\n   "x"\n}\n', [(4, 4)]),
        ("brief.toml", 'title = "T"\ndate = 2026\nabout = "x"\n', [(3, 9)]),
        (
            "brief.toml",
            'title = "T"\ndate = 2026\nabout = """\nx\n  y\n"""\n',
            [(4, 1), (4, 1), (5, 1), (6, 1)],
        ),
        (
            "brief.toml",
            "title = 'T'\ndate = 2026\nabout = '''x\ny'''\n",
            [(3, 12), (3, 12), (4, 1)],
        ),
    ],
)
def test_other_formats_have_places_too(
    tmp_path: Path, name: str, text: str, places: list[tuple[int, int]]
) -> None:
    """The format must not decide how well errors are told."""
    brief = _load(tmp_path, text, name).brief

    assert brief
    assert brief.about is not None
    assert [_at(brief.about.place), *map(_at, brief.about.line_places)] == places


def test_a_text_file_is_read_with_places_of_its_own(tmp_path: Path) -> None:
    """An error in it is told by its own name and line."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "support.md").write_text("One\n\nTwo\n", "utf-8")

    loaded = _load(
        tmp_path,
        "title: T\ndate: 2026\nsections: [{heading: H, text: {file: texts/support.md}}]\n",
    )

    assert loaded.errors == ()
    assert loaded.brief
    text = loaded.brief.sections[0].text
    assert isinstance(text, Prose)
    assert text == "One\n\nTwo\n"
    assert text.line_place(2) == Place(
        file=str(tmp_path / "texts" / "support.md"), line=3, column=1
    )


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    """A brief from elsewhere must not carry a file of this machine into a report."""
    folder = tmp_path / "brief"
    folder.mkdir()
    (tmp_path / "secret.md").write_text("secret", "utf-8")
    (folder / "text.md").symlink_to(tmp_path / "secret.md")

    loaded = _load(
        folder, "title: T\ndate: 2026\nsections: [{heading: H, text: {file: text.md}}]\n"
    )

    assert [error.message for error in loaded.errors] == [
        "the file 'text.md' lies outside of the folder of the brief"
    ]
    assert loaded.brief
    assert loaded.brief.sections[0].text is None


def test_a_text_file_in_another_encoding_is_told_in_its_own_place(tmp_path: Path) -> None:
    """The place is in the Markdown file, not in the data file that names it."""
    (tmp_path / "text.md").write_bytes(b"One\ncaf\xe9\n")

    loaded = _load(
        tmp_path, "title: T\ndate: 2026\nsections: [{heading: H, text: {file: text.md}}]\n"
    )

    assert [str(error.place) for error in loaded.errors] == [f"{tmp_path / 'text.md'}:2:4"]


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("brief.yaml", "about: 'A {{ x }}'", (3, 11)),
        ("brief.yaml", 'about: "A \\u00e9\\" {{ x }}"', (3, 20)),
        ("brief.yaml", "about: One\n  two\n\n  and A {{ x }}", (6, 9)),
        ("brief.yaml", "about: 'One\n  it''s\n  A {{ x }}'", (5, 5)),
        ("brief.yaml", "about: >\n  One\n  two\n\n  three\n  A {{ x }}", (8, 5)),
        ("brief.yaml", "about: >-", None),
        ("brief.json", '"about": "\\n\\ud83d\\ude80 A {{ x }}"', (3, 28)),
        ("brief.toml", "about = 'A\\ {{ x }}'", (3, 13)),
        ("brief.toml", 'about = "\\U0001F680A {{ x }}"', (3, 22)),
    ],
)
def test_a_place_in_a_text_counts_its_quotes_escapes_and_folds(
    tmp_path: Path, name: str, text: str, place: tuple[int, int] | None
) -> None:
    """The cursor lands on the expression, however its text was written down."""
    head = {
        "brief.yaml": "title: T\ndate: 2026\n",
        "brief.json": '{"title": "T",\n"date": 2026,\n',
        "brief.toml": "title = 'T'\ndate = 2026\n",
    }[name]
    brief = _load(tmp_path, f"{head}{text}{'}' if name == 'brief.json' else ''}", name).brief

    assert brief
    if place is None:
        assert brief.about is None
    else:
        assert brief.about is not None
        assert _at(place_at(brief.about, brief.about.index("{{"))) == place
