"""How high a chart is drawn where the page leaves it free. Pure. All lengths in inches."""

from __future__ import annotations

from typing import assert_never

from generator.charts.plot import (
    CategoryForm,
    DrawnForm,
    Legend,
    PanelForm,
    Plot,
    PointForm,
    RingForm,
)

_BAR_PITCH = 0.34  # from one bar to the next
_TWIN_PITCH = 0.22  # for each bar of a group, and as much again between groups
_CLOSE_PITCH = 0.22  # from one bar to the next where there is little between
_CLOSE = 0.3  # gaps, as a share of a bar, that are little
_EDGES = 0.3  # above and below all bars
_LEGEND = 0.3  # for a legend, or for an axis
_TALLEST = 6.5
_LOWEST = 1.1
_STANDING = 0.5  # height to width of columns and lines
_ROUND = 0.4  # the same of rings, which gain nothing by width
_POINTS = 0.62  # the same of points
_PANEL = 0.75  # height to width of a small chart


def plan_height(plot: Plot, width: float) -> float:
    """Return the height of `plot` in inches, given its width.

    Bars that lie need a height for each; other charts keep a proportion.
    """
    form = plot.form
    match form:
        case CategoryForm():
            return _plan_rows(plot, form) if form.is_lying else width * _STANDING
        case RingForm():
            return width * _ROUND
        case PointForm():
            return width * _POINTS
        case PanelForm():
            rows = -(-len(form.panels) // form.columns)
            return min(width / form.columns * _PANEL * rows, _TALLEST)
        case DrawnForm():
            return min(width * form.height, _TALLEST)
        case _:
            assert_never(form)


def _plan_rows(plot: Plot, form: CategoryForm) -> float:
    pitch = _BAR_PITCH if form.gap > _CLOSE else _CLOSE_PITCH
    if not form.is_together:
        pitch = _TWIN_PITCH * (len(plot.series) + 1)
    height = len(plot.categories) * pitch + _EDGES
    if plot.legend is Legend.TOP:
        height += _LEGEND
    if plot.axis is not None and plot.axis.is_shown:
        height += _LEGEND
    return min(max(height, _LOWEST), _TALLEST)
