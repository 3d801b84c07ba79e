"""What is missing or broken in a package, mended where a template can do without it."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from generator.errors import TemplateError
from generator.findings import Finding, Severity
from generator.ooxml.content_types import PNG
from generator.ooxml.opc import Link, Package
from generator.ooxml.references import remove_dangling, remove_links

NEEDED = frozenset(
    {
        "officeDocument",
        "styles",
        "numbering",
        "settings",
        "theme",
        "header",
        "footer",
        "slideMaster",
        "slideLayout",
    }
)
"""Kinds of parts whose broken XML means another template, and not this one with less."""

_PICTURE = "image"
_BLANK = "blank.png"
_QUIET = frozenset(
    {
        "thumbnail",
        "printerSettings",
        "core-properties",
        "extended-properties",
        "webSettings",
        "presProps",
        "viewProps",
        "stylesWithEffects",
    }
)
"""Kinds of parts that nobody misses."""


def mend_links(package: Package) -> None:
    """Take out the relationships that lead to no part, or to one that cannot be read.

    For a picture that is missing an empty one stands in, so that what lies around it stays.

    Raises:
        TemplateError: A part that makes the template what it is has broken XML, or any part
            declares a document type.
    """
    missing = [*_drop_missing(package), *_drop_broken(package)]
    package.drop_orphans()
    for name in package.names:
        if name.endswith(".xml"):
            remove_dangling(package, name)
    if missing:
        package.findings.append(
            Finding(
                rule="template-parts",
                severity=Severity.WARNING,
                message=f"parts are missing or broken and were left out: {_name_few(missing)}",
                where=package.path.name,
                fix="open the file in Office, see that it is whole, and save it again",
            )
        )


def add_blank(package: Package) -> str:
    """Add an empty picture to `package`, if it has none yet; return its name."""
    folder = package.main.rpartition("/")[0]
    name = f"{folder}/media/{_BLANK}" if folder else _BLANK
    if not package.has(name):
        package.add_part(name, _draw_blank(), PNG)
    return name


def replace_link(package: Package, source: str, old: Link, target: str) -> None:
    """Let the relationship `old` of `source` lead to the part `target`."""
    package.links[source] = [
        Link(id=old.id, type=old.type, target=target) if link.id == old.id else link
        for link in package.links[source]
    ]


def _drop_missing(package: Package) -> list[str]:
    """Take out relationships to parts that are not there; return their names."""
    missing: list[str] = []
    dangling: dict[str, set[str]] = {}
    for source, link in list(package.walk()):
        if package.has(link.target):
            continue
        if link.kind == _PICTURE:
            replace_link(package, source, link, add_blank(package))
        else:
            dangling.setdefault(source, set()).add(link.id)
        if link.kind not in _QUIET:
            missing.append(link.target)
    for source, ids in dangling.items():
        remove_links(package, source, ids)
    return missing


def _drop_broken(package: Package) -> Iterator[str]:
    """Parse all parts that are XML; yield the names of those that were taken out."""
    for source, link in list(package.walk()):
        name = link.target
        if not name.endswith(".xml"):
            continue
        try:
            package.read_xml(name)
        except TemplateError as error:
            if link.kind in NEEDED or "document type" in error.message:
                raise
            remove_links(package, source, {link.id})
            if link.kind not in _QUIET:
                yield name


def _name_few(names: list[str], most: int = 3) -> str:
    named = ", ".join(f"'{name}'" for name in names[:most])
    return f"{named} and {len(names) - most} more" if len(names) > most else named


def _draw_blank() -> bytes:
    """Return a picture of one transparent pixel (Portable Network Graphics, ISO/IEC 15948)."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", 1, 1, 8, 6, 0, 0, 0)
    pixel = zlib.compress(bytes(5))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")
    )
