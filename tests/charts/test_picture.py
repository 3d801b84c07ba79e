"""Charts as pictures: the twin of the native chart, drawn by matplotlib."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from generator.brief.exhibits import ChartKind
from generator.charts import ChartStyle, draw_picture
from generator.units import Size, inches
from tests.charts.samples import make_plot

SIZE = Size(inches(6), inches(3))
KINDS = pytest.mark.parametrize("kind", list(ChartKind))


@KINDS
def test_a_picture_has_the_size_and_sharpness_asked_for(kind: ChartKind) -> None:
    """9 pt in the chart must be 9 pt on the page."""
    picture = draw_picture(make_plot(kind), ChartStyle(), SIZE, dpi=100)
    image = Image.open(io.BytesIO(picture.png))

    assert image.size == (600, 300)


@KINDS
def test_the_colours_are_those_of_the_theme(kind: ChartKind) -> None:
    """The first accent is seen in every kind."""
    style = ChartStyle(colours={**ChartStyle().colours, "accent1": "C01077"})
    image = Image.open(io.BytesIO(draw_picture(make_plot(kind), style, SIZE).png)).convert("RGB")
    counted = image.getcolors(1 << 24)

    assert counted is not None
    assert (0xC0, 0x10, 0x77) in {colour for _, colour in counted}


def test_the_same_plot_gives_the_same_bytes() -> None:
    """No date, no version, no random id."""
    one = draw_picture(make_plot("line"), ChartStyle(), SIZE)
    two = draw_picture(make_plot("line"), ChartStyle(), SIZE)

    assert (one.png, one.svg) == (two.png, two.svg)


def test_the_vector_picture_has_no_document_type() -> None:
    """Office refuses parts that declare one."""
    picture = draw_picture(make_plot("bar"), ChartStyle(), SIZE)

    assert b"<svg" in picture.svg[:2000]
    assert b"<!DOCTYPE" not in picture.svg
