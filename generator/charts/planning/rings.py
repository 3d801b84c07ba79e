"""Rings of two or three slices: the parts of one whole."""

from __future__ import annotations

from generator.brief.exhibits import Chart
from generator.charts.planning.checks import check_one_series
from generator.charts.planning.kind import Kind, always, name_directly
from generator.charts.plot import RingForm
from generator.charts.values import Numbers, find_place, list_values
from generator.errors import DataError

MOST_SLICES = 5


def _check_slices(chart: Chart, numbers: Numbers) -> None:
    values = list_values(numbers.cells)
    hint = "use 'kind: bar', which reads well with many or negative numbers"
    if min(values) < 0:
        raise DataError(
            "a doughnut cannot show negative numbers", place=find_place(chart), hint=hint
        )
    if len(values) > MOST_SLICES:
        raise DataError(
            f"a doughnut of {len(values)} slices cannot be read; two or three are best",
            place=find_place(chart),
            hint=f"join small slices until there are at most {MOST_SLICES}, or use 'kind: bar'",
        )
    if max(values) == 0:
        raise DataError(
            "all slices of the doughnut are zero", place=find_place(chart), hint="leave it out"
        )


DOUGHNUT = Kind(
    form=RingForm(),
    checks=(check_one_series, _check_slices),
    is_sorted=True,
    has_labels=always,
    plan_legend=name_directly,
)
