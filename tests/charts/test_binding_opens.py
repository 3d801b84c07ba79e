"""Bound charts of every kind before the judges: the Open XML SDK, and LibreOffice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION

from generator.charts import Plot
from generator.charts.binding import Wanted, bind_marked
from generator.ooxml.opening import open_package
from tests.charts.drawings import MARK, write_deck
from tests.charts.samples import make_plot
from tests.charts.test_binding_kinds import PLACES
from tests.charts.test_bounds import plan
from tests.office import find_errors, render_pdf

Kind = XL_CHART_TYPE
KINDS: dict[Kind, Plot] = {
    Kind.AREA_STACKED: make_plot("area"),
    Kind.BAR_CLUSTERED: plan("bar"),
    Kind.BAR_STACKED_100: make_plot("share-bar"),
    Kind.COLUMN_CLUSTERED: plan("column", "ja"),
    Kind.COLUMN_STACKED: make_plot("waterfall"),
    Kind.LINE_MARKERS: plan("line"),
    Kind.LINE: make_plot("slope"),
    Kind.RADAR_FILLED: make_plot("line"),
    Kind.PIE: plan("doughnut"),
    Kind.PIE_EXPLODED: plan("doughnut", "uk"),
    Kind.DOUGHNUT: plan("doughnut"),
    Kind.XY_SCATTER_LINES: make_plot("line"),
    Kind.XY_SCATTER: make_plot("grouped-column"),
    Kind.BUBBLE: make_plot("grouped-column", PLACES),
}


def write_bound(folder: Path) -> Path:
    """Write a deck with a bound chart of each kind, values shown."""
    path = folder / "bound.pptx"
    deck: Any = write_deck(path, *KINDS, series=1)
    for slide, kind in zip(deck.slides, KINDS, strict=True):
        if not kind.name.startswith("XY"):  # python-pptx has no labels for these
            plot = slide.shapes[0].chart.plots[0]
            plot.has_data_labels = True
            plot.data_labels.show_value = True
            if kind is Kind.BAR_CLUSTERED:
                plot.data_labels.position = XL_LABEL_POSITION.INSIDE_END
    deck.save(path)
    package = open_package(path)
    plots = KINDS.values()
    wanted = {MARK.format(at): Wanted(plot=plot, title="T") for at, plot in enumerate(plots)}
    bound = bind_marked(package, wanted)
    assert bound.problems == ()
    path.write_bytes(package.to_bytes())
    return path


def test_every_kind_is_bound(tmp_path: Path) -> None:
    """Each takes the data of a plot that it can hold, and no mark is left."""
    package = open_package(write_bound(tmp_path))

    edge = MARK[0].encode()
    assert all(edge not in package.parts[name] for name in package.names)


@pytest.mark.slow
@pytest.mark.parametrize("version", ["Office2013", "Microsoft365"])
def test_microsofts_validator_finds_no_error(tmp_path: Path, version: str) -> None:
    """PowerPoint opens the deck without repairing it."""
    assert find_errors(write_bound(tmp_path), version) == []


@pytest.mark.slow
def test_libreoffice_opens_every_kind(tmp_path: Path) -> None:
    """Not everyone has Office."""
    assert render_pdf(write_bound(tmp_path), tmp_path).stat().st_size > 0
