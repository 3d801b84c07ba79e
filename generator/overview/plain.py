"""What a template offers, as plain data: what `--format json` prints. Pure."""

from __future__ import annotations

from typing import Any

from generator.brief import Brief
from generator.checks.fonts import find_unmeasured_fonts
from generator.checks.tags import find_tagged
from generator.inventory import Template
from generator.inventory.deck import LayoutInfo, LayoutRole, ThemeInfo
from generator.inventory.report import StyleInfo, StyleRole
from generator.overview.measures import name_paper, name_ratio, plain_box, to_cm
from generator.overview.roles import plan_rooms, tell_style_reason
from generator.overview.sheets import (
    find_hole_role,
    find_layout_roles,
    find_style_roles,
    name_table_style,
)
from generator.overview.tags import describe_names, describe_tags

Plain = dict[str, Any]


def describe_template(template: Template) -> Plain:
    """Return all that a template offers; a half that is not its own is None."""
    return {
        "template": str(template.path),
        "palettes": {kind: list(slots) for kind, slots in template.palettes.items()},
        "minimum": dict(template.minimum),
        "word": _describe_report(template) if "word" in template.own else None,
        "slides": _describe_deck(template) if "slides" in template.own else None,
    }


def describe_check(template: Template, brief: Brief | None = None) -> Plain:
    """Return what each role will use and why, how much text fits, and what the tags ask for.

    Args:
        template: A half that is not its own is None.
        brief: Whose facts and fields the names of tags are looked for in; None for any brief's.
    """
    return {
        "template": str(template.path),
        "word": _style_roles(template) if "word" in template.own else None,
        "slides": _layout_roles(template) if "slides" in template.own else None,
        "capacity": _describe_rooms(template) if "slides" in template.own else [],
        "unmeasured_fonts": list(find_unmeasured_fonts(template)),
        "tags": [
            {"file": package.path.name, **tag}
            for package in find_tagged(template)
            for tag in describe_tags(package)
        ],
        "names": describe_names(template, brief),
    }


def _style_roles(template: Template) -> Plain:
    styles = template.word.styles
    return {
        role.value: {
            "style": styles[role].name if role in styles else None,
            "is_made": role not in styles,
            "why": tell_style_reason(template, role),
        }
        for role in StyleRole
    }


def _layout_roles(template: Template) -> Plain:
    slides = template.slides
    return {
        role.value: {
            "layout": slides.layouts[role].name,
            "part": slides.layouts[role].part_name,
            "is_drawn": slides.layouts[role].is_drawn,
            "score": slides.scores.get(role),
            "why": slides.reasons.get(role, ""),
        }
        for role in LayoutRole
    }


def _describe_rooms(template: Template) -> list[Plain]:
    return [
        {
            "role": room.role,
            "layout": room.layout,
            "place": room.place,
            **{
                name: {
                    "size_pt": capacity.size_pt,
                    "lines": capacity.lines,
                    "characters_per_line": capacity.per_line,
                    "characters": capacity.characters,
                }
                for name, capacity in (("own_size", room.own), ("least_size", room.least))
            },
        }
        for room in plan_rooms(template)
    ]


def _describe_report(template: Template) -> Plain:
    word, page = template.word, template.word.page
    roles = find_style_roles(word)
    return {
        "file": template.report.path.name,
        "page": {
            "paper": name_paper(page.size) or None,
            "width_cm": to_cm(page.size.width),
            "height_cm": to_cm(page.size.height),
            "margins_cm": {
                side: to_cm(getattr(page, side)) for side in ("left", "right", "top", "bottom")
            },
            "columns": page.columns,
            "text_width_cm": to_cm(page.text_width),
        },
        "theme": _describe_theme(word.theme),
        "roles": _style_roles(template),
        "styles": [_describe_style(style, roles.get(style.id, ())) for style in word.everything],
        "furniture": [
            {"kind": piece.kind, "variant": piece.variant, "text": piece.text}
            for piece in word.furniture
        ],
        "tags": describe_tags(template.report),
    }


def _describe_style(style: StyleInfo, roles: tuple[str, ...]) -> Plain:
    return {
        "name": style.name,
        "id": style.id,
        "kind": style.kind,
        "based_on": style.based_on or None,
        "font": style.font or None,
        "size_pt": style.size_pt or None,
        "is_bold": style.is_bold,
        "colour": style.colour or None,
        "shading": style.shading or None,
        "roles": list(roles),
    }


def _describe_deck(template: Template) -> Plain:
    slides = template.slides
    roles = find_layout_roles(template)
    return {
        "file": template.deck.path.name,
        "slide": {
            "ratio": name_ratio(slides.size) or None,
            "width_cm": to_cm(slides.size.width),
            "height_cm": to_cm(slides.size.height),
        },
        "theme": _describe_theme(slides.theme),
        "table_style": name_table_style(template) if slides.table_style else None,
        "roles": _layout_roles(template),
        "masters": [
            {
                "name": master.name,
                "part": master.part_name,
                "theme": _describe_theme(master.theme),
                "layouts": [
                    _describe_layout(layout, roles.get(layout.part_name, ()))
                    for layout in master.layouts
                ],
            }
            for master in slides.masters
        ],
        "tags": describe_tags(template.deck),
    }


def _describe_layout(layout: LayoutInfo, roles: tuple[str, ...]) -> Plain:
    return {
        "name": layout.name,
        "part": layout.part_name,
        "kind": layout.kind or None,
        "background": layout.background or None,
        "roles": list(roles),
        "body_cm": plain_box(layout.body),
        "placeholders": [
            {
                "name": hole.name,
                "type": hole.kind,
                "idx": hole.idx,
                "role": find_hole_role(layout, hole) or None,
                "box_cm": plain_box(hole.box),
                "font": hole.font or None,
                "size_pt": hole.size_pt,
                "is_bold": hole.is_bold,
                "colour": hole.colour or None,
                "behind": hole.behind or None,
            }
            for hole in layout.placeholders
        ],
    }


def _describe_theme(theme: ThemeInfo) -> Plain:
    return {
        "colours": dict(theme.colours),
        "fonts": {
            "heading": theme.major,
            "body": theme.minor,
            "heading_east_asian": theme.major_east_asian or None,
            "body_east_asian": theme.minor_east_asian or None,
        },
    }
