"""Brief to report and storyboard: pure, plain data, no Office in sight."""

from __future__ import annotations
