"""Packages of programs that take the standard lightly."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from generator.inventory import find_default_template, read_word_template
from generator.ooxml.opc import Package
from generator.ooxml.opening import open_package
from tests.inventory.packages import copy_changed

REPORT = find_default_template() / "report.docx"
DECK = find_default_template() / "deck.pptx"


def rename(source: Path, target: Path, names: dict[str, str]) -> Path:
    """Copy the zip file `source` with other names of its entries; the parts stay the same."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(names.get(name, name))
            entry.filename = names.get(name, name)  # as given, whatever the system's separator
            new.writestr(entry, old.read(name))
    return target


def contents(package: Package) -> dict[str, bytes]:
    """Return the parts that the written file holds."""
    with zipfile.ZipFile(io.BytesIO(package.to_bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("file", [REPORT, DECK])
def test_a_good_file_keeps_every_part(file: Path) -> None:
    """What is opened and written again is the same, byte by byte, but for what surrounds it."""
    written = contents(open_package(file))

    with zipfile.ZipFile(file) as archive:
        kept = {
            name: archive.read(name)
            for name in archive.namelist()
            if not name.endswith((".rels", "[Content_Types].xml"))
        }
    assert {name: written[name] for name in kept} == kept
    assert len(written) == len(zipfile.ZipFile(file).namelist())


@pytest.mark.parametrize("written", ["Word/Styles.XML", "word\\styles.xml", "/word/styles.xml"])
def test_names_of_parts_are_matched_as_office_matches_them(tmp_path: Path, written: str) -> None:
    """The standard compares names without regard to case; some programs write backslashes."""
    path = rename(REPORT, tmp_path / "r.docx", {"word/styles.xml": written})

    package = open_package(path)

    assert package.findings == []
    assert len(read_word_template(package).everything) == len(read_word_template(REPORT).everything)


def test_a_wrong_content_type_is_put_right(tmp_path: Path) -> None:
    """python-docx goes by the type, and would not find the styles."""
    path = copy_changed(
        REPORT,
        tmp_path / "r.docx",
        {"[Content_Types].xml": lambda text: text.replace("styles+xml", "settings+xml")},
    )

    package = open_package(path)

    assert package.types["word/styles.xml"].endswith(".styles+xml")
    assert [finding.rule for finding in package.findings] == ["template-types"]


def test_a_missing_picture_becomes_an_empty_one(tmp_path: Path) -> None:
    """PowerPoint writes NULL where it has lost one; what surrounds the picture stays."""
    master = "ppt/slideMasters/slideMaster1.xml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = f'<Relationship Id="rIdX" Type="{office}/image" Target="NULL"/></Relationships>'
    path = copy_changed(
        DECK,
        tmp_path / "deck.pptx",
        {
            "ppt/slideMasters/_rels/slideMaster1.xml.rels": lambda text: text.replace(
                "</Relationships>", link
            )
        },
    )

    package = open_package(path)

    target = next(one.target for one in package.links[master] if one.id == "rIdX")
    assert package.parts[target].startswith(b"\x89PNG")
    assert package.types[target] == "image/png"


def test_a_document_without_styles_or_theme_gets_them(tmp_path: Path) -> None:
    """Small programs write the text alone."""
    path = tmp_path / "bare.docx"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{types}">'
            '<Default Extension="xml" ContentType="application/xml"/></Types>',
        )
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{main}"><w:body/></w:document>'
        )

    template = read_word_template(path)

    assert template.theme.colours["accent1"]
    assert [info.name for info in template.everything] == ["Normal"]


@pytest.mark.parametrize(
    ("part", "usual", "odd"),
    [
        (
            "extended-properties",
            "officeDocument/2006/relationships/extended-properties",
            "package/2006/relationships/metadata/extended-properties",
        ),
        (
            "core-properties",
            "package/2006/relationships/metadata/core-properties",
            "officedocument/2006/relationships/metadata/core-properties",
        ),
    ],
)
def test_properties_are_found_under_any_address(
    tmp_path: Path, part: str, usual: str, odd: str
) -> None:
    """Left as it is, the document would have them twice, and Office would not open it."""
    path = copy_changed(
        DECK, tmp_path / "deck.pptx", {"_rels/.rels": lambda text: text.replace(usual, odd)}
    )

    types = [link.type for link in open_package(path).links[""] if link.kind == part]

    assert types == [f"http://schemas.openxmlformats.org/{usual}"]


def test_a_layout_that_does_not_know_its_master_is_told(tmp_path: Path) -> None:
    """The master lists it; PowerPoint repairs the other way."""
    rels = "ppt/slideLayouts/_rels/slideLayout3.xml.rels"
    path = copy_changed(DECK, tmp_path / "deck.pptx", {}, leave_out=rels)

    package = open_package(path)

    assert [link.kind for link in package.links["ppt/slideLayouts/slideLayout3.xml"]] == [
        "slideMaster"
    ]


def test_a_reference_to_a_relationship_that_is_not_there_is_taken_out(tmp_path: Path) -> None:
    """The libraries that build on the file would stumble over it."""
    slide = '<p:sldIdLst xmlns:r="R"><p:sldId id="256" r:id="rId99"/></p:sldIdLst><p:sldSz'.replace(
        "R", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    )
    path = copy_changed(
        DECK,
        tmp_path / "deck.pptx",
        {"ppt/presentation.xml": lambda text: text.replace("<p:sldSz", slide, 1)},
    )

    assert b"rId99" not in open_package(path).parts["ppt/presentation.xml"]


@pytest.mark.parametrize(("x", "kept"), [("-2147483648", False), ("21600", True)])
def test_an_outline_far_off_the_page_is_let_go(tmp_path: Path, x: str, kept: bool) -> None:
    """Word passes over it; LibreOffice sets two empty pages before the text."""
    wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    wrap = (
        f'<w:p><w:r><w:drawing xmlns:wp="{wp}"><wp:anchor><wp:wrapTight wrapText="bothSides">'
        f'<wp:wrapPolygon><wp:start x="{x}" y="0"/><wp:lineTo x="0" y="0"/></wp:wrapPolygon>'
        "</wp:wrapTight></wp:anchor></w:drawing></w:r></w:p></w:ftr>"
    )
    path = copy_changed(
        REPORT,
        tmp_path / "r.docx",
        {"word/footer1.xml": lambda text: text.replace("</w:ftr>", wrap)},
    )

    footer = open_package(path).parts["word/footer1.xml"]

    assert (b"wrapTight" in footer) == kept
    assert (b"wrapNone" in footer) != kept


def test_a_presentation_without_a_size_of_notes_gets_one(tmp_path: Path) -> None:
    """PowerPoint asks for it; small programs leave it out."""
    path = copy_changed(
        DECK,
        tmp_path / "deck.pptx",
        {"ppt/presentation.xml": lambda text: re.sub("<p:notesSz[^>]*/>", "", text)},
    )

    root = open_package(path).read_xml("ppt/presentation.xml")

    tags = [child.tag.rpartition("}")[2] for child in root]
    assert tags.index("notesSz") == tags.index("sldSz") + 1
