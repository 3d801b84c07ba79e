"""Which content type a part has, by the relationship that leads to it (ISO/IEC 29500-1, 11 to 15).

Some programs write others, and python-docx and python-pptx go by them.
"""

from __future__ import annotations

from dataclasses import replace

from generator.findings import Finding, Severity
from generator.ooxml.opc import OFFICE, Link, Package

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SLIDES = "application/vnd.openxmlformats-officedocument.presentationml"
_OFFICE = "application/vnd.openxmlformats-officedocument"

DOCUMENT = f"{_WORD}.document.main+xml"
PRESENTATION = f"{_SLIDES}.presentation.main+xml"
SLIDE_MASTER = f"{_SLIDES}.slideMaster+xml"
SLIDE_LAYOUT = f"{_SLIDES}.slideLayout+xml"
THEME = f"{_OFFICE}.theme+xml"
STYLES = f"{_WORD}.styles+xml"
PNG = "image/png"

_SHARED = {
    "theme": THEME,
    "extended-properties": f"{_OFFICE}.extended-properties+xml",
    "custom-properties": f"{_OFFICE}.custom-properties+xml",
    "core-properties": "application/vnd.openxmlformats-package.core-properties+xml",
    "chart": f"{_OFFICE}.drawingml.chart+xml",
}
IN_WORD = {
    kind: f"{_WORD}.{kind}+xml"
    for kind in (
        "styles",
        "numbering",
        "settings",
        "webSettings",
        "fontTable",
        "footnotes",
        "endnotes",
        "header",
        "footer",
        "comments",
    )
}
_IN_SLIDES = {
    kind: f"{_SLIDES}.{kind}+xml"
    for kind in (
        "slide",
        "slideMaster",
        "slideLayout",
        "notesMaster",
        "notesSlide",
        "handoutMaster",
        "presProps",
        "viewProps",
        "tableStyles",
        "commentAuthors",
        "tags",
    )
}
_MAGIC = {
    b"\x89PNG": PNG,
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
    b"BM": "image/bmp",
    b"II*\x00": "image/tiff",
    b"MM\x00*": "image/tiff",
    b"\xd7\xcd\xc6\x9a": "image/x-wmf",
    b"\x01\x00\x00\x00": "image/x-emf",
}
_PICTURE = "image"


_PROPERTIES = {
    "core-properties": (
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    ),
    "extended-properties": f"{OFFICE}/extended-properties",
    "custom-properties": f"{OFFICE}/custom-properties",
}
_OFFICIAL = "http://schemas.openxmlformats.org/"


def mend_relationships(package: Package) -> None:
    """Give relationships the type that Office gives them, and let the package have each once.

    pandoc and others write properties of a document under another address; a program that looks for
    them by their type would not find them, and add its own beside them.
    """
    for source, links in package.links.items():
        mended = [replace(link, type=_mend_type(link)) for link in links]
        if not source:
            mended = list({link.type: link for link in reversed(mended)}.values())[::-1]
        package.links[source] = mended


def _mend_type(link: Link) -> str:
    if link.kind in _PROPERTIES:
        return _PROPERTIES[link.kind]
    is_odd = link.type.casefold().startswith(f"{_OFFICIAL}officedocument/")
    return f"{OFFICE}/{link.kind}" if is_odd else link.type


def mend_types(package: Package) -> None:
    """Set the content types that follow from the relationships; tell if any was wrong.

    A template, and a file with macros, differ from a plain one by the main part's type alone.
    """
    kinds = {**_SHARED, **(_IN_SLIDES if package.kind == "slides" else IN_WORD)}
    wrong: list[str] = []
    for _, link in package.walk():
        name = link.target
        if name == package.main or not package.has(name):
            continue
        expected = _find_type(package, name, kinds.get(link.kind), link.kind)
        if expected and package.types[name].casefold() != expected.casefold():
            package.types[name] = expected
            wrong.append(name)
    package.types[package.main] = PRESENTATION if package.kind == "slides" else DOCUMENT
    if wrong:
        named = ", ".join(f"'{name}'" for name in wrong[:3])
        more = f" and {len(wrong) - 3} more" if len(wrong) > 3 else ""  # noqa: PLR2004 - as above
        package.findings.append(
            Finding(
                rule="template-types",
                severity=Severity.NOTE,
                message=f"parts were declared to be something else: {named}{more}",
                where=package.path.name,
            )
        )


def _find_type(package: Package, name: str, by_kind: str | None, kind: str) -> str | None:
    if kind != _PICTURE:
        return by_kind
    data, declared = package.parts[name], package.types[name]
    if declared.startswith("image/"):
        return None
    return next((type_ for magic, type_ in _MAGIC.items() if data.startswith(magic)), None)
