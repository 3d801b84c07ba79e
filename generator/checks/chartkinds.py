"""Rules over the kinds of charts: does each show its data so that they can be read rightly?"""

from __future__ import annotations

from collections.abc import Iterator

from generator.charts.plot import CategoryForm, Mark, Plot, RingForm
from generator.compose.material import Material
from generator.findings import Finding, Severity

_MOST_SLICES = 3
_MOST_PARTS = 4
_MOST_LINES = 4


def check_chart_kinds(material: Material) -> Iterator[Finding]:
    """Find charts that another kind would tell better (rule `chart-crowded`)."""
    for id_, plot in material.plots.items():
        for message, fix in _judge(plot, material.brief.charts[id_].highlight is not None):
            yield Finding(
                rule="chart-crowded",
                severity=Severity.WARNING,
                message=f"'{id_}' {message}",
                place=material.find_place("charts", id_),
                fix=fix,
            )


def _judge(plot: Plot, has_focus: bool) -> Iterator[tuple[str, str]]:
    """Yield what is hard to read in a chart, and the better kind."""
    form = plot.form
    if isinstance(form, RingForm) and len(plot.categories) > _MOST_SLICES:
        yield (
            f"is a doughnut of {len(plot.categories)} slices, whose sizes cannot be compared",
            "use 'kind: bar', or join slices until there are three",
        )
    if not isinstance(form, CategoryForm):
        return
    count = len(plot.named_series)
    if form.mark is Mark.LINE and count > _MOST_LINES and not has_focus:
        yield (
            f"has {count} lines that cross",
            "'highlight' one of them, or say 'small_multiples: true'",
        )
    if form.mark is Mark.BAR and not form.is_together and count > _MOST_PARTS:
        yield (
            f"has {count} bars for each name",
            "use 'kind: heat-map', or say 'small_multiples: true'",
        )
