"""Quotations: the marks of the language around the words, and who said them. Pure."""

from __future__ import annotations

from generator.brief.values import When
from generator.compose.material import Material
from generator.text.blocks import Inlines, Run


def set_in_marks(material: Material, words: Inlines) -> Inlines:
    """Return `words` between the quotation marks of the brief's language."""
    marks = material.words
    return (Run(text=marks.quote_open), *words, Run(text=marks.quote_close))


def name_speaker(
    material: Material, by: str | None, role: str | None = None, on: When | None = None
) -> str:
    """Return speaker, role and date in one line, what is not given left out."""
    parts = (by, role, material.write_when(on))
    return material.words.comma.join(part for part in parts if part)
