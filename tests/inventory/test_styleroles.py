"""Which style serves which role in files that know none of our names."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.inventory import read_word_template
from generator.inventory.report import StyleRole, WordTemplate
from generator.inventory.styleroles import plain_name
from tests.word.foreign import PAGE, art, colour, line, style, write_template

NUMBERED = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
LOREM = "A sentence of the template's own text that is long enough to be counted as one. "


def _read(path: Path, styles: str, body: str = "", section: str = PAGE) -> WordTemplate:
    return read_word_template(
        write_template(path / "own.docx", styles=styles, body=body, section=section)
    )


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Report Title", StyleRole.TITLE),
        ("Text body", StyleRole.BODY),  # LibreOffice
        ("Quotations", StyleRole.QUOTE),  # LibreOffice
        ("Table Contents", StyleRole.TABLE_TEXT),  # LibreOffice
        ("Table Heading", StyleRole.TABLE_HEAD),  # LibreOffice
        ("Block Text", StyleRole.QUOTE),  # pandoc
        ("Bullet1", StyleRole.BULLET_1),
        ("Bullet numbered 2 (abc)", StyleRole.NUMBER_2),
        ("Source line", StyleRole.SOURCE),
        ("Quelle", StyleRole.SOURCE),
        ("Titre 2", StyleRole.HEADING_2),
        ("Заголовок 1", StyleRole.HEADING_1),
        ("本文", StyleRole.BODY),
    ],
)
def test_usual_names_of_other_houses_and_programs_are_known(
    tmp_path: Path, name: str, role: StyleRole
) -> None:
    """Nobody renames the styles of a house for our sake."""
    template = _read(tmp_path, style(name))

    assert template.styles[role].name == name
    assert "usual name" in template.reasons[role]


def test_the_name_of_the_house_before_a_usual_name_does_not_hide_it(tmp_path: Path) -> None:
    """Houses put their own name before all of their styles."""
    names = ("ACME Body", "ACME Bullet 1", "ACME Source", "ACME Box text", "ACME Logo line")
    template = _read(tmp_path, "".join(map(style, names)))

    assert template.styles[StyleRole.BODY].name == "ACME Body"
    assert template.styles[StyleRole.SOURCE].name == "ACME Source"


def test_one_odd_word_before_a_usual_name_hides_it(tmp_path: Path) -> None:
    """An 'Annex title' is no title of the report."""
    assert StyleRole.TITLE in _read(tmp_path, style("Annex title")).missing


def test_the_roles_own_name_goes_before_a_usual_one(tmp_path: Path) -> None:
    """Word's name is the surest sign there is."""
    template = _read(tmp_path, style("Quotations") + style("Quote", is_custom=False))

    assert template.styles[StyleRole.QUOTE].name == "Quote"


def test_the_style_of_the_sample_text_is_that_of_running_text(tmp_path: Path) -> None:
    """Some houses never use 'Body Text', which Word puts into every file."""
    sample = "".join(line(LOREM, "MainColumn") for _ in range(8))
    template = _read(tmp_path, style("Main Column") + style("Body Text", is_custom=False), sample)

    assert template.styles[StyleRole.BODY].name == "Main Column"


def test_the_style_that_sample_captions_and_tables_have_serves_for_them(tmp_path: Path) -> None:
    """What the designer's own sample does is as good as a name."""
    lines = '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>'
    caption = '<w:p><w:pPr><w:pStyle w:val="Ribbon"/></w:pPr><w:fldSimple w:instr="SEQ Fig"/></w:p>'
    table = '<w:tbl><w:tblPr><w:tblStyle w:val="Zebra"/></w:tblPr></w:tbl>'
    styles = style("Ribbon") + style("Zebra", lines, kind="table")
    template = _read(tmp_path, styles, caption + table)

    assert template.styles[StyleRole.CAPTION].name == "Ribbon"
    assert template.styles[StyleRole.TABLE].name == "Zebra"


@pytest.mark.parametrize(
    ("name", "inner", "role"),
    [
        ("Table", "", StyleRole.TABLE),  # draws nothing
        ("Source", '<w:rPr><w:sz w:val="40"/></w:rPr>', StyleRole.SOURCE),  # the source of a letter
        ("Body", '<w:pPr><w:shd w:val="clear" w:fill="CCDDEE"/></w:pPr>', StyleRole.BODY),
        ("References", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', StyleRole.BIBLIOGRAPHY),
        (
            "Figure title",
            '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>',
            StyleRole.CAPTION,
        ),
        ("Big number", "", StyleRole.KEY_FIGURE),  # not big
        ("Quote", '<w:pPr><w:framePr w:w="2000"/></w:pPr>', StyleRole.QUOTE),
        ("Source", "<w:rPr><w:vanish/></w:rPr>", StyleRole.SOURCE),
    ],
)
def test_a_style_that_looks_like_something_else_is_passed_over(
    tmp_path: Path, name: str, inner: str, role: StyleRole
) -> None:
    """A name says what the designer meant, the look what a reader would see."""
    kind = "table" if role is StyleRole.TABLE else "paragraph"

    assert role in _read(tmp_path, style(name, inner, kind=kind)).missing


def test_a_title_in_white_is_passed_over_on_white_paper(tmp_path: Path) -> None:
    """It was made for a cover that the report does not have."""
    template = _read(tmp_path, style("Title", colour("FFFFFF"), is_custom=False))

    assert StyleRole.TITLE in template.missing
    assert template.reasons[StyleRole.TITLE] == (
        "'Title' is set in FFFFFF, which cannot be seen on the page"
    )


def test_a_title_in_white_serves_on_the_art_of_the_first_page(tmp_path: Path) -> None:
    """There it can be read, and black could not."""
    reference = '<w:headerReference w:type="default" r:id="rId-header1"/>'
    path = write_template(
        tmp_path / "own.docx",
        styles=style("Title", colour("FFFFFF"), is_custom=False),
        section=reference + PAGE,
        furniture={"header1": art(9_000_000)},
    )

    assert read_word_template(path).styles[StyleRole.TITLE].colour == "FFFFFF"


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("BodyText", "body text"),
        ("*Table_body (numbers only)", "table body"),
        ("Bullet1", "bullet 1"),
        ("Heading 2 - numbered", "heading 2 numbered"),
    ],
)
def test_names_are_compared_word_by_word(written: str, plain: str) -> None:
    """Designers write the same name in many ways."""
    assert plain_name(written) == plain
