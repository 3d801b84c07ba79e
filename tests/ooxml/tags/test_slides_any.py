"""What holds for any value, any split of a tag, and files as Office reads them."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ooxml.opening import open_package
from generator.ooxml.tags import render_package
from generator.ooxml.tags.dialect import A
from generator.rendering import render_pptx
from tests.office import find_errors, render_pdf
from tests.ooxml.tags.decks import (
    add_box,
    add_chart,
    add_picture,
    add_slide,
    add_table,
    read_notes,
    read_rows,
    read_titles,
    render,
    start_deck,
)

_DECK = Path(__file__).parents[3] / "templates" / "policy" / "deck.pptx"

texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff\v")
) | st.sampled_from(["<&>\"'", "{{ x }}", "{% if %}", "{#", "😀", "שלום", "中文", "_x000D_", "]]>"])


def _make_template(folder: Path) -> Path:
    deck = start_deck()
    slide = add_slide(deck, "{{ x }}", notes="{{ x }}")
    add_table(slide, ["{{ x }}"])
    add_picture(slide, "{{ x }}")
    add_chart(slide, "{{ x }}")
    deck.save(folder / "template.pptx")
    return folder / "template.pptx"


@settings(max_examples=40, deadline=None)
@given(text=texts)
def test_any_text_comes_back_unchanged(text: str) -> None:
    """Whatever is in a value, it is what a reader sees, and it is never taken for a tag."""
    with tempfile.TemporaryDirectory() as folder:
        package = open_package(_make_template(Path(folder)))
    render_package(package, {"x": text})

    slide = package.read_xml("ppt/slides/slide1.xml")
    read = ["".join(p.itertext(f"{A}t")) for p in slide.iter(f"{A}p")]
    described = [each.get("descr") for each in slide.iter() if each.get("name") == "Logo"]
    others = [
        "".join(package.read_xml(name).itertext(f"{A}t"))
        for name in package.names
        if name.startswith(("ppt/notesSlides/notesSlide", "ppt/charts/chart"))
    ]
    assert read == [text, text]
    assert described == [text]
    assert others == [text, text]


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_split_of_a_tag_renders_the_same(data: st.DataObject) -> None:
    """PowerPoint cuts texts into runs as it likes; the slides come out alike."""
    title, box = "{%slide for x in xs %}No. {{ x }}{%slide endfor %}", "a {{ x|string }} b"
    splits = [
        sorted(data.draw(st.lists(st.integers(1, len(text) - 1), max_size=6, unique=True)))
        for text in (title, box)
    ]
    deck = start_deck()
    slide = add_slide(deck, "", "")
    for shape, text, cuts in zip(slide.shapes, (title, box), splits, strict=True):
        paragraph = shape.text_frame.paragraphs[0]
        for start, end in zip((0, *cuts), (*cuts, len(text)), strict=True):
            paragraph.add_run().text = text[start:end]

    with tempfile.TemporaryDirectory() as folder:
        made = render(Path(folder), deck, {"xs": [1, 2]})

    assert read_titles(made) == ["No. 1", "No. 2"]
    assert [each.shapes[1].text_frame.text for each in made.slides] == ["a 1 b", "a 2 b"]


def test_slides_take_a_time_in_proportion_to_their_number(tmp_path: Path) -> None:
    """Two hundred slides with a chart each are made in a second or two."""
    deck = start_deck()
    slide = add_slide(deck, "{%slide for n in ns %}{{ n }}{%slide endfor %}", notes="{{ n }}")
    add_chart(slide, "{{ n }}")
    add_table(slide, ["{%tr for m in ns[:9] %}"], ["{{ m }}"], ["{%tr endfor %}"])
    deck.save(tmp_path / "template.pptx")

    seconds: list[float] = []
    for number in (100, 400):
        package = open_package(tmp_path / "template.pptx")
        start = time.process_time()
        render_package(package, {"ns": list(range(number))})
        seconds.append(time.process_time() - start)

    assert seconds[1] < 4 * 2.5 * seconds[0]


def _make_everything(folder: Path) -> Path:
    """Write a deck on the default template that uses all there is; return it."""
    from pptx import Presentation

    deck: Any = Presentation(str(_DECK))
    by_name = {layout.name: layout for layout in deck.slide_layouts}
    cover = deck.slides.add_slide(by_name["Cover"])
    cover.shapes.title.text = "{{ title }}"
    slide = deck.slides.add_slide(by_name["Title only"])
    slide.shapes.title.text = "{%slide for r in recs %}{{ r.name }}"
    slide.notes_slide.notes_text_frame.text = "{%slide if r.rows %}Say {{ r.name }}"
    add_chart(slide, "Chart of {{ r.name }}")
    add_picture(slide, "{%shape for n in [1, 2] %}{%shape endfor %}Picture {{ n }}")
    add_table(
        slide,
        ["{% colspan r.rows|length + 1 %}All", "", "", ""],
        ["{% vm %}{{ r.name }}", "{%tc for x in r.rows %}", "{{ x }}", "{%tc endfor %}"],
    ).cell(1, 0).text = "{{ r.name }}"
    table = add_table(
        slide,
        ["Label", "first"],
        ["", "{%tr for x in r.rows %}"],
        ["", "{{ x }}{% cellbg 'DDEEFF' %}"],
        ["", "{%tr endfor %}"],
    )
    table.cell(0, 0).merge(table.cell(3, 0))
    slide = deck.slides.add_slide(by_name["Title and content"])
    slide.shapes.title.text = "{{ r.name }} in words"
    add_box(slide, "{%p for x in r.rows %}", "{{ x }}", "{%p endfor %}")
    add_box(slide, "{%slide endfor %}")
    deck.save(folder / "template.pptx")
    return folder / "template.pptx"


@pytest.mark.slow
def test_the_validator_and_libreoffice_read_what_is_made(tmp_path: Path) -> None:
    """Whatever is nested in what, the file is as the standard wants it."""
    template = _make_everything(tmp_path)
    recs = [{"name": f"R{n}\nmore\aend", "rows": list(range(n))} for n in range(5)]

    render_pptx(template, {"title": "T", "recs": recs}, tmp_path / "out.pptx")

    assert find_errors(tmp_path / "out.pptx") == []
    assert render_pdf(tmp_path / "out.pptx", tmp_path).stat().st_size > 0


def test_the_default_template_may_hold_tags(tmp_path: Path) -> None:
    """The deck that comes with the project is made of all that PowerPoint writes."""
    from pptx import Presentation

    template = _make_everything(tmp_path)
    recs = [{"name": f"R{n}", "rows": list(range(n))} for n in range(4)]

    render_pptx(template, {"title": "T", "recs": recs}, tmp_path / "out.pptx")

    made: Any = Presentation(str(tmp_path / "out.pptx"))
    names = [f"R{n}{end}" for n in range(1, 4) for end in ("", " in words")]
    assert read_titles(made) == ["T", "R0 in words", *names]
    assert read_notes(made)[2] == "Say R1"
    assert read_rows(made.slides[4])[:2] == [["All", "", ""], ["R2", "0", "1"]]
