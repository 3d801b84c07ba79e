"""Rules over colours: can text be read, can neighbours in a chart be told apart? WCAG 2.2."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise

from generator.charts.style import MARK_CONTRAST, PALETTE, TEXT_CONTRAST
from generator.checks.parts import list_places, name_deck, name_report
from generator.findings import Finding, Severity
from generator.inventory import Template
from generator.inventory.deck import LayoutRole
from generator.inventory.report import StyleInfo, StyleRole
from generator.ooxml.contrast import contrast

LARGE_PT, LARGE_BOLD_PT, LARGE_CONTRAST = 18.0, 14.0, 3.0  # WCAG 1.4.3
PAPER = "FFFFFF"
TEXTS = ("tx1", "bg1", "tx2", "bg2")
"""Colours that slides may set text in."""

USUAL_SERIES = 4
"""Charts seldom have more series; a colour that comes later is seldom met."""

ALIKE = 24.0
"""Colours are taken for one another below this distance, the root of summed squares of R, G, B."""

IN_TABLES: Mapping[StyleRole, StyleRole] = {
    StyleRole.KEY_MESSAGES_HEADING: StyleRole.BOX_TABLE,
    StyleRole.KEY_MESSAGE: StyleRole.BOX_TABLE,
    StyleRole.CALLOUT_TITLE: StyleRole.BOX_TABLE,
    StyleRole.CALLOUT: StyleRole.BOX_TABLE,
    StyleRole.KEY_FIGURE: StyleRole.KEY_FIGURES_TABLE,
    StyleRole.KEY_FIGURE_LABEL: StyleRole.KEY_FIGURES_TABLE,
    StyleRole.KEY_FIGURE_DETAIL: StyleRole.KEY_FIGURES_TABLE,
}
"""Text that stands in a table, whose style tells what is behind it."""

UNKNOWN_GROUND = frozenset({StyleRole.TABLE_HEAD})
"""Text whose ground only a part of a table style tells: its first row."""


def least_contrast(size_pt: float, *, is_bold: bool) -> float:
    """Return the contrast that text of this size needs (WCAG 1.4.3)."""
    is_large = size_pt >= (LARGE_BOLD_PT if is_bold else LARGE_PT)
    return LARGE_CONTRAST if is_large else TEXT_CONTRAST


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """Text on its ground. `where` ends the place: `style 'Title'`."""

    where: str
    colour: str
    ground: str
    needed: float


def check_style_contrast(template: Template) -> Iterator[Finding]:
    """Find Word styles whose text is too faint on its ground (rule `contrast-low`)."""
    texts = {
        style.id: _Text(
            where=f"style '{style.name}'",
            colour=style.colour,
            ground=_find_ground(role, style, template),
            needed=least_contrast(style.size_pt, is_bold=style.is_bold),
        )
        for role, style in template.word.styles.items()
        if style.colour and role not in UNKNOWN_GROUND and _find_ground(role, style, template)
    }
    yield from _check_texts(texts.values(), name_report(template))


def _find_ground(role: StyleRole, style: StyleInfo, template: Template) -> str:
    """Return the colour behind a style's text: its own shading, its table's, or the page's.

    Empty where a picture lies behind the page.
    """
    table = template.word.styles.get(IN_TABLES[role]) if role in IN_TABLES else None
    return style.shading or (table.shading if table else "") or template.word.page.ground


def check_placeholder_contrast(template: Template) -> Iterator[Finding]:
    """Find placeholders in use whose text is too faint on the slide (rule `contrast-low`)."""
    texts = {
        (layout.part_name, hole.idx): _Text(
            where=f"layout '{layout.name}', placeholder '{hole.name}'",
            colour=hole.colour,
            ground=hole.behind,
            needed=least_contrast(hole.size_pt, is_bold=hole.is_bold),
        )
        for layout in template.slides.layouts.values()
        for holes in layout.by_role.values()
        for hole in holes
        if hole.colour and hole.behind
    }
    yield from _check_texts(texts.values(), name_deck(template))


def _check_texts(texts: Iterable[_Text], file: str) -> Iterator[Finding]:
    """Yield one finding for each pair of colours, however many texts have it."""
    faint: dict[tuple[str, str], list[_Text]] = {}
    for text in texts:
        if contrast(text.colour, text.ground) < text.needed:
            faint.setdefault((text.colour, text.ground), []).append(text)
    for (colour, ground), found in faint.items():
        needed = max(text.needed for text in found)
        yield Finding(
            rule="contrast-low",
            severity=Severity.WARNING,
            message=f"text in #{colour} on #{ground} has a contrast of "
            f"{_ratio(contrast(colour, ground))}; it needs {needed:g}:1",
            where=f"{file}, {list_places([text.where for text in found])}",
            fix="choose a darker colour" if _is_light(ground) else "choose a lighter colour",
        )


def check_theme(template: Template) -> Iterator[Finding]:
    """Find themes whose text or links are too faint (rule `theme-contrast-low`).

    On slides, text takes that of the theme's four text colours that reads best on what is behind
    it, and links have the colour of the text around them.
    """
    word = template.word
    if "word" in template.own and word.page.ground:
        slots = {"dk1": "the text colour"}
        if StyleRole.HYPERLINK in word.missing:
            slots["hlink"] = "the colour of links"
        for slot, what in slots.items():
            colour = word.theme.colours.get(slot, "")
            where = name_report(template, "theme colours")
            yield from _check_colour(what, colour, word.page.ground, where)
    if "slides" in template.own:
        layout = template.slides.layouts[LayoutRole.CONTENT]
        texts = [layout.colours[name] for name in TEXTS if layout.colours.get(name)]
        if texts and layout.background:
            best = max(texts, key=lambda text: contrast(text, layout.background))
            where = name_deck(template, f"layout '{layout.name}'")
            yield from _check_colour(
                "the most readable text colour", best, layout.background, where
            )


def _check_colour(what: str, colour: str, ground: str, where: str) -> Iterator[Finding]:
    if colour and contrast(colour, ground) < TEXT_CONTRAST:
        yield Finding(
            rule="theme-contrast-low",
            severity=Severity.WARNING,
            message=f"{what} of the theme (#{colour} on #{ground}) has a contrast of "
            f"{_ratio(contrast(colour, ground))}; {TEXT_CONTRAST:g}:1 is needed",
            where=where,
            fix="change it in Design, Variants, Colors, Customize Colors",
        )


def check_palette(template: Template) -> Iterator[Finding]:
    """Find chart colours that are faint, or too like their neighbours.

    Rules `palette-faint` (on the ground), `palette-alike` (two colours that cannot be told apart)
    and `palette-neighbours` (contrast below 3:1 between colours that may touch).
    """
    for where, theme, palette in _themes(template):
        slots = [(slot, theme[slot]) for slot in palette if theme.get(slot)]
        yield from _check_ground(slots, theme.get("lt1", PAPER), where)
        yield from _check_alike(slots, where)
        yield from _check_neighbours(slots, where)


def _check_ground(slots: list[tuple[str, str]], ground: str, where: str) -> Iterator[Finding]:
    faint = {slot: colour for slot, colour in slots if contrast(colour, ground) < MARK_CONTRAST}
    if faint:
        is_usual = any(slot in faint for slot, _ in slots[:USUAL_SERIES])
        listed = ", ".join(
            f"{slot} #{colour} ({_ratio(contrast(colour, ground))})"
            for slot, colour in faint.items()
        )
        yield Finding(
            rule="palette-faint",
            severity=Severity.WARNING if is_usual else Severity.NOTE,
            message=f"chart colours are too faint on #{ground}, where {MARK_CONTRAST:g}:1 is "
            f"needed: {listed}",
            where=where,
            fix=f"leave {', '.join(faint)} out of 'palette' in template.yml, or put them last",
        )


def check_slots(template: Template) -> Iterator[Finding]:
    """Find accents of the theme that are one colour (rule `theme-slots-equal`)."""
    for where, theme, palette in _themes(template):
        slots: dict[str, list[str]] = {}
        for slot in PALETTE:
            if theme.get(slot):
                slots.setdefault(theme[slot], []).append(slot)
        for colour, same in slots.items():
            if len(same) > 1:
                in_charts = len(set(same) & set(palette)) > 1
                yield Finding(
                    rule="theme-slots-equal",
                    severity=Severity.WARNING if in_charts else Severity.NOTE,
                    message=f"{', '.join(same)} of the theme are the same colour (#{colour})",
                    where=where,
                    fix=f"leave {', '.join(same[1:])} out of 'palette' in template.yml, or give "
                    "them colours of their own",
                )


def _check_alike(slots: list[tuple[str, str]], where: str) -> Iterator[Finding]:
    for (first, one), (second, other) in combinations(slots, 2):
        if one != other and are_alike(one, other):
            yield Finding(
                rule="palette-alike",
                severity=Severity.WARNING,
                message=f"chart colours {first} (#{one}) and {second} (#{other}) cannot be told "
                "apart",
                where=where,
                fix=f"leave {second} out of 'palette' in template.yml",
            )


def _check_neighbours(slots: list[tuple[str, str]], where: str) -> Iterator[Finding]:
    faint = [
        f"{first} and {second} ({_ratio(contrast(one, other))})"
        for (first, one), (second, other) in pairwise(slots)
        if contrast(one, other) < MARK_CONTRAST and not are_alike(one, other)
    ]
    if faint:
        yield Finding(
            rule="palette-neighbours",
            severity=Severity.NOTE,
            message="chart colours that follow each other differ by a contrast of less than "
            f"{MARK_CONTRAST:g}:1: {', '.join(faint)}",
            where=where,
            fix="put light and dark colours in turn in 'palette' of template.yml",
        )


def are_alike(one: str, other: str) -> bool:
    """Return whether two colours are so near that they are taken for one."""
    channels = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (0, 2, 4))
    return sum((a - b) ** 2 for a, b in channels) < ALIKE**2


def _themes(template: Template) -> Iterator[tuple[str, Mapping[str, str], tuple[str, ...]]]:
    """Yield where a theme stands, its colours and its palette; once if both files agree."""
    report, deck = template.word.theme.colours, _find_deck_colours(template)
    if "word" in template.own:
        yield name_report(template, "theme colours"), report, template.palettes["word"]
    if "slides" in template.own and not ("word" in template.own and report == deck):
        yield name_deck(template, "theme colours"), deck, template.palettes["slides"]


def _find_deck_colours(template: Template) -> Mapping[str, str]:
    """Return the colours of the theme as content slides have them.

    A master may map the ground of slides onto the dark slot, so lt1 is what charts stand on.
    """
    layout = template.slides.layouts[LayoutRole.CONTENT]
    theme = template.slides.theme.colours
    colours = {slot: layout.colours.get(slot, colour) for slot, colour in theme.items()}
    for slot, name in (("dk1", "tx1"), ("lt1", "bg1")):
        colours[slot] = layout.colours.get(name) or colours.get(slot, "")
    return colours


def _is_light(colour: str) -> bool:
    return contrast(colour, "000000") > contrast(colour, PAPER)


def _ratio(value: float) -> str:
    """Return a contrast rounded down, so that 4.49 does not read as 4.5."""
    return f"{int(value * 10) / 10:g}:1"
