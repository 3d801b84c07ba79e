"""Prose: Jinja expressions, then Markdown, to blocks and runs."""

from __future__ import annotations
