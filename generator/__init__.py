"""One data file makes a Word report and a PowerPoint deck on your own templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.pipeline import Build, build, check

__all__ = ["Build", "build", "check"]


def __getattr__(name: str) -> object:
    """Load the pipeline when it is first asked for, so that `brief --help` starts at once."""
    if name not in __all__:
        raise AttributeError(f"module 'generator' has no attribute '{name}'")
    from generator import pipeline

    return getattr(pipeline, name)
