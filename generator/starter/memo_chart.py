"""The chart that the memo has drawn: a bar chart with sample data, which a tag binds to a brief."""

from __future__ import annotations

from dataclasses import replace

from generator.brief.exhibits import Chart
from generator.charts import Plot, plan_plot
from generator.charts.markup import NAMESPACES, write_caches
from generator.charts.workbook import write_workbook
from generator.starter.markup import DECLARATION, DRAWING_NAMESPACES, tag
from generator.starter.package import Part, relate
from generator.units import EMU_PER_TWIP

CHART_URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DRAWING_ID = 900_002
"""Beyond the ids that a report counts from 1."""


def plan_chart_parts(folder: str, size_pt: float, language: str) -> tuple[Part, Part]:
    """Return the chart and its workbook.

    Args:
        folder: `word` or `ppt`.
        size_pt: Of its text.
        language: BCP 47 tag of the sample text.
    """
    plot = _plan_sample(language)
    chart = Part(
        name=f"{folder}/charts/chart1.xml",
        content_type=_CHART,
        data=(DECLARATION + _write_chart(plot, size_pt)).encode(),
        relationships=(relate("package", "../embeddings/workbook1.xlsx", 1),),
    )
    workbook = Part(
        name=f"{folder}/embeddings/workbook1.xlsx",
        content_type=_WORKBOOK,
        data=write_workbook(plot),
    )
    return chart, workbook


def write_drawing(chart_id: str, size: tuple[int, int], alt: str) -> str:
    """Return a run with the chart in line with the text, `CT_Inline`.

    Args:
        chart_id: Id of the relationship to the chart.
        size: Width and height in twips.
        alt: Alternative text, which may be a tag.
    """
    width, height = (side * EMU_PER_TWIP for side in size)
    inline = tag(
        "wp:inline",
        {**{f"dist{side}": 0 for side in "TBLR"}, **_name(DRAWING_NAMESPACES)},
        tag("wp:extent", {"cx": width, "cy": height}),
        tag("wp:docPr", {"id": _DRAWING_ID, "name": "Chart", "descr": alt}),
        tag("wp:cNvGraphicFramePr"),
        write_graphic(chart_id),
    )
    return tag("w:r", None, tag("w:drawing", None, inline))


def _name(namespaces: dict[str, str]) -> dict[str, str]:
    return {name: uri for name, uri in namespaces.items() if name != "xmlns:pic"}


def write_graphic(chart_id: str) -> str:
    """Return `a:graphic` with the chart (`CT_GraphicalObject` in dml-main.xsd)."""
    chart = tag("c:chart", {"xmlns:c": CHART_URI, "r:id": chart_id})
    return tag("a:graphic", None, tag("a:graphicData", {"uri": CHART_URI}, chart))


def _plan_sample(language: str) -> Plot:
    rows = (("First", 42), ("Second", 31), ("Third", 18), ("Fourth", 9))
    chart = Chart.model_validate(
        {
            "kind": "bar",
            "title": "Sample",
            "data": [{"label": label, "value": value} for label, value in rows],
        }
    )
    # A chart that is drawn with a format of its own keeps it; this one takes that of the brief.
    return replace(plan_plot("sample", chart, {}, language), number_format="General")


def _write_chart(plot: Plot, size_pt: float) -> str:
    """Return `c:chartSpace` of horizontal bars that places its parts by itself."""
    name, categories, values = write_caches(plot, 0)
    series = (
        f'<c:ser><c:idx val="0"/><c:order val="0"/>{name}'
        '<c:spPr><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></c:spPr>'
        f'<c:invertIfNegative val="0"/>{_LABELS}{categories}{values}</c:ser>'
    )
    return (
        f'<c:chartSpace {NAMESPACES}><c:date1904 val="0"/><c:lang val="{plot.language}"/>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
        f'{_CATEGORIES}{_VALUES}</c:plotArea><c:plotVisOnly val="1"/>'
        '<c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(size_pt * 100)}">'
        '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>'
        f'</a:defRPr></a:pPr><a:endParaRPr lang="{plot.language}"/></a:p></c:txPr>'
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


_LABELS = (
    '<c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:dLblPos val="outEnd"/>'
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
    '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
)
_CATEGORIES = (
    '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
    '<c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
    '<c:spPr><a:ln w="9525"><a:solidFill><a:schemeClr val="tx1"><a:lumMod val="50000"/>'
    '<a:lumOff val="50000"/></a:schemeClr></a:solidFill></a:ln></c:spPr><c:crossAx val="2"/>'
    '<c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
    '<c:noMultiLvlLbl val="0"/></c:catAx>'
)
_VALUES = (
    '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>'
    '</c:scaling><c:delete val="1"/><c:axPos val="t"/>'
    '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
    '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/>'
    '<c:crosses val="autoZero"/></c:valAx>'
)
