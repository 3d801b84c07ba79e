"""Storyboard and template to .pptx."""

from __future__ import annotations

from generator.slides.deck import build_deck
from generator.slides.plan import plan_deck

__all__ = ["build_deck", "plan_deck"]
