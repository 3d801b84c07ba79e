"""What labels of native charts have in common (``CT_DLbls`` in ``dml-chart.xsd``)."""

from __future__ import annotations

from generator.charts.markup import attribute
from generator.charts.plot import EXACT, Plot, PlotSeries

NO_SHAPE = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


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


def write_format(plot: Plot, bound: str = EXACT) -> str:
    """Return the number format of a label, the words of its bound quoted around the digits."""
    before, _, after = bound.partition(EXACT)
    # A code that names its locale does so first: `[$-422]#,##0.0`.
    bracket, locale, digits = plot.number_format.rpartition("]")
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
