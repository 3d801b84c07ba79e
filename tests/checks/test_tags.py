"""Rules over tags: what no brief can fill is told, what every brief can is not."""

from __future__ import annotations

import pytest

from generator.checks import check_tag_names, check_template
from generator.findings import Severity
from generator.inventory import Template, find_default_template, read_template
from tests.checks import faults


@pytest.fixture
def clean() -> Template:
    """Return the default template, which tests may change."""
    return read_template(find_default_template())


def _write(template: Template, text: str) -> Template:
    """Return `template` with `text` in a header."""
    return faults.change_part("word/header2.xml", faults.write_text(text))(template)


def test_a_tag_that_every_brief_fills_is_no_fault(clean: Template) -> None:
    """Tags are filled in: there is nothing to mend."""
    template = _write(clean, "{{ title }} {{ date }} {% for a in authors %}{{ a }}{% endfor %}")

    assert check_template(template) == ()
    assert list(check_tag_names(template)) == []


def test_all_broken_tags_are_told_with_their_places(clean: Template) -> None:
    """One run shows all there is to mend, in the words that a build would use."""
    found = check_template(_write(clean, "{{ title | }} {{ date|nicer }} {{ 1 + }}"))

    assert [finding.rule for finding in found] == ["tag-broken", "tag-broken"]
    assert {finding.severity for finding in found} == {Severity.ERROR}
    assert all((finding.where or "").startswith("report.docx: header ") for finding in found)


def test_words_that_go_with_a_tag_are_told(clean: Template) -> None:
    """They stand in the template, and will not in the document."""
    (finding,) = check_template(_write(clean, "By {{p title }}"))

    assert (finding.rule, finding.severity) == ("tag-drops-text", Severity.WARNING)
    assert finding.message.startswith("'By' goes with the tag '{{p title }}'")


def test_filters_of_briefs_are_known(clean: Template) -> None:
    """What a build can do is not called unknown."""
    assert check_template(_write(clean, "{{ total | headline }}")) == ()


def test_a_name_that_not_every_brief_has_is_told_with_what_may_be_meant(clean: Template) -> None:
    """A slip of the pen is a warning; a fact that briefs must bring is worth a note."""
    template = _write(clean, "{{ titel }} {{ gdp }} {% if fax is defined %}{{ fax }}{% endif %}")

    misspelt, fact = check_tag_names(template)

    assert (misspelt.rule, misspelt.severity) == ("tag-unknown", Severity.WARNING)
    assert misspelt.fix == "did you mean 'title'?"
    assert misspelt.where is not None
    assert misspelt.where.startswith("report.docx: header 2, paragraph '{{ titel }}")
    assert (fact.severity, fact.message.partition(" ")[0]) == (Severity.NOTE, "'gdp'")
