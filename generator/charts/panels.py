"""Where the small charts of a plot stand side by side. Pure."""

from __future__ import annotations

from typing import NamedTuple

from generator.charts.plot import PanelForm, Plot
from generator.units import Emu, Size

_GAP_SHARE = 0.03  # of the width, between neighbours


class PanelPlace(NamedTuple):
    """One chart to draw, and its place from the top left corner of the whole, in EMU."""

    plot: Plot
    left: Emu
    top: Emu
    size: Size


def place_panels(plot: Plot, size: Size) -> tuple[PanelPlace, ...]:
    """Return the charts that `plot` is made of; itself alone, if it is one.

    Args:
        plot: What is drawn.
        size: Of the whole, in EMU.
    """
    form = plot.form
    if not isinstance(form, PanelForm):
        return (PanelPlace(plot, Emu(0), Emu(0), size),)
    rows = -(-len(form.panels) // form.columns)
    gap = int(size.width * _GAP_SHARE)
    width = (size.width - gap * (form.columns - 1)) // form.columns
    height = (size.height - gap * (rows - 1)) // rows
    return tuple(
        PanelPlace(
            panel,
            Emu((width + gap) * (at % form.columns)),
            Emu((height + gap) * (at // form.columns)),
            Size(Emu(width), Emu(height)),
        )
        for at, panel in enumerate(form.panels)
    )
