"""How often values occur: columns without gaps, over classes of equal width."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal
from itertools import pairwise

from generator.charts.planning.bars import fit_above_columns
from generator.charts.planning.checks import check_one_series
from generator.charts.planning.draft import Request
from generator.charts.planning.kind import Kind, resolve_rows
from generator.charts.plot import CategoryForm
from generator.charts.ticks import find_step
from generator.charts.values import Cell, Numbers, find_place, list_values
from generator.charts.words import find_words
from generator.errors import DataError
from generator.facts import write_number
from generator.facts.rounding import count_decimals, strip_zeros

_MOST_CLASSES = 100


def _resolve_classes(request: Request) -> Numbers:
    """Return the counts of classes: as the rows give them, or counted from the rows' values.

    A class holds its lower edge.

    Raises:
        DataError: There would be too many classes.
    """
    chart, numbers = request.chart, resolve_rows(request)
    values = list_values(numbers.cells)
    if chart.bins is None or len(numbers.cells) > 1 or not values:
        return numbers
    width = (max(values) - min(values)) / chart.bins
    step = find_step(width) if width else Decimal(1)
    places = [int((value / step).to_integral_value(ROUND_FLOOR)) for value in values]
    first, count = min(places), max(places) - min(places) + 1
    if count > _MOST_CLASSES:
        raise DataError(
            f"the values would fall into {count} classes",
            place=find_place(chart),
            hint="name fewer 'bins'",
        )
    counts = [0] * count
    for place in places:
        counts[place - first] += 1
    edges = [strip_zeros(step * (first + at)) for at in range(count + 1)]
    digits = max(0, count_decimals(strip_zeros(step)))
    words = [write_number(edge, request.language, digits) for edge in edges]
    return Numbers(
        categories=tuple(f"{low}–{high}" for low, high in pairwise(words)),
        names=(find_words(request.language).counted,),
        cells=(tuple(Cell(value=Decimal(each)) for each in counts),),
    )


HISTOGRAM = Kind(
    form=CategoryForm(gap=0.0),
    checks=(check_one_series,),
    resolve=_resolve_classes,
    unit="",
    has_labels=fit_above_columns,
)
