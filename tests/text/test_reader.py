"""What prose becomes: blocks and runs."""

from __future__ import annotations

import pytest

from generator.text.blocks import TextTable
from tests.text.samples import make_reader, place, read, read_line

TOTAL = "=total<more than US$12.1\u00a0billion>"


@pytest.mark.parametrize(
    ("text", "inlines"),
    [
        ("", ""),
        ("   ", ""),
        ("Plain words.", "Plain words."),
        ("**bold** and *italic* and ***both***", "b<bold> and i<italic> and bi<both>"),
        ("2 \\*\\* 3 and `a**b`", "2 ** 3 and c<a**b>"),
        ("`code * _` here", "c<code * _> here"),
        ("snake_case_name and 2*3*4", "snake_case_name and 2i<3>4"),
        ("[a *b*](https://e.org/x)", "@https://e.org/x<a >i@https://e.org/x<b>"),
        ("[me](mailto:a@b.org)", "@mailto:a@b.org<me>"),
        ("<https://e.org>", "@https://e.org<https://e.org>"),
        ("See https://e.org/a_b_c(d).", "See @https://e.org/a_b_c(d)<https://e.org/a_b_c(d)>."),
        ("(https://e.org/)", "(@https://e.org/<https://e.org/>)"),
        ("xhttps://e.org", "xhttps://e.org"),
        ("ratio 3://4", "ratio 3://4"),
        ("one\ntwo", "one two"),
        ("one\\\ntwo", "one⏎two"),
        ("one  \ntwo", "one⏎two"),
        ("日本は\n支援した", "日本は支援した"),
        ("日本は\nJapan", "日本は Japan"),
        ("a &amp; b &lt; c &#8212; d", "a & b < c — d"),
        ("5 < 6 and 7 > 6", "5 < 6 and 7 > 6"),
        ("Fish ~~and~~ chips", "Fish ~~and~~ chips"),
        ('\u201cLeft\u201d "alone" -- it\'s', '\u201cLeft\u201d "alone" -- it\'s'),
        ("12 million, 70 %, 5 years", "12\u00a0million, 70\u00a0%, 5 years"),
        ("70 per cent and 3 percent", "70\u00a0per cent and 3\u00a0percent"),
        ("5 millionaires, `12 million`", "5 millionaires, c<12 million>"),
        ("12,1 млрд дол.", "12,1\u00a0млрд дол."),
        ("a | b", "a | b"),
        ("# no heading", "# no heading"),
        ("- no list", "- no list"),
        ("1990. A year", "1990. A year"),
        ("> 5 per cent", "> 5\u00a0per cent"),
        ("{ braces } }} {", "{ braces } }} {"),
        ("a\tb", "a b"),
        ("ends\n", "ends"),
        ("a\r\nb", "a b"),
    ],
)
def test_a_line_of_prose(text: str, inlines: str) -> None:
    """Titles and bullets are one paragraph, in which no block can begin by accident."""
    assert read_line(text) == inlines


@pytest.mark.parametrize(
    ("text", "inlines"),
    [
        ("Tokyo gave {{ total }}.", f"Tokyo gave {TOTAL}."),
        ("{{total}}", TOTAL),
        ("{{ total | headline }}", "=total<more than US$12\u00a0billion>"),
        ("{{ total|exact }}", "=total<more than US$12,100,000,000>"),
        ("{{ total | short }}", "=total<>US$12.1\u00a0bn>"),
        ("US$ {{ total | number }} bn", "US$ =total<12.1> bn"),
        ("{{ total.value }}", "=total<US$12.1\u00a0billion>"),
        ("{{ total.unit }}, {{ total.bound }}", "US$, more than"),
        ("{{ total.counts }} ({{ total.basis }})", "all assistance (pledged)"),
        ("**{{ total }}**", f"b{TOTAL}"),
        ("*up to **{{ share }}***", "i<up to >bi=share<70\u00a0per\u00a0cent>"),
        (
            "[{{ share }}](https://e.org)",
            "@https://e.org=share<70\u00a0per\u00a0cent>",
        ),
        ("`{{ share }}`", "c=share<70\u00a0per\u00a0cent>"),
        ("{{ share }}{{ budget }}", "=share<70\u00a0per\u00a0cent>=budget<US$4.2\u00a0billion>"),
        ("{{ '{{' }} and {{ \"**\" }}", "{{ and **"),
        ("{# left out #}words", "words"),
        ("{% raw %}{{ total }}{% endraw %}", "{{ total }}"),
        ("[@nec, p. {{ share | number }}]", "[nec, p. 70]"),
        ("{{ broken }} is let pass", "broken is let pass"),
    ],
)
def test_a_fact_in_prose(text: str, inlines: str) -> None:
    """A figure keeps its format and its link, and its run says which fact wrote it."""
    assert read_line(text) == inlines


def test_the_words_of_facts_follow_the_language() -> None:
    """One text, another language: the figure changes with it."""
    assert read_line("{{ total }}", "ja") == "=total<121億ドル超>"
    assert read_line("{{ share }}", "uk") == "=share<70\u00a0відсотків>"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{% if total > budget %}more{% else %}less{% endif %}", "more"),
        ("{% if total < budget %}more{% else %}less{% endif %}", "less"),
        ("{% if total < 5 %}a{% elif budget >= 4200000000 %}b{% else %}c{% endif %}", "b"),
        ("{% if total.value == 12100000000 and not share < 50 %}yes{% endif %}", "yes"),
        ("{% if share > 50 or total < budget %}yes{% endif %}", "yes"),
        ("{% if 50 < share <= 70 %}yes{% endif %}", "yes"),
        ("{% if share != 70 %}yes{% endif %}no", "no"),
        ("{% if -share < 0 %}yes{% endif %}", "yes"),
        ("{% if share %}some{% endif %}", "some"),
        ("{% if true %}some{% endif %}", "some"),
        ("{{ 'most' if share > 50 else 'few' }} people", "most people"),
        ("{{ 'most' if share > 90 }} people", "people"),
        ("a {%- if share > 50 %} b{% endif %}", "a b"),
    ],
)
def test_a_condition_in_prose(text: str, words: str) -> None:
    """Words such as 'most' can hang on the number that they are about."""
    assert read_line(text) == words


def test_a_condition_on_lines_of_its_own_leaves_no_gap() -> None:
    """The lines of the statements are no part of the text."""
    text = "- one\n{% if share > 50 %}\n- two {{ share }}\n{% else %}\n- three\n{% endif %}\n- four"

    assert read(text) == ["-(one | two =share<70\u00a0per\u00a0cent> | four)"]


@pytest.mark.parametrize(
    ("text", "inlines"),
    [
        ("Said so [@nec].", "Said so [nec]."),
        ("[@nec, paragraph 3]", "[nec, paragraph 3]"),
        ("[@nec p. 4; @oecd, Table 2]", "[nec, p. 4; oecd, Table 2]"),
        ("\\[@nec] and \\@nec", "[@nec] and @nec"),
        ("See @fig-amounts, and **@accord**.", "See →fig-amounts, and →accord."),
        (
            "someone@nec.org, @tokyo_office and @ alone",
            "someone@nec.org, @tokyo_office and @ alone",
        ),
        ("[see @accord](https://e.org)", "@https://e.org<see >→accord"),
        ("`[@nec] @accord`", "c<[@nec] @accord>"),
    ],
)
def test_citations_and_mentions(text: str, inlines: str) -> None:
    """Sources are cited in brackets, exhibits are mentioned; e-mail and handles are left alone."""
    assert read_line(text) == inlines


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("One.\n\nTwo\nlines.", ["One.", "Two lines."]),
        ("# A\n\n## B *c*\n\nText", ["# A", "## B i<c>", "Text"]),
        ("- a\n- b\n    - c\n    - d\n- e", ["-(a | b -(c | d) | e)"]),
        ("3. a\n4. b", ["3.(a | b)"]),
        ("- a\n\n  more\n- b", ["-(a more | b)"]),
        ("> Firm.\n> — Shigeru Ishiba, *2025*", ['"Firm." Shigeru Ishiba, i<2025>']),
        ("> Firm.\n>\n> -- The speaker", ['"Firm." The speaker']),
        ("> Firm\n> and unwavering.", ['"Firm and unwavering."']),
        ("> — a dash alone", []),
        ("A\n\n---\n\nB", ["A", "B"]),
        ("    Indented is no code", ["Indented is no code"]),
        ("A^2 [^n] b.\n\n[^n]: The *note*.", ["A^2 ^(The i<note>.) b."]),
        ("- a [^n]\n\n[^n]: One.\n\n    Two.", ["-(a ^(One. Two.))"]),
        ("A\n\n[^n]: Note\n\nB [^n]", ["A", "B ^(Note)"]),
        (
            "| Name | Sum |\n|:--|--:|\n| a | {{ total }} |\n| b \\| c | 2 |",
            [f"Name:left | Sum:right // a | {TOTAL} // b | c | 2"],
        ),
        ("a | b\n--|:-:\n1 | x", ["a:right | b:centre // 1 | x"]),
    ],
)
def test_blocks_of_a_text(text: str, blocks: list[str]) -> None:
    """Markdown as analysts write it, to the blocks that both builders know."""
    assert read(text) == blocks


def test_a_column_of_numbers_is_found() -> None:
    """Numbers are set right and in tabular figures without being asked."""
    head = "| a | b | c | d |\n|---|---|---|---|\n"
    rows = "| 1,200 | 70% | – | x |\n| −3.5 | 5 per cent |  | 7 |"

    (block,) = make_reader().parse_blocks(head + rows)

    assert isinstance(block, TextTable)
    columns = block.grid.columns
    assert [column.is_numeric for column in columns] == [True, True, False, False]
    assert [column.align for column in columns] == ["right", "right", "left", "left"]


def test_a_text_without_a_place_is_read_as_well() -> None:
    """Python callers build briefs without a file."""
    reader = make_reader()

    reader.parse_blocks("An {{ unknown }} fact")

    assert [str(error).splitlines()[0] for error in reader.errors] == ["unknown fact 'unknown'"]


def test_the_same_error_is_kept_once() -> None:
    """A text that both documents use is read twice, and complained about once."""
    reader = make_reader()

    for _ in range(2):
        reader.parse_blocks(place("{{ unknown }}"))

    assert len(reader.errors) == 1
