"""Lines over time with events and shaded periods, each named above the plot at its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.brief.exhibits import Chart
from generator.charts.canvas import Canvas
from generator.charts.categories.geometry import find_across
from generator.charts.categories.picture import draw_categories
from generator.charts.categories.rooms import plan_rooms
from generator.charts.drawn.flags import Flag, Wanted, place_flags
from generator.charts.drawn.measures import measure_widest
from generator.charts.drawn.pen import Pen
from generator.charts.drawn.tables import check_render
from generator.charts.drawn.tints import mix
from generator.charts.drawn.words import find_phrases
from generator.charts.frames import GAP_PT, Extent, Frame
from generator.charts.naming import wrap_name
from generator.charts.planning.draft import Request
from generator.charts.planning.lines import LINE
from generator.charts.plot import CategoryForm, DrawnForm, Mark, Plot
from generator.charts.style import ChartStyle, Ink
from generator.charts.values import find_place
from generator.errors import DataError, suggest
from generator.ooxml.metrics import LINE_PITCH

MOST_EVENTS = 8
MOST_PERIODS = 4

_LABEL_SHARE = 0.3  # of the width, for a label on one line
_MOST_LINES = 3
_LEAST_SHARE = 0.2  # of the height, for the lines, however much is written above them
_RULE_PT = 0.75
_DASHES = (0, (3, 2))
_SHADE = 0.09
"""Share of the text's colour in a shaded period: seen, but quieter than any line upon it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """An event or a period.

    Attributes:
        first: Index of the category at which it happened or began.
        last: Index of that at which it ended; None for an event.
    """

    text: str
    first: int
    last: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedLine:
    """Lines that are drawn as any others, and what is written above them.

    Attributes:
        notes: Events and periods, in the order of their beginnings.
    """

    notes: tuple[Note, ...]

    def draw(self, plot: Plot, canvas: Canvas) -> None:
        """Draw the periods and rules, then the lines upon them, then the labels above."""
        lines = replace(plot, form=CategoryForm(mark=Mark.LINE))
        rooms = plan_annotations(self, lines, canvas.style, canvas.extent)
        pen = Pen(canvas)
        for note, flag in zip(self.notes, rooms.flags, strict=True):
            self._draw_note(pen, rooms, note, flag)
        draw_categories(lines, canvas.part(rooms.lines))
        for flag, text in zip(rooms.flags, rooms.texts, strict=True):
            _write_flag(canvas, flag, text)

    def _draw_note(self, pen: Pen, rooms: Annotations, note: Note, flag: Flag) -> None:
        """Shade a period, or draw the rule of an event, from the label down to the axis."""
        style, canvas = pen.canvas.style, pen.canvas
        line = style.text_pt * LINE_PITCH
        top, bottom = (flag.top + flag.lines) * line + 2, rooms.plot.top + rooms.plot.height
        x = rooms.find_place(note.first)
        if note.last is None:
            pen.rule([(x, top), (x, bottom)], canvas.rgb(style.quiet), _RULE_PT, ls=_DASHES)
            return
        end = rooms.find_place(note.last)
        shade = mix(style.ground, style.find_rgb(Ink("tx1")), _SHADE)
        pen.fill(Frame(x, top, end - x, bottom - top), f"#{shade}")


def _write_flag(canvas: Canvas, flag: Flag, lines: tuple[str, ...]) -> None:
    pitch = canvas.style.text_pt * LINE_PITCH
    y = (flag.top + flag.lines / 2) * pitch
    align = "right" if flag.is_left else "left"
    x = flag.right if flag.is_left else flag.left
    canvas.write_lines(x, y, lines, ha=align)


class Annotations(NamedTuple):
    """Where everything stands, in points from the corner of the chart.

    Attributes:
        lines: The part of the chart that the lines are drawn in, with names and axis.
        plot: What the axes enclose.
        places: Where each category stands, from the left of the chart.
        flags: One for each note.
        texts: The wrapped text of each.
    """

    lines: Frame
    plot: Frame
    places: tuple[float, ...]
    flags: tuple[Flag, ...]
    texts: tuple[tuple[str, ...], ...]

    def find_place(self, index: int) -> float:
        """Return where a category stands."""
        return self.places[index]


def plan_annotations(
    drawing: AnnotatedLine, lines: Plot, style: ChartStyle, extent: Extent
) -> Annotations:
    """Return where notes and lines stand in a chart of that size."""
    inner = plan_rooms(lines, style, extent).plot
    places = tuple(
        inner.left + find_across(lines, inner, index) for index in range(len(lines.categories))
    )
    texts = tuple(
        wrap_name(note.text, style, extent.width * _LABEL_SHARE, _MOST_LINES)
        for note in drawing.notes
    )
    wanted = [
        _want(note, text, places, style) for note, text in zip(drawing.notes, texts, strict=True)
    ]
    flags, count = place_flags(wanted, extent.width)
    top = count * style.text_pt * LINE_PITCH + (GAP_PT if count else 0)
    room = Frame(0.0, top, extent.width, max(extent.height - top, extent.height * _LEAST_SHARE))
    shown = plan_rooms(lines, style, Extent(room.width, room.height)).plot
    plot = shown._replace(top=shown.top + top)
    return Annotations(room, plot, places, flags, texts)


def _want(
    note: Note, text: tuple[str, ...], places: tuple[float, ...], style: ChartStyle
) -> Wanted:
    width = measure_widest(style, text)
    first = places[note.first]
    if note.last is None:
        return Wanted(first, width, len(text), True)
    return Wanted((first + places[note.last]) / 2, width, len(text), False)


def plan(request: Request) -> Plot:
    """Return what is drawn of lines with events and periods.

    Raises:
        DataError: There is nothing to annotate, too much, or an event at no category.
    """
    chart = request.chart
    check_render(chart)
    _check_counts(chart)
    plot = LINE.plan(request)
    notes = plan_notes(chart, plot)
    alt = chart.alt or plot.alt + _tell_notes(notes, plot)
    drawing = AnnotatedLine(notes=notes)
    return replace(plot, form=DrawnForm(drawing=drawing, height=0.52), alt=alt)


def plan_notes(chart: Chart, plot: Plot) -> tuple[Note, ...]:
    """Return events and periods at the categories that they name, in their order.

    Raises:
        DataError: There is no such category, or a period ends before it begins.
    """
    notes = [Note(text=each.label, first=_find(chart, plot, each.at)) for each in chart.events]
    for period in chart.periods:
        first, last = _find(chart, plot, period.start), _find(chart, plot, period.end)
        if last <= first:
            raise DataError(
                f"the period '{period.label}' ends where it begins, or before",
                place=find_place(chart),
                hint="for a single moment, write an event",
            )
        notes.append(Note(text=period.label, first=first, last=last))
    return tuple(sorted(notes, key=lambda note: note.first))


def _find(chart: Chart, plot: Plot, label: str) -> int:
    wanted = " ".join(label.split())
    if wanted in plot.categories:
        return plot.categories.index(wanted)
    raise DataError(
        f"the chart has no category '{wanted}' for an event or a period",
        place=find_place(chart),
        hint=suggest(wanted, plot.categories) or f"one of: {', '.join(plot.categories[:8])}",
    )


def _tell_notes(notes: tuple[Note, ...], plot: Plot) -> str:
    """Return a sentence with all events and periods."""
    if not notes:
        return ""
    phrases = find_phrases(plot.language)
    return phrases.space + phrases.noted.format(
        notes=phrases.comma.join(_tell_note(note, plot) for note in notes)
    )


def _tell_note(note: Note, plot: Plot) -> str:
    phrases = find_phrases(plot.language)
    first = plot.categories[note.first]
    if note.last is None:
        return phrases.event.format(name=note.text, first=first)
    return phrases.period.format(name=note.text, first=first, last=plot.categories[note.last])


def _check_counts(chart: Chart) -> None:
    if not chart.events and not chart.periods:
        raise DataError(
            "there is nothing to annotate: the chart has no 'events' and no 'periods'",
            place=find_place(chart),
            hint="add some, or use 'kind: line'",
        )
    for name, found, most in (
        ("events", len(chart.events), MOST_EVENTS),
        ("periods", len(chart.periods), MOST_PERIODS),
    ):
        if found > most:
            raise DataError(
                f"{found} {name} are more than a chart can show",
                place=find_place(chart),
                hint=f"keep the {most} that explain the line, and list the rest in the text",
            )
