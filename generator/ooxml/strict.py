"""Strict Open XML made Transitional, the form that Office writes by default and libraries read.

Both are told in ISO/IEC 29500 (parts 1 and 4). The elements are the same under other namespaces;
what differs in values are percentages and lengths with a unit, which Transitional gives as numbers.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.findings import Finding, Severity
from generator.ooxml.opc import Element, Package
from generator.units import EMU_PER_CM, EMU_PER_INCH, EMU_PER_PT

STRICT = "http://purl.oclc.org/ooxml/"
_ADDRESS = re.compile(r"http://purl\.oclc\.org/ooxml/(\w+)/([\w/-]+)")
_RENAMED = {"extendedProperties": "extended-properties", "customProperties": "custom-properties"}
_TRANSITIONAL = "http://schemas.openxmlformats.org/"
_PERCENT = re.compile(r"(-?\d+(?:\.\d+)?)%\Z")
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)\Z")
_EMU = {
    "mm": EMU_PER_CM / 10,
    "cm": EMU_PER_CM,
    "in": EMU_PER_INCH,
    "pt": EMU_PER_PT,
    "pc": 12 * EMU_PER_PT,
    "pi": 12 * EMU_PER_PT,
}
"""Units of `ST_UniversalMeasure` (shared-commonSimpleTypes.xsd)."""

_PER_CENT = {"drawingml": 1000, "presentationml": 1000}
"""First step of a namespace's path → how many make one per cent there; elsewhere one."""

_WIDTHS = ("tblW", "tcW", "tblInd", "tblCellSpacing", "wAfter", "wBefore")
_FIFTIETHS = 50
"""Widths of tables (`CT_TblWidth`) count in fiftieths of a per cent."""


def make_transitional(package: Package) -> None:
    """Rewrite the parts and relationships of a Strict package; others stay as they are."""
    changed = False
    for name, data in package.parts.items():
        if STRICT.encode() in data:
            text = _ADDRESS.sub(_translate, data.decode("utf-8", "surrogateescape"))
            package.parts[name] = text.encode("utf-8", "surrogateescape")
            root = package.read_xml(name)
            for element in root.iter("{*}*"):
                _translate_values(element)
            package.write_xml(name, root)
            changed = True
    for source, links in package.links.items():
        package.links[source] = [
            replace(link, type=_ADDRESS.sub(_translate, link.type)) for link in links
        ]
    if changed:
        package.findings.append(
            Finding(
                rule="template-strict",
                severity=Severity.NOTE,
                message="the file is saved as Strict Open XML; it was read as the usual form",
                where=package.path.name,
            )
        )


def _translate(match: re.Match[str]) -> str:
    """Return the Transitional address; `2006` stands after the first step of its path."""
    family, rest = match[1], match[2]
    first, _, last = rest.rpartition("/")
    renamed = _RENAMED.get(last, last)
    return f"{_TRANSITIONAL}{family}/2006/{first + '/' if first else ''}{renamed}"


def _translate_values(element: Element) -> None:
    namespace, _, local = str(element.tag)[1:].partition("}")
    if not namespace.startswith(_TRANSITIONAL):
        return
    family, *_, kind = namespace.removeprefix(_TRANSITIONAL).split("/")
    for key, value in list(element.attrib.items()):
        if key.rpartition("}")[2] == "conformance":
            del element.attrib[key]
        elif percent := _PERCENT.match(value):
            unit = 1 if kind == "chart" else _PER_CENT.get(family, 1)
            unit = _FIFTIETHS if local in _WIDTHS and family == "wordprocessingml" else unit
            element.set(key, str(round(float(percent[1]) * unit)))
        elif family in _PER_CENT and (length := _LENGTH.match(value)):
            element.set(key, str(round(float(length[1]) * _EMU[length[2]])))
