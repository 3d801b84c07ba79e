"""The page of the report: chosen among the template's sections, and spelt out."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from generator.inventory import read_word_template
from generator.inventory.report import FurnitureKind, FurnitureVariant
from generator.units import to_twips
from tests.word.foreign import PAGE, art, line, shown_field, write_template
from tests.word.reading import Built, W
from tests.word.samples import make_full_report, make_report, said

FOOTER = '<w:footerReference w:type="default" r:id="rId-footer1"/>'
HEADER = '<w:headerReference w:type="{}" r:id="rId-header1"/>'
NUMBER = f"<w:p>{shown_field('PAGE')}</w:p>"


def _build(path: Path, language: str = "en-GB", **given: Any) -> tuple[Built, Any]:
    built = Built(
        make_report(said("a"), language=language), write_template(path / "own.docx", **given)
    )
    return built, built.body.find(f"{W}sectPr")


def _break(section: str) -> str:
    return f"<w:p><w:pPr><w:sectPr>{section}</w:sectPr></w:pPr></w:p>"


def test_a_file_without_a_page_gets_the_one_that_the_inventory_counts_on(tmp_path: Path) -> None:
    """Tables and charts are as wide as the page is thought to be."""
    path = write_template(tmp_path / "own.docx", section="")
    section = Built(make_report(said("a")), path).body.find(f"{W}sectPr")
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    page = read_word_template(path).page

    assert int(size.get(f"{W}w")) == to_twips(page.size.width)
    assert int(margins.get(f"{W}left")) == to_twips(page.left)


def test_the_section_with_the_furniture_is_taken(tmp_path: Path) -> None:
    """The last one may be the back of the cover, without name and number."""
    empty = '<w:footerReference w:type="default" r:id="rId-footer2"/>'
    body = _break(FOOTER + PAGE.replace("1440", "1300")) + line("back")
    furniture = {"footer1": NUMBER, "footer2": "<w:p/>"}
    built, section = _build(tmp_path, body=body, section=empty + PAGE, furniture=furniture)

    assert section.find(f"{W}pgMar").get(f"{W}left") == "1300"
    assert "PAGE" in built.parts["word/footer1.xml"].decode()
    assert not any("footer2" in name for name in built.parts)


def test_furniture_is_inherited_from_the_section_before(tmp_path: Path) -> None:
    """Word shows a header until another one is given."""
    path = write_template(
        tmp_path / "own.docx", body=_break(FOOTER + PAGE), furniture={"footer1": NUMBER}
    )
    (shown,) = read_word_template(path).furniture
    section = Built(make_report(said("a")), path).body.find(f"{W}sectPr")

    assert (shown.kind, shown.variant) == (FurnitureKind.FOOTER, FurnitureVariant.DEFAULT)
    assert section.find(f"{W}footerReference") is not None


def test_what_belongs_to_the_sample_text_goes(tmp_path: Path) -> None:
    """A report is not vertical, not in the middle of the page, and begins on page 1."""
    odd = (
        f'<w:type w:val="continuous"/>{PAGE}<w:pgNumType w:start="7" w:fmt="lowerRoman"/>'
        '<w:cols w:num="3" w:space="200"/><w:vAlign w:val="center"/><w:textDirection w:val="tbRl"/>'
        '<w:bidi/><w:docGrid w:type="linesAndChars" w:linePitch="360" w:charSpace="900"/>'
    )
    _, section = _build(tmp_path, section=odd)
    names = {child.tag.removeprefix(W) for child in section}

    assert not names & {"type", "vAlign", "textDirection", "bidi"}
    assert dict(section.find(f"{W}pgNumType").attrib) == {f"{W}fmt": "lowerRoman"}
    assert section.find(f"{W}cols").get(f"{W}num") is None
    assert section.find(f"{W}docGrid").get(f"{W}type") is None


def test_wide_columns_are_heeded(tmp_path: Path) -> None:
    """A report on its side in two columns has lines that can be read."""
    wide = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1000" ' + (
        'w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500" w:gutter="0"/>'
    )
    columns = '<w:cols w:num="2" w:space="600"/>'
    path = write_template(tmp_path / "own.docx", section=wide + columns)
    page = read_word_template(path).page

    assert to_twips(page.text_width) == (16838 - 2000 - 600) // 2
    assert Built(make_full_report(), path).body.find(f"{W}sectPr/{W}cols").get(f"{W}num") == "2"


@pytest.mark.parametrize(
    ("at_top", "left", "top"), [("", 1740, 1440), ("<w:gutterAtTop/>", 1440, 1740)]
)
def test_the_gutter_is_added_where_it_is(tmp_path: Path, at_top: str, left: int, top: int) -> None:
    """A bound report loses room at its fold."""
    section = PAGE.replace('w:gutter="0"', 'w:gutter="300"')
    path = write_template(tmp_path / "own.docx", section=section, settings=at_top)
    page = read_word_template(path).page
    margins = Built(make_report(said("a")), path).body.find(f"{W}sectPr/{W}pgMar")

    assert (to_twips(page.left), to_twips(page.top)) == (left, top)
    assert (margins.get(f"{W}gutter"), margins.get(f"{W}left")) == ("300", "1440")


def test_margins_that_leave_no_room_are_not_believed(tmp_path: Path) -> None:
    """Labels and envelopes are templates, too."""
    path = write_template(tmp_path / "own.docx", section=PAGE.replace("1440", "7000"))

    assert to_twips(read_word_template(path).page.text_width) == 11906 - 2 * 1440


def test_text_begins_below_a_band_of_art(tmp_path: Path) -> None:
    """The designer's own text began with empty lines."""
    path = write_template(
        tmp_path / "own.docx",
        section=HEADER.format("default") + PAGE,
        furniture={"header1": art(1_800_000)},
    )

    assert read_word_template(path).page.top > 1_800_000


def test_the_cover_begins_below_the_art_of_the_first_page_alone(tmp_path: Path) -> None:
    """The pages after it need no such room."""
    path = write_template(
        tmp_path / "own.docx",
        section=HEADER.format("first") + PAGE + "<w:titlePg/>",
        furniture={"header1": art(1_800_000)},
    )
    page = read_word_template(path).page
    first = Built(make_full_report(), path).paragraphs()[0]

    assert to_twips(page.top) == 1440
    assert page.top + page.first_room > 1_800_000
    assert int(first.find(f"{W}pPr/{W}spacing").get(f"{W}before")) >= to_twips(page.first_room)


def test_a_background_over_the_whole_page_moves_nothing(tmp_path: Path) -> None:
    """A watermark lies behind the text on purpose."""
    path = write_template(
        tmp_path / "own.docx",
        section=HEADER.format("default") + PAGE,
        furniture={"header1": art(10_600_000)},
    )

    assert to_twips(read_word_template(path).page.top) == 1440


@pytest.mark.parametrize(("language", "is_kept"), [("en-GB", False), ("ar-SA", True)])
def test_text_runs_as_the_language_of_the_report_does(
    tmp_path: Path, language: str, is_kept: bool
) -> None:
    """An English report on an Arabic template has its full stops at the right end."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="Body Text"/><w:pPr><w:bidi/>'
        '<w:spacing w:after="200"/></w:pPr></w:style>'
    )
    built, section = _build(tmp_path, language, styles=styles, section=PAGE + "<w:bidi/>")

    assert ("<w:bidi/>" in built.parts["word/styles.xml"].decode()) == is_kept
    assert (section.find(f"{W}bidi") is not None) == is_kept


def test_the_ground_of_the_page_is_known_and_kept(tmp_path: Path) -> None:
    """Colours are chosen for what lies behind them."""
    path = write_template(
        tmp_path / "own.docx",
        before='<w:background w:color="102030"/>',
        settings="<w:displayBackgroundShape/>",
    )
    built = Built(make_full_report(), path)

    assert read_word_template(path).page.ground == "102030"
    assert 'w:background w:color="102030"' in built.parts["word/document.xml"].decode()


def test_a_picture_behind_all_pages_is_kept(tmp_path: Path) -> None:
    """A background without its picture is a file that Word repairs."""
    fill = (
        '<w:background w:color="FFFFFF"><v:background xmlns:v="urn:schemas-microsoft-com:vml">'
        '<v:fill r:id="rId-media" type="frame"/></v:background></w:background>'
    )
    path = write_template(
        tmp_path / "own.docx", before=fill, settings="<w:displayBackgroundShape/>"
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    link = f'<Relationship Id="rId-media" Type="{kind}" Target="media/a.png"/></Relationships>'
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace(b"</Relationships>", link.encode())
    picture = io.BytesIO()
    Image.new("RGB", (4, 4)).save(picture, "PNG")
    with zipfile.ZipFile(path, "w") as new:
        for name, data in {**parts, "word/media/a.png": picture.getvalue()}.items():
            new.writestr(name, data)
    built = Built(make_report(said("a")), path)

    assert read_word_template(path).page.ground == ""
    assert any(name.startswith("word/media/") for name in built.parts)
    assert "v:fill" in built.parts["word/document.xml"].decode()
