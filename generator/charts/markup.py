"""XML that all parts of a native chart share (``dml-chart.xsd``, ``dml-main.xsd``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

from generator.charts.frames import Extent, Frame
from generator.charts.legends import LegendRoom
from generator.charts.marks import OUTLINE_PT
from generator.charts.plot import Plot, Texture
from generator.charts.style import ChartStyle, Ink
from generator.charts.workbook import SHEET, as_double, name_column
from generator.units import EMU_PER_PT, to_centipoints

NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """What differs by form in a chart part.

    Attributes:
        plot: Content of `c:plotArea` before its `c:spPr`: layout, charts, axes.
        legend: `c:legend`, or empty.
        title: `c:title` of the chart itself, or empty.
    """

    plot: str
    legend: str = ""
    title: str = ""


def attribute(text: str) -> str:
    """Return `text` as the value of an attribute, quotation marks included."""
    return quoteattr(text)


def colour(ink: Ink) -> str:
    """Return a colour of the theme (``CT_SchemeColor``)."""
    shade = f'<a:lumMod val="{ink.mod * 1000}"/>' if ink.mod != 100 else ""  # noqa: PLR2004
    shade += f'<a:lumOff val="{ink.off * 1000}"/>' if ink.off else ""
    return f'<a:schemeClr val="{ink.slot}">{shade}</a:schemeClr>'


def fill(ink: Ink, alpha: int = 100) -> str:
    """Return a solid fill (``CT_SolidColorFillProperties``), of `alpha` per cent."""
    if alpha == 100:  # noqa: PLR2004 - nothing shines through
        return f"<a:solidFill>{colour(ink)}</a:solidFill>"
    pale = colour(ink).replace("</a:schemeClr>", f'<a:alpha val="{alpha * 1000}"/></a:schemeClr>')
    return f"<a:solidFill>{pale}</a:solidFill>"


NO_LINE = "<a:ln><a:noFill/></a:ln>"
NO_SHAPE = f"<c:spPr><a:noFill/>{NO_LINE}</c:spPr>"


def line(ink: Ink, width_pt: float, *, is_dashed: bool = False) -> str:
    """Return a line with round ends (``CT_LineProperties``)."""
    dash = '<a:prstDash val="sysDash"/>' if is_dashed else ""
    return f'<a:ln w="{round(width_pt * EMU_PER_PT)}" cap="rnd">{fill(ink)}{dash}<a:round/></a:ln>'


def write_shape(ink: Ink, texture: Texture, edge: str = "") -> str:
    """Return `c:spPr` of a filled mark: solid with `edge`, outlined, or hatched."""
    if texture is Texture.SOLID:
        return f"<c:spPr>{fill(ink)}{edge}</c:spPr>"
    if texture is Texture.OUTLINED:
        return f"<c:spPr><a:noFill/>{line(ink, OUTLINE_PT)}</c:spPr>"
    hatch = f"<a:fgClr>{colour(ink)}</a:fgClr><a:bgClr>{colour(Ink('bg1'))}</a:bgClr>"
    return (
        f'<c:spPr><a:pattFill prst="wdUpDiag">{hatch}</a:pattFill>{line(ink, OUTLINE_PT)}</c:spPr>'
    )


def run_properties(style: ChartStyle, ink: Ink, language: str, *, is_bold: bool = False) -> str:
    """Return the default text format (``CT_TextCharacterProperties``), in the theme's fonts."""
    return (
        f'<a:defRPr lang={quoteattr(language)} sz="{to_centipoints(style.text_pt)}" '
        f'b="{int(is_bold)}" i="0">{fill(ink)}<a:latin typeface="+mn-lt"/>'
        '<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr>'
    )


FREE = "<a:bodyPr/>"
LEVEL = '<a:bodyPr rot="0" vert="horz"/>'
"""Text that never turns or leans."""
ONE_LINE = '<a:bodyPr rot="0" vert="horz" wrap="none" anchor="ctr"/>'
"""Text that never wraps either."""


def text_properties(
    plot: Plot, style: ChartStyle, ink: Ink, *, body: str = FREE, is_bold: bool = False
) -> str:
    """Return `c:txPr` (``CT_TextBody``); `body` is `FREE`, `LEVEL` or `ONE_LINE`."""
    return (
        f"<c:txPr>{body}<a:lstStyle/><a:p>"
        f"{paragraph_properties(plot, style, ink, is_bold=is_bold)}"
        f"<a:endParaRPr lang={quoteattr(plot.language)}/></a:p></c:txPr>"
    )


def paragraph_properties(plot: Plot, style: ChartStyle, ink: Ink, *, is_bold: bool = False) -> str:
    """Return `a:pPr` with the format of its text (``CT_TextParagraphProperties``)."""
    return f"<a:pPr>{run_properties(style, ink, plot.language, is_bold=is_bold)}</a:pPr>"


def find_cells(plot: Plot, column: int) -> str:
    """Return the range of a column of `Plot.columns`, as formulas name it."""
    letters = name_column(column + 1)
    return f"{SHEET}!${letters}$2:${letters}${len(plot.categories) + 1}"


def write_caches(plot: Plot, index: int) -> tuple[str, str, str]:
    """Return `c:tx`, `c:cat` and `c:val` of a series: where its cells are, and what is in them."""
    series = plot.series[index]
    owner = index if series.named_after is None else series.named_after
    column = name_column(len(plot.columns) + index + 1)
    head = f"{SHEET}!${name_column(len(plot.columns) + owner + 1)}$1"
    last = len(plot.categories) + 1
    name = write_text_cells(head, [plot.series[owner].name])
    categories = write_text_cells(f"{SHEET}!$A$2:$A${last}", plot.categories)
    code = series.number_format or plot.number_format
    values = write_number_cells(f"{SHEET}!${column}$2:${column}${last}", series.values, code)
    return f"<c:tx>{name}</c:tx>", f"<c:cat>{categories}</c:cat>", f"<c:val>{values}</c:val>"


def write_text_cells(cells: str, texts: Sequence[str]) -> str:
    """Return ``CT_StrRef``."""
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{escape(text)}</c:v></c:pt>' for index, text in enumerate(texts)
    )
    return (
        f'<c:strRef><c:f>{cells}</c:f><c:strCache><c:ptCount val="{len(texts)}"/>{points}'
        "</c:strCache></c:strRef>"
    )


def write_number_cells(cells: str, values: Sequence[Decimal | None], number_format: str) -> str:
    """Return ``CT_NumRef``; a gap has no point."""
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{as_double(value)!r}</c:v></c:pt>'
        for index, value in enumerate(values)
        if value is not None
    )
    return (
        f"<c:numRef><c:f>{cells}</c:f><c:numCache>"
        f"<c:formatCode>{escape(number_format)}</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>'
    )


def place_area(extent: Extent, frame: Frame) -> str:
    """Return the place of a plot area: that of its axes alone, names and numbers outside."""
    return _place(extent, frame, '<c:layoutTarget val="inner"/>')


def write_legend(plot: Plot, style: ChartStyle, extent: Extent, room: LegendRoom) -> str:
    """Return a legend at the top left, in the order of the series (``CT_Legend``)."""
    hidden = [index for index in range(len(plot.series)) if index not in plot.named_series]
    return write_entries((plot, style), extent, room, hidden)


def write_entries(
    look: tuple[Plot, ChartStyle], extent: Extent, room: LegendRoom, hidden: Sequence[int]
) -> str:
    """Return a legend at the top left without the entries whose index is `hidden`."""
    if not room.entries:
        return ""
    plot, style = look
    frame = Frame(0.0, 0.0, min(room.width, extent.width), room.height)
    left_out = "".join(
        f'<c:legendEntry><c:idx val="{index}"/><c:delete val="1"/></c:legendEntry>'
        for index in hidden
    )
    return (
        f'<c:legend><c:legendPos val="t"/>{left_out}{_place(extent, frame)}<c:overlay val="0"/>'
        f"{text_properties(plot, style, Ink('tx1'))}</c:legend>"
    )


def write_title(
    look: tuple[Plot, ChartStyle],
    text: str,
    extent: Extent,
    place: tuple[float, float],
    *,
    is_bold: bool = False,
) -> str:
    """Return the title of an axis or chart, its top left corner at `place` (``CT_Title``)."""
    plot, style = look
    x, y = place[0] / extent.width, place[1] / extent.height
    return (
        f"<c:title><c:tx><c:rich>{ONE_LINE}<a:lstStyle/><a:p>"
        f"{paragraph_properties(plot, style, Ink('tx1'), is_bold=is_bold)}<a:r>"
        f'<a:rPr lang={quoteattr(plot.language)} b="{int(is_bold)}"/><a:t>{escape(text)}</a:t>'
        "</a:r></a:p></c:rich></c:tx>"
        '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.4f}"/><c:y val="{y:.4f}"/></c:manualLayout></c:layout>'
        '<c:overlay val="0"/></c:title>'
    )


def _place(extent: Extent, frame: Frame, target: str = "") -> str:
    """Return a place as shares of the chart (``CT_ManualLayout``)."""
    return (
        f'<c:layout><c:manualLayout>{target}<c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{frame.left / extent.width:.4f}"/><c:y val="{frame.top / extent.height:.4f}"/>'
        f'<c:w val="{frame.width / extent.width:.4f}"/>'
        f'<c:h val="{frame.height / extent.height:.4f}"/></c:manualLayout></c:layout>'
    )
