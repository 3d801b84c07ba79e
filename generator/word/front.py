"""Page 1: the cover block, the key messages in their box, the key figures as a row of cards."""

from __future__ import annotations

from generator.compose.report import CalloutBox, Cover, KeyMessages
from generator.inventory.report import StyleRole
from generator.text.blocks import Inlines, Run
from generator.units import to_twips
from generator.word.manuscript import Story
from generator.word.markup import NOTHING, Xml, join
from generator.word.paragraphs import PLAIN, Setting, paragraph
from generator.word.prose import Surroundings, write_blocks
from generator.word.runs import write_inlines, write_text
from generator.word.tables import (
    write_box,
)

_MOST_CARDS = 4
"""Cards in a row; more go on in another row."""

_ROOM = 1.02  # for what office programs measure wider than we do

_SEPARATOR = " \N{MIDDLE DOT} "


def write_cover(cover: Cover, story: Story) -> Xml:
    """Return the cover block: kicker, title, subtitle, authors, organisation and date."""
    manuscript = story.manuscript
    imprint = _SEPARATOR.join(filter(None, (cover.organisation, cover.date)))
    lines = (
        (StyleRole.KICKER, cover.kicker),
        (StyleRole.TITLE, cover.title),
        (StyleRole.SUBTITLE, cover.subtitle),
        *((StyleRole.BYLINE, author) for author in cover.byline),
        (StyleRole.BYLINE, imprint),
    )
    shown = [(manuscript.style(role), text) for role, text in lines if text]
    return join(
        paragraph(style, write_text(text, manuscript), _plan_line(place, style, story))
        for place, (style, text) in enumerate(shown)
    )


def _plan_line(place: int, style: str, story: Story) -> Setting:
    """Return the setting of a line of the cover: the first one stands below the art there."""
    room = to_twips(story.manuscript.template.page.first_room)
    if place or not room:
        return PLAIN
    return Setting(before=room + story.manuscript.styles.space_of(style, "before"))


def write_key_messages(block: KeyMessages, story: Story) -> Xml:
    """Return the key messages in a box."""
    manuscript = story.manuscript
    heading = paragraph(
        manuscript.style(StyleRole.KEY_MESSAGES_HEADING), write_text(block.heading, manuscript)
    )
    style = manuscript.style(StyleRole.KEY_MESSAGE)
    level = manuscript.numbering.level_for_list(StyleRole.KEY_MESSAGE, 0, is_ordered=False)
    setting = PLAIN if level.is_by_style else Setting(number=(level.number, level.level))
    messages = (
        paragraph(style, write_inlines(message, story), setting) for message in block.messages
    )
    return write_box(join((heading, *messages)), block.heading, story)


def write_source(source: Inlines, story: Story) -> Xml:
    """Return the source line under an exhibit; nothing when there is none to name."""
    return write_led_line(story.manuscript.report.words.source, source, story)


def write_led_line(word: str, inlines: Inlines, story: Story, *, keeps_next: bool = False) -> Xml:
    """Return a line under an exhibit that begins with `word`; nothing when `inlines` is empty.

    With `keeps_next` it stands close to the next line, and on its page.
    """
    if not inlines:
        return NOTHING
    manuscript = story.manuscript
    lead = Run(text=manuscript.lead(word))
    setting = Setting(keeps_next=True, after=0) if keeps_next else PLAIN
    style = manuscript.style(StyleRole.SOURCE)
    return paragraph(style, write_inlines((lead, *inlines), story), setting)


def write_callout(box: CalloutBox, story: Story) -> Xml:
    """Return a remark in a box."""
    manuscript = story.manuscript
    styles = manuscript.styles
    title = (
        paragraph(
            manuscript.style(StyleRole.CALLOUT_TITLE),
            write_text(box.title, manuscript),
            Setting(keeps_next=True),
        )
        if box.title
        else NOTHING
    )
    around = Surroundings(
        body=StyleRole.CALLOUT,
        shift=styles.left_of(StyleRole.BODY) - styles.left_of(StyleRole.CALLOUT),
    )
    content = Xml(title + write_blocks(box.blocks, story, around))
    if not content.endswith("</w:p>"):
        content = Xml(content + paragraph(manuscript.style(StyleRole.CALLOUT), NOTHING))
    return write_box(content, box.title, story)
