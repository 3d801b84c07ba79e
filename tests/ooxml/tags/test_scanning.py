"""Where tags begin and end in a text, and what they say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ooxml.tags.scanning import OpenTagError, find_escapes, find_open, scan

_LEVELS = ("p", "tr", "tc", "r")


@pytest.mark.parametrize(
    ("text", "inners"),
    [
        ("a {{ b }} c {% if d %}", ["b", "if d"]),
        ("{{b}}{{ c|upper }}", ["b", "c|upper"]),
        ("{{ '}}' }}{% if x == '%}' %}", ["'}}'", "if x == '%}'"]),
        ("{{ {'a': {'b': 1}}['a'] }}", ["{'a': {'b': 1}}['a']"]),
        ("{{ a }", None),
        ("{# it's a note #}{{ b }}", ["it's a note", "b"]),
        ("{% raw %}{{ a }}{% endraw %}{{ b }}", ["raw", "endraw", "b"]),
        ("{_{ a }_} {{ b }}", ["b"]),
        ("{_{{{ b }}", ["b"]),
        ("{{% if a %}", ["if a"]),
        ("no tag { } % #", []),
    ],
)
def test_tags_are_found_with_what_they_say(text: str, inners: list[str] | None) -> None:
    """Quotes and brackets inside a tag do not end it."""
    if inners is None:
        with pytest.raises(OpenTagError):
            scan(text, _LEVELS)
    else:
        assert [tag.inner for tag in scan(text, _LEVELS)] == inners


@pytest.mark.parametrize(
    ("text", "level", "inner"),
    [
        ("{%p if a %}", "p", "if a"),
        ("{%tr\u00a0for x in y %}", "tr", "for x in y"),
        ("{{r a }}", "r", "a"),
        ("{{ r a }}", "", "r a"),
        ("{%pif a %}", "", "pif a"),
        ("{{p }}", "", "p"),
        ("{{p|upper}}", "", "p|upper"),
        ("{{p | upper }}", "", "p | upper"),
        ("{{r.name}}", "", "r.name"),
        ("{{r if r else 1 }}", "", "r if r else 1"),
        ("{#tr gone #}", "tr", "gone"),
        ("{% p if a %}", "", "p if a"),
    ],
)
def test_letters_right_behind_the_sign_name_a_structure(text: str, level: str, inner: str) -> None:
    """A variable may have the name of a level; then it is a variable."""
    (tag,) = scan(text, _LEVELS)

    assert (tag.level, tag.inner) == (level, inner)


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("{{ “a” }}", '"a"'),
        ("{{ „a“ ~ «b» }}", '"a" ~ "b"'),
        ("{{ ‘a’ }}", "'a'"),
        ("{{ ‘it’s’ }}", "'it’s'"),
        ("{{ “it's” }}", '"it\'s"'),
        ('{{ “say "x"” }}', '"say \\"x\\""'),
        ("{{ d[’a’] }}", "d['a']"),
        ('{{ "it’s" }}', '"it’s"'),
        ("{{\u00a0a\u00a0~ 'b\u00a0c' }}", "a ~ 'b\u00a0c'"),
        ("{%– if a –%}", "if a"),
    ],
)
def test_what_autocorrection_did_to_a_tag_is_undone(text: str, inner: str) -> None:
    """Word makes quotes curly and hyphens long; what stands inside a literal is kept."""
    (tag,) = scan(text, _LEVELS)

    assert tag.inner == inner


def test_signs_of_whitespace_control_are_told() -> None:
    """They are no part of what the tag says."""
    tags = scan("{%- if a -%}{{- b -}}{%+ endif %}{{ -c }}", _LEVELS)

    assert [(tag.trims_before, tag.trims_after) for tag in tags] == [
        *((True, True), (True, True), (False, False), (False, False)),
    ]
    assert [tag.inner for tag in tags] == ["if a", "b", "endif", "-c"]


def test_escapes_are_found() -> None:
    """The underscores alone are not written."""
    assert find_escapes("{_{ a }_} {_% b %_} _{ {_a") == [1, 7, 11, 17]


@pytest.mark.parametrize(
    ("inners", "expected"),
    [
        (["if a", "else", "endif"], []),
        (["if a", "for x in y", "endfor"], [0]),
        (["endif", "if a"], [0, 1]),
        (["else"], [0]),
        (["set x = 1", "set x", "endset"], []),
    ],
)
def test_blocks_that_reach_out_of_a_text_are_told(inners: list[str], expected: list[int]) -> None:
    """Those within one text stay in it; the others are lifted out of their runs."""
    assert find_open(inners) == expected


@given(st.text("{}%#_-ab \"'“”’|.", max_size=30))
def test_any_text_is_scanned_without_gaps(text: str) -> None:
    """Tags do not overlap, and are what stands at their offsets."""
    try:
        tags = scan(text, _LEVELS)
    except OpenTagError:
        return

    ends = [0, *(tag.end for tag in tags)]
    assert all(end <= tag.start for end, tag in zip(ends, tags, strict=False))
    assert all(text[tag.start : tag.end] == tag.source for tag in tags)
