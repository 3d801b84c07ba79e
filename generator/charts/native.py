"""Plot to native chart: the XML of a chart part, and the workbook behind it.

One part serves both formats. Element order is that of ``dml-chart.xsd`` (ISO/IEC 29500).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from generator.charts.categories.native import write_area as write_category_area
from generator.charts.frames import Extent
from generator.charts.markup import NAMESPACES, Area, attribute, text_properties
from generator.charts.plot import CategoryForm, DrawnForm, PanelForm, Plot, PointForm, RingForm
from generator.charts.points.native import write_area as write_point_area
from generator.charts.rings.native import write_area as write_ring_area
from generator.charts.style import ChartStyle, Ink
from generator.charts.workbook import write_workbook
from generator.units import Size, to_pt


@dataclass(frozen=True, slots=True, kw_only=True)
class NativeChart:
    """The two parts of a native chart.

    Attributes:
        xml: The chart part. It names its workbook as `rId1`: relate that to the workbook with the
            type `…/relationships/package`.
        workbook: The embedded .xlsx.
    """

    xml: bytes
    workbook: bytes


def make_native_chart(plot: Plot, style: ChartStyle, size: Size) -> NativeChart:
    """Return the chart part (``CT_ChartSpace``) of `plot`, and its workbook.

    Args:
        plot: What is drawn.
        style: How it looks; colours go into the part as slots of the theme.
        size: Of the frame that the chart is shown in, in EMU; decides the room for labels.

    Raises:
        TypeError: The plot can be drawn as a picture alone (`Plot.is_drawn`), or is made of several
            charts (`place_panels`).
    """
    area = _write_area(plot, style, Extent(to_pt(size.width), to_pt(size.height)))
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<c:chartSpace {NAMESPACES}>"
        f'<c:date1904 val="0"/><c:lang val={attribute(plot.language)}/>'
        '<c:roundedCorners val="0"/>'
        f'<c:chart>{area.title}<c:autoTitleDeleted val="{int(not area.title)}"/>'
        f"<c:plotArea>{area.plot}"
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>"
        f"{area.legend}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{text_properties(plot, style, Ink('tx1'))}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    )
    return NativeChart(xml=xml.encode(), workbook=write_workbook(plot))


def _write_area(plot: Plot, style: ChartStyle, extent: Extent) -> Area:
    match plot.form:
        case CategoryForm():
            return write_category_area(plot, style, extent)
        case RingForm():
            return write_ring_area(plot, style, extent)
        case PointForm():
            return write_point_area(plot, style, extent)
        case PanelForm():
            raise TypeError(f"'{plot.id}' is made of charts, which are written one by one")
        case DrawnForm():
            raise TypeError(f"no native chart can show '{plot.id}'")
        case _:
            assert_never(plot.form)
