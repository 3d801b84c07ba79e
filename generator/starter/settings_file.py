"""Writes a commented `template.yml`: what serves each role and why, ready to be changed by hand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.inventory.deck import DeckTemplate, LayoutRole
from generator.inventory.palette import order_palette
from generator.inventory.report import StyleRole, WordTemplate
from generator.inventory.settings import Margins, TemplateSettings
from generator.starter.brand import Brand
from generator.units import EMU_PER_CM

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 _&,()/-]*[A-Za-z0-9)]\Z")
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null"})
_WIDTH = 100
_MOST_NAMES = 120
_HEAD = """\
# What the generator should know of the two Office files beside this one, where it cannot see it.
# All of it may be left out: styles are found by their stored names, layouts by the kinds and places
# of their placeholders. Colours and fonts come from the theme of the files themselves.
#
# Two things are told by a name inside the files, so keep these names when you change them:
# - in deck.pptx, the small text placeholders Tracker, Source, Kicker, Byline and Date (names of
#   shapes, shown in Home, Select, Selection Pane);
# - in report.docx, the fields of header and footer: TITLE, DOCPROPERTY Company, PAGE, NUMPAGES.
"""
_STYLES = """\
# Role of a style: the name of the style in report.docx that serves it, and why it was chosen.
# To choose another one, take the # away and write its name. Where it says "made", the file has
# no style for the role, and one is made in its fonts and colours when a report is built.
styles:
"""
_LAYOUTS = """\
# Role of a layout: the name of the layout in deck.pptx that serves it, and why it was chosen.
# To choose another one, take the # away and write its name.
layouts:
"""
_PALETTE = """\
# Colours of charts, as slots of the theme, in the order in which series take them.
"""
_MINIMUM = """\
# Smallest sizes of text that the generator may choose, in points.
minimum:
"""
_BODY = """\
# Where the content of slides may stand: distance from each edge of the slide in centimetres, for
# all layouts or by role. Left out, it is where the layout has its placeholders. Example:
#   body: {left: 1.5, top: 4.4, right: 1.5, bottom: 2.5}
"""
_LOGO = """\
# A logo that the two files do not have themselves: a PNG or JPEG beside this file. Example:
#   logo: {file: logo.png, alt: Logo of our institute, corner: top-right, height: 1.2}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A template as it was found or made.

    Attributes:
        settings: What a `template.yml` said already, which stays.
        brand: What at least one of the halves was made from.
        is_partly_given: Whether the other one was there already.
    """

    word: WordTemplate
    slides: DeckTemplate
    settings: TemplateSettings
    brand: Brand | None = None
    is_partly_given: bool = False


def write_settings(found: Found) -> bytes:
    """Return the text of `template.yml` in UTF-8."""
    parts = (
        _HEAD,
        _tell_colours(found.brand) if found.brand else "",
        _STYLES + "\n".join(_tell_styles(found)),
        _list_names("Paragraph styles of the file", _name_styles(found.word)),
        _LAYOUTS + "\n".join(_tell_layouts(found)),
        _list_names("Layouts of the file", _name_layouts(found.slides)),
        f"{_PALETTE}palette: [{', '.join(_choose_palette(found))}]",
        _MINIMUM + "\n".join(f"  {key}: {size:g}" for key, size in found.settings.minimum.items()),
        _BODY + _write_body(found.settings.body),
        _LOGO,
    )
    return ("\n\n".join(part.rstrip("\n") for part in parts if part) + "\n").encode()


def _choose_palette(found: Found) -> tuple[str, ...]:
    """Return what was said, else the order that the brand's colours were planned in.

    A half that is made beside a given one is drawn in the given one's order: where nothing was
    said, in that which charts on the slides take anyway.
    """
    if found.brand is None or found.is_partly_given:
        return found.settings.palette or order_palette(found.slides.theme)
    return found.brand.palette


def quote(name: str) -> str:
    """Return `name` as YAML reads it back, on one line."""
    is_plain = _PLAIN.match(name) and name.lower() not in _WORDS and ", " not in name
    return name if is_plain else json.dumps(name, ensure_ascii=True)


def _comment(text: str) -> str:
    """Return `text` without what could end a comment."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _tell_colours(brand: Brand) -> str:
    lines = [
        f"#   {slot:<9}#{brand.colours[slot]}  {_comment(note)}"
        for slot, note in brand.notes.items()
    ]
    return "\n".join(["# Where the colours of the theme come from:", *lines])


def _tell_styles(found: Found) -> Iterator[str]:
    chosen = found.settings.styles
    for role in StyleRole:
        style, reason = found.word.styles.get(role), found.word.reasons.get(role, "")
        if role in chosen:
            yield f"  {role.value}: {quote(chosen[role])}"
        elif style:
            yield _tell(role.value, style.name, reason)
        else:
            yield f"  # {role.value}: made, {_comment(reason)}"


def _tell_layouts(found: Found) -> Iterator[str]:
    chosen = found.settings.layouts
    for role in LayoutRole:
        if role in chosen:
            yield f"  {role.value}: {quote(chosen[role])}"
        else:
            layout = found.slides.layouts[role]
            yield _tell(role.value, layout.name, found.slides.reasons.get(role, ""))


def _tell(role: str, name: str, reason: str) -> str:
    entry = f"  # {role}: {quote(name)}"
    return f"{entry}  # {_comment(reason)}" if reason else entry


def _name_styles(word: WordTemplate) -> list[str]:
    return [style.name for style in word.everything if style.kind == "paragraph"]


def _name_layouts(slides: DeckTemplate) -> list[str]:
    return [layout.name for master in slides.masters for layout in master.layouts]


def _list_names(title: str, names: Iterable[str]) -> str:
    """Return names to choose from as a comment, a few on each line."""
    every = list(dict.fromkeys(_comment(name) for name in names if name.strip()))
    if not every:
        return ""
    more = len(every) - _MOST_NAMES
    shown = [*every[:_MOST_NAMES], *([f"and {more} more"] if more > 0 else [])]
    lines, line = [f"# {title}:"], "#  "
    for number, name in enumerate(shown, 1):
        piece = f" {name}{',' if number < len(shown) else '.'}"
        if len(line) + len(piece) > _WIDTH and line.strip("# "):
            lines.append(line)
            line = "#  "
        line += piece
    return "\n".join([*lines, line])


def _write_body(body: Mapping[LayoutRole, Margins]) -> str:
    """Return the areas for content that a `template.yml` gave."""
    if not body:
        return ""
    lines = [
        f"  {role.value}: {{"
        + ", ".join(f"{side}: {_to_cm(margins, side)}" for side in _SIDES)
        + "}"
        for role, margins in body.items()
    ]
    return "\n".join(["body:", *lines])


_SIDES = ("left", "top", "right", "bottom")


def _to_cm(margins: Margins, side: str) -> str:
    return f"{getattr(margins, side) / EMU_PER_CM:.4g}"
