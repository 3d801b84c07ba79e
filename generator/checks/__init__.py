"""Rules over brief, template and written files: findings, never exceptions."""

from __future__ import annotations

from generator.checks.evidence import check_evidence

__all__ = ["check_evidence"]
