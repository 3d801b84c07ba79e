"""Report and template to .docx."""

from __future__ import annotations
