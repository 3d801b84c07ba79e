"""A template's own slides kept: what stands in the place of its marks, and all that stays."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pytest
from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Emu

from generator.brief.exhibits import Render
from generator.compose.storyboard import ChartSlide, PointsSlide, SectionSlide, TableSlide
from generator.errors import TagsError
from generator.inventory.deck import LayoutRole
from generator.text.blocks import Grid, GridColumn
from tests.slides.marked import (
    BODY_BOX,
    INVENTORY,
    SMALL,
    A,
    Marked,
    P,
    find_frame,
    list_titles,
)
from tests.slides.samples import SLIDES, frame, panel, points, words

CHART = ChartSlide(frame=frame("fig", ""), panels=(panel(heading="Support by channel"),))
PICTURE = ChartSlide(frame=frame("fig", ""), panels=(panel(render=Render.PICTURE),))
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def table(rows: int = 3) -> TableSlide:
    """Return a table of two columns."""
    grid = Grid(
        columns=(GridColumn(head=words("Channel")), GridColumn(head=words("Amount"))),
        rows=tuple((words(f"Channel {number}"), words(str(number))) for number in range(rows)),
    )
    return TableSlide(
        frame=frame("tab", ""), heading=words("Amounts"), subtitle=(), grid=grid, alt="Amounts."
    )


def slide(id_: str, title: str) -> PointsSlide:
    """Return a slide of two points."""
    return PointsSlide(frame=frame(id_, title, "Part"), points=points("One", "Two"))


def read_part(data: bytes, name: str) -> Any:
    """Return the root of a part of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def fail(deck: Marked) -> list[str]:
    """Return what is said of a deck that cannot be built."""
    with pytest.raises(TagsError) as caught:
        deck.build()
    return [str(error) for error in caught.value.errors]


def test_a_body_stands_where_its_mark_is_between_the_slides_of_the_template() -> None:
    """A designer's first and last slides are theirs; the brief comes in between."""
    deck = Marked()
    deck.add_slide("First")
    deck.add_carrier(slide("a", "Alpha"), slide("b", "Beta"))
    deck.add_slide("Between")
    deck.add_carrier(slide("c", "Gamma"))

    assert list_titles(deck.open()) == ["First", "Alpha", "Beta", "Between", "Gamma"]


def test_new_slides_stand_on_the_layouts_of_the_template() -> None:
    """What a body writes looks like what the template's own slides look like."""
    deck = Marked()
    deck.add_carrier(SectionSlide(id="s", number=1, title="Part one", message=()))
    built = deck.open()

    found = str(built.slides[0].slide_layout.part.partname)
    assert found == INVENTORY.layouts[LayoutRole.SECTION].part_name


def test_sizes_are_planned_together_over_all_bodies_and_sections() -> None:
    """Two sections of one deck in two sizes would look like two decks."""
    long = " ".join(["A sentence that goes on for longer than a slide would like it to."] * 5)
    deck = Marked()
    deck.add_carrier(slide("a", "Alpha"))
    deck.add_carrier(
        PointsSlide(frame=frame("b", "Beta"), points=points(*[f"{n}. {long}" for n in range(4)]))
    )
    built = deck.open()

    sizes = {
        int(run.get("sz"))
        for one in built.slides
        for shape in one.shapes
        if shape.name.startswith("Point") and shape.has_text_frame
        for run in shape._element.iter(f"{A}rPr")
    }
    assert len(sizes) == 1


def test_a_carrier_goes_with_a_body_that_has_nothing() -> None:
    """A brief without recommendations leaves no empty slide behind."""
    deck = Marked()
    deck.add_slide("First")
    deck.add_carrier()

    assert list_titles(deck.open()) == ["First"]


def test_what_leads_to_a_carrier_leads_to_the_first_of_its_slides() -> None:
    """A table of contents with links is drawn once, and used for many briefs."""
    deck = Marked()
    first = deck.add_slide("First")
    carrier = deck.add_carrier(slide("a", "Alpha"), slide("b", "Beta"))
    deck.add_box(first, "Go").click_action.target_slide = carrier
    built = deck.open()

    (link,) = [shape for shape in built.slides[0].shapes if shape.name.startswith("TextBox")]
    assert link.click_action.target_slide.shapes.title.text_frame.text == "Alpha"


def test_a_link_to_a_carrier_that_goes_is_taken_out() -> None:
    """A link to no slide makes PowerPoint offer to repair the file."""
    deck = Marked()
    first = deck.add_slide("First")
    carrier = deck.add_carrier()
    deck.add_box(first, "Go").click_action.target_slide = carrier
    built = deck.open()

    (link,) = [shape for shape in built.slides[0].shapes if shape.name.startswith("TextBox")]
    assert link.click_action.target_slide is None


def list_in_sections(deck: Marked, sections: list[tuple[str, list[Any]]]) -> None:
    """Give a deck a list of sections (`p14:sectionLst`)."""
    root = deck.deck.element
    extensions = root.find(f"{P}extLst")
    if extensions is None:
        extensions = etree.SubElement(root, f"{P}extLst")
    uri = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
    for old in extensions.findall(f"{P}ext[@uri='{uri}']"):
        extensions.remove(old)
    extension = etree.SubElement(extensions, f"{P}ext", {"uri": uri})
    listed = etree.SubElement(extension, f"{P14}sectionLst", nsmap={"p14": P14[1:-1]})
    for number, (name, slides) in enumerate(sections):
        guid = f"{{00000000-0000-0000-0000-00000000000{number}}}"
        section = etree.SubElement(listed, f"{P14}section", {"name": name, "id": guid})
        entries = etree.SubElement(section, f"{P14}sldIdLst")
        for one in slides:
            etree.SubElement(entries, f"{P14}sldId", {"id": str(one.slide_id)})


def test_new_slides_join_the_section_of_their_carrier() -> None:
    """PowerPoint groups the slides by sections; none may be left out of them or named twice."""
    deck = Marked()
    first = deck.add_slide("First")
    carrier = deck.add_carrier(slide("a", "Alpha"), slide("b", "Beta"))
    last = deck.add_slide("Last")
    list_in_sections(deck, [("Opening", [first]), ("Brief", [carrier]), ("Close", [last])])
    data = deck.build()
    root = read_part(data, "ppt/presentation.xml")

    titles = dict(
        zip(
            [entry.get("id") for entry in root.iter(f"{P}sldId")],
            list_titles(Presentation(io.BytesIO(data))),
            strict=True,
        )
    )
    found = {
        section.get("name"): [titles[entry.get("id")] for entry in section.iter(f"{P14}sldId")]
        for section in root.iter(f"{P14}section")
    }
    assert found == {"Opening": ["First"], "Brief": ["Alpha", "Beta"], "Close": ["Last"]}


def test_a_custom_show_shows_all_that_came_of_a_carrier() -> None:
    """A short version of a deck that names the body means the whole body."""
    deck = Marked()
    first = deck.add_slide("First")
    carrier = deck.add_carrier(slide("a", "Alpha"), slide("b", "Beta"))
    shows = etree.SubElement(deck.deck.element, f"{P}custShowLst")
    show = etree.SubElement(shows, f"{P}custShow", {"name": "Short", "id": "0"})
    entries = etree.SubElement(show, f"{P}sldLst")
    ids = {entry.id: entry.rId for entry in deck.deck.slides._sldIdLst}
    for one in (carrier, first):
        etree.SubElement(entries, f"{P}sld", {f"{R}id": ids[one.slide_id]})
    deck.deck.element.find(f"{P}notesSz").addnext(shows)
    root = read_part(deck.build(), "ppt/presentation.xml")

    order = {entry.get(f"{R}id"): at for at, entry in enumerate(root.iter(f"{P}sldId"))}
    assert [order[entry.get(f"{R}id")] for entry in root.iter(f"{P}sld")] == [1, 2, 0]


def test_a_zoom_to_a_carrier_that_goes_is_taken_out() -> None:
    """A slide zoom names a slide by its id, which nothing has any more."""
    zoom = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/'
        '2006" xmlns:pslz="http://schemas.microsoft.com/office/powerpoint/2016/slidezoom"><mc:'
        'Choice Requires="pslz"><pslz:sldZm><pslz:sldZmObj sldId="{}" cId="1"/></pslz:sldZm>'
        "</mc:Choice></mc:AlternateContent>"
    )
    deck = Marked()
    first = deck.add_slide("First")
    kept = deck.add_carrier(slide("a", "Alpha"))
    gone = deck.add_carrier()
    for one in (kept, gone):
        first.shapes._spTree.append(etree.fromstring(zoom.format(one.slide_id)))
    built = deck.open()

    zooms = [each.get("sldId") for each in built.slides[0].element.iter("{*}sldZmObj")]
    assert zooms == [str(kept.slide_id)]


def test_hidden_carriers_make_hidden_slides_with_the_same_effect() -> None:
    """An annex that is hidden in the show, and comes up by a fade, does so after filling."""
    deck = Marked()
    carrier = deck.add_carrier(slide("a", "Alpha"), slide("b", "Beta"))
    carrier.element.set("show", "0")
    effect = etree.SubElement(carrier.element, f"{P}transition")
    etree.SubElement(effect, f"{P}fade")
    data = deck.build()
    built = Presentation(io.BytesIO(data))
    app = read_part(data, "docProps/app.xml")

    for one in built.slides:
        root: Any = one.element
        assert root.get("show") == "0"
        assert root.find(f"{P}transition/{P}fade") is not None
    assert [each.text for each in app.iter("{*}HiddenSlides")] == ["2"]


def test_slides_keep_their_notes_and_new_ones_get_theirs() -> None:
    """Two slides with one notes part would show the words of the other."""
    deck = Marked()
    first = deck.add_slide("First")
    first.notes_slide.notes_text_frame.text = "Own words"
    deck.add_carrier(slide("a", "Alpha"), slide("b", "Beta"))
    data = deck.build()
    built = Presentation(io.BytesIO(data))
    app = read_part(data, "docProps/app.xml")

    notes: list[Any] = [one.notes_slide.notes_text_frame for one in built.slides]
    assert notes[0].text == "Own words"
    assert all("Say first what the sum counts." in note.text for note in notes[1:])
    assert [each.text for each in app.iter("{*}Notes")] == ["3"]


def test_parts_are_named_once_whatever_the_template_holds() -> None:
    """A chart of the template must not be overwritten by one of ours."""
    deck = Marked()
    for _ in range(3):
        one = deck.add_slide()
        deck.add_box(one, deck.ask(CHART))
    again = Marked(deck.build())
    again.deck = Presentation(io.BytesIO(deck.build()))
    more = again.add_slide()
    again.add_box(more, again.ask(CHART))
    again.add_carrier(CHART, slide("a", "Alpha"))
    data = again.build()

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
    assert len(names) == len(set(names))
    assert sum(bool(re.match(r"ppt/charts/chart\d+\.xml", name)) for name in names) == 5
    assert sum(name.startswith("ppt/embeddings/") for name in names) == 5


def test_a_chart_takes_box_name_and_id_of_its_text_box() -> None:
    """The designer drew the place and the size; animations go by the id."""
    deck = Marked()
    one = deck.add_slide()
    under = deck.add_box(one, "Under")
    shape = deck.add_box(one, deck.ask(CHART))
    over = deck.add_box(one, "Over")
    shape.name = "Aid by channel"
    built = deck.open().slides[0]
    chart = find_frame(built)

    assert (chart.left, chart.top, chart.width, chart.height) == BODY_BOX
    assert (chart.name, chart.shape_id) == ("Aid by channel", shape.shape_id)
    order = [each.shape_id for each in built.shapes]
    assert order[-3:] == [under.shape_id, shape.shape_id, over.shape_id]
    assert chart._element.find(f".//{P}cNvPr").get("descr").startswith("Bar chart")


def test_a_placeholder_gives_its_layouts_box_and_goes_on_as_the_chart() -> None:
    """A placeholder without a place of its own stands where the layout has it; none stays empty."""
    deck = Marked()
    one = deck.add_slide(role=LayoutRole.CONTENT)
    hole = next(each for each in one.placeholders if each.placeholder_format.idx == 1)
    hole.text_frame.text = deck.ask(CHART)
    place = (hole.left, hole.top, hole.width, hole.height)
    built = deck.open().slides[0]

    (chart,) = [each for each in built.placeholders if each != built.shapes.title]
    assert chart.has_chart
    assert (chart.left, chart.top, chart.width, chart.height) == place
    assert chart.placeholder_format.idx == 1


def test_a_text_placeholder_ends_as_a_chart_outside_it() -> None:
    """PowerPoint has no charts in placeholders that are for text alone."""
    deck = Marked()
    one = deck.add_slide(role=LayoutRole.CONTENT)
    hole = next(each for each in one.placeholders if each.placeholder_format.idx == 1)
    hole._element.find(f".//{P}ph").set("type", "body")
    hole.text_frame.text = deck.ask(CHART)
    built = deck.open().slides[0]

    assert not find_frame(built).is_placeholder


def test_a_picture_takes_the_box_as_a_chart_does() -> None:
    """A kind of chart that Office cannot hold is drawn as a picture."""
    deck = Marked()
    one = deck.add_slide()
    deck.add_box(one, deck.ask(PICTURE)).name = "Drawn"
    built = deck.open().slides[0]

    (picture,) = [each for each in built.shapes if each._element.tag == f"{P}pic"]
    assert (picture.name, picture.left, picture.width) == ("Drawn", BODY_BOX.left, BODY_BOX.width)


def test_a_chart_in_a_group_stays_in_it_and_is_planned_for_its_size_on_the_slide() -> None:
    """A card with its chart is moved as one; its scale must not double what the chart is."""
    deck = Marked()
    one = deck.add_slide()
    card = one.shapes.add_shape(1, *BODY_BOX)
    card.fill.background()
    shape = deck.add_box(one, deck.ask(CHART))
    group = one.shapes.add_group_shape([card, shape])
    group.left, group.width = Emu(group.left // 2), Emu(group.width // 2)
    built = deck.open().slides[0]

    (found,) = [each for each in built.shapes if each._element.tag == f"{P}grpSp"]
    chart = next(each for each in found.shapes if each.has_chart)
    assert (chart.left, chart.top, chart.width, chart.height) == BODY_BOX
    sizes = {int(each.get("sz")) for each in chart.chart._chartSpace.iter(f"{A}defRPr")}
    assert max(sizes) <= 1200


def test_a_table_leaves_its_group() -> None:
    """PowerPoint has no tables in groups; the card stays, and the table stands before it."""
    deck = Marked()
    one = deck.add_slide()
    card = one.shapes.add_shape(1, *BODY_BOX)
    shape = deck.add_box(one, deck.ask(table()))
    one.shapes.add_group_shape([card, shape])
    built = deck.open().slides[0]

    kinds = [each._element.tag for each in built.shapes][-2:]
    assert kinds == [f"{P}grpSp", f"{P}graphicFrame"]
    assert (find_frame(built).left, find_frame(built).top) == BODY_BOX[:2]


def test_a_table_fills_the_width_and_keeps_within_the_box() -> None:
    """Its text stands where text in the box would stand: at the inset of the shape."""
    deck = Marked()
    one = deck.add_slide()
    deck.add_box(one, deck.ask(table(8)))
    built = find_frame(deck.open().slides[0])

    heights = sum(row.height for row in built.table.rows)
    assert (built.left, built.top) == BODY_BOX[:2]
    assert built.height == heights <= BODY_BOX.height
    assert built.width <= BODY_BOX.width
    assert built.table.cell(0, 0).margin_left == 91440


def test_captions_stand_in_the_box_without_what_the_slide_says_already() -> None:
    """Heading and measure above, note and source below; a title is not said twice."""
    deck = Marked()
    one = deck.add_slide("Support by channel")
    deck.add_box(one, deck.ask(CHART, has_caption=True))
    two = deck.add_slide("Another title")
    deck.add_box(two, deck.ask(CHART, has_caption=True))
    built = deck.open()

    texts = [
        [each.text_frame.text for each in one.shapes if each.name in {"Heading", "Source"}]
        for one in built.slides
    ]
    assert texts[1][0].startswith("Support by channel\nJapanese support")
    assert texts[0][0].startswith("Japanese support")
    assert all("Source: Butyrska" in said[1] for said in texts)
    chart = find_frame(built.slides[0])
    assert BODY_BOX.top < chart.top
    assert chart.top + chart.height < BODY_BOX.bottom


def test_a_dark_card_behind_the_box_turns_texts_light() -> None:
    """What stands behind decides what reads well, not what the layout has elsewhere."""
    deck = Marked()
    one = deck.add_slide()
    card = one.shapes.add_shape(1, *BODY_BOX)
    card.fill.solid()
    card.fill.fore_color.rgb = RGBColor(0x10, 0x18, 0x28)
    deck.add_box(one, deck.ask(table()))
    two = deck.add_slide()
    deck.add_box(two, deck.ask(table()))
    built = deck.open()

    inks = [
        find_frame(one)._element.find(f".//{A}tr[2]//{A}rPr/{A}solidFill/{A}schemeClr").get("val")
        for one in built.slides
    ]
    assert inks == ["bg1", "tx1"]


def test_animations_of_a_text_become_those_of_its_chart() -> None:
    """Effects by paragraph name text that is there no more; PowerPoint would repair the file."""
    deck = Marked()
    one = deck.add_slide()
    shape = deck.add_box(one, deck.ask(CHART))
    one.element.append(
        etree.fromstring(
            f'<p:timing xmlns:p="{P[1:-1]}"><p:tnLst><p:par><p:cTn id="1" dur="indefinite" '
            'restart="never" nodeType="tmRoot"><p:childTnLst><p:set><p:cBhvr><p:cTn id="2" '
            f'grpId="0" dur="1"/><p:tgtEl><p:spTgt spid="{shape.shape_id}"><p:txEl><p:pRg st="0" '
            'end="0"/></p:txEl></p:spTgt></p:tgtEl></p:cBhvr></p:set></p:childTnLst></p:cTn>'
            f'</p:par></p:tnLst><p:bldLst><p:bldP spid="{shape.shape_id}" grpId="0"/></p:bldLst>'
            "</p:timing>"
        )
    )
    built = deck.open().slides[0]
    root: Any = built.element

    (target,) = root.iter(f"{P}spTgt")
    assert (target.get("spid"), len(target)) == (str(find_frame(built).shape_id), 0)
    assert not list(root.iter(f"{P}bldP", f"{P}bldLst"))


def test_properties_that_tags_have_written_are_left() -> None:
    """A template may say in its properties what the brief does not."""
    deck = Marked()
    deck.add_slide()
    deck.deck.core_properties.title = "Briefing: Japan"
    deck.deck.core_properties.author = "Somebody"
    data = deck.build(kept_properties=frozenset({"title"}))
    core = Presentation(io.BytesIO(data)).core_properties

    assert (core.title, core.author) == ("Briefing: Japan", "Nataliya Butyrska")


def test_a_deck_with_no_slots_is_kept_as_it_is() -> None:
    """All its tags were words."""
    deck = Marked()
    deck.add_slide("First")
    deck.add_slide("Second")

    assert list_titles(deck.open()) == ["First", "Second"]


def test_the_same_template_and_brief_make_the_same_file() -> None:
    """Whoever keeps decks under version control must see no change where there is none."""
    deck = Marked()
    deck.add_carrier(*SLIDES)
    one = deck.add_slide()
    deck.add_box(one, deck.ask(CHART))

    assert deck.build() == deck.build()


def test_what_stands_beside_a_body_is_not_lost_without_a_word() -> None:
    """The slide gives way; a picture or text on it would go with it."""
    deck = Marked()
    carrier = deck.add_carrier(slide("a", "Alpha"))
    deck.add_box(carrier, "Read this first").name = "Remark"
    (error,) = fail(deck)

    assert error.startswith("slide 1: 'Remark' stands on the same slide, and would be lost")
    assert "a slide of its own" in error


def test_empty_placeholders_and_furniture_beside_a_body_are_no_loss() -> None:
    """PowerPoint puts them on every new slide."""
    deck = Marked()
    carrier = deck.add_slide(role=LayoutRole.CONTENT)
    deck.add_box(carrier, deck.ask((slide("a", "Alpha"),)))

    assert list_titles(deck.open()) == ["Alpha"]


def test_other_text_in_the_shape_of_a_chart_is_not_lost_without_a_word() -> None:
    """The chart takes the whole shape."""
    deck = Marked()
    one = deck.add_slide()
    deck.add_box(one, f"See {deck.ask(CHART)}")
    (error,) = fail(deck)

    assert error.startswith("slide 1: other text stands in the shape of this tag")
    assert "a text box or placeholder of its own" in error


def test_charts_are_refused_in_cells_and_in_notes() -> None:
    """Neither can hold one."""
    deck = Marked()
    one = deck.add_slide()
    grid = one.shapes.add_table(1, 1, *BODY_BOX).table
    grid.cell(0, 0).text = deck.ask(CHART)
    one.notes_slide.notes_text_frame.text = deck.ask(table())
    errors = fail(deck)

    assert "a chart cannot stand in a table's cell" in errors[0]
    assert "a table cannot stand in speaker notes" in errors[1]


def test_all_errors_of_a_template_are_told_at_once() -> None:
    """A designer mends a template in one go."""
    deck = Marked()
    one = deck.add_slide()
    deck.add_box(one, deck.ask(CHART), SMALL)
    two = deck.add_slide()
    deck.add_box(two, deck.ask(table(40)))
    errors = fail(deck)

    assert errors[0].startswith("slide 1: the box of 1.4 x 1.1 cm is too small: a chart needs")
    assert re.search(r"slide 2: the box .* of the 40 rows of 'tab' it holds \d+", errors[1])
    assert "section(" in errors[1]


def test_a_mark_that_nothing_shows_asks_for_nothing() -> None:
    """A tag may stand in what a condition drops."""
    deck = Marked()
    deck.add_slide("First")
    deck.ask(CHART)

    assert list_titles(deck.open()) == ["First"]
