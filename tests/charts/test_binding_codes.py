"""Numbers at the marks and along the axes of a bound chart: the digits and bounds of the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx.enum.chart import XL_CHART_TYPE

from generator.charts.binding import bind_chart
from generator.charts.binding.formats import Measure, choose_format, quote_bound
from generator.ooxml.opc import Element
from tests.charts.drawings import C, open_chart, parse
from tests.charts.samples import make_plot
from tests.charts.test_bounds import plan

Kind = XL_CHART_TYPE
FLAGS = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
DOLLARS = Measure(unit="US$ billion", language="en-GB")
ONE = (("Germany", 12.4), ("France", 4.25), ("Poland", 8.1))


def make_labels(code: str = "", *shown: str, own: str = "") -> Element:
    """Return labels that show what `shown` names, with a format code and labels of points."""
    flags = "".join(f'<c:{name} val="{int(name in shown)}"/>' for name in FLAGS)
    numbers = f"<c:numFmt formatCode='{code}' sourceLinked='0'/>" if code else ""
    look = '<c:spPr><a:solidFill><a:schemeClr val="bg2"/></a:solidFill></c:spPr>'
    return parse(f'<c:dLbls>{own}{numbers}{look}<c:dLblPos val="ctr"/>{flags}</c:dLbls>')


def bind_labels(
    folder: Path, labels: Element, *, of_group: bool = False, kind: Kind = Kind.COLUMN_CLUSTERED
) -> Element:
    """Bind a chart with `labels` to one exact value and one of more than 12.96; return its root."""
    package, part, root = open_chart(folder, kind, series=1, points=2)
    if of_group:
        root.findall(f".//{C}ser")[-1].addnext(labels)
    else:
        root.find(f".//{C}ser/{C}cat").addprevious(labels)
    bind_chart(package, part, plan("column"))
    return package.read_xml(part)


def list_codes(root: Element) -> dict[str, str]:
    """Return the codes of labels: by the index of a point, or `all`."""
    return {
        "all" if each.getparent().tag == f"{C}dLbls" else each.getparent()[0].get("val", ""): (
            each.get("formatCode", "")
        )
        for labels in root.iter(f"{C}dLbls")
        for each in labels.iter(f"{C}numFmt")
    }


def set_tick_code(root: Element, code: str, linked: int = 0) -> None:
    """Give the axis of values a format code."""
    format_ = parse(f"<c:numFmt formatCode='{code}' sourceLinked='{linked}'/>")
    root.find(f".//{C}valAx/{C}majorTickMark").addprevious(format_)


@pytest.mark.parametrize(
    ("drawn", "planned", "chosen"),
    [
        ("#,##0", "#,##0.0", "#,##0.0"),
        ("0.000", "#,##0.0", "0.0"),
        ("General", "#,##0.0", "#,##0.0"),
        ('General" bn"', "#,##0.0", '0.0" bn"'),
        ('"$"#,##0.00_);[Red]("$"#,##0.00)', "#,##0", '"$"#,##0_);[Red]("$"#,##0)'),
        ('0.0;-0.0;"none"', "0.00", '0.00;-0.00;"none"'),
        ("[$-407]0", "[$-422]#,##0.0", "[$-422]0.0"),
        ("[$€-407] #,##0", "#,##0.0", "#,##0.0"),
        ("#,##0 £", "#,##0.0", "#,##0.0"),
        ("0%", "#,##0.0", "#,##0.0"),
        ("0.0,,", "#,##0.0", "#,##0.0"),
        ("0.00E+00", "#,##0.0", "#,##0.0"),
        ("# ?/?", "#,##0.0", "#,##0.0"),
        ("dd.mm.yyyy", "#,##0", "#,##0"),
        (".00", "#,##0.0", ".0"),
    ],
)
def test_a_code_keeps_its_look_and_takes_the_decimals(
    drawn: str, planned: str, chosen: str
) -> None:
    """How a number is dressed is the designer's; which number it is and in what, the brief's."""
    assert choose_format(drawn, planned, DOLLARS) == chosen


@pytest.mark.parametrize("language", ["de", "uk", "ja"])
def test_a_sign_of_currency_may_stand_for_the_word_of_the_language(language: str) -> None:
    """`Mrd. Euro` and `€` are the same; `£` is not."""
    unit = {"de": "Mrd. Euro", "uk": "млрд євро", "ja": "10億ユーロ"}[language]
    measure = Measure(unit=unit, language=language)

    assert [measure.is_in(sign) for sign in "€£$"] == [True, False, False]


@pytest.mark.parametrize(
    ("code", "bound", "quoted"),
    [
        ("#,##0.0", ">{}", '">"#,##0.0'),
        ("[$-422]0.0", "{}+", '[$-422]0.0"+"'),
        ('"$"0.0', ">{}", '">$"0.0'),
        ('0.0"%";-0.0"%"', "über {}", '"über "0.0"%";"über "-0.0"%"'),
        ('0;-0;"none"', ">{}", '">"0;">"-0;"none"'),
    ],
)
def test_a_bound_is_quoted_around_the_digits(code: str, bound: str, quoted: str) -> None:
    """In each section that has digits, so that numbers below zero tell it as well."""
    assert quote_bound(code, bound) == quoted


def test_labels_tell_the_bound_in_the_look_of_all(tmp_path: Path) -> None:
    """`>12.9` and not `13`, at its place and with its fill."""
    root = bind_labels(tmp_path, make_labels('"€"0', "showVal"))

    assert list_codes(root) == {"all": '"€"0.0', "1": '">€"0.0'}
    label = root.find(f".//{C}dLbls/{C}dLbl")
    rest = [child for child in root.find(f".//{C}ser/{C}dLbls") if child.tag != f"{C}dLbl"]
    assert [child.tag for child in label[1:]] == [child.tag for child in rest]
    assert label.find(f"{C}dLblPos").get("val") == "ctr"
    assert label.find(f"{C}spPr") is not None


def test_labels_without_a_code_tell_the_bound_too(tmp_path: Path) -> None:
    """They write numbers as the cells are written."""
    root = bind_labels(tmp_path, make_labels("", "showVal"))

    assert list_codes(root) == {"1": '">"0.0'}


def test_labels_of_the_whole_group_tell_the_bound(tmp_path: Path) -> None:
    """Office lets a group of series say what all show."""
    root = bind_labels(tmp_path, make_labels("General", "showVal"), of_group=True)

    assert list_codes(root.find(f".//{C}ser")) == {"all": "0.0", "1": '">"0.0'}


def test_a_label_of_its_own_keeps_its_code_and_tells_the_bound(tmp_path: Path) -> None:
    """The last value is often written larger."""
    flags = "".join(f'<c:{name} val="{int(name == "showVal")}"/>' for name in FLAGS)
    code = "<c:numFmt formatCode='0\" bn\"' sourceLinked='0'/>"
    own = f'<c:dLbl><c:idx val="1"/>{code}<c:dLblPos val="t"/>{flags}</c:dLbl>'

    root = bind_labels(tmp_path, make_labels(own=own))

    assert list_codes(root) == {"1": '">"0.0" bn"'}
    assert root.find(f".//{C}dLbl/{C}dLblPos").get("val") == "t"


@pytest.mark.parametrize("shown", [("showCatName",), (), ("showVal", "showPercent")])
def test_labels_that_do_not_show_the_value_alone_are_left(
    tmp_path: Path, shown: tuple[str, ...]
) -> None:
    """A code with a bound would dress a share that Office reckons."""
    root = bind_labels(tmp_path, make_labels("0%", *shown), kind=Kind.PIE)

    assert "1" not in list_codes(root)
    assert ("showPercent" in shown) is (list_codes(root)["all"] == "0%")


def test_values_beside_their_targets_tell_their_bounds(tmp_path: Path) -> None:
    """The brief's own chart has other labels, such as `>12.9 of 20`; the numbers are the same."""
    package, part, root = open_chart(tmp_path, Kind.COLUMN_CLUSTERED)
    root.find(f".//{C}ser/{C}cat").addprevious(make_labels("", "showVal"))

    bind_chart(package, part, plan("progress", target=20))

    assert list_codes(package.read_xml(part)) == {"1": '">"0.0'}


def test_a_hidden_label_stays_hidden(tmp_path: Path) -> None:
    """The designer labels the first value alone."""
    own = '<c:dLbl><c:idx val="1"/><c:delete val="1"/></c:dLbl>'

    root = bind_labels(tmp_path, make_labels("", "showVal", own=own))

    assert list_codes(root) == {}
    assert root.find(f".//{C}dLbl/{C}delete").get("val") == "1"


@pytest.mark.parametrize(
    ("code", "linked", "largest", "chosen"),
    [
        ('"$"0', 0, 12.4, '"$"0'),  # ticks of 2
        ("0", 0, 1.24, "0.0"),  # ticks of 0.2
        ("0", 0, 0.0124, "0.000"),
        ("0.00", 0, 12.4, "0.00"),
        ("General", 0, 1.24, "General"),
        ("General", 1, 12.4, "0.0"),  # as the cells are written
        ("dd.mm.yy", 0, 12.4, "0"),
    ],
)
def test_ticks_keep_their_code_unless_two_would_look_the_same(
    tmp_path: Path, code: str, linked: int, largest: float, chosen: str
) -> None:
    """`0, 0, 0, 1` tells nothing; `0, 5, 10` needs no decimals."""
    package, part, root = open_chart(tmp_path, Kind.COLUMN_CLUSTERED, series=1)
    set_tick_code(root, code, linked)

    bind_chart(package, part, make_plot("column", (("A", largest), ("B", largest / 3))))

    after = package.read_xml(part).find(f".//{C}valAx/{C}numFmt")
    assert after.attrib == {"formatCode": chosen, "sourceLinked": "0"}


def test_a_fixed_step_decides_the_decimals_of_ticks(tmp_path: Path) -> None:
    """Steps of 2.5 written as `3, 5, 8` would be wrong."""
    package, part, root = open_chart(tmp_path, Kind.COLUMN_CLUSTERED, series=1)
    set_tick_code(root, "0")
    root.find(f".//{C}valAx").append(parse('<c:majorUnit val="2.5"/>'))

    bind_chart(package, part, make_plot("column", ONE))

    assert package.read_xml(part).find(f".//{C}valAx/{C}numFmt").get("formatCode") == "0.0"
