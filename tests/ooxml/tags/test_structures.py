"""What is left is whole: cells, tables, ids, sections, whatever loops and conditions took away."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ooxml.tags import RichText
from generator.ooxml.tags.dialect import W
from generator.rendering import render_docx
from tests.office import find_errors
from tests.ooxml.tags.documents import (
    cell,
    make_docx,
    paragraph,
    read_paragraphs,
    read_rows,
    render,
    run,
    table,
)

_DRAWING = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="{id}" name="x"/>'
    "</wp:inline></w:drawing></w:r>"
)


def test_a_cell_that_lost_its_paragraphs_gets_one(tmp_path: Path) -> None:
    """Word calls a file broken whose cell holds no paragraph."""
    row = f"<w:tr>{cell('{%p if 0 %}', 'a', '{%p endif %}')}{cell('b')}</w:tr>"
    grid = "<w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
    body = render(tmp_path, f"<w:tbl>{grid}{row}</w:tbl>", {})

    assert [len(each.findall(f"{W}p")) for each in body.iter(f"{W}tc")] == [1, 1]


def test_a_table_that_lost_its_rows_is_gone(tmp_path: Path) -> None:
    """An empty list leaves no frame of nothing."""
    rows = (["{%tr for x in [] %}"], ["{{ x }}"], ["{%tr endfor %}"])
    body = render(tmp_path, table(*rows) + paragraph("end"), {})

    assert body.find(f"{W}tbl") is None
    assert read_paragraphs(body) == ["end"]


def test_a_grid_follows_the_number_of_cells_and_keeps_its_width(tmp_path: Path) -> None:
    """A table with more columns than it was drawn with must not run off the page."""
    rows = (["{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"],)
    body = render(tmp_path, table(*rows), {"xs": list(range(6))})

    widths = [int(each.get(f"{W}w")) for each in body.iter(f"{W}gridCol")]
    assert widths == [1000] * 6


def test_ids_are_each_used_once(tmp_path: Path) -> None:
    """Bookmarks, drawings and paragraphs that are repeated get ids and names of their own."""
    repeated = (
        '<w:p w14:paraId="0A0A0A0A"><w:bookmarkStart w:id="3" w:name="_Toc1"/>'
        f'{run("{{ x }}")}<w:bookmarkEnd w:id="3"/>{_DRAWING.format(id=5)}</w:p>'
    )
    other = (
        '<w:p><w:bookmarkStart w:id="4" w:name="other"/><w:bookmarkEnd w:id="4"/>'
        f"{_DRAWING.format(id=1)}</w:p>"
    )
    loop = paragraph("{%p for x in [1, 2, 3] %}") + repeated + paragraph("{%p endfor %}")
    body = render(tmp_path, loop + other, {})

    starts = [each.get(f"{W}id") for each in body.iter(f"{W}bookmarkStart")]
    names = [each.get(f"{W}name") for each in body.iter(f"{W}bookmarkStart")]
    assert starts == [each.get(f"{W}id") for each in body.iter(f"{W}bookmarkEnd")]
    assert len(set(starts)) == 4
    assert names == ["_Toc1", "_Toc1_2", "_Toc1_3", "other"]
    drawn = [each.get("id") for each in body.iter("{*}docPr")]
    assert len(set(drawn)) == 4
    assert (drawn[0], drawn[-1]) == ("5", "1")
    assert len([each for each in body.iter(f"{W}p") if "0A0A0A0A" in each.attrib.values()]) == 1


def test_half_a_bookmark_is_taken_out(tmp_path: Path) -> None:
    """A carrier may hold one end of a range whose other end stays."""
    marked = f'<w:p><w:bookmarkStart w:id="3" w:name="b"/>{run("{%p if 1 %}")}</w:p>'
    rest = f'<w:p>{run("x")}<w:bookmarkEnd w:id="3"/></w:p>'
    body = render(tmp_path, marked + rest + paragraph("{%p endif %}"), {})

    assert body.find(f".//{W}bookmarkEnd") is None


def test_a_page_section_ends_where_it_did(tmp_path: Path) -> None:
    """The paragraph that ends a section may be a carrier, or be split by a value."""
    ending = "<w:pPr><w:sectPr><w:pgSz w:w='{}'/></w:sectPr></w:pPr>"
    body = render(
        tmp_path,
        f"<w:p>{ending.format(1)}{run('{%p if 1 %}')}</w:p>"
        f"<w:p>{ending.format(2)}{run('{{ v }}')}</w:p>{paragraph('{%p endif %}')}<w:sectPr/>",
        {"v": "a\ab"},
    )

    assert read_paragraphs(body) == ["", "a", "b"]
    sizes = [each.find(f"{W}pPr/{W}sectPr/{W}pgSz") for each in body.iter(f"{W}p")]
    assert [size.get(f"{W}w") if size is not None else None for size in sizes] == ["1", None, "2"]


def test_a_macro_of_paragraphs_is_written_between_paragraphs(tmp_path: Path) -> None:
    """What a macro wrote keeps its own format, also where a text calls it."""
    lines = ("{%p macro f(x) %}", "[{{ x }}]", "{%p endmacro %}", "{{p f(1) }}", "a {{ f(2) }} b")
    body = render(tmp_path, "".join(paragraph(line) for line in lines), {})

    assert read_paragraphs(body) == ["[1]", "a ", "[2]", " b"]


def test_a_macro_may_be_written_over_paragraphs_without_p(tmp_path: Path) -> None:
    """Its tags stand alone in theirs, so the paragraphs between are what is meant."""
    lines = ("{% macro f(x) %}", "[{{ x }}]", "{% endmacro %}", "{{ f(1) }}", "{{p f(2) }}")
    body = render(tmp_path, "".join(paragraph(line) for line in lines), {})

    assert read_paragraphs(body) == ["[1]", "[2]"]


def test_a_block_at_the_edge_of_a_link_reaches_over_it(tmp_path: Path) -> None:
    """Where a link begins is a matter of a click; the condition is meant for both."""
    link = f'<w:hyperlink w:anchor="x">{run("{% if 0 %}")}{run("link")}</w:hyperlink>'
    body = render(tmp_path, f"<w:p>{run('a')}{link}{run('b{% endif %}c')}</w:p>", {})

    assert read_paragraphs(body) == ["ac"]
    assert body.find(f".//{W}hyperlink") is None


_NESTED: tuple[str, ...] = (
    table(
        ["{%tr for r in rows %}", ""],
        ["{% vm %}{{ r.name }}", "{{ loop.index }}"],
        ["{%tr endfor %}", ""],
    ),
    table(
        ["{%tr for r in rows %}", "", "", ""],
        [
            "{%tc for c in cols %}",
            "{% cellbg 'FFEECC' %}{{ c }}{{ r.name }}",
            "{%tc endfor %}",
            "x",
        ],
        ["{%tr endfor %}", "", "", ""],
    ),
    table(["{%tc for c in cols %}", "{% hm %}all", "{%tc endfor %}"], ["1", "2", "3"]),
    table(["{% colspan 2 %}wide"], ["a", "b"]),
    "".join(
        paragraph(line)
        for line in (
            "{%p for r in rows %}",
            "{%p if r.name %}",
            "{{ r.name }}: {% for c in cols %}{{ c }}{{ ', ' if not loop.last }}{% endfor %}",
            "{%p endif %}",
            "{{r rich }} and {{ rich }} and {{ signs }}",
            "{{p list }}",
            "{%p endfor %}",
        )
    ),
    f"<w:tbl><w:tblPr><w:tblW w:w='0' w:type='auto'/></w:tblPr><w:tblGrid><w:gridCol w:w='4000'/>"
    f"</w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w='4000' w:type='dxa'/></w:tcPr>"
    f"{table(['{%tr for r in rows %}'], ['{{ r.name }}'], ['{%tr endfor %}'])}"
    f"{paragraph('{{ signs }}')}"
    f"</w:tc></w:tr></w:tbl>{paragraph('')}",
)


def _context(count: int) -> dict[str, Any]:
    rich = RichText("r", bold=True, color="C00000", size=30, superscript=True, style="Strong")
    rich.add("link\n", url_id="https://example.org/", underline=True, font="eastAsia:Arial")
    return {
        "rows": [{"name": f"n{number}" * (number % 2)} for number in range(count)],
        "cols": ["a", "b", "c"],
        "rich": rich,
        "signs": "1\n2\t3\a4\f5",
        "list": ["one", rich, "three"],
    }


@pytest.mark.slow
@settings(max_examples=6, deadline=None)
@given(order=st.permutations(range(len(_NESTED))), count=st.integers(0, 4))
def test_the_validator_finds_nothing_wrong_whatever_the_nesting(
    order: list[int], count: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Microsoft's own judgement of loops, rows, cells, merged cells and values, in any order."""
    folder = tmp_path_factory.mktemp("nested")
    end = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    body = "".join(_NESTED[index] + paragraph("") for index in order) + end
    render_docx(make_docx(folder / "template.docx", body), _context(count), folder / "out.docx")

    assert find_errors(folder / "out.docx") == []


def test_five_thousand_rows_take_seconds_and_grow_in_step(tmp_path: Path) -> None:
    """A long table must not take its rows squared."""
    rows = (["{%tr for r in rows %}", ""], ["{{ r.a }}", "{{ r.b }}"], ["{%tr endfor %}", ""])
    body = render(tmp_path, table(*rows), {"rows": [{"a": n, "b": f"<{n}>"} for n in range(5000)]})

    assert read_rows(body)[-1] == ["4999", "<4999>"]
    assert len(read_rows(body)) == 5000
