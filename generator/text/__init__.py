"""Prose: Jinja expressions, then Markdown, to blocks and runs."""

from __future__ import annotations

from generator.text.reader import ProseReader

__all__ = ["ProseReader"]
