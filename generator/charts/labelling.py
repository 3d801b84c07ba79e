"""What labels of native charts have in common (``CT_DLbls`` in ``dml-chart.xsd``)."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from generator.charts.markup import (
    NO_SHAPE,
    ONE_LINE,
    attribute,
    paragraph_properties,
    text_properties,
)
from generator.charts.plot import EXACT, Plot, PlotSeries
from generator.charts.style import ChartStyle, Ink

_CELL_RANGE = "{02D57815-91ED-43cb-92C2-25804820EDAC}"
_LABEL_EXTENSION = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
_C15 = 'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"'


def find_bound(series: PlotSeries, at: int) -> str:
    """Return how the label of a value tells its bound."""
    return series.bounds[at] if series.bounds else EXACT


def move_label(x: float, y: float) -> str:
    """Return how far a label stands from its usual place, as shares of the chart."""
    if abs(x) + abs(y) < 1e-4:  # noqa: PLR2004 - less than can be seen
        return ""
    return (
        f'<c:layout><c:manualLayout><c:x val="{x:.4f}"/><c:y val="{y:.4f}"/>'
        "</c:manualLayout></c:layout>"
    )


def write_format(plot: Plot, bound: str = EXACT, own: str = "") -> str:
    """Return the number format of a label, the words of its bound quoted around the digits.

    `own` is a format code of the series, where it has one.
    """
    before, _, after = bound.partition(EXACT)
    # A code that names its locale does so first: `[$-422]#,##0.0`.
    bracket, locale, digits = (own or plot.number_format).rpartition("]")
    code = bracket + locale + _quote(before) + digits + _quote(after)
    return f'<c:numFmt formatCode={attribute(code)} sourceLinked="0"/>'


def _quote(words: str) -> str:
    return f'"{words}"' if words else ""


def show_parts(
    position: str,
    *,
    is_valued: bool = True,
    is_named: bool = False,
    is_categorised: bool = False,
) -> str:
    """Return where labels stand and what they show."""
    place = f'<c:dLblPos val="{position}"/>' if position else ""
    return (
        f'{place}<c:showLegendKey val="0"/><c:showVal val="{int(is_valued)}"/>'
        f'<c:showCatName val="{int(is_categorised)}"/><c:showSerName val="{int(is_named)}"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def write_texts(
    texts: Sequence[str], look: tuple[Plot, ChartStyle], position: str | Sequence[str], cells: str
) -> tuple[str, str]:
    """Return labels whose words stand in cells of the workbook, and the extension of their series.

    Office reads the cells ([MS-ODRAWXML] 2.24.3, `c15:datalabelsRange`), LibreOffice the text of
    the fields; seen in LibreOffice 7.4, 2026-11.

    Args:
        texts: Words of each point; empty for one without a label.
        look: The plot and its style.
        position: `ST_DLblPos`, of all or of each.
        cells: Range that the words stand in.
    """
    plot, style = look
    shape = NO_SHAPE + text_properties(plot, style, Ink("tx1"), body=ONE_LINE)
    format_ = paragraph_properties(plot, style, Ink("tx1"))
    sides = [position] * len(texts) if isinstance(position, str) else position
    shows = [show_parts(side, is_valued=False) for side in sides]
    extension = _extend(_LABEL_EXTENSION, '<c15:showDataLabelsRange val="1"/>')
    points = "".join(
        f'<c:dLbl><c:idx val="{at}"/><c:tx><c:rich>{ONE_LINE}<a:lstStyle/><a:p>{format_}'
        f'<a:fld id="{_number_field(at)}" type="CELLRANGE"><a:t>{escape(text)}</a:t></a:fld></a:p>'
        f"</c:rich></c:tx>{shape}{shows[at]}{extension}</c:dLbl>"
        if text
        else f'<c:dLbl><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>'
        for at, text in enumerate(texts)
    )
    rest = f"{shape}{shows[0]}{extension}"
    cached = "".join(
        f'<c:pt idx="{at}"><c:v>{escape(text)}</c:v></c:pt>'
        for at, text in enumerate(texts)
        if text
    )
    cells_of_labels = (
        f"<c15:datalabelsRange><c15:f>{cells}</c15:f><c15:dlblRangeCache>"
        f'<c:ptCount val="{len(texts)}"/>{cached}</c15:dlblRangeCache></c15:datalabelsRange>'
    )
    return f"<c:dLbls>{points}{rest}</c:dLbls>", _extend(_CELL_RANGE, cells_of_labels)


def _number_field(at: int) -> str:
    """Return an id for a field: one that is the same whenever the chart is made."""
    return f"{{5D2C7B10-0000-4000-8000-{at:012X}}}"


def _extend(uri: str, content: str) -> str:
    return f'<c:extLst><c:ext uri="{uri}" {_C15}>{content}</c:ext></c:extLst>'
