"""What is wrong with prose, where, and what to do about it."""

from __future__ import annotations

import pytest

from tests.text.samples import fail, make_reader, place

FACT_HINT = "write {{ fact }} or {{ fact | headline }}; for arithmetic derive a fact"
HTML_HINT = "use Markdown, or write '\\<' for the sign itself"
TABLE_HINT = "a table is | a | b |, then | --- | --- |, then its rows; '\\|' is the sign itself"

CASES = {
    "Tokyo gave {{ totl }}": ("10:19: unknown fact 'totl'", "did you mean 'total'?"),
    "{{ nothing_alike }}": ("10:8: unknown fact 'nothing_alike'", "name an entry of 'facts'"),
    "a\n  {{ total | headlin }}": ("11:18: unknown filter 'headlin'", "did you mean 'headline'?"),
    "{{ total | upper }}": (
        "10:16: unknown filter 'upper'",
        "known are text, headline, exact, short, number, value",
    ),
    "{{ total.valu }}": ("10:8: a fact has no 'valu'", "did you mean 'value'?"),
    "{{ total.as_of }}": ("10:8: fact 'total' has no 'as_of'", "give it 'as_of'"),
    "a {{ 3 + 4 }}": ("10:7: this expression cannot be written in prose", FACT_HINT),
    "{{ range(10**9) }}": ("10:5: a call cannot be written in prose", FACT_HINT),
    "{{ 'x' * 10**9 }}": ("10:5: this expression cannot be written in prose", FACT_HINT),
    "{{ ''.__class__.__mro__ }}": ("10:5: this attribute cannot be written in prose", FACT_HINT),
    "{{ total['value'] }}": ("10:5: an index cannot be written in prose", FACT_HINT),
    "{{ 5 }}": ("10:5: a bare value cannot be written in prose", FACT_HINT),
    "{{ total | exact | short }}": (
        "10:5: this filter cannot be written in prose",
        "one filter follows one fact: text, headline, exact, short, number, value",
    ),
    "x\n{% for i in total %}y{% endfor %}": (
        "11:8: '{% for %}' cannot stand in prose",
        "only if, elif, else, endif and raw are known",
    ),
    "{% iff total %}": ("10:8: '{% iff %}' cannot stand in prose", "did you mean 'if'?"),
    "{% include 'x' %}": (
        "10:8: '{% include %}' cannot stand in prose",
        "only if, elif, else, endif and raw are known",
    ),
    "{{ total }} and {{ total + }}": (
        "10:21: the expression cannot be read: unexpected 'end of print statement'",
        FACT_HINT,
    ),
    "a {{ total }": ("10:7: '{{' is not closed with '}}'", FACT_HINT),
    "a {{ total.\n\nb": ("10:7: '{{' is not closed with '}}'", FACT_HINT),
    "a {{ total ^ }}": ("10:7: the expression cannot be read: unexpected char '^'", FACT_HINT),
    "a {#id": (
        "10:7: the expression cannot be read: missing end of comment tag",
        "a comment is {# like this #}; for the signs themselves write {{ '{#' }}",
    ),
    "{% if total > share %}x{% endif %}": (
        "10:5: a comparison of amounts in different units cannot be made in prose",
        "derive one of them in the unit of the other",
    ),
    "{% if total is defined %}x{% endif %}": (
        "10:5: a test with 'is' is no number in prose",
        "compare facts and numbers: {% if exports > imports %}",
    ),
    "{% if total in [1] %}x{% endif %}": (
        "10:5: a comparison is no comparison of numbers in prose",
        "compare facts and numbers: {% if exports > imports %}",
    ),
    "{% if budget > totl %}x{% endif %}": ("10:20: unknown fact 'totl'", "did you mean 'total'?"),
    "{% if total > budget %}x{% else %}\n{{ totl }}{% endif %}": (
        "11:8: unknown fact 'totl'",
        "did you mean 'total'?",
    ),
    "Said [@ncc].": ("10:11: unknown source 'ncc'", "did you mean 'nec'?"),
    "{{ total }} and [@nec; @oecdd, p. 3]": (
        "10:28: unknown source 'oecdd'",
        "did you mean 'oecd'?",
    ),
    "> - one\n> - two [@ncc]": ("11:14: unknown source 'ncc'", "did you mean 'nec'?"),
    "Text\n\n1. one\n   [@ncc]": ("13:9: unknown source 'ncc'", "did you mean 'nec'?"),
    "[@nec; oecd]": (
        "10:12: 'oecd' is no citation",
        "a citation looks like [@source, p. 3; @other]",
    ),
    "Cite @nec": (
        "10:10: source 'nec' is named without brackets",
        "cite as [@nec], or write '\\@nec' for the word itself",
    ),
    "See @fig-amount.": ("10:9: unknown exhibit 'fig-amount'", "did you mean 'fig-amounts'?"),
    "See @tab-x": ("10:9: unknown exhibit 'tab-x'", "name an entry of 'charts' or 'tables'"),
    "See @acord": ("10:9: unknown exhibit 'acord'", "did you mean 'accord'?"),
    "# Head [@ncc]": ("10:13: unknown source 'ncc'", "did you mean 'nec'?"),
    "| a | a |\n|---|---|\n| b | b [@ncc] |": (
        "12:14: unknown source 'ncc'",
        "did you mean 'nec'?",
    ),
    "A note [^1]": ("10:12: footnote '1' is not defined", "define it below: [^1]: Its text."),
    "A [^note] [^notes]\n\n[^notes]: x": (
        "10:7: footnote 'note' is not defined",
        "did you mean 'notes'?",
    ),
    "Cite [ @nec]": (
        "10:12: source 'nec' is named without brackets",
        "cite as [@nec], or write '\\@nec' for the word itself",
    ),
    "A\n\n[^n]: unused": (
        "12:5: footnote 'n' is defined, but nothing refers to it",
        "write [^n] where it belongs, or remove it",
    ),
    "A [^n]\n\n[^n]: x\n\n[^n]: y": ("14:5: footnote 'n' is defined twice", "rename one of them"),
    "A [^n]\n\n[^n]: x [^n]": (
        "12:13: footnote 'n' stands in a footnote",
        "a footnote cannot refer to another",
    ),
    "A [^n]\n\n[^n]:": ("12:5: footnote 'n' is empty", "write its text behind the colon"),
    "a <b>x": ("10:7: HTML cannot stand in text: '<b>'", HTML_HINT),
    "x\n\n<div>\ny\n</div>": ("12:5: HTML cannot stand in text", HTML_HINT),
    "An ![alt](x.png)": (
        "10:8: a picture cannot stand in text",
        "make it an exhibit, or leave it out",
    ),
    "x\n\n```\ncode\n```": (
        "12:5: a block of code cannot stand in text",
        "write `code` in a line, or use a table",
    ),
    "[a](other.md)": (
        "10:9: 'other.md' is no address that can be followed",
        "links begin with https://, http:// or mailto:",
    ),
    "[a](javascript:alert(1))": (
        "10:9: 'javascript:alert(1)' is no address that can be followed",
        "links begin with https://, http:// or mailto:",
    ),
    "[a](https://e.org/{{ share }})": (
        "10:9: a fact cannot be part of an address",
        "write the address out",
    ),
    "| a | b |\n| c | d |": (
        "10:5: these lines are no table: a row of dashes is missing under the head",
        TABLE_HINT,
    ),
    "Text\n\n| a | b |\n|---|\n| c | d |": (
        "13:5: the row of dashes has 1 cell, the head has 2 cells",
        TABLE_HINT,
    ),
    "|---|---|\n| c | d |": ("10:5: this table has no head above its row of dashes", TABLE_HINT),
    "| a | b |\n|---|---|\n| c | d |\n| e |": (
        "13:5: this row has 1 cell, the head has 2 cells",
        "write '\\|' for the sign itself",
    ),
    "| a | b |\n|---|---|\n| c | d | e |": (
        "12:5: this row has 3 cells, the head has 2 cells",
        "write '\\|' for the sign itself",
    ),
    "| a | b |\n|---|---|": ("10:5: this table has no rows", "add one under the row of dashes"),
    "- a\n\n  | a | b |\n  |---|---|\n  | c | d |": (
        "12:7: a table cannot stand in a list",
        None,
    ),
    "> # A": ("10:7: a heading cannot stand in a quote", None),
    "- a\n  > b": ("11:7: a quote cannot stand in a list", None),
    "\n".join("  " * depth + "- x" for depth in range(7)): (
        "16:17: lists are nested more than 6 deep",
        None,
    ),
    "one **two": (
        "10:9: these asterisks make nothing bold",
        "put '**' right at the words and outside punctuation, or write '\\*\\*'",
    ),
    "*a* b\n**「支援」**が": (
        "11:5: these asterisks make nothing bold",
        "put '**' right at the words and outside punctuation, or write '\\*\\*'",
    ),
    "a \x07": ("10:7: the character U+0007 cannot stand in a document", "remove it"),
    "a &#xF0001;": ("10:7: the character U+F0001 cannot stand in a document", "remove it"),
    "a \U000f0001": ("10:7: the character U+F0001 cannot stand in a document", "remove it"),
    "a \ud800": ("10:7: the character U+D800 cannot stand in a document", "remove it"),
}


@pytest.mark.parametrize("text", CASES, ids=range(len(CASES)))
def test_an_error_has_its_place_and_a_hint(text: str) -> None:
    """Line and column are those of the data file, past all that facts and lists have shifted."""
    message, hint = CASES[text]
    wanted = f"brief.yaml:{message}" + (f"\n  hint: {hint}" if hint else "")

    assert fail(text) == [wanted]


def test_all_errors_of_a_text_come_at_once() -> None:
    """An analyst mends a text in one round, even if an expression in it cannot be read."""
    errors = fail("{{ totl }} [@ncc]\n{{ total + }}\n[x](y) @fig-x [^1]")

    assert [error.split(":")[1] for error in errors] == ["11", "10", "10", "12", "12", "12"]


def test_a_line_can_have_no_second_paragraph_and_no_footnote() -> None:
    """A title that holds two paragraphs was meant to be something else."""
    reader = make_reader()

    reader.parse_inlines(place("One [^1].\n\nTwo."))

    assert [str(error) for error in reader.errors] == [
        "brief.yaml:12:5: only one paragraph can stand here\n  hint: join the paragraphs",
        "brief.yaml:10:9: footnote '1' cannot stand here\n  hint: put it in the text of a section",
    ]


def test_a_file_without_columns_gives_what_it_knows() -> None:
    """A JSON file may know the line of a text and no more."""
    reader = make_reader()

    reader.parse_blocks(place("x").__class__("a\n\n{{ totl }}", place("x").place))

    assert str(reader.errors[0]).startswith("brief.yaml:10:5: unknown fact 'totl'")
