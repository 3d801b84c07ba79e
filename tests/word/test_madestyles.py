"""Styles made for templates that have none: the template's own fonts, colours and sizes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from generator.compose.report import CalloutBox, Contents, Heading, ReportBlock
from generator.ooxml.contrast import contrast
from generator.text.blocks import ListBlock, TextTable
from tests.office import find_errors
from tests.word.foreign import PAGE, colour, style, write_template
from tests.word.reading import Built, W
from tests.word.samples import make_full_report, make_grid, make_report, said, words

HEAD = '<w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:b/><w:color w:val="8A1538"/>'
HEADING = style("heading 1", HEAD + '<w:sz w:val="36"/></w:rPr>', is_custom=False)
DARK = '<w:pPr><w:shd w:val="clear" w:fill="112233"/></w:pPr>'


def _build(path: Path, *blocks: ReportBlock, **given: Any) -> Built:
    report = make_report(*blocks) if blocks else make_full_report()
    return Built(report, write_template(path / "own.docx", **given))


def _styles(built: Built) -> dict[str, Any]:
    return {
        each.find(f"{W}name").get(f"{W}val"): each
        for each in built.parse("word/styles.xml").iter(f"{W}style")
    }


def _value(each: Any, path: str, attribute: str = "val") -> str | None:
    found = each.find("/".join(f"{W}{name}" for name in path.split("/")))
    return None if found is None else found.get(f"{W}{attribute}")


@pytest.mark.parametrize("half_points", [18, 22, 28])
def test_sizes_keep_their_proportions(tmp_path: Path, half_points: int) -> None:
    """A house that writes in 9 points gets small captions, and one in 14 gets large ones."""
    styles = _styles(_build(tmp_path, half_points=half_points))
    sizes = [
        int(_value(styles[name], "rPr/sz") or 0)
        for name in ("Title", "heading 1", "heading 2", "Table Text", "Source")
    ]

    assert sizes == sorted(sizes, reverse=True)
    assert 2.2 <= sizes[0] / half_points <= 2.6
    assert min(sizes) >= 16  # eight points


def test_missing_headings_are_like_those_that_are_there(tmp_path: Path) -> None:
    """A house has its colour and font in its first heading, if nowhere else."""
    styles = _styles(_build(tmp_path, styles=HEADING))
    second = styles["heading 2"]

    assert _value(second, "rPr/rFonts", "ascii") == "Georgia"
    assert _value(second, "rPr/color") == "8A1538"
    assert int(_value(second, "rPr/sz") or 0) < 36
    assert _value(second, "pPr/outlineLvl") == "1"


def test_a_heading_that_stands_out_from_a_bar_does_not_vanish_from_the_page(tmp_path: Path) -> None:
    """White on dark is white on white where the bar does not come along."""
    barred = style("heading 1", DARK + colour("FFFFFF"), is_custom=False)
    styles = _styles(_build(tmp_path, styles=barred))

    assert _value(styles["heading 2"], "rPr/color") != "FFFFFF"


def test_text_that_is_made_can_be_read_on_page_and_panel(tmp_path: Path) -> None:
    """WCAG asks for 4.5 to 1; pale accents are the rule in themes."""
    built = _build(tmp_path)
    styles = _styles(built)
    colours = re.findall(r'<w:color w:val="([0-9A-F]{6})"', built.parts["word/styles.xml"].decode())
    panel = _value(styles["Briefing Box"], "tcPr/shd", "fill")

    assert panel is not None
    assert colours
    assert all(contrast(rgb, ground) >= 4.5 for rgb in colours for ground in ("FFFFFF", panel))


def test_made_styles_do_not_inherit_the_indents_of_running_text(tmp_path: Path) -> None:
    """Captions and cells begin at the edge, whatever the first lines of paragraphs do."""
    body = style(
        "Body Text", '<w:pPr><w:ind w:left="700" w:firstLine="400"/><w:jc w:val="both"/></w:pPr>'
    )
    styles = _styles(_build(tmp_path, styles=body))
    cell = styles["Table Text"]

    assert (_value(cell, "pPr/ind", "left"), _value(cell, "pPr/ind", "firstLine")) == ("0", "0")
    assert _value(cell, "pPr/jc") == "left"


def test_lists_begin_where_running_text_does(tmp_path: Path) -> None:
    """A list in the margin looks like a mistake."""
    body = style("Body Text", '<w:pPr><w:ind w:left="700"/></w:pPr>')
    items = ListBlock(items=((said("a"),),))
    built = _build(tmp_path, said("x"), items, styles=body)
    bullet = _styles(built)["List Bullet"]

    assert int(_value(bullet, "pPr/ind", "left") or 0) > 700
    assert _value(bullet, "pPr/numPr/numId") is not None


def test_made_list_styles_are_tied_to_their_level(tmp_path: Path) -> None:
    """Word goes on with the list when somebody adds a line."""
    inner = ListBlock(items=((said("b"),),))
    built = _build(tmp_path, ListBlock(items=((said("a"), inner),)))
    levels = built.parse("word/numbering.xml").iter(f"{W}lvl")
    tied = {_value(each, "pStyle"): each.get(f"{W}ilvl") for each in levels}

    assert (tied["ListBullet"], tied["ListBullet2"]) == ("0", "1")


def test_heads_in_white_get_a_dark_ground(tmp_path: Path) -> None:
    """Some houses shade the first row by hand, and their style is for that."""
    head = style("Table Head", colour("FFFFFF"))
    built = _build(tmp_path, TextTable(grid=make_grid(2)), styles=head)
    table = _styles(built)["Briefing Table"]
    first = table.find(f"{W}tblStylePr[@{W}type='firstRow']")

    assert contrast(_value(first, "tcPr/shd", "fill") or "FFFFFF", "FFFFFF") >= 4.5


def test_heads_are_light_on_the_dark_rows_of_a_house(tmp_path: Path) -> None:
    """Black on navy cannot be read."""
    dark = (
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="102040"/></w:tcPr>'
        "</w:tblStylePr>"
    )
    house = style("House table", dark, kind="table", base="")
    built = _build(tmp_path, TextTable(grid=make_grid(2)), styles=house)

    assert _value(_styles(built)["Table Head"], "rPr/color") == "FFFFFF"


def test_a_number_is_taken_from_a_style_that_must_have_none(tmp_path: Path) -> None:
    """Word bases 'TOC Heading' on a heading, and the contents is no chapter."""
    number = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    head = style("TOC Heading", number, is_custom=False)
    parts = (Contents(heading="Contents"), Heading(level=1, inlines=words("A"), id="a"))
    built = _build(tmp_path, *parts, styles=head)
    (title,) = [each for each in built.paragraphs() if "Contents" in "".join(each.itertext())]
    named = title.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
    (made,) = [each for each in _styles(built).values() if each.get(f"{W}styleId") == named]

    assert _value(made, "basedOn") == "TOCHeading"
    assert _value(made, "pPr/numPr/numId") == "0"


def test_a_style_that_serves_as_a_heading_is_one_for_navigation(tmp_path: Path) -> None:
    """The contents and the reader's pane live on outline levels."""
    styles = style("Titre 1")
    built = _build(tmp_path, Heading(level=1, inlines=words("A"), id="a"), styles=styles)

    assert _value(_styles(built)["Titre 1"], "pPr/outlineLvl") == "0"


def test_paragraphs_that_run_together_are_parted(tmp_path: Path) -> None:
    """A template that parts them by empty lines leaves a wall of text."""
    built = _build(tmp_path, said("a"), styles=style("Body Text", is_custom=False))

    assert built.values("w:pStyle") == ["BodyTextReport"]
    assert int(_value(_styles(built)["Body Text Report"], "pPr/spacing", "after") or 0) > 80


def test_a_number_in_the_contents_stops_before_the_edge_of_the_page(tmp_path: Path) -> None:
    """Styles of contents have a stop for page numbers at the right, with dots up to it."""
    stops = '<w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs></w:pPr>'
    number = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = style("toc 1", stops, is_custom=False) + style("heading 1", number, is_custom=False)
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    parts = (Contents(heading="Contents"), Heading(level=1, inlines=words("A"), id="a"))
    built = _build(tmp_path, *parts, styles=styles, furniture={"numbering": numbering})
    (entry,) = built.paragraphs("toc1")
    (tab,) = entry.findall(f"{W}pPr/{W}tabs/{W}tab")

    assert built.texts("toc1") == ["1\tA"]
    assert (tab.get(f"{W}val"), int(tab.get(f"{W}pos")) < 1000) == ("left", True)


def test_a_callout_has_words_that_can_be_read(tmp_path: Path) -> None:
    """A box that the house draws itself is not put into ours."""
    boxed = style("Box text", DARK + colour("FFFFFF"))
    built = _build(tmp_path, CalloutBox(title="T", blocks=(said("x"),)), styles=boxed)

    assert built.texts("Callout") == ["x"]


@pytest.mark.slow
@pytest.mark.parametrize("section", [PAGE, ""], ids=["page", "no page"])
def test_the_open_xml_sdk_finds_nothing_on_a_bare_template(tmp_path: Path, section: str) -> None:
    """All that is made must be as Word wants it."""
    path = tmp_path / "out.docx"
    path.write_bytes(_build(tmp_path, section=section).data)

    assert find_errors(path) == []
