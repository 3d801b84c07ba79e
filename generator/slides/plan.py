"""Storyboard to pages: text sizes for the whole deck, then every slide planned. Pure.

No file and no python-pptx here: what this returns can be tested as data.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias, assert_never

from generator.compose.storyboard import (
    ChartSlide,
    ContactSlide,
    CoverSlide,
    KeyFiguresSlide,
    PointsSlide,
    QuoteSlide,
    RecommendationsSlide,
    SectionSlide,
    Slide,
    SourcesSlide,
    Storyboard,
    TableSlide,
    TimelineSlide,
)
from generator.errors import DataError, RoomError
from generator.inventory.deck import DeckTemplate
from generator.slides.actions import plan_recommendations
from generator.slides.cards import plan_key_figures
from generator.slides.covers import plan_contact, plan_cover, plan_quote, plan_section
from generator.slides.drafts import Draft
from generator.slides.frames import plan_page
from generator.slides.page import Page
from generator.slides.panels import plan_charts
from generator.slides.points import plan_points
from generator.slides.scale import Scaler, find_factor, list_zooms, scale_template
from generator.slides.setting import (
    CHART_SCALE,
    Setting,
    Sizes,
    TextRole,
    cut_scale,
    plan_scales,
)
from generator.slides.sources import plan_sources
from generator.slides.tables import plan_table
from generator.slides.text import find_footnotes
from generator.slides.timeline import plan_timeline
from generator.slides.titles import choose_titles

Planned: TypeAlias = Page | tuple[Draft, ...]
"""A slide that its layout designs, or the parts of a content slide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckPlan:
    """A deck as planned.

    Attributes:
        pages: Those of each slide of the storyboard.
        setting: The sizes of text chosen for all of them, on slides of usual size.
        scaler: Brings what is planned there to the template's own size.
    """

    pages: tuple[tuple[Page, ...], ...]
    setting: Setting
    scaler: Scaler


def plan_deck(
    storyboard: Storyboard, template: DeckTemplate, minimum: Mapping[str, float] | None = None
) -> tuple[Page, ...]:
    """Return the pages of the whole deck, as `plan_slides` plans them, in order."""
    planned = plan_slides(storyboard, template, minimum)
    return tuple(page for pages in planned.pages for page in pages)


def plan_slides(
    storyboard: Storyboard, template: DeckTemplate, minimum: Mapping[str, float] | None = None
) -> DeckPlan:
    """Return the plan of a whole deck, sizes chosen, long slides parted.

    Each role of text has one size over the whole deck: the largest of its scale that every slide
    accepts. A slide accepts a size at which it takes no more pages than it must.

    Where something does not fit because the template leaves less room than usual, all is planned
    anew, smaller by steps, down to what makes up for the room.

    Args:
        storyboard: What the slides say.
        template: What the template offers.
        minimum: Least sizes in points of `body`, `table`, `source` and `chart` on a slide of usual
            size; None = ours.

    Raises:
        DataError: Something is too long for a slide at every size; names slide and remedy.
    """
    factor = find_factor(template.size)
    *zooms, last = list_zooms(template, factor)
    for zoom in zooms:
        with contextlib.suppress(RoomError):
            return _plan_scaled(storyboard, template, minimum, factor * zoom)
    return _plan_scaled(storyboard, template, minimum, factor * last)


def _plan_scaled(
    storyboard: Storyboard,
    template: DeckTemplate,
    minimum: Mapping[str, float] | None,
    factor: float,
) -> DeckPlan:
    """Return the plan of the deck on slides `factor` times smaller than they are."""
    scaler = Scaler(factor=factor, template=template)
    setting, parts = _plan_pages(storyboard, scale_template(template, 1 / factor), minimum)
    pages = tuple(tuple(map(scaler.scale_page, part)) for part in parts)
    return DeckPlan(pages=pages, setting=setting, scaler=scaler)


def _plan_pages(
    storyboard: Storyboard, template: DeckTemplate, minimum: Mapping[str, float] | None
) -> tuple[Setting, tuple[tuple[Page, ...], ...]]:
    """Return the pages of each slide on slides of usual size, and the sizes chosen."""
    scales = plan_scales(minimum or {})
    covers = (slide.date for slide in storyboard.slides if isinstance(slide, CoverSlide))
    setting = Setting(
        template=template,
        properties=storyboard.properties,
        words=storyboard.words,
        date=storyboard.date or next(covers, ""),
        sizes=Sizes(**{role.value: scale[-1] for role, scale in scales.items()}),
        scales=scales,
        least_source_pt=(minimum or {}).get("source", 0.0),
        chart_scale=cut_scale(CHART_SCALE, (minimum or {}).get("chart", 0.0)),
    )
    trials = _Trials(slides=storyboard.slides)
    # Tables come last, so that long ones, which cost the most, need not be planned once more.
    for role in (TextRole.NUMBER, TextRole.BODY, TextRole.LEAD, TextRole.TABLE):
        setting = _choose_size(trials, role, setting)
    planned = [trials.plan(index, setting) for index in range(len(storyboard.slides))]
    drafts = [draft for part in planned if isinstance(part, tuple) for draft in part]
    setting = choose_titles(drafts, setting)
    return setting, tuple(
        _finish(slide, part, setting)
        for slide, part in zip(storyboard.slides, planned, strict=True)
    )


@dataclass(slots=True, kw_only=True)
class _Trials:
    """The slides of one deck, and how they were planned at the sizes tried so far."""

    slides: Sequence[Slide]
    planned: dict[tuple[int, Sizes], Planned] = field(init=False, default_factory=dict)

    def plan(self, index: int, setting: Setting) -> Planned:
        """Plan the slide at `index`, once for the same sizes.

        Raises:
            DataError: Something is too long for it.
        """
        key = (index, setting.sizes)
        if key not in self.planned:
            self.planned[key] = plan_slide(self.slides[index], setting)
        return self.planned[key]

    def count_pages(self, index: int, setting: Setting) -> int:
        """Return how many pages the slide at `index` takes; 0 if it cannot be placed."""
        try:
            planned = self.plan(index, setting)
        except DataError:
            return 0
        return len(planned) if isinstance(planned, tuple) else 1


def _finish(slide: Slide, planned: Planned, setting: Setting) -> tuple[Page, ...]:
    """Return the pages of one slide, footnotes of its texts added to the speaker notes."""
    if isinstance(planned, Page):
        pages: tuple[Page, ...] = (planned,)
    else:
        pages = tuple(plan_page(draft, setting) for draft in planned)
    footnotes = tuple(find_footnotes(slide))
    return tuple(replace(page, notes=(*page.notes, *footnotes)) for page in pages)


def plan_slide(slide: Slide, setting: Setting) -> Planned:  # noqa: C901, PLR0911, PLR0912
    """Plan one slide of the storyboard.

    Raises:
        DataError: Something is too long for it.
    """
    match slide:
        case CoverSlide():
            return plan_cover(slide, setting)
        case SectionSlide():
            return plan_section(slide, setting)
        case PointsSlide():
            return plan_points(slide, setting)
        case KeyFiguresSlide():
            return plan_key_figures(slide, setting)
        case ChartSlide():
            return plan_charts(slide, setting)
        case TableSlide():
            return plan_table(slide, setting)
        case TimelineSlide():
            return plan_timeline(slide, setting)
        case QuoteSlide():
            return plan_quote(slide, setting)
        case RecommendationsSlide():
            return plan_recommendations(slide, setting)
        case SourcesSlide():
            return plan_sources(slide, setting)
        case ContactSlide():
            return plan_contact(slide, setting)
        case _:
            assert_never(slide)


def _find_roles(slide: Slide) -> tuple[TextRole, ...]:
    """Return the roles whose size decides how many pages `slide` takes."""
    match slide:
        case PointsSlide() | ChartSlide(takeaways=(_, *_)):
            return (TextRole.LEAD, TextRole.BODY)
        case KeyFiguresSlide():
            return (TextRole.NUMBER,)
        case TableSlide():
            beside = (TextRole.LEAD, TextRole.BODY) if slide.takeaways else ()
            return (TextRole.TABLE, *beside)
        case RecommendationsSlide():
            return (TextRole.TABLE,)
        case TimelineSlide():
            return (TextRole.BODY,)
        case _:
            return ()


def _choose_size(trials: _Trials, role: TextRole, setting: Setting) -> Setting:
    """Return `setting` with the largest size for `role` that all slides accept."""
    size = setting.scales[role][0]
    for index, slide in enumerate(trials.slides):
        if role not in _find_roles(slide):
            continue
        # A slide that is whole at the size of those before it asks for no smaller one.
        if trials.count_pages(index, _with_size(setting, role, size)) != 1:
            size = min(size, _find_accepted(trials, index, role, setting))
    return _with_size(setting, role, size)


def _find_accepted(trials: _Trials, index: int, role: TextRole, setting: Setting) -> float:
    """Return the largest size at which the slide at `index` takes no more pages than it must.

    The smallest size of the scale serves to keep a slide on one page, not to save a second one.
    Where none will do, the smallest is returned; planning the slide then raises its error.
    """
    scale = setting.scales[role]
    counted: dict[float, int] = {}
    for size in scale:
        count = trials.count_pages(index, _with_size(setting, role, size))
        if count == 1:
            return size
        if count:
            counted[size] = count
    if not counted:
        return scale[-1]
    fewest = min(counted.values())
    if fewest > 1 and len(counted) > 1:
        spared = {size: count for size, count in counted.items() if size != scale[-1]}
        fewest = min(spared.values())
        counted = spared
    return next(size for size, count in counted.items() if count == fewest)


def _with_size(setting: Setting, role: TextRole, size: float) -> Setting:
    return replace(setting, sizes=replace(setting.sizes, **{role.value: size}))
