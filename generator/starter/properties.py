"""The document properties of a template: a title and a language, no author, no date."""

from __future__ import annotations

from generator.starter.markup import document, tag, text
from generator.starter.package import OFFICE, OPC, Part

DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"


def write_core_properties(title: str, language: str) -> Part:
    """Return `docProps/core.xml` (`CT_CoreProperties` in opc-coreProperties.xsd)."""
    return Part(
        name="docProps/core.xml",
        content_type="application/vnd.openxmlformats-package.core-properties+xml",
        data=document(
            tag(
                "cp:coreProperties",
                {
                    "xmlns:cp": f"{OPC}/metadata/core-properties",
                    "xmlns:dc": DUBLIN_CORE,
                    "xmlns:dcterms": "http://purl.org/dc/terms/",
                    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
                },
                tag("dc:title", None, text(title)),
                tag("dc:language", None, text(language)),
            )
        ),
    )


def write_extended_properties() -> Part:
    """Return `docProps/app.xml` (`CT_Properties` in shared-documentPropertiesExtended.xsd)."""
    return Part(
        name="docProps/app.xml",
        content_type="application/vnd.openxmlformats-officedocument.extended-properties+xml",
        data=document(
            tag(
                "Properties",
                {"xmlns": OFFICE.replace("/relationships", "/extended-properties")},
                tag("Company"),
            )
        ),
    )
