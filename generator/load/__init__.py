"""Data file to `Brief`, every value with its place; the JSON Schema of a data file."""

from __future__ import annotations

from generator.load.reading import Loaded, read_brief
from generator.load.references import Declared
from generator.load.schema import schema_text
from generator.load.tree import Places

__all__ = ["Declared", "Loaded", "Places", "read_brief", "schema_text"]
