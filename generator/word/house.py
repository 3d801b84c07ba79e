"""The look of a template, for what has to be made for it: its sizes, its colours, its headings."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator
from dataclasses import dataclass

from generator.inventory.report import StyleInfo, StyleRole, WordTemplate
from generator.inventory.shades import SLOTS, vary
from generator.inventory.stylefit import VISIBLE
from generator.ooxml.contrast import contrast, luminance

READABLE = 4.5
"""Least contrast of text (WCAG 1.4.3)."""

_DEFAULT_BODY_PT = 11.0
_PAPER, _INK = "FFFFFF", "000000"
_COLOURFUL = 0.2
"""Saturation from which a colour is one, and no grey."""

_PANEL_CONTRAST = (1.04, 1.4)
"""Contrast of a panel to the page: seen as one, and no more."""

_PANEL_TINT = 0.12
_MUTED = 0.35
"""Share of the page's colour that is mixed into that of text which comes second."""

_WORD_SLOTS = {slot: name for name, slot in SLOTS.items() if not name.startswith(("light", "dark"))}
_HEADING_ROLES = (
    StyleRole.HEADING_1,
    StyleRole.HEADING_2,
    StyleRole.TITLE,
    StyleRole.HEADING_3,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone:
    """A colour, and where it is one of the theme the slot of that.

    Attributes:
        rgb: RRGGBB.
        slot: `ST_ThemeColor` (wml.xsd); empty for a colour of its own.
        tint: Share of the slot's colour; the rest is white.
    """

    rgb: str
    slot: str = ""
    tint: float = 1.0

    def attributes(self, prefix: str = "w:color") -> dict[str, str]:
        """Return the attributes that name it, in `w:color`, in a border, or as `w:fill`."""
        plain, themed, tint = {
            "w:color": ("w:val", "w:themeColor", "w:themeTint"),
            "border": ("w:color", "w:themeColor", "w:themeTint"),
            "w:fill": ("w:fill", "w:themeFill", "w:themeFillTint"),
        }[prefix]
        given = {plain: self.rgb}
        if self.slot:
            given[themed] = self.slot
        if self.tint < 1:
            given[tint] = f"{round(255 * self.tint):02X}"
        return given


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What the template's own styles and theme come to.

    Attributes:
        body_pt: Size of running text in points.
        body_font: Its font; `heading_font` likewise.
        heading: Style that headings are like; None where the template has none.
        ground: Colour of the page as RRGGBB.
        text: Colour of running text as RRGGBB.
        accent: Colour of text that stands out, easy to read on page and panel; None for none.
        rule: Colour of lines.
        panel: Fill of boxes; None where none would do.
        muted: Colour of text that comes second, easy to read on page and panel.
        link: Colour of links.
    """

    body_pt: float
    body_font: str
    heading_font: str
    heading: StyleInfo | None
    ground: str
    text: str
    accent: Tone | None
    rule: Tone
    panel: Tone | None
    muted: Tone | None
    link: Tone


def read_house(template: WordTemplate, default_id: str) -> House:
    """Return the look of `template`; `default_id` is the style of paragraphs that name none."""
    body = find_body(template, default_id)
    heading = next((template.styles[r] for r in _HEADING_ROLES if r in template.styles), None)
    ground = template.page.ground or _PAPER
    text = (body.colour if body else "") or ink_on(ground)
    panel = _choose_panel(template, ground, text)
    behind = (ground, panel.rgb) if panel else (ground,)
    tones = [*_list_tones(template, heading)]
    readable = (tone for tone in tones if _reads(tone.rgb, behind))
    seen = (tone for tone in tones if contrast(tone.rgb, ground) >= VISIBLE)
    body_font = (body.font if body else "") or template.theme.minor
    return House(
        body_pt=(body.size_pt if body else 0) or _DEFAULT_BODY_PT,
        body_font=body_font,
        heading_font=_choose_heading_font(template, heading, body_font),
        heading=heading,
        ground=ground,
        text=text,
        accent=next(readable, None),
        rule=next(seen, Tone(rgb=text)),
        panel=panel,
        muted=_choose_muted(text, ground, behind),
        link=_choose_link(template, behind, text),
    )


def find_body(template: WordTemplate, default_id: str) -> StyleInfo | None:
    """Return the style of running text, or where there is none that of all paragraphs."""
    plain = (info for info in template.everything if info.id == default_id)
    return template.styles.get(StyleRole.BODY) or next(plain, None)


def _choose_heading_font(template: WordTemplate, heading: StyleInfo | None, body: str) -> str:
    """Return the font of headings: the theme's where running text is in the theme's, too."""
    if heading is not None:
        return heading.font
    theme = template.theme
    return theme.major if theme.major and body == theme.minor else body


def ink_on(ground: str) -> str:
    """Return black or white, whichever reads better on `ground`."""
    return _INK if luminance(ground) > 0.18 else _PAPER  # noqa: PLR2004 - black and white read alike there


def _reads(rgb: str, behind: tuple[str, ...]) -> bool:
    return all(contrast(rgb, each) >= READABLE for each in behind)


def _list_tones(template: WordTemplate, heading: StyleInfo | None) -> Iterator[Tone]:
    """Yield the colours of the house: that of its headings, then those of its theme."""
    colours = template.theme.colours
    if heading is not None and _is_colourful(heading.colour):
        slots = (slot for slot, rgb in colours.items() if rgb == heading.colour)
        slot = next(slots, "")
        yield Tone(rgb=heading.colour, slot=_WORD_SLOTS.get(slot, slot))
    for slot in ("accent1", "dk2", "accent2", "accent3", "accent4", "accent5", "accent6"):
        rgb = colours.get(slot, "")
        if _is_colourful(rgb):
            yield Tone(rgb=rgb, slot=_WORD_SLOTS.get(slot, slot))


def _is_colourful(rgb: str) -> bool:
    if not rgb:
        return False
    parts = [int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    _, light, saturation = colorsys.rgb_to_hls(*parts)
    return saturation >= _COLOURFUL and 0.05 < light < 0.95  # noqa: PLR2004 - neither black nor white


def _choose_panel(template: WordTemplate, ground: str, text: str) -> Tone | None:
    """Return the fill of boxes: the theme's second ground, a pale accent, or a pale grey."""
    colours = template.theme.colours
    tones: list[Tone] = []
    if colours.get("lt2"):
        tones.append(Tone(rgb=colours["lt2"], slot=_WORD_SLOTS["lt2"]))
    if _is_colourful(colours.get("accent1", "")):
        pale = vary(colours["accent1"], _PANEL_TINT, 1.0)
        tones.append(Tone(rgb=pale, slot="accent1", tint=_PANEL_TINT))
    tones.append(Tone(rgb="F2F2F2"))
    least, most = _PANEL_CONTRAST
    fitting = (
        tone
        for tone in tones
        if least <= contrast(tone.rgb, ground) <= most and contrast(tone.rgb, text) >= READABLE
    )
    return next(fitting, None)


def _choose_muted(text: str, ground: str, behind: tuple[str, ...]) -> Tone | None:
    rgb = mix(text, ground, _MUTED)
    return Tone(rgb=rgb) if _reads(rgb, behind) else None


def _choose_link(template: WordTemplate, behind: tuple[str, ...], text: str) -> Tone:
    """Return the theme's colour of links, if it can be read, else that of the text."""
    rgb = template.theme.colours.get("hlink", "")
    if rgb and _reads(rgb, behind):
        return Tone(rgb=rgb, slot=_WORD_SLOTS["hlink"])
    return Tone(rgb=text)


def mix(rgb: str, other: str, share: float) -> str:
    """Return `rgb` with `share` of `other` mixed in."""
    pairs = ((int(rgb[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (0, 2, 4))
    return "".join(f"{round(one + (two - one) * share):02X}" for one, two in pairs)
