"""One data file makes a Word report and a PowerPoint deck on your own templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.ooxml.tags import (
        InlineImage,
        Listing,
        RichText,
        RichTextParagraph,
        Subdocument,
    )
    from generator.pipeline import Build, build, check
    from generator.rendering import render_docx, render_pptx

__all__ = [
    "Build",
    "InlineImage",
    "Listing",
    "RichText",
    "RichTextParagraph",
    "Subdocument",
    "build",
    "check",
    "render_docx",
    "render_pptx",
]

_RENDERING = ("render_docx", "render_pptx")
_VALUES = ("InlineImage", "Listing", "RichText", "RichTextParagraph", "Subdocument")


def __getattr__(name: str) -> object:
    """Load what is asked for when it first is, so that `brief --help` starts at once."""
    if name not in __all__:
        raise AttributeError(f"module 'generator' has no attribute '{name}'")
    if name in _RENDERING:
        from generator import rendering

        return getattr(rendering, name)
    if name in _VALUES:
        from generator.ooxml import tags

        return getattr(tags, name)
    from generator import pipeline

    return getattr(pipeline, name)
