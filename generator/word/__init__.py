"""Report and template to .docx."""

from __future__ import annotations

from generator.word.document import build_report

__all__ = ["build_report"]
