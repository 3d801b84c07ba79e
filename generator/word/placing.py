"""What stands in the place of a mark: blocks or words of ours, in the text of the template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace

from generator.compose.report import ChartExhibit, Contents, ReportBlock
from generator.compose.slots import SlotKind
from generator.inventory.report import StyleRole
from generator.text.blocks import Inlines, Paragraph, Run
from generator.units import Emu
from generator.word.flow import write_flow
from generator.word.manuscript import Manuscript, Story
from generator.word.markup import Element, W, Xml, join, local_name, parse_pieces, tag
from generator.word.paragraphs import insert_in_order
from generator.word.runformat import merge_format, parse_inside, write_inside
from generator.word.runs import write_inlines
from generator.word.spacing import part_placed_tables
from generator.word.spots import MarkSpot

_ALONE = 0.95
"""Share of a tight room that a drawing without caption takes."""

_EMPHASES = {StyleRole.STRONG: ("b", "bCs"), StyleRole.EMPHASIS: ("i", "iCs")}
_SEEN = ("pageBreakBefore", "framePr")
_LINK_HOLDERS = frozenset({"p", "sdtContent", "fldSimple", "smartTag", "customXml"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """What all places have in common.

    Attributes:
        places: Indices of the blocks of each slot, by its number.
        has_contents: Whether the template has a contents of its own, so that ours is not needed.
    """

    manuscript: Manuscript
    places: Mapping[int, range]
    has_contents: bool

    def list_blocks(self, spot: MarkSpot) -> dict[int, ReportBlock]:
        """Return the blocks of a slot by their indices among all blocks of the report."""
        blocks = self.manuscript.report.blocks
        return {
            index: blocks[index]
            for index in self.places[spot.slot.number]
            if not (self.has_contents and isinstance(blocks[index], Contents))
        }

    def write(self, spot: MarkSpot) -> Xml:
        """Return what stands in the place of `spot`; footnotes are added to the manuscript."""
        story = self._open_story(spot)
        if spot.slot.kind is SlotKind.TEXT:
            return self._write_words(spot, spot.slot.inlines, story)
        blocks = self.list_blocks(spot)
        if spot.slot.kind is SlotKind.BLOCKS:
            content = self._write_text(spot, blocks, story)
        else:
            content = join(write_flow(story, tuple(blocks)))
        return _finish(content, spot, tuple(blocks.values()), self.manuscript)

    def _open_story(self, spot: MarkSpot) -> Story:
        room, manuscript = spot.room, self.manuscript
        is_bare = not spot.slot.has_caption
        page = room.page if spot.is_first else replace(room.page, first_room=Emu(0))
        placed = replace(
            manuscript,
            template=replace(manuscript.template, page=page),
            tallest=_ALONE if room.is_tight and is_bare else room.tallest,
            is_at_start=spot.is_first,
        )
        return Story(
            manuscript=placed,
            part=manuscript.package_part,
            takes_notes=room.takes_notes,
            cites_shortly=not room.takes_notes,
        )

    def _write_text(self, spot: MarkSpot, blocks: Mapping[int, ReportBlock], story: Story) -> Xml:
        """Return blocks of prose, their paragraphs in the format of the tag's paragraph."""
        pieces: list[Xml] = []
        for index, block in blocks.items():
            if isinstance(block, Paragraph):
                words = self._write_words(spot, block.inlines, story)
                pieces.append(_write_as(spot, words))
            else:
                pieces.extend(write_flow(story, (index,)))
        return join(pieces)

    def _write_words(self, spot: MarkSpot, inlines: Inlines, story: Story) -> Xml:
        """Return words in the format of the tag's run."""
        holder = spot.target if spot.slot.kind is not SlotKind.TEXT else spot.target.getparent()
        shown = inlines if local_name(holder) in _LINK_HOLDERS else _unlink(inlines)
        styles = self.manuscript.styles
        names = {styles.id_of(role): names for role, names in _EMPHASES.items()}
        content = write_inlines(shown, story)
        return merge_format(content, spot.mark.find(f"{W}rPr"), names)


def _unlink(inlines: Inlines) -> Inlines:
    """Return `inlines` without links, for a place that is a link itself."""
    return tuple(
        replace(inline, link=None) if isinstance(inline, Run) else inline for inline in inlines
    )


def _write_as(spot: MarkSpot, content: Xml) -> Xml:
    """Return a paragraph of `content` in the format of the tag's paragraph."""
    around = parse_inside(tag("w:p", None, content))
    properties = _copy_properties(spot.target)
    if properties is not None:
        around[0].insert(0, properties)
    return write_inside(around)


def _copy_properties(line: Element) -> Element | None:
    """Return a copy of `w:pPr` without what belongs to one paragraph alone."""
    properties = line.find(f"{W}pPr")
    if properties is None:
        return None
    copy = deepcopy(properties)
    for name in ("sectPr", "pPrChange", "pageBreakBefore"):
        for child in copy.findall(f"{W}{name}"):
            copy.remove(child)
    return copy


def _finish(
    content: Xml, spot: MarkSpot, blocks: Sequence[ReportBlock], manuscript: Manuscript
) -> Xml:
    """Return `content` fit for its place: tables parted, and what the tag's paragraph carried."""
    around = parse_inside(content)
    if not spot.slot.has_caption and blocks and isinstance(blocks[0], ChartExhibit):
        _dress_drawing(around[0], spot, manuscript)
    if spot.room.is_narrow(manuscript.template.page):
        _shift_left(around, manuscript)
    part_placed_tables(around, spot.target, manuscript.styles, is_apart=spot.slot.has_caption)
    if _needs_line(around, spot):
        around.append(parse_pieces(tag("w:p"))[0])
        properties = _copy_properties(spot.target)
        if properties is not None:
            around[-1].append(properties)
    _move_marks(around, spot.target)
    return write_inside(around)


def _shift_left(around: Element, manuscript: Manuscript) -> None:
    """Let paragraphs begin at the left of a narrow place, where running text is set in on pages."""
    styles = manuscript.styles
    shift = styles.left_of(StyleRole.BODY)
    for line in around.iterchildren(f"{W}p") if shift > 0 else ():
        properties = _find_properties(line)
        named, indent = properties.find(f"{W}pStyle"), properties.find(f"{W}ind")
        style = "" if named is None else named.get(f"{W}val", "")
        own = None if indent is None else indent.get(f"{W}left")
        left = int(own) if own is not None else _find_left(style, manuscript)
        if left <= 0:
            continue
        if indent is None:
            indent = parse_pieces(tag("w:ind"))[0]
            insert_in_order(properties, indent)
        indent.set(f"{W}left", str(max(0, left - shift)))


def _find_left(style: str, manuscript: Manuscript) -> int:
    """Return where text of a style begins, by its own indent or by that of its numbering."""
    level = manuscript.numbering.level_of_style(style)
    own = manuscript.styles.left_of_style(style)
    return own or (level.left or 0 if level else 0)


def _dress_drawing(line: Element, spot: MarkSpot, manuscript: Manuscript) -> None:
    """Give a drawing without caption the format of the tag's paragraph, on a line that holds it."""
    properties = _copy_properties(spot.target)
    for old in line.findall(f"{W}pPr"):
        line.remove(old)
    if properties is None:
        properties = parse_pieces(tag("w:pPr"))[0]
    line.insert(0, properties)
    named, spacing = properties.find(f"{W}pStyle"), properties.find(f"{W}spacing")
    style = "" if named is None else named.get(f"{W}val", "")
    has_own = spacing is not None and spacing.get(f"{W}line") is not None
    if not (has_own or manuscript.styles.has_low_lines(style)):
        return
    if spacing is None:
        spacing = parse_pieces(tag("w:spacing"))[0]
        insert_in_order(properties, spacing)
    spacing.set(f"{W}line", "240")
    spacing.set(f"{W}lineRule", "auto")


def _needs_line(around: Element, spot: MarkSpot) -> bool:
    """Return whether an empty paragraph must stay: where there is nothing else, or a page ends."""
    if len(around):
        return False
    if spot.target.find(f"{W}pPr/{W}sectPr") is not None:
        return True
    previous, following = spot.target.getprevious(), spot.target.getnext()
    before = "" if previous is None else local_name(previous)
    after = "" if following is None else local_name(following)
    return before in {"", "tbl", "tcPr"} and (after in {"", "sectPr"} or before == after)


def _move_marks(around: Element, line: Element) -> None:
    """Move what the tag's paragraph says of pages to the first and the last of ours."""
    properties = line.find(f"{W}pPr")
    if properties is None or not len(around):
        return
    begins = properties.find(f"{W}pageBreakBefore")
    if begins is not None and around[0].tag == f"{W}p":
        own = _find_properties(around[0])
        if own.find(f"{W}pageBreakBefore") is None:
            insert_in_order(own, deepcopy(begins))
    section = properties.find(f"{W}sectPr")
    if section is not None:
        if around[-1].tag != f"{W}p":
            around.append(parse_pieces(tag("w:p"))[0])
        insert_in_order(_find_properties(around[-1]), deepcopy(section))


def _find_properties(line: Element) -> Element:
    """Return `w:pPr` of a paragraph, which is changed where it has none."""
    found = line.find(f"{W}pPr")
    if found is None:
        found = parse_pieces(tag("w:pPr"))[0]
        line.insert(0, found)
    return found
