"""Slides that show an exhibit: one or two charts, or a table, with takeaways. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from generator.charts import Plot
from generator.compose.storyboard import ChartPanel, ChartSlide, Frame, Point, PointsSlide
from generator.inventory.deck import LayoutRole
from generator.slides.drafts import Draft, drafts, join, no_room
from generator.slides.fit import measure_height
from generator.slides.frames import plan_canvas
from generator.slides.grid import GAP, below, beside, columns, inset
from generator.slides.page import (
    ACCENT,
    MUTED,
    SHEET,
    ChartItem,
    Item,
    Look,
    Para,
    ShapeItem,
    TextItem,
)
from generator.slides.palette import Palette
from generator.slides.points import plan_bullets, plan_points
from generator.slides.setting import SMALL_PT, SUBHEAD_PT, Setting
from generator.slides.text import to_text, to_words
from generator.text.blocks import Inlines
from generator.units import Box, Emu, pt, to_pt

TAKEAWAYS_SHARE = 0.3
_PADDING = pt(16)
_EDGE = pt(1.5)
_PAPER_EDGE = pt(8)
_SPACE_PT = 12.0
HEADING_GAP = pt(8)
LEAST_CHART = pt(130)
"""Least height at which a chart can be read."""

_MOST_PANELS = 2
_AXIS_ROWS = 1.5  # of text, for the numbers below bars that lie


def plan_charts(slide: ChartSlide, setting: Setting) -> tuple[Draft, ...]:
    """Plan one chart or two side by side, with takeaways at the right.

    Takeaways too long for their panel follow on a slide of their own.

    Raises:
        DataError: What stands above and below the chart leaves no room for it.
    """
    pairs = [
        slide.panels[start : start + _MOST_PANELS]
        for start in range(0, len(slide.panels), _MOST_PANELS)
    ]
    notes: list[Inlines] = []
    for panel in slide.panels:
        if panel.note and panel.note not in notes:
            notes.append(panel.note)
    canvas = plan_canvas(slide.frame, LayoutRole.TITLE_ONLY, setting, notes)
    aside = plan_takeaways(slide.takeaways, canvas.area, setting)
    area, extra = aside or (canvas.area, [])
    sheets = [[*_plan_panels(slide.frame.id, pair, area, setting), *extra] for pair in pairs]
    pages = drafts(canvas, sheets)
    return pages if aside else join(pages, plan_apart(slide.frame, slide.takeaways, setting))


def plan_takeaways(
    points: Sequence[Point], area: Box, setting: Setting
) -> tuple[Box, list[Item]] | None:
    """Return the area that the takeaways leave, and the panel that they stand in.

    None if they do not fit in the panel.
    """
    if not points:
        return area, []
    left, panel = beside(area, TAKEAWAYS_SHARE, gap=round(1.5 * GAP))
    width = panel.width - _EDGE - _PADDING
    paras = plan_bullets(points, setting.sizes.body, _SPACE_PT)
    if len(points) == 1:
        paras = (Para(words=paras[0].words, look=paras[0].look),)
    if measure_height(paras, width, setting.faces) > panel.height:
        return None
    return left, [
        ShapeItem(
            name="Takeaways: edge",
            box=Box(panel.left, panel.top, _EDGE, panel.height),
            fill=ACCENT,
        ),
        TextItem(
            name="Takeaways",
            box=Box(Emu(panel.right - width), panel.top, Emu(width), panel.height),
            paras=paras,
        ),
    ]


def plan_apart(frame: Frame, points: tuple[Point, ...], setting: Setting) -> tuple[Draft, ...]:
    """Plan takeaways that do not fit beside their exhibit, as slides of points.

    Raises:
        DataError: One point is longer than a slide.
    """
    return plan_points(PointsSlide(frame=frame, points=points), setting)


def plan_heading(heading: Inlines, subtitle: Inlines) -> tuple[Para, ...]:
    """Return what stands above an exhibit: its title, and what is measured in which unit."""
    title = Para(words=to_words(heading), look=Look(size_pt=SUBHEAD_PT, is_bold=True))
    detail = Para(
        words=to_words(subtitle), look=Look(size_pt=SMALL_PT, colour=MUTED), before_pt=2.0
    )
    return tuple(para for para in (title, detail) if para.words)


def _plan_panels(
    slide_id: str, panels: Sequence[ChartPanel], area: Box, setting: Setting
) -> list[Item]:
    """Plan the charts of one page: headings start at one height, and so do the plots."""
    boxes = columns(area, len(panels), round(1.5 * GAP))
    headings = [plan_heading(panel.heading, panel.subtitle) for panel in panels]
    height = max(
        measure_height(paras, boxes[0].width, setting.faces) if paras else 0 for paras in headings
    )
    items: list[Item] = []
    for panel, paras, box in zip(panels, headings, boxes, strict=True):
        above, chart = below(box, height, HEADING_GAP if height else 0)
        if chart.height < LEAST_CHART:
            raise no_room(slide_id, "a chart", "shorten its subtitle, note or source line")
        if paras:
            items.append(TextItem(name=f"Heading: {panel.plot.id}", box=above, paras=paras))
        items += _plan_paper(slide_id, panel, chart, setting)
    return items


def _plan_paper(slide_id: str, panel: ChartPanel, box: Box, setting: Setting) -> tuple[Item, ...]:
    """Return a chart, on a sheet of its own where the ground would swallow its colours."""
    plot = panel.plot
    sheet, inner = plan_paper(plot, box, setting.palette(LayoutRole.TITLE_ONLY))
    size_pt = choose_chart_size(plot, inner, setting)
    if size_pt is None:
        raise no_room(
            slide_id,
            f"a chart of {len(plot.categories)} bars",
            f"show fewer, or leave it to the report: 'deck: {{leave_out: [{plot.id}]}}'",
        )
    return *sheet, plan_chart(panel, inner, size_pt)


def plan_paper(plot: Plot, box: Box, palette: Palette) -> tuple[tuple[ShapeItem, ...], Box]:
    """Return the sheet that a chart needs behind it, if it does, and the box that it stands in."""
    if not palette.needs_paper:
        return (), box
    sheet = ShapeItem(name=f"Chart: {plot.id}: paper", box=box, fill=SHEET)
    return (sheet,), inset(box, _PAPER_EDGE, _PAPER_EDGE)


def plan_chart(panel: ChartPanel, box: Box, size_pt: float) -> ChartItem:
    """Return a chart that fills `box`, its text of `size_pt` points."""
    plot = panel.plot
    return ChartItem(
        name=f"Chart: {plot.id}",
        box=box,
        panel=panel,
        alt=plot.alt or to_text(to_words(panel.heading)) or plot.id,
        text_pt=size_pt,
    )


def choose_chart_size(plot: Plot, box: Box, setting: Setting) -> float | None:
    """Return the largest size at which the names of bars that lie keep clear of each other.

    None if there is no such size.
    """
    if not plot.is_lying:
        return setting.chart_scale[0]
    is_axis_shown = plot.axis is not None and plot.axis.is_shown
    rows = len(plot.categories) + (_AXIS_ROWS if is_axis_shown else 0)
    pitch_pt = to_pt(box.height) / rows
    return next((size for size in setting.chart_scale if size <= pitch_pt), None)


def plan_exhibit_head(
    slide_id: str, texts: tuple[Inlines, Inlines], area: Box, setting: Setting
) -> tuple[Box, list[Item]]:
    """Return the area that the heading of an exhibit leaves, and the heading's text."""
    paras = plan_heading(*texts)
    if not paras:
        return area, []
    height = measure_height(paras, area.width, setting.faces)
    above, rest = below(area, height, HEADING_GAP)
    if rest.height <= 0:
        raise no_room(slide_id, "the heading of the exhibit", "shorten it")
    return Box(rest.left, rest.top, rest.width, Emu(rest.height)), [
        TextItem(name="Heading", box=above, paras=paras)
    ]
