"""Charts and pictures in the text: inline drawings with alternative text.

``CT_Inline`` in ``dml-wordprocessingDrawing.xsd`` (ISO/IEC 29500).
"""

from __future__ import annotations

from itertools import count

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from generator.brief.exhibits import Render
from generator.charts import (
    PanelPlace,
    draw_picture,
    make_native_chart,
    place_panels,
    plan_height,
)
from generator.charts.plot import Plot
from generator.inventory.report import PageInfo
from generator.units import Size, inches, to_inches
from generator.word.manuscript import TALLEST_SHARE, Manuscript
from generator.word.markup import NAMESPACES, Attributes, Xml, join, tag
from generator.word.parts import new_part

_CHART = CONTENT_TYPE.DML_CHART
_SVG = "image/svg+xml"
_SVG_BLIP = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"  # `asvg:svgBlip` in [MS-ODRAWXML]
_WORKBOOK = CONTENT_TYPE.SML_SHEET
_CHART_NAME = "/word/charts/chart{}.xml"
_WORKBOOK_NAME = "/word/embeddings/Microsoft_Excel_Worksheet{}.xlsx"
_PIXELS_NAME, _VECTORS_NAME = "/word/media/chart{}.png", "/word/media/chart{}.svg"


def plan_size(plot: Plot, page: PageInfo, tallest: float = TALLEST_SHARE) -> Size:
    """Return the size that `plot` is drawn at, over the full width of the text.

    Bars that lie need a height for each; other charts keep a proportion near two to one. None is
    so tall that it would not fit on `page` with its caption.

    Args:
        plot: What is drawn.
        page: What it stands on.
        tallest: Share of the height between the margins that it may take.
    """
    width = page.text_width
    room = to_inches(page.size.height - page.top - page.bottom) * tallest
    height = plan_height(plot, to_inches(width))
    return Size(width, inches(min(height, room)))


def write_chart(plot: Plot, render: Render, manuscript: Manuscript) -> Xml:
    """Return the run that shows `plot`, its parts added to the file."""
    size = plan_size(plot, manuscript.template.page, manuscript.tallest)
    if render is Render.NATIVE:
        # Small charts stand side by side as words do, and go on to the next line.
        return join(_write_native(part, manuscript) for part in place_panels(plot, size))
    number = next(manuscript.drawing_ids)
    graphic = _add_picture(plot, size, manuscript)
    return _inline(graphic, size, {"id": number, "name": f"Picture {number}", "descr": plot.alt})


def _write_native(part: PanelPlace, manuscript: Manuscript) -> Xml:
    number = next(manuscript.drawing_ids)
    graphic = _add_native(part.plot, part.size, manuscript)
    heading = f"{part.plot.heading}. " if part.plot.heading else ""
    properties = {"id": number, "name": f"Chart {number}", "descr": heading + part.plot.alt}
    return _inline(graphic, part.size, properties)


def _inline(graphic: Xml, size: Size, properties: Attributes) -> Xml:
    inline = tag(
        "wp:inline",
        {"distT": 0, "distB": 0, "distL": 0, "distR": 0},
        tag("wp:extent", {"cx": size.width, "cy": size.height}),
        tag("wp:effectExtent", {"l": 0, "t": 0, "r": 0, "b": 0}),
        tag("wp:docPr", properties),
        tag("wp:cNvGraphicFramePr"),
        tag("a:graphic", None, graphic),
    )
    return tag("w:r", None, tag("w:drawing", None, inline))


def _add_native(plot: Plot, size: Size, manuscript: Manuscript) -> Xml:
    """Add chart part and workbook, and return what refers to them."""
    native = make_native_chart(plot, manuscript.charts, size)
    document = manuscript.package_part
    number = _find_number(manuscript, RELATIONSHIP_TYPE.CHART, (_CHART_NAME, _WORKBOOK_NAME))
    chart = new_part(_CHART_NAME.format(number), _CHART, native.xml, document)
    workbook = new_part(_WORKBOOK_NAME.format(number), _WORKBOOK, native.workbook, document)
    chart.load_rel(RELATIONSHIP_TYPE.PACKAGE, workbook, "rId1")
    reference = document.relate_to(chart, RELATIONSHIP_TYPE.CHART)
    return tag("a:graphicData", {"uri": NAMESPACES["c"]}, tag("c:chart", {"r:id": reference}))


def _find_number(manuscript: Manuscript, kind: str, names: tuple[str, ...]) -> int:
    """Return a number by which none of `names` is that of a part of the file."""
    document = manuscript.package_part
    package = document.package
    taken = set() if package is None else {str(part.partname) for part in package.iter_parts()}
    first = sum(link.reltype == kind for link in document.rels.values()) + 1
    return next(
        number for number in count(first) if not any(name.format(number) in taken for name in names)
    )


def _add_picture(plot: Plot, size: Size, manuscript: Manuscript) -> Xml:
    """Add the chart as vectors, with pixels for programs that show none; return what shows it."""
    drawn = draw_picture(plot, manuscript.charts, size)
    document = manuscript.package_part
    number = _find_number(manuscript, RELATIONSHIP_TYPE.IMAGE, (_PIXELS_NAME, _VECTORS_NAME))
    pixels = new_part(_PIXELS_NAME.format(number), CONTENT_TYPE.PNG, drawn.png, document)
    vectors = new_part(_VECTORS_NAME.format(number), _SVG, drawn.svg, document)
    svg = tag("asvg:svgBlip", {"r:embed": document.relate_to(vectors, RELATIONSHIP_TYPE.IMAGE)})
    extension = tag("a:extLst", None, tag("a:ext", {"uri": _SVG_BLIP}, svg))
    frame = tag(
        "pic:nvPicPr",
        None,
        tag("pic:cNvPr", {"id": 0, "name": f"chart{number}.png"}),
        tag("pic:cNvPicPr"),
    )
    fill = tag(
        "pic:blipFill",
        None,
        tag("a:blip", {"r:embed": document.relate_to(pixels, RELATIONSHIP_TYPE.IMAGE)}, extension),
        tag("a:stretch", None, tag("a:fillRect")),
    )
    shape = tag(
        "pic:spPr",
        None,
        tag(
            "a:xfrm",
            None,
            tag("a:off", {"x": 0, "y": 0}),
            tag("a:ext", {"cx": size.width, "cy": size.height}),
        ),
        tag("a:prstGeom", {"prst": "rect"}, tag("a:avLst")),
    )
    picture = tag("pic:pic", None, frame, fill, shape)
    return tag("a:graphicData", {"uri": NAMESPACES["pic"]}, picture)
