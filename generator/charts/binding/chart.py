"""Binding one chart part: the data of a plot in the place of the designer's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace

from generator.charts.binding.bounds import tell_bounds
from generator.charts.binding.codes import choose_codes, settle_label_codes, settle_tick_codes
from generator.charts.binding.data import Data, plan_data
from generator.charts.binding.drawn import read_drawn
from generator.charts.binding.fitting import fit_data
from generator.charts.binding.names import C, drop_children, remove
from generator.charts.binding.reaches import measure_reaches
from generator.charts.binding.scales import settle_axes, turn_lying
from generator.charts.binding.series import drop_filters, take_columns, write_series
from generator.charts.binding.titles import settle_blanks, settle_legend, settle_titles
from generator.charts.binding.workbooks import attach_workbook
from generator.charts.plot import Plot
from generator.charts.workbook import write_workbook
from generator.findings import Finding, Severity
from generator.ooxml.opc import Element, Package

_PIVOT = "{http://schemas.microsoft.com/office/drawing/2007/8/2/chart}pivotOptions"


def bind_chart(
    package: Package, part: str, plot: Plot, *, title: str = "", where: str = ""
) -> tuple[Finding, ...]:
    """Replace the data of a drawn chart by those of `plot`, and keep its looks.

    Caches and workbook agree afterwards.

    More series than were drawn take the formats of those there in turn, in the next accents of the
    theme; fewer leave the rest out. What only made sense with the data before goes: formats of
    single points, hidden series, error bars read from cells, fixed scales that would cut data off.

    Args:
        package: Changed in place, or not at all if there is an error.
        part: Name of the chart part (``CT_ChartSpace``), which should belong to one drawing alone.
        plot: What it is to show.
        title: Title of the exhibit in words, where the chart's own was read from the data.
        where: What findings say of the place.

    Returns:
        What a reader should know.

    Raises:
        TemplateError: The chart is of a kind that cannot hold the plot, or cannot be bound at all.
    """
    root = deepcopy(package.read_xml(part))
    drawn = read_drawn(root)
    data = fit_data(plan_data(plot), drawn)
    before = len(drawn.series)
    taken = take_columns(data, drawn)
    drawn = replace(drawn, groups=tuple({id(t.group.element): t.group for t in taken}.values()))
    points_before = max(each.points for each in taken)
    data, taken = choose_codes(data, taken)
    sheet = data.plan_sheet()
    first = 1 if data.positions else 0
    for index, each in enumerate(taken, start=first):
        write_series(each, sheet, index, data)
    drop_filters(drawn)
    _drop_pivot(root)
    turn_lying(drawn)
    reaches = measure_reaches(drawn, taken, data)
    released = settle_axes(drawn, reaches, points_before, len(data.categories))
    settle_label_codes(taken, data)
    settle_tick_codes(drawn, taken, data, reaches)
    for each in taken:
        tell_bounds(each)
    settle_titles(drawn, title, before=before, now=len(taken))
    lacks_legend = settle_legend(drawn, before=before, now=len(taken))
    if data.has_gaps:
        settle_blanks(drawn)
    attach_workbook(package, part, root, write_workbook(sheet))
    package.write_xml(part, root)
    return tuple(_tell(data, released, where, lacks_legend=lacks_legend))


def _drop_pivot(root: Element) -> None:
    """Make a chart of a pivot table an ordinary one: the table is gone with its workbook."""
    if not drop_children(root, "pivotSource"):
        return
    drop_children(root.find(f"{C}chart"), "pivotFmts")
    for options in list(root.iter(_PIVOT)):
        remove(options.getparent())


def _tell(
    data: Data, released: Sequence[str], where: str, *, lacks_legend: bool
) -> Iterator[Finding]:
    id_ = data.plot.id
    if released:
        yield Finding(
            rule="chart-scale-released",
            severity=Severity.WARNING,
            message=f"the drawn chart fixed what does not suit '{id_}', now automatic: "
            + "; ".join(released),
            where=where or None,
            fix="leave the bounds of the axis automatic in the template, or fix them wider",
        )
    if lacks_legend:
        yield Finding(
            rule="chart-legend-missing",
            severity=Severity.WARNING,
            message=f"'{id_}' has {len(data.columns)} series, and the drawn chart has no legend "
            "to tell them apart",
            where=where or None,
            fix="add a legend to the chart in the template",
        )
