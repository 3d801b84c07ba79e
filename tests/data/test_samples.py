"""The sample briefs keep the rules that they teach."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from generator.brief import Brief, Fact, Section, Source, SourceRef
from generator.brief.parts import walk_sections
from generator.brief.values import Name, When
from generator.load import read_brief, schema_text
from generator.pipeline import check

DATA = Path(__file__).parents[2] / "data"
JAPAN = DATA / "japan-ukraine" / "brief.yaml"
TRACKER = DATA / "support-tracker" / "brief.yaml"
SAMPLES = (JAPAN, DATA / "starter" / "brief.yaml", TRACKER)

MAX_TITLE = 110
MAX_POINT_WORDS = 20
LONG_FIGURE = "more than US$12.1 billion"

_FACT = r"\{\{\s*(\w+).*?\}\}"
_CITATION = r"\[@[^\]]*\]"
_EXHIBIT = r"@((?:fig|tab)-[\w-]+)"
_FOOTNOTE = r"\[\^[^\]]*\]"
_LIST_NUMBER = r"^\s*\d+\. "
_MONTH = "(January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = rf"\b\d{{1,2}}(\u2013\d{{1,2}})? {_MONTH}\b"
_YEAR = r"\b(19|20)\d\d\b"
_NAME = r"\bG7\b"
_NO_FIGURES = (_FACT, _CITATION, _EXHIBIT, _FOOTNOTE, _LIST_NUMBER, _DAY, _YEAR, _NAME)

_NOT_PROSE = frozenset({"lang", "unit", "email", "width", "datasets"})


@pytest.fixture(params=SAMPLES, ids=lambda path: path.parent.name)
def sample(request: pytest.FixtureRequest) -> Path:
    """Return the path of each sample in turn."""
    return request.param


def _read(path: Path) -> Brief:
    loaded = read_brief(path)
    assert loaded.errors == ()
    assert loaded.brief is not None
    return loaded.brief


def _sections(brief: Brief) -> list[Section]:
    return [section for _, section in walk_sections(brief.sections)]


def _walk_texts(value: object) -> Iterator[str]:
    """Yield every text in `value` that a reader meets, but not names and sources."""
    if isinstance(value, Name | Source | SourceRef | When):
        return
    if isinstance(value, str):
        yield value
    for item in _items(value):
        yield from _walk_texts(item)


def _items(value: object) -> Iterator[object]:
    if isinstance(value, BaseModel):
        yield from (
            getattr(value, key) for key in type(value).model_fields if key not in _NOT_PROSE
        )
    elif isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, tuple):
        yield from value


def _slide_titles(brief: Brief) -> list[str]:
    """Return all titles that a slide can take from `brief`, the longest figure put in."""
    exhibits = (*brief.charts.values(), *brief.tables.values())
    titles = (
        brief.summary_message,
        brief.key_figures_message,
        brief.timeline_message,
        brief.recommendations_message,
        *(section.message for section in _sections(brief)),
        *(exhibit.title for exhibit in exhibits),
        *(slide.title for slides in brief.deck.after.values() for slide in slides),
    )
    return [re.sub(_FACT, LONG_FIGURE, title) for title in titles if title]


def _tells_time(fact: Fact) -> bool:
    """Whether `fact` says when it holds, or why it does not say so."""
    return bool(fact.as_of or fact.period or (fact.note and "date" in fact.note))


def test_a_sample_gives_no_error_and_no_finding(sample: Path) -> None:
    """What we hold up as a model must pass our own checks."""
    findings = check(sample)

    assert findings == ()


def test_the_first_line_leads_editors_to_the_schema(sample: Path) -> None:
    """An editor completes keys only when it finds the schema."""
    first = sample.read_text("utf-8").splitlines()[0]
    _, _, target = first.partition("$schema=")

    assert first.startswith("# yaml-language-server: ")
    assert (sample.parent / target).read_text("utf-8") == schema_text()


def test_every_fact_can_be_defended(sample: Path) -> None:
    """A number without a place, a basis and a time is a number that nobody can check."""
    given = {name: fact for name, fact in _read(sample).facts.items() if fact.derive is None}

    groundless = [
        name
        for name, fact in given.items()
        if not fact.basis or not all(ref.at for ref in fact.source or ())
    ]
    undated = [name for name, fact in given.items() if not _tells_time(fact)]

    assert (groundless, undated) == ([], [])


def test_no_number_is_typed_into_what_a_reader_meets(sample: Path) -> None:
    """A typed number stays as it is when its fact changes; titles and labels are no exception."""
    typed: list[str] = []
    for text in _walk_texts(_read(sample)):
        rest = text
        for pattern in _NO_FIGURES:
            rest = re.sub(pattern, "", rest, flags=re.MULTILINE)
        typed += [line for line in rest.splitlines() if re.search(r"\d", line)]

    assert typed == []


def test_every_exhibit_is_spoken_of_in_the_section_that_shows_it(sample: Path) -> None:
    """A reader should be told why a chart stands where it stands."""
    brief = _read(sample)
    shown: set[str] = set()

    for section in _sections(brief):
        names = {str(name) for name in section.exhibits}
        assert names <= set(re.findall(_EXHIBIT, str(section.text))), section.heading
        shown |= names

    assert shown == {*brief.charts, *brief.tables}


def test_every_source_is_cited(sample: Path) -> None:
    """A list of references with works that nothing rests on is padding."""
    brief = _read(sample)
    citations = " ".join(re.findall(_CITATION, " ".join(_walk_texts(brief))))
    cited = set(re.findall(r"@([a-z][\w-]*)", citations))

    assert set(brief.sources) - cited == set()


def test_every_event_and_recommendation_has_its_source() -> None:
    """Whoever acts on a recommendation wants to see where it stands."""
    brief = _read(JAPAN)

    sourceless = [
        item.title for item in (*brief.timeline, *brief.recommendations) if not item.source
    ]

    assert sourceless == []
    assert len(brief.recommendations) == 8


def test_the_key_messages_fit_the_first_page() -> None:
    """Three to six messages of 100 to 200 words in all are read in a minute."""
    summary = _read(JAPAN).summary
    words = re.sub(_CITATION, "", " ".join(summary)).split()

    assert 3 <= len(summary) <= 6
    assert 100 <= len(words) <= 200


def test_slide_titles_are_short_and_unlike_each_other(sample: Path) -> None:
    """A title of three lines does not fit, and two slides of one title cannot be told apart."""
    titles = _slide_titles(_read(sample))

    assert [title for title in titles if len(title) > MAX_TITLE] == []
    assert len(set(titles)) == len(titles)


def test_points_fit_two_lines(sample: Path) -> None:
    """A bullet that runs on is read out instead of spoken to."""
    points = [point for section in _sections(_read(sample)) for point in section.points]

    assert [point for point in points if len(point.split()) > MAX_POINT_WORDS] == []


def test_amounts_of_unknown_overlap_are_never_added() -> None:
    """The source of the Japan brief does not say which sum contains another."""
    facts = _read(JAPAN).facts

    derived = {name: str(fact.derive) for name, fact in facts.items() if fact.derive}

    assert derived == {"other_answers": "100 - public_support"}
