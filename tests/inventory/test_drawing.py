"""Layouts that a template lacks are drawn into it, as parts that PowerPoint goes on with."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from generator.compose.storyboard import Storyboard
from generator.inventory import find_default_template, read_deck_template
from generator.inventory.deck import DeckTemplate, LayoutInfo, LayoutRole, PlaceholderRole
from generator.ooxml.contrast import contrast
from generator.ooxml.opc import Package
from generator.ooxml.opening import open_package
from generator.slides import build_deck
from tests.inventory.packages import Change, copy_changed
from tests.slides.samples import storyboard

DECK = find_default_template() / "deck.pptx"
MASTER = "ppt/slideMasters/slideMaster1.xml"
PRESENTATION = "ppt/presentation.xml"
LAYOUTS = {role: f"ppt/slideLayouts/slideLayout{n}.xml" for n, role in enumerate(LayoutRole, 1)}
BOARD: Storyboard = storyboard()

no_layouts: Change = lambda text: re.sub(r"<p:sldLayoutId [^>]*/>", "", text)  # noqa: E731
no_list: Change = lambda text: re.sub(r"<p:sldLayoutIdLst>.*</p:sldLayoutIdLst>", "", text)  # noqa: E731
no_holes: Change = lambda text: re.sub(  # noqa: E731
    r"<p:sp>(?:(?!</p:sp>).)*<p:ph .*?</p:sp>", "", no_list(text)
)
no_masters: Change = lambda text: re.sub(r"<p:sldMasterIdLst>.*</p:sldMasterIdLst>", "", text)  # noqa: E731
no_titles: Change = lambda text: re.sub(r' type="(title|ctrTitle)"', ' type="pic" idx="77"', text)  # noqa: E731
upright: Change = lambda text: re.sub(  # noqa: E731
    r'(type="(?:title|ctrTitle)".*?<a:bodyPr)(?: vert="horz")?', r'\1 vert="vert270"', text, count=1
)
KINDS: dict[str, dict[str, Change]] = {
    "without layouts": {MASTER: no_layouts},
    "without a list of layouts": {MASTER: no_list},
    "without layouts and master placeholders": {MASTER: no_holes},
    "without a master": {PRESENTATION: no_masters},
    "with layouts without titles": dict.fromkeys(LAYOUTS.values(), no_titles),
    "with upright titles alone": dict.fromkeys(LAYOUTS.values(), upright),
}


def read(path: Path) -> tuple[Package, DeckTemplate]:
    """Return the package at `path` and what it offers, layouts drawn."""
    package = open_package(path)
    return package, read_deck_template(package)


@pytest.mark.parametrize("kind", KINDS)
def test_a_deck_is_built_on_a_template(kind: str, tmp_path: Path) -> None:
    """Nothing of the brief is lost, and every slide stands on a layout with a title."""
    package, template = read(copy_changed(DECK, tmp_path / "deck.pptx", KINDS[kind]))
    built = Presentation(io.BytesIO(build_deck(BOARD, package.to_bytes(), template)))

    shapes: list[Any] = [shape for slide in built.slides for shape in slide.shapes]
    texts = "\n".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)
    assert all(slide.shapes.title is not None for slide in built.slides)
    assert BOARD.properties.title in texts
    assert {role for role, layout in template.layouts.items() if layout.is_drawn} >= {
        LayoutRole.CONTENT,
        LayoutRole.TWO_CONTENT,
        LayoutRole.TITLE_ONLY,
    }


@pytest.mark.parametrize("kind", KINDS)
def test_drawn_layouts_can_be_used_by_hand(kind: str, tmp_path: Path) -> None:
    """They are listed, have names and placeholders, and nothing of them leaves the slide."""
    package, template = read(copy_changed(DECK, tmp_path / "deck.pptx", KINDS[kind]))
    opened = Presentation(io.BytesIO(package.to_bytes()))

    listed = {str(layout.part.partname) for m in opened.slide_masters for layout in m.slide_layouts}
    for layout in drawn(template):
        assert layout.part_name in listed
        assert layout.name
        title = layout.by_role[PlaceholderRole.TITLE][0]
        assert contrast(title.colour, title.behind) >= 3
        for hole in layout.placeholders:
            assert 0 <= hole.box.left < hole.box.right <= template.size.width
            assert 0 <= hole.box.top < hole.box.bottom <= template.size.height


def drawn(template: DeckTemplate) -> list[LayoutInfo]:
    """Return the layouts that were drawn, each once."""
    return [layout for m in template.masters for layout in m.layouts if layout.is_drawn]


def test_a_missing_layout_is_drawn_on_the_nearest_one(tmp_path: Path) -> None:
    """It keeps the title, art and furniture of the slides beside which it will stand."""
    lost: Change = lambda text: re.sub(r'<p:sldLayoutId [^>]*r:id="rId4"/>', "", text)  # noqa: E731
    _, template = read(copy_changed(DECK, tmp_path / "deck.pptx", {MASTER: lost}))

    content, pair = (
        template.layouts[role] for role in (LayoutRole.CONTENT, LayoutRole.TWO_CONTENT)
    )
    assert [layout.part_name for layout in drawn(template)] == [pair.part_name]
    assert (
        template.reasons[LayoutRole.TWO_CONTENT] == f"the file has none; drawn on '{content.name}'"
    )
    for role in (PlaceholderRole.TITLE, PlaceholderRole.SOURCE, PlaceholderRole.NUMBER):
        assert pair.by_role[role][0].box == content.by_role[role][0].box
    left, right = (hole.box for hole in pair.by_role[PlaceholderRole.BODY])
    assert left.right < right.left
    assert (left.left, right.right) == (content.body.left, content.body.right)


def test_nothing_is_drawn_where_nothing_is_missing() -> None:
    """A template that has all layouts is left as its designer made it."""
    package, template = read(DECK)

    assert drawn(template) == []
    assert sum("slideLayouts/" in name for name in package.parts) == len(LayoutRole)


def test_nothing_is_drawn_for_a_role_that_the_owner_serves(tmp_path: Path) -> None:
    """The word in template.yml goes before any drawing."""
    lost: Change = lambda text: re.sub(r'<p:sldLayoutId [^>]*r:id="rId4"/>', "", text)  # noqa: E731
    path = copy_changed(DECK, tmp_path / "deck.pptx", {MASTER: lost})

    template = read_deck_template(path, {LayoutRole.TWO_CONTENT: "Title only"})

    assert drawn(template) == []


def test_ids_of_drawn_layouts_are_the_file_s_only_ones(tmp_path: Path) -> None:
    """PowerPoint repairs a file in which a layout and a master share an id."""
    package, _ = read(copy_changed(DECK, tmp_path / "deck.pptx", {MASTER: no_layouts}))

    found = [
        item.get("id")
        for name in (PRESENTATION, MASTER)
        for item in package.read_xml(name).iter("{*}sldMasterId", "{*}sldLayoutId")
    ]
    assert len(found) == len(set(found))
