"""Where a value lands in a part: what a value that builds elements is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from generator.ooxml.opc import Element, Package
from generator.ooxml.tags.dialect import Dialect


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """The place of one value.

    Attributes:
        package: The file that is being made; parts and relationships may be added to it.
        part: Name of the part.
        dialect: The kind of text around.
        level: `text` for `{{ }}`, `run` for `{{r }}`, `paragraph` for `{{p }}`.
        run: The run that the value stands in; to be read alone.
        paragraph: The paragraph; to be read alone. Its ancestors are the part as it will be.
        report: Takes what is wrong with the value and a hint; the tag's place is added.
        place: Where a person finds the tag.
    """

    package: Package
    part: str
    dialect: Dialect
    level: str
    run: Element
    paragraph: Element
    report: Callable[[str, str | None], None]
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The picture, or what else was drawn, whose alternative text is a tag.

    Attributes:
        package: The file that is being made; parts and relationships may be added to it.
        part: Name of the part.
        properties: What holds the alternative text: `wp:docPr`, `p:cNvPr`, `pic:cNvPr` or a VML
            shape. What it describes may be changed.
        report: Takes what is wrong with the value and a hint; the tag's place is added.
    """

    package: Package
    part: str
    properties: Element
    report: Callable[[str, str | None], None]


@runtime_checkable
class Insert(Protocol):
    """A value that builds elements instead of being written as text.

    One that is nothing in plain text has an attribute `has_text` that is False.
    """

    def build_at(self, spot: Spot) -> Sequence[Element]:
        """Return the elements to put at `spot`: runs and the like, or paragraphs and tables."""
        ...


@runtime_checkable
class Replacement(Protocol):
    """A value that takes the place of what was drawn, when that names it in its alt text."""

    def replace_at(self, frame: Frame) -> None:
        """Change what was drawn at `frame`."""
        ...
