"""Native charts drawn in a template: their data are replaced, their looks are kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE

from generator.charts import Plot
from generator.charts.binding import Wanted, bind_chart, bind_marked
from generator.errors import TemplateError
from generator.ooxml.opc import Element, Link
from generator.ooxml.opening import open_package
from tests.charts.drawings import MARK, A, C, open_chart, parse, read_shown, write_deck
from tests.charts.samples import make_plot

Kind = XL_CHART_TYPE
YEARS = (
    ("2021", {"Aid": 5, "Pledged": 6, "Paid": 9}),
    ("2022", {"Aid": 7, "Pledged": 8.5, "Paid": 4}),
    ("2023", {"Aid": 8, "Pledged": None, "Paid": 6.2}),
)
ONE = (("Germany", 12.4), ("France", 4.25), ("Poland", 8.1), ("Spain", 3), ("Italy", 2.1))
CATEGORY_KINDS = (
    *(Kind.AREA_STACKED, Kind.BAR_CLUSTERED, Kind.BAR_STACKED_100, Kind.COLUMN_CLUSTERED),
    *(Kind.COLUMN_STACKED, Kind.DOUGHNUT, Kind.LINE, Kind.LINE_MARKERS, Kind.RADAR_FILLED),
)


def make_years() -> Plot:
    """Return a plot of three series over years, with a gap."""
    return make_plot("line", YEARS)


def list_fills(root: Element) -> list[str]:
    """Return the colour of each series."""
    return [each.find(f"{C}spPr/{A}solidFill")[0].get("val", "") for each in root.iter(f"{C}ser")]


@pytest.mark.parametrize("kind", CATEGORY_KINDS)
def test_cache_workbook_and_plot_agree(tmp_path: Path, kind: Kind) -> None:
    """What is seen, what *Edit data* opens and what the brief says are the same numbers."""
    package, part, _ = open_chart(tmp_path, kind)
    plot = make_years()

    bind_chart(package, part, plot)

    shown = read_shown(package, part)
    wanted = {
        series.name: tuple(None if v is None else float(v) for v in series.values)
        for series in plot.series
    }
    assert shown.series == shown.cells == wanted
    assert shown.categories == plot.categories


def test_python_pptx_reads_a_bound_chart(tmp_path: Path) -> None:
    """Another program's view: the same series, categories and values."""
    package, part, _ = open_chart(tmp_path, Kind.COLUMN_CLUSTERED)

    bind_chart(package, part, make_years())

    (tmp_path / "o.pptx").write_bytes(package.to_bytes())
    deck: Any = Presentation(str(tmp_path / "o.pptx"))
    plot = deck.slides[0].shapes[0].chart.plots[0]
    assert [series.name for series in plot.series] == ["Aid", "Pledged", "Paid"]
    assert list(plot.categories) == ["2021", "2022", "2023"]
    assert plot.series[1].values == (6.0, 8.5, None)


def test_fewer_series_leave_the_rest_out(tmp_path: Path) -> None:
    """A series of the designer's sample must not stay beside the real one."""
    package, part, _ = open_chart(tmp_path, Kind.LINE, series=4)

    bind_chart(package, part, make_plot("column", ONE))

    assert len(read_shown(package, part).series) == 1


def test_more_series_take_the_next_accents(tmp_path: Path) -> None:
    """Three series in one colour could not be told apart."""
    package, part, root = open_chart(tmp_path, Kind.COLUMN_CLUSTERED, series=1)
    fill = '<c:spPr><a:solidFill><a:schemeClr val="accent2"/></a:solidFill></c:spPr>'
    root.find(f".//{C}ser/{C}tx").addnext(parse(fill))

    bind_chart(package, part, make_years())

    assert list_fills(package.read_xml(part)) == ["accent2", "accent3", "accent4"]


def test_automatic_colours_stay_automatic(tmp_path: Path) -> None:
    """Where the designer left colours to Office, more series are left to it as well."""
    package, part, _ = open_chart(tmp_path, Kind.COLUMN_CLUSTERED, series=1)

    bind_chart(package, part, make_years())

    root = package.read_xml(part)
    assert [each.find(f"{C}spPr") for each in root.iter(f"{C}ser")] == [None, None, None]
    assert [each.find(f"{C}idx").get("val") for each in root.iter(f"{C}ser")] == ["0", "1", "2"]


def test_a_format_of_the_designers_stays_with_the_decimals_of_the_text(tmp_path: Path) -> None:
    """Signs of currency belong to the looks, decimals to the content; `General` says nothing."""
    package, part, root = open_chart(tmp_path, Kind.COLUMN_CLUSTERED)
    codes = list(root.iter(f"{C}formatCode"))
    codes[0].text, codes[1].text = '"€ "#,##0.00', "General"
    plot = make_years()

    bind_chart(package, part, plot)

    after = [code.text for code in package.read_xml(part).iter(f"{C}formatCode")]
    assert after[:2] == ['"€ "#,##0.0', plot.number_format] == ['"€ "#,##0.0', "#,##0.0"]


def test_a_percent_format_does_not_enlarge_the_numbers(tmp_path: Path) -> None:
    """70 per cent is 70 in a brief; `0%` would show 7000%."""
    package, part, root = open_chart(tmp_path, Kind.COLUMN_CLUSTERED, series=1)
    for code in root.iter(f"{C}formatCode"):
        code.text = "0%"

    bind_chart(package, part, make_plot("column", ONE, unit="percent"))

    codes = {code.text for code in package.read_xml(part).iter(f"{C}formatCode")}
    assert codes == {'0.0"%"'}


def test_a_scale_that_would_cut_numbers_off_is_released(tmp_path: Path) -> None:
    """Bars that end at the edge of the plot all look the same length."""
    package, part, root = open_chart(tmp_path, Kind.COLUMN_CLUSTERED)
    scaling = root.find(f".//{C}valAx/{C}scaling")
    for name, value in (("max", "6"), ("min", "0")):
        scaling.append(parse(f'<c:{name} val="{value}"/>'))

    (finding,) = bind_chart(package, part, make_years())

    after = package.read_xml(part).find(f".//{C}valAx/{C}scaling")
    assert after.find(f"{C}max") is None
    assert after.find(f"{C}min") is not None
    assert finding.rule == "chart-scale-released"
    assert "maximum 6" in finding.message


def test_a_scale_that_holds_the_numbers_stays(tmp_path: Path) -> None:
    """A designer who fixes an axis at 10 wants charts to be compared."""
    package, part, root = open_chart(tmp_path, Kind.COLUMN_CLUSTERED)
    root.find(f".//{C}valAx/{C}scaling").append(parse('<c:max val="10"/>'))

    findings = bind_chart(package, part, make_years())

    assert not findings
    assert package.read_xml(part).find(f".//{C}valAx/{C}scaling/{C}max").get("val") == "10"


def test_the_format_of_the_last_point_moves_to_the_new_last(tmp_path: Path) -> None:
    """A dot at the end of a line marks the end, not the fourth value."""
    package, part, root = open_chart(tmp_path, Kind.LINE, series=1, points=4)
    dots = "".join(f'<c:dPt><c:idx val="{at}"/><c:bubble3D val="0"/></c:dPt>' for at in (1, 3))
    for dot in list(parse(f"<r>{dots}</r>")):
        root.find(f".//{C}ser/{C}cat").addprevious(dot)

    bind_chart(package, part, make_plot("column", ONE))

    points = list(package.read_xml(part).iter(f"{C}dPt"))
    assert [point.find(f"{C}idx").get("val") for point in points] == ["4"]


def test_formats_of_slices_that_are_gone_go(tmp_path: Path) -> None:
    """A format for a slice beyond the data makes Office repair the file."""
    package, part, root = open_chart(tmp_path, Kind.PIE, series=1, points=7)
    dots = "".join(f'<c:dPt><c:idx val="{at}"/></c:dPt>' for at in range(7))
    for dot in list(parse(f"<r>{dots}</r>")):
        root.find(f".//{C}ser/{C}cat").addprevious(dot)

    bind_chart(package, part, make_plot("column", ONE))

    points = package.read_xml(part).iter(f"{C}dPt")
    assert [point.find(f"{C}idx").get("val") for point in points] == ["0", "1", "2", "3", "4"]


def test_labels_that_were_typed_by_hand_show_the_new_values(tmp_path: Path) -> None:
    """`15%` in the designer's letters is not true any more."""
    package, part, root = open_chart(tmp_path, Kind.PIE, series=1, points=3)
    flags = "".join(
        f'<c:{name} val="{{}}"/>'.format(int(name == "showVal"))
        for name in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent")
    )
    typed = "<c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>15%</a:t></a:r></a:p></c:rich></c:tx>"
    points = "".join(f'<c:dLbl><c:idx val="{at}"/>{typed}{flags}</c:dLbl>' for at in range(3))
    none = flags.replace('"1"', '"0"')
    root.find(f".//{C}ser/{C}cat").addprevious(parse(f"<c:dLbls>{points}{none}</c:dLbls>"))

    bind_chart(package, part, make_plot("column", ONE))

    labels = package.read_xml(part).find(f".//{C}ser/{C}dLbls")
    assert "15%" not in "".join(labels.itertext())
    assert [each.find(f"{C}showVal").get("val") for each in (labels, *labels.iter(f"{C}dLbl"))] == [
        *("1", "1", "1", "1")
    ]


def test_lying_bars_begin_at_the_top(tmp_path: Path) -> None:
    """Office begins at the bottom; a ranking would end with the greatest."""
    package, part, _ = open_chart(tmp_path, Kind.BAR_CLUSTERED)

    bind_chart(package, part, make_plot("bar", ONE))

    root = package.read_xml(part)
    assert root.find(f".//{C}catAx/{C}scaling/{C}orientation").get("val") == "maxMin"
    assert root.find(f".//{C}valAx/{C}crosses").get("val") == "max"


def test_a_linked_workbook_is_replaced_by_an_embedded_one(tmp_path: Path) -> None:
    """A link to the designer's drive would ask every reader, and bring the old data back."""
    package, part, _ = open_chart(tmp_path, Kind.LINE)
    (old,) = package.links[part]
    package.links[part] = [
        Link(id=old.id, type=old.type, target="file:///C:/data.xlsx", is_external=True)
    ]

    bind_chart(package, part, make_years())

    (link,) = package.links[part]
    assert not link.is_external
    assert (link.id, link.kind) == (old.id, "package")
    assert read_shown(package, part).cells["Aid"] == (5, 7, 8)


@pytest.mark.parametrize(
    ("drawn", "plot", "words"),
    [
        (Kind.PIE, make_years(), ("pie chart", "line", "3 series")),
        (Kind.BUBBLE, make_plot("column", ONE), ("bubble chart", "column", "three numbers")),
        (Kind.XY_SCATTER, make_plot("column", ONE), ("scatter chart", "column", "two numbers")),
    ],
)
def test_a_chart_that_cannot_hold_the_plot_is_refused(
    tmp_path: Path, drawn: Kind, plot: Plot, words: tuple[str, ...]
) -> None:
    """The message names what is drawn, what is asked for, and what is wanting."""
    series = 1 if drawn is Kind.PIE else 2
    package, part, root = open_chart(tmp_path, drawn, series=series)
    before = etree.tostring(root)

    with pytest.raises(TemplateError) as caught:
        bind_chart(package, part, plot)

    assert all(word in caught.value.message for word in words)
    assert etree.tostring(package.read_xml(part)) == before


def test_years_are_places_on_a_numeric_axis(tmp_path: Path) -> None:
    """A scatter chart over years stands at the years, and its workbook has them as numbers."""
    package, part, _ = open_chart(tmp_path, Kind.XY_SCATTER_LINES)

    bind_chart(package, part, make_years())

    series = package.read_xml(part).find(f".//{C}ser")
    assert [v.text for v in series.iterfind(f"{C}xVal//{C}v")] == ["2021.0", "2022.0", "2023.0"]
    assert read_shown(package, part).cells["Aid"] == (5, 7, 8)


def test_a_marked_chart_takes_the_alt_text_of_the_plot(tmp_path: Path) -> None:
    """The mark is gone, and who cannot see the chart hears what it shows."""
    write_deck(tmp_path / "t.pptx", Kind.LINE)
    package = open_package(tmp_path / "t.pptx")
    plot = make_years()

    bound = bind_marked(package, {MARK.format(0): Wanted(plot=plot, title="T")})

    assert bound.marks == {MARK.format(0)}
    assert not bound.problems
    assert plot.alt.encode() in package.parts["ppt/slides/slide1.xml"]


def test_drawings_that_share_a_chart_part_get_their_own(tmp_path: Path) -> None:
    """Two slides of one chart part may be bound to two charts of the brief."""
    write_deck(tmp_path / "t.pptx", Kind.LINE, Kind.LINE)
    package = open_package(tmp_path / "t.pptx")
    first, second = (
        next(link for link in package.links[f"ppt/slides/slide{n}.xml"] if link.kind == "chart")
        for n in (1, 2)
    )
    links = package.links["ppt/slides/slide2.xml"]
    links[links.index(second)] = Link(id=second.id, type=second.type, target=first.target)

    bound = bind_marked(
        package,
        {
            MARK.format(0): Wanted(plot=make_years()),
            MARK.format(1): Wanted(plot=make_plot("column", ONE)),
        },
    )

    (tmp_path / "o.pptx").write_bytes(package.to_bytes())
    deck: Any = Presentation(str(tmp_path / "o.pptx"))
    counts = [len(slide.shapes[0].chart.plots[0].series) for slide in deck.slides]
    assert not bound.problems
    assert counts == [3, 1]


def test_a_title_that_was_the_tag_becomes_the_exhibits(tmp_path: Path) -> None:
    """A tag in the chart's title binds the chart too."""
    deck = write_deck(tmp_path / "t.pptx", Kind.LINE)
    frame = deck.slides[0].shapes[0]
    frame._element.nvGraphicFramePr.cNvPr.attrib.pop("descr")
    frame.chart.has_title = True
    frame.chart.chart_title.text_frame.text = MARK.format(7)
    deck.save(tmp_path / "t.pptx")
    package = open_package(tmp_path / "t.pptx")

    bound = bind_marked(package, {MARK.format(7): Wanted(plot=make_years(), title="Aid & more")})

    (tmp_path / "o.pptx").write_bytes(package.to_bytes())
    made: Any = Presentation(str(tmp_path / "o.pptx"))
    assert bound.marks == {MARK.format(7)}
    chart = made.slides[0].shapes[0].chart
    assert chart.chart_title.text_frame.text == "Aid & more"
    assert [series.name for series in chart.plots[0].series] == ["Aid", "Pledged", "Paid"]


def test_a_marked_shape_without_a_chart_takes_the_mark_as_its_text(tmp_path: Path) -> None:
    """A designer who drew a box for the chart gets the chart in that box."""
    deck: Any = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    box = slide.shapes.add_textbox(0, 0, 1000, 1000)
    box._element.nvSpPr.cNvPr.set("descr", MARK.format(0))
    deck.save(tmp_path / "t.pptx")
    package = open_package(tmp_path / "t.pptx")

    bound = bind_marked(package, {MARK.format(0): Wanted(plot=make_years())})

    (tmp_path / "o.pptx").write_bytes(package.to_bytes())
    made: Any = Presentation(str(tmp_path / "o.pptx"))
    assert not bound.marks
    assert not bound.problems
    assert made.slides[0].shapes[0].text_frame.text == MARK.format(0)


def test_problems_name_the_slide_and_the_chart(tmp_path: Path) -> None:
    """Whoever mends the template must find the chart."""
    write_deck(tmp_path / "t.pptx", Kind.LINE, Kind.PIE, series=1)
    package = open_package(tmp_path / "t.pptx")
    wanted = {MARK.format(n): Wanted(plot=make_years()) for n in (0, 1)}

    bound = bind_marked(package, wanted)

    (problem,) = bound.problems
    assert problem.message.startswith("slide 2, chart 'Chart 1', alt text: 'c' (line)")
    assert bound.marks == set(wanted)


def test_a_legend_names_all_slices_again(tmp_path: Path) -> None:
    """What the designer hid was the name of another slice."""
    package, part, root = open_chart(tmp_path, Kind.PIE, series=1, points=5)
    hidden = parse('<c:legendEntry><c:idx val="0"/><c:delete val="1"/></c:legendEntry>')
    root.find(f".//{C}legend").insert(0, hidden)

    bind_chart(package, part, make_plot("column", ONE))

    assert package.read_xml(part).find(f".//{C}legendEntry") is None


def test_lying_bars_without_an_orientation_are_turned_too(tmp_path: Path) -> None:
    """What is left out means from the bottom up."""
    package, part, root = open_chart(tmp_path, Kind.BAR_CLUSTERED)
    orientation = root.find(f".//{C}catAx/{C}scaling/{C}orientation")
    if orientation is not None:
        orientation.getparent().remove(orientation)

    bind_chart(package, part, make_plot("bar", ONE))

    turned = package.read_xml(part).find(f".//{C}catAx/{C}scaling/{C}orientation")
    assert turned.get("val") == "maxMin"


def test_a_way_up_and_down_is_shown_by_its_changes(tmp_path: Path) -> None:
    """A drawn chart has no use for what holds the bars of a waterfall up."""
    package, part, _ = open_chart(tmp_path, Kind.COLUMN_CLUSTERED)
    plot = make_plot("waterfall")

    bind_chart(package, part, plot)

    (values,) = read_shown(package, part).cells.values()
    assert values == (40, 12.5, -20, 32.5, -50, -17.5)
