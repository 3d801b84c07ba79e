"""Word templates made for the tests: small packages with just what a test needs in them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

W_URI = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{W_URI}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" '
    'w:left="1440" w:header="700" w:footer="700" w:gutter="0"/>'
)
DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'
    '<w:sz w:val="{half}"/></w:rPr></w:rPrDefault></w:docDefaults>'
)
NORMAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
)


def style(
    name: str, inner: str = "", *, kind: str = "paragraph", base: str = "a", is_custom: bool = True
) -> str:
    """Return a style, its id the name without spaces, its properties `inner`."""
    custom = ' w:customStyle="1"' if is_custom else ""
    id_ = name.replace(" ", "")
    return (
        f'<w:style w:type="{kind}"{custom} w:styleId="{id_}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{base}"/>{inner}</w:style>'
    )


def colour(rgb: str) -> str:
    """Return run properties with a colour."""
    return f'<w:rPr><w:color w:val="{rgb}"/></w:rPr>'


def write_template(
    path: Path,
    *,
    styles: str = "",
    half_points: int = 22,
    body: str = "",
    section: str = PAGE,
    furniture: Mapping[str, str] | None = None,
    settings: str = "",
    before: str = "",
) -> Path:
    """Write a .docx to `path` and return it.

    Args:
        path: The file.
        styles: Styles beside `Normal`.
        half_points: Size of plain text.
        body: The template's own text.
        section: Content of the last `w:sectPr`; `rId-NAME` refers to a part of `furniture`.
        furniture: `header1`, `footer1`, `numbering` → content of the part.
        settings: Content of `w:settings`.
        before: What stands before `w:body`.
    """
    parts = {
        "styles": f"<w:styles {_NAMESPACES}>{DEFAULTS.format(half=half_points)}{NORMAL}{styles}"
        "</w:styles>",
        "settings": f"<w:settings {_NAMESPACES}>{settings}</w:settings>",
    }
    for name, content in (furniture or {}).items():
        root = {"header": "hdr", "footer": "ftr"}.get(name[:6], name)
        parts[name] = f"<w:{root} {_NAMESPACES}>{content}</w:{root}>"
    document = (
        f"<w:document {_NAMESPACES}>{before}<w:body>{body}<w:sectPr>{section}</w:sectPr></w:body>"
        "</w:document>"
    )
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{name.rstrip("0123456789")}'
        '+xml"/>'
        for name in parts
    )
    links = "".join(
        f'<Relationship Id="rId-{name}" Type="{_OFFICE}/{name.rstrip("0123456789")}" '
        f'Target="{name}.xml"/>'
        for name in parts
    )
    space = "http://schemas.openxmlformats.org/package/2006"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{space}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
            f"{types}</Types>",
        )
        package.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{space}/relationships"><Relationship Id="rId1" '
            f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        package.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{space}/relationships">{links}</Relationships>',
        )
        package.writestr("word/document.xml", document)
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", content)
    return path


def line(text: str, style_id: str = "") -> str:
    """Return a paragraph of the template's own text."""
    named = f'<w:pPr><w:pStyle w:val="{style_id}"/></w:pPr>' if style_id else ""
    return f"<w:p>{named}<w:r><w:t>{text}</w:t></w:r></w:p>"


def shown_field(code: str, result: str = "old") -> str:
    """Return the runs of a complex field."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{result}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def art(height: int, *, width: int = 7_560_000) -> str:
    """Return a header line with a drawing at the top of the page, `width` × `height` EMU."""
    return (
        '<w:p><w:r><w:drawing><wp:anchor behindDoc="1"><wp:positionV relativeFrom="page">'
        f'<wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="{width}" cy="{height}"/>'
        '<wp:wrapNone/><wp:docPr id="1" name="Art"/></wp:anchor></w:drawing></w:r></w:p>'
    )
