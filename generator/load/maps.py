"""GeoJSON files beside the brief: the outlines of regions, by which maps are drawn."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from generator.brief import Brief
from generator.errors import DataError, GeneratorError
from generator.load.files import check_file, read_text
from generator.load.tree import Places
from generator.places import Place

MAX_BYTES = 30_000_000
"""Size of the largest GeoJSON file that is read."""

MOST_POINTS = 400_000
"""Points of all outlines; a map on a page can show some thousands."""

_POLYGON, _POLYGONS = "Polygon", "MultiPolygon"
_LEAST_POINTS = 3
_DEGREES = (180.0, 90.0)

Ring = tuple[tuple[float, float], ...]
"""A closed outline: longitude and latitude of its corners, in degrees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """What a map has an outline of.

    Attributes:
        properties: What the file says of it, as text; what is no text or number is left out.
        polygons: Each an outer ring, then its holes.
    """

    properties: Mapping[str, str]
    polygons: tuple[tuple[Ring, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GeoMap:
    """The regions of a GeoJSON file, in its order; at least one."""

    file: str
    regions: tuple[Region, ...]


def read_maps(
    brief: Brief, folder: Path, places: Places, *, allow_outside: bool = False
) -> tuple[Mapping[str, GeoMap], tuple[GeneratorError, ...]]:
    """Return the maps that the charts of `brief` name, by file, and what went wrong.

    Args:
        brief: The brief.
        folder: That its data file is in.
        places: Where the names of the files stand.
        allow_outside: Whether files may lie outside of `folder`.
    """
    maps: dict[str, GeoMap] = {}
    errors: list[GeneratorError] = []
    for id_, chart in brief.charts.items():
        if chart.map is None or chart.map.file in maps:
            continue
        from generator.load.datasets.paths import find_data_file

        try:
            path = find_data_file(chart.map.file, folder, allow_outside=allow_outside)
            maps[chart.map.file] = read_map(path)
        except GeneratorError as error:
            error.place = error.place or places.find_value(("charts", id_, "map", "file"))
            errors.append(error)
    return maps, tuple(errors)


def read_map(path: Path) -> GeoMap:
    """Return the regions of the GeoJSON file (RFC 7946) at `path`.

    Raises:
        MissingError: There is no such file.
        DataError: It is too large, no GeoJSON, has no areas, or its coordinates are no degrees.
    """
    check_file(path, MAX_BYTES)
    place = Place(file=str(path))
    root = _parse(read_text(path), place)
    regions: list[Region] = []
    count = 0
    for number, feature in enumerate(_list_features(root, place), start=1):
        region = _read_region(feature, number, place)
        if region is None:
            continue
        count += sum(len(ring) for polygon in region.polygons for ring in polygon)
        if count > MOST_POINTS:
            raise DataError(
                f"the map has more than {MOST_POINTS:,} points",
                place=place,
                hint="simplify its outlines first: some thousand points are enough for a page",
            )
        regions.append(region)
    if not regions:
        raise DataError(
            "the map has no areas",
            place=place,
            hint="export regions as polygons; points and lines cannot be shaded",
        )
    return GeoMap(file=str(path), regions=tuple(regions))


def _parse(text: str, place: Place) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise DataError(
            f"this is no JSON: {error.msg.lower()}",
            place=Place(file=place.file, line=error.lineno, column=error.colno),
            hint="export the map again as GeoJSON",
        ) from error
    except (RecursionError, ValueError) as error:
        raise DataError(
            "the map is nested too deeply, or holds a number that is too long",
            place=place,
            hint="export the map again as GeoJSON",
        ) from error


def _list_features(root: object, place: Place) -> list[object]:
    """Return the features of a collection, or the one feature of a file."""
    if isinstance(root, dict):
        given = cast("dict[str, object]", root)
        features = given.get("features")
        if given.get("type") == "FeatureCollection" and isinstance(features, list):
            return cast("list[object]", features)
        if given.get("type") == "Feature":
            return [given]
        if given.get("type") == "Topology":
            raise DataError(
                "the map is TopoJSON, not GeoJSON", place=place, hint="export it as GeoJSON"
            )
    raise DataError(
        "this is no GeoJSON: it has no features",
        place=place,
        hint="a map is a 'FeatureCollection' of regions",
    )


def _read_region(feature: object, number: int, place: Place) -> Region | None:
    """Return the region of a feature; None if it is no area."""
    if not isinstance(feature, dict):
        return None
    given = cast("dict[str, Any]", feature)
    geometry, properties = given.get("geometry"), given.get("properties")
    if not isinstance(geometry, dict):
        return None
    shape = cast("dict[str, object]", geometry)
    kind, coordinates = shape.get("type"), shape.get("coordinates")
    if kind not in {_POLYGON, _POLYGONS} or not isinstance(coordinates, list):
        return None
    parts = cast("list[object]", [coordinates] if kind == _POLYGON else coordinates)
    try:
        polygons = tuple(rings for rings in map(_read_polygon, parts) if rings)
    except (TypeError, ValueError, IndexError, OverflowError) as error:
        raise DataError(
            f"feature {number} of the map has coordinates that are no degrees",
            place=place,
            hint="export the map in longitude and latitude (WGS 84)",
        ) from error
    known = cast("dict[str, object]", properties) if isinstance(properties, dict) else {}
    named = {"id": given.get("id"), **known}
    texts = {key: str(value) for key, value in named.items() if _is_plain(value)}
    return Region(properties=texts, polygons=polygons) if polygons else None


def _is_plain(value: object) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def _read_polygon(part: object) -> tuple[Ring, ...]:
    """Return the rings of a polygon; none if its outer ring has no area.

    Raises:
        TypeError, ValueError, IndexError, OverflowError: A coordinate is no degree.
    """
    rings = [tuple(_read_points(ring)) for ring in cast("Sequence[Sequence[object]]", part)]
    if not rings or len(rings[0]) < _LEAST_POINTS:
        return ()
    return tuple(ring for ring in rings if len(ring) >= _LEAST_POINTS)


def _read_points(ring: Sequence[object]) -> list[tuple[float, float]]:
    """Return the corners of a ring, the last not repeated."""
    pairs = [cast("Sequence[object]", point) for point in ring]
    points = [(_check_degree(pair[0], 0), _check_degree(pair[1], 1)) for pair in pairs]
    return points[:-1] if len(points) > 1 and points[0] == points[-1] else points


def _check_degree(value: object, axis: int) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise TypeError(value)
    if not math.isfinite(value) or abs(value) > _DEGREES[axis] + 1e-6:
        raise ValueError(value)
    return float(value)
