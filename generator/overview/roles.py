"""What each role will use and why, and how much text the layouts hold, as sheets. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.capacity import (
    Capacity,
    find_font,
    find_needs,
    measure_area,
    measure_placeholder,
)
from generator.checks.fonts import find_unmeasured_fonts
from generator.inventory import Template
from generator.inventory.deck import LayoutRole
from generator.inventory.report import StyleRole
from generator.overview.measures import tell_points
from generator.overview.sheet import Sheet

BODY_AREA = "body area"
SMALL = frozenset({"tracker", "footer", "source", "number", "kicker"})
"""Places of one line, left out of what people read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How much text a place on a layout holds.

    Attributes:
        role: Of the layout.
        layout: Its name.
        place: Role of the placeholder, or the body area.
        own: At the placeholder's own size; for the body area at the least size.
        least: At the smallest size that the text may shrink to.
    """

    role: str
    layout: str
    place: str
    own: Capacity
    least: Capacity


def plan_role_sheets(template: Template) -> tuple[Sheet, ...]:
    """Return what each role will use and why; of the halves, those that are the template's own."""
    sheets: list[Sheet] = []
    if "word" in template.own:
        sheets.append(_style_sheet(template))
    if "slides" in template.own:
        sheets += [_layout_sheet(template), _room_sheet(template)]
    return tuple(sheets)


def _style_sheet(template: Template) -> Sheet:
    """Return the styles that a role found by another name than its own, or that it lacks."""
    word = template.word
    plain = [role for role in StyleRole if is_named_so(template, role)]
    rows = tuple(
        (
            role.value,
            word.styles[role].name if role in word.styles else "(made)",
            word.reasons.get(role, "") if role in word.styles else NOT_NAMED,
        )
        for role in StyleRole
        if role not in plain
    )
    named = ", ".join(role.value for role in plain)
    notes = (
        f"(made): {MADE}." if word.missing else "",
        f"Found by the name of the role: {named}." if plain else "",
    )
    return Sheet(
        title=f"{template.report.path.name}: the style for each role, and why",
        heads=("Role", "Style", "Why") if rows else (),
        rows=rows,
        notes=tuple(note for note in notes if note),
    )


NOT_NAMED = "no style has this name, or one that is usual for it"
MADE = "added to the report in the fonts and colours of the template"


def is_named_so(template: Template, role: StyleRole) -> bool:
    """Return whether the style for `role` bears the role's own name."""
    style = template.word.styles.get(role)
    return style is not None and style.name.casefold() == role.value.casefold()


def tell_style_reason(template: Template, role: StyleRole) -> str:
    """Return why a role has its style, and what is done where it has none."""
    reason = template.word.reasons.get(role, "")
    return reason if role in template.word.styles else f"{reason}; {MADE}"


def _layout_sheet(template: Template) -> Sheet:
    slides = template.slides
    return Sheet(
        title=f"{template.deck.path.name}: the layout for each role, and why",
        heads=("Role", "Layout", "Why"),
        rows=tuple(
            (role.value, slides.layouts[role].name, slides.reasons.get(role, ""))
            for role in LayoutRole
        ),
    )


def _room_sheet(template: Template) -> Sheet:
    unknown = ", ".join(find_unmeasured_fonts(template))
    note = f"The widths of {unknown} are not known; it is measured as a wide font is."
    return Sheet(
        title=f"{template.deck.path.name}: how much text fits (lines × characters a line)",
        heads=("Role", "Place", "At its own size", "At the least size"),
        rows=tuple(
            (room.role, room.place, _tell(room.own), _tell(room.least))
            for room in plan_rooms(template)
            if room.place not in SMALL
        ),
        notes=(note,) if unknown else (),
    )


def plan_rooms(template: Template) -> Iterator[Room]:
    """Yield how much text each place in use holds."""
    theme = template.slides.theme
    for role in LayoutRole:
        layout = template.slides.layouts[role]
        for hole_role, need in find_needs(role, layout).items():
            for hole in layout.by_role.get(hole_role, ())[:1]:
                font = find_font(hole_role, theme, hole.font)
                yield Room(
                    role=role.value,
                    layout=layout.name,
                    place=hole_role.value,
                    own=measure_placeholder(hole, font),
                    least=measure_placeholder(hole, font, min(hole.size_pt, need.least_pt)),
                )
        if role in {LayoutRole.CONTENT, LayoutRole.TWO_CONTENT, LayoutRole.TITLE_ONLY}:
            least = template.minimum.get("body", 12.0)
            yield Room(
                role=role.value,
                layout=layout.name,
                place=BODY_AREA,
                own=measure_area(layout.body, theme.minor, max(16.0, least)),
                least=measure_area(layout.body, theme.minor, least),
            )


def _tell(capacity: Capacity) -> str:
    size = tell_points(capacity.size_pt)
    if not capacity.lines:
        return f"nothing at {size}"
    return f"{capacity.lines} × {capacity.per_line} at {size}"
