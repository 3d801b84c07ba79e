"""What parts of one whole must be: none below zero, some above it. Pure."""

from __future__ import annotations

from generator.brief.exhibits import Chart
from generator.charts.values import Numbers, find_place, list_values
from generator.errors import DataError


def check_parts(chart: Chart, numbers: Numbers) -> None:
    """Check that the numbers are parts of one whole.

    Raises:
        DataError: There are several series, a single part, a negative one, or none above zero.
    """
    name = str(chart.kind).replace("-", " ")
    if len(numbers.cells) > 1:
        raise DataError(
            f"a {name} shows one series, not {len(numbers.cells)}",
            place=find_place(chart),
            hint="give each row one 'value', or use 'kind: stacked-bar'",
        )
    values = list_values(numbers.cells)
    if min(values) < 0:
        raise DataError(
            f"a {name} cannot show negative numbers",
            place=find_place(chart),
            hint="use 'kind: bar', which can",
        )
    if max(values) == 0:
        raise DataError(
            f"all parts of the {name} are zero", place=find_place(chart), hint="leave it out"
        )


def check_several(chart: Chart, numbers: Numbers) -> None:
    """Check that there is more than one part.

    Raises:
        DataError: There is one.
    """
    if len(list_values(numbers.cells)) == 1:
        raise DataError(
            f"a {str(chart.kind).replace('-', ' ')} of one part shows nothing",
            place=find_place(chart),
            hint="write the number in the text, or add the other parts",
        )
