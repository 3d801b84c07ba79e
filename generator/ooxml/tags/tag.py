"""A tag of a template, as the stages of rendering know it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from generator.ooxml.opc import Element
from generator.ooxml.tags.dialect import Dialect


@dataclass(slots=True, kw_only=True)
class Tag:
    """One tag of one part.

    Attributes:
        number: Its index in the part, in the order of reading.
        kind: `{{`, `{%` or `{#`.
        level: Letters of its structure, such as `tr`; empty for a tag in running text.
        inner: What it says, ready for Jinja.
        source: As it was written.
        part: Name of the part that it stands in.
        dropped: Text beside it that goes with its carrier: a structure tag takes the place of all
            its paragraph, row or cell.
        place: Where a person finds it: `header 1, table 2, row 3`.
        dialect: The kind of text it stands in; None in plain text, such as alternative text.
        joins_before: Whether its paragraph is joined to the one before.
        joins_after: Whether the paragraph behind is joined to its own.
        filter: Name of the internal filter that its value goes through; empty for statements.
    """

    number: int
    kind: str
    level: str
    inner: str
    source: str
    place: str
    part: str = ""
    dropped: str = ""
    dialect: Dialect | None = None
    joins_before: bool = False
    joins_after: bool = False
    filter: str = ""


@dataclass(slots=True, kw_only=True)
class Draft:
    """A part on its way from a template to a Jinja source; changed in place by each stage.

    Attributes:
        name: Name of the part.
        root: Its root element, a copy.
        mark: A character that the part does not hold; it stands around the number of a tag.
        tags: All tags found, by number.
        parts: Elements of notes that were put into the text → names of the parts they come from.
        problems: What is wrong, with the tag or place.
        give_back: Takes the notes out of the rendered root; yields their parts.
        is_changed: Whether anything in it was found to be written otherwise.
        is_raw: Whether the text read last stands in `{% raw %}`.
    """

    name: str
    root: Element
    mark: str
    tags: list[Tag] = field(default_factory=list[Tag])
    parts: dict[str, str] = field(default_factory=dict[str, str])
    problems: list[Problem] = field(default_factory=list["Problem"])
    give_back: Callable[[Element], Iterable[tuple[str, Element]]] | None = None
    is_raw: bool = False
    is_changed: bool = False

    def add_tag(self, tag: Tag) -> str:
        """Give `tag` its number and return what stands for it in texts and attributes."""
        tag.number = len(self.tags)
        self.tags.append(tag)
        tag.part = tag.part or self.name
        return f"{self.mark}{tag.number}{self.mark}"

    def find_part(self, element: Element) -> str:
        """Return the name of the part that an element of the draft comes from."""
        if self.parts:
            for around in element.iterancestors(*self.parts):
                return self.parts[around.tag]
        return self.name

    def report(self, place: str, message: str, hint: str | None = None) -> None:
        """Keep a problem, unless the same is known already."""
        problem = Problem(place=place, message=message, hint=hint)
        if problem not in self.problems:
            self.problems.append(problem)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong with a template.

    Attributes:
        place: Where a person finds it.
        message: What is wrong, without a full stop.
        hint: What to do about it.
    """

    place: str
    message: str
    hint: str | None = None
