"""Markup must never let a text break the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import DataError
from generator.word.markup import Xml, escape, parse_part, parse_pieces, tag

texts = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=60
)


@given(text=texts)
def test_any_text_comes_back_from_content_and_attribute(text: str) -> None:
    """Ampersands, angle brackets and quotation marks are an author's, not XML's."""
    (element,) = parse_pieces(tag("w:t", {"w:val": text}, escape(text)))

    assert (element.text or "") == text
    assert next(iter(element.attrib.values())) == text


def test_line_ends_survive_in_an_attribute() -> None:
    """XML turns bare line ends in attributes into spaces."""
    (element,) = parse_pieces(tag("w:t", {"w:val": "a\tb\nc\rd"}))

    assert next(iter(element.attrib.values())) == "a\tb\nc\rd"


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\ud800", "\ufffe", "\uffff"])
def test_a_character_that_xml_cannot_hold_is_refused_by_name(character: str) -> None:
    """Better a clear error than a file that Word calls damaged."""
    with pytest.raises(DataError, match=f"U\\+{ord(character):04X}") as caught:
        escape(f"before{character}after")

    assert caught.value.hint
    assert character not in str(caught.value)


def test_an_element_without_content_closes_itself() -> None:
    """Short markup keeps long tables small."""
    assert tag("w:keepNext") == "<w:keepNext/>"
    assert tag("w:sz", {"w:val": 22}) == '<w:sz w:val="22"/>'


def test_a_part_declares_the_prefixes_that_are_used() -> None:
    """Pieces are written without declarations; the part brings them."""
    root = parse_part(Xml('<w:document><w:body r:id="x"/></w:document>'))

    assert root.tag.endswith("}document")
    assert root.nsmap["w"].endswith("wordprocessingml/2006/main")
