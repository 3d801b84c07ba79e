"""What a template offers, as data: styles, layouts, placeholders by role."""

from __future__ import annotations

from generator.inventory.slides import read_deck_template
from generator.inventory.template import Template, find_default_template, read_template
from generator.inventory.word import read_word_template

__all__ = [
    "Template",
    "find_default_template",
    "read_deck_template",
    "read_template",
    "read_word_template",
]
