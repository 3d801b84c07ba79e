"""Prose: expressions, then Markdown."""

from __future__ import annotations
