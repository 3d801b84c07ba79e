"""What is said about a chart in words: its alternative text, and remarks for its note. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.charts.alt import Described, describe_chart, list_pairs
from generator.charts.planning.draft import Draft
from generator.charts.plot import CategoryForm, Mark, PlotSeries, RingForm, Texture

_MOST_GAPS = 6
"""Of more gaps the first are named, and the rest left to the eye."""


def describe_draft(draft: Draft) -> str:
    """Return the alternative text of a chart, made from its data."""
    grid = draft.grid
    rows = zip(draft.names, grid.values, grid.labels, strict=True)
    described = Described(
        kind=draft.chart.kind,
        categories=grid.categories,
        series=[
            PlotSeries(name=name, values=values, labels=labels, colour="")
            for name, values, labels in rows
        ],
        unit=draft.unit,
        language=draft.language,
        is_course=isinstance(draft.form, CategoryForm) and draft.form.mark is not Mark.BAR,
    )
    return describe_chart(described)


def describe_list(draft: Draft, pairs: Sequence[tuple[str, str]]) -> str:
    """Return an alternative text that says names with what belongs to them, one by one."""
    return list_pairs(draft.chart.kind, draft.unit, pairs, draft.language)


def list_remarks(draft: Draft, series: Sequence[PlotSeries]) -> Iterator[str]:
    """Yield what a reader must be told: where data are missing, what hatching means."""
    gaps = list(_list_gaps(draft))
    if gaps and not isinstance(draft.form, RingForm):
        more = ["…"] if len(gaps) > _MOST_GAPS else []
        yield draft.words.no_data.format(draft.words.comma.join([*gaps[:_MOST_GAPS], *more]))
    # Series that are hatched as a whole are told by their names.
    textures = {texture for each in series for texture in each.point_textures.values()}
    if Texture.HATCHED in textures:
        yield draft.words.hatched
    if Texture.OUTLINED in textures:
        yield draft.words.outlined


def _list_gaps(draft: Draft) -> Iterator[str]:
    grid = draft.grid
    for at, category in enumerate(grid.categories):
        rows = zip(draft.names, grid.values, strict=True)
        missing = [name for name, row in rows if row[at] is None]
        if len(missing) == len(draft.names):
            yield category
        elif missing:
            names = draft.words.comma.join(missing)
            yield draft.words.of_series.format(category, names)
