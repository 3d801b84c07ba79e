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
from generator.ooxml.tags.namedpictures import Pictures, replace_named

_DAY = date(1980, 1, 1)
"""Date of the entries in the zip file, unless `SOURCE_DATE_EPOCH` gives another."""


def render_docx(  # noqa: PLR0913 - options, each with its name
    template: Path | str,
    context: Mapping[str, object],
    out: Path | str,
    *,
    filters: Mapping[str, Callable[..., Any]] | None = None,
    pictures: Pictures | None = None,
    allow_missing: bool = False,
) -> None:
    """Write the Word document that `template` becomes with the values of `context`.

    Args:
        template: A Word file with tags, of any kind.
        context: Name → value: texts, numbers, lists, dicts, objects; `RichText` and its like.
        out: The .docx to write.
        filters: Name → a filter beside those of Jinja.
        pictures: Pictures of the template → what takes their place: `InlineImage`, bytes, a path
            or an open file. Keys are what Office shows as a picture's name, alt text or title,
            the name of its file, or its bytes.
        allow_missing: Whether a name that `context` lacks counts as nothing, as in docxtpl,
            instead of being an error.

    Raises:
        TemplateError: The template cannot be opened; a `TagsError` with all that is wrong with its
            tags, each with its place; or it has no picture of a name in `pictures`.
        DataError: One of `pictures` is none. MissingError if its file cannot be read.
        OutputError: The file cannot be written. Nothing is left half-written.
    """
    package = open_package(Path(template), has_tags=True)
    check_word(package)
    replace_named(package, pictures or {})
    render_package(package, context, filters=filters, allows_missing=allow_missing)
    _write(package, Path(out))


def render_pptx(  # noqa: PLR0913 - options, each with its name
    template: Path | str,
    context: Mapping[str, object],
    out: Path | str,
    *,
    filters: Mapping[str, Callable[..., Any]] | None = None,
    pictures: Pictures | None = None,
    allow_missing: bool = False,
) -> None:
    """Write the deck that `template` becomes with the values of `context`.

    Args:
        template: A PowerPoint file with tags, of any kind.
        context: Name → value: texts, numbers, lists, dicts, objects; `RichText` and its like.
        out: The .pptx to write.
        filters: Name → a filter beside those of Jinja.
        pictures: Pictures of the template → what takes their place: `InlineImage`, bytes, a path
            or an open file. Keys are what Office shows as a picture's name, alt text or title,
            the name of its file, or its bytes.
        allow_missing: Whether a name that `context` lacks counts as nothing, as in docxtpl,
            instead of being an error.

    Raises:
        TemplateError: The template cannot be opened; a `TagsError` with all that is wrong with its
            tags, each with its place; or it has no picture of a name in `pictures`.
        DataError: One of `pictures` is none. MissingError if its file cannot be read.
        OutputError: The file cannot be written. Nothing is left half-written.
    """
    package = open_package(Path(template), has_tags=True)
    check_slides(package)
    replace_named(package, pictures or {})
    render_package(package, context, filters=filters, allows_missing=allow_missing)
    _write(package, Path(out))


def _write(package: Package, out: Path) -> None:
    write_whole({out: pack(package.to_bytes(), _DAY)})
