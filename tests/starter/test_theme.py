"""What colours are for: quiet text that can be read, and tints that do not glare."""

from __future__ import annotations

from generator.ooxml.contrast import contrast
from generator.starter.colours import chroma, shade
from generator.starter.theme import Shade, calm, plan_shades, slide_colour

LIGHT = {"dk1": "20261F", "lt1": "F8F5EE", "lt2": "EBEBE3", "accent1": "0B5D3B"}
DARK = {"dk1": "F2F2EE", "lt1": "101820", "lt2": "1A242E", "accent1": "F2AA4C"}


def test_quiet_text_fades_towards_its_ground() -> None:
    """Darker text on paper becomes lighter, light text on a dark ground darker."""
    assert plan_shades(LIGHT).muted == Shade(slot="dk1", lighter=0.25)
    assert plan_shades(DARK).muted == Shade(slot="dk1", darker=0.25)


def test_quiet_text_fades_no_farther_than_it_can_be_read() -> None:
    """An ink that is faint itself is not made fainter."""
    muted = plan_shades({**LIGHT, "dk1": "5E5E5E"}).muted

    assert muted.lighter < 0.25
    assert contrast(shade("5E5E5E", lighter=muted.lighter), LIGHT["lt2"]) >= 4.5


def test_quiet_text_does_not_become_violet() -> None:
    """A saturated ink made lighter would shout."""
    assert plan_shades({**LIGHT, "dk1": "240046"}).muted.lighter < 0.25


def test_rules_part_from_the_paper_on_either_ground() -> None:
    """A rule of 15 per cent black on black would be lost."""
    assert plan_shades(LIGHT).rule == Shade(slot="lt1", darker=0.15)
    assert plan_shades(DARK).rule == Shade(slot="lt1", lighter=0.15)


def test_tints_are_calmed_and_the_brands_own_colours_are_not() -> None:
    """Half-lightened dark green is neon; the green itself is the brand."""
    tint = Shade(slot="accent1", lighter=0.5)

    calmed = calm(tint, LIGHT)

    assert calmed.saturation < 1
    rgb = shade("0B5D3B", lighter=0.5, saturation=calmed.saturation)
    assert chroma(rgb) <= 0.125 < chroma(shade("0B5D3B", lighter=0.5))
    assert calm(Shade(slot="accent1"), {"accent1": "00FF00"}) == Shade(slot="accent1")
    assert '<a:satMod val="' in slide_colour(calmed)
