"""What all slides of one deck share while they are planned: template, words, text sizes. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.compose.report import Properties
from generator.compose.words import Words
from generator.inventory.deck import DeckTemplate, LayoutInfo, LayoutRole
from generator.slides.fit import Faces
from generator.slides.palette import Palette, choose_palette, find_text_colour

SMALL_PT = 12.0
"""Subtitles of charts, labels and details, heads of columns."""

SUBHEAD_PT = 14.0
"""Headings inside a slide."""


class TextRole(StrEnum):
    """Texts that have one size over the whole deck."""

    TITLE = "title"
    LEAD = "lead"  # key messages, and points that stand alone
    BODY = "body"
    TABLE = "table"
    NUMBER = "number"  # of a key figure


SCALES: dict[TextRole, tuple[float, ...]] = {
    TextRole.TITLE: (30.0, 28.0, 26.0, 24.0, 22.0, 20.0),
    TextRole.LEAD: (20.0, 18.0, 16.0, 14.0),
    TextRole.BODY: (16.0, 14.0, 12.0),
    TextRole.TABLE: (14.0, 12.0, 11.0, 10.0),
    TextRole.NUMBER: (54.0, 48.0, 44.0, 40.0, 36.0, 32.0, 28.0, 24.0),
}
"""The sizes that a role may take, in points, the wanted one first."""


_FLOORS = {TextRole.LEAD: "body", TextRole.BODY: "body", TextRole.TABLE: "table"}
"""Which of the template's least sizes holds for a role."""

CHART_SCALE = (12.0, 11.0, 10.0, 9.0)
"""The sizes that the text of a chart may take, in points, the wanted one first."""


def plan_scales(minimum: Mapping[str, float]) -> Mapping[TextRole, tuple[float, ...]]:
    """Return the scale of each role without the sizes below the template's `minimum`.

    Where the least size lies above the whole scale, it is the only one.
    """
    return {
        role: cut_scale(scale, minimum.get(_FLOORS.get(role, ""), 0.0))
        for role, scale in SCALES.items()
    }


def cut_scale(scale: tuple[float, ...], least: float) -> tuple[float, ...]:
    """Return the sizes of `scale` that are not below `least`; at least one."""
    return tuple(size for size in scale if size >= least) or (least,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """The size chosen for each role, in points."""

    title: float = SCALES[TextRole.TITLE][-1]
    lead: float = SCALES[TextRole.LEAD][0]
    body: float = SCALES[TextRole.BODY][0]
    table: float = SCALES[TextRole.TABLE][0]
    number: float = SCALES[TextRole.NUMBER][0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The deck being planned.

    Attributes:
        scales: The sizes that each role may take, in points, the wanted one first.
        least_source_pt: Least size of the source line, whatever the layout says.
        chart_scale: The sizes that the text of a chart may take, in points.
        date: The brief's date in words; empty for none.
        is_title_grown: Whether titles take the free room above and below their holes.
    """

    template: DeckTemplate
    properties: Properties
    words: Words
    sizes: Sizes
    scales: Mapping[TextRole, tuple[float, ...]] = field(default_factory=lambda: SCALES)
    least_source_pt: float = 0.0
    chart_scale: tuple[float, ...] = CHART_SCALE
    date: str = ""
    is_title_grown: bool = False

    @property
    def faces(self) -> Faces:
        """Return the theme's fonts."""
        return Faces(body=self.template.theme.minor, heading=self.template.theme.major)

    def palette(self, role: LayoutRole) -> Palette:
        """Return the colours of slides on the layout for `role`."""
        text = find_text_colour(self.layout(LayoutRole.CONTENT))
        return choose_palette(self.layout(role), self.template.theme, text)

    def layout(self, role: LayoutRole) -> LayoutInfo:
        """Return the template's layout for `role`."""
        return self.template.layouts[role]

    def say_lead_in(self, word: str) -> str:
        """Return `word` with the colon of the brief's language after it: `Source: `."""
        return f"{word}{self.words.colon}"
