"""Findings on what a brief claims: each rule fires on its fault, and on nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.checks import check_evidence
from generator.checks.evidence import EVIDENCE_CHECKS
from generator.compose import compose_report, compose_storyboard
from generator.findings import Severity
from tests.material import CHART, FACTS, SOURCES, TABLE, make_material

CLEAN = {
    "sources": SOURCES,
    "facts": FACTS,
    "charts": {"fig-a": CHART},
    "tables": {"tab-a": TABLE},
    "sections": [
        {
            "heading": "Support",
            "text": "In 2024, on 13 June, the G7 gave {{ total }}. [@nec, paragraph 3]\n\n"
            "See @fig-a and @tab-a.",
            "exhibits": ["fig-a", "tab-a"],
        }
    ],
}


def find_rules(**parts: Any) -> list[str]:
    """Return the rules that a brief of `parts` breaks."""
    material = make_material(**parts)
    compose_report(material)
    compose_storyboard(material)
    return [finding.rule for finding in check_evidence(material)]


def with_text(text: str) -> dict[str, Any]:
    """Return the clean brief with `text` after the text of its section."""
    section = CLEAN["sections"][0]  # type: ignore[index]
    return {**CLEAN, "sections": [{**section, "text": f"{section['text']}\n\n{text}"}]}


def test_a_brief_that_defends_itself_has_no_finding() -> None:
    """Silence means that all is well."""
    assert find_rules(**CLEAN) == []


@pytest.mark.parametrize(
    ("rule", "parts"),
    [
        ("fact-unused", {**CLEAN, "facts": {**FACTS, "spare": FACTS["budget"]}}),
        (
            "fact-undated",
            {
                **CLEAN,
                "facts": {
                    **FACTS,
                    "budget": {
                        "value": 4_200_000_000,
                        "unit": "USD",
                        "source": FACTS["total"]["source"],
                    },
                },
            },
        ),
        (
            "fact-unlocated",
            {**CLEAN, "facts": {**FACTS, "budget": {**FACTS["budget"], "source": "nec"}}},
        ),
        ("source-unused", {**CLEAN, "sources": {**SOURCES, "spare": {"title": "Spare"}}}),
        ("exhibit-unused", {**CLEAN, "charts": {"fig-a": CHART, "fig-b": CHART}}),
        ("number-typed", with_text("It gave 12.1 of them. [@nec]")),
        ("paragraph-uncited", with_text("So it is said.")),
    ],
)
def test_one_fault_makes_one_rule_fire(rule: str, parts: dict[str, Any]) -> None:
    """A finding points at its fault alone, or nobody will read findings."""
    assert find_rules(**parts) == [rule]


def test_an_exhibit_that_no_text_mentions_is_found() -> None:
    """A reader should be told when to look at a chart."""
    section = {"heading": "Support", "text": "Told of {{ total }}. [@nec]", "exhibits": ["fig-a"]}
    parts = {**CLEAN, "tables": {}, "sources": {"nec": SOURCES["nec"]}, "sections": [section]}

    assert find_rules(**parts) == ["exhibit-unmentioned"]


@pytest.mark.parametrize(
    "text",
    [
        "On 17–22 February 2025 they met. [@nec]",
        "COVID-19, the G7 and B2B in 1999. [@nec]",
        "1. First. [@nec]\n2. Second.",
        "See [a page](https://example.org/2024/12.5). [@nec, page 12]",
        "Use `12.5` as it is. [@nec]",
    ],
)
def test_dates_names_and_addresses_are_no_typed_numbers(text: str) -> None:
    """A rule that cries wolf is switched off."""
    assert "number-typed" not in find_rules(**with_text(text))


@pytest.mark.parametrize("text", ["It rose by 5%.", "It cost 3,000 dollars.", "12 left."])
def test_typed_numbers_are_found(text: str) -> None:
    """Each of these would need a source."""
    assert "number-typed" in find_rules(**with_text(f"{text} [@nec]"))


def test_every_rule_is_explained_in_the_readme() -> None:
    """A reader can look up what a finding means."""
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    rules = {"fact-undated", "fact-unlocated", "fact-unused", "source-unused", "number-typed"}
    rules |= {"exhibit-unused", "exhibit-unmentioned", "paragraph-uncited", "chart-crowded"}
    rules |= {"map-of-totals"}

    assert len(EVIDENCE_CHECKS) == len(rules) - 1  # one check has two rules
    assert {rule for rule in rules if f"`{rule}`" not in readme} == set()


def test_findings_are_notes_unless_a_reader_would_be_misled() -> None:
    """An undated fact misleads; an unused one does not."""
    material = make_material(**{**CLEAN, "facts": {**FACTS, "spare": FACTS["budget"]}})
    compose_report(material)

    assert [finding.severity for finding in check_evidence(material)] == [Severity.NOTE]
