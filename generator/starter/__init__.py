"""Makes a template pair, `report.docx` and `deck.pptx`, from a brand."""

from __future__ import annotations

from generator.starter.brand import Brand, read_brand
from generator.starter.pair import write_template_pair

__all__ = ["Brand", "read_brand", "write_template_pair"]
