"""Whatever the input: loading never fails, text is unchanged, and places are in the file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.load import Loaded, read_brief

CASES = Path(__file__).parents[1] / "cases"
FULL = {
    ending: (CASES / "full" / f"brief.{ending}").read_text("utf-8")
    for ending in ("yaml", "json", "toml")
}
ENDINGS = st.sampled_from(sorted(FULL))
PIECES = st.lists(
    st.sampled_from(
        ["title: ", "date", "2026", "- ", "  ", "\n", ": ", "{", "}", "[", "]", "'", '"', "&a ",
         "*a ", "!x ", "|\n", ">\n", "#", "\t", "\\", "?", "%", "@", "---\n", "...\n", "é", "=",
         '"""', "'''", "[[a]]", ".", ",", "\x07", "\u2028", "sections", "heading", "{{ x }}",
         "<<: ", "!!str ", "\\u0007", "1e9", "0x", "true", "null", "//"]
    ),
    max_size=30,
).map("".join)  # fmt: skip
BAD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
MARK = re.compile(r"\{\{|\{%|\[@")


def _load(data: bytes, ending: str) -> tuple[Loaded, str]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"brief.{ending}"
        path.write_bytes(data)
        return read_brief(path), str(path)


def _check_places(loaded: Loaded, text: str, file: str) -> None:
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for error in loaded.errors:
        place = error.place
        assert place is not None
        assert place.file == file
        if place.line is not None:
            assert 1 <= place.line <= len(lines)
            assert 1 <= (place.column or 1) <= len(lines[place.line - 1]) + 1


@given(data=st.binary(max_size=200), ending=ENDINGS)
def test_no_bytes_break_the_loader(data: bytes, ending: str) -> None:
    """A file that is no brief at all is an error, never a traceback."""
    loaded, _ = _load(data, ending)

    assert loaded.brief is not None or loaded.errors


@given(text=PIECES, ending=ENDINGS)
@example(text='a: "\\UFFFFFFFF"', ending="yaml")
@example(text="a: &a\n*a : b", ending="yaml")
@example(text="{{ x }}", ending="yaml")
def test_no_text_breaks_the_loader(text: str, ending: str) -> None:
    """Pieces of the three formats in any order reach further into the readers than noise."""
    loaded, file = _load(text.encode(), ending)

    assert loaded.brief is not None or loaded.errors
    _check_places(loaded, text, file)


@given(ending=ENDINGS, cut=st.tuples(st.integers(0, 4000), st.integers(0, 30)), piece=PIECES)
def test_a_good_file_with_a_hole_is_told_in_places_inside_it(
    ending: str, cut: tuple[int, int], piece: str
) -> None:
    """This is what most bad files are: good ones with one mistake."""
    whole = FULL[ending]
    start = cut[0] % len(whole)
    text = whole[:start] + piece + whole[start + cut[1] :]

    loaded, file = _load(text.encode(), ending)

    assert loaded.brief is not None or loaded.errors
    _check_places(loaded, text, file)


JSON: Any = json.loads(FULL["json"])
VALUES = st.sampled_from(
    [None, True, 0, 1.5, -1e60, "", " ", "text", "2025-13", [], [[]], {}, {"id": "x"}, {"": 1}]
)


def _paths(value: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield above
    keys = value if isinstance(value, dict) else range(len(value) if isinstance(value, list) else 0)
    for key in keys:
        yield from _paths(value[key], (*above, key))


def _put(data: Any, path: tuple[Any, ...], value: Any) -> None:
    """Put `value` at `path`, unless an earlier change has taken away what leads there."""
    try:
        for key in path[:-1]:
            data = data[key]
        data[path[-1]] = deepcopy(value)
    except (KeyError, IndexError, TypeError):
        return


PATHS = [path for path in _paths(JSON) if path]


@given(changes=st.lists(st.tuples(st.sampled_from(PATHS), VALUES), min_size=1, max_size=6))
def test_any_value_may_stand_anywhere(changes: list[tuple[tuple[Any, ...], Any]]) -> None:
    """Whatever is wrong, it is told in our words, and what is left is a brief."""
    data = deepcopy(JSON)
    for path, value in changes:
        _put(data, path, value)

    loaded, _ = _load(json.dumps(data).encode(), "json")

    assert loaded.brief is not None
    for error in loaded.errors:
        assert error.place is not None
        assert "cannot stand here" not in error.message


@pytest.mark.parametrize("ending", ["json", "yaml"])
@given(title=st.text(min_size=1, max_size=80))
@example(title="no")
@example(title="<b>&amp; { x }")
@example(title="{{ x }}")
@example(title="\ud800")
@example(title="a\nb")
def test_any_title_comes_back_unchanged_or_is_refused_by_name(ending: str, title: str) -> None:
    """Nothing is dropped or changed in silence."""
    # JSON in ASCII is YAML as well, but for its pairs of surrogates.
    escaped = json.dumps(title) if ending == "json" else _quote_yaml(title)
    text = f'{{"title": {escaped}, "date": "2026"}}'

    loaded, _ = _load(text.encode(), ending)

    if not loaded.errors:
        assert loaded.brief is not None
        assert loaded.brief.title == title.strip()
        return
    told = loaded.errors[0].message
    assert BAD.search(title) or MARK.search(title) or "\n" in title.strip() or not title.strip()
    assert told.endswith(("cannot be written", "has no meaning here, where plain text stands")) or (
        told
        in ("expected a single line of text, found several", "expected text, found an empty text")
    )


def _quote_yaml(text: str) -> str:
    return '"' + "".join(f"\\U{ord(letter):08x}" for letter in text) + '"'
