"""Colours of DrawingML come out as Office shows them."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.inventory.colours import DEFAULT_MAP, A, Scheme, blend, mix

SLOTS = {"dk1": "000000", "lt1": "FFFFFF", "dk2": "1F3A54", "lt2": "EEF1F4", "accent1": "4472C4"}
SCHEME = Scheme(slots=SLOTS)


def fill(colour: str) -> Any:
    """Return an `a:solidFill` with the colour in XML."""
    return etree.fromstring(f'<a:solidFill xmlns:a="{A[1:-1]}">{colour}</a:solidFill>')


@pytest.mark.parametrize(
    ("colour", "rgb"),
    [
        ('<a:srgbClr val="ff8000"/>', "FF8000"),
        ('<a:schemeClr val="tx1"/>', "000000"),
        ('<a:schemeClr val="accent1"/>', "4472C4"),
        ('<a:schemeClr val="accent1"><a:lumMod val="75000"/></a:schemeClr>', "2F5597"),
        (
            '<a:schemeClr val="accent1"><a:lumMod val="40000"/><a:lumOff val="60000"/>'
            "</a:schemeClr>",
            "B4C7E7",
        ),
        ('<a:schemeClr val="bg1"><a:lumMod val="85%"/></a:schemeClr>', "D9D9D9"),
        ('<a:schemeClr val="tx1"><a:tint val="75000"/></a:schemeClr>', "898989"),
        ('<a:schemeClr val="bg1"><a:shade val="50000"/></a:schemeClr>', "BCBCBC"),
        ('<a:sysClr val="windowText" lastClr="112233"/>', "112233"),
        ('<a:sysClr val="window"/>', "FFFFFF"),
        ('<a:prstClr val="navy"/>', "000080"),
        ('<a:scrgbClr r="100000" g="0" b="0"/>', "FF0000"),
        ('<a:hslClr hue="7200000" sat="100000" lum="50000"/>', "00FF00"),
        ('<a:schemeClr val="phClr"/>', "ABCDEF"),
    ],
)
def test_a_colour_is_resolved_as_office_shows_it(colour: str, rgb: str) -> None:
    """The values are those that PowerPoint itself shows in its dialog of colours."""
    assert SCHEME.resolve(fill(colour), "ABCDEF") == rgb


@pytest.mark.parametrize(
    "colour",
    ["", '<a:srgbClr val="red"/>', '<a:schemeClr val="accent9"/>', '<a:prstClr val="plaid"/>'],
)
def test_what_is_no_colour_is_unknown(colour: str) -> None:
    """A guess would pass for knowledge where contrast is judged."""
    assert SCHEME.resolve(fill(colour)) == ""


def test_a_dark_master_maps_text_to_the_light_slot() -> None:
    """Half of all dark templates are made by the colour map alone."""
    dark = Scheme(slots=SLOTS, mapping={**DEFAULT_MAP, "tx1": "lt1", "bg1": "dk1"})

    assert dark.resolve(fill('<a:schemeClr val="tx1"/>')) == "FFFFFF"
    assert dark.resolve(fill('<a:schemeClr val="dk1"/>')) == "000000"


def test_a_veil_is_blended_with_what_is_under_it() -> None:
    """Designers lay half-transparent panels over photographs and grounds."""
    assert blend("000000", "FFFFFF", 0.5) == "808080"
    assert blend("000000", "", 0.5) == ""
    assert blend("123456", "", 1.0) == "123456"


def test_a_gradient_counts_as_its_mean() -> None:
    """One colour must stand for it where contrast is judged."""
    assert mix({0.0: "000000", 1.0: "FFFFFF"}) == "808080"
    assert mix({0.0: "000000", 0.5: ""}) == ""
