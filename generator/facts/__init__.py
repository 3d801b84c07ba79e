"""Numbers: exact values, derivation, rounding, words in a locale."""

from __future__ import annotations
