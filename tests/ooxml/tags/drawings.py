"""Pictures of a few bytes for the tests of tags."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image


def draw(width: int, height: int, *, kind: str = "PNG", mode: str = "RGB", **options: Any) -> bytes:
    """Return a picture of one colour."""
    file = io.BytesIO()
    Image.new(mode, (width, height), "teal").save(file, kind, **options)
    return file.getvalue()
