"""Templates as data, so that slides can be planned without a file."""

from __future__ import annotations

from collections.abc import Mapping

from generator.inventory.deck import (
    DeckTemplate,
    LayoutInfo,
    LayoutRole,
    PlaceholderInfo,
    PlaceholderRole,
    ThemeInfo,
)
from generator.units import Box, Size, inches, pt

THEME = ThemeInfo(
    colours={
        "dk1": "1F2933",
        "lt1": "FFFFFF",
        "dk2": "12436D",
        "lt2": "F2F5F7",
        "accent1": "12436D",
        "accent2": "F46A25",
        "accent3": "801650",
        "accent4": "28A197",
        "accent5": "3D3D3D",
        "accent6": "A285D1",
        "hlink": "1A5FA8",
        "folHlink": "5B3A8C",
    },
    major="Calibri",
    minor="Calibri",
)


def box(left: float, top: float, width: float, height: float) -> Box:
    """Return a box given in points."""
    return Box(pt(left), pt(top), pt(width), pt(height))


def hole(
    idx: int, kind: str, place: Box, size_pt: float, *, is_bold: bool = False
) -> PlaceholderInfo:
    """Return a placeholder with PowerPoint's own insets."""
    return PlaceholderInfo(
        idx=idx, kind=kind, name=kind, box=place, size_pt=size_pt, is_bold=is_bold
    )


TITLE = hole(0, "title", box(40, 46, 880, 68), 24, is_bold=True)
TRACKER = hole(13, "body", box(40, 22, 600, 22), 11)
SOURCE = hole(14, "body", box(40, 470, 880, 28), 10)
FOOTER = hole(11, "ftr", box(40, 508, 600, 22), 10)
NUMBER = hole(12, "sldNum", box(830, 508, 90, 22), 10)
BODY = hole(1, "obj", box(40, 124, 880, 342), 16)


def layout(
    role: LayoutRole, roles: Mapping[PlaceholderRole, tuple[PlaceholderInfo, ...]]
) -> LayoutInfo:
    """Return a layout with these placeholders."""
    return LayoutInfo(
        name=role.value,
        part_name=f"/ppt/slideLayouts/{role.value}.xml",
        placeholders=tuple(hole for holes in roles.values() for hole in holes),
        by_role=roles,
        body=BODY.box,
    )


AROUND: Mapping[PlaceholderRole, tuple[PlaceholderInfo, ...]] = {
    PlaceholderRole.TITLE: (TITLE,),
    PlaceholderRole.TRACKER: (TRACKER,),
    PlaceholderRole.SOURCE: (SOURCE,),
    PlaceholderRole.FOOTER: (FOOTER,),
    PlaceholderRole.NUMBER: (NUMBER,),
}
LEFT = hole(1, "obj", box(40, 124, 430, 342), 16)
RIGHT = hole(2, "obj", box(490, 124, 430, 342), 16)

RICH = DeckTemplate(
    size=Size(inches(40 / 3), inches(7.5)),
    theme=THEME,
    layouts={
        LayoutRole.COVER: layout(
            LayoutRole.COVER,
            {
                PlaceholderRole.TITLE: (
                    hole(0, "ctrTitle", box(40, 90, 600, 170), 38, is_bold=True),
                ),
                PlaceholderRole.SUBTITLE: (hole(1, "subTitle", box(40, 280, 600, 74), 18),),
                PlaceholderRole.KICKER: (hole(15, "body", box(40, 50, 600, 26), 14),),
                PlaceholderRole.BYLINE: (hole(16, "body", box(40, 380, 600, 90), 14),),
                PlaceholderRole.DATE: (hole(17, "body", box(40, 474, 600, 26), 14),),
            },
        ),
        LayoutRole.SECTION: layout(
            LayoutRole.SECTION,
            {
                PlaceholderRole.TITLE: (hole(0, "title", box(40, 150, 680, 90), 32),),
                PlaceholderRole.BODY: (hole(1, "body", box(40, 250, 620, 140), 18),),
                PlaceholderRole.KICKER: (hole(15, "body", box(40, 76, 150, 60), 40),),
            },
        ),
        LayoutRole.CONTENT: layout(LayoutRole.CONTENT, {**AROUND, PlaceholderRole.BODY: (BODY,)}),
        LayoutRole.TWO_CONTENT: layout(
            LayoutRole.TWO_CONTENT, {**AROUND, PlaceholderRole.BODY: (LEFT, RIGHT)}
        ),
        LayoutRole.TITLE_ONLY: layout(LayoutRole.TITLE_ONLY, AROUND),
        LayoutRole.QUOTE: layout(
            LayoutRole.QUOTE,
            {
                **AROUND,
                PlaceholderRole.BODY: (hole(1, "body", box(76, 146, 690, 240), 26),),
                PlaceholderRole.BYLINE: (hole(16, "body", box(76, 394, 690, 46), 14),),
            },
        ),
        LayoutRole.CLOSING: layout(
            LayoutRole.CLOSING,
            {
                PlaceholderRole.TITLE: (hole(0, "title", box(40, 90, 660, 72), 32),),
                PlaceholderRole.BODY: (hole(1, "body", box(40, 180, 660, 160), 16),),
                PlaceholderRole.SOURCE: (hole(14, "body", box(40, 356, 640, 140), 11),),
            },
        ),
    },
)
"""A template with a place for everything."""

BARE = DeckTemplate(
    size=RICH.size,
    theme=THEME,
    layouts={
        role: layout(role, {PlaceholderRole.TITLE: (TITLE,), PlaceholderRole.BODY: (BODY,)})
        for role in LayoutRole
    },
)
"""A template whose layouts have a title and a body, as old ones do."""
