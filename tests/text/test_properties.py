"""Whatever is typed: words come back unchanged, facts survive, and nothing takes long."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.blocks import Paragraph, Run, to_plain
from generator.text.reader import ProseReader
from generator.text.scope import Scope
from generator.text.templates import expand
from generator.text.walk import walk_inlines
from tests.text.samples import FIGURES, make_reader, place

SECONDS = 10
"""Far above what any text takes on a slow machine, far below what a runaway would."""

# No blanks at the ends of words and no typed units, which are the things that reading changes.
WORDS = st.text(
    alphabet=st.sampled_from("abcXYZéїжл日本語שלום🙂123<&>*_[]|{}()`~^@#!\\\"'$%+-=:;.,/"),
    min_size=1,
)
MARKUP = st.text(
    alphabet=st.sampled_from("ab1 \n\t<&>*_[]|{}%#()`^@!\\\"'-=:;.,/nectotal"), max_size=120
)


def make_scope() -> Scope:
    """Return a scope with facts alone."""
    return Scope(figures=FIGURES, broken=(), language="en-GB", sources=(), exhibits=())


def escape(text: str) -> str:
    """Return `text` as an author writes it to be taken letter by letter."""
    text = re.sub(r"([\\`*_\[\]<>()#!|~^@&:\"'$%+\-=;.,/])", r"\\\1", text)
    return text.replace("{", "{{ '{' }}")


@given(WORDS, st.sampled_from(["", "**", "*"]))
def test_escaped_words_come_back_unchanged(words: str, mark: str) -> None:
    """Signs that mean something in Markdown or Jinja can all be written as themselves."""
    reader = make_reader()

    inlines = reader.parse_inlines(place(f"{mark}{escape(words)}{mark}"))

    assert reader.errors == []
    assert to_plain(inlines) == words


@given(
    st.text(alphabet="xyz ,.", max_size=10),
    st.text(alphabet="xyz ,.", max_size=10),
    st.sampled_from(["", "*", "**", "***"]),
    st.sampled_from(sorted(FIGURES)),
)
def test_a_figure_survives_whatever_surrounds_it(
    before: str, after: str, mark: str, fact: str
) -> None:
    """The run of a fact has its words, its id and its format, and nothing else."""
    reader = make_reader()

    (block,) = reader.parse_blocks(place(f"(x {before} {mark}{{{{ {fact} }}}}{mark} {after} x)"))

    assert isinstance(block, Paragraph)
    (run,) = [run for run in block.inlines if isinstance(run, Run) and run.fact]
    assert run == Run(
        text=to_plain(reader.parse_inlines(f"{{{{ {fact} }}}}")),
        fact=fact,
        bold=mark in {"**", "***"},
        italic=mark in {"*", "***"},
    )


@given(MARKUP)
def test_any_text_is_read_without_an_exception(text: str) -> None:
    """Each run can be written to a file: it has text, and no control character in it."""
    reader = make_reader()

    parsed = (*walk_inlines(reader.parse_blocks(text)), *reader.parse_inlines(text))

    for inline in parsed:
        if isinstance(inline, Run):
            assert inline.text
            assert not re.search(
                "[\x00-\x1f\x7f-\x9f\ud800-\udfff\U000f0000-\U0010ffff]", inline.text
            )


@given(st.text(max_size=60))
def test_any_character_is_read_or_refused(text: str) -> None:
    """All of Unicode may be typed."""
    reader = make_reader()

    reader.parse_blocks(text)
    reader.parse_inlines(text)

    for error in reader.errors:
        assert error.message


@given(
    st.lists(
        st.sampled_from(
            ["{{ total }}", "{{share|headline}}", "{{ unknown }}", "word\n", " ", "}}", "{ ", "%}"]
        ),
        max_size=8,
    )
)
def test_plain_names_mean_the_same_with_and_without_jinja(pieces: list[str]) -> None:
    """The short way through a text is a matter of speed alone."""
    text = "".join(pieces)
    short, full = make_scope(), make_scope()

    quick = expand(place(text + "."), short)
    slow = expand(place(text + ".{# a comment needs Jinja #}"), full)

    assert slow.text == quick.text
    assert slow.insertions == quick.insertions
    assert list(full.errors) == list(short.errors)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 50_000,
        "[@" * 25_000,
        "![" * 25_000,
        "[^a" * 17_000,
        "[a](" * 12_000,
        "*a " * 17_000,
        "**a _b " * 7_000,
        "`" * 50_000,
        "> " * 25_000,
        "- " * 25_000,
        "<" * 50_000,
        "&#1;" * 12_000,
        "\x01" * 50_000,
        "|a" * 2_000 + "|\n" + "|-" * 2_000 + "|\n" + ("|b" * 2_000 + "|\n") * 5,
        "{{" * 25_000,
        "{{ a " * 10_000,
        "{% if 1 < 2 %}" * 3_500,
        "{{ " + "(" * 25_000 + "total",
        "{{ " + "9" * 40_000 + " }}",
        "{{ 'x' * 10**9 }}",
        "{{ range(10**9) }}",
        "{% for a in range(10**9) %}{% for b in range(10**9) %}x{% endfor %}{% endfor %}",
        "{% set a = 'x' %}" * 2_000,
        "{{ total }}" * 4_500,
        "{{ '" + "x" * 49_000,
        "a\n" * 25_000,
        "x " * 500_000,
        "\n".join("  " * depth + "- a" for depth in range(150)),
        "https://" * 6_000,
    ],
    ids=range(29),
)
def test_a_hostile_text_ends_soon(text: str) -> None:
    """A brief from a stranger can be refused, but it cannot stop the machine."""
    reader = make_reader()
    start = time.process_time()

    blocks = reader.parse_blocks(place(text))
    reader.parse_inlines(place(text))

    assert time.process_time() - start < SECONDS
    words = sum(len(run.text) for run in walk_inlines(blocks) if isinstance(run, Run))
    assert words <= 30 * len(text)


def test_a_text_that_is_too_long_is_refused_by_name() -> None:
    """The limit is far beyond any section, and is said."""
    reader = make_reader()

    reader.parse_blocks(place("x " * 30_000))
    reader.parse_blocks(place("[" * 2_001))

    assert [error.message for error in reader.errors] == [
        "the text has more than 50,000 characters",
        "the text has more than 2,000 brackets",
    ]


def test_ten_sections_are_read_in_a_moment() -> None:
    """Reading is a small part of a build: forty paragraphs in tens of milliseconds."""
    paragraph = (
        "Since the first weeks help has come to **{{ total }}**, of which {{ budget | headline }}"
        " went to the *budget* in one year alone [@nec, paragraph 3]. It is"
        " [said](https://example.org) that {{ share }} want it to go on; see @fig-amounts.\n\n"
    )
    reader: ProseReader = make_reader()
    reader.parse_blocks(paragraph)
    start = time.process_time()

    for _ in range(10):
        reader.parse_blocks(paragraph * 4)

    assert reader.errors == []
    assert time.process_time() - start < 0.5
