"""The doors of the tag engine: Word documents and decks are rendered by the same calls."""

from __future__ import annotations

from collections.abc import Mapping

from generator.ooxml.opc import Package
from generator.ooxml.tags import engine, slideengine
from generator.ooxml.tags.engine import Filters
from generator.ooxml.tags.tag import Tag


def find_tags(package: Package) -> tuple[Tag, ...]:
    """Return the tags of a Word document or a deck, each with its place."""
    if package.kind == "slides":
        return slideengine.find_deck_tags(package)
    return engine.find_tags(package)


def find_names(package: Package, filters: Filters | None = None) -> dict[str, tuple[Tag, ...]]:
    """Return the names that a template needs from a context, each with the tags that use it.

    What is wrong with a tag is no matter here; such a tag is passed over.

    Args:
        package: A Word document or a deck; left as it is.
        filters: Names of filters beside those of Jinja.
    """
    if package.kind == "slides":
        return slideengine.find_deck_names(package, filters)
    return engine.find_names(package, filters)


def render_package(
    package: Package,
    context: Mapping[str, object],
    *,
    filters: Filters | None = None,
    globals_: Mapping[str, object] | None = None,
    allows_missing: bool = False,
) -> None:
    """Put the values of `context` in the place of the tags of a Word document or a deck.

    Args:
        package: Changed in place, or not at all if there is an error.
        context: Name → value.
        filters: Name → a further filter.
        globals_: Name → a further value or function, beside those of Jinja.
        allows_missing: Whether a name that the context lacks counts as nothing, as in docxtpl;
            else it is an error.

    Raises:
        TagsError: Everything that is wrong with the tags, with the place of each.
    """
    render = slideengine.render_deck if package.kind == "slides" else engine.render_package
    render(package, context, filters=filters, globals_=globals_, allows_missing=allows_missing)
