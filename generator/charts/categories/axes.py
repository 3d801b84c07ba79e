"""The axes of a native chart over categories (``CT_CatAx``, ``CT_ValAx`` in ``dml-chart.xsd``)."""

from __future__ import annotations

from generator.charts.categories.rooms import Rooms
from generator.charts.marks import BASELINE_PT, GRID_PT
from generator.charts.markup import LEVEL, NO_LINE, attribute, line, text_properties
from generator.charts.plot import Axis, Plot
from generator.charts.style import ChartStyle, Ink

_CATEGORY_AXIS, _VALUE_AXIS = 111111111, 222222222
"""Ids of the axes: unsigned, below 2^31 (`CT_UnsignedInt`)."""

AXES = f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'
"""What a chart element names its axes by."""

_NAME_OFFSET = 60
"""Distance of names from the axis, in per cent of what an office program takes by itself."""


def write_axes(plot: Plot, style: ChartStyle, rooms: Rooms) -> str:
    """Return both axes; empty for a plot without."""
    if plot.axis is None:
        return ""
    return _names(plot, style, rooms) + _numbers(plot, style, plot.axis)


def _names(plot: Plot, style: ChartStyle, rooms: Rooms) -> str:
    """Return the axis of the categories (``CT_CatAx``): the first on top, or at the left."""
    is_lying = plot.is_lying
    has_baseline = plot.axis is None or plot.axis.has_baseline
    baseline = line(style.baseline, BASELINE_PT) if has_baseline else NO_LINE
    # LibreOffice 7.4 overlooks `c:tickLblSkip`: where names are thinned it draws all of them and
    # breaks them. Any other turn of the text mends that but moves names off their columns.
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/>'
        f'<c:scaling><c:orientation val="{"maxMin" if is_lying else "minMax"}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"l" if is_lying else "b"}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{baseline}</c:spPr>"
        f"{text_properties(plot, style, Ink('tx1'), body=LEVEL)}"
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        f'<c:lblAlgn val="ctr"/><c:lblOffset val="{_NAME_OFFSET}"/>'
        f'<c:tickLblSkip val="{rooms.every}"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _numbers(plot: Plot, style: ChartStyle, axis: Axis) -> str:
    """Return the axis of the values (``CT_ValAx``); not drawn when all values are labelled.

    The axis of lying bars crosses at the last category, which stands lowest.
    """
    is_lying = plot.is_lying
    grid = f"<c:majorGridlines><c:spPr>{line(style.grid, GRID_PT)}</c:spPr></c:majorGridlines>"
    between = "midCat" if plot.category_form.reaches_edges else "between"
    return (
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{axis.maximum:f}"/><c:min val="{axis.minimum:f}"/></c:scaling>'
        f'<c:delete val="{int(not axis.is_shown)}"/><c:axPos val="{"b" if is_lying else "l"}"/>'
        f"{grid if axis.is_shown else ''}"
        f'<c:numFmt formatCode={attribute(axis.number_format)} sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="{"nextTo" if axis.labels or not axis.is_shown else "none"}"/>'
        "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{text_properties(plot, style, style.quiet, body=LEVEL)}"
        f'<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="{"max" if is_lying else "autoZero"}"/>'
        f'<c:crossBetween val="{between}"/><c:majorUnit val="{axis.major:f}"/></c:valAx>'
    )
