"""Tags in Office files: one engine for Word and PowerPoint, with no knowledge of any brief."""

from __future__ import annotations

from generator.ooxml.tags.formats import find_names, find_tags, render_package
from generator.ooxml.tags.tag import Tag
from generator.ooxml.tags.values import RP, Listing, Paragraphs, R, RichText, RichTextParagraph

__all__ = [
    "RP",
    "Listing",
    "Paragraphs",
    "R",
    "RichText",
    "RichTextParagraph",
    "Tag",
    "find_names",
    "find_tags",
    "render_package",
]
