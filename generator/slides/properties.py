"""What the file says about itself: core properties, and nothing left over from the template."""

from __future__ import annotations

from datetime import datetime, time

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.package import Package

from generator.compose.report import Properties
from generator.slides.markup import add, make, to_bytes
from generator.slides.text import clean

_LONGEST = 255
"""Most characters that a core property may have; python-pptx refuses more."""

_THUMBNAIL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"


def write_properties(package: Package, properties: Properties, slides: int, notes: int) -> None:
    """Set title, authors and dates, and drop the template's picture and counts.

    Args:
        package: Changed in place.
        properties: Of the brief.
        slides: Number of slides.
        notes: Number of notes slides.
    """
    core = package.core_properties
    core.title = _cut(properties.title)
    core.subject = _cut(properties.subtitle)
    core.author = _cut("; ".join(properties.authors) or properties.organisation)
    core.keywords = _cut("; ".join(properties.keywords))
    core.language = properties.language
    core.category = ""
    core.comments = ""
    core.content_status = _cut(properties.status)
    core.last_modified_by = core.author
    core.revision = 1
    issued = datetime.combine(properties.issued, time())
    core.created = core.modified = issued
    _drop_thumbnail(package)
    _write_extended(package, properties, slides, notes)


def _drop_thumbnail(package: Package) -> None:
    """Take out the picture of the template's first slide."""
    rels = package._rels  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    for rel_id in [rel.rId for rel in rels.values() if rel.reltype == _THUMBNAIL]:
        package.drop_rel(rel_id)


def _cut(text: str) -> str:
    return clean(text).replace("\n", " ")[:_LONGEST]


def _write_extended(package: Package, properties: Properties, slides: int, notes: int) -> None:
    """Replace the application's own properties, which count the template's slides."""
    root = make("ep:Properties")
    for tag, value in (
        ("Application", "Microsoft Office PowerPoint"),
        ("PresentationFormat", "Widescreen"),
        ("Slides", str(slides)),
        ("Notes", str(notes)),
        ("HiddenSlides", "0"),
        ("Company", clean(properties.organisation)),
        ("AppVersion", "16.0000"),
    ):
        if value:
            add(root, f"ep:{tag}").text = value
    _find_extended(package).blob = to_bytes(root)


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
