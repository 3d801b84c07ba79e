"""The data of charts that are shown as pictures, for readers who cannot see them. Pure.

A native chart brings its workbook. A picture has its numbers in a table at the end of the report,
and in the speaker notes of its slide.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.brief.exhibits import Render
from generator.charts.plot import Plot, PlotSeries
from generator.compose.exhibits import EMPTY, choose_render
from generator.compose.material import Material, plan_exhibits
from generator.compose.report import ReportBlock
from generator.compose.slidetext import speak
from generator.text.blocks import Grid, GridColumn, Inlines, Run, Subheading, TextTable, to_plain

_MOST_COLUMNS = 7
"""Series beside each other in one table; more are continued in another."""


def list_pictures(material: Material) -> tuple[str, ...]:
    """Return the charts that the report shows as pictures, in the order of its sections."""
    report = material.brief.report
    shown = (
        name
        for section, names in plan_exhibits(material, report).items()
        if section not in report.leave_out
        for name in names
        if name in material.plots
    )
    return tuple(
        name for name in dict.fromkeys(shown) if choose_render(material, name) is Render.PICTURE
    )


def plan_chart_tables(material: Material, names: tuple[str, ...]) -> Iterator[ReportBlock]:
    """Yield the title of each chart and a table of its numbers."""
    for name in names:
        title = speak(material.parse_inlines(material.brief.charts[name].title))
        plot = material.plots[name]
        unit = (Run(text=f" ({plot.unit})"),) if plot.unit else ()
        yield Subheading(inlines=(*title, *unit), depth=2)
        series = _list_series(plot)
        for start in range(0, len(series), _MOST_COLUMNS):
            yield TextTable(grid=_plan_grid(plot, series[start : start + _MOST_COLUMNS]))


def tell_chart_data(material: Material, name: str) -> tuple[str, ...]:
    """Return the numbers of a chart that is a picture, one paragraph for each category."""
    if choose_render(material, name) is not Render.PICTURE:
        return ()
    plot, words = material.plots[name], material.words
    title = to_plain(material.parse_inlines(material.brief.charts[name].title))
    unit = f"{words.comma}{plot.unit}" if plot.unit else ""
    head = f"{words.chart_data}{words.colon}{title.rstrip('.。')}{unit}"
    series = _list_series(plot)
    return (head, *(_tell_row(plot, series, at, words.comma) for at in range(len(plot.categories))))


def _tell_row(plot: Plot, series: tuple[PlotSeries, ...], at: int, comma: str) -> str:
    """Return a category with its numbers, each after the name of its series if there are many."""
    is_one = len(series) == 1
    cells = (
        (each.labels[at] or EMPTY) if is_one else f"{each.name} {each.labels[at] or EMPTY}"
        for each in series
    )
    return f"{plot.categories[at]}\N{NO-BREAK SPACE}\N{EN DASH} {comma.join(cells)}"


def _list_series(plot: Plot) -> tuple[PlotSeries, ...]:
    """Return the series that hold data, those that only hold others in their place left out."""
    return tuple(plot.series[at] for at in plot.named_series if plot.series[at].labels)


def _plan_grid(plot: Plot, series: tuple[PlotSeries, ...]) -> Grid:
    is_one = len(plot.series) == 1
    heads = [plot.unit[:1].upper() + plot.unit[1:] if is_one else each.name for each in series]
    return Grid(
        columns=(
            GridColumn(head=()),
            *(
                GridColumn(head=(Run(text=head),) if head else (), align="right", is_numeric=True)
                for head in heads
            ),
        ),
        rows=tuple(_plan_row(plot, series, at) for at in range(len(plot.categories))),
    )


def _plan_row(plot: Plot, series: tuple[PlotSeries, ...], at: int) -> tuple[Inlines, ...]:
    name: Inlines = (Run(text=plot.categories[at]),)
    return (name, *((Run(text=each.labels[at] or EMPTY),) for each in series))
