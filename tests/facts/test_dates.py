"""Dates in words, as precise as they are known."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.brief.values import When, parse_when
from generator.facts import write_date, write_list, write_when

# An underscore stands for U+00A0.
DATES = {
    "2025": ["2025", "2025", "2025", "2025年", "2025", "2025"],
    "2025-03": [
        "March 2025",
        "March 2025",
        "березень 2025_р.",
        "2025年3月",
        "März 2025",
        "mars 2025",
    ],
    "2025-02-24": [
        "24 February 2025",
        "February 24, 2025",
        "24 лютого 2025_р.",
        "2025年2月24日",
        "24. Februar 2025",
        "24 février 2025",
    ],
    "2024-06-01": [
        "1 June 2024",
        "June 1, 2024",
        "1 червня 2024_р.",
        "2024年6月1日",
        "1. Juni 2024",
        "1er juin 2024",
    ],
    "2025-02-17/2025-02-22": [
        "17–22 February 2025",
        "February 17–22, 2025",
        "17–22 лютого 2025_р.",
        "2025年2月17日～22日",
        "17.–22. Februar 2025",
        "17–22 février 2025",
    ],
    "2025-02-24/2025-03-03": [
        "24 February_– 3 March 2025",
        "February 24_– March 3, 2025",
        "24 лютого_– 3 березня 2025_р.",
        "2025年2月24日～3月3日",
        "24. Februar_– 3. März 2025",
        "24 février_– 3 mars 2025",
    ],
    "2024-12-30/2025-01-02": [
        "30 December 2024_– 2 January 2025",
        "December 30, 2024_– January 2, 2025",
        "30 грудня 2024_р._– 2 січня 2025_р.",
        "2024年12月30日～2025年1月2日",
        "30. Dezember 2024_– 2. Januar 2025",
        "30 décembre 2024_– 2 janvier 2025",
    ],
    "2025-02/2025-03": [
        "February–March 2025",
        "February–March 2025",
        "лютий–березень 2025_р.",
        "2025年2月～3月",
        "Februar–März 2025",
        "février–mars 2025",
    ],
    "2024-12/2025-01": [
        "December 2024_– January 2025",
        "December 2024_– January 2025",
        "грудень 2024_р._– січень 2025_р.",
        "2024年12月～2025年1月",
        "Dezember 2024_– Januar 2025",
        "décembre 2024_– janvier 2025",
    ],
    "2022/2024": ["2022–2024", "2022–2024", "2022–2024", "2022～2024年", "2022–2024", "2022–2024"],
    "2025-02/2025-02": ["February 2025"],
    "2025/2025": ["2025"],
    "2025-02-17/2025-02-17": ["17 February 2025"],
}
LANGUAGES = ("en-GB", "en-US", "uk", "ja", "de", "fr")


def write(text: str, language: str) -> str:
    """Return a date in words, with an underscore for each U+00A0."""
    when = parse_when(text)
    assert isinstance(when, When)
    return write_when(when, language).replace("\u00a0", "_")


@pytest.mark.parametrize("text", DATES)
def test_a_date_in_words(text: str) -> None:
    """A span says what its ends share once."""
    wanted = DATES[text]

    assert [write(text, language) for language in LANGUAGES[: len(wanted)]] == wanted


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "2025-02-24", "24 February 2025"),
        ("en-AU", "2025-02-17/2025-02-22", "17–22 February 2025"),
        ("xx", "2025-02-17/2025-02-22", "17–22 February 2025"),
        ("pl", "2025-02-24", "24 lutego 2025"),
        ("pl", "2025-02-17/2025-02-22", "17 lutego 2025_– 22 lutego 2025"),
        ("zh", "2025-03", "2025年3月"),
    ],
)
def test_other_languages_have_the_formats_of_cldr(language: str, text: str, words: str) -> None:
    """No language fails; one that is unknown is written as English."""
    assert write(text, language) == words


@given(
    st.dates(date(1000, 1, 1), date(9000, 1, 1)),
    st.integers(0, 900),
    st.sampled_from([4, 7, 10]),
    st.sampled_from([*LANGUAGES, "pl", "zh", "ar", "xx"]),
)
def test_any_span_can_be_written(start: date, days: int, length: int, language: str) -> None:
    """Every pair of dates has words, which begin with the first and hold the last year."""
    end = start + timedelta(days=days)
    text = f"{start.isoformat()[:length]}/{end.isoformat()[:length]}"

    words = write(text, language)

    assert str(end.year) in words
    assert "\u202f" not in words


@pytest.mark.parametrize(
    ("items", "language", "told"),
    [
        ((), "en-GB", ""),
        (("2024",), "en-GB", "2024"),
        (("2023", "2024", "March 2025"), "en-GB", "2023, 2024 and March 2025"),
        (("2023", "2024"), "de", "2023 und 2024"),
        (("2023", "2024"), "ja", "2023、2024"),
    ],
)
def test_several_dates_are_listed_as_a_sentence_lists_them(
    items: tuple[str, ...], language: str, told: str
) -> None:
    """A source line that mixes figures of several dates still reads as a sentence."""
    assert write_list(items, language) == told


@pytest.mark.parametrize(
    ("written", "form", "expected"),
    [
        ("2025-03-24", "words", "24 March 2025"),
        ("2025-03", "long", "March 2025"),
        ("2025-03-24", "short", "24/03/2025"),
        ("2025-03-24", "medium", "24 Mar 2025"),
        ("2025-03-24", "full", "Monday, 24 March 2025"),
        ("2025-03-24", "month", "March 2025"),
        ("2025-03", "year", "2025"),
        ("2025-03", "iso", "2025-03"),
        ("2025-03", "MMM yy", "Mar 25"),
        ("2025-03-24", "d MMM 'in' y", "24 Mar in 2025"),
        ("2025-02-17/2025-02-22", "d.M.", "17.2._– 22.2."),
        ("2025-02-17/2025-02-22", "month", "February 2025"),
        ("2024/2025", "year", "2024_– 2025"),
    ],
)
def test_a_date_in_a_wanted_form(written: str, form: str, expected: str) -> None:
    """A template may want it shorter than running text has it."""
    when = parse_when(written)
    assert isinstance(when, When)

    assert write_date(when, form, "en-GB") == expected.replace("_", "\u00a0")


@pytest.mark.parametrize(
    ("written", "form", "message"),
    [
        ("2025-03", "short", "the day of 'March 2025' is not known"),
        ("2025", "MMM y", "the month of '2025' is not known"),
        ("2025-03-24", "%d.%m.%Y", "there is no form of dates '%d.%m.%Y'"),
        ("2025-03-24", "HH:mm", "there is no form of dates 'HH:mm'"),
        ("2025-03-24", "", "there is no form of dates ''"),
    ],
)
def test_a_form_that_the_date_does_not_have_is_refused(
    written: str, form: str, message: str
) -> None:
    """No day is made up for a month."""
    when = parse_when(written)
    assert isinstance(when, When)

    with pytest.raises(ValueError, match=re.escape(message)):
        write_date(when, form, "en-GB")
