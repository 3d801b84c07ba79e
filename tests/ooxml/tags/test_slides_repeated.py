"""Loops and conditions over slides: what is copied, what is shared, and what names a slide."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from generator.ooxml.tags.dialect import A, P, R
from tests.ooxml.tags.decks import (
    add_box,
    add_chart,
    add_picture,
    add_slide,
    read_boxes,
    read_charts,
    read_notes,
    read_parts,
    read_titles,
    render,
    start_deck,
)

_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def test_a_slide_is_repeated_with_its_notes_and_chart(tmp_path: Path) -> None:
    """The variable of the loop is known in all that belongs to a slide."""
    deck = start_deck()
    add_slide(deck, "first")
    slide = add_slide(
        deck, "{%slide for x in xs %}{{ x }}", notes="Notes {{ loop.index }}: {{ x }}"
    )
    add_chart(slide, "Chart {{ x }}")
    add_box(slide, "{%slide endfor %}")
    add_slide(deck, "last")

    made = render(tmp_path, deck, {"xs": ["a", "b", "c"]})

    assert read_titles(made) == ["first", "a", "b", "c", "last"]
    assert read_notes(made)[1:4] == ["Notes 1: a", "Notes 2: b", "Notes 3: c"]
    titles = [chart.chart_title.text_frame.text for chart in read_charts(made)]
    assert titles == ["Chart a", "Chart b", "Chart c"]
    assert read_boxes(made.slides[1]) == []
    for slide in list(made.slides)[1:4]:
        assert slide.notes_slide.part.part_related_by(RELATIONSHIP_TYPE.SLIDE) is slide.part


def test_several_slides_are_repeated_together_and_loops_nest(tmp_path: Path) -> None:
    """A loop begins before the slide of its first tag and ends behind that of its last."""
    deck = start_deck()
    add_slide(deck, "{{ c.name }}", "{%slide for c in cs %}")
    add_slide(deck, "{{ c.name }} {{ p }}", "{%slide for p in c.ps %}{%slide endfor %}")
    add_slide(deck, "end of {{ c.name }}", "{%slide endfor %}")
    countries = [{"name": "X", "ps": ["1", "2"]}, {"name": "Y", "ps": []}]

    made = render(tmp_path, deck, {"cs": countries})

    assert read_titles(made) == ["X", "X 1", "X 2", "end of X", "Y", "end of Y"]


def test_slides_are_left_out_and_take_turns(tmp_path: Path) -> None:
    """An `if` without an end is about its slide alone; `elif` and `else` begin with theirs."""
    deck = start_deck()
    add_slide(deck, "alone", "{%slide if a %}")
    add_slide(deck, "one", "{%slide if b == 1 %}")
    add_slide(deck, "still one")
    add_slide(deck, "two", "{%slide elif b == 2 %}")
    add_slide(deck, "else", "{%slide else %}", "{%slide endif %}")
    add_slide(deck, "last", notes="{%slide if not a %}")

    titles = [read_titles(render(tmp_path, deck, {"a": n > 2, "b": n})) for n in (1, 2, 3)]

    assert titles == [["one", "still one", "last"], ["two", "last"], ["alone", "else"]]


def test_a_condition_stands_inside_a_loop_on_one_slide(tmp_path: Path) -> None:
    """A slide for each of those that fulfil a condition, in one text box."""
    deck = start_deck()
    add_slide(deck, "{{ x }}", "{%slide if x > 1 %}{%slide for x in xs %}{%slide endfor %}")

    assert read_titles(render(tmp_path, deck, {"xs": [1, 2, 3]})) == ["2", "3"]


def test_a_deck_may_lose_all_its_slides(tmp_path: Path) -> None:
    """Nothing to tell is no error."""
    deck = start_deck()
    add_slide(deck, "{%slide for x in xs %}{{ x }}{%slide endfor %}")

    made = render(tmp_path, deck, {"xs": []})

    assert read_titles(made) == []
    assert not any("/slides/" in name for name in read_parts(tmp_path / "out.pptx"))


def test_fifty_copies_have_fifty_charts_and_one_picture(tmp_path: Path) -> None:
    """Charts are changed one by one, so each has its own data; a picture is stored once."""
    deck = start_deck()
    slide = add_slide(deck, "{%slide for n in range(50) %}{{ n }}{%slide endfor %}", notes="plain")
    add_chart(slide, "plain")
    add_picture(slide, "plain")

    made = render(tmp_path, deck, {})

    charts = read_charts(made)
    assert len({chart.part.partname for chart in charts}) == 50
    books = [chart.part.chart_workbook.xlsx_part for chart in charts]
    assert len({book.partname for book in books}) == 50
    assert len({book.blob for book in books}) == 1
    assert len({slide.notes_slide.part.partname for slide in made.slides}) == 50
    assert sum("/media/" in name for name in read_parts(tmp_path / "out.pptx")) == 1


def test_ids_of_slides_are_each_used_once(tmp_path: Path) -> None:
    """`p:sldId` has an id from 256 on; the slides of the template keep theirs."""
    deck = start_deck()
    for title in ("a", "{%slide for n in [1, 2, 3] %}{%slide endfor %}", "c"):
        add_slide(deck, title)
    listed = deck.slides._sldIdLst
    listed[2].set("id", "2147483646")

    made = render(tmp_path, deck, {})

    ids = [int(entry.get("id")) for entry in made.slides._sldIdLst]
    assert (ids[0], ids[1], ids[-1]) == (256, 257, 2147483646)
    assert len(set(ids)) == 5
    assert all(256 <= id_ < 2147483648 for id_ in ids)


def test_marks_of_copies_are_their_own_and_the_same_each_time(tmp_path: Path) -> None:
    """Office tells slides apart by a mark in them; the same input gives the same marks."""
    deck = start_deck()
    slide = add_slide(deck, "{%slide for n in [1, 2, 3] %}{%slide endfor %}")
    mark = (
        f'<p:extLst xmlns:p="{P[1:-1]}"><p:ext uri="{{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}}">'
        f'<p14:creationId xmlns:p14="{_P14}" val="123456"/></p:ext></p:extLst>'
    )
    slide._element.cSld.append(etree.fromstring(mark))

    found = [_read_marks(render(tmp_path, deck, {})) for _ in range(2)]

    assert found[0] == found[1]
    assert found[0][0] == "123456"
    assert len(set(found[0])) == 3


def _read_marks(deck: Any) -> list[str]:
    return [
        each.get("val") for s in deck.slides for each in s._element.iter(f"{{{_P14}}}creationId")
    ]


def test_sections_hold_the_copies_of_their_slides(tmp_path: Path) -> None:
    """A copy stands in the section of its slide; a slide that is gone stands in none."""
    deck = start_deck()
    for title in ("a", "{%slide for n in [1, 2] %}{%slide endfor %}", "{%slide if no %}"):
        add_slide(deck, title)
    ids = [entry.get("id") for entry in deck.slides._sldIdLst]
    entries = [f'<p14:sldId id="{id_}"/>' for id_ in ids]
    sections = "".join(
        f'<p14:section name="{name}" id="{{{name * 8}-0000-0000-0000-000000000000}}">'
        f"<p14:sldIdLst>{''.join(held)}</p14:sldIdLst></p14:section>"
        for name, held in (("A", entries[:1]), ("B", entries[1:]))
    )
    deck.element.append(
        etree.fromstring(
            f'<p:extLst xmlns:p="{P[1:-1]}" xmlns:p14="{_P14}"><p:ext '
            f'uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst>{sections}'
            "</p14:sectionLst></p:ext></p:extLst>"
        )
    )

    made = render(tmp_path, deck, {"no": False})

    held = [
        [entry.get("id") for entry in section.iter(f"{{{_P14}}}sldId")]
        for section in made.element.iter(f"{{{_P14}}}section")
    ]
    listed = [entry.get("id") for entry in made.slides._sldIdLst]
    assert held == [listed[:1], listed[1:]]
    assert len(listed) == 3


def test_custom_shows_hold_the_copies_and_empty_ones_go(tmp_path: Path) -> None:
    """A show names slides by relationship; one that names none is no show."""
    deck = start_deck()
    for title in ("{%slide for n in [1, 2] %}{{ n }}{%slide endfor %}", "{%slide if no %}"):
        add_slide(deck, title)
    rids = [entry.get(f"{R}id") for entry in deck.slides._sldIdLst]
    shows = "".join(
        f'<p:custShow name="{number}" id="{number}"><p:sldLst><p:sld r:id="{rid}"/></p:sldLst>'
        "</p:custShow>"
        for number, rid in enumerate(rids)
    )
    deck.slides._sldIdLst.getnext().getnext().addnext(
        etree.fromstring(
            f'<p:custShowLst xmlns:p="{P[1:-1]}" xmlns:r="{R[1:-1]}">{shows}</p:custShowLst>'
        )
    )

    made = render(tmp_path, deck, {"no": False})

    shows = list(made.element.iter(f"{P}custShow"))
    named = [entry.get(f"{R}id") for entry in shows[0].iter(f"{P}sld")]
    assert len(shows) == 1
    assert named == [entry.get(f"{R}id") for entry in made.slides._sldIdLst]


def test_jumps_stay_in_their_round_and_lead_to_no_lost_slide(tmp_path: Path) -> None:
    """A button to the next slide leads to the copy of the same round."""
    deck = start_deck()
    slides = [
        add_slide(deck, "home", "jump"),
        add_slide(deck, "{%slide for n in [1, 2] %}A{{ n }}", "jump"),
        add_slide(deck, "B{{ n }}", "jump", "{%slide endfor %}"),
        add_slide(deck, "gone", "jump", "{%slide if no %}"),
        add_slide(deck, "last", "jump"),
    ]
    for slide, target in ((0, 1), (1, 2), (2, 1), (3, 0), (4, 3)):
        slides[slide].shapes[1].click_action.target_slide = slides[target]

    made = render(tmp_path, deck, {"no": False})

    targets = [_read_jump(slide) for slide in made.slides]
    assert read_titles(made) == ["home", "A1", "B1", "A2", "B2", "last"]
    assert targets == ["A1", "B1", "A1", "B2", "A2", None]
    assert not any("slide4.xml" in name for name in read_parts(tmp_path / "out.pptx"))


def _read_jump(slide: Any) -> str | None:
    target = slide.shapes[1].click_action.target_slide
    return target.shapes.title.text_frame.text if target is not None else None


def test_comments_stay_with_the_first_slide(tmp_path: Path) -> None:
    """What a reviewer said of the template was said once."""
    deck = start_deck()
    slide = add_slide(deck, "{%slide for n in [1, 2] %}{%slide endfor %}")
    comments = Part(
        PackURI("/ppt/comments/comment1.xml"),
        "application/vnd.openxmlformats-officedocument.presentationml.comments+xml",
        deck.part.package,
        f'<p:cmLst xmlns:p="{P[1:-1]}"/>'.encode(),
    )
    slide.part.relate_to(comments, RELATIONSHIP_TYPE.COMMENTS)

    made = render(tmp_path, deck, {})

    kinds = [[rel.reltype for rel in slide.part.rels.values()] for slide in made.slides]
    assert [RELATIONSHIP_TYPE.COMMENTS in each for each in kinds] == [True, False]


def test_animations_of_lost_shapes_are_lost_too(tmp_path: Path) -> None:
    """PowerPoint mends a file that animates what is not there, and says so to the reader."""
    deck = start_deck()
    slide = add_slide(deck, "", "{%shape if no %}a", "b")
    slide._element.append(_make_timing([shape.shape_id for shape in slide.shapes][1:]))

    made = render(tmp_path, deck, {"no": False})

    left = [each.get("spid") for each in made.slides[0]._element.iter(f"{P}spTgt")]
    assert left == [str(made.slides[0].shapes[1].shape_id)]
    both = render(tmp_path, deck, {"no": True})
    assert len(list(both.slides[0]._element.iter(f"{P}spTgt"))) == 2


def test_a_slide_without_animated_shapes_has_no_timing(tmp_path: Path) -> None:
    """An empty list of effects is not allowed."""
    deck = start_deck()
    slide = add_slide(deck, "", "{%shape if no %}a")
    slide._element.append(_make_timing([slide.shapes[1].shape_id]))

    made = render(tmp_path, deck, {"no": False})

    assert made.slides[0]._element.find(f"{P}timing") is None


def _make_timing(shapes: list[int]) -> Any:
    effects = "".join(
        f'<p:par><p:cTn id="{10 + id_}" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst>'
        f'<p:childTnLst><p:par><p:cTn id="{100 + id_}" presetID="1" presetClass="entr" '
        'presetSubtype="0" fill="hold" nodeType="clickEffect"><p:stCondLst><p:cond delay="0"/>'
        f'</p:stCondLst><p:childTnLst><p:set><p:cBhvr><p:cTn id="{200 + id_}" dur="1"/><p:tgtEl>'
        f'<p:spTgt spid="{id_}"/></p:tgtEl><p:attrNameLst><p:attrName>style.visibility'
        '</p:attrName></p:attrNameLst></p:cBhvr><p:to><p:strVal val="visible"/></p:to></p:set>'
        "</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>"
        for id_ in shapes
    )
    return etree.fromstring(
        f'<p:timing xmlns:p="{P[1:-1]}"><p:tnLst><p:par><p:cTn id="1" dur="indefinite" '
        'restart="never" nodeType="tmRoot"><p:childTnLst><p:seq concurrent="1" nextAc="seek">'
        '<p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>'
        f"{effects}</p:childTnLst></p:cTn></p:seq></p:childTnLst></p:cTn></p:par></p:tnLst>"
        "</p:timing>"
    )


def test_a_slide_may_name_what_an_earlier_one_set(tmp_path: Path) -> None:
    """The slides are one template, read in their order."""
    deck = start_deck()
    add_slide(deck, "{% set total = 3 %}{{ total }}")
    add_slide(deck, "{{ total + 1 }}")

    assert read_titles(render(tmp_path, deck, {})) == ["3", "4"]


@pytest.mark.parametrize("number", [1, 3])
def test_the_same_input_gives_the_same_file(tmp_path: Path, number: int) -> None:
    """A build can be compared with the one before."""
    deck = start_deck()
    add_chart(add_slide(deck, "{%slide for n in xs %}{{ n }}{%slide endfor %}"), "{{ n }}")

    files: list[bytes] = []
    for _ in range(2):
        render(tmp_path, deck, {"xs": range(number)})
        files.append((tmp_path / "out.pptx").read_bytes())

    assert files[0] == files[1]


def test_a_slide_keeps_the_prefixes_that_its_attributes_name(tmp_path: Path) -> None:
    """`mc:Ignorable` names prefixes that no element may have; without them Office refuses."""
    deck = start_deck()
    slide = add_slide(deck, "{%slide for n in [1, 2] %}{{ n }}{%slide endfor %}")
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    source = etree.tostring(slide._element).decode()
    source = source.replace(
        "<p:sld ", f'<p:sld xmlns:mc="{mc}" xmlns:p14="{_P14}" mc:Ignorable="p14" ', 1
    )
    slide.part._element = type(slide._element)  # replaced below
    slide.part._element = etree.fromstring(source, slide._element.getroottree().parser)

    render(tmp_path, deck, {})

    parts = read_parts(tmp_path / "out.pptx")
    roots = [etree.fromstring(parts[f"ppt/slides/slide{n}.xml"]) for n in (1, 2)]
    assert [root.nsmap.get("p14") for root in roots] == [_P14, _P14]
    assert [root.nsmap.get("t") for root in roots] == [None, None]
    assert next(roots[1].iter(f"{A}t")).text == "2"
