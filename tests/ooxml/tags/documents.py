"""Word files of a few lines for the tests of tags, and what is read back from them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from lxml import etree

from generator.ooxml.tags.dialect import W
from generator.rendering import render_docx

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/></w:style>'
)


def run(text: str, properties: str = "") -> str:
    """Return a run of `text`."""
    format_ = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{format_}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*texts: str, style: str = "") -> str:
    """Return a paragraph with a run for each of `texts`."""
    format_ = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{format_}{''.join(run(text) for text in texts)}</w:p>"


def table(*rows: list[str]) -> str:
    """Return a table of the texts of cells."""
    columns = max(len(row) for row in rows)
    grid = '<w:gridCol w:w="2000"/>' * columns
    body = "".join(f"<w:tr>{''.join(cell(text) for text in row)}</w:tr>" for row in rows)
    properties = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def cell(*texts: str) -> str:
    """Return a cell with a paragraph for each of `texts`."""
    width = '<w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>'
    return f"<w:tc>{width}{''.join(paragraph(text) for text in texts)}</w:tc>"


def make_docx(path: Path, body: str, parts: Mapping[str, tuple[str, str]] | None = None) -> Path:
    """Write a Word file to `path`; return it.

    Args:
        path: Where.
        body: The content of `w:body`.
        parts: Further parts: name in `word/` → kind of relationship, and the XML inside its root.
    """
    kinds = {"styles.xml": ("styles", _STYLES), **(parts or {})}
    roots = {"header": "hdr", "footer": "ftr"}
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{_override("document.xml", "document.main")}'
        + "".join(_override(name, kind) for name, (kind, _) in kinds.items())
        + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_RELS}"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELS}">'
        + "".join(
            f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{name}"/>'
            for number, (name, (kind, _)) in enumerate(kinds.items(), 1)
        )
        + "</Relationships>",
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
    }
    for name, (kind, inner) in kinds.items():
        root = roots.get(kind, kind)
        files[f"word/{name}"] = (
            inner if inner.startswith("<?xml") else f"<w:{root} {_NAMESPACES}>{inner}</w:{root}>"
        )
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def _override(name: str, kind: str) -> str:
    type_ = (
        "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
        if kind == "chart"
        else f"{_MAIN}.{kind}+xml"
    )
    return f'<Override PartName="/word/{name}" ContentType="{type_}"/>'


def render(folder: Path, body: str, context: Mapping[str, object], **parts: Any) -> Any:
    """Render a Word file with `body` in `folder`; return the `w:body` that it comes out with."""
    template = make_docx(folder / "template.docx", body, **parts)
    render_docx(template, context, folder / "out.docx")
    return read_part(folder / "out.docx").find(f"{W}body")


def read_part(path: Path, name: str = "word/document.xml") -> Any:
    """Return the root element of a part of a file."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        return etree.fromstring(archive.read(name))


def read_text(node: Any) -> str:
    """Return the text of an element as Word shows it."""
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(
        signs.get(each.tag, each.text or "") for each in node.iter(f"{W}t", f"{W}br", f"{W}tab")
    )


def read_paragraphs(body: Any) -> list[str]:
    """Return the texts of all paragraphs in order."""
    return [read_text(each) for each in body.iter(f"{W}p")]


def read_rows(body: Any) -> list[list[str]]:
    """Return the texts of the cells of all tables, row by row."""
    return [[read_text(each) for each in row.findall(f"{W}tc")] for row in body.iter(f"{W}tr")]
