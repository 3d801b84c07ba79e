"""Pictures that Office can show, read with suspicion: told by their bytes, never by their names."""

from __future__ import annotations

from generator.ooxml.images.image import MOST, Image, Most
from generator.ooxml.images.parsing import parse_image

__all__ = ["MOST", "Image", "Most", "parse_image"]
