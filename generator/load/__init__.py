"""Data file to `Brief`, every value with its place; the JSON Schema of a data file."""

from __future__ import annotations

from generator.load.maps import GeoMap, read_maps
from generator.load.reading import Loaded, read_brief
from generator.load.references import Declared
from generator.load.schema import schema_text
from generator.load.tree import Places

__all__ = ["Declared", "GeoMap", "Loaded", "Places", "read_brief", "read_maps", "schema_text"]
