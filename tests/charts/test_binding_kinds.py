"""Drawn charts of less common kinds, and what their data leave behind."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from generator.charts.binding import Wanted, bind_chart, bind_marked
from generator.errors import TemplateError
from generator.ooxml.opc import Element, Package
from generator.ooxml.opening import open_package
from tests.charts.drawings import MARK, C, open_chart, parse, read_shown, write_deck
from tests.charts.samples import make_plot

Kind = XL_CHART_TYPE
CX = "http://schemas.microsoft.com/office/drawing/2014/chartex"
C15 = "http://schemas.microsoft.com/office/drawing/2012/chart"
C16 = "{http://schemas.microsoft.com/office/drawing/2014/chart}"
SERIES_EXTENSION = "{C3380CC4-5D6E-409C-BE32-E72D297353CC}"
FILTERS = "{02D57815-91ED-43cb-92C2-25804820EDAC}"
PIVOT = "{781A3756-C4B2-4CAC-9D66-4F8BD8637D16}"

ONE = (("Germany", 12.4), ("France", 4.25), ("Poland", 8.1))
PRICES = (
    ("Mon", {"Open": 10, "High": 14, "Low": 9, "Close": 12.5}),
    ("Tue", {"Open": 12, "High": 13, "Low": 8, "Close": 8.5}),
    ("Wed", {"Open": 9, "High": 11, "Low": 9, "Close": 10}),
)
PLACES = (
    ("A", {"x": 1, "y": 5, "size": 10}),
    ("B", {"x": 2, "y": 7, "size": 40}),
    ("C", {"x": 4.5, "y": 6, "size": 25}),
)


def rename(root: Element, kind: str, *gone: str) -> Element:
    """Turn a line chart into a chart of another kind; return its element."""
    (group,) = root.iter(f"{C}lineChart")
    group.tag = f"{C}{kind}"
    for name in ("grouping", "varyColors", "marker", *gone):
        for each in list(group.iter(f"{C}{name}")):
            each.getparent().remove(each)
    return group


def draw_line_beside(root: Element) -> None:
    """Make the last series of a column chart a line on axes of its own."""
    columns = root.find(f".//{C}barChart")
    line = parse('<c:lineChart><c:grouping val="standard"/></c:lineChart>')
    line.append(columns.findall(f"{C}ser")[-1])
    for id_ in ("3", "4"):
        line.append(parse(f'<c:axId val="{id_}"/>'))
    columns.addnext(line)
    names, values = (root.find(f".//{C}{name}") for name in ("catAx", "valAx"))
    for axis, id_, across, side in ((names, "3", "4", "b"), (values, "4", "3", "r")):
        copy = deepcopy(axis)
        for name, value in (("axId", id_), ("crossAx", across), ("axPos", side)):
            copy.find(f"{C}{name}").set("val", value)
        values.addnext(copy)


def test_a_combination_keeps_its_line_on_the_second_axis(tmp_path: Path) -> None:
    """Each axis answers for its own series: one is released, the other stays."""
    package, part, root = open_chart(tmp_path, Kind.COLUMN_CLUSTERED, series=2)
    draw_line_beside(root)
    for axis, most in zip(root.iter(f"{C}valAx"), ("100", "5"), strict=True):
        axis.find(f"{C}scaling").append(parse(f'<c:max val="{most}"/>'))
    data = (("2023", {"Aid": 60, "Share": 7.5}), ("2024", {"Aid": 80, "Share": 9}))

    (finding,) = bind_chart(package, part, make_plot("combination", data))

    root = package.read_xml(part)
    first, second = root.iter(f"{C}valAx")
    assert [first.find(f".//{C}max").get("val"), second.find(f".//{C}max")] == ["100", None]
    assert "maximum 5" in finding.message
    names = [
        [v.text for v in group.iterfind(f"{C}ser/{C}tx//{C}v")]
        for group in (root.find(f".//{C}barChart"), root.find(f".//{C}lineChart"))
    ]
    assert names == [["Aid"], ["Share"]]
    assert read_shown(package, part).cells == {"Aid": (60, 80), "Share": (7.5, 9)}


def test_a_line_without_data_goes_with_its_axes(tmp_path: Path) -> None:
    """An empty second axis would still count from 0 to 1."""
    package, part, root = open_chart(tmp_path, Kind.COLUMN_CLUSTERED, series=2)
    draw_line_beside(root)

    bind_chart(package, part, make_plot("column", ONE))

    root = package.read_xml(part)
    assert root.find(f".//{C}lineChart") is None
    assert len(list(root.iter(f"{C}valAx"))) == len(list(root.iter(f"{C}catAx"))) == 1


def test_a_stock_chart_takes_as_many_series_as_it_has_prices(tmp_path: Path) -> None:
    """Which price a line of it means goes by its place."""
    package, part, root = open_chart(tmp_path, Kind.LINE, series=4)
    rename(root, "stockChart", "smooth").find(f"{C}axId").addprevious(parse("<c:hiLowLines/>"))

    bind_chart(package, part, make_plot("line", PRICES))

    shown = read_shown(package, part)
    assert list(shown.series) == ["Open", "High", "Low", "Close"]
    assert shown.series == shown.cells
    with pytest.raises(TemplateError, match="has 1 series, and those of prices are 4"):
        bind_chart(package, part, make_plot("column", ONE))


def test_a_surface_lies_between_several_series(tmp_path: Path) -> None:
    """One series has no breadth."""
    package, part, root = open_chart(tmp_path, Kind.LINE, series=3)
    rename(root, "surfaceChart", "smooth").append(parse('<c:axId val="9"/>'))
    axis = '<c:serAx><c:axId val="9"/><c:crossAx val="1"/></c:serAx>'
    root.find(f".//{C}valAx").addnext(parse(axis))

    bind_chart(package, part, make_plot("line", PRICES))

    shown = read_shown(package, part)
    assert len(shown.series) == 4
    assert shown.series == shown.cells
    assert package.read_xml(part).find(f".//{C}serAx") is not None
    with pytest.raises(TemplateError, match="a surface lies between several"):
        bind_chart(package, part, make_plot("column", ONE))


def test_categories_of_several_levels_become_those_of_one(tmp_path: Path) -> None:
    """A brief has names of one level; the designer's groups would stand over the wrong ones."""
    deck: Any = Presentation()
    data = CategoryChartData()
    for year in ("2023", "2024"):
        above = data.add_category(year)
        for half in ("H1", "H2"):
            above.add_sub_category(half)
    data.add_series("Was", (1, 2, 3, 4))
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    slide.shapes.add_chart(Kind.COLUMN_CLUSTERED, 0, 0, Inches(6), Inches(4), data)
    deck.save(tmp_path / "t.pptx")
    package = open_package(tmp_path / "t.pptx")
    (part,) = [name for name in package.names if "charts/chart" in name]

    bind_chart(package, part, make_plot("column", ONE))

    assert package.read_xml(part).find(f".//{C}multiLvlStrRef") is None
    assert read_shown(package, part).categories == ("Germany", "France", "Poland")


def test_a_chart_of_a_pivot_table_becomes_an_ordinary_one(tmp_path: Path) -> None:
    """Its table is gone with the workbook; Office would look for it."""
    package, part, root = open_chart(tmp_path, Kind.COLUMN_CLUSTERED)
    source = "<c:pivotSource><c:name>[x]Pivot!T</c:name><c:fmtId val='0'/></c:pivotSource>"
    chart = root.find(f"{C}chart")
    chart.addprevious(parse(source))
    formats = "<c:pivotFmts><c:pivotFmt><c:idx val='0'/></c:pivotFmt></c:pivotFmts>"
    chart.find(f"{C}plotArea").addprevious(parse(formats))
    space = 'xmlns:c14="http://schemas.microsoft.com/office/drawing/2007/8/2/chart"'
    options = f'<c:ext uri="{PIVOT}" {space}><c14:pivotOptions/></c:ext>'
    root.append(parse(f"<c:extLst>{options}</c:extLst>"))

    bind_chart(package, part, make_plot("column", ONE))

    assert b"ivot" not in etree.tostring(package.read_xml(part))


def test_series_that_the_designer_has_hidden_go(tmp_path: Path) -> None:
    """*Select data* would bring the old numbers back."""
    package, part, root = open_chart(tmp_path, Kind.COLUMN_CLUSTERED)
    hidden = "<c15:filteredBarSeries><c15:ser><c:idx val='2'/></c15:ser></c15:filteredBarSeries>"
    extension = f'<c:ext uri="{FILTERS}" xmlns:c15="{C15}">{hidden}</c:ext>'
    root.find(f".//{C}barChart").append(parse(f"<c:extLst>{extension}</c:extLst>"))

    bind_chart(package, part, make_plot("column", ONE))

    root = package.read_xml(part)
    assert b"filtered" not in etree.tostring(root)
    assert root.find(f".//{C}barChart/{C}extLst") is None


@pytest.mark.parametrize(("least", "is_kept"), [(3, True), (0, False), (-2, False)])
def test_a_logarithmic_scale_stays_where_it_can(
    tmp_path: Path, least: float, *, is_kept: bool
) -> None:
    """Numbers that are not above zero have no place on it."""
    package, part, root = open_chart(tmp_path, Kind.COLUMN_CLUSTERED, series=1)
    root.find(f".//{C}valAx/{C}scaling").insert(0, parse('<c:logBase val="10"/>'))

    findings = bind_chart(package, part, make_plot("column", (("A", 1200), ("B", least))))

    assert (package.read_xml(part).find(f".//{C}logBase") is not None) is is_kept
    assert [finding.rule for finding in findings] == [] if is_kept else ["chart-scale-released"]


@pytest.mark.parametrize(
    ("unit", "largest", "is_kept"),
    [
        ('<c:builtInUnit val="thousands"/>', 45_000, True),
        ('<c:builtInUnit val="thousands"/>', -45_000, True),
        ('<c:builtInUnit val="thousands"/>', 45, False),
        ('<c:custUnit val="12"/>', 45, True),
        ('<c:custUnit val="none"/>', 45, False),
    ],
)
def test_display_units_stay_where_numbers_reach_them(
    tmp_path: Path, unit: str, largest: float, *, is_kept: bool
) -> None:
    """12.1 billion on an axis in millions of billions would be zero."""
    package, part, root = open_chart(tmp_path, Kind.COLUMN_CLUSTERED, series=1)
    root.find(f".//{C}valAx").append(parse(f"<c:dispUnits>{unit}</c:dispUnits>"))
    data = (("A", largest), ("B", largest / 3))

    findings = bind_chart(package, part, make_plot("column", data, scale="one"))

    assert (package.read_xml(part).find(f".//{C}dispUnits") is not None) is is_kept
    assert bool(findings) is not is_kept


def test_a_bubble_chart_takes_three_numbers_for_each_point(tmp_path: Path) -> None:
    """Two for its place, one for its size; all three stand in the workbook."""
    package, part, _ = open_chart(tmp_path, Kind.BUBBLE, series=1)

    bind_chart(package, part, make_plot("grouped-column", PLACES))

    (series,) = package.read_xml(part).iter(f"{C}ser")
    assert {
        name: [float(v.text or "") for v in series.iterfind(f"{C}{name}//{C}v")]
        for name in ("xVal", "yVal", "bubbleSize")
    } == {"xVal": [1, 2, 4.5], "yVal": [5, 7, 6], "bubbleSize": [10, 40, 25]}
    formulas = [f.text for name in ("xVal", "yVal") for f in series.iterfind(f"{C}{name}//{C}f")]
    assert formulas == ["Data!$B$2:$B$4", "Data!$C$2:$C$4"]
    assert read_shown(package, part).cells == {"y": (5, 7, 6)}


def test_copied_series_have_ids_of_their_own(tmp_path: Path) -> None:
    """Office tells series apart by them when several people edit; each build gives the same."""
    made: list[list[str]] = []
    for _ in range(2):
        package, part, root = open_chart(tmp_path, Kind.COLUMN_CLUSTERED, series=1)
        id_ = "{00000000-1A2B-4C3D-8E4F-0123456789AB}"
        space = f'xmlns:c16="{C16[1:-1]}"'
        unique = f'<c16:uniqueId val="{id_}"/>'
        extension = f'<c:ext uri="{SERIES_EXTENSION}" {space}>{unique}</c:ext>'
        root.find(f".//{C}ser").append(parse(f"<c:extLst>{extension}</c:extLst>"))
        bind_chart(package, part, make_plot("line", PRICES))
        ids = package.read_xml(part).iter(f"{C16}uniqueId")
        made.append([each.get("val", "") for each in ids])

    assert made[0] == made[1]
    assert [id_[:9] for id_ in made[0]] == [f"{{0000000{number}" for number in range(4)]
    assert len({id_[9:] for id_ in made[0]}) == 1


def test_charts_of_the_newer_kinds_are_refused_by_name(tmp_path: Path) -> None:
    """Their data are another format; the message says what to draw instead."""
    deck = write_deck(tmp_path / "t.pptx", Kind.LINE)
    (frame,) = deck.slides[0].shapes[0]._element.iter(f"{C}chart")
    frame.tag = f"{{{CX}}}chart"
    deck.save(tmp_path / "t.pptx")
    package = open_package(tmp_path / "t.pptx")

    bound = bind_marked(package, {MARK.format(0): Wanted(plot=make_plot("column", ONE))})

    (problem,) = bound.problems
    assert "waterfall, funnel" in problem.message
    assert "slide 1" in problem.message
    assert "columns, lines" in (problem.hint or "")


def test_a_part_of_a_newer_kind_is_refused_too(tmp_path: Path) -> None:
    """Whatever a relationship leads to."""
    package, part, _ = open_chart(tmp_path, Kind.LINE)
    package.write_xml(part, etree.fromstring(f'<cx:chartSpace xmlns:cx="{CX}"/>'))

    with pytest.raises(TemplateError, match="waterfall, funnel"):
        bind_chart(package, part, make_plot("column", ONE))


def move_to_layout(package: Package) -> str:
    """Move the chart of the first slide to its layout; return the name of that."""
    slide = "ppt/slides/slide1.xml"
    layout = next(
        link.target for link in package.links[slide] if link.target.startswith("ppt/slideLayouts/")
    )
    root, below = package.read_xml(slide), package.read_xml(layout)
    frame = next(root.iter("{*}graphicFrame"))
    (link,) = [link for link in package.links[slide] if link.kind == "chart"]
    package.links[slide].remove(link)
    for each in frame.iter(f"{C}chart"):
        for name in each.attrib:
            each.set(name, package.relate(layout, "chart", link.target))
    next(below.iter("{*}spTree")).append(frame)
    package.write_xml(slide, root)
    package.write_xml(layout, below)
    return layout


def test_a_chart_in_a_layout_is_bound_as_well(tmp_path: Path) -> None:
    """A designer may put the same chart behind every slide."""
    write_deck(tmp_path / "t.pptx", Kind.LINE)
    package = open_package(tmp_path / "t.pptx")
    layout = move_to_layout(package)
    plot = make_plot("column", ONE)

    bound = bind_marked(package, {MARK.format(0): Wanted(plot=plot)})

    (part,) = [name for name in package.names if "charts/chart" in name]
    assert bound.marks == {MARK.format(0)}
    assert plot.alt.encode() in package.parts[layout]
    assert read_shown(package, part).categories == plot.categories
