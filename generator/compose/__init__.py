"""Brief to report and storyboard: pure, plain data, no Office in sight."""

from __future__ import annotations

from generator.compose.deck import compose_storyboard
from generator.compose.material import Material, prepare_material
from generator.compose.placedreport import compose_placed_report
from generator.compose.placedslides import compose_placed_storyboard
from generator.compose.report import Report
from generator.compose.reporting import compose_report, find_lost_mentions
from generator.compose.storyboard import Storyboard

__all__ = [
    "Material",
    "Report",
    "Storyboard",
    "compose_placed_report",
    "compose_placed_storyboard",
    "compose_report",
    "compose_storyboard",
    "find_lost_mentions",
    "prepare_material",
]
