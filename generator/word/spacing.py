"""The room around tables, which have no spacing of their own in Word."""

from __future__ import annotations

from generator.inventory.report import StyleRole
from generator.word.markup import NOTHING, Element, W, Xml, new_element, parse_pieces
from generator.word.paragraphs import Setting, insert_in_order, paragraph
from generator.word.stylesheet import Stylesheet

ROOM = 240
"""Room over and under a table in twips, where the paragraph beside it brings less than `ENOUGH`."""

ENOUGH = 200
_SOURCE_ROOM = 80
_THIN = 20


def part_tables(body: Element, styles: Stylesheet) -> None:
    """Give the tables of `body` room, and a thin paragraph between two of them.

    Without a paragraph between them Word makes one table of two, and a file may not end with one.

    Args:
        body: `w:body`, changed in place.
        styles: For what the styles of the neighbours say.
    """
    for table in body.findall(f"{W}tbl"):
        previous, following = table.getprevious(), table.getnext()
        if previous is not None and previous.tag == f"{W}p":
            _give_room(previous, "after", styles)
        if following is None or following.tag == f"{W}tbl":
            table.addnext(parse_pieces(_separator(styles))[0])
        else:
            _give_room(_first_line(following), "before", styles)


def part_placed_tables(
    around: Element, line: Element, styles: Stylesheet, *, is_apart: bool
) -> None:
    """Give tables that take the place of a paragraph room among themselves and to the others.

    Paragraphs of the template stay as they are; where they are too near, a thin one is added.

    Args:
        around: Holds what takes the place, and is changed.
        line: The paragraph that it will take the place of, in the template's text.
        styles: For what the styles of the neighbours say.
        is_apart: Whether room is wanted at all; without it only what files need is added.
    """
    if not len(around):
        return
    ends_in_table = around[-1].tag == f"{W}tbl"
    part_tables(around, styles)
    previous, following = line.getprevious(), line.getnext()
    if around[0].tag == f"{W}tbl" and previous is not None:
        is_near = previous.tag == f"{W}p" and is_apart and _space_after(previous, styles) < ENOUGH
        if previous.tag == f"{W}tbl" or is_near:
            around.insert(0, parse_pieces(_separator(styles))[0])
    if ends_in_table:
        is_parted = following is not None and following.tag == f"{W}p"
        if is_parted and not is_apart:
            around.remove(around[-1])
        elif following is None:
            _set_thin(around[-1])


def _space_after(line: Element, styles: Stylesheet) -> int:
    spacing = line.find(f"{W}pPr/{W}spacing")
    own = None if spacing is None else spacing.get(f"{W}after")
    if own is not None:
        return int(own) if own.isdigit() else 0
    named = line.find(f"{W}pPr/{W}pStyle")
    return styles.space_of("" if named is None else named.get(f"{W}val", ""), "after")


def _set_thin(line: Element) -> None:
    """Make an empty paragraph as thin as it can be, at the end of a cell or box."""
    spacing = line.find(f"{W}pPr/{W}spacing")
    if spacing is not None:
        spacing.set(f"{W}line", str(_THIN))


def _separator(styles: Stylesheet) -> Xml:
    return paragraph(styles.id_of(StyleRole.SOURCE), NOTHING, Setting(pitch=ROOM))


def _first_line(piece: Element) -> Element | None:
    """Return a paragraph itself, or the first one in what wraps the contents."""
    return piece if piece.tag == f"{W}p" else piece.find(f".//{W}p")


def _give_room(line: Element | None, side: str, styles: Stylesheet) -> None:
    """Set the space of `line` on one side, unless its style gives enough or binds it there."""
    properties = None if line is None else line.find(f"{W}pPr")
    if properties is None:
        return
    named = properties.find(f"{W}pStyle")
    style_id = "" if named is None else named.get(f"{W}val", "")
    is_source = style_id == styles.id_of(StyleRole.SOURCE)
    if side == "after" and properties.find(f"{W}keepNext") is not None:
        return
    enough, room = (_SOURCE_ROOM, _SOURCE_ROOM) if is_source else (ENOUGH, ROOM)
    if styles.space_of(style_id, side) >= enough:
        return
    spacing = properties.find(f"{W}spacing")
    if spacing is None:
        spacing = new_element(f"{W}spacing")
        insert_in_order(properties, spacing)
    spacing.set(f"{W}{side}", str(room))
