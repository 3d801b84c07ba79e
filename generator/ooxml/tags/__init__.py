"""Tags in Office files: one engine for Word and PowerPoint, with no knowledge of any brief."""

from __future__ import annotations

from generator.ooxml.tags.formats import find_names, find_tags, render_package
from generator.ooxml.tags.pictures import InlineImage
from generator.ooxml.tags.subdocument import Subdocument
from generator.ooxml.tags.survey import Call, Survey, survey_tags
from generator.ooxml.tags.tag import Problem, Tag
from generator.ooxml.tags.values import RP, Listing, Paragraphs, R, RichText, RichTextParagraph

__all__ = [
    "RP",
    "Call",
    "InlineImage",
    "Listing",
    "Paragraphs",
    "Problem",
    "R",
    "RichText",
    "RichTextParagraph",
    "Subdocument",
    "Survey",
    "Tag",
    "find_names",
    "find_tags",
    "render_package",
    "survey_tags",
]
