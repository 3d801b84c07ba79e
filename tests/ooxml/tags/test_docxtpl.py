"""The same templates in docxtpl and here: text for text, structure for structure.

What is other here, on purpose, with docxtpl's own templates:

- A name that the context lacks is an error, unless `allow_missing` is given.
- Values are always escaped; docxtpl escapes when `autoescape` is given, and then escapes literals
  in tags twice.
- The text behind a rich text keeps its format; docxtpl takes it away.
- Styles are found by id or by name in any case; docxtpl writes whatever it is given, and Word does
  not find `createdStyle` where the id is `CreatedStyle`.
- Paragraphs of a rich text without a style have the format of the tag's; docxtpl's have none.
- Tabs in a literal stay; docxtpl drops them.
- Colours are written in capitals, and the properties of cells in the order of the schema.
- In a cell that `vm` merges into the one above, spaces before the tag may stay; nobody sees them.
- Embedded objects are left out of the document, so there is no `replace_embedded`.
- A replaced picture is never distorted, and old data does not stay in the file.
- An environment of the caller cannot be given, only its filters: no extensions, such as `trans`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.ooxml.tags import Listing, RichText, RichTextParagraph
from generator.ooxml.tags.dialect import W
from generator.rendering import render_docx
from tests.ooxml.tags.documents import cell, make_docx, paragraph, read_part, run, table

_SPAN = '<w:tcPr><w:tcW w:w="2000" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr>'
_COLUMN = '<w:gridCol w:w="900"/>'
_ROWS = [{"name": "a", "tags": ["x", "y"]}, {"name": "b & <c>", "tags": ["z"]}]

CASES: dict[str, tuple[str, dict[str, object]]] = {
    "values": (
        paragraph("{{ a }}, {{b}} and {{ c.d[0] }}{{ e | upper }}"),
        {"a": "A", "b": 1.5, "c": {"d": ["x"]}, "e": "é"},
    ),
    "split runs": (
        f"<w:p>{run('x {')}{run('{ a', '<w:b/>')}{run(' }')}{run('} y')}</w:p>",
        {"a": "A"},
    ),
    "curly quotes": (
        paragraph("{{ d[“k”] }} {% if a == ‘A’ %}yes{% endif %}"),
        {"d": {"k": 1}, "a": "A"},
    ),
    "inline condition": (paragraph("{% if a %}one{% else %}two{% endif %} three"), {"a": 0}),
    "inline loop": (
        f"<w:p>{run('{% for x in xs %}')}{run('{{ x }}, ', '<w:b/>')}{run('{% endfor %}.')}</w:p>",
        {"xs": [1, 2, 3]},
    ),
    "loop over paragraphs without p": (
        paragraph("{% for x in xs %}") + paragraph("- {{ x }}{% endfor %}") + paragraph("end"),
        {"xs": [1, 2]},
    ),
    "paragraphs": (
        "".join(
            paragraph(text)
            for text in ("{%p for x in xs %}", "{{ loop.index }}. {{ x }}", "{%p endfor %}", "end")
        ),
        {"xs": ["a", "b"]},
    ),
    "nested paragraphs": (
        "".join(
            paragraph(text)
            for text in (
                "{%p for r in rows %}",
                "{%p if r.name == 'a' %}",
                "{{ r.name }}: {% for t in r.tags %}{{ t }} {% endfor %}",
                "{%p else %}",
                "other",
                "{%p endif %}",
                "{%p endfor %}",
            )
        ),
        {"rows": _ROWS},
    ),
    "rows": (
        table(
            ["{%tr for r in rows %}", ""],
            ["{{ r.name }}", "{{ loop.last }}"],
            ["{%tr endfor %}", ""],
        ),
        {"rows": _ROWS},
    ),
    "rows and cells": (
        table(
            ["h", "{%tc for c in cols %}", "{{ c }}", "{%tc endfor %}"],
            ["{%tr for r in rows %}", "", "", ""],
            ["{{ r }}", "{%tc for c in cols %}", "{{ r }}{{ c }}", "{%tc endfor %}"],
            ["{%tr endfor %}", "", "", ""],
        ),
        {"rows": [1, 2, 3], "cols": ["x", "y", "z", "w"]},
    ),
    "fewer cells": (
        table(
            ["a", "{%tc if 0 %}", "b", "{%tc endif %}"], ["a", "{%tc if 0 %}", "b", "{%tc endif %}"]
        ),
        {},
    ),
    "colspan": (table(["{% colspan n %}wide"], ["a", "b", "c"]), {"n": 3}),
    "cell background": (table(["{% cellbg bg %}{{ bg }}", "b"]), {"bg": "FF0000"}),
    "merged across": (
        table(["{%tc for c in cols %}", "{% hm %}all", "{%tc endfor %}"], ["1", "2", "3"]),
        {"cols": [1, 2, 3]},
    ),
    "merged across a span": (
        f"<w:tbl><w:tblPr/><w:tblGrid>{_COLUMN * 4}</w:tblGrid><w:tr>"
        f"{cell('{%tc for c in cols %}')}<w:tc>{_SPAN}{paragraph('{% hm %}all')}</w:tc>"
        f"{cell('{%tc endfor %}')}</w:tr><w:tr>{cell('1') * 4}</w:tr></w:tbl>",
        {"cols": [1, 2]},
    ),
    "merged down": (
        table(
            ["{%tr for r in rows %}", ""],
            ["{% vm %}Name {{ r.name }}", "{{ r.name }}"],
            ["{%tr endfor %}", ""],
        ),
        {"rows": _ROWS},
    ),
    "joined": (
        "".join(
            paragraph(text)
            for text in (
                "Lives",
                "{%- if town -%}",
                " in town",
                "{%- else -%}",
                " out",
                "{%- endif -%}",
                ".",
            )
        ),
        {"town": True},
    ),
    "joined once, though both ends ask for it": (
        "".join(
            paragraph(text)
            for text in ("Nothing to join", "a{% if 1 -%}", "{%- endif %} and b", "end")
        ),
        {},
    ),
    "joined over line breaks": (
        f"<w:p>{run('Lives')}<w:r><w:br/></w:r>{run('{%- if town -%}')}<w:r><w:br/></w:r>"
        f"{run(chr(160))}{run('in town')}<w:r><w:br/></w:r>{run('{%- else -%}')}<w:r><w:br/></w:r>"
        f"{run(' out')}<w:r><w:br/></w:r>{run('{%- endif -%}')}<w:r><w:br/></w:r>"
        f"{run(chr(160) + 'now')}</w:p>",
        {"town": True},
    ),
    "joined over line breaks, the other way": (
        f"<w:p>{run('{% if town -%}')}<w:r><w:br/></w:r>{run('in')}<w:r><w:br/></w:r>"
        f"{run('{%- else -%}')}<w:r><w:br/></w:r>{run('  out ')}<w:r><w:br/></w:r>"
        f"{run('{%- endif %}')}</w:p>",
        {"town": False},
    ),
    "comments": (
        paragraph("a{# none #}b") + paragraph("{#p gone #}") + table(["{#tr gone #}"], ["x"]),
        {},
    ),
    "escaped braces": (paragraph("{_{ a }_} {_% b %_} {{ a }}"), {"a": 1}),
    "control characters": (paragraph("{{ a }} z"), {"a": "1\n2\t3\a4\f5"}),
    "listing": (paragraph("{{ a }}"), {"a": Listing("x\ny & <z>")}),
    "markup in values": (paragraph("{{ a }} {{ a|e }}"), {"a": "<w:p>&\"'"}),
    "rich text": (
        paragraph("x {{r a }} y"),
        {"a": RichText("red", color="#FF0000", bold=True, italic=True, underline="wave")},
    ),
    "rich text of pieces": (
        paragraph("{{r a }}"),
        {
            "a": [
                ("1", {"size": 40}),
                ("2", {"superscript": True}),
                ("3", {"strike": True, "font": "Arial"}),
            ]
        },
    ),
    "rich text in a loop": (
        paragraph("{% for x in xs %}{{r x }}, {% endfor %}"),
        {"xs": [RichText("1", style="Strong"), RichText("2\n3", highlight="00FF00")]},
    ),
    "rich paragraphs": (
        paragraph("{{p a }}") + paragraph("end"),
        {"a": RichTextParagraph(RichText("x", bold=True), parastyle="Quote")},
    ),
    "run level condition": (paragraph("a {%r if 1 %}b{%r else %}c{%r endif %} d"), {}),
    "macro": (paragraph("{% macro f(x) %}[{{ x }}]{% endmacro %}{{ f(1) }} {{ f('a') }}"), {}),
    "set": (paragraph("{% set x = [1, 2] %}{{ x|sum }}") + paragraph("{{ x|length }}"), {}),
    "filters": (
        paragraph("{{ '%.2f'|format(n) }} {{ xs|join(', ') }} {{ s|title|replace('A', 'B') }}"),
        {"n": 2.5, "xs": [1, 2], "s": "a cat"},
    ),
    "raw": (paragraph("{% raw %}{{ a }}{% endraw %}"), {}),
    "spaces": (paragraph(" {{ a }} ", "  {{ a }}"), {"a": " x  y "}),
}


@pytest.mark.parametrize("name", CASES)
def test_a_template_comes_out_as_it_does_in_docxtpl(name: str, tmp_path: Path) -> None:
    """Those who have templates for docxtpl can bring them along as they are."""
    docxtpl = pytest.importorskip("docxtpl")
    body, context = CASES[name]
    template = make_docx(tmp_path / "template.docx", body)
    theirs = docxtpl.DocxTemplate(template)
    theirs.render(
        {key: _convert(value, docxtpl) for key, value in context.items()}, autoescape=True
    )
    theirs.save(tmp_path / "theirs.docx")
    render_docx(
        template, {key: _build(each) for key, each in context.items()}, tmp_path / "ours.docx"
    )

    ours = outline(read_part(tmp_path / "ours.docx"))

    assert ours == outline(read_part(tmp_path / "theirs.docx"))


BETTER: dict[str, tuple[str, dict[str, object], list[str]]] = {
    # docxtpl runs what follows a tag into the format in which the tag began.
    "text behind a tag keeps its format": (
        f"<w:p>{run('x {')}{run('{ a }', '<w:b/>')}{run('} y', '<w:i/>')}</w:p>",
        {"a": "A"},
        ["p []x A ['i='] y"],
    ),
    # docxtpl leaves the run behind without any format.
    "text behind a rich text keeps its format": (
        f"<w:p>{run('a {{r b }} c', '<w:i/>')}</w:p>",
        {"b": RichText("B")},
        ["p ['i=']a  []B ['i='] c"],
    ),
    # docxtpl writes Python's `None`.
    "None is nothing": (paragraph("a{{ a }}b"), {"a": None}, ["p []ab"]),
    # docxtpl replaces the signs in values too, so that not every text can be given.
    "escaped braces in a value stay": (paragraph("{{ a }}"), {"a": "{_{ x }_}"}, ["p []{_{ x }_}"]),
    # docxtpl straightens every quote in a tag.
    "an apostrophe in a literal stays": (paragraph("{{ “it’s” }}"), {}, ["p []it’s"]),
    # docxtpl puts the text outside of any run, and Word does not show it.
    "a plain text stands for a rich one": (
        f"<w:p>{run('{{r a }}', '<w:b/>')}</w:p>",
        {"a": "A"},
        ["p ['b=']A"],
    ),
    # docxtpl writes the XML of the rich text into the text, where Word does not show it.
    "a rich text needs no r": (
        f"<w:p>{run('x {{ a }} y', '<w:i/>')}</w:p>",
        {"a": RichText("A", bold=True)},
        ["p ['i=']x  ['b=', 'i=']A ['i='] y"],
    ),
    # docxtpl drops them.
    "tabs in a literal stay": (
        f"<w:p>{run('{{ (' + chr(39))}<w:r><w:tab/></w:r>{run('x' + chr(39) + ') }}')}</w:p>",
        {},
        ["p []<tab>x"],
    ),
    # docxtpl takes away the text between `{%-` and the paragraph before.
    "text before a trimming tag stays": (
        paragraph("a") + paragraph("b {%- if 1 %}c{% endif %}"),
        {},
        ["p []a", "p []bc"],
    ),
}


@pytest.mark.parametrize("name", BETTER)
def test_where_docxtpl_loses_something_it_is_kept(name: str, tmp_path: Path) -> None:
    """Each difference has its reason, which stands beside it."""
    body, context, expected = BETTER[name]
    render_docx(make_docx(tmp_path / "template.docx", body), context, tmp_path / "ours.docx")

    assert outline(read_part(tmp_path / "ours.docx")) == expected


def _build(value: Any) -> Any:
    """Make a rich text of a list of pieces."""
    if isinstance(value, list) and value and isinstance(value[0], tuple):
        rich = RichText()
        for text, options in value:
            rich.add(text, **options)
        return rich
    return value


def _convert(value: Any, docxtpl: Any) -> Any:
    """Return the value of docxtpl that one of ours stands for."""
    value = _build(value)
    if isinstance(value, RichText):
        made = docxtpl.RichText()
        for piece in value.pieces:
            made.add(
                piece.text,
                style=piece.style or None,
                color=piece.colour or None,
                highlight=piece.highlight or None,
                size=piece.size or None,
                superscript=piece.raised > 0,
                subscript=piece.raised < 0,
                bold=piece.bold,
                italic=piece.italic,
                underline=piece.underline or False,
                strike=piece.strike,
                font=piece.font or None,
            )
        return made
    if isinstance(value, RichTextParagraph):
        made = docxtpl.RichTextParagraph()
        for rich, style in value.paragraphs:
            made.add(_convert(rich, docxtpl), parastyle=style or None)
        return made
    if isinstance(value, Listing):
        return docxtpl.Listing(value.text)
    if isinstance(value, list):
        return [_convert(each, docxtpl) for each in value]
    return value


def outline(root: Any) -> list[str]:
    """Return what a reader sees of a document: paragraphs, formats of their text, tables."""
    lines: list[str] = []
    for node in root.iter(f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"):
        depth = "  " * sum(1 for _ in node.iterancestors(f"{W}tbl", f"{W}tr", f"{W}tc"))
        name = node.tag.removeprefix(W)
        lines.append(f"{depth}{name} {' '.join(_describe(node))}")
    return lines


def _describe(node: Any) -> list[str]:
    if node.tag == f"{W}tbl":
        return [column.get(f"{W}w") for column in node.iterfind(f"{W}tblGrid/{W}gridCol")]
    if node.tag == f"{W}tc":
        found = node.iterfind(f"{W}tcPr/*")
        return [_write(each) for each in found if each.tag != f"{W}tcW"]
    if node.tag == f"{W}tr":
        return []
    return [_write(each) for each in node.iterfind(f"{W}pPr/*")] + list(_describe_runs(node))


def _describe_runs(paragraph_: Any) -> list[str]:
    said: list[str] = []
    before = None
    for each in paragraph_.iter(f"{W}r"):
        text = "".join(_read_sign(child) for child in each)
        format_ = sorted(_write(child) for child in each.iterfind(f"{W}rPr/*"))
        if text and format_ == before:
            said[-1] += text
        elif text:
            said.append(f"{format_}{text}")
            before = format_
    return said


def _read_sign(node: Any) -> str:
    signs = {f"{W}br": f"<br {node.get(f'{W}type', '')}>", f"{W}tab": "<tab>"}
    return signs.get(node.tag, node.text or "" if node.tag == f"{W}t" else "")


def _write(node: Any) -> str:
    skipped = {f"{W}val": ("clear",), f"{W}color": ("auto",)} if node.tag == f"{W}shd" else {}
    values = [
        value for key, value in sorted(node.attrib.items()) if value not in skipped.get(key, ())
    ]
    return f"{node.tag.removeprefix(W)}={'/'.join(values)}"
