"""Asking of a file, quickly, whether anybody wrote a tag into it."""

from __future__ import annotations

import re

from generator.ooxml.opc import Package

# A tag may begin in one run and go on in another, so that elements stand between its two signs, and
# what was deleted while changes were tracked.
_TAG = re.compile(rb"\{(?><w:delText\b[^>]*>[^<]*|<[^>]*>|\s)*+[{%#_]")
_ADDRESS = re.compile(r"(?:\{|%7B)(?:\{|%7B|%)", re.IGNORECASE)


def may_have_tags(package: Package) -> bool:
    """Return whether a part or an address of `package` may hold a tag; never wrongly False.

    It looks at bytes alone, so that a file without tags costs next to nothing.
    """
    return any(
        name.endswith(".xml") and b"{" in data and _TAG.search(data)
        for name, data in package.parts.items()
    ) or any(
        link.is_external and _ADDRESS.search(link.target)
        for links in package.links.values()
        for link in links
    )
