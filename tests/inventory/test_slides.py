"""Layouts and placeholders by role, and what they come to."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import TemplateError
from generator.inventory import find_default_template, read_deck_template
from generator.inventory.deck import DeckTemplate, LayoutRole, PlaceholderRole
from generator.places import Place, Placed
from generator.units import Box, Emu, inches
from tests.inventory.packages import Change, copy_changed

DECK = find_default_template() / "deck.pptx"
MASTER = "ppt/slideMasters/slideMaster1.xml"
COUNT = len(LayoutRole)
LAYOUT_PARTS = [f"ppt/slideLayouts/slideLayout{number}.xml" for number in range(1, COUNT + 1)]
NAMES = st.lists(
    st.text("abcdefgh ", min_size=1, max_size=12), min_size=COUNT, max_size=COUNT, unique=True
)


def _parts_by_role(template: DeckTemplate) -> dict[LayoutRole, str]:
    return {role: layout.part_name for role, layout in template.layouts.items()}


def _renamed(name: str) -> Change:
    return lambda text: re.sub(r'<p:cSld name="[^"]*"', f'<p:cSld name="{name}!"', text)


def _reordered(order: list[int]) -> Change:
    def change(text: str) -> str:
        entries = re.findall(r"<p:sldLayoutId [^>]*/>", text)
        listed = "".join(entries[index] for index in order)
        return text.replace("".join(entries), f"{listed}<!-- reordered -->")

    return change


def test_every_role_has_the_layout_that_was_drawn_for_it() -> None:
    """The default template serves each role with a layout of its own."""
    template = read_deck_template(DECK)

    assert {role: layout.name for role, layout in template.layouts.items()} == {
        LayoutRole.COVER: "Cover",
        LayoutRole.SECTION: "Section",
        LayoutRole.CONTENT: "Title and content",
        LayoutRole.TWO_CONTENT: "Two contents",
        LayoutRole.TITLE_ONLY: "Title only",
        LayoutRole.QUOTE: "Quote",
        LayoutRole.CLOSING: "Closing",
    }
    assert all("stands in" not in reason for reason in template.reasons.values())


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(order=st.permutations(range(COUNT)), names=NAMES)
def test_names_and_order_of_layouts_do_not_change_their_roles(
    tmp_path: Path, order: list[int], names: list[str]
) -> None:
    """A designer may rename and move layouts, in any language."""
    changes: dict[str, Change] = {
        part: _renamed(name) for part, name in zip(LAYOUT_PARTS, names, strict=True)
    }
    path = copy_changed(DECK, tmp_path / "deck.pptx", {**changes, MASTER: _reordered(order)})

    template = read_deck_template(path)

    assert _parts_by_role(template) == _parts_by_role(read_deck_template(DECK))


def test_layouts_are_told_apart_without_their_declared_types(tmp_path: Path) -> None:
    """PowerPoint drops the type of a layout that was changed; the holes still tell."""
    typed = [part for part in LAYOUT_PARTS if not part.endswith(("6.xml", "7.xml"))]
    drop: Change = lambda text: re.sub(r'(<p:sldLayout [^>]*) type="\w+"', r"\1", text)  # noqa: E731
    path = copy_changed(DECK, tmp_path / "deck.pptx", dict.fromkeys(typed, drop))

    template = read_deck_template(path)

    assert _parts_by_role(template) == _parts_by_role(read_deck_template(DECK))


def test_a_quote_without_layout_stands_on_that_for_content_and_says_so(tmp_path: Path) -> None:
    """Every role has some layout; the reason tells that it is a makeshift."""
    lost: Change = lambda text: re.sub(r'<p:sldLayoutId [^>]*r:id="rId6"/>', "", text)  # noqa: E731
    path = copy_changed(DECK, tmp_path / "deck.pptx", {MASTER: lost})

    template = read_deck_template(path)

    assert set(template.layouts) == set(LayoutRole)
    assert template.layouts[LayoutRole.QUOTE].name == "Title and content"
    assert template.reasons[LayoutRole.QUOTE].startswith("none for this role; the one for content")


def test_content_layouts_have_all_that_a_content_slide_carries() -> None:
    """Title, tracker, source line, footer and page number, on every one of them."""
    template = read_deck_template(DECK)
    wanted = {
        PlaceholderRole.TITLE,
        PlaceholderRole.TRACKER,
        PlaceholderRole.SOURCE,
        PlaceholderRole.FOOTER,
        PlaceholderRole.NUMBER,
    }
    content = (
        LayoutRole.CONTENT,
        LayoutRole.TWO_CONTENT,
        LayoutRole.TITLE_ONLY,
        LayoutRole.QUOTE,
    )

    for role in content:
        assert wanted <= set(template.layouts[role].by_role)


def test_what_content_layouts_share_does_not_jump() -> None:
    """Titles and page numbers that move between slides look like mistakes."""
    template = read_deck_template(DECK)
    roles = (PlaceholderRole.TITLE, PlaceholderRole.SOURCE, PlaceholderRole.NUMBER)
    content = (LayoutRole.CONTENT, LayoutRole.TWO_CONTENT, LayoutRole.TITLE_ONLY, LayoutRole.QUOTE)

    for role in roles:
        boxes = {template.layouts[layout].by_role[role][0].box for layout in content}
        assert len(boxes) == 1


def test_two_bodies_stand_from_left_to_right() -> None:
    """The builder fills them in reading order."""
    left, right = (
        read_deck_template(DECK).layouts[LayoutRole.TWO_CONTENT].by_role[PlaceholderRole.BODY]
    )

    assert left.box.right < right.box.left
    assert left.box.width == right.box.width


def test_the_body_area_lies_between_title_and_source_line() -> None:
    """Content that is drawn freely must not touch either."""
    template = read_deck_template(DECK)

    for role in (LayoutRole.CONTENT, LayoutRole.TWO_CONTENT, LayoutRole.TITLE_ONLY):
        layout = template.layouts[role]
        title, source = (
            layout.by_role[hole][0].box for hole in (PlaceholderRole.TITLE, PlaceholderRole.SOURCE)
        )
        assert title.bottom <= layout.body.top
        assert layout.body.bottom <= source.top
        assert layout.body.height > inches(4)


def test_nothing_of_a_layout_lies_off_the_slide() -> None:
    """A placeholder that sticks out prints cut."""
    template = read_deck_template(DECK)

    for layout in template.layouts.values():
        for hole in layout.placeholders:
            assert 0 <= hole.box.left < hole.box.right <= template.size.width
            assert 0 <= hole.box.top < hole.box.bottom <= template.size.height


def test_a_placeholder_without_place_has_the_masters(tmp_path: Path) -> None:
    """PowerPoint writes no place into a layout where it is the master's."""
    bare: Change = lambda text: re.sub(  # noqa: E731
        r'(type="title".*?</p:nvSpPr>)<p:spPr>.*?</p:spPr>', r"\1<p:spPr/>", text, count=1
    )
    path = copy_changed(DECK, tmp_path / "deck.pptx", {LAYOUT_PARTS[2]: bare})

    title = read_deck_template(path).layouts[LayoutRole.CONTENT].by_role[PlaceholderRole.TITLE][0]

    assert title.box.width > 0
    assert (title.size_pt, title.is_bold, title.insets) == (24.0, True, (0, 0, 0, 0))


def test_a_placeholder_in_a_group_is_placed_on_the_slide(tmp_path: Path) -> None:
    """A group scales and moves what is in it."""
    group = (
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="90" name="Group"/><p:cNvGrpSpPr/><p:nvPr/>'
        '</p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="1000000" y="0"/>'
        '<a:ext cx="6096000" cy="3429000"/><a:chOff x="0" y="0"/>'
        '<a:chExt cx="12192000" cy="6858000"/></a:xfrm></p:grpSpPr>'
    )
    wrap: Change = lambda text: re.sub(  # noqa: E731
        r"(<p:sp>(?:(?!<p:sp>).)*?type=\"body\" sz=\"quarter\" idx=\"14\".*?</p:sp>)",
        rf"{group}\1</p:grpSp>",
        text,
    )
    path = copy_changed(DECK, tmp_path / "deck.pptx", {LAYOUT_PARTS[2]: wrap})
    role = PlaceholderRole.SOURCE

    plain, grouped = (
        read_deck_template(file).layouts[LayoutRole.CONTENT].by_role[role][0].box
        for file in (DECK, path)
    )

    assert grouped.left == 1_000_000 + plain.left // 2
    assert grouped.width == Emu(plain.width // 2)


def test_of_several_masters_the_fittest_serves_all_roles(tmp_path: Path) -> None:
    """Slides of one deck share one look, though a master with a cover alone comes first."""
    second: dict[str, Change] = {
        "ppt/presentation.xml": lambda text: text.replace(
            "<p:sldMasterIdLst>",
            '<p:sldMasterIdLst><p:sldMasterId id="2147483700" r:id="rId77"/>',
        ),
        "ppt/_rels/presentation.xml.rels": lambda text: text.replace(
            "</Relationships>",
            '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            'relationships/slideMaster" Target="slideMasters/slideMaster2.xml"/></Relationships>',
        ),
    }
    with zipfile.ZipFile(DECK) as deck:
        master = deck.read(MASTER).decode()
        links = deck.read("ppt/slideMasters/_rels/slideMaster1.xml.rels").decode()
    added = {
        "ppt/slideMasters/slideMaster2.xml": re.sub(
            r'<p:sldLayoutId [^>]*r:id="rId[2-7]"/>', "", master
        ),
        "ppt/slideMasters/_rels/slideMaster2.xml.rels": links,
    }
    path = copy_changed(DECK, tmp_path / "deck.pptx", second, added=added)

    assert _parts_by_role(read_deck_template(path)) == _parts_by_role(read_deck_template(DECK))


def test_a_chosen_layout_serves_the_role() -> None:
    """The owner's word in template.yml goes before the clues."""
    template = read_deck_template(DECK, {LayoutRole.SECTION: "closing"})

    assert template.layouts[LayoutRole.SECTION].name == "Closing"
    assert template.reasons[LayoutRole.SECTION] == "template.yml names 'closing'"


def test_a_chosen_layout_that_is_not_there_is_refused_with_its_place() -> None:
    """A slip in template.yml must not end as a silent fallback."""
    place = Place(file="template.yml", line=2, column=12)

    with pytest.raises(TemplateError) as caught:
        read_deck_template(DECK, {LayoutRole.SECTION: Placed("Sektion", place)})

    assert caught.value.place == place
    assert caught.value.hint == "did you mean 'Section'?"


def _with_background(fill: str) -> Change:
    background = f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"
    return lambda text: re.sub(r"(<p:cSld[^>]*>)(?:<p:bg>.*?</p:bg>)?", rf"\1{background}", text)


@pytest.mark.parametrize(
    ("fill", "rgb"),
    [
        ('<a:solidFill><a:srgbClr val="12436D"/></a:solidFill>', "12436D"),
        ('<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>', ""),
        (
            '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="000000"/></a:gs>'
            '<a:gs pos="100000"><a:srgbClr val="FFFFFF"/></a:gs></a:gsLst></a:gradFill>',
            "808080",
        ),
        ("<a:blipFill><a:blip/><a:stretch/></a:blipFill>", ""),
    ],
)
def test_what_stands_behind_the_content_is_told(tmp_path: Path, fill: str, rgb: str) -> None:
    """Text takes its colour by it; a picture cannot be judged."""
    path = copy_changed(DECK, tmp_path / "deck.pptx", {LAYOUT_PARTS[2]: _with_background(fill)})

    template = read_deck_template(path)
    content = template.layouts[LayoutRole.CONTENT]

    wanted = template.theme.colours["dk1"] if "tx1" in fill else rgb
    assert content.background == wanted
    assert content.by_role[PlaceholderRole.BODY][0].behind == wanted


def _with_shape(left: int, top: int, width: int, height: int) -> Change:
    shape = (
        '<p:sp><p:nvSpPr><p:cNvPr id="95" name="Art"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="C00000"/>'
        "</a:solidFill></p:spPr></p:sp>"
    )
    return lambda text: text.replace("</p:grpSpPr>", f"</p:grpSpPr>{shape}", 1)


def test_the_body_area_keeps_clear_of_a_logo(tmp_path: Path) -> None:
    """What is drawn must not run over it."""
    before = read_deck_template(DECK).layouts[LayoutRole.CONTENT].body
    corner = (before.right - 500_000, before.bottom - 400_000, 900_000, 700_000)
    path = copy_changed(DECK, tmp_path / "deck.pptx", {LAYOUT_PARTS[2]: _with_shape(*corner)})

    layout = read_deck_template(path).layouts[LayoutRole.CONTENT]

    assert layout.body.bottom < corner[1] or layout.body.right < corner[0]
    assert layout.body.width * layout.body.height > 0.8 * before.width * before.height
    assert Box(*map(Emu, corner)) in layout.art


def test_a_panel_under_the_content_is_its_ground(tmp_path: Path) -> None:
    """A card of colour carries the content and does not push it away."""
    before = read_deck_template(DECK).layouts[LayoutRole.CONTENT].body
    path = copy_changed(DECK, tmp_path / "deck.pptx", {LAYOUT_PARTS[2]: _with_shape(*before)})

    layout = read_deck_template(path).layouts[LayoutRole.CONTENT]

    assert layout.background == "C00000"
    assert layout.body == before


def test_shapes_of_the_master_are_passed_over_where_the_layout_hides_them(tmp_path: Path) -> None:
    """Covers hide the logo of the master; what is not shown takes no room."""
    art = _with_shape(0, 0, 3_000_000, 400_000)
    hide: Change = lambda text: text.replace("<p:sldLayout ", '<p:sldLayout showMasterSp="0" ', 1)  # noqa: E731
    path = copy_changed(DECK, tmp_path / "deck.pptx", {MASTER: art, LAYOUT_PARTS[2]: hide})

    template = read_deck_template(path)
    box = Box(Emu(0), Emu(0), Emu(3_000_000), Emu(400_000))

    assert box not in template.layouts[LayoutRole.CONTENT].art
    assert box in template.layouts[LayoutRole.TITLE_ONLY].art


def test_a_layout_s_own_colour_map_turns_its_colours(tmp_path: Path) -> None:
    """Dark layouts of light masters are made by it; slides must repeat it."""
    turned: Change = lambda text: text.replace(  # noqa: E731
        "<a:masterClrMapping/>",
        '<a:overrideClrMapping bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" accent1="accent1" '
        'accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" '
        'accent6="accent6" hlink="hlink" folHlink="folHlink"/>',
    )
    path = copy_changed(DECK, tmp_path / "deck.pptx", {LAYOUT_PARTS[2]: turned})

    template = read_deck_template(path)
    layout = template.layouts[LayoutRole.CONTENT]

    assert layout.mapping["bg1"] == "dk1"
    assert layout.colours["bg1"] == template.theme.colours["dk1"]
    assert template.layouts[LayoutRole.TITLE_ONLY].mapping == {}


def test_all_masters_and_layouts_are_told() -> None:
    """`brief template show` lists what the file holds, chosen or not."""
    template = read_deck_template(DECK)

    (master,) = template.masters
    assert len(master.layouts) == COUNT
    assert {layout.part_name for layout in template.layouts.values()} <= {
        layout.part_name for layout in master.layouts
    }
    assert all(score >= 60 for score in template.scores.values())
    for layout in master.layouts:
        assert layout.background
        assert all(hole.font and hole.colour and hole.behind for hole in layout.placeholders)
