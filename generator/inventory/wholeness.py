"""Whether a template file is whole: all that Office would complain of when it opens it."""

from __future__ import annotations

from generator.inventory.archive import PACKAGE, Archive

CONTENT_TYPES = "[Content_Types].xml"
_TYPES_TAG = "{http://schemas.openxmlformats.org/package/2006/content-types}Types"
_LINKS_TAG = f"{PACKAGE}Relationships"
_AGAIN = "open it in Office and save it again"

_NOWHERE = "NULL"
"""What PowerPoint names as the target of a picture that it has lost, and opens all the same."""


def check_whole(archive: Archive) -> None:
    """Refuse a package with broken XML, or with a relationship that leads to no part.

    Raises:
        TemplateError: There is one.
    """
    for name in archive.names:
        if name.endswith((".xml", ".rels")):
            root = archive.read_xml(name)
            wanted = _find_tag(name)
            if wanted and root.tag != wanted:
                raise archive.error(f"has broken XML in '{name}': it is something else", _AGAIN)
    if not archive.has(CONTENT_TYPES):
        raise archive.error(f"lacks the part '{CONTENT_TYPES}'", _AGAIN)
    _check_links(archive)


def _find_tag(name: str) -> str | None:
    """Return the tag that the part `name` must begin with, if it is one of the package's own."""
    if name.endswith(".rels"):
        return _LINKS_TAG
    return _TYPES_TAG if name == CONTENT_TYPES else None


def _check_links(archive: Archive) -> None:
    """Follow all relationships from the package on; orphans do no harm."""
    waiting, seen = [""], {""}
    while waiting:
        for link in archive.find_links(waiting.pop()):
            if link.target in seen or link.target.rpartition("/")[2] == _NOWHERE:
                continue
            if not archive.has(link.target):
                raise archive.error(f"lacks the part '{link.target}'", _AGAIN)
            seen.add(link.target)
            waiting.append(link.target)
