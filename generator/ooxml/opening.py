"""Opening a template: any Office file becomes a plain, whole and harmless package, or an error."""

from __future__ import annotations

from pathlib import Path

from generator.ooxml.archive import read_archive
from generator.ooxml.completing import complete
from generator.ooxml.content_types import mend_relationships, mend_types
from generator.ooxml.mending import mend_links
from generator.ooxml.opc import Package, parse_package
from generator.ooxml.strict import make_transitional
from generator.ooxml.stripping import KINDS_STRIPPED, strip
from generator.ooxml.wraps import mend_wraps

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_X = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_USUAL = ("word/document.xml", "ppt/presentation.xml")
_KEPT = frozenset(
    {
        "officeDocument",
        "core-properties",
        "extended-properties",
        "custom-properties",
        "classificationlabels",
        *KINDS_STRIPPED,
    }
)
"""Kinds of relationships of the package that a document has, or that are told of when they go.

Others tell of the template alone, as its thumbnail does.
"""


def open_package(path: Path, *, has_tags: bool = False) -> Package:
    """Open the Word or PowerPoint file at `path`, of any of their kinds.

    Strict Open XML becomes Transitional; templates (.dotx, .potx), files with macros (.docm, .pptm,
    …) and shows (.ppsx) become plain documents; what is dangling is mended, and what must not be
    carried on is stripped. `Package.findings` tells what was done.

    Args:
        path: The file.
        has_tags: Whether its tags will be rendered: then comments, and links whose address is a
            tag, stay in it.

    Raises:
        TemplateError: It is absent, unreadable, protected, too large, of another kind, damaged
            beyond mending, or made to harm.
    """
    package = parse_package(read_archive(path), path)
    make_transitional(package)
    mend_relationships(package)
    package.main = _find_main(package)
    _check_kind(package)
    package.links[""] = [link for link in package.links[""] if link.kind in _KEPT]
    mend_links(package)
    strip(package, has_tags=has_tags)
    package.drop_orphans()
    mend_types(package)
    complete(package)
    mend_wraps(package)
    return package


def _find_main(package: Package) -> str:
    """Return the name of the main part; where no relationship leads to it, the usual one."""
    for link in package.find_links():
        if link.kind == "officeDocument" and package.has(link.target):
            return link.target
    for name in _USUAL:
        if package.has(name):
            package.links.setdefault("", [])
            package.relate("", "officeDocument", name)
            return name
    if any(name.startswith("visio/") for name in package.names):
        raise package.error("is a Visio drawing", "a template is a .docx or .pptx")
    raise package.error("lacks its main part", "open it in Office and save it again")


def _check_kind(package: Package) -> None:
    """Refuse what is an Office file, but of another program.

    Raises:
        TemplateError: It is.
    """
    hint = "a template is a .docx or .pptx"
    if not package.main.endswith(".xml"):
        raise package.error(f"holds '{package.main}', which is not for Word or PowerPoint", hint)
    tag = package.read_xml(package.main).tag
    if tag == f"{_X}workbook":
        raise package.error("is an Excel workbook", hint)
    if tag not in {f"{_W}document", f"{_P}presentation"}:
        raise package.error("is neither a Word document nor a presentation", hint)


def check_word(package: Package) -> None:
    """Refuse a presentation in the place of a Word document.

    Raises:
        TemplateError: It is one.
    """
    _check(package, "word", "is not a Word document", "the report's template is a .docx")


def check_slides(package: Package) -> None:
    """Refuse a Word document in the place of a presentation.

    Raises:
        TemplateError: It is one.
    """
    _check(package, "slides", "is not a presentation", "the deck's template is a .pptx")


def _check(package: Package, kind: str, message: str, hint: str) -> None:
    if package.kind != kind:
        raise package.error(message, hint)
