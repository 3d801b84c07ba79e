"""The look of the report as a whole: its page, its shades, its sizes of text. Lengths in twips."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.starter.brand import Brand, PageFormat, Scale
from generator.starter.report_types import TextStyle, cm
from generator.starter.theme import Shades, plan_shades

_SIZES: Mapping[PageFormat, tuple[int, int]] = {
    PageFormat.A4: (11_906, 16_838),
    PageFormat.LETTER: (12_240, 15_840),
}
_MARGINS: Mapping[PageFormat, int] = {PageFormat.A4: cm(2.5), PageFormat.LETTER: 1_440}
_MEASURE = cm(12.5)
"""Width of running text: about 78 characters at 11 points."""

BODY_PT = 11.0
"""The design's own size of running text, which its other sizes go with."""

_LEAST_REGULAR, _LEAST_PT = 13.0, 9.0

_LEVELS: Mapping[str, tuple[str, float]] = {
    "Title": ("title", 28),
    "Subtitle": ("subtitle", 15),
    "Heading1": ("heading-1", 20),
    "UnnumberedHeading": ("heading-1", 20),
    "Heading2": ("heading-2", 14),
    "UnnumberedSubheading": ("heading-2", 14),
    "TOCHeading": ("heading-2", 14),
    "KeyMessagesHeading": ("heading-2", 14),
    "Heading3": ("heading-3", 11.5),
    "Heading4": ("body", 11),
    "FootnoteText": ("small", 9),
    "Header": ("small", 9),
    "Footer": ("small", 9),
    "Source": ("small", 9),
    "KeyFigureDetail": ("small", 9),
}
"""Style id → level of the scale, and the design's own size of that level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLook:
    """What all parts of the report template go by.

    Attributes:
        page: Width and height.
        margin: At the left and right edges.
        column: Where running text begins, from the left margin.
    """

    brand: Brand
    shades: Shades
    page: tuple[int, int]
    margin: int
    column: int

    @property
    def text_width(self) -> int:
        """Return the width between the margins."""
        return self.page[0] - 2 * self.margin

    def is_bold(self, size: float) -> bool:
        """Return whether a heading of `size` points is bold; small ones always are, to be seen."""
        return self.brand.has_bold_headings or size < _LEAST_REGULAR


def plan_report_look(brand: Brand) -> ReportLook:
    """Return the look that `brand` asks for."""
    page, margin = _SIZES[brand.page], _MARGINS[brand.page]
    return ReportLook(
        brand=brand,
        shades=plan_shades(brand.colours),
        page=page,
        margin=margin,
        column=page[0] - 2 * margin - _MEASURE,
    )


def find_size(style: TextStyle, scale: Scale) -> float | None:
    """Return the size of `style` in points under `scale`, to half a point."""
    if style.size is None:
        return None
    factor = scale.report.get("body", BODY_PT) / BODY_PT
    level, own = _LEVELS.get(style.id, ("", 0.0))
    wanted = scale.report.get(level)
    share = wanted / own if wanted and own else factor
    return max(_LEAST_PT, round(style.size * share * 2) / 2)


def find_line(style: TextStyle, scale: Scale) -> float | None:
    """Return the distance of lines of `style` in points under `scale`; negative for "at least"."""
    if style.line is None:
        return None
    own = style.size if style.size is not None else BODY_PT
    size = find_size(style, scale) or scale.report.get("body", BODY_PT)
    leading = scale.heading_leading if style.is_heading_font else scale.leading
    line = round(abs(style.line) * size / own * leading * 2) / 2
    return -line if style.line < 0 else max(line, round(size * 1.05 * 2) / 2)
