"""What is asked of an XML element here: reading alone.

lxml comes without types; this protocol is the part of its elements that the inventory uses.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, overload


class Element(Protocol):
    """An element of a parsed part; `lxml.etree._Element` fulfils it."""

    @property
    def tag(self) -> str:
        """Return the name with its namespace in braces."""
        ...

    @property
    def text(self) -> str | None:
        """Return the text before the first child."""
        ...

    @overload
    def get(self, key: str) -> str | None: ...

    @overload
    def get(self, key: str, default: str) -> str: ...

    def find(self, path: str) -> Element | None:
        """Return the first descendant on `path`."""
        ...

    def iterfind(self, path: str) -> Iterator[Element]:
        """Yield the descendants on `path`."""
        ...

    def iterchildren(self, *tags: str) -> Iterator[Element]:
        """Yield the children that have one of `tags`."""
        ...
