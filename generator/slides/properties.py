"""What the file says about itself: core properties, and nothing left over from the template."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.package import Package

from generator.compose.report import Properties
from generator.slides.markup import Element, add, make, to_bytes
from generator.slides.text import clean

_LONGEST = 255
"""Most characters that a core property may have; python-pptx refuses more."""

_THUMBNAIL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"


_CORE = {
    "creator": "author",
    "description": "comments",
    "contentStatus": "content_status",
    "lastModifiedBy": "last_modified_by",
}
"""Element of the core properties → what python-pptx calls it, where the two differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What a file holds: slides, notes of slides, slides that the show leaves out."""

    slides: int
    notes: int
    hidden: int = 0


def write_properties(
    package: Package, properties: Properties, counts: Counts, kept: frozenset[str] = frozenset()
) -> None:
    """Set title, authors and dates, and drop the template's picture and counts.

    Args:
        package: Changed in place.
        properties: Of the brief.
        counts: What the file holds.
        kept: Properties to leave as they are, by the names of their elements in the file: `title`,
            `creator`, `contentStatus`, `Company`, …
    """
    _write_core(package, properties, kept)
    _drop_thumbnail(package)
    _write_extended(package, properties, counts, kept)


def _write_core(package: Package, properties: Properties, kept: frozenset[str]) -> None:
    core = package.core_properties
    author = _cut("; ".join(properties.authors) or properties.organisation)
    values = {
        "title": _cut(properties.title),
        "subject": _cut(properties.subtitle),
        "creator": author,
        "keywords": _cut("; ".join(properties.keywords)),
        "language": properties.language,
        "category": "",
        "description": "",
        "contentStatus": _cut(properties.status),
        "lastModifiedBy": author,
    }
    for name, value in values.items():
        if name not in kept:
            setattr(core, _CORE.get(name, name), value)
    core.revision = 1
    issued = datetime.combine(properties.issued, time())
    core.created = core.modified = issued


def _drop_thumbnail(package: Package) -> None:
    """Take out the picture of the template's first slide."""
    rels = package._rels  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    for rel_id in [rel.rId for rel in rels.values() if rel.reltype == _THUMBNAIL]:
        package.drop_rel(rel_id)


def _cut(text: str) -> str:
    return clean(text).replace("\n", " ")[:_LONGEST]


def _write_extended(
    package: Package, properties: Properties, counts: Counts, kept: frozenset[str]
) -> None:
    """Replace the application's own properties, which count the template's slides."""
    part = _find_extended(package)
    own = _read_kept(part, kept)
    root = make("ep:Properties")
    for tag, value in (
        ("Application", "Microsoft Office PowerPoint"),
        ("PresentationFormat", "Widescreen"),
        ("Slides", str(counts.slides)),
        ("Notes", str(counts.notes)),
        ("HiddenSlides", str(counts.hidden)),
        ("Company", clean(properties.organisation)),
        ("AppVersion", "16.0000"),
    ):
        if value and tag not in own:
            add(root, f"ep:{tag}").text = value
    for tag, value in own.items():
        add(root, f"ep:{tag}").text = value
    part.blob = to_bytes(root)


def _read_kept(part: Part, kept: frozenset[str]) -> dict[str, str]:
    """Return the texts of the application's properties that are kept, by name."""
    if not kept or not part.blob:
        return {}
    found: Element = parse_xml(part.blob)
    named = {each.tag.rpartition("}")[2]: each.text or "" for each in found}
    return {tag: text for tag, text in named.items() if tag in kept}


def _find_extended(package: Package) -> Part:
    """Return the part of the application's own properties; a template need not have one."""
    try:
        return package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    except KeyError:
        part = Part(
            PackURI("/docProps/app.xml"), CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, package, b""
        )
        package.relate_to(part, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
        return part
