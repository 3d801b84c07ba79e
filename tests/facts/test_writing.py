"""Numbers in the words of six languages, to the last space."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.brief.facts import Bound
from generator.facts import Precision, resolve_figures, write_bound, write_figure
from tests.facts.samples import derive, make_fact, make_figure

BILLIONS = ("12.1e9", "USD", "more than")
MILLIONS = ("37e6", "USD", "exactly")
SHARE = ("70", "percent", "exactly")
POINTS = ("2.5", "percentage points", "about")
EURO = ("1.5e6", "EUR", "up to")
YEN = ("1.87e12", "JPY", "at least")
HRYVNIA = ("500e6", "UAH", "less than")
POUND = ("21", "GBP", "exactly")
FRANC = ("2e9", "CHF", "about")
DEBT = ("-1.5e9", "EUR", "exactly")

# An underscore stands for U+00A0.
TEXTS: dict[str, dict[tuple[str, str, str], str]] = {
    "en-GB": {
        BILLIONS: "more than US$12.1_billion",
        MILLIONS: "US$37_million",
        SHARE: "70_per_cent",
        POINTS: "about 2.5_percentage points",
        EURO: "up to €1.5_million",
        YEN: "at least ¥1.87_trillion",
        HRYVNIA: "less than UAH_500_million",
        POUND: "£21",
        FRANC: "about CHF_2_billion",
        DEBT: "−€1.5_billion",
    },
    "en-US": {
        BILLIONS: "more than $12.1_billion",
        MILLIONS: "$37_million",
        SHARE: "70_percent",
        POINTS: "about 2.5_percentage points",
        EURO: "up to €1.5_million",
        YEN: "at least ¥1.87_trillion",
        HRYVNIA: "less than UAH_500_million",
        POUND: "£21",
        FRANC: "about CHF_2_billion",
        DEBT: "−€1.5_billion",
    },
    "uk": {
        BILLIONS: "понад 12,1_млрд_дол._США",
        MILLIONS: "37_млн_дол._США",
        SHARE: "70_відсотків",
        POINTS: "близько 2,5_відсоткового пункту",
        EURO: "до 1,5_млн_євро",
        YEN: "щонайменше 1,87_трлн_єн",
        HRYVNIA: "менше ніж 500_млн_грн",
        POUND: "21_фунт стерлінгів",
        FRANC: "близько 2_млрд_CHF",
        DEBT: "−1,5_млрд_євро",
    },
    "ja": {
        BILLIONS: "121億ドル超",
        MILLIONS: "3700万ドル",
        SHARE: "70%",
        POINTS: "約2.5ポイント",
        EURO: "最大150万ユーロ",
        YEN: "1.87兆円以上",
        HRYVNIA: "5億フリヴニャ未満",
        POUND: "21ポンド",
        FRANC: "約20億CHF",
        DEBT: "−15億ユーロ",
    },
    "de": {
        BILLIONS: "mehr als 12,1_Milliarden_US-Dollar",
        MILLIONS: "37_Millionen_US-Dollar",
        SHARE: "70_Prozent",
        POINTS: "rund 2,5_Prozentpunkte",
        EURO: "bis zu 1,5_Millionen_Euro",
        YEN: "mindestens 1,87_Billionen_Yen",
        HRYVNIA: "weniger als 500_Millionen_Hrywnja",
        POUND: "21_Pfund Sterling",
        FRANC: "rund 2_Milliarden_CHF",
        DEBT: "−1,5_Milliarden_Euro",
    },
    "fr": {
        BILLIONS: "plus de 12,1_milliards_de_dollars américains",
        MILLIONS: "37_millions_de_dollars américains",
        SHARE: "70_%",
        POINTS: "environ 2,5_points de pourcentage",
        EURO: "jusqu’à 1,5_million_d’euros",
        YEN: "au moins 1_870_milliards_de_yens",
        HRYVNIA: "moins de 500_millions_de_hryvnias",
        POUND: "21_livres sterling",
        FRANC: "environ 2_milliards_de CHF",
        DEBT: "−1,5_milliard_d’euros",
    },
}

SHORTS = {
    "en-GB": [">US$12.1_bn", "US$37_m", "70%", "≈2.5_pp", "≤€1.5_m", "≥¥1.87_tn", "<UAH_500_m"],
    "en-US": [">$12.1B", "$37M", "70%", "≈2.5_pp", "≤€1.5M", "≥¥1.87T", "<UAH_500M"],
    "uk": [
        ">$12,1_млрд",
        "$37_млн",
        "70%",
        "≈2,5_в._п.",
        "≤€1,5_млн",
        "≥¥1,87_трлн",
        "<500_млн_грн",
    ],
    "ja": [
        "121億ドル超",
        "3700万ドル",
        "70%",
        "約2.5ポイント",
        "最大150万ユーロ",
        "1.87兆円以上",
        "5億フリヴニャ未満",
    ],
    "de": [
        ">12,1_Mrd._US-$",
        "37_Mio._US-$",
        "70_%",
        "≈2,5_PP",
        "≤1,5_Mio._€",
        "≥1,87_Bio._Yen",
        "<500_Mio._UAH",
    ],
    "fr": [
        ">12,1_Md_$_US",
        "37_M_$_US",
        "70_%",
        "≈2,5_pt",
        "≤1,5_M_€",
        "≥1_870_Md_yens",
        "<500_M_UAH",
    ],
}


def write(case: tuple[str, str, str], language: str, precision: str = "text") -> str:
    """Return a figure in words, with an underscore for each U+00A0."""
    return write_figure(make_figure(*case), language, Precision(precision)).replace("\u00a0", "_")


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("case", TEXTS["en-GB"])
def test_a_figure_in_prose(case: tuple[str, str, str], language: str) -> None:
    """Each language says amounts, shares and bounds as its press does."""
    assert write(case, language) == TEXTS[language][case]


@pytest.mark.parametrize("language", SHORTS)
def test_a_figure_on_a_card(language: str) -> None:
    """A card has room for signs and abbreviations alone."""
    cases = [BILLIONS, MILLIONS, SHARE, POINTS, EURO, YEN, HRYVNIA]

    assert [write(case, language, "short") for case in cases] == SHORTS[language]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en-GB", "more than US$12,100,000,000"),
        ("en-US", "more than $12,100,000,000"),
        ("uk", "понад 12_100_000_000_дол._США"),
        ("ja", "12,100,000,000ドル超"),
        ("de", "mehr als 12.100.000.000_US-Dollar"),
        ("fr", "plus de 12_100_000_000_dollars américains"),
    ],
)
def test_an_exact_figure_has_all_digits(language: str, words: str) -> None:
    """The table and the notes state what the source states."""
    assert write(BILLIONS, language, "exact") == words


@pytest.mark.parametrize(
    ("precision", "words"),
    [
        ("text", "more than US$12.1_billion"),
        ("headline", "more than US$12_billion"),
        ("exact", "more than US$12,140,000,000"),
        ("short", ">US$12.1_bn"),
        ("number", "12.1"),
        ("value", "US$12.1_billion"),
    ],
)
def test_each_precision(precision: str, words: str) -> None:
    """One fact, six ways to say it, none of them false."""
    assert write(("12.14e9", "USD", "more than"), "en-GB", precision) == words


@pytest.mark.parametrize(
    ("value", "text", "headline"),
    [
        ("0", "0_people", "0_people"),
        ("7", "seven_people", "7_people"),
        ("345", "345_people", "345_people"),
        ("1024", "1,024_people", "1,000_people"),
        ("3400", "3,400_people", "3,400_people"),
        ("9999", "9,999_people", "10,000_people"),
        ("12345", "12,300_people", "12,000_people"),
        ("999949", "1_million_people", "1_million_people"),
        ("999950", "1_million_people", "1_million_people"),
        ("999499", "999,000_people", "1_million_people"),
        ("1234567", "1.23_million_people", "1.2_million_people"),
        ("999999999", "1_billion_people", "1_billion_people"),
        ("12000000000", "12_billion_people", "12_billion_people"),
        ("12.0e9", "12_billion_people", "12_billion_people"),
        ("11.96e9", "12_billion_people", "12_billion_people"),
        ("2.10", "2.10_people", "2.1_people"),
        ("0.004567", "0.00457_people", "0.0046_people"),
        ("12100000000.0", "12.1_billion_people", "12_billion_people"),
    ],
)
def test_digits_and_scale(value: str, text: str, headline: str) -> None:
    """Rounding comes first and the scale after it, so nothing is ever '1000 million'."""
    case = (value, "people", "exactly")

    assert write(case, "en-GB") == text
    assert write(case, "en-GB", "headline") == headline


@pytest.mark.parametrize(
    ("bound", "words"),
    [
        ("exactly", "US$13_billion"),
        ("about", "about US$13_billion"),
        ("more than", "more than US$12_billion"),
        ("at least", "at least US$12_billion"),
        ("up to", "up to US$13_billion"),
        ("less than", "less than US$13_billion"),
    ],
)
def test_rounding_never_makes_a_bound_false(bound: str, words: str) -> None:
    """More than 12.96 is not known to be more than 13."""
    assert write(("12.96e9", "USD", bound), "en-GB", "headline") == words


def test_nearly_all_is_not_all() -> None:
    """99.6 per cent rounded to two digits would claim that nobody disagreed."""
    assert write(("99.6", "percent", "exactly"), "en-GB", "headline") == "99.6_per_cent"
    assert write(("99.96", "percent", "exactly"), "en-GB") == "99.96_per_cent"
    assert write(("100", "percent", "exactly"), "en-GB") == "100_per_cent"


@pytest.mark.parametrize(
    ("value", "exactly", "about"),
    [
        ("1", "1_відсоток", "близько 1_відсотка"),
        ("2", "2_відсотки", "близько 2_відсотків"),
        ("5", "5_відсотків", "близько 5_відсотків"),
        ("11", "11_відсотків", "близько 11_відсотків"),
        ("21", "21_відсоток", "близько 21_відсотка"),
        ("22", "22_відсотки", "близько 22_відсотків"),
        ("1.5", "1,5_відсотка", "близько 1,5_відсотка"),
    ],
)
def test_ukrainian_declines_by_number_and_bound(value: str, exactly: str, about: str) -> None:
    """Four forms by number, and the genitive after 'близько' and 'до'."""
    assert write((value, "percent", "exactly"), "uk") == exactly
    assert write((value, "percent", "about"), "uk") == about
    assert write((value, "percent", "about"), "uk", "value") == exactly


@pytest.mark.parametrize(
    ("value", "unit", "language", "words"),
    [
        ("1", "percentage points", "en-GB", "1_percentage point"),
        ("1", "percentage points", "de", "1_Prozentpunkt"),
        ("1.5", "percentage points", "fr", "1,5_point de pourcentage"),
        ("1e6", "EUR", "de", "1_Million_Euro"),
        ("1e9", "EUR", "fr", "1_milliard_d’euros"),
        ("2e6", "habitants", "fr", "2_millions_d’habitants"),
        ("2e6", "personnes", "fr", "2_millions_de personnes"),
        ("2e6", "Hongrois", "fr", "2_millions_de Hongrois"),
        ("3400", "personnes", "fr", "3_400_personnes"),
        ("1", "EUR", "fr", "1_euro"),
        ("3", "JPY", "uk", "3_єни"),
        ("99999", "人", "ja", "10万人"),
        ("123456", "人", "ja", "12.3万人"),
        ("99999999", "人", "ja", "1億人"),
        ("12.1e9", "people", "en-CA", "12.1_billion_people"),
    ],
)
def test_small_points_of_grammar(value: str, unit: str, language: str, words: str) -> None:
    """Singular and plural, elision, and the Japanese step of ten thousand."""
    assert write((value, unit, "exactly"), language) == words


@pytest.mark.parametrize(
    ("language", "precision", "words"),
    [
        ("pl", "text", "more than 12,1_miliarda_USD"),
        ("pl", "headline", "more than 12_miliardów_USD"),
        ("pl", "short", ">12,1_miliarda_USD"),
        ("pl", "number", "12,1"),
        ("pl", "exact", "more than 12_100_000_000_USD"),
        ("zh", "text", "more than 121亿_USD"),
        ("zh-Hant-TW", "number", "121"),
        ("xx", "text", "more than US$12.1_billion"),
        ("en-XX", "text", "more than US$12.1_billion"),
        ("de-XX", "text", "mehr als 12,1_Milliarden_US-Dollar"),
    ],
)
def test_other_languages_have_their_digits_and_scales(
    language: str, precision: str, words: str
) -> None:
    """A language without words here is still right to the digit, and none fails."""
    assert write(BILLIONS, language, precision) == words


def test_a_share_in_another_language() -> None:
    """The sign is known everywhere."""
    assert write(SHARE, "pl") == "70_%"
    assert write(("-70", "percent", "exactly"), "pl") == "−70_%"


def test_a_quotient_without_end_stops_at_six_decimals() -> None:
    """Sixty digits are computed; nobody wants to read them."""
    figures, _ = resolve_figures(
        {"a": make_fact("1"), "b": make_fact("3"), "c": derive("a / b", "percent")}
    )

    assert write_figure(figures["c"], "en-US", Precision.EXACT) == "33.333333\u00a0percent"
    assert write_figure(figures["c"], "en-US") == "33.3\u00a0percent"


def test_the_word_of_a_bound_stands_alone() -> None:
    """A note can say what kind of bound a figure is."""
    assert write_bound(Bound.MORE_THAN, "en-GB") == "more than"
    assert write_bound(Bound.EXACTLY, "en-GB") == ""
    assert write_bound(Bound.MORE_THAN, "ja") == "超"


@given(
    st.decimals(-(10**30), 10**30, allow_nan=False, allow_infinity=False, places=5),
    st.sampled_from(["USD", "CHF", "percent", "percentage points", "people"]),
    st.sampled_from(Bound),
    st.sampled_from(["en-GB", "en-US", "uk", "ja", "de", "fr", "pl", "zh", "ar", "hi", "xx"]),
    st.sampled_from(Precision),
)
def test_any_figure_can_be_written(
    value: Decimal, unit: str, bound: Bound, language: str, precision: Precision
) -> None:
    """Every number has words in every language, with no breaking space after a digit."""
    figure = make_figure(str(value), unit, bound)

    text = write_figure(figure, language, precision)

    assert text.strip() == text != ""
    assert not any(a.isdigit() and b in " \u202f" for a, b in pairwise(text))


@pytest.mark.parametrize(
    ("language", "value", "told"),
    [
        ("en-GB", "2", "two_people"),
        ("en-US", "9", "nine_people"),
        ("de", "3", "drei_people"),
        ("fr", "4", "quatre_people"),
        ("uk", "3", "3_people"),
        ("en-GB", "1", "1_people"),
        ("en-GB", "10", "10_people"),
        ("en-GB", "2.5", "2.5_people"),
        ("en-GB", "-3", "\u22123_people"),
    ],
)
def test_small_counts_are_written_in_letters(language: str, value: str, told: str) -> None:
    """Running text has 'three years'; shares, money and slides keep their digits."""
    assert write((value, "people", "exactly"), language) == told
