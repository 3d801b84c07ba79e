"""One data file makes a Word report and a PowerPoint deck on your own templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.pipeline import Build, build, check
    from generator.rendering import render_docx

__all__ = ["Build", "build", "check", "render_docx"]

_RENDERING = ("render_docx",)


def __getattr__(name: str) -> object:
    """Load what is asked for when it first is, so that `brief --help` starts at once."""
    if name not in __all__:
        raise AttributeError(f"module 'generator' has no attribute '{name}'")
    if name in _RENDERING:
        from generator import rendering

        return getattr(rendering, name)
    from generator import pipeline

    return getattr(pipeline, name)
