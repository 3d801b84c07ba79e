"""Puts into a report what runs, fetches or carries another document: to be taken out again."""

from __future__ import annotations

from typing import Any

from tests.foreign.written import W
from tests.hostile.packages import (
    ACTIVE_X,
    DOCUMENT,
    HEADER,
    MACRO,
    OLE_START,
    PIXEL,
    PLAIN,
    SETTINGS,
    Part,
    Parts,
    add_part,
    append_xml,
    declare,
    edit,
    relate,
)


def add_macros(parts: Parts) -> Parts:
    """Add macros with what belongs to them, and keys that call them."""
    declare(parts, DOCUMENT, MACRO.format("word.document", ".main"))
    microsoft = "http://schemas.microsoft.com/office/2006/relationships/"
    add_part(
        parts,
        DOCUMENT,
        Part(
            name="word/vbaProject.bin",
            data=OLE_START,
            kind=f"{microsoft}vbaProject",
            id="rIdVba",
            type="application/vnd.ms-office.vbaProject",
        ),
    )
    add_part(
        parts,
        "word/vbaProject.bin",
        Part(
            name="word/vbaData.xml",
            data=b'<wne:vbaSuppData xmlns:wne="http://schemas.microsoft.com/office/word/2006/wordml"/>',
            kind=f"{microsoft}wordVbaData",
            id="rId1",
            type="application/vnd.ms-word.vbaData+xml",
        ),
    )
    return add_part(
        parts,
        DOCUMENT,
        Part(
            name="word/customizations.xml",
            data=b'<wne:tcg xmlns:wne="http://schemas.microsoft.com/office/word/2006/wordml"/>',
            kind=f"{microsoft}keyMapCustomizations",
            id="rIdKeys",
            type="application/vnd.ms-word.keyMapCustomizations+xml",
        ),
    )


def _in_header(parts: Parts, xml: str) -> Parts:
    """Add a paragraph to the header of the pages after the first."""
    return edit(parts, HEADER, lambda root: append_xml(root, f"<w:p>{xml}</w:p>"))


def add_ole(parts: Parts) -> Parts:
    """Put an embedded object with its picture into the header."""
    add_part(
        parts,
        HEADER,
        Part(
            name="word/embeddings/oleObject1.bin",
            data=OLE_START,
            kind="oleObject",
            id="rIdOle",
            type=PLAIN.format("oleObject")[:-4],
        ),
    )
    add_part(
        parts,
        HEADER,
        Part(name="word/media/ole.png", data=PIXEL, kind="image", id="rIdOlePic", type="image/png"),
    )
    return _in_header(
        parts,
        '<w:r><w:object w:dxaOrig="100" w:dyaOrig="100"><v:shape id="_x0000_i1025" '
        'style="width:20pt;height:20pt"><v:imagedata r:id="rIdOlePic" o:title=""/></v:shape>'
        '<o:OLEObject Type="Embed" ProgID="Package" ShapeID="_x0000_i1025" DrawAspect="Icon" '
        'ObjectID="_1" r:id="rIdOle"/></w:object></w:r>',
    )


def add_controls(parts: Parts) -> Parts:
    """Put a button into the header."""
    add_part(
        parts,
        HEADER,
        Part(
            name="word/activeX/activeX1.xml",
            data=ACTIVE_X,
            kind="control",
            id="rIdControl",
            type="application/vnd.ms-office.activeX+xml",
        ),
    )
    return _in_header(
        parts,
        '<w:r><w:object w:dxaOrig="100" w:dyaOrig="100"><v:shape id="_x0000_i1026" '
        'style="width:20pt;height:20pt"/><w:control r:id="rIdControl" w:name="Button1" '
        'w:shapeid="_x0000_i1026"/></w:object></w:r>',
    )


def add_attached(parts: Parts) -> Parts:
    """Attach a template that Word would fetch."""
    address = "http://templates.example/house.dotm"
    relate(parts, SETTINGS, "attachedTemplate", address, id_="rIdTemplate", is_external=True)
    return edit(
        parts,
        SETTINGS,
        lambda root: append_xml(root, '<w:attachedTemplate r:id="rIdTemplate"/>', at=1),
    )


def add_mail_merge(parts: Parts) -> Parts:
    """Bind the document to a table of addresses."""
    source = "file:///C:/data/addresses.mdb"
    relate(parts, SETTINGS, "mailMergeSource", source, id_="rIdMerge", is_external=True)
    return edit(
        parts,
        SETTINGS,
        lambda root: append_xml(
            root,
            '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="native"/>'
            '<w:query w:val="SELECT * FROM people"/><w:dataSource r:id="rIdMerge"/></w:mailMerge>',
            at=1,
        ),
    )


def add_chunk(parts: Parts, owner: str) -> Parts:
    """Put a page of HTML in, which Word would turn into text on opening."""
    add_part(
        parts,
        owner,
        Part(
            name="word/afchunk.html",
            data=b"<html><body>Foreign words</body></html>",
            kind="aFChunk",
            id="rIdChunk",
            type="text/html",
        ),
    )

    def change(root: Any) -> None:
        holder = root.find(f"{W}body")
        append_xml(root if holder is None else holder, '<w:altChunk r:id="rIdChunk"/>', at=0)

    return edit(parts, owner, change)


def _complex_field(code: str, shown: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t>{shown}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def add_live_fields(parts: Parts) -> Parts:
    """Put fields into the header that run a program, or fetch a file when they are updated."""
    codes = (
        'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"',
        'INCLUDETEXT "\\\\\\\\host\\\\x"',
    )
    for code in codes:
        _in_header(parts, _complex_field(code.replace('"', "&quot;"), "Confidential"))
    return _in_header(
        parts,
        '<w:fldSimple w:instr=" INCLUDEPICTURE &quot;http://tracker.example/x.png&quot; \\d ">'
        "<w:r><w:t>Logo</w:t></w:r></w:fldSimple>",
    )


def add_split_field(parts: Parts) -> Parts:
    """Put a DDE field into the header whose code is cut into several runs."""
    return _in_header(
        parts,
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>D</w:instrText></w:r>'
        "<w:r><w:instrText>DEAUTO</w:instrText></w:r>"
        '<w:r><w:instrText xml:space="preserve"> cmd </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>House</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )


def add_external(parts: Parts) -> Parts:
    """Put a picture into the header that Word would fetch."""
    address = "http://tracker.example/pixel.png"
    relate(parts, HEADER, "image", address, id_="rIdOut", is_external=True)
    return _in_header(
        parts,
        '<w:r><w:pict><v:shape id="s1" style="width:10pt;height:10pt">'
        '<v:imagedata r:id="rIdOut"/></v:shape></w:pict></w:r>',
    )
