"""The written file, opened again: what PowerPoint, screen readers and editors will find in it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.presentation import Presentation as PptxPresentation
from pptx.slide import Slide as PptxSlide

from generator.brief.exhibits import Render
from generator.compose.storyboard import ChartSlide, PointsSlide, Slide
from generator.errors import TemplateError
from generator.inventory import find_default_template, read_deck_template
from generator.inventory.deck import LayoutRole
from generator.ooxml.opening import open_package
from generator.slides import build_deck
from generator.slides.text import clean, to_text, to_words
from generator.text.blocks import Run
from tests.slides.samples import PROPERTIES, SLIDES, frame, panel, points, storyboard, words

FILE = find_default_template() / "deck.pptx"
TEMPLATE = open_package(FILE).to_bytes()
INVENTORY = read_deck_template(FILE)
PICTURE = MSO_SHAPE_TYPE.PICTURE
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def build(*slides: Slide, language: str = "en-GB") -> bytes:
    """Return a deck on the policy template."""
    return build_deck(storyboard(*slides, language=language), TEMPLATE, INVENTORY)


def open_deck(data: bytes) -> PptxPresentation:
    """Open `data` as python-pptx does."""
    return Presentation(io.BytesIO(data))


@pytest.fixture(scope="module")
def data() -> bytes:
    """A deck with every kind of slide."""
    return build()


@pytest.fixture(scope="module")
def deck(data: bytes) -> PptxPresentation:
    """The same, opened."""
    return open_deck(data)


def find_shapes(slide: PptxSlide) -> list[Any]:
    """Return the shapes of `slide`; what each can do depends on its kind."""
    return list(slide.shapes)


def find_elements(deck: PptxPresentation, tag: str) -> Iterator[Any]:
    """Yield all elements called `tag` of all slides."""
    for slide in deck.slides:
        element: Any = slide.element
        yield from element.iter(tag)


def test_every_slide_has_a_filled_title_and_no_empty_placeholder(deck: PptxPresentation) -> None:
    """An empty placeholder shows its prompt in the editor; a slide without title has no name."""
    for slide in deck.slides:
        assert slide.shapes.title is not None
        assert slide.shapes.title.text_frame.text
        for hole in [shape for shape in find_shapes(slide) if shape.is_placeholder]:
            assert hole.has_text_frame
            assert hole.text_frame.text.strip(), (slide.slide_id, hole.name)


def test_titles_are_unique(deck: PptxPresentation) -> None:
    """Readers find their way by titles."""
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides if slide.shapes.title]

    assert len(titles) == len(set(titles)) == len(deck.slides)


def test_shape_ids_are_unique_and_names_say_what_is_what(deck: PptxPresentation) -> None:
    """A double id makes PowerPoint offer to repair the file."""
    for slide in deck.slides:
        element: Any = slide.element
        shapes = [(shape.get("id"), shape.get("name")) for shape in element.iter(f"{P}cNvPr")]
        assert len({id_ for id_, _ in shapes}) == len(shapes)
        assert all(name for _, name in shapes[1:])


def test_every_run_has_its_language(deck: PptxPresentation) -> None:
    """Without it PowerPoint underlines half the deck in red."""
    spoken = [
        element for tag in ("rPr", "endParaRPr") for element in find_elements(deck, f"{A}{tag}")
    ]
    runs = [*find_elements(deck, f"{A}r"), *find_elements(deck, f"{A}br")]

    assert all(element.get("lang") and element.get("altLang") for element in spoken)
    assert all(run.find(f"{A}rPr") is not None for run in runs)
    assert all(p.find(f"{A}endParaRPr") is not None for p in find_elements(deck, f"{A}p"))


def test_what_is_drawn_has_alternative_text_or_is_decorative(deck: PptxPresentation) -> None:
    """A blind reader is told what is there, and nothing of rules and panels."""
    drawn = 0
    for slide in deck.slides:
        element: Any = slide.element
        for tag in ("graphicFrame", "grpSp", "pic"):
            for item in element.iter(f"{P}{tag}"):
                drawn += 1
                assert next(item.iter(f"{P}cNvPr")).get("descr")
        for shape in element.iter(f"{P}sp"):
            if shape.find(f"{P}txBody") is None:
                assert b"adec:decorative" in _to_bytes(shape)
    assert drawn > 8


def _to_bytes(element: Any) -> bytes:
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

    return etree.tostring(element)


def test_text_never_shrinks_by_itself(deck: PptxPresentation) -> None:
    """PowerPoint would shrink at the first edit, and the deck would change under the hand."""
    assert not list(find_elements(deck, f"{A}normAutofit"))
    assert not list(find_elements(deck, f"{A}spAutoFit"))


def test_line_spacing_is_in_points_everywhere(deck: PptxPresentation) -> None:
    """Only then does text take the height that was measured."""
    for slide in deck.slides:
        for shape in [shape for shape in find_shapes(slide) if shape.is_placeholder]:
            if "Number" in shape.name:
                continue
            element: Any = shape.element
            for paragraph in element.iter(f"{A}p"):
                spacing = paragraph.find(f"{A}pPr/{A}lnSpc/{A}spcPts")
                assert spacing is not None, shape.name


def test_colours_and_fonts_are_those_of_the_theme(data: bytes) -> None:
    """A designer changes the theme, and the whole deck follows."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        slides = [n for n in package.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", n)]
        for name in slides:
            text = package.read(name).decode()
            assert "srgbClr" not in text
            assert set(re.findall(r'<a:latin typeface="([^"]*)"', text)) <= {"+mj-lt", "+mn-lt"}


def test_sizes_are_written_only_where_they_differ_from_the_layout(deck: PptxPresentation) -> None:
    """A designer who changes the size of titles in the master changes those of the slides."""
    for slide in deck.slides:
        assert slide.shapes.title is not None
        assert "sz=" not in _to_bytes(slide.shapes.title.element).decode()


def test_content_slides_carry_footer_number_tracker_and_source(deck: PptxPresentation) -> None:
    """python-pptx leaves these behind on the layout."""
    slide = deck.slides[4]

    by_name = {shape.name: shape for shape in find_shapes(slide)}
    assert by_name["Footer"].text_frame.text == PROPERTIES.title
    assert by_name["Tracker"].text_frame.text == "What Japan has given"
    assert "Source: Butyrska" in by_name["Source"].text_frame.text
    element: Any = by_name["Slide Number"].element
    field = next(element.iter(f"{A}fld"))
    assert (field.get("type"), field.find(f"{A}t").text) == ("slidenum", "5")


def test_speaker_notes_hold_what_the_storyboard_says(deck: PptxPresentation) -> None:
    """The speaker finds the section's text and the sources of its facts."""
    notes = deck.slides[1].notes_slide.notes_text_frame

    assert notes is not None
    assert notes.text == "Say first what the sum counts.\nThen say what it leaves out."


def test_tables_flag_their_header_row(deck: PptxPresentation) -> None:
    """Screen readers read the head of the column with each cell."""
    tables = [
        shape.table for slide in deck.slides for shape in find_shapes(slide) if shape.has_table
    ]

    assert tables
    assert all(table.first_row for table in tables)
    assert not any(table.horz_banding for table in tables)


def test_charts_are_native_with_their_workbook(deck: PptxPresentation) -> None:
    """The reader can open the numbers behind the bars."""
    charts = [
        shape.chart for slide in deck.slides for shape in find_shapes(slide) if shape.has_chart
    ]

    assert len(charts) == 4
    assert all(chart.part.chart_workbook.xlsx_part is not None for chart in charts)


def test_a_chart_can_be_a_picture_in_vectors_and_pixels() -> None:
    """It stays sharp on a wall, and is seen in old programs too."""
    slide = ChartSlide(frame=frame("a", "It grows"), panels=(panel(render=Render.PICTURE),))
    data = build(slide)

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.read("ppt/media/chart1.png").startswith(b"\x89PNG")
        vectors = package.read("ppt/media/chart1.svg")
        assert b"<svg" in vectors
        assert b"<!DOCTYPE" not in vectors
        assert not [name for name in package.namelist() if "embeddings" in name]
    (picture,) = [
        shape for shape in find_shapes(open_deck(data).slides[0]) if shape.shape_type == PICTURE
    ]
    assert picture.name == "Chart: fig-amounts"
    assert picture._element.nvPicPr.cNvPr.get("descr").startswith("Bar chart")
    assert (picture.crop_left, picture.crop_top) == (0, 0)


def test_the_file_says_what_it_is(deck: PptxPresentation) -> None:
    """Title, author and date are shown by the file manager and by search."""
    core = deck.core_properties

    assert core.title == PROPERTIES.title
    assert core.author == "Nataliya Butyrska"
    assert core.keywords == "Japan; Ukraine; G7"
    assert core.language == "en-GB"
    assert (core.created, core.modified) == (datetime(2025, 3, 1), datetime(2025, 3, 1))  # noqa: DTZ001
    assert core.revision == 1


def test_sections_group_the_slides_by_tracker(deck: PptxPresentation) -> None:
    """PowerPoint's panel shows the deck's parts."""
    element: Any = deck.element
    sections = [
        (section.get("name"), len(list(section.iter("{*}sldId"))))
        for section in element.iter(
            "{http://schemas.microsoft.com/office/powerpoint/2010/main}section"
        )
    ]

    assert sections[0] == (PROPERTIES.title, 1)
    assert sections[1] == ("Summary", 2)
    assert sum(count for _, count in sections) == len(deck.slides)


def test_the_template_s_own_slides_and_sections_are_left_out(tmp_path: Path) -> None:
    """Sample slides tell the designer's story, not the analyst's."""
    template = tmp_path / "with-slides.pptx"
    template.write_bytes(build())
    slide = PointsSlide(frame=frame("one", "Only this"), points=points("Alone"))

    package = open_package(template)
    data = build_deck(storyboard(slide), package.to_bytes(), read_deck_template(package))

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
    assert [name for name in names if name.startswith("ppt/slides/slide")] == [
        "ppt/slides/slide1.xml"
    ]
    assert not [name for name in names if "charts" in name or "embeddings" in name]
    assert len(open_deck(data).slides) == 1


def test_the_same_storyboard_gives_the_same_bytes(data: bytes) -> None:
    """A build that changes by itself cannot be reviewed."""
    assert build() == data


def test_links_lead_where_they_say(deck: PptxPresentation) -> None:
    """The contact slide's address can be clicked."""
    last = deck.slides[len(deck.slides) - 1]
    links = [
        run.hyperlink.address
        for shape in find_shapes(last)
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    ]

    assert "mailto:info@neweurope.example" in links


def test_words_of_another_script_have_their_own_language() -> None:
    """Japanese names in an English deck get a Japanese font and no red line."""
    slide = PointsSlide(
        frame=frame("a", "Names"), points=points("Ishiba 石破茂です said so", "Two")
    )
    deck = open_deck(build(slide))

    spoken = {
        run.find(f"{A}t").text: run.find(f"{A}rPr").get("lang")
        for run in find_elements(deck, f"{A}r")
    }
    assert spoken["石破茂です"] == "ja-JP"
    assert spoken["Ishiba "] == "en-GB"


def test_text_from_right_to_left_is_marked_so() -> None:
    """Its bullet stands at the right, and its full stop at the left."""
    slide = PointsSlide(frame=frame("a", "Names"), points=points("שלום", "One") * 3)
    deck = open_deck(build(slide))

    properties = [
        (element.get("rtl"), element.get("algn"))
        for element in find_elements(deck, f"{A}pPr")
        if element.find(f"{A}buChar") is not None
    ]
    assert properties == [("1", "r"), (None, "l")] * 3


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    text=st.text(
        alphabet=st.one_of(st.sampled_from("<&>\"'😀א ب。漢"), st.characters()),
        min_size=1,
        max_size=60,
    )
)
def test_any_text_comes_back_unchanged(text: str) -> None:
    """No letter of the analyst's is lost or changed on the way into the file."""
    text = clean(text).replace("\n", " ").replace("\r", " ").strip()
    said = [Run(text=text, bold=True)] if text else []
    slide = PointsSlide(
        frame=frame("a", "A title"), points=(*points("One", "Two", "Three", "Four"), *points("x"))
    )
    slide = replace(slide, points=(*slide.points, replace(slide.points[0], inlines=tuple(said))))
    deck = open_deck(build(slide))

    body = next(shape for shape in find_shapes(deck.slides[0]) if shape.name == "Points")
    runs = [run.text for run in body.text_frame.paragraphs[-1].runs]
    assert "".join(runs) == to_text(to_words(tuple(said)))


def test_a_potx_makes_a_presentation(tmp_path: Path) -> None:
    """Designers hand over templates as .potx; a copy of one would open as an untitled file."""
    template = tmp_path / "house.potx"
    with zipfile.ZipFile(FILE) as source, zipfile.ZipFile(template, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "[Content_Types].xml":
                part = part.replace(b"presentation.main+xml", b"template.main+xml")
            target.writestr(name, part)
    slide = PointsSlide(frame=frame("one", "Only this"), points=points("Alone"))

    package = open_package(template)
    data = build_deck(storyboard(slide), package.to_bytes(), read_deck_template(package))

    assert open_deck(data).slides[0].shapes.title is not None


def test_a_template_that_cannot_be_opened_is_refused() -> None:
    """A clear word instead of a traceback."""
    with pytest.raises(TemplateError, match="cannot be opened"):
        build_deck(storyboard(), b"not a zip", INVENTORY)


def test_an_inventory_of_another_file_is_refused() -> None:
    """A layout that is not there cannot be used."""
    layouts = dict(INVENTORY.layouts)
    layouts[LayoutRole.COVER] = replace(
        layouts[LayoutRole.COVER], part_name="/ppt/slideLayouts/slideLayout99.xml"
    )
    with pytest.raises(TemplateError, match="has no layout 'Cover'"):
        build_deck(storyboard(*SLIDES), TEMPLATE, replace(INVENTORY, layouts=layouts))


def test_words_with_a_link_in_the_text_keep_it_once() -> None:
    """Two links to one page share a relationship."""
    link = (Run(text="one", link="https://a.example/x?y=1&z=2"), Run(text=" and ", bold=True))
    slide = PointsSlide(
        frame=frame("a", "A title"),
        points=tuple(replace(point, inlines=(*link, *words("more"))) for point in points("a", "b")),
    )
    deck = open_deck(build(slide))

    rels = [rel for rel in deck.slides[0].part.rels.values() if rel.is_external]
    assert [rel.target_ref for rel in rels] == ["https://a.example/x?y=1&z=2"]
