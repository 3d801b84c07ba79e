"""Tags in templates, as `brief template show` lists them."""

from __future__ import annotations

from pathlib import Path

from generator.inventory import find_default_template
from generator.inventory.tags import TagInfo, find_tags
from generator.ooxml.opening import open_package
from tests.inventory.packages import copy_changed

REPORT = find_default_template() / "report.docx"
DECK = find_default_template() / "deck.pptx"


def test_our_own_templates_have_none() -> None:
    """They are filled by style and layout alone."""
    assert [*find_tags(open_package(REPORT)), *find_tags(open_package(DECK))] == []


def test_a_tag_over_several_runs_is_one(tmp_path: Path) -> None:
    """Word cuts a text into runs wherever the spelling was checked."""
    line = (
        "<w:p><w:r><w:t>For {{ ti</w:t></w:r><w:r><w:t>tle }} and {% if </w:t></w:r>"
        "<w:r><w:t>x %}</w:t></w:r></w:p></w:ftr>"
    )
    path = copy_changed(
        REPORT,
        tmp_path / "r.docx",
        {"word/footer1.xml": lambda text: text.replace("</w:ftr>", line)},
    )

    assert find_tags(open_package(path)) == (
        TagInfo(text="{{ title }}", part_name="word/footer1.xml"),
        TagInfo(text="{% if x %}", part_name="word/footer1.xml"),
    )
