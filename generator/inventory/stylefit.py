"""Whether a style looks like what a role needs, whatever its name."""

from __future__ import annotations

from dataclasses import dataclass

from generator.inventory.report import StyleInfo, StyleRole
from generator.ooxml.contrast import contrast

LARGE_PT = 14.0
"""Least size of what is read at a glance, in points."""

BODY_PT = (7.0, 16.0)
LARGER = 1.2
"""How much larger than other text what is set small may be at most."""

VISIBLE = 1.6
"""Least contrast of text that can be seen at all; what is easy to read is another matter."""

COVER_ROLES = frozenset({StyleRole.TITLE, StyleRole.SUBTITLE, StyleRole.KICKER, StyleRole.BYLINE})
TABLE_PARTS = frozenset({StyleRole.TABLE_HEAD, StyleRole.TABLE_TEXT, StyleRole.TABLE_NUMBER})
"""Roles that stand on what the table style fills its cells with."""

SMALL = frozenset(
    {
        StyleRole.SOURCE,
        StyleRole.EXHIBIT_SUBTITLE,
        StyleRole.TABLE_TEXT,
        StyleRole.TABLE_NUMBER,
        StyleRole.KEY_FIGURE_DETAIL,
        StyleRole.SMALL_PRINT,
    }
)
"""Roles that are never set large; a large style of the name serves for something else."""

IN_BOX = frozenset(
    {
        StyleRole.CALLOUT,
        StyleRole.CALLOUT_TITLE,
        StyleRole.KEY_MESSAGES_HEADING,
        StyleRole.KEY_MESSAGE,
        StyleRole.KEY_FIGURE,
        StyleRole.KEY_FIGURE_LABEL,
        StyleRole.KEY_FIGURE_DETAIL,
    }
)
"""Roles that stand in a box already."""

HEADINGS = frozenset(
    {
        StyleRole.HEADING_1,
        StyleRole.HEADING_2,
        StyleRole.HEADING_3,
        StyleRole.HEADING_4,
        StyleRole.UNNUMBERED_HEADING,
        StyleRole.UNNUMBERED_SUBHEADING,
    }
)
LISTS = frozenset(
    {
        StyleRole.BULLET_1,
        StyleRole.BULLET_2,
        StyleRole.BULLET_3,
        StyleRole.NUMBER_1,
        StyleRole.NUMBER_2,
        StyleRole.NUMBER_3,
        StyleRole.KEY_MESSAGE,
        StyleRole.RECOMMENDATION,
        StyleRole.BIBLIOGRAPHY,
    }
)
NUMBERED = LISTS | HEADINGS - {StyleRole.UNNUMBERED_HEADING, StyleRole.UNNUMBERED_SUBHEADING}
"""Roles whose style may count its paragraphs; captions are counted by a field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A style with what its name and look tell.

    Attributes:
        aliases: Further names that it was given in Word.
        is_numbered: Whether the style counts its paragraphs.
        is_boxed: Whether it draws lines around them; of a table, lines or fills.
        is_apart: Whether its text is hidden, or stands in a frame beside the other text.
        is_custom: Whether somebody made it, rather than Word.
    """

    info: StyleInfo
    aliases: tuple[str, ...] = ()
    is_numbered: bool = False
    is_boxed: bool = False
    is_apart: bool = False
    is_custom: bool = False


def suits(role: StyleRole, style: Named) -> bool:
    """Return whether a style that is not named after `role` may serve it by what it looks like."""
    info = style.info
    if info.kind != "paragraph":
        return style.is_boxed or role is not StyleRole.TABLE
    is_filled = style.is_boxed or bool(info.shading)
    is_odd = (
        (style.is_numbered and role not in NUMBERED)
        or (info.outline_level is not None and role not in HEADINGS)
        or (is_filled and role in IN_BOX)
    )
    if is_odd:
        return False
    match role:
        case StyleRole.BODY:
            least, most = BODY_PT
            return not is_filled and least <= info.size_pt <= most
        case StyleRole.KEY_FIGURE:
            return info.size_pt >= LARGE_PT
        case _:
            return True


def is_too_large(role: StyleRole, info: StyleInfo, plain_pt: float) -> bool:
    """Return whether a style is too large for `role`; `plain_pt` is the size of plain text."""
    return role in SMALL and info.size_pt > LARGER * plain_pt


def is_visible(role: StyleRole, info: StyleInfo, ground: str, cover_ground: str) -> bool:
    """Return whether text of a style can be seen where `role` puts it.

    Args:
        role: What the style would serve for.
        info: The style.
        ground: Colour of the page as RRGGBB; empty where it is unknown.
        cover_ground: The same where the title stands.
    """
    if info.kind != "paragraph" or role in TABLE_PARTS or not info.colour:
        return True
    behind = info.shading or (cover_ground if role in COVER_ROLES else ground)
    return not behind or contrast(info.colour, behind) >= VISIBLE
