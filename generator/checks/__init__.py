"""Rules over brief, template and written files: findings, never exceptions."""

from __future__ import annotations
