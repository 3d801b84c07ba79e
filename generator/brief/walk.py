"""Walking through the models of a brief. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from generator.brief.values import Name, Prose


def walk_texts(value: object) -> Iterator[Prose]:
    """Yield every prose and every name in a model, in the order of its fields."""
    if isinstance(value, Prose):
        yield value
    elif isinstance(value, BaseModel):
        for field in type(value).model_fields:
            yield from walk_texts(getattr(value, field))
    elif isinstance(value, dict):
        for part in value.values():
            yield from walk_texts(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from walk_texts(part)


def walk_prose(value: object) -> Iterator[Prose]:
    """Yield every prose in a model, names left out."""
    return (text for text in walk_texts(value) if not isinstance(text, Name))


def walk_names(value: object) -> Iterator[Name]:
    """Yield every name in a model: of sources, facts, exhibits, parts."""
    return (text for text in walk_texts(value) if isinstance(text, Name))
