"""What both formats share: packages, drawing, text metrics."""

from __future__ import annotations
