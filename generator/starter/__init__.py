"""Makes a template pair from a brand."""

from __future__ import annotations
