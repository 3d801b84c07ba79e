"""Pictures as values, on slides."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pptx.util import Inches

from generator import InlineImage
from generator.errors import TagsError
from tests.ooxml.tags.decks import add_box, add_picture, add_slide, add_table, render, start_deck
from tests.ooxml.tags.drawings import draw

_INCH = 914_400


def _place(shape: Any) -> tuple[float, float, float, float]:
    return tuple(
        round(each / _INCH, 2) for each in (shape.left, shape.top, shape.width, shape.height)
    )  # pyright: ignore[reportReturnType] - four of them


def test_a_picture_takes_the_place_of_the_shape_of_its_tag(tmp_path: Path) -> None:
    """It stands whole in the middle of the shape, which the designer drew where it should be."""
    deck = start_deck()
    box = add_box(add_slide(deck, "Title"), "{{ logo }}")
    box.name = "Our place"
    logo = InlineImage(draw(200, 100), alt="Logo")
    (_, picture) = render(tmp_path, deck, {"logo": logo}).slides[0].shapes

    assert _place(box) == (1, 2, 4, 1)
    assert (picture.shape_type, picture.name) == (13, "Our place")
    assert _place(picture) == (2, 2, 2, 1)
    assert picture._element.nvPicPr.cNvPr.get("descr") == "Logo"


def test_a_placeholder_lends_the_place_of_its_layout(tmp_path: Path) -> None:
    """A placeholder on a slide most often says nothing of its size."""
    deck = start_deck()
    slide = deck.slides.add_slide(deck.slide_layouts[8])  # Picture with Caption
    own = slide.placeholders[1]
    place = _place(own)
    own._element.getparent().remove(own._element)
    text = slide.placeholders[2]
    expected = _place(text)
    text.text = "{{ logo }}"
    (_, picture) = render(tmp_path, deck, {"logo": InlineImage(draw(10, 10))}).slides[0].shapes

    left, top, width, height = _place(picture)
    assert place != expected
    assert width == height == min(expected[2:])
    assert left == pytest.approx(expected[0] + (expected[2] - width) / 2, abs=0.02)
    assert top == pytest.approx(expected[1] + (expected[3] - height) / 2, abs=0.02)


def test_each_slide_of_a_loop_has_its_own_picture(tmp_path: Path) -> None:
    """One slide for each of several photos is the commonest deck of all."""
    deck = start_deck()
    add_slide(deck, "{%slide for p in photos %}{{ loop.index }}{%slide endfor %}", "{{ p }}")
    photos = [InlineImage(draw(10 + n, 10), alt=f"photo {n}") for n in range(3)]
    made = render(tmp_path, deck, {"photos": photos})

    assert [slide.shapes[1].image.size[0] for slide in made.slides] == [10, 11, 12]
    assert all(len([r for r in s.part.rels.values() if "image" in r.reltype]) == 1
               for s in made.slides)  # fmt: skip


def test_a_picture_of_the_template_is_replaced_by_its_alt_text(tmp_path: Path) -> None:
    """The frame stays; so much is cut off that nothing is distorted."""
    deck = start_deck()
    picture = add_picture(add_slide(deck, "Title"), "{{ photo }}")
    picture.width, picture.height = Inches(1), Inches(2)
    photo = InlineImage(draw(100, 100, kind="JPEG"), alt="Us")
    made = render(tmp_path, deck, {"photo": photo}).slides[0].shapes[1]

    assert (made.width, made.height, made.image.content_type) == (
        Inches(1),
        Inches(2),
        "image/jpeg",
    )
    assert (made.crop_left, made.crop_right, made.crop_top) == (0.25, 0.25, 0)
    assert made._element.nvPicPr.cNvPr.get("descr") == "Us"


def test_a_picture_is_not_stretched_by_its_group(tmp_path: Path) -> None:
    """A group that was pulled wide shows its shapes wider than they say."""
    deck = start_deck()
    slide = add_slide(deck, "Title")
    group = slide.shapes.add_group_shape([add_box(slide, "{{ logo }}")])
    group.width *= 2
    picture = (
        render(tmp_path, deck, {"logo": InlineImage(draw(10, 10))}).slides[0].shapes[1].shapes[0]
    )

    assert (picture.width, picture.height) == (Inches(0.5), Inches(1))


@pytest.mark.parametrize("text", ["Logo: {{ logo }}", "{{ logo }}{{ logo }}"])
def test_a_picture_in_a_text_is_refused(text: str, tmp_path: Path) -> None:
    """A line of text on a slide holds no pictures, whatever the tag says."""
    deck = start_deck()
    add_box(add_slide(deck, "Title"), text)

    with pytest.raises(TagsError, match=r"slide 1, shape .* middle of a text on a slide"):
        render(tmp_path, deck, {"logo": InlineImage(draw(9, 9))})


def test_a_picture_in_a_table_is_refused(tmp_path: Path) -> None:
    """Cells of PowerPoint hold text alone."""
    deck = start_deck()
    add_table(add_slide(deck, "Title"), ["{{ logo }}"])

    with pytest.raises(TagsError, match=r"table 'Costs', row 1: .* the cell of a table"):
        render(tmp_path, deck, {"logo": InlineImage(draw(9, 9))})


def test_what_is_drawn_must_be_a_picture(tmp_path: Path) -> None:
    """The alternative text of a plain shape asks for a picture that it cannot show."""
    deck = start_deck()
    box = add_box(add_slide(deck, "Title"), "text")
    box._element.nvSpPr.cNvPr.set("descr", "{{ logo }}")

    with pytest.raises(TagsError, match=r"alt text: no picture is drawn"):
        render(tmp_path, deck, {"logo": InlineImage(draw(9, 9))})
