"""What is wrong with a template is told at once, with its place, and nothing is written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from time import monotonic

import pytest

from generator.errors import TagsError
from tests.ooxml.tags.documents import paragraph, render, table

_MANY = "{% for i in range(99) %}"
_SECTION = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"


def _fail(
    folder: Path, body: str, context: Mapping[str, object] | None = None, **parts: object
) -> list[str]:
    """Return the errors of a template, without the name of the file; nothing must be written."""
    with pytest.raises(TagsError) as caught:
        render(folder, body, context or {}, **parts)
    assert not (folder / "out.docx").exists()
    return [
        f"{error.message} | {error.hint}" if error.hint else error.message
        for error in caught.value.errors
    ]


def test_an_unknown_name_is_told_with_its_place_and_the_one_that_was_meant(tmp_path: Path) -> None:
    """The place is one that a person can find with the document open in Word."""
    body = (
        paragraph("Costs", style="Heading1")
        + table(["a"], ["{{ ownr }}"])
        + _SECTION
        + paragraph("by {{ person.nmae }}")
        + "<w:sectPr/>"
    )
    context = {"owner": 1, "person": {"name": 2}}

    assert _fail(tmp_path, body, context) == [
        "page section 1, under 'Costs', table 1, row 2, paragraph '{{ ownr }}': unknown name 'ownr'"
        " | did you mean 'owner'?",
        "page section 2, under 'Costs', paragraph 'by {{ person.nmae }}': unknown name 'nmae' in "
        "'person.nmae' | did you mean 'name'?",
    ]


def test_the_chain_of_a_name_tells_the_round_of_the_loop(tmp_path: Path) -> None:
    """Of fifty recommendations one has no owner: the message says which."""
    body = "".join(
        paragraph(text) for text in ("{%p for r in items.all %}", "{{ r.owner }}", "{%p endfor %}")
    )
    context = {"items": {"all": [{"owner": 1}, {"owner": 2}, {"ownr": 3}]}}

    assert _fail(tmp_path, body, context) == [
        "paragraph '{{ r.owner }}': unknown name 'owner' in 'items.all[2].owner'"
        " | did you mean 'ownr'?"
    ]


def test_errors_of_all_parts_come_together(tmp_path: Path) -> None:
    """A designer mends a template in one go, not error by error."""
    parts = {
        "header1.xml": ("header", paragraph("{{ titel }}")),
        "footnotes.xml": (
            "footnotes",
            f'<w:footnote w:id="2">{paragraph("{{ notes }}")}</w:footnote>',
        ),
    }
    body = (
        paragraph("{{ 1 / 0 }}")
        + paragraph("{{ later }}")
        + ('<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>')
    )
    errors = _fail(tmp_path, body, {"title": 1}, parts=parts)

    assert errors == [
        "paragraph '{{ 1 / 0 }}': '{{ 1 / 0 }}' cannot be worked out: "
        "ZeroDivisionError: division by zero",
        "paragraph '{{ later }}': unknown name 'later'",
        "footnote 2, paragraph '{{ notes }}': unknown name 'notes'",
        "header 1, paragraph '{{ titel }}': unknown name 'titel' | did you mean 'title'?",
    ]


def test_names_that_are_asked_for_with_care_may_be_missing(tmp_path: Path) -> None:
    """Strict about mistakes, not about choices."""
    body = paragraph(
        "{% if a is defined %}{{ a }}{% endif %}{{ b|default('none') }}{{ c.d|d('-') }}"
    )
    assert "".join(render(tmp_path, body, {"c": {}}).itertext()) == "none-"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Dear {{ name"], "'{{' is not closed with '}}' in '{{ name'"),
        (["{% if x"], "'{%' is not closed with '%}'"),
        (["{# note"], "'{#' is not closed with '#}'"),
        (["{% if 1 %}a"], "'{% if 1 %}' is never closed | add '{% endif %}'"),
        (["a{% endfor %}"], "'{% endfor %}' closes nothing"),
        (["{%p else %}"], "'{%p else %}' belongs to no 'if' or 'for'"),
        (
            ["{% if 1 %}{% for x in [] %}{% endif %}{% endfor %}"],
            "'{% endif %}' crosses '{% for x in [] %}'",
        ),
        (["{%p if 1 %}a{%p endif %}"], "stand in the same paragraph"),
        (["{%pif 1 %}", "{%p endif %}"], "write '{%p if …' with a space"),
        (["{% fro x in [] %}"], "did you mean 'for'?"),
        (["{%tr if 1 %}"], "stands in no table row"),
        (["{% cellbg 'FF0000' %}"], "stands in no table cell"),
        (["{{ a b }}"], "'{{ a b }}' cannot be read"),
        (["{{ 1|uper }}"], "unknown filter 'uper' in '{{ 1|uper }}' | did you mean 'upper'?"),
        (["{{ 1 is od }}"], "unknown test 'od'"),
        (["{% include 'x' %}"], "reaches for another template"),
        (["{{ 'a' + 1 }}"], "cannot be worked out: TypeError"),
    ],
)
def test_a_mistake_in_a_tag_is_one_clear_error(
    texts: list[str], expected: str, tmp_path: Path
) -> None:
    """One mistake gives one message, which says what to do."""
    errors = _fail(tmp_path, "".join(paragraph(text) for text in texts))

    assert len(errors) == 1
    assert expected in errors[0]


def test_a_block_that_leaves_its_cell_is_refused_with_both_ends(tmp_path: Path) -> None:
    """A loop from one table into another would tear both."""
    first = table(["{% for x in [1] %}", "a"]) + table(["b", "{% endfor %}"])

    assert _fail(tmp_path, first)[0].startswith(
        "table 1, row 1, paragraph '{% for x in [1] %}': '{% for x in [1] %}' begins in one place "
        "and '{% endfor %}' (table 2, row 1, paragraph '{% endfor %}') stands in another | begin"
    )


def test_what_follows_from_a_missing_name_is_not_told(tmp_path: Path) -> None:
    """Nothing has a count of 0, but that is not what is wrong."""
    assert _fail(tmp_path, table(["{% colspan cols|count %}a", "b"])) == [
        "table 1, row 1, paragraph '{% colspan cols|count %}a': unknown name 'cols'"
    ]


def test_a_tag_that_would_be_lost_is_told(tmp_path: Path) -> None:
    """A row with a structure tag is replaced by it; docxtpl drops what else it holds in silence."""
    body = table(["{%tr for x in [1] %}", "{{ x }}"], ["a", "b"], ["{%tr endfor %}", ""])

    assert "'{{ x }}' would be lost" in _fail(tmp_path, body)[0]


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ x['__class__'] }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ ''|attr('__class__') }}",
        "{{ [1]|map(attribute='__class__')|list }}",
        "{{ [1]|map('attr', '__class__')|list }}",
        "{{ '{0.__class__}'.format(1) }}",
        "{{ '{a.__class__}'.format_map({'a': 1}) }}",
        "{{ x.__dict__ }}",
        "{{ self.__init__ }}",
        "{{ xs.append(1) }}",
        "{% set xs.y = 1 %}",
    ],
)
def test_python_cannot_be_reached(tag: str, tmp_path: Path) -> None:
    """A template is a file that someone sent."""
    assert len(_fail(tmp_path, paragraph(tag), {"x": Path(), "xs": [1]})) == 1


@pytest.mark.parametrize(
    "tag",
    [
        "{% for i in range(10 ** 9) %}{% endfor %}",
        "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        "{% macro f(n) %}{{ f(n - 1) if n }}{{ f(n - 1) if n }}{% endmacro %}{{ f(99) }}",
        "{% for x in [[1]] recursive %}{{ loop([x]) }}{% endfor %}",
        "{{ 'x' * 10 ** 9 }}",
        "{{ [0] * 10 ** 9 }}",
        "{{ 9 ** 999999 }}",
        "{{ 'x'.ljust(10 ** 9) }}",
        "{{ 'x'|center(10 ** 9) }}",
        "{{ '%999999999d' % 1 }}",
        "{{ '%*d' % (999999999, 1) }}",
        "{{ '%999999999d'|format(1) }}",
        "{{ '{:>999999999}'.format(1) }}",
        "{{ '{:>{n}}'.format(1, n=10 ** 9) }}",
        "{{ ('a' * 99999)|replace('a', 'b' * 99999) }}",
        "{{ ('a' * 99999).replace('a', 'b' * 99999) }}",
        "{{ (['a'] * 99999)|join('b' * 99999) }}",
        "{{ ('b' * 99999).join(['a'] * 99999) }}",
        "{{ [[0] * 9999] * 9999 and ([[0] * 9999] * 9999)|sum(start=[]) }}",
        "{{ [1]|batch(10 ** 9, 'x')|list }}",
        "{{ [1]|slice(10 ** 9)|list }}",
        "{% set n = namespace(x='xx') %}" + _MANY + "{% set n.x = n.x ~ n.x %}{% endfor %}",
        "{% set n = namespace(x=[1]) %}" + _MANY + "{% set n.x = n.x + n.x %}{% endfor %}",
        "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
        "{% if 1 %}" * 200 + "{% endif %}" * 200,
        "{{ " + "9" * 9999 + " }}",
    ],
)
def test_what_has_no_end_is_stopped(tag: str, tmp_path: Path) -> None:
    """Endless loops and gigabyte strings end in one clear error, soon."""
    begun = monotonic()
    errors = _fail(tmp_path, paragraph(tag))

    assert len(errors) == 1
    assert monotonic() - begun < 20


def test_a_loop_that_copies_the_document_without_end_is_stopped(tmp_path: Path) -> None:
    """It is the text of the template that grows here, not a value; and a macro may hide it."""
    long = paragraph("x" * 100_000)
    body = (
        paragraph("{%p set hidden %}")
        + paragraph("{%p for i in range(99999) %}")
        + long
        + paragraph("{%p endfor %}")
        + paragraph("{%p endset %}")
    )

    assert "larger than" in _fail(tmp_path, body)[0]


def test_a_failing_function_of_the_context_is_told_with_its_tag(tmp_path: Path) -> None:
    """What the values of a context raise is no fault of the template, but stands at a tag."""

    def fail() -> None:
        raise KeyError("budget")

    assert _fail(tmp_path, paragraph("{{ f() }}"), {"f": fail}) == [
        "paragraph '{{ f() }}': '{{ f() }}' cannot be worked out: KeyError: 'budget'"
    ]
