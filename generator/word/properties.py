"""What the file says about itself: properties, language, settings. Changes the open file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from docx.document import Document as DocxDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.coreprops import CoreProperties
from docx.opc.package import OpcPackage

from generator.compose.report import Properties
from generator.ooxml.scripts import is_east_asian, is_right_to_left
from generator.word.markup import (
    Element,
    W,
    local_name,
    new_element,
    parse_pieces,
    read_part,
    tag,
    write_part,
)
from generator.word.parts import new_part

_LONGEST = 255
"""Characters that a core property may have in Word."""

_APPLICATION = ("Application", "AppVersion")
"""What stays of the template's `docProps/app.xml`; the rest counts the template's own words."""

_AFTER_FOOTNOTES = ("endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema")
_AFTER_LANGUAGE = (
    "clrSchemeMapping",
    "doNotIncludeSubdocsInStats",
    "doNotAutoCompressPictures",
    "forceUpgrade",
    "captions",
    "readModeInkLockDown",
    "smartTagType",
    "schemaLibrary",
    "shapeDefaults",
    "doNotEmbedSmartTags",
    "decimalSymbol",
    "listSeparator",
    "docId",
    "discardImageEditingData",
    "defaultImageDpi",
    "conflictMode",
    "chartTrackingRefBased",
)
"""Elements of `CT_Settings` that come after ours, in the order of wml.xsd."""

_UNWANTED = (
    "updateFields",
    "attachedTemplate",
    "linkStyles",
    "mailMerge",
    "savePreviewPicture",
    "proofState",
    "documentProtection",
    "writeProtection",
    "trackRevisions",
    "revisionView",
    "documentType",
    "formsDesign",
    "docVars",
    "rsids",
    "docId",
    "attachedSchema",
    "schemaLibrary",
    "saveThroughXslt",
    "endnotePr",
)
"""Settings that make Word ask on opening, lead out of the file, or tell of the template."""

_KEPT = frozenset(
    {
        RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
        RELATIONSHIP_TYPE.CORE_PROPERTIES,
        RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    }
)
"""Relationships of the package that stay; labels, custom properties and pictures are not ours."""

_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_VARIANTS = frozenset({"lpwstr", "lpstr", "bstr"})
"""Elements that hold the text of a custom property; the file's own ones stay where a tag wrote."""

_FOREIGN = frozenset({"lastPrinted", "contentType"})
"""Core properties that speak of the template alone."""


def set_properties(
    document: DocxDocument, properties: Properties, kept: frozenset[str] = frozenset()
) -> None:
    """Fill the core and extended properties of the file from `properties`.

    Args:
        document: Changed in place.
        properties: What the file says about itself.
        kept: Local names of elements that stay as they are: `title`, `Company`.
    """
    core = document.core_properties
    root: Element = core._element  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]
    own = {local_name(child): child.text for child in root if local_name(child) in kept}
    _fill_core(core, properties)
    for child in list(root):
        name = local_name(child)
        if name in own:
            child.text = own[name]
        elif name in _FOREIGN:
            root.remove(child)
    package = document.part.package
    if package is not None:
        _replace_extended(package, properties, kept)


def _fill_core(core: CoreProperties, properties: Properties) -> None:
    issued = properties.issued
    moment = datetime(issued.year, issued.month, issued.day)  # noqa: DTZ001
    core.title = properties.title[:_LONGEST]
    core.subject = properties.subtitle[:_LONGEST]
    core.author = "; ".join(properties.authors)[:_LONGEST]
    core.keywords = ", ".join(properties.keywords)[:_LONGEST]
    core.language = properties.language
    core.content_status = properties.status[:_LONGEST]
    core.last_modified_by = (properties.authors or (properties.organisation,))[0][:_LONGEST]
    core.created = core.modified = moment
    core.revision = 1
    core.category = core.comments = core.identifier = core.version = ""


def _replace_extended(package: OpcPackage, properties: Properties, kept: frozenset[str]) -> None:
    """Replace `docProps/app.xml`, and drop what else the package tells of the template."""
    for key, link in list(package.rels.items()):
        if link.reltype == _CUSTOM and not kept.isdisjoint(_VARIANTS):
            continue
        if link.reltype not in _KEPT:
            del package.rels[key]
        if link.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES:
            part = link.target_part
            root = read_part(part.blob)
            _trim_extended(root, properties.organisation, kept)
            data = write_part(root)
            del package.rels[key]
            fresh = new_part(part.partname, part.content_type, data, part)
            package.load_rel(link.reltype, fresh, key)


def _trim_extended(root: Element, organisation: str, kept: frozenset[str]) -> None:
    for child in list(root):
        if local_name(child) not in kept.union(_APPLICATION):
            root.remove(child)
    if "Company" in kept and root.find("{*}Company") is not None:
        return
    company = new_element(root.tag.replace("Properties", "Company"))
    root.append(company)
    company.text = organisation


def set_language(document: DocxDocument, language: str) -> None:
    """Make `language` that of all text; runs in another one say so themselves."""
    styles: Element = document.styles.element
    for mark in list(styles.iterfind(f"{W}style/{W}rPr/{W}lang")):
        mark.getparent().remove(mark)
    defaults = _find_or_add(styles, "docDefaults", first=True)
    run = _find_or_add(_find_or_add(defaults, "rPrDefault", first=True), "rPr")
    slots = {f"{W}{slot}": tag_ for slot, tag_ in _slots(language).items()}
    mark = run.find(f"{W}lang")
    if mark is None:
        mark = new_element(f"{W}lang")
        run.append(mark)
    mark.attrib.update(slots)
    _level_direction(styles)
    if is_right_to_left(language):
        paragraph = _find_or_add(_find_or_add(defaults, "pPrDefault"), "pPr")
        if paragraph.find(f"{W}bidi") is None:
            paragraph.insert(0, parse_pieces(tag("w:bidi"))[0])
    _set_theme_language(document.settings.element, language)


def _level_direction(styles: Element) -> None:
    """Take the direction of text out of all styles: it is that of the report's language."""
    for path in ("pPr/bidi", "rPr/rtl", "tblPr/bidiVisual"):
        within = "/".join(f"{W}{name}" for name in path.split("/"))
        for mark in list(styles.iterfind(f".//{within}")):
            mark.getparent().remove(mark)


def _slots(language: str) -> dict[str, str]:
    """Return the attributes of `w:lang`: each holds the language of one kind of script.

    As in Word, `val` is left to Latin text: LibreOffice 7.4 breaks English words anywhere when it
    says Japanese; seen 2026-11.
    """
    if is_east_asian(language):
        return {"eastAsia": language}
    if is_right_to_left(language):
        return {"bidi": language}
    return {"val": language}


def _find_or_add(parent: Element, name: str, *, first: bool = False) -> Element:
    found = parent.find(f"{W}{name}")
    if found is None:
        found = new_element(f"{W}{name}")
        parent.insert(0 if first else len(parent), found)
    return found


def _set_theme_language(settings: Element, language: str) -> None:
    mark = settings.find(f"{W}themeFontLang")
    if mark is None:
        (mark,) = parse_pieces(tag("w:themeFontLang"))
        _place(settings, mark, _AFTER_LANGUAGE)
    for slot, value in _slots(language).items():
        mark.set(f"{W}{slot}", value)


def set_settings(
    document: DocxDocument, separators: Iterable[int], *, has_endnotes: bool = False
) -> None:
    """Settle that the file opens without a question, and where its footnote separators are.

    Args:
        document: Changed in place.
        separators: Ids of the lines above footnotes; none in a file without footnotes.
        has_endnotes: Whether the template's endnotes stay, and so what is said of them.
    """
    settings = document.settings.element
    for name in _UNWANTED:
        if name == "endnotePr" and has_endnotes:
            continue
        for unwanted in settings.findall(f"{W}{name}"):
            settings.remove(unwanted)
    rels = document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels
    for key in [key for key, link in rels.items() if link.is_external]:
        del rels[key]
    zoom = settings.find(f"{W}zoom")
    if zoom is not None:
        zoom.set(f"{W}percent", zoom.get(f"{W}percent", "100"))
    notes = [tag("w:footnote", {"w:id": number}) for number in separators]
    if notes and settings.find(f"{W}footnotePr") is None:
        (mark,) = parse_pieces(tag("w:footnotePr", None, *notes))
        _place(settings, mark, (*_AFTER_FOOTNOTES, "themeFontLang", *_AFTER_LANGUAGE))


def _place(settings: Element, element: Element, successors: tuple[str, ...]) -> None:
    """Insert `element` before the first of `successors`, by local name."""
    for child in settings:
        if isinstance(child.tag, str) and local_name(child) in successors:
            child.addprevious(element)
            return
    settings.append(element)
