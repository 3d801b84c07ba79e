"""Tables in files and databases: read by declared rules, brought into shape, given to a brief."""

from __future__ import annotations

from generator.load.datasets.filling import fill_brief
from generator.load.datasets.table import Cell, Column, DataTable, Kind, Provenance

__all__ = ["Cell", "Column", "DataTable", "Kind", "Provenance", "fill_brief"]
