"""The whole report: same bytes, unique ids, nothing dangling, valid for Word."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from pathlib import Path

import pypdf
import pytest
from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.errors import TemplateError
from generator.word import build_report
from tests.office import find_errors, render_pdf
from tests.word.reading import PLAIN_TEMPLATE, Built, W, read_template
from tests.word.samples import make_full_report, make_report, said

FULL = make_full_report()


@pytest.fixture(scope="module", params=[None, PLAIN_TEMPLATE], ids=["policy", "plain"])
def full(request: pytest.FixtureRequest) -> Built:
    """Return the full report, on our template and on one that knows none of our styles."""
    return Built(FULL, request.param)


def test_the_same_report_makes_the_same_bytes() -> None:
    """A file under version control changes only when its content does."""
    path, inventory = read_template()

    assert build_report(FULL, path, inventory) == build_report(FULL, path, inventory)


def test_ids_are_unique(full: Built) -> None:
    """Word repairs files in which two drawings, bookmarks or notes share an id."""
    for path, attribute in (
        (f"{W}bookmarkStart", f"{W}id"),
        (f"{W}bookmarkStart", f"{W}name"),
        ("{*}docPr", "id"),
        (f"{W}footnoteReference", f"{W}id"),
    ):
        counts = Counter(element.get(attribute) for element in full.body.iter(path))
        assert set(counts.values()) == {1}


def test_every_relationship_is_used_and_every_use_is_related(full: Built) -> None:
    """A dangling id is what Word calls unreadable content."""
    text = full.parts["word/document.xml"].decode()
    used = set(re.findall(r'r:(?:id|embed)="([^"]+)"', text))
    rels = full.open().part.rels
    explicit = {
        key
        for key, link in rels.items()
        if link.reltype.rpartition("/")[2] in {"hyperlink", "image", "chart", "header", "footer"}
    }

    assert used == explicit


def test_every_style_that_is_named_is_in_the_file(full: Built) -> None:
    """An unknown style is silently shown as body text."""
    styles = {style.get(f"{W}styleId") for style in full.parse("word/styles.xml").iter(f"{W}style")}
    named = {
        element.get(f"{W}val")
        for part in ("word/document.xml", "word/footnotes.xml")
        for kind in ("pStyle", "rStyle", "tblStyle")
        for element in full.parse(part).iter(f"{W}{kind}")
    }

    assert named <= styles


def test_every_number_that_is_named_is_defined(full: Built) -> None:
    """A list that refers to no definition has no numbers."""
    nums = {num.get(f"{W}numId") for num in full.parse("word/numbering.xml").iter(f"{W}num")}
    named = {mark.get(f"{W}val") for mark in full.body.iter(f"{W}numId")}

    assert named - {"0"} <= nums


def test_fields_open_and_close(full: Built) -> None:
    """A field without an end swallows the rest of the report."""
    kinds = [mark.get(f"{W}fldCharType") for mark in full.body.iter(f"{W}fldChar")]
    depth = 0
    for kind in kinds:
        depth += {"begin": 1, "separate": 0, "end": -1}[kind]
        assert depth >= 0

    assert depth == 0
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")


def test_no_paragraph_is_empty_but_between_tables(full: Built) -> None:
    """Empty paragraphs as spacing fall apart as soon as somebody edits."""
    empty = [
        line
        for line in full.body.iterchildren(f"{W}p")
        if not "".join(line.itertext()).strip() and line.find(f".//{W}drawing") is None
    ]

    assert all(line.getprevious().tag == f"{W}tbl" for line in empty)
    assert all(line.getnext().tag in {f"{W}tbl", f"{W}sectPr"} for line in empty)


def test_the_page_section_is_the_templates(full: Built) -> None:
    """Margins, headers and footers belong to the designer."""
    section = full.body[-1]

    assert section.tag == f"{W}sectPr"
    assert section.find(f"{W}pgSz") is not None


def test_text_of_the_template_is_replaced_with_all_it_referred_to(tmp_path: Path) -> None:
    """A picture of the template's sample page must not travel in every report."""
    import docx
    from PIL import Image

    picture = tmp_path / "a.png"
    Image.new("RGB", (4, 4)).save(picture)
    template = docx.Document(str(PLAIN_TEMPLATE))
    template.add_heading("Sample", 1)
    template.add_picture(str(picture))
    path = tmp_path / "own.docx"
    template.save(str(path))
    built = Built(make_report(said("Mine")), path)

    assert built.texts() == ["Mine"]
    assert not [name for name in built.parts if "media" in name]


@pytest.mark.parametrize("content", [b"", b"not a zip"])
def test_what_is_no_package_is_an_error(content: bytes) -> None:
    """No traceback of a library reaches the user."""
    _, inventory = read_template()

    with pytest.raises(TemplateError):
        build_report(FULL, content, inventory)


def test_each_part_is_well_formed(full: Built) -> None:
    """Every XML part parses."""
    for name, data in full.parts.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(data)
    with zipfile.ZipFile(io.BytesIO(full.data)) as package:
        assert package.testzip() is None


@pytest.mark.slow
def test_the_open_xml_sdk_finds_nothing(full: Built, tmp_path: Path) -> None:
    """Microsoft's own validator is the judge of what Word opens without a repair."""
    path = tmp_path / "full.docx"
    path.write_bytes(full.data)

    assert find_errors(path) == []


@pytest.mark.slow
def test_libreoffice_opens_it_with_the_pages_expected(full: Built, tmp_path: Path) -> None:
    """A page more or less shows that something runs off or is lost."""
    path = tmp_path / "full.docx"
    path.write_bytes(full.data)
    pages = pypdf.PdfReader(render_pdf(path, tmp_path)).pages

    assert 6 <= len(pages) <= 8
    assert "Key messages" in pages[0].extract_text()
