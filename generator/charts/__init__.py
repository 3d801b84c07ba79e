"""Chart and data to plot, to native chart part or picture."""

from __future__ import annotations
