"""Pictures as values, in Word."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from generator import InlineImage, render_docx
from generator.errors import DataError, MissingError, TagsError
from generator.ooxml.tags.dialect import A, R, W
from tests.ooxml.tags.decks import read_parts
from tests.ooxml.tags.documents import (
    cell,
    make_docx,
    paragraph,
    read_paragraphs,
    read_part,
    render,
    run,
)
from tests.ooxml.tags.drawings import draw

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_INCH = 914_400
_SECTION = (
    '<w:sectPr><w:pgSz w:w="10000" w:h="12000"/><w:pgMar w:top="1000" w:right="1000" '
    'w:bottom="1000" w:left="1000" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>'
)
_TWIP = 635


_OLD = {"media/old.png": ("image", '<?xml version="1.0"?><x/>')}
"""The picture that the template has."""


def _sizes(body: Any) -> list[tuple[int, int]]:
    return [(int(e.get("cx")), int(e.get("cy"))) for e in body.iter(f"{_WP}extent")]


def _drawn(text: str = "", frame: tuple[int, int] = (_INCH, _INCH)) -> str:
    """Return a run with a picture of the template, whose alternative text is `text`."""
    pic = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{frame[0]}" cy="{frame[1]}"/>'
        f'<wp:docPr id="3" name="x" descr="{text}"/><a:graphic><a:graphicData uri="{pic}">'
        f'<pic:pic xmlns:pic="{pic}"><pic:nvPicPr><pic:cNvPr id="0" name="old.png" descr="old"/>'
        '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId2"><a:grayscl/></a:blip>'
        '<a:srcRect l="10000"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
        f'<a:xfrm><a:ext cx="{frame[0]}" cy="{frame[1]}"/></a:xfrm></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def test_a_picture_stands_in_the_line_in_its_own_size(tmp_path: Path) -> None:
    """Its size is what the file tells, as docxtpl has it: here 96 dots to the inch."""
    logo = InlineImage(draw(192, 96, dpi=(96, 96)), alt='Our "logo" & more')
    body = render(tmp_path, paragraph("a {{ logo }} b") + _SECTION, {"logo": logo})

    (size,) = _sizes(body)
    assert size == (2 * _INCH, _INCH)
    assert body.find(f".//{_WP}docPr").get("descr") == 'Our "logo" & more'
    assert read_paragraphs(body) == ["a  b"]


@pytest.mark.parametrize(
    ("template", "room"),
    [
        (paragraph("{{ x }}"), 8_000),
        (f'<w:p><w:pPr><w:ind w:left="600" w:right="400"/></w:pPr>{run("{{ x }}")}</w:p>', 7_000),
        (f"<w:tbl><w:tblGrid/><w:tr>{cell('{{ x }}')}{cell('y')}</w:tr></w:tbl>", 2_000 - 216),
        (
            '<w:tbl><w:tblGrid><w:gridCol w:w="900"/><w:gridCol w:w="700"/></w:tblGrid><w:tr><w:tc>'
            f'<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("{{ x }}")}</w:tc></w:tr></w:tbl>',
            1_600 - 216,
        ),
    ],
    ids=["column", "indent", "cell", "merged cell"],
)
def test_a_large_picture_is_as_wide_as_its_room(template: str, room: int, tmp_path: Path) -> None:
    """A photo of a camera would run off the page in its own size."""
    photo = InlineImage(draw(4_000, 1_000, kind="JPEG"))
    body = render(tmp_path, template + _SECTION, {"x": photo})

    ((width, height),) = _sizes(body)
    assert width == room * _TWIP
    assert height == pytest.approx(width / 4, abs=1)


def test_a_size_that_is_asked_for_is_kept(tmp_path: Path) -> None:
    """The lengths of python-docx are counted in EMU, so contexts for docxtpl carry over."""
    data = draw(200, 100)
    images = [
        InlineImage(data, width=3 * _INCH),
        InlineImage(data, height=_INCH),
        InlineImage(data, 5, 7),
    ]
    body = render(tmp_path, paragraph("{% for x in xs %}{{ x }}{% endfor %}"), {"xs": images})

    assert _sizes(body) == [(3 * _INCH, 3 * _INCH // 2), (2 * _INCH, _INCH), (5, 7)]


def test_one_picture_in_many_places_is_one_part(tmp_path: Path) -> None:
    """A logo in a thousand rows must not make the file a thousand times as large."""
    logo, other = draw(10, 10), draw(20, 10)
    render(
        tmp_path,
        paragraph("{% for x in xs %}{{ x }}{% endfor %}"),
        {"xs": [InlineImage(each) for each in (logo, other, logo, logo)]},
    )

    media = {n: d for n, d in read_parts(tmp_path / "out.docx").items() if "/media/" in n}
    assert sorted(media.values()) == sorted([logo, other])
    links = read_part(tmp_path / "out.docx", "word/_rels/document.xml.rels")
    assert sum(link.get("Type").endswith("/image") for link in links) == 2


def test_pictures_in_headers_and_footnotes_belong_to_those_parts(tmp_path: Path) -> None:
    """A relationship of the body means nothing in a header: Word would call the file damaged."""
    note = '<w:footnote w:id="2">' + paragraph("{{ logo }}") + "</w:footnote>"
    render(
        tmp_path,
        '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>' + _SECTION,
        {"logo": InlineImage(draw(10, 10))},
        parts={
            "header1.xml": ("header", paragraph("{{ logo }}")),
            "footnotes.xml": ("footnotes", note),
        },
    )

    for name in ("header1", "footnotes"):
        root = read_part(tmp_path / "out.docx", f"word/{name}.xml")
        id_ = root.find(f".//{A}blip").get(f"{R}embed")
        links = read_part(tmp_path / "out.docx", f"word/_rels/{name}.xml.rels")
        assert [link.get("Id") for link in links] == [id_]


def test_a_whole_paragraph_is_not_cut_to_the_height_of_a_line(tmp_path: Path) -> None:
    """Word cuts a picture in a line of an exact height down to a strip."""
    exact = '<w:pPr><w:spacing w:line="240" w:lineRule="exact" w:after="60"/></w:pPr>'
    body = render(
        tmp_path, f"<w:p>{exact}{run('{{p x }}')}</w:p>", {"x": InlineImage(draw(10, 10))}
    )

    assert dict(body.find(f".//{W}spacing").attrib) == {f"{W}after": "60"}


def test_a_picture_of_the_template_is_replaced_by_its_alt_text(tmp_path: Path) -> None:
    """The designer places and frames a picture; which one it is the data says."""
    photo = InlineImage(draw(200, 100, kind="JPEG"), alt="The bridge")
    body = render(
        tmp_path,
        f"<w:p>{_drawn('{{ photo }}')}</w:p>",
        {"photo": photo},
        parts=_OLD,
    )

    assert _sizes(body) == [(_INCH, _INCH)]
    assert [each.get("descr") for each in body.iter() if each.get("descr")] == ["The bridge"] * 2
    assert [dict(each.attrib) for each in body.iter(f"{A}srcRect")] == [
        {"l": "25000", "r": "25000"}
    ]
    assert body.find(f".//{A}blip/{A}grayscl") is not None
    names = [name for name in read_parts(tmp_path / "out.docx") if "media" in name]
    assert [name.rpartition(".")[2] for name in names] == ["jpeg"]


def test_a_logo_in_a_frame_of_other_proportions_is_shown_whole(tmp_path: Path) -> None:
    """Nobody may cut the name off an organisation; a photo fills its frame."""
    for fit, expected in (
        (None, {"t": "-50000", "b": "-50000"}),
        ("cover", {"l": "25000", "r": "25000"}),
    ):
        logo = InlineImage(draw(200, 100, mode="RGBA"), fit=fit)
        body = render(tmp_path, f"<w:p>{_drawn('{{ logo }}')}</w:p>", {"logo": logo}, parts=_OLD)

        assert [dict(each.attrib) for each in body.iter(f"{A}srcRect")] == [expected]


def test_an_alt_text_may_still_be_text(tmp_path: Path) -> None:
    """A tag in an alternative text need not be a picture's."""
    said = '" tag-replacement-0="'
    body = render(tmp_path, f"<w:p>{_drawn('{{ x }}')}</w:p>", {"x": said}, parts=_OLD)

    assert body.find(f".//{_WP}docPr").get("descr") == said


def test_a_link_of_a_picture_leads_somewhere_safe(tmp_path: Path) -> None:
    """What a click does must not be left to the data."""
    body = render(
        tmp_path, paragraph("{{ x }}"), {"x": InlineImage(draw(9, 9), link="https://a.b")}
    )
    assert body.find(f".//{_WP}docPr/{A}hlinkClick") is not None

    with pytest.raises(TagsError, match="no address"):
        render(tmp_path, paragraph("{{ x }}"), {"x": InlineImage(draw(9, 9), link="file:///etc")})


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (f"<w:p>{_drawn('about {{ x }}')}</w:p>", "InlineImage"),
        (
            '<w:p><w:r><w:pict><v:shape alt="{{ x }}"><v:textbox/></v:shape></w:pict></w:r></w:p>',
            "no picture is drawn",
        ),
    ],
)
def test_where_no_picture_can_stand_it_is_refused(template: str, said: str, tmp_path: Path) -> None:
    """A picture that is silently left out would be missed after printing."""
    with pytest.raises(TagsError, match=said):
        render(tmp_path, template, {"x": InlineImage(draw(9, 9))}, parts=_OLD)


def test_a_picture_is_read_from_a_path_or_an_open_file(tmp_path: Path) -> None:
    """Contexts for docxtpl hold either."""
    (tmp_path / "logo.png").write_bytes(data := draw(9, 9))

    assert InlineImage(tmp_path / "logo.png").image.data == data
    assert InlineImage(str(tmp_path / "logo.png")).image.data == data
    assert InlineImage(io.BytesIO(data)).image.data == data


def test_what_is_no_picture_is_refused_when_it_is_made(tmp_path: Path) -> None:
    """Whoever builds the context learns of it there, and not from Word."""
    (tmp_path / "logo.png").write_bytes(b"RIFF1234WEBP")

    with pytest.raises(DataError, match=r"'logo.png' is a WebP.*save it as PNG"):
        InlineImage(tmp_path / "logo.png")
    with pytest.raises(MissingError, match=r"cannot read 'none.png'"):
        InlineImage(tmp_path / "none.png")
    with pytest.raises(DataError, match="open it with 'rb'"):
        InlineImage(io.StringIO("x"))  # pyright: ignore[reportArgumentType] - on purpose
    with pytest.raises(DataError, match="'0' is no width"):
        InlineImage(draw(9, 9), width=0)
    with pytest.raises(DataError, match="'fill' is no fit"):
        InlineImage(draw(9, 9), fit="fill")


def test_an_svg_brings_a_png_for_programs_that_show_none(tmp_path: Path) -> None:
    """Word 2013, and viewers on phones, would show an empty frame."""
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 48"/>'
    (tmp_path / "logo.svg").write_bytes(svg)
    with pytest.raises(DataError, match="needs a PNG"):
        InlineImage(tmp_path / "logo.svg")
    (tmp_path / "logo.png").write_bytes(draw(96, 48))
    body = render(tmp_path, paragraph("{{ x }}"), {"x": InlineImage(tmp_path / "logo.svg")})

    assert _sizes(body) == [(_INCH, _INCH // 2)]
    parts = read_parts(tmp_path / "out.docx")
    kinds = sorted(name.rpartition(".")[2] for name in parts if "/media/" in name)
    assert kinds == ["png", "svg"]


def test_the_same_pictures_make_the_same_file(tmp_path: Path) -> None:
    """Names of parts come of what is in them."""
    template = make_docx(tmp_path / "t.docx", paragraph("{{ x }}"))
    for name in ("a", "b"):
        render_docx(template, {"x": InlineImage(draw(9, 9))}, tmp_path / f"{name}.docx")

    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_no_two_drawings_of_a_document_have_the_same_id(tmp_path: Path) -> None:
    """Word has been seen to mend a file whose header and text had pictures of one id."""
    drawn = '<w:drawing><wp:inline><wp:docPr id="3" name="x"/></wp:inline></w:drawing>'
    parts = {
        "header1.xml": ("header", f"<w:p><w:r>{drawn}</w:r></w:p>"),
        "footer1.xml": ("footer", paragraph("{{ x }}")),
    }
    body = render(
        tmp_path,
        paragraph("{{ x }}{{ x }}{{ x }}") + _SECTION,
        {"x": InlineImage(draw(9, 9))},
        parts=parts,
    )

    roots = [body, read_part(tmp_path / "out.docx", "word/footer1.xml")]
    ids = [each.get("id") for root in roots for each in root.iter(f"{_WP}docPr")]
    assert len({*ids, "3"}) == len(ids) + 1 == 5
