"""Native charts that a mark names: found in all parts of a package, and bound.

A mark is a text that nothing else holds. It stands where a tag stood: as the alternative text of a
drawing, or as the title of the chart in it. A shape or a picture of a slide that is marked without
a chart in it takes the mark as its text, as if the tag had been written there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.charts.binding.chart import bind_chart
from generator.charts.binding.drawn import DRAW_OLDER, NEWER_KIND
from generator.charts.binding.marking import (
    Spot,
    find_spots,
    put_mark,
    unmark,
)
from generator.charts.binding.names import CHART_SPACE, R
from generator.charts.binding.titles import find_title, read_title, write_title
from generator.charts.plot import Plot
from generator.errors import TemplateError
from generator.findings import Finding
from generator.ooxml.opc import Element, Package
from generator.ooxml.tags.charts import copy_part
from generator.places import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a mark asks for.

    Attributes:
        plot: The chart of the brief.
        title: Title of the exhibit in words, for a chart whose own title was a tag.
    """

    plot: Plot
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """What was done.

    Attributes:
        marks: Those that are gone from the package: their charts are bound, or are in `problems`.
        places: Mark → where its shape is, for those that became the text of one.
        problems: One for each mark whose chart cannot be bound, with its place.
        findings: What a reader should know.
    """

    marks: frozenset[str] = frozenset()
    places: Mapping[str, str] = field(default_factory=dict[str, str])
    problems: tuple[TemplateError, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True, kw_only=True)
class _Work:
    package: Package
    wanted: Mapping[str, Wanted]
    marks: set[str] = field(default_factory=set[str])
    places: dict[str, str] = field(default_factory=dict[str, str])
    problems: list[TemplateError] = field(default_factory=list[TemplateError])
    findings: list[Finding] = field(default_factory=list[Finding])
    used: set[str] = field(default_factory=set[str])


def bind_marked(package: Package, wanted: Mapping[str, Wanted]) -> Bound:
    """Bind each native chart that a mark names, in all parts of a rendered package.

    A mark is the whole value of `descr` or `title` of a drawing (``CT_NonVisualDrawingProps``), or
    the whole title of a chart. Alternative texts become the plot's; a chart's title the exhibit's.
    A chart part that several drawings share is copied first. Marks elsewhere, such as those that
    builders fill, are left alone; so is a mark that became the text of a shape (see the module).

    Args:
        package: Changed in place.
        wanted: Mark → what it asks for; every mark of a chart, whether or not it is for a drawing.
    """
    work = _Work(package=package, wanted=wanted)
    if wanted:
        for spot in find_spots(package, wanted):
            _settle(spot, work)
    return Bound(
        marks=frozenset(work.marks),
        places=work.places,
        problems=tuple(work.problems),
        findings=tuple(work.findings),
    )


def _settle(spot: Spot, work: _Work) -> None:
    """Bind the chart of one drawing, or note why not."""
    title = _read_marked_title(spot, work)
    marks = [*spot.marks, *([title] if title else [])]
    if not spot.chart and put_mark(spot, work.package):
        work.places[spot.marks[0]] = spot.place
        return
    work.marks.update(marks)
    try:
        _bind(spot, marks, work, has_title=bool(title))
    except TemplateError as error:
        work.problems.append(_locate(error, spot, work))
        unmark(spot, "", work.package)
        if title:
            _write_title(work.package, spot.chart, "")


def _bind(spot: Spot, marks: list[str], work: _Work, *, has_title: bool) -> None:
    """Bind the chart of one drawing.

    Raises:
        TemplateError: There is none, or it cannot show what is wanted.
    """
    asked = dict.fromkeys(work.wanted[mark].plot.id for mark in marks)
    if len(asked) > 1:
        names = "' and '".join(asked)
        raise TemplateError(
            f"one chart cannot show '{names}'", hint="let its title and alt text name one chart"
        )
    if not spot.chart or spot.frame is None:
        raise _refuse(spot)
    part = _own_part(spot, spot.frame, work)
    wish = work.wanted[marks[0]]
    where = _name_place(spot, work)
    work.findings.extend(bind_chart(work.package, part, wish.plot, title=wish.title, where=where))
    if has_title:
        _write_title(work.package, part, wish.title)
    unmark(spot, wish.plot.alt, work.package)


def _read_marked_title(spot: Spot, work: _Work) -> str:
    """Return the mark that is the title of the drawing's chart; empty if there is none."""
    if not spot.chart:
        return ""
    root = work.package.read_xml(spot.chart)
    said = read_title(root) if root.tag == CHART_SPACE else ""
    return said if said in work.wanted else ""


def _own_part(spot: Spot, frame: Element, work: _Work) -> str:
    """Return the chart part of a drawing; a copy if another drawing shows it as well."""
    links: Sequence[str] = [
        source
        for source, each in work.package.links.items()
        for link in each
        if link.target == spot.chart and not link.is_external
    ]
    frames = work.package.read_xml(spot.part).iter("{*}chart")
    shown = sum(1 for each in frames if each.get(f"{R}id") == frame.get(f"{R}id"))
    if len(links) > 1 or shown > 1 or spot.chart in work.used:
        part = copy_part(work.package, spot.chart)
        frame.set(f"{R}id", work.package.relate(spot.part, "chart", part))
        work.package.write_xml(spot.part, work.package.read_xml(spot.part))
    else:
        part = spot.chart
    work.used.add(part)
    return part


def _write_title(package: Package, part: str, words: str) -> None:
    root = package.read_xml(part)
    title = find_title(root)
    if title is not None:
        write_title(title, words)
        package.write_xml(part, root)


def _refuse(spot: Spot) -> TemplateError:
    if spot.is_newer:
        return TemplateError(
            f"{NEWER_KIND} cannot be bound",
            hint=DRAW_OLDER,
        )
    if spot.charts > 1:
        return TemplateError(
            f"{spot.charts} charts are drawn in one group",
            hint="write the tag into the alt text of each chart, not of the group",
        )
    return TemplateError(
        "no native chart is drawn there that could be bound",
        hint="write the tag into the alt text of a chart, or as text where the chart is to stand",
    )


def _name_place(spot: Spot, work: _Work) -> str:
    return f"{work.package.path.name}: {spot.place}" if spot.place else work.package.path.name


def _locate(error: TemplateError, spot: Spot, work: _Work) -> TemplateError:
    return TemplateError(
        f"{spot.place}: {error.message}" if spot.place else error.message,
        place=Place(file=str(work.package.path)),
        hint=error.hint,
    )
