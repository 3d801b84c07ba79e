"""What a template offers, as data: styles, layouts, placeholders by role."""

from __future__ import annotations
