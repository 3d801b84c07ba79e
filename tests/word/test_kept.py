"""A template whose own text is kept: marks are replaced, and nothing else of it is touched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docx.document import Document as DocxDocument
from docx.enum.section import WD_SECTION
from docx.shared import Emu

from generator.brief.exhibits import Render
from generator.compose.report import (
    ChartExhibit,
    Contents,
    Cover,
    Heading,
    ReportBlock,
    TableExhibit,
)
from generator.compose.slots import SlotKind
from generator.errors import TagsError
from generator.text.blocks import CrossReference, Run, TextTable
from tests.office import find_errors
from tests.word.placed import Draw, Placed, add, draw_box, make_slot
from tests.word.reading import W, text_of
from tests.word.samples import (
    cited,
    make_caption,
    make_full_report,
    make_grid,
    make_plot,
    said,
    words,
)

BODY = make_slot(0)
TEXT = SlotKind.TEXT
WORDS = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
HEADING_1 = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
TWIPS = 635


def chart(id_: str = "fig-a", number: int = 1, *, has_caption: bool = True) -> ChartExhibit:
    """Return a chart."""
    return ChartExhibit(
        caption=make_caption(id_, number),
        plot=make_plot(),
        render=Render.NATIVE,
        has_caption=has_caption,
    )


def draws(*pieces: str) -> Draw:
    """Return what adds `pieces` to a template."""
    return lambda document: add(document, *pieces)


def place(*blocks: ReportBlock, before: str = "", after: str = "", **options: Any) -> Placed:
    """Return a template with one mark of its own paragraph, filled with `blocks`."""
    pieces = (before, WORDS.format(BODY.mark), after)
    return Placed(draws(*filter(None, pieces)), [BODY], [blocks], **options)


def widths(built: Placed) -> list[int]:
    """Return the widths of the drawings of ours, in EMU."""
    charts = built.body.iter("{http://schemas.openxmlformats.org/drawingml/2006/chart}chart")
    found = (next(each.iterancestors("{*}inline")) for each in charts)
    return [int(inline.find("{*}extent").get("cx")) for inline in found]


def write_line(*runs: str, style: str = "") -> str:
    """Return a paragraph of runs."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{''.join(runs)}</w:p>"


def write_mark(number: int, look: str = "") -> str:
    """Return the run of a mark with the content of its `w:rPr`."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f"<w:r>{properties}<w:t>{make_slot(number).mark}</w:t></w:r>"


def test_blocks_take_the_place_of_their_mark_and_the_rest_stays() -> None:
    """A letter around the findings is the designer's, word for word."""
    built = place(
        Heading(level=1, inlines=words("Findings"), id="findings"),
        said("Heat is back."),
        before=WORDS.format("Dear reader,"),
        after=WORDS.format("Kind regards"),
    )

    assert built.texts() == ["Dear reader,", "Findings", "Heat is back.", "Kind regards"]
    assert not any("\U0010fffd" in text for text in built.texts())


def test_words_take_over_the_format_of_their_tag() -> None:
    """A designer who made the tag red and small wants red and small words."""
    slot = make_slot(0, TEXT, inlines=(Run(text="plain "), Run(text="strong", bold=True)))
    mark = write_mark(0, '<w:color w:val="FF0000"/><w:sz w:val="18"/>')
    built = Placed(draws(write_line("<w:r><w:t>So: </w:t></w:r>", mark)), [slot], [()])
    runs = list(built.body.iter(f"{W}r"))

    assert built.texts() == ["So: plain strong"]
    assert [run.find(f"{W}rPr/{W}color").get(f"{W}val") for run in runs[1:]] == ["FF0000"] * 2
    names = [child.tag.removeprefix(W) for child in runs[2].find(f"{W}rPr")]
    assert names == ["rStyle", "color", "sz"]


def test_a_style_of_the_tag_stays_where_ours_would_take_its_place() -> None:
    """A run has one character style; strong words then are bold beside it."""
    slot = make_slot(0, TEXT, inlines=(Run(text="strong", bold=True),))
    mark = write_mark(0, '<w:rStyle w:val="Emphasis"/>')
    built = Placed(draws(write_line(mark)), [slot], [()])
    properties = next(built.body.iter(f"{W}rPr"))

    assert properties.find(f"{W}rStyle").get(f"{W}val") == "Emphasis"
    assert properties.find(f"{W}b") is not None


def test_words_bring_their_footnotes_links_and_references() -> None:
    """What is claimed in the designer's sentence can be checked as everywhere else."""
    slot = make_slot(
        0,
        TEXT,
        inlines=(
            Run(text="See ", link="https://example.org"),
            CrossReference(exhibit="fig-a"),
            cited("ministry"),
        ),
    )
    shown = make_slot(1, SlotKind.CHART)
    draw = draws(write_line(write_mark(0, "<w:i/>")), WORDS.format(shown.mark))
    built = Placed(draw, [slot, shown], [(), (chart(),)])

    assert built.texts()[0] == "See Figure\N{NO-BREAK SPACE}1"
    assert built.values("w:footnoteReference", "id") == ["1"]
    assert len(list(built.body.iter(f"{W}hyperlink"))) == 1


def test_notes_of_the_template_stay_and_ours_follow_them() -> None:
    """Two notes of one number would show each other's words."""
    first = place(said("A", cited("ministry")))
    again = place(said("B", cited("survey")), base=first.data)
    notes = again.parse("word/footnotes.xml")
    shown = [text_of(note).strip() for note in notes if note.get(f"{W}type") is None]

    assert again.values("w:footnoteReference", "id") == ["1", "2"]
    assert shown == [
        "Ministry of Communities (2026). Heat in the winter of attacks. Kyiv.",
        "Survey desk. https://example.org/survey",
    ]


def test_parts_ids_and_bookmarks_of_the_template_are_never_taken() -> None:
    """A report that is made the template of the next holds charts and bookmarks by our names."""
    first = place(Heading(level=1, inlines=words("One"), id="one"), chart())
    again = place(Heading(level=1, inlines=words("Two"), id="two"), chart(), base=first.data)
    names = again.values("w:bookmarkStart", "name")
    ids = [each.get("id") for each in again.body.iter("{*}docPr")]

    assert len(names) == len(set(names)) == 4
    assert len(ids) == len(set(ids)) == 2
    assert {"word/charts/chart1.xml", "word/charts/chart2.xml"} <= again.parts.keys()


def test_a_chart_in_a_cell_is_as_wide_as_the_cell() -> None:
    """Beside a chart of page width the rest of the table would be off the page."""
    slot = make_slot(0, SlotKind.CHART)

    def draw(document: DocxDocument) -> None:
        table = document.add_table(1, 2)
        table.cell(0, 0).width = Emu(3000 * TWIPS)
        table.cell(0, 0).text = slot.mark

    built = Placed(draw, [slot], [(chart(),)])

    assert widths(built) == [(3000 - 2 * 108) * TWIPS]


@pytest.mark.parametrize(("fit", "lowest"), [("noAutofit", True), ("spAutoFit", False)])
def test_a_chart_in_a_text_box_fits_the_box(fit: str, *, lowest: bool) -> None:
    """Whatever sticks out of a box is cut off by Word, unless the box grows."""
    slot = make_slot(0, SlotKind.CHART, has_caption=False)
    box = draw_box(slot.mark, 3_072_000, 1_000_000, fit)
    built = Placed(draws(box), [slot], [(chart(has_caption=False),)])
    charts = built.body.iter("{*}chart")
    extent = next(next(charts).iterancestors("{*}inline")).find("{*}extent")

    assert int(extent.get("cx")) == 3_000_000
    assert (int(extent.get("cy")) < 1_000_000) is lowest


def test_a_claim_in_a_text_box_names_its_source_shortly() -> None:
    """Word has no footnotes in text boxes; a full citation would fill the box."""
    box = draw_box(BODY.mark, 4_000_000, 3_000_000)
    built = Placed(draws(box), [BODY], [(said("Boxed", cited("ministry", "p. 3"), "."),)])

    assert "Boxed [Ministry of Communities (2026), p. 3]." in built.texts()
    assert built.values("w:footnoteReference", "id") == []


def test_a_chart_is_as_wide_as_the_column_of_its_own_page_section() -> None:
    """A template with a page that lies shows its charts larger there."""
    slots = [make_slot(number, SlotKind.CHART) for number in range(2)]

    def draw(document: DocxDocument) -> None:
        document.add_paragraph(slots[0].mark)
        section = document.add_section(WD_SECTION.NEW_PAGE)
        section.page_width, section.page_height = section.page_height, section.page_width
        root: Any = document.element
        columns = root.find(f"{W}body/{W}sectPr/{W}cols")
        columns.set(f"{W}num", "2")
        columns.set(f"{W}space", "720")
        document.add_paragraph(slots[1].mark)

    built = Placed(draw, slots, [(chart(),), (chart("fig-b", 2),)])

    assert widths(built) == [(12240 - 3600) * TWIPS, (15840 - 3600 - 720) // 2 * TWIPS]


def test_a_page_section_that_ends_with_the_tag_still_ends_there() -> None:
    """The break is part of the tag's paragraph, which goes."""
    section = '<w:sectPr><w:pgSz w:w="15840" w:h="12240"/></w:sectPr>'
    line = f"<w:p><w:pPr>{section}</w:pPr>{write_mark(0)}</w:p>"
    built = Placed(draws(line), [BODY], [(TextTable(grid=make_grid(2)),)])
    sizes = [each.get(f"{W}w") for each in built.body.iter(f"{W}pgSz")]

    assert sizes == ["15840", "12240"]
    assert built.body.find(f"{W}p/{W}pPr/{W}sectPr") is not None


def test_a_table_in_a_cell_is_followed_by_a_paragraph() -> None:
    """Word calls a file damaged whose cell ends with a table."""
    slot = make_slot(0, SlotKind.TABLE, has_caption=False)
    table = TableExhibit(
        caption=make_caption("tab-a", 0, "Table"), grid=make_grid(2), alt="x", has_caption=False
    )

    def draw(document: DocxDocument) -> None:
        document.add_table(1, 1).cell(0, 0).text = slot.mark

    built = Placed(draw, [slot], [(table,)])
    inner = built.body.find(f".//{W}tc/{W}tbl")

    assert [child.tag for child in inner.getparent()][-2:] == [f"{W}tbl", f"{W}p"]


def test_an_empty_slot_leaves_an_empty_paragraph_only_where_one_is_needed() -> None:
    """A cell without any paragraph is damaged; elsewhere an empty line would be seen."""
    slots = [make_slot(0), make_slot(1)]

    def draw(document: DocxDocument) -> None:
        document.add_paragraph("Before")
        document.add_paragraph(slots[0].mark)
        document.add_table(1, 1).cell(0, 0).text = slots[1].mark
        document.add_paragraph("After")

    built = Placed(draw, slots, [(), ()])

    assert built.texts() == ["Before", "", "After"]
    assert built.body.find(f".//{W}tc/{W}p") is not None


def test_paragraphs_of_prose_take_over_the_format_of_the_tags_paragraph() -> None:
    """A designer who set the tag as a quotation wants a quotation."""
    text = (said("One"), said("Two"))
    slot = make_slot(0, SlotKind.BLOCKS, blocks=text)
    built = Placed(draws(write_line(write_mark(0), style="Quote")), [slot], [text])

    assert built.texts("Quote") == ["One", "Two"]


def test_headings_are_counted_and_listed_with_those_of_the_template() -> None:
    """A contents that left out the designer's chapters would send readers astray."""
    built = place(
        Contents(heading="Contents"),
        Heading(level=2, inlines=words("Ours"), id="ours"),
        before=HEADING_1.format("Theirs"),
        after=HEADING_1.format("Annex"),
    )
    texts = built.texts()
    listed = texts[texts.index("Contents") + 1 :][:3]
    names = built.values("w:bookmarkStart", "name")

    assert listed == ["Theirs", "Ours", "Annex"]
    assert set(built.values("w:hyperlink", "anchor")) <= set(names)


def test_a_contents_of_the_template_is_filled_and_ours_left_out() -> None:
    """Two tables of contents, one of them out of date, are worse than none."""
    begin = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h </w:instrText></w:r>'

    def draw(document: DocxDocument) -> None:
        first = write_line(begin.format("begin"), code, begin.format("separate"))
        add(document, first, WORDS.format("Old"), write_line(begin.format("end")))
        add(document, WORDS.format(BODY.mark))

    blocks = (Contents(heading="Contents"), Heading(level=1, inlines=words("Ours"), id="ours"))
    filled = Placed(draw, [BODY], [blocks])

    assert filled.texts() == ["Ours", "", "Ours"]
    kinds = filled.values("w:fldChar", "fldCharType")
    assert kinds == ["begin", "separate", "end"]


def test_exhibits_are_counted_together_with_the_captions_of_the_template() -> None:
    """Word counts all fields of a name; two figures 1 would become 1 and 2 when it does."""
    caption = (
        '<w:p><w:bookmarkStart w:id="7" w:name="_Ref5"/><w:r><w:t xml:space="preserve">Figure '
        '</w:t></w:r><w:fldSimple w:instr=" SEQ Figure \\* ARABIC "><w:r><w:t>{}</w:t></w:r>'
        '</w:fldSimple><w:bookmarkEnd w:id="7"/></w:p>'
    )
    reference = (
        '<w:p><w:fldSimple w:instr=" REF _Ref5 \\h "><w:r><w:t>Figure 2</w:t></w:r>'
        "</w:fldSimple></w:p>"
    )
    first = caption.format(1).replace("_Ref5", "_Ref4").replace('"7"', '"6"')
    pieces = (first, WORDS.format(BODY.mark), caption.format(2), reference)
    built = Placed(draws(*pieces), [BODY], [(chart(),)])

    assert built.texts()[0] == "Figure 1"
    assert built.texts()[1].startswith("Figure\N{NO-BREAK SPACE}2")
    assert built.texts()[-2:] == ["Figure 3", "Figure 3"]


def test_an_exhibit_without_caption_stands_in_the_format_of_the_tags_paragraph() -> None:
    """Who writes the caption himself decides how the chart stands over it."""
    slot = make_slot(0, SlotKind.CHART, has_caption=False)
    line = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{write_mark(0)}</w:p>'
    built = Placed(draws(line), [slot], [(chart(has_caption=False),)])

    assert built.values("w:jc") == ["center"]
    assert built.texts() == [""]


@pytest.mark.parametrize(
    ("block", "name"),
    [
        (Cover(title="T", subtitle="", kicker="", byline=(), organisation="", date=""), "a cover"),
        (Contents(heading="Contents"), "a table of contents"),
    ],
)
def test_what_belongs_on_a_page_of_its_own_is_refused_in_a_cell(
    block: ReportBlock, name: str
) -> None:
    """The error says where the tag stands, and what to do."""

    def draw(document: DocxDocument) -> None:
        document.add_table(1, 1).cell(0, 0).text = BODY.mark

    with pytest.raises(TagsError) as caught:
        Placed(draw, [BODY], [(block,)])

    (error,) = caught.value.errors
    assert str(error).startswith(f"paragraph 0: {name} cannot stand in a table cell")
    assert error.hint


def test_all_places_that_are_too_small_are_told_at_once() -> None:
    """A designer mends a template in one go."""
    slots = [make_slot(number, SlotKind.CHART) for number in range(2)]
    boxes = [draw_box(slot.mark, 900_000, 500_000) for slot in slots]

    with pytest.raises(TagsError) as caught:
        Placed(draws(*boxes), slots, [(chart(),), (chart("fig-b", 2),)])

    told = [str(error).partition(": ")[0] for error in caught.value.errors]
    assert told == ["paragraph 0", "paragraph 0", "paragraph 1", "paragraph 1"]


def test_properties_that_a_tag_has_written_stay() -> None:
    """The designer's title of the file may be more than the title of the brief."""

    def draw(document: DocxDocument) -> None:
        document.core_properties.title = "Brief no. 7"
        add(document, WORDS.format(BODY.mark))

    built = Placed(draw, [BODY], [(said("A"),)], kept_properties=frozenset({"title"}))
    core = built.open().core_properties

    assert core.title == "Brief no. 7"
    assert core.subject == "What a winter of repairs has taught"


def test_a_control_that_is_bound_to_data_is_freed_for_what_is_put_into_it() -> None:
    """Word would write its data over our words when it opens the file."""
    control = (
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="{{1}}"/><w:text/></w:sdtPr>'
        "<w:sdtContent>{}</w:sdtContent></w:sdt>"
    )
    built = Placed(draws(control.format(WORDS.format(BODY.mark))), [BODY], [(said("A"),)])

    assert built.texts() == ["A"]
    assert list(built.body.iter(f"{W}dataBinding", f"{W}text")) == []


def test_headers_footers_and_page_sections_are_left_alone() -> None:
    """The designer has placed the number of the page, or chose to have none."""

    def draw(document: DocxDocument) -> None:
        document.sections[0].header.paragraphs[0].text = "House"
        add(document, WORDS.format(BODY.mark))

    built = Placed(draw, [BODY], [(said("A"),)])
    document = built.open()

    assert document.sections[0].header.paragraphs[0].text == "House"
    assert document.sections[0].footer.is_linked_to_previous


def test_prefixes_that_mean_something_else_in_the_template_do_no_harm() -> None:
    """Some programs name their namespaces as they like."""
    line = WORDS.format(BODY.mark).replace("<w:t>", '<w:t xmlns:c="urn:other">')
    built = Placed(draws(line), [BODY], [(chart(),)])

    assert len(widths(built)) == 1


def test_a_build_is_the_same_each_time() -> None:
    """Editions are compared byte by byte."""
    first, second = (place(said("A", cited("ministry")), chart()).data for _ in range(2))

    assert first == second


@pytest.mark.slow
def test_the_open_xml_sdk_finds_nothing_in_a_kept_text(tmp_path: Path) -> None:
    """Microsoft's own validator is the judge of what Word opens without a repair."""
    slots = [make_slot(0), *(make_slot(n, SlotKind.CHART, has_caption=False) for n in (1, 2))]
    blocks = tuple(
        block for block in make_full_report().blocks if not isinstance(block, Cover | Contents)
    )

    def draw(document: DocxDocument) -> None:
        add(document, WORDS.format("Dear reader"), WORDS.format(slots[0].mark))
        add(document, draw_box(slots[1].mark, 3_000_000, 2_000_000))
        document.add_table(1, 2).cell(0, 1).text = slots[2].mark

    others = (chart("fig-y", has_caption=False),), (chart("fig-z", has_caption=False),)
    path = tmp_path / "kept.docx"
    path.write_bytes(Placed(draw, slots, [blocks, *others]).data)

    assert find_errors(path) == []


def test_a_mention_is_written_by_the_number_that_all_slots_give() -> None:
    """A sentence before the chart points forward to it."""
    slots = [make_slot(0), make_slot(1, SlotKind.CHART)]
    mention = said("As ", CrossReference(exhibit="fig-a"), " shows")
    draw = draws(*(WORDS.format(slot.mark) for slot in slots))
    built = Placed(draw, slots, [(mention,), (chart(),)])

    assert built.texts()[0] == "As Figure\N{NO-BREAK SPACE}1 shows"
