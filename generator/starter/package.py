"""A new package from parts in memory: content types, relationships, a zip without a clock."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from posixpath import basename, dirname

from generator.starter.markup import document, tag

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OPC = "http://schemas.openxmlformats.org/package/2006"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip entry can have: no entry tells when the template was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """One relationship of a part, or of the package.

    Attributes:
        id: Such as `rId1`.
        kind: The type's URI.
        target: Relative to the folder of the part that owns it.
    """

    id: str
    kind: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the package.

    Attributes:
        name: With its folder, without a leading slash: `word/document.xml`.
    """

    name: str
    content_type: str
    data: bytes
    relationships: tuple[Relationship, ...] = ()


def relate(kind: str, target: str, number: int) -> Relationship:
    """Return a relationship of one of Office's own types, with the id `rId<number>`."""
    return Relationship(id=f"rId{number}", kind=f"{OFFICE}/{kind}", target=target)


def pack_parts(parts: Sequence[Part]) -> bytes:
    """Return the package of `parts`; the first is the one that the package opens with.

    The same parts give the same bytes. `docProps/core.xml` and `docProps/app.xml` are related to
    the package when they are among the parts.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in list_entries(parts):
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.create_system = 0
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED, 9)
    return packed.getvalue()


def list_entries(parts: Sequence[Part]) -> list[tuple[str, bytes]]:
    """Return the entries of the package's zip file, with content types and relationships."""
    entries: list[tuple[str, bytes]] = [
        ("[Content_Types].xml", _content_types(parts)),
        ("_rels/.rels", _relationships(_package_relationships(parts))),
    ]
    for part in parts:
        entries.append((part.name, part.data))
        if part.relationships:
            name = f"{dirname(part.name)}/_rels/{basename(part.name)}.rels"
            entries.append((name, _relationships(part.relationships)))
    return entries


def _package_relationships(parts: Sequence[Part]) -> Iterable[Relationship]:
    names = {part.name for part in parts}
    yield relate("officeDocument", parts[0].name, 1)
    if "docProps/core.xml" in names:
        kind = f"{OPC}/relationships/metadata/core-properties"
        yield Relationship(id="rId2", kind=kind, target="docProps/core.xml")
    if "docProps/app.xml" in names:
        yield relate("extended-properties", "docProps/app.xml", 3)


def _relationships(relationships: Iterable[Relationship]) -> bytes:
    return document(
        tag(
            "Relationships",
            {"xmlns": f"{OPC}/relationships"},
            *(
                tag("Relationship", {"Id": item.id, "Type": item.kind, "Target": item.target})
                for item in relationships
            ),
        )
    )


def _content_types(parts: Iterable[Part]) -> bytes:
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return document(
        tag(
            "Types",
            {"xmlns": f"{OPC}/content-types"},
            tag("Default", {"Extension": "rels", "ContentType": rels}),
            tag("Default", {"Extension": "xml", "ContentType": "application/xml"}),
            *(
                tag("Override", {"PartName": f"/{part.name}", "ContentType": part.content_type})
                for part in parts
            ),
        )
    )
