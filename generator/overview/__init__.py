"""A template laid open: what it offers and which role uses what, as sheets and as plain data."""

from __future__ import annotations

from generator.overview.plain import describe_check, describe_template
from generator.overview.roles import plan_role_sheets
from generator.overview.sheet import Sheet
from generator.overview.sheets import plan_sheets
from generator.overview.tags import plan_tag_sheets

__all__ = [
    "Sheet",
    "describe_check",
    "describe_template",
    "plan_role_sheets",
    "plan_sheets",
    "plan_tag_sheets",
]
