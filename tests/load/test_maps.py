"""GeoJSON files beside the brief."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.errors import DataError, GeneratorError
from generator.load.maps import MOST_POINTS, read_map, read_maps
from generator.load.reading import read_brief

SQUARE = [[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]
BRIEF = """\
title: A map
date: 2026-03
charts:
  fig-map:
    kind: choropleth
    title: Rates by region
    map: {file: FILE}
    data: [{label: North, value: 1}]
"""


def feature(coordinates: Any = None, kind: str = "Polygon", **properties: Any) -> dict[str, Any]:
    """Return a region; a square by default."""
    shape = [SQUARE] if coordinates is None else coordinates
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": kind, "coordinates": shape},
    }


def write(folder: Path, *features: Any) -> Path:
    """Return the path of a GeoJSON file with `features`."""
    path = folder / "map.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return path


def test_regions_have_outlines_in_degrees_and_properties_as_text(tmp_path: Path) -> None:
    """Codes are numbers in some files and words in others."""
    hole = [[0.5, 0.5], [1, 0.5], [1, 1], [0.5, 0.5]]
    geo = read_map(write(tmp_path, feature([SQUARE, hole], name="North", code=32, other=None)))
    (region,) = geo.regions

    assert region.properties == {"name": "North", "code": "32"}
    assert region.polygons[0][0] == ((0, 0), (2, 0), (2, 2), (0, 2))
    assert len(region.polygons[0]) == 2


def test_several_polygons_are_one_region_and_points_are_passed_over(tmp_path: Path) -> None:
    """Islands belong to their country; a capital is no area."""
    capital = {"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 1]}}
    path = write(tmp_path, capital, feature([[SQUARE], [SQUARE]], "MultiPolygon", name="A"))

    assert [len(region.polygons) for region in read_map(path).regions] == [2]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no JSON"),
        ("{", "no JSON"),
        ("[" * 100_000, "nested too deeply"),
        ("[]", "no GeoJSON"),
        ('{"type": "Topology", "objects": {}}', "TopoJSON"),
        ('{"type": "FeatureCollection", "features": []}', "no areas"),
        ('{"type": "FeatureCollection", "features": [1, null, {"geometry": 3}]}', "no areas"),
        (json.dumps(feature([[[500000, 1], [2, 3], [4, 5]]])), "no degrees"),
        (json.dumps(feature([[["a", 1], [2, 3], [4, 5]]])), "no degrees"),
        (json.dumps(feature([[[1], [2, 3], [4, 5]]])), "no degrees"),
        (json.dumps(feature([[1, 2, 3]])), "no degrees"),
        (json.dumps(feature(7)), "no areas"),
        (
            '{"type": "Feature", "geometry": {"type": "Polygon", "coordinates": '
            "[[[NaN, 1], [2, 3], [4, 5]]]}}",
            "no degrees",
        ),
        (
            '{"type": "Feature", "geometry": {"type": "Polygon", "coordinates": '
            "[[[Infinity, 1], [2, 3], [4, 5]]]}}",
            "no degrees",
        ),
    ],
)
def test_what_is_no_map_is_refused_with_its_file(text: str, message: str, tmp_path: Path) -> None:
    """A file of the user's may hold anything."""
    path = tmp_path / "map.geojson"
    path.write_text(text)
    with pytest.raises(DataError, match=message) as caught:
        read_map(path)

    assert caught.value.place is not None
    assert caught.value.place.file == str(path)
    assert caught.value.hint


def test_a_map_of_too_many_points_is_refused(tmp_path: Path) -> None:
    """Outlines to the metre make a file of a hundred megabytes, and look no better."""
    ring = [[at % 100 / 10, at / 10_000_000] for at in range(MOST_POINTS + 1)]
    with pytest.raises(DataError, match="more than 400,000 points"):
        read_map(write(tmp_path, feature([ring])))


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("gone.geojson", "no such file"),
        ("../map.geojson", "outside of the folder"),
        ("/etc/hostname", "outside of the folder"),
    ],
)
def test_a_map_that_is_not_there_is_told_at_the_line_that_names_it(
    file: str, message: str, tmp_path: Path
) -> None:
    """The author looks at the brief, not at the disk."""
    brief = tmp_path / "brief.yaml"
    brief.write_text(BRIEF.replace("FILE", file))
    loaded = read_brief(brief)
    assert loaded.brief is not None
    maps, errors = read_maps(loaded.brief, tmp_path, loaded.places)

    assert maps == {}
    assert [type(error).__mro__[1:].count(GeneratorError) for error in errors] == [1]
    assert message in errors[0].message
    assert errors[0].place is not None
    assert errors[0].place.line == 7


def test_the_maps_of_a_brief_are_read_once_each(tmp_path: Path) -> None:
    """Ten charts of one country need one file."""
    write(tmp_path, feature(name="North"))
    brief = tmp_path / "brief.yaml"
    brief.write_text(BRIEF.replace("FILE", "map.geojson"))
    loaded = read_brief(brief)
    assert loaded.brief is not None
    maps, errors = read_maps(loaded.brief, tmp_path, loaded.places)

    assert errors == ()
    assert list(maps) == ["map.geojson"]
