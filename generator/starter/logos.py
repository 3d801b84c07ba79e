"""Logos on their grounds: which variant stands where, how large, on a plate of its own or not."""

from __future__ import annotations

from dataclasses import dataclass

from generator.inventory.pictures import Picture
from generator.starter.brand import Brand
from generator.starter.package import Part
from generator.units import EMU_PER_INCH, Emu, Size

LEAST_DPI = 120
"""A logo of few pixels is shown smaller rather than blurred."""

CONTENT_TYPES = {"png": "image/png", "jpeg": "image/jpeg"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedLogo:
    """A logo for one place.

    Attributes:
        size: As it is shown, in EMU.
        has_plate: Whether it was drawn for another ground, and needs one of its own behind it.
    """

    picture: Picture
    size: Size
    has_plate: bool


def choose_logo(
    brand: Brand, sizes: tuple[str, ...], room: Size, *, on_dark: bool
) -> PlacedLogo | None:
    """Return the logo of the first of `sizes` that there is, fitted into `room` (EMU)."""
    logo = brand.find_logo(*sizes)
    if logo is None:
        return None
    wanted, other = (logo.dark, logo.light) if on_dark else (logo.light, logo.dark)
    picture = wanted or other
    if picture is None:
        return None
    return PlacedLogo(picture=picture, size=fit_logo(picture, room), has_plate=wanted is None)


def fit_logo(picture: Picture, room: Size) -> Size:
    """Return the size in EMU at which `picture` fits into `room`, its proportions kept."""
    share = min(room.width / picture.width, room.height / picture.height, EMU_PER_INCH / LEAST_DPI)
    width, height = (max(1, round(side * share)) for side in (picture.width, picture.height))
    return Size(Emu(width), Emu(height))


def write_media(folder: str, name: str, picture: Picture) -> Part:
    """Return the part that holds `picture`, such as `ppt/media/cover.png`."""
    return Part(
        name=f"{folder}/media/{name}.{picture.kind}",
        content_type=CONTENT_TYPES[picture.kind],
        data=picture.data,
    )
