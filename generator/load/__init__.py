"""Data file to brief, every value with its place."""

from __future__ import annotations
