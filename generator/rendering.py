"""Rendering a template with tags on its own: any context, no brief."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from generator.ooxml.opc import Package
from generator.ooxml.opening import check_slides, check_word, open_package
from generator.ooxml.package import pack
from generator.ooxml.saving import write_whole
from generator.ooxml.tags import render_package

_DAY = date(1980, 1, 1)
"""Date of the entries in the zip file, unless `SOURCE_DATE_EPOCH` gives another."""


def render_docx(
    template: Path | str,
    context: Mapping[str, object],
    out: Path | str,
    *,
    filters: Mapping[str, Callable[..., Any]] | None = None,
) -> None:
    """Write the Word document that `template` becomes with the values of `context`.

    Args:
        template: A Word file with tags, of any kind.
        context: Name → value: texts, numbers, lists, dicts, objects; `RichText` and its like.
        out: The .docx to write.
        filters: Name → a filter beside those of Jinja.

    Raises:
        TemplateError: The template cannot be opened; a `TagsError` with all that is wrong with its
            tags, each with its place.
        OutputError: The file cannot be written. Nothing is left half-written.
    """
    package = open_package(Path(template), has_tags=True)
    check_word(package)
    _render(package, context, Path(out), filters)


def render_pptx(
    template: Path | str,
    context: Mapping[str, object],
    out: Path | str,
    *,
    filters: Mapping[str, Callable[..., Any]] | None = None,
) -> None:
    """Write the deck that `template` becomes with the values of `context`.

    Args:
        template: A PowerPoint file with tags, of any kind.
        context: Name → value: texts, numbers, lists, dicts, objects; `RichText` and its like.
        out: The .pptx to write.
        filters: Name → a filter beside those of Jinja.

    Raises:
        TemplateError: The template cannot be opened; a `TagsError` with all that is wrong with its
            tags, each with its place.
        OutputError: The file cannot be written. Nothing is left half-written.
    """
    package = open_package(Path(template), has_tags=True)
    check_slides(package)
    _render(package, context, Path(out), filters)


def _render(
    package: Package,
    context: Mapping[str, object],
    out: Path,
    filters: Mapping[str, Callable[..., Any]] | None,
) -> None:
    render_package(package, context, filters=filters)
    write_whole({out: pack(package.to_bytes(), _DAY)})
