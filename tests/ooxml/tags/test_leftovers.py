"""What goes with what is repeated or left out: diagrams, notes, comments, zooms."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from generator.errors import TagsError
from generator.ooxml.tags.dialect import W
from tests.ooxml.tags.decks import add_box, add_slide, read_parts, read_titles, start_deck
from tests.ooxml.tags.decks import render as render_deck
from tests.ooxml.tags.documents import OFFICE, paragraph, read_paragraphs, read_part, render

_DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_DSP = "http://schemas.microsoft.com/office/drawing/2008/diagram"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_XML = '<?xml version="1.0"?>'


def _text(said: str) -> str:
    return f'<a:p xmlns:a="{_A}"><a:r><a:t>{said}</a:t></a:r></a:p>'


def _diagram(said: str) -> tuple[str, dict[str, tuple[str, str]]]:
    """Return a paragraph with a diagram that says `said`, and the parts of it."""
    parts = {
        "diagrams/data1.xml": (
            "diagramData",
            f'{_XML}<dgm:dataModel xmlns:dgm="{_DGM}">{_text(said)}<dgm:extLst><a:ext uri="x" '
            f'xmlns:a="{_A}"><dsp:dataModelExt xmlns:dsp="{_DSP}" relId="rId6"/></a:ext>'
            "</dgm:extLst></dgm:dataModel>",
        ),
        **{
            f"diagrams/{name}1.xml": (
                f"diagram{name[0].upper()}{name[1:]}",
                f'{_XML}<dgm:{name} xmlns:dgm="{_DGM}"/>',
            )
            for name in ("layout", "quickStyle", "colors")
        },
        "diagrams/drawing1.xml": (
            "diagramDrawing",
            f'{_XML}<dsp:drawing xmlns:dsp="{_DSP}">{_text(said)}</dsp:drawing>',
        ),
    }
    frame = f'<dgm:relIds xmlns:dgm="{_DGM}" r:dm="rId2" r:lo="rId3" r:qs="rId4" r:cs="rId5"/>'
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/><a:graphic><a:graphicData '
        f'uri="{_DGM}">{frame}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
    return f"<w:p>{drawing}</w:p>", parts


@pytest.mark.parametrize("said", ["{{ x }}", "x"])
def test_a_diagram_in_a_loop_is_another_each_time(said: str, tmp_path: Path) -> None:
    """Who changes the first must not change the second; each says what its round says."""
    shown, parts = _diagram(said)
    body = paragraph("{%p for x in xs %}") + shown + paragraph("{%p endfor %}")
    made = render(tmp_path, body, {"xs": ["one", "two"]}, parts=parts)

    links = read_part(tmp_path / "out.docx", "word/_rels/document.xml.rels")
    targets = {link.get("Id"): f"word/{link.get('Target')}" for link in links}
    frames = list(made.iter(f"{{{_DGM}}}relIds"))
    used = [targets[value] for frame in frames for value in frame.attrib.values()]
    assert len(set(used)) == len(used) == 8
    texts: list[str] = []
    for frame in frames:
        data = read_part(tmp_path / "out.docx", targets[frame.get(f"{{{OFFICE}}}dm")])
        drawn = targets[data.find(f".//{{{_DSP}}}dataModelExt").get("relId")]
        used.append(drawn)
        drawing = read_part(tmp_path / "out.docx", drawn)
        texts.append("/".join("".join(root.itertext()) for root in (data, drawing)))
        assert len(frame) == 0
    assert texts == (["one/one", "two/two"] if "{" in said else ["x/x"] * 2)
    assert len(set(used)) == 10


def test_a_note_that_nothing_refers_to_goes(tmp_path: Path) -> None:
    """Word shows it nowhere; its tags would be left in the file for whoever looks."""
    notes = "".join(
        f'<w:footnote w:id="{id_}">{paragraph(said)}</w:footnote>'
        for id_, said in (("2", "{{ a }}"), ("3", "{{ forgotten }}"), ("4", "plain"))
    )
    render(
        tmp_path,
        f'<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>{paragraph("{{ a }}")}',
        {"a": "A"},
        parts={"footnotes.xml": ("footnotes", notes)},
    )

    root = read_part(tmp_path / "out.docx", "word/footnotes.xml")
    assert ["".join(note.itertext()) for note in root.iter(f"{W}footnote")] == ["A", "plain"]


def _comment(slide: Any, said: str) -> None:
    """Give a slide a comment of a reviewer."""
    p = "http://schemas.openxmlformats.org/presentationml/2006/main"
    comment = f'<p:cm authorId="0" idx="1"><p:text>{said}</p:text></p:cm>'
    data = f'<p:cmLst xmlns:p="{p}">{comment}</p:cmLst>'
    kind = "application/vnd.openxmlformats-officedocument.presentationml.comments+xml"
    name = PackURI("/ppt/comments/comment1.xml")
    slide.part.relate_to(Part(name, kind, slide.part.package, data.encode()), f"{OFFICE}/comments")


def test_the_comment_of_a_reviewer_says_what_its_slide_says(tmp_path: Path) -> None:
    """It stays with the first of the slides that were made of its own."""
    deck = start_deck()
    slide = add_slide(deck, "{%slide for x in xs %}{{ x }}{%slide endfor %}")
    _comment(slide, "See {{ x }}")
    render_deck(tmp_path, deck, {"xs": ["one", "two"]})

    parts = read_parts(tmp_path / "out.pptx")
    said = [data for name, data in parts.items() if name.startswith("ppt/comments/")]
    assert len(said) == 1
    assert "".join(etree.fromstring(said[0]).itertext()) == "See one"


def test_an_unknown_name_in_a_comment_is_told_with_its_slide(tmp_path: Path) -> None:
    """The text of a comment is seen in a pane alone, where nobody would look for a tag."""
    deck = start_deck()
    _comment(add_slide(deck, "Title"), "See {{ ownr }}")

    with pytest.raises(TagsError, match=r"slide 1, comments: unknown name 'ownr'"):
        render_deck(tmp_path, deck, {"owner": 1})


_ZOOM = "http://schemas.microsoft.com/office/powerpoint/2016/slidezoom"


def _zoom(slide: Any, id_: str) -> None:
    """Put a zoom to the slide with the id `id_` on a slide."""
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    p = "http://schemas.openxmlformats.org/presentationml/2006/main"
    slide.shapes._spTree.append(
        etree.fromstring(
            f'<mc:AlternateContent xmlns:mc="{mc}" xmlns:p="{p}"><mc:Choice xmlns:z="{_ZOOM}" '
            f'Requires="z"><p:graphicFrame><z:sldZm><z:sldZmObj sldId="{id_}"/></z:sldZm>'
            "</p:graphicFrame></mc:Choice></mc:AlternateContent>"
        )
    )


def test_a_zoom_leads_to_the_copy_that_is_meant(tmp_path: Path) -> None:
    """A zoom to a slide that is not there makes PowerPoint mend the file."""
    deck = start_deck()
    first = add_slide(deck, "{%slide for x in xs %}Zoom {{ x }}")
    add_slide(deck, "Target {{ x }}{%slide endfor %}")
    gone = add_slide(deck, "{%slide if 0 %}Gone")
    for slide in (deck.slides[1], gone):
        _zoom(first, slide.slide_id)
    made = render_deck(tmp_path, deck, {"xs": [1, 2]})

    ids = {str(slide.slide_id): slide.shapes.title.text_frame.text for slide in made.slides}
    zooms = [
        [ids[zoom.get("sldId")] for zoom in slide._element.iter(f"{{{_ZOOM}}}sldZmObj")]
        for slide in made.slides
    ]
    assert zooms == [["Target 1"], [], ["Target 2"], []]


def test_a_loop_may_be_left_in_a_line_of_many_runs(tmp_path: Path) -> None:
    """What stands in the way of leaving is the end of a run, which nobody sees."""
    lines = ("{% for x in xs %}", "{{ x }}{% if x == 2 %}{% break %}{% endif %}, ", "{% endfor %}.")
    body = render(tmp_path, paragraph(*lines), {"xs": [1, 2, 3]})

    assert read_paragraphs(body) == ["1, 2."]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["{% continue %}"], r"'{% continue %}' stands in no loop"),
        (
            ["{%p for x in xs %}", "{{ x }}{% break %}", "{%p endfor %}"],
            r"'{{ x }}{% break %}': .* would leave '{%p for x in xs %}' .*\n.*{%p break %}",
        ),
    ],
)
def test_a_loop_cannot_be_left_in_the_middle_of_a_paragraph(
    lines: list[str], said: str, tmp_path: Path
) -> None:
    """Half a paragraph would tear the document."""
    with pytest.raises(TagsError, match=said):
        render(tmp_path, "".join(paragraph(line) for line in lines), {"xs": [1, 2]})


def test_slides_cannot_be_left_in_the_middle_of_one(tmp_path: Path) -> None:
    """The error names the slide, and what to write instead."""
    deck = start_deck()
    slide = add_slide(deck, "{%slide for x in xs %}{{ x }}{%slide endfor %}")
    add_box(slide, "{% if x == 2 %}{% break %}{% endif %}")

    with pytest.raises(TagsError, match=r"slide 1, shape .*'{% break %}' would leave"):
        render_deck(tmp_path, deck, {"xs": [1, 2]})


def test_slides_may_be_left_between_two(tmp_path: Path) -> None:
    """The tags about slides do it, on a slide that is never shown."""
    deck = start_deck()
    tags = ("if x == 2", "break", "endif")
    add_slide(deck, "{%slide for x in xs %}" + "".join(f"{{%slide {tag} %}}" for tag in tags))
    add_slide(deck, "{{ x }}{%slide endfor %}")
    add_slide(deck, "end")

    assert read_titles(render_deck(tmp_path, deck, {"xs": [1, 2, 3]})) == ["1", "end"]
