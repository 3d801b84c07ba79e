"""Text is measured and lists are parted before anything is written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.slides.fit import (
    Faces,
    Stacking,
    count_para_lines,
    measure_height,
    measure_longest_word,
    part_evenly,
)
from generator.slides.page import Look, Para
from generator.slides.text import say
from generator.text.blocks import LineBreak, Run
from generator.units import pt

FACES = Faces(body="Calibri", heading="Calibri")
heights = st.lists(st.integers(1, 100), min_size=1, max_size=40)


def para(text: str, size_pt: float = 10, before_pt: float = 0) -> Para:
    """Return a plain paragraph."""
    return Para(words=say(text), look=Look(size_pt=size_pt), before_pt=before_pt)


def test_height_is_lines_times_pitch_and_the_space_between_paragraphs() -> None:
    """Line spacing is written in points, so that this sum holds in every office program."""
    height = measure_height((para("One"), para("Two", before_pt=6)), pt(500), FACES)

    assert height == pt(12 + 6 + 12)


def test_the_first_paragraph_has_no_space_above() -> None:
    """A box whose text starts lower than its neighbour's looks wrong."""
    assert measure_height((para("One", before_pt=30),), pt(500), FACES) == pt(12)


def test_an_indent_takes_width() -> None:
    """Bullets wrap earlier than plain text; forgetting it loses a line."""
    text = "word " * 30
    plain = count_para_lines(para(text), pt(200), FACES)
    bullet = Para(words=say(text), look=Look(size_pt=10), indent_pt=100, hang_pt=18)

    assert count_para_lines(bullet, pt(200), FACES) > plain


def test_a_line_break_starts_a_new_line() -> None:
    """An author's break counts as a line."""
    broken = Para(words=(Run(text="a"), LineBreak(), Run(text="b")), look=Look(size_pt=10))

    assert count_para_lines(broken, pt(500), FACES) == 2


def test_bold_words_are_measured_bold() -> None:
    """Bold letters are wider; a line of them may be the one too many."""
    plain = measure_longest_word(para("Wiederaufbau"), FACES)
    bold = Para(words=(Run(text="Wiederaufbau", bold=True),), look=Look(size_pt=10))

    assert measure_longest_word(bold, FACES) > plain


def test_a_box_without_width_is_measured_all_the_same() -> None:
    """A hostile template has boxes of no width; planning must not divide by zero."""
    assert count_para_lines(para("some words"), 0, FACES) >= 2


@given(heights=heights, capacity=st.integers(100, 400), gap=st.integers(0, 20))
def test_no_part_is_higher_than_the_capacity(heights: list[int], capacity: int, gap: int) -> None:
    """Whatever is parted, nothing runs off the slide, and nothing is lost or told twice."""
    parts = part_evenly(heights, Stacking(capacity=capacity, least=2, gap=gap))

    assert parts is not None
    assert [height for part in parts for height in heights[part]] == heights
    assert all(sum(heights[part]) + gap * (len(heights[part]) - 1) <= capacity for part in parts)


@given(heights=heights, capacity=st.integers(100, 400))
def test_no_fewer_parts_would_do(heights: list[int], capacity: int) -> None:
    """A slide too many is a click too many."""
    parts = part_evenly(heights, Stacking(capacity=capacity))

    assert parts is not None
    assert len(parts) <= 2 * (sum(heights) // capacity) + 1


@given(count=st.integers(4, 60), capacity=st.integers(4, 20))
def test_parts_of_like_things_are_even_and_hold_two_at_least(count: int, capacity: int) -> None:
    """Eleven points on one slide and one on the next look like an accident."""
    parts = part_evenly([1] * count, Stacking(capacity=capacity, least=2))

    assert parts is not None
    sizes = [part.stop - part.start for part in parts]
    assert min(sizes) >= 2
    assert max(sizes[:-1], default=0) - min(sizes[:-1], default=0) <= 1


def test_a_thing_higher_than_the_slide_cannot_be_placed() -> None:
    """The caller then says which one, and how much to cut."""
    assert part_evenly([10, 101, 10], Stacking(capacity=100)) is None


def test_the_last_part_takes_from_the_one_before() -> None:
    """A row left alone on a slide is not a table."""
    parts = part_evenly([30, 30, 30, 10], Stacking(capacity=90, least=2))

    assert parts == (slice(0, 2), slice(2, 4))


def test_no_part_has_more_than_the_most() -> None:
    """Five recommendations on a slide are one too many, even if they fit."""
    parts = part_evenly([10] * 8, Stacking(capacity=1000, most=4))

    assert parts == (slice(0, 4), slice(4, 8))
