"""Storyboard and template to .pptx."""

from __future__ import annotations
