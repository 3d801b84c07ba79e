"""One fault at a time, put into a template that has none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from generator.inventory import Template
from generator.inventory.deck import LayoutInfo, LayoutRole, PlaceholderInfo, PlaceholderRole
from generator.inventory.report import StyleRole
from generator.units import Box, Emu, cm, pt

Fault = Callable[[Template], Template]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def change_style(role: StyleRole, **looks: Any) -> Fault:
    """Give the style for `role` other looks."""

    def make(template: Template) -> Template:
        word = template.word
        styles = {**word.styles, role: replace(word.styles[role], **looks)}
        return replace(template, word=replace(word, styles=styles))

    return make


def drop_style(role: StyleRole) -> Fault:
    """Take the style for `role` away."""

    def make(template: Template) -> Template:
        word = template.word
        styles = {other: style for other, style in word.styles.items() if other is not role}
        return replace(template, word=replace(word, styles=styles, missing=(role,)))

    return make


def change_page(**margins: Emu) -> Fault:
    """Give the page other margins."""

    def make(template: Template) -> Template:
        page = replace(template.word.page, **margins)
        return replace(template, word=replace(template.word, page=page))

    return make


def change_colours(**slots: str) -> Fault:
    """Give slots of the theme, in both files, other colours."""

    def make(template: Template) -> Template:
        word, slides = template.word, template.slides
        named = {("tx1" if slot == "dk1" else slot): colour for slot, colour in slots.items()}
        layouts = {
            role: replace(layout, colours={**layout.colours, **named})
            for role, layout in slides.layouts.items()
        }
        return replace(
            template,
            word=replace(word, theme=_recolour(word.theme, slots)),
            slides=replace(slides, theme=_recolour(slides.theme, slots), layouts=layouts),
        )

    return make


def _recolour(theme: Any, slots: Mapping[str, str]) -> Any:
    return replace(theme, colours={**theme.colours, **slots})


def change_deck(**values: Any) -> Fault:
    """Give the deck other properties."""

    def make(template: Template) -> Template:
        return replace(template, slides=replace(template.slides, **values))

    return make


def change_deck_font(font: str) -> Fault:
    """Set the body of the deck in another font."""

    def make(template: Template) -> Template:
        theme = replace(template.slides.theme, minor=font)
        return replace(template, slides=replace(template.slides, theme=theme))

    return make


def change_layout(role: LayoutRole, change: Callable[[LayoutInfo], LayoutInfo]) -> Fault:
    """Change the layout for `role`."""

    def make(template: Template) -> Template:
        slides = template.slides
        layouts = {**slides.layouts, role: change(slides.layouts[role])}
        return replace(template, slides=replace(slides, layouts=layouts))

    return make


def change_hole(role: LayoutRole, hole_role: PlaceholderRole, **values: Any) -> Fault:
    """Change the first placeholder for `hole_role` on the layout for `role`."""

    def change(layout: LayoutInfo) -> LayoutInfo:
        first, *rest = layout.by_role[hole_role]
        holes = (replace(first, **values), *rest)
        return replace(layout, by_role={**layout.by_role, hole_role: holes})

    return change_layout(role, change)


def drop_title(layout: LayoutInfo) -> LayoutInfo:
    """Return `layout` without its title."""
    by_role = {
        role: holes for role, holes in layout.by_role.items() if role is not PlaceholderRole.TITLE
    }
    return replace(layout, by_role=by_role)


def shrink_body(layout: LayoutInfo) -> LayoutInfo:
    """Return `layout` with a body area of three lines."""
    body = layout.body
    return replace(layout, body=Box(body.left, body.top, body.width, pt(45)))


def narrow(hole: PlaceholderInfo) -> Box:
    """Return the box of `hole`, cut to four centimetres."""
    return Box(hole.box.left, hole.box.top, cm(4), hole.box.height)


def change_part(name: str, change: Callable[[Any], None], *, of_deck: bool = False) -> Fault:
    """Change the XML of a part in the template's own package, in place."""

    def make(template: Template) -> Template:
        package = template.deck if of_deck else template.report
        root = package.read_xml(name)
        change(root)
        package.write_xml(name, root)
        return template

    return make


def drop_numbering(styles: Any) -> None:
    """Take the bullet of `List Bullet` away."""
    for style in styles.iterfind(f"{W}style"):
        if style.find(f"{W}name").get(f"{W}val") == "List Bullet":
            number = style.find(f"{W}pPr/{W}numPr")
            number.getparent().remove(number)


def speak_nothing(styles: Any) -> None:
    """Set the report in a language that is none."""
    styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang").set(f"{W}val", "qq-QQ")


def speak_nothing_on_slides(presentation: Any) -> None:
    """Set the deck in a language that is none."""
    for level in presentation.iter(f"{A}defRPr"):
        level.set("lang", "qq-QQ")


def drop_bullets(master: Any) -> None:
    """Let no level of the master's text have a bullet."""
    for level in master.find(f"{P}txStyles/{P}bodyStyle"):
        for bullet in ("buChar", "buAutoNum", "buBlip"):
            for found in level.findall(f"{A}{bullet}"):
                level.replace(found, level.makeelement(f"{A}buNone"))


def write_text(text: str) -> Callable[[Any], None]:
    """Write `text` into the first run of a header."""

    def change(header: Any) -> None:
        next(header.iter(f"{W}t")).text = text

    return change


def add_shape(text: str) -> Fault:
    """Draw a shape with `text` over a chart, where nothing is filled in."""

    def make(template: Template) -> Template:
        package = template.report
        said = f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>"
        shapes = f'<c:userShapes xmlns:c="urn:c" xmlns:a="{A[1:-1]}">{said}</c:userShapes>'
        package.add_part("word/drawings/drawing1.xml", shapes.encode(), "application/xml")
        package.relate(package.main, "chartUserShapes", "word/drawings/drawing1.xml")
        return template

    return make
