"""Places on the globe to places on paper: areas kept, or plain degrees. Pure."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

Degrees = tuple[float, float]
"""Longitude and latitude."""

Flat = tuple[float, float]
"""A place on paper: to the right and downwards, in units of the globe's radius."""

Projection = Callable[[Degrees], Flat]

_WIDEST = 180.0  # degrees of longitude that a cone shows well
_FLATTEST = 0.1  # sine of the latitude under which a cone is nearly a cylinder
_EQUAL_EARTH = (1.340264, -0.081106, 0.000893, 0.003796)

_STANDARD = (1 / 6, 5 / 6)
"""Where the standard parallels of a cone lie between the lowest and highest latitude."""


class Bounds(NamedTuple):
    """The least and greatest longitude and latitude of a map, in degrees."""

    west: float
    east: float
    south: float
    north: float


def find_bounds(points: Iterable[Degrees]) -> Bounds:
    """Return the bounds of one point or more."""
    places = list(points)
    longitudes = [place[0] for place in places]
    latitudes = [place[1] for place in places]
    return Bounds(min(longitudes), max(longitudes), min(latitudes), max(latitudes))


def plan_equal_area(bounds: Bounds) -> Projection:
    """Return a projection that keeps areas: Albers' cone, a cylinder by the equator, or the world.

    The standard parallels follow the bounds, so that shapes in between are hardly stretched.
    """
    south, span = bounds.south, bounds.north - bounds.south
    first, second = (math.radians(south + span * share) for share in _STANDARD)
    cone = (math.sin(first) + math.sin(second)) / 2
    if bounds.east - bounds.west > _WIDEST:
        return _project_world
    if abs(cone) < _FLATTEST:
        return _plan_cylinder(bounds)
    constant = math.cos(first) ** 2 + 2 * cone * math.sin(first)
    middle = math.radians((bounds.west + bounds.east) / 2)

    def project(place: Degrees) -> Flat:
        longitude, latitude = math.radians(place[0]), math.radians(place[1])
        radius = math.sqrt(max(constant - 2 * cone * math.sin(latitude), 0.0)) / cone
        angle = cone * (longitude - middle)
        return radius * math.sin(angle), radius * math.cos(angle)

    return project


def _plan_cylinder(bounds: Bounds) -> Projection:
    """Return Lambert's cylinder, true at the middle latitude."""
    factor = max(math.cos(math.radians((bounds.south + bounds.north) / 2)), 0.1)

    def project(place: Degrees) -> Flat:
        return math.radians(place[0]) * factor, -math.sin(math.radians(place[1])) / factor

    return project


def _project_world(place: Degrees) -> Flat:
    """Return a place in the Equal Earth projection (Šavrič, Patterson and Jenny, 2018)."""
    first, second, third, fourth = _EQUAL_EARTH
    half = math.sqrt(3) / 2
    angle = math.asin(half * math.sin(math.radians(place[1])))
    square = angle * angle
    sixth = square**3
    slope = first + 3 * second * square + sixth * (7 * third + 9 * fourth * square)
    x = math.radians(place[0]) * math.cos(angle) / (half * slope)
    y = angle * (first + second * square + sixth * (third + fourth * square))
    return x, -y


def plan_plain(bounds: Bounds) -> Projection:
    """Return the equirectangular projection, true at the middle latitude."""
    factor = max(math.cos(math.radians((bounds.south + bounds.north) / 2)), 0.1)

    def project(place: Degrees) -> Flat:
        return math.radians(place[0]) * factor, -math.radians(place[1])

    return project


def simplify(ring: Sequence[Flat], least: float) -> tuple[Flat, ...]:
    """Return `ring` without corners that lie nearer than `least` to the one before."""
    kept: list[Flat] = []
    for place in ring:
        if not kept or math.dist(kept[-1], place) >= least:
            kept.append(place)
    return tuple(kept)
