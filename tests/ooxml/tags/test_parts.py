"""Tags outside the body: headers, notes, comments, links, text boxes, charts, properties."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from generator.errors import TagsError
from generator.ooxml.tags import RichText
from generator.ooxml.tags.dialect import W
from generator.rendering import render_docx
from tests.ooxml.tags.documents import (
    OFFICE,
    make_docx,
    paragraph,
    read_paragraphs,
    read_part,
    read_text,
    render,
    run,
)

_CHART = (
    '<?xml version="1.0"?><c:chartSpace '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:title><c:tx>'
    "<c:rich><a:bodyPr/><a:p><a:r><a:rPr b='1'/><a:t>Aid in {{ ye</a:t></a:r><a:r><a:t>ar }}</a:t>"
    "</a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:v>{{ unit }}</c:v></c:plotArea>"
    "</c:chart></c:chartSpace>"
)


def _note(id_: int, text: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{id_}">{paragraph(text)}</w:{kind}>'


def _refer(id_: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{id_}"/></w:r>'


def test_headers_and_footers_are_rendered(tmp_path: Path) -> None:
    """The title of a report stands at the head of each page."""
    parts = {
        "header1.xml": ("header", paragraph("{{ title }}")),
        "footer1.xml": (
            "footer",
            paragraph("{%p if draft %}") + paragraph("Draft") + paragraph("{%p endif %}"),
        ),
    }
    render(tmp_path, paragraph("x"), {"title": "Aid", "draft": True}, parts=parts)

    assert read_paragraphs(read_part(tmp_path / "out.docx", "word/header1.xml")) == ["Aid"]
    assert read_paragraphs(read_part(tmp_path / "out.docx", "word/footer1.xml")) == ["Draft"]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_in_a_loop_is_one_for_each_round(kind: str, tmp_path: Path) -> None:
    """A source beside each figure: each note has the values of its round, and an id of its own."""
    notes = _note(1, "source {{ x }}", kind) + _note(2, "plain", kind)
    body = render(
        tmp_path,
        paragraph("{%p for x in xs %}")
        + f"<w:p>{run('{{ x }}')}{_refer(1, kind)}{_refer(2, kind)}</w:p>"
        + paragraph("{%p endfor %}"),
        {"xs": ["a", "b"]},
        parts={f"{kind}s.xml": (f"{kind}s", notes)},
    )
    root = read_part(tmp_path / "out.docx", f"word/{kind}s.xml")
    texts = {note.get(f"{W}id"): read_text(note) for note in root}
    ids = [each.get(f"{W}id") for each in body.iter(f"{W}{kind}Reference")]

    assert [texts[id_] for id_ in ids] == ["source a", "plain", "source b", "plain"]
    assert len(set(ids)) == len(ids) == len(texts)


def test_a_note_whose_reference_is_gone_is_gone_too(tmp_path: Path) -> None:
    """It may need values that are not there, since the condition spared them."""
    render(
        tmp_path,
        paragraph("{%p if 0 %}")
        + f"<w:p>{_refer(1)}</w:p>"
        + paragraph("{%p endif %}")
        + paragraph("{{ a }}"),
        {"a": 1},
        parts={"footnotes.xml": ("footnotes", _note(1, "{{ missing }}") + _note(2, "kept"))},
    )

    root = read_part(tmp_path / "out.docx", "word/footnotes.xml")
    assert [read_text(note) for note in root] == ["kept"]


def test_a_comment_goes_along_with_its_range(tmp_path: Path) -> None:
    """The text that a comment is about is marked with its id at both ends."""
    marked = (
        f'<w:p><w:commentRangeStart w:id="0"/>{run("{{ x }}")}<w:commentRangeEnd w:id="0"/>'
        f"{_refer(0, 'comment')}</w:p>"
    )
    body = render(
        tmp_path,
        paragraph("{%p for x in xs %}") + marked + paragraph("{%p endfor %}"),
        {"xs": [1, 2, 3]},
        parts={"comments.xml": ("comments", _note(0, "see {{ x }}", "comment"))},
    )

    names = ("commentRangeStart", "commentRangeEnd", "commentReference")
    ids = [[each.get(f"{W}id") for each in body.iter(f"{W}{name}")] for name in names]
    assert ids[0] == ids[1] == ids[2]
    root = read_part(tmp_path / "out.docx", "word/comments.xml")
    assert {note.get(f"{W}id"): read_text(note) for note in root} == dict(
        zip(ids[0], ["see 1", "see 2", "see 3"], strict=True)
    )


def test_text_boxes_and_content_controls_are_rendered(tmp_path: Path) -> None:
    """Tags in a text box are its own, whatever the paragraph around it says."""
    box = (
        f"<w:p>{run('out {{ a }}')}<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        f"{paragraph('{%p for x in xs %}')}{paragraph('in {{ x }}')}{paragraph('{%p endfor %}')}"
        f"</w:txbxContent></v:textbox></v:shape></w:pict></w:r>{run(' {{ a }}')}</w:p>"
    )
    control = (
        '<w:sdt><w:sdtPr><w:alias w:val="{{ a }}"/><w:id w:val="7"/></w:sdtPr>'
        f"<w:sdtContent>{paragraph('{{ a }}')}</w:sdtContent></w:sdt>"
    )
    body = render(tmp_path, box + control, {"a": "A", "xs": [1, 2]})

    assert [text for text in read_paragraphs(body) if "out" not in text] == ["in 1", "in 2", "A"]
    assert read_text(body).startswith("out A")
    assert body.find(f".//{W}alias").get(f"{W}val") == "A"


def test_chart_titles_and_series_are_rendered(tmp_path: Path) -> None:
    """A chart part holds text of DrawingML, and names in a cache."""
    render(
        tmp_path,
        paragraph("x"),
        {"year": "2025\nand after", "unit": "EUR & USD"},
        parts={"charts/chart1.xml": ("chart", _CHART)},
    )
    root = read_part(tmp_path / "out.docx", "word/charts/chart1.xml")

    names = [etree.QName(each).localname for each in root.find(".//{*}p")]
    assert names == ["r", "br", "r"]
    assert [each.text for each in root.iter("{*}t")] == ["Aid in 2025", "and after"]
    assert root.find(".//{*}v").text == "EUR & USD"


def test_document_properties_are_rendered(tmp_path: Path) -> None:
    """Title and keywords are what a search finds a document by."""
    template = make_docx(tmp_path / "plain.docx", paragraph("x"))
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{ title }}'
        "</dc:title><cp:keywords>{% for k in keys %}{{ k }};{% endfor %}</cp:keywords>"
        "</cp:coreProperties>"
    )
    _add_core(template, core)
    render_docx(template, {"title": "A <b> & c", "keys": ["x", "y"]}, tmp_path / "out.docx")
    root = read_part(tmp_path / "out.docx", "docProps/core.xml")

    assert [each.text for each in root] == ["A <b> & c", "x;y;"]


def _add_core(path: Path, core: str) -> None:
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    files["docProps/core.xml"] = core
    files["_rels/.rels"] = files["_rels/.rels"].replace(
        "</Relationships>",
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/package/2006/'
        'relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
    )
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(
        "</Types>",
        '<Override PartName="/docProps/core.xml" ContentType='
        '"application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
    )
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)


def _render_link(folder: Path, target: str, context: dict[str, Any]) -> list[str]:
    """Render a linked text for each of `xs`; return where the links lead."""
    body = (
        f'<w:p>{run("{% for x in xs %}")}<w:hyperlink r:id="rId77">{run("{{ x }}")}'
        f"</w:hyperlink>{run('{% endfor %}')}</w:p>"
    )
    template = make_docx(folder / "template.docx", body)
    name = "word/_rels/document.xml.rels"
    with zipfile.ZipFile(template) as archive:
        files = {each: archive.read(each).decode() for each in archive.namelist()}
    files[name] = files[name].replace(
        "</Relationships>",
        f'<Relationship Id="rId77" Type="{OFFICE}/hyperlink" Target="{target}" '
        'TargetMode="External"/></Relationships>',
    )
    with zipfile.ZipFile(template, "w") as archive:
        for each, text in files.items():
            archive.writestr(each, text)
    render_docx(template, context, folder / "out.docx")
    targets = {each.get("Id"): each.get("Target") for each in read_part(folder / "out.docx", name)}
    root = read_part(folder / "out.docx")
    return [targets[each.get(f"{{{OFFICE}}}id")] for each in root.iter(f"{W}hyperlink")]


@pytest.mark.parametrize(
    ("target", "values", "expected"),
    [
        (
            "https://e.org/%7B%7B%20x%20%7D%7D",
            ["a b", "ü"],
            ["https://e.org/a%20b", "https://e.org/%C3%BC"],
        ),
        (
            "{{ x }}",
            ["https://a.org/?q=1&r=2", "mailto:a@b.org"],
            ["https://a.org/?q=1&r=2", "mailto:a@b.org"],
        ),
    ],
)
def test_a_link_leads_where_its_round_says(
    target: str, values: list[str], expected: list[str], tmp_path: Path
) -> None:
    """Word writes braces of an address as numbers; each round gets a link of its own."""
    assert _render_link(tmp_path, target, {"xs": values}) == expected


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", ""])
def test_a_link_to_anything_but_an_address_is_refused(address: str, tmp_path: Path) -> None:
    """A value may come from anywhere."""
    with pytest.raises(TagsError, match="is no address"):
        _render_link(tmp_path, "{{ x }}", {"xs": [address]})


def test_a_rich_text_may_hold_a_link(tmp_path: Path) -> None:
    """Docxtpl asks for an id; here the address itself will do."""
    rich = RichText("see ", url_id="https://e.org/?a=1&b=2")
    body = render(tmp_path, paragraph("{{r x }}"), {"x": rich})
    rels = read_part(tmp_path / "out.docx", "word/_rels/document.xml.rels")

    id_ = body.find(f".//{W}hyperlink").get(f"{{{OFFICE}}}id")
    assert {each.get("Id"): each.get("Target") for each in rels}[id_] == "https://e.org/?a=1&b=2"


def test_the_code_of_a_field_takes_a_value_between_its_quotes(tmp_path: Path) -> None:
    """A quote in a value must not end the argument, and so bring in another switch."""
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "https://e.org/{{ a </w:instrText></w:r>'
        '<w:r><w:instrText>}}" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("{{ a }}")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    body = render(tmp_path, field, {"a": 'x" \\o "y'})

    code = "".join(each.text for each in body.iter(f"{W}instrText"))
    assert code == r' HYPERLINK "https://e.org/x\" \\o \"y" '
    assert read_text(body) == 'x" \\o "y'


def _frame(title: str = "") -> str:
    return f'<w:p>{run(title)}<w:r><w:drawing><c:chart r:id="rId2"/></w:drawing></w:r></w:p>'


@pytest.mark.parametrize("title", ["Aid in {{ x }}", "Aid in all"])
def test_a_chart_in_a_loop_is_one_for_each_round(title: str, tmp_path: Path) -> None:
    """Two frames on one part would share their data, and Office would mend or refuse the file."""
    chart = _CHART.replace("Aid in {{ ye", title).replace("ar }}", "").replace("{{ unit }}", "EUR")
    body = render(
        tmp_path,
        paragraph("{%p for x in xs %}") + _frame("{{ x }}") + paragraph("{%p endfor %}"),
        {"xs": [1, 2, 3]},
        parts={"charts/chart1.xml": ("chart", chart)},
    )
    rels = read_part(tmp_path / "out.docx", "word/_rels/document.xml.rels")
    targets = {each.get("Id"): each.get("Target") for each in rels}
    names = [targets[each.get(f"{{{OFFICE}}}id")] for each in body.iter("{*}chart")]
    titles = [
        "".join(read_part(tmp_path / "out.docx", f"word/{name}").find(".//{*}p").itertext())
        for name in names
    ]

    assert len(set(names)) == len(names)
    assert titles == [title.replace("{{ x }}", str(x)) for x in (1, 2, 3)]


def test_a_chart_is_told_of_where_it_stands(tmp_path: Path) -> None:
    """A chart part has a number that nobody sees; the heading above it can be found."""
    body = paragraph("Costs", style="Heading1") + _frame()
    with pytest.raises(TagsError) as caught:
        render(tmp_path, body, {}, parts={"charts/chart1.xml": ("chart", _CHART)})

    assert caught.value.errors[0].message == (
        "under 'Costs', chart, paragraph 'Aid in {{ year }}': unknown name 'year'"
    )
