"""Rules over brief, template and written files: findings, never exceptions."""

from __future__ import annotations

from generator.checks.evidence import check_evidence
from generator.checks.fonts import check_installed_fonts
from generator.checks.template import check_template

__all__ = ["check_evidence", "check_installed_fonts", "check_template"]
