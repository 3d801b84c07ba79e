"""Asking quickly whether a template has tags."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.inventory import find_default_template
from generator.ooxml.opc import Link, Package
from generator.ooxml.opening import open_package
from generator.ooxml.tagged import may_have_tags

_RUN = "</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/></w:rPr><w:t>"
_DELETED = "</w:t></w:r><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:t>"


def _package(text: str, address: str = "https://x.example") -> Package:
    link = Link(id="rId1", type="x/hyperlink", target=address, is_external=True)
    return Package(
        path=Path("t.docx"),
        parts={"word/document.xml": f"<w:t>{text}</w:t>".encode(), "word/a.bin": b"{{"},
        types={},
        links={"word/document.xml": [link]},
    )


@pytest.mark.parametrize(
    "text",
    [
        "{{ a }}",
        "{% if a %}",
        "{# a #}",
        "{_{ escaped }_}",
        "{ { a }}",
        f"{{{_RUN}{{ a }}}}",
        f"{{{_DELETED}{{ a }}}}",
        f"one {{ brace, then {{{_RUN}% if %}}",
    ],
)
def test_a_tag_is_seen_however_it_is_cut(text: str) -> None:
    """A template whose tags were missed would show them to its readers."""
    assert may_have_tags(_package(text))


@pytest.mark.parametrize("address", ["{{ web }}", "%7B%7B%20web%20%7D%7D", "https://x/{{ id }}"])
def test_a_tag_in_an_address_is_seen(address: str) -> None:
    """Word writes the braces of a link as it writes those of any address."""
    assert may_have_tags(_package("x", address))


@pytest.mark.parametrize(
    "text", ["", "no", "{ one }", '<a uri="{28A0092B-C50C}"/>', "{1} {2} 100%"]
)
def test_other_braces_are_no_tags(text: str) -> None:
    """Every Office file is full of them."""
    assert not may_have_tags(_package(text))


def test_our_own_template_without_tags_has_none() -> None:
    """So it is filled by style and layout alone."""
    folder = find_default_template()

    assert not may_have_tags(open_package(folder / "report.docx"))
    assert not may_have_tags(open_package(folder / "deck.pptx"))


def test_it_does_not_take_long_over_braces_without_end() -> None:
    """A file may be made to make us wait."""
    text = ("{" + "<w:r/> <w:delText> </w:delText>" * 60 + "x") * 2_000

    assert not may_have_tags(_package(text))
