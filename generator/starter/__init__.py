"""Makes a template: a report and a deck from a brand, or around Office files that are there."""

from __future__ import annotations

from generator.starter.brand import Brand
from generator.starter.brand_file import read_brand
from generator.starter.folder import start_template

__all__ = ["Brand", "read_brand", "start_template"]
