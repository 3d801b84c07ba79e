"""The twelve colours of a theme: given, adjusted, derived or refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ooxml.contrast import contrast
from generator.ooxml.theme import SLOTS
from generator.places import Place
from generator.starter.brand import Tone
from generator.starter.colour_book import Swatch
from generator.starter.colours import distance
from generator.starter.palette import Given, ThemeColours, plan_palette

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"{number:06X}")
HERE = Place(file="_brand.yml", line=3, column=5)


def _plan(
    tone: Tone = Tone.LIGHT, fixed: dict[str, str] | None = None, **named: str
) -> tuple[ThemeColours, list[str]]:
    """Return the colours, and what was refused."""
    refused: list[str] = []

    def refuse(message: str, place: Place | None, hint: str) -> None:
        assert place == HERE
        refused.append(f"{message} / {hint}")

    given = Given(
        tone=tone,
        named={key: Swatch(rgb=rgb, name=f"color.{key}", place=HERE) for key, rgb in named.items()},
        fixed={key: Swatch(rgb=rgb, name=f"theme.{key}", place=HERE)
               for key, rgb in (fixed or {}).items()},
    )  # fmt: skip
    return plan_palette(given, refuse), refused


def _check_readable(planned: ThemeColours) -> None:
    rgb = planned.colours
    assert tuple(rgb) == SLOTS
    for text in ("dk1", "dk2", "accent1", "hlink", "folHlink"):
        for ground in ("lt1", "lt2"):
            assert contrast(rgb[text], rgb[ground]) >= 4.5, (text, ground)
    for number in range(1, 7):
        assert contrast(rgb[f"accent{number}"], rgb["lt1"]) >= 3


@settings(max_examples=60, deadline=None)
@given(primary=colours, secondary=colours, tone=st.sampled_from(Tone))
def test_any_two_colours_give_a_theme_that_reads_well(
    primary: str, secondary: str, tone: Tone
) -> None:
    """A designer who has two colours need not know of contrast."""
    planned, refused = _plan(tone, primary=primary, secondary=secondary)

    assert refused == []
    _check_readable(planned)


def test_nothing_at_all_gives_a_theme_too() -> None:
    """A brand file may hold a font alone."""
    planned, refused = _plan()

    assert refused == []
    _check_readable(planned)
    assert planned.colours["lt1"] == "FFFFFF"


def test_given_text_and_ground_are_taken_as_they_are() -> None:
    """These two are the brand."""
    planned, _ = _plan(foreground="20261F", background="F8F5EE", primary="1B4636")

    assert (planned.colours["dk1"], planned.colours["lt1"]) == ("20261F", "F8F5EE")
    assert planned.notes["dk1"] == "color.foreground"


def test_text_without_contrast_is_refused_with_the_numbers_and_a_colour_that_would_do() -> None:
    """The reason stands in the message, and so does the way out."""
    _, refused = _plan(foreground="999999", background="FFFFFF")

    assert len(refused) == 1
    assert "#999999 (color.foreground) has a contrast of 2.8:1" in refused[0]
    better = refused[0].rpartition("/ #")[2][:6]
    assert contrast(better, "FFFFFF") >= 4.5


def test_a_ground_between_light_and_dark_is_refused() -> None:
    """Nothing reads well on a middle grey."""
    _, refused = _plan(background="777777")

    assert "neither light nor dark" in refused[0]


@pytest.mark.parametrize(
    ("slot", "rgb"),
    [("accent2", "FFFF00"), ("dk2", "CCCCCC"), ("hlink", "88CCFF"), ("folHlink", "DDDDDD")],
)
def test_a_slot_that_cannot_be_seen_is_refused(slot: str, rgb: str) -> None:
    """What a designer puts into a slot is not changed in silence."""
    _, refused = _plan(fixed={slot: rgb}, primary="12436D")

    assert len(refused) == 1
    assert f"(theme.{slot})" in refused[0]


def test_a_slot_that_can_just_be_seen_is_taken() -> None:
    """Ratios are told with one digit: 2.99 is 3.0."""
    planned, refused = _plan(fixed={"accent2": "F46A25"}, primary="12436D")

    assert refused == []
    assert planned.colours["accent2"] == "F46A25"
    assert planned.notes["accent2"] == "theme.accent2"


def test_a_pale_second_colour_is_darkened_and_the_note_says_so() -> None:
    """The designer must be able to find out where a colour comes from."""
    planned, _ = _plan(primary="7A1F3D", secondary="E0A030")

    assert planned.colours["accent2"] == "C6891E"
    assert planned.notes["accent2"] == (
        "color.secondary #E0A030, darkened to a contrast of 3.0 with the paper"
    )


def test_a_light_that_is_a_tint_becomes_the_panel_and_another_does_not() -> None:
    """`light` of web brands may be white itself, or a grey that is too strong."""
    tint, _ = _plan(primary="12436D", light="F2F5F7")
    white, _ = _plan(primary="12436D", light="FFFFFF")
    strong, _ = _plan(primary="12436D", light="B0B0B0")

    assert tint.colours["lt2"] == "F2F5F7"
    for other in (white, strong):
        assert 1.03 <= contrast(other.colours["lt2"], "FFFFFF") <= 1.25


def test_a_dark_brand_has_light_pages_and_dark_slides() -> None:
    """Pages are printed."""
    pages, _ = _plan(Tone.LIGHT, foreground="F2F2EE", background="101820", primary="F2AA4C")
    slides, _ = _plan(Tone.DARK, foreground="F2F2EE", background="101820", primary="F2AA4C")

    assert (pages.colours["lt1"], pages.colours["dk1"]) == ("F2F2EE", "101820")
    assert (slides.colours["lt1"], slides.colours["dk1"]) == ("101820", "F2F2EE")
    assert distance(slides.colours["accent1"], "F2AA4C") < 0.02
    _check_readable(pages)
    _check_readable(slides)


def test_dark_slides_of_a_light_brand_change_ink_and_paper() -> None:
    """`mode: dark` needs no second set of colours."""
    slides, refused = _plan(Tone.DARK, foreground="20261F", background="F8F5EE", primary="1B4636")

    assert refused == []
    assert (slides.colours["lt1"], slides.colours["dk1"]) == ("20261F", "F8F5EE")
    _check_readable(slides)


def test_links_stay_what_they_are_if_they_can_be_read() -> None:
    """A link colour of its own is part of many brands."""
    planned, _ = _plan(primary="12436D", link="1A5FA8")

    assert planned.colours["hlink"] == "1A5FA8"
    assert planned.colours["folHlink"] != "1A5FA8"
