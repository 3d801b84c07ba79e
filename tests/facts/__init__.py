"""Facts: computed exactly, written in words."""

from __future__ import annotations
