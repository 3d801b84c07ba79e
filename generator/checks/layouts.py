"""Rules over the layouts of a deck: is there one for each role, and is there room on it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.checks.capacity import (
    BODY_NEED,
    DESIGNED,
    Need,
    find_font,
    find_needs,
    find_short,
    grow_down,
    measure_area,
)
from generator.checks.parts import has_bullet, list_places, name_deck, name_placeholder
from generator.findings import Finding, Severity
from generator.inventory import Template
from generator.inventory.deck import LayoutInfo, LayoutRole, PlaceholderInfo, PlaceholderRole
from generator.inventory.matching import ENOUGH

DRAWN_ON = (LayoutRole.CONTENT, LayoutRole.TWO_CONTENT, LayoutRole.TITLE_ONLY)
"""Layouts whose body area content is drawn in."""

LEAST_TITLE_PT = 18.0
"""Of a title's own size; a smaller one does not stand out from 16 pt of text."""

LEAST_FURNITURE_PT = 8.0


def check_roles(template: Template) -> Iterator[Finding]:
    """Tell the roles that no layout was made for (rule `layouts-missing`)."""
    slides = template.slides
    drawn = [role for role in LayoutRole if slides.layouts[role].is_drawn]
    replaced = [
        role
        for role in LayoutRole
        if role not in drawn and slides.scores.get(role, ENOUGH) < ENOUGH
    ]
    instead = [f"{_join(drawn)}: drawn in the look of the master"] if drawn else []
    instead += [f"'{role}': '{slides.layouts[role].name}' is used" for role in replaced]
    if instead:
        yield Finding(
            rule="layouts-missing",
            severity=Severity.NOTE,
            message=f"no layout suits some of the roles; {'; '.join(instead)}",
            where=name_deck(template),
            fix="add layouts in View, Slide Master, or name one under 'layouts' in template.yml",
        )


def check_titles(template: Template) -> Iterator[Finding]:
    """Find layouts in use that have no title (rule `layout-untitled`)."""
    for roles, layout in _layouts(template):
        if not layout.by_role.get(PlaceholderRole.TITLE):
            yield Finding(
                rule="layout-untitled",
                severity=Severity.WARNING,
                message=f"the layout for {_join(roles)} has no title placeholder, so its slides "
                "have no title that screen readers and the outline can tell",
                where=_where(template, layout),
                fix="add a title in View, Slide Master, Title",
            )


def check_room(template: Template) -> Iterator[Finding]:
    """Find placeholders that hold less than their text needs (rule `placeholder-small`)."""
    told: dict[str, dict[str, None]] = {}
    for role in LayoutRole:
        layout = template.slides.layouts[role]
        for hole_role, need in find_needs(role, layout).items():
            hole = _find(layout, hole_role)
            if hole is None:
                continue
            font = find_font(hole_role, template.slides.theme, hole.font)
            room = grow_down(hole, layout, template.slides.size) if role in DESIGNED else hole
            short = find_short(room, need, font)
            if short is not None:
                said = (
                    f"the {hole_role} holds {_tell(short.lines, short.characters)} at "
                    f"{short.size_pt:g} pt; {_tell(need.lines, need.characters)} are needed"
                )
                told.setdefault(said, {})[_name(layout, hole)] = None
    for said, places in told.items():
        yield Finding(
            rule="placeholder-small",
            severity=Severity.WARNING,
            message=said,
            where=name_deck(template, list_places(tuple(places))),
            fix="make the placeholder wider or higher in View, Slide Master",
        )


def check_body(template: Template) -> Iterator[Finding]:
    """Find body areas that hold too little content (rule `body-small`)."""
    need = _body_need(template.minimum)
    for roles, layout in _layouts(template):
        if not set(roles) & set(DRAWN_ON):
            continue
        found = measure_area(layout.body, template.slides.theme.minor, need.least_pt)
        if found.lines < need.lines or found.characters < need.characters:
            yield Finding(
                rule="body-small",
                severity=Severity.WARNING,
                message=f"the body area of the layout for {_join(roles)} holds "
                f"{_tell(found.lines, found.characters)} at {found.size_pt:g} pt; "
                f"{_tell(need.lines, need.characters)} are needed",
                where=_where(template, layout),
                fix="make its body placeholder larger in View, Slide Master",
            )


def check_sizes(template: Template) -> Iterator[Finding]:
    """Find placeholders whose own size is below the least one (rule `text-small`)."""
    told: dict[str, dict[str, None]] = {}
    for layout in template.slides.layouts.values():
        for role, holes in layout.by_role.items():
            least = find_least_size(role, template.minimum)
            for hole in holes:
                if hole.size_pt < least:
                    size = f"{hole.size_pt:g} pt; at least {least:g} pt are wanted"
                    said = f"the {role} is set in {size}"
                    told.setdefault(said, {})[_name(layout, hole)] = None
    for said, places in told.items():
        yield Finding(
            rule="text-small",
            severity=Severity.WARNING,
            message=said,
            where=name_deck(template, list_places(tuple(places))),
            fix="raise the size in View, Slide Master, or lower 'minimum' in template.yml",
        )


def find_least_size(role: PlaceholderRole, minimum: Mapping[str, float]) -> float:
    """Return the least size in points of text in placeholders for `role`."""
    match role:
        case PlaceholderRole.TITLE:
            return LEAST_TITLE_PT
        case PlaceholderRole.BODY | PlaceholderRole.SIDE | PlaceholderRole.SUBTITLE:
            return minimum.get("body", BODY_NEED.least_pt)
        case PlaceholderRole.SOURCE:
            return minimum.get("source", LEAST_FURNITURE_PT)
        case _:
            return LEAST_FURNITURE_PT


def check_bullets(template: Template) -> Iterator[Finding]:
    """Find content placeholders whose points have no bullets (rule `bullets-absent`)."""
    layout = template.slides.layouts[LayoutRole.CONTENT]
    body = _find(layout, PlaceholderRole.BODY)
    if body is not None and not has_bullet(template.deck, layout, body):
        yield Finding(
            rule="bullets-absent",
            severity=Severity.NOTE,
            message="text of the first level has no bullet; points get one of our own",
            where=name_placeholder(template, layout, body),
            fix="none is needed, unless you want another sign: set it in View, Slide Master",
        )


def check_table_style(template: Template) -> Iterator[Finding]:
    """Find decks without a style for tables (rule `table-style-missing`)."""
    if not template.slides.table_style:
        yield Finding(
            rule="table-style-missing",
            severity=Severity.NOTE,
            message="the deck names no style for new tables; they are drawn with plain rules",
            where=name_deck(template),
            fix="insert a table, right-click the style you want, Set as Default, and save",
        )


def _body_need(minimum: Mapping[str, float]) -> Need:
    return Need(
        lines=BODY_NEED.lines,
        characters=BODY_NEED.characters,
        least_pt=minimum.get("body", BODY_NEED.least_pt),
    )


def _layouts(template: Template) -> Iterator[tuple[tuple[LayoutRole, ...], LayoutInfo]]:
    """Yield each layout in use once, with the roles that it serves."""
    roles: dict[str, list[LayoutRole]] = {}
    layouts: dict[str, LayoutInfo] = {}
    for role in LayoutRole:
        layout = template.slides.layouts[role]
        layouts.setdefault(layout.part_name, layout)
        roles.setdefault(layout.part_name, []).append(role)
    for name, layout in layouts.items():
        yield tuple(roles[name]), layout


def _find(layout: LayoutInfo, role: PlaceholderRole) -> PlaceholderInfo | None:
    found = layout.by_role.get(role, ())
    return found[0] if found else None


def _where(template: Template, layout: LayoutInfo) -> str:
    return name_deck(template, f"layout '{layout.name}'")


def _name(layout: LayoutInfo, hole: PlaceholderInfo) -> str:
    return f"layout '{layout.name}', placeholder '{hole.name}'"


def _join(roles: Sequence[LayoutRole]) -> str:
    return ", ".join(f"'{role}'" for role in roles)


def _tell(lines: int, characters: int) -> str:
    return f"{lines} line{'' if lines == 1 else 's'} and {characters} characters"
