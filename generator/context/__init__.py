"""Tags in the templates of a brief: the names they may use, and what they leave to the builders."""

from __future__ import annotations

from generator.context.filling import Filled, fill_deck, fill_report

__all__ = ["Filled", "fill_deck", "fill_report"]
