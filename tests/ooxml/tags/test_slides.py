"""What tags do on slides, in notes, tables, charts, alternative texts and masters."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree
from pptx.util import Inches

from generator.ooxml.opening import open_package
from generator.ooxml.tags import RichText
from generator.ooxml.tags.dialect import A
from tests.ooxml.tags.decks import (
    add_box,
    add_chart,
    add_picture,
    add_slide,
    add_table,
    read_boxes,
    read_charts,
    read_notes,
    read_parts,
    read_rows,
    read_titles,
    render,
    start_deck,
)


def test_a_value_takes_the_place_of_its_tag_wherever_a_slide_has_text(tmp_path: Path) -> None:
    """Titles, boxes, notes, tables, groups, alternative texts and charts are all read."""
    deck = start_deck()
    slide = add_slide(deck, "{{ name }} 1", "{{ name }} 2", notes="{{ name }} 3")
    add_table(slide, ["{{ name }} 4", "b"])
    add_picture(slide, "{{ name }} 5")
    add_chart(slide, "{{ name }} 6")
    group = slide.shapes.add_group_shape()
    box = group.shapes.add_textbox(Inches(1), Inches(1), Inches(1), Inches(1))
    box.text_frame.text = "{{ name }} 7"

    made = render(tmp_path, deck, {"name": "<A & B>"})

    slide = made.slides[0]
    assert read_titles(made) == ["<A & B> 1"]
    assert read_boxes(slide) == ["<A & B> 2"]
    assert read_notes(made) == ["<A & B> 3"]
    assert read_rows(slide) == [["<A & B> 4", "b"]]
    assert slide.shapes[3]._element.nvPicPr.cNvPr.get("descr") == "<A & B> 5"
    assert read_charts(made)[0].chart_title.text_frame.text == "<A & B> 6"
    assert slide.shapes[5].shapes[0].text_frame.text == "<A & B> 7"


def test_layouts_masters_and_properties_are_rendered(tmp_path: Path) -> None:
    """The name of an organisation stands in the master once, not on each slide."""
    deck = start_deck()
    add_slide(deck, "Title")
    for where in (deck.slide_master, deck.slide_layouts[5]):
        where.shapes[0].text_frame.text = "{{ org }}"
    deck.core_properties.title = "Report of {{ org }}"

    made = render(tmp_path, deck, {"org": "ACME"})

    assert made.slide_master.shapes[0].text_frame.text == "ACME"
    assert made.slide_layouts[5].shapes[0].text_frame.text == "ACME"
    assert made.core_properties.title == "Report of ACME"


def test_a_tag_split_into_runs_keeps_the_format_it_began_in(tmp_path: Path) -> None:
    """PowerPoint splits tags at will; what a reader sees is the format of the opening brace."""
    deck = start_deck()
    box = add_box(add_slide(deck, ""), "Dear {")
    paragraph = box.text_frame.paragraphs[0]
    for text in ("{ na", "me }", "}!"):
        paragraph.add_run().text = text
    paragraph.runs[1].font.bold = True

    made = render(tmp_path, deck, {"name": "Ann"})

    runs = made.slides[0].shapes[1].text_frame.paragraphs[0].runs
    assert [(run.text, run.font.bold) for run in runs] == [("Dear Ann", None), ("!", None)]


def test_breaks_in_values_are_lines_and_paragraphs(tmp_path: Path) -> None:
    r"""`\n` is a line, `\a` a paragraph, `\t` a tab, in the format of the tag."""
    deck = start_deck()
    box = add_box(add_slide(deck, ""), "{{ text }}.")
    box.text_frame.paragraphs[0].runs[0].font.italic = True

    made = render(tmp_path, deck, {"text": "a\nb\ac\td"})

    frame = made.slides[0].shapes[1].text_frame
    assert [paragraph.text for paragraph in frame.paragraphs] == ["a\vb", "c\td."]
    assert all(run.font.italic for each in frame.paragraphs for run in each.runs)


def test_rich_text_brings_its_own_format(tmp_path: Path) -> None:
    """The same rich texts as in Word; a link becomes a relationship of the slide."""
    text = RichText("bold", bold=True, color="C00000")
    text.add(" link", url_id="https://example.org/a b")
    deck = start_deck()
    add_slide(deck, "", "See {{r text }}!")

    made = render(tmp_path, deck, {"text": text})

    runs = made.slides[0].shapes[1].text_frame.paragraphs[0].runs
    assert [run.text for run in runs] == ["See ", "bold", " link", "!"]
    assert runs[1].font.bold
    assert str(runs[1].font.color.rgb) == "C00000"
    assert runs[2].hyperlink.address == "https://example.org/a%20b"


def test_paragraphs_are_repeated_and_left_out(tmp_path: Path) -> None:
    """The paragraphs of the tags never appear; a text that loses all keeps an empty one."""
    deck = start_deck()
    slide = add_slide(deck, "")
    add_box(slide, "{%p for x in xs %}", "{{ x }}", "{%p endfor %}", "end")
    add_box(slide, "{%p if gone %}", "text", "{%p endif %}")

    made = render(tmp_path, deck, {"xs": ["a", "b"], "gone": False})

    assert read_boxes(made.slides[0]) == ["a\nb\nend", ""]


def test_comments_and_escaped_braces_are_understood(tmp_path: Path) -> None:
    """A comment leaves nothing; braces that are meant are written with an underscore."""
    deck = start_deck()
    add_slide(deck, "", "a{# no #}b {_{ c }_}")

    assert read_boxes(render(tmp_path, deck, {}).slides[0]) == ["ab {{ c }}"]


def test_links_with_tags_lead_where_the_values_say(tmp_path: Path) -> None:
    """Each copy of a slide has a relationship of its own; the one with the tag is gone."""
    deck = start_deck()
    box = add_box(add_slide(deck, "{%slide for x in xs %}{{ x }}"), "more")
    box.text_frame.paragraphs[0].runs[0].hyperlink.address = "https://example.org/{{ x }}"
    add_box(deck.slides[0], "{%slide endfor %}")

    made = render(tmp_path, deck, {"xs": ["a", "b"]})

    links = [each.shapes[1].text_frame.paragraphs[0].runs[0].hyperlink for each in made.slides]
    assert [link.address for link in links] == ["https://example.org/a", "https://example.org/b"]
    parts = read_parts(tmp_path / "out.pptx")
    assert not any(b"{{" in data or b"%7B" in data for data in parts.values())


def test_a_shape_goes_or_stays(tmp_path: Path) -> None:
    """An `if` without an end is about the one shape that it stands in."""
    deck = start_deck()
    slide = add_slide(deck, "", "{%shape if yes %}", "{%shape if no %}b", "c {%shape if yes %}")
    add_picture(slide, "{%shape if no %}Logo")
    add_picture(slide, "{%shape if yes %} Logo of {{ org }}")
    add_chart(slide, "{%shape if no %}Chart")

    made = render(tmp_path, deck, {"yes": True, "no": False, "org": "ACME"})

    assert read_boxes(made.slides[0]) == ["", "c"]
    pictures = [each for each in made.slides[0].shapes if each.name == "Logo"]
    assert [each._element.nvPicPr.cNvPr.get("descr") for each in pictures] == ["Logo of ACME"]
    assert read_charts(made) == []
    assert not any("chart" in name for name in read_parts(tmp_path / "out.pptx"))


def test_shapes_take_turns(tmp_path: Path) -> None:
    """One of several shapes in the same place is shown, by `if`, `elif` and `else`."""
    deck = start_deck()
    texts = ("{%shape if n == 1 %}one", "{%shape elif n == 2 %}two", "{%shape else %}more")
    add_slide(deck, "", *texts[:2], texts[2] + "{%shape endif %}", "after")

    for number, wanted in ((1, "one"), (2, "two"), (3, "more")):
        made = render(tmp_path, deck, {"n": number})
        assert read_boxes(made.slides[0]) == [wanted, "after"]


def test_repeated_shapes_have_ids_and_charts_of_their_own(tmp_path: Path) -> None:
    """A shape that is repeated stands on itself; its ids, and its chart, do not."""
    deck = start_deck()
    slide = add_slide(deck, "")
    add_chart(slide, "{%shape for x in [1, 2, 3] %}Chart {{ x }}{%shape endfor %}")

    made = render(tmp_path, deck, {})

    charts = read_charts(made)
    titles = [each.chart_title.text_frame.text for each in charts]
    assert titles == ["Chart 1", "Chart 2", "Chart 3"]
    assert len({each.part.partname for each in charts}) == 3
    assert len({each.part.chart_workbook.xlsx_part.partname for each in charts}) == 3
    ids = [shape.shape_id for shape in made.slides[0].shapes]
    assert len(set(ids)) == len(ids)


def test_rows_are_repeated_and_the_frame_grows(tmp_path: Path) -> None:
    """The rows of the tags are gone, and the frame is as high as the rows."""
    deck = start_deck()
    add_table(
        add_slide(deck, ""),
        ["Name", "Sum"],
        ["{%tr for r in rows %}", ""],
        ["{{ r }}", "{{ loop.index }}"],
        ["{%tr endfor %}", ""],
    )

    made = render(tmp_path, deck, {"rows": ["a", "b", "c", "d"]})

    rows = [["Name", "Sum"], ["a", "1"], ["b", "2"], ["c", "3"], ["d", "4"]]
    assert read_rows(made.slides[0]) == rows
    frame = made.slides[0].shapes[1]
    assert frame.height == sum(row.height for row in frame.table.rows)


def test_a_table_that_loses_all_rows_is_gone(tmp_path: Path) -> None:
    """A table without rows is nothing that PowerPoint opens."""
    deck = start_deck()
    add_table(add_slide(deck, ""), ["{%tr for r in [] %}"], ["{{ r }}"], ["{%tr endfor %}"])

    assert not any(shape.has_table for shape in render(tmp_path, deck, {}).slides[0].shapes)


@pytest.mark.parametrize("number", [0, 1, 5])
def test_columns_are_repeated_and_the_grid_follows(tmp_path: Path, number: int) -> None:
    """The table keeps its width; a merged heading over the columns reaches over all of them."""
    deck = start_deck()
    table = add_table(
        add_slide(deck, ""),
        ["Years", "", "", ""],
        ["Name", "{%tc for y in years %}", "{{ y }}", "{%tc endfor %}"],
    )
    table.cell(0, 0).merge(table.cell(0, 3))
    width = sum(column.width for column in table.columns)

    made = render(tmp_path, deck, {"years": list(range(number))})

    table = made.slides[0].shapes[1].table
    assert read_rows(made.slides[0])[1] == ["Name", *map(str, range(number))]
    assert len(table.columns) == number + 1
    assert {len(row.cells) for row in table.rows} == {number + 1}
    assert table.cell(0, 0).span_width == number + 1
    assert sum(column.width for column in table.columns) == width


def test_cells_span_columns_and_have_colours(tmp_path: Path) -> None:
    """`colspan` and `cellbg` mean what they mean in Word."""
    deck = start_deck()
    add_table(
        add_slide(deck, ""),
        ["{% colspan years|length %}{% cellbg 'C00000' %}Years", "", ""],
        ["{%tc for y in years %}", "{{ y }}", "{%tc endfor %}"],
    )

    made = render(tmp_path, deck, {"years": [1, 2, 3, 4]})

    table = made.slides[0].shapes[1].table
    assert read_rows(made.slides[0]) == [["Years", "", "", ""], ["1", "2", "3", "4"]]
    assert table.cell(0, 0).span_width == 4
    assert str(table.cell(0, 0).fill.fore_color.rgb) == "C00000"


def test_cells_are_merged_down_and_across(tmp_path: Path) -> None:
    """`vm` and `hm` merge what a loop repeats; a single one is not merged."""
    deck = start_deck()
    add_table(
        add_slide(deck, ""),
        ["{%tr for r in rows %}", ""],
        ["{{ name }}{% vm %}", "{{ r }}"],
        ["{%tr endfor %}", ""],
    )
    add_table(
        add_slide(deck, ""), ["a", "{%tc for r in rows %}", "{{ name }}{% hm %}", "{%tc endfor %}"]
    )

    made = render(tmp_path, deck, {"rows": ["a", "b", "c"], "name": "N"})

    down, across = (slide.shapes[1].table for slide in made.slides)
    assert read_rows(made.slides[0]) == [["N", "a"], ["", "b"], ["", "c"]]
    assert (down.cell(0, 0).span_height, down.cell(2, 0).is_spanned) == (3, True)
    assert read_rows(made.slides[1]) == [["a", "N", "", ""]]
    assert (across.cell(0, 1).span_width, across.cell(0, 3).is_spanned) == (3, True)
    single = render(tmp_path, deck, {"rows": ["a"], "name": "N"}).slides[0].shapes[1].table
    assert not single.cell(0, 0).is_merge_origin


def test_a_merged_cell_around_repeated_rows_reaches_over_them(tmp_path: Path) -> None:
    """A label beside the rows of a loop is as high as they come out."""
    deck = start_deck()
    table = add_table(
        add_slide(deck, ""),
        ["Label", "first"],
        ["", "{%tr for r in rows %}"],
        ["", "{{ r }}"],
        ["", "{%tr endfor %}"],
    )
    table.cell(0, 0).merge(table.cell(3, 0))

    made = render(tmp_path, deck, {"rows": ["a", "b", "c"]})

    table = made.slides[0].shapes[1].table
    assert table.cell(0, 0).span_height == len(table.rows) == 4


def test_nothing_but_the_tags_changes(tmp_path: Path) -> None:
    """Parts without tags are the same to the byte; in others only the text of the tag differs."""
    deck = start_deck()
    add_slide(deck, "plain", notes="plain")
    slide = add_slide(deck, "{{ x }}")
    add_chart(slide, "plain")
    add_picture(slide, "plain")

    render(tmp_path, deck, {"x": "{{ x }}"})

    before, after = (open_package(tmp_path / name) for name in ("template.pptx", "out.pptx"))
    changed = {name for name in before.names if before.parts[name] != after.parts[name]}
    assert after.names == before.names
    assert changed <= {"ppt/slides/slide2.xml"}
    old, new = (etree.tostring(each.read_xml("ppt/slides/slide2.xml")) for each in (before, after))
    assert new == old


def test_the_language_of_a_run_stays(tmp_path: Path) -> None:
    """Properties of runs, such as their language, are those of the run that the tag began in."""
    deck = start_deck()
    box = add_box(add_slide(deck, ""), "{{ x }}")
    box.text_frame.paragraphs[0].runs[0]._r.get_or_add_rPr().set("lang", "fr-FR")

    made = render(tmp_path, deck, {"x": "a\nb"})

    paragraph = made.slides[0].shapes[1].text_frame.paragraphs[0]._p
    assert {each.get("lang") for each in paragraph.iter(f"{A}rPr")} == {"fr-FR"}


def test_tags_in_both_choices_of_a_shape_are_read_once(tmp_path: Path) -> None:
    """A shape with an equation has a picture beside it, for programs that draw none."""
    deck = start_deck()
    slide = add_slide(deck, "{{ n }}", "{%slide for n in [1, 2] %}{%shape if n == 1 %}x")
    add_box(slide, "{%slide endfor %}")
    shape = slide.shapes[1]._element
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    both = etree.fromstring(
        f'<mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="v" '
        'xmlns:v="urn:schemas-microsoft-com:vml"/><mc:Fallback/></mc:AlternateContent>'
    )
    shape.addprevious(both)
    both[1].append(deepcopy(shape))
    both[0].append(shape)

    made = render(tmp_path, deck, {})

    choices = [list(each._element.iter(f"{{{mc}}}AlternateContent")) for each in made.slides]
    assert read_titles(made) == ["1", "2"]
    assert [len(each) for each in choices] == [1, 0]
    assert ["".join(each.itertext(f"{A}t")) for each in choices[0][0]] == ["x", "x"]
    assert choices[0][0][0].nsmap["v"] == "urn:schemas-microsoft-com:vml"
