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
    shown = [(role, text) for role, text in lines if text]
    return join(
        paragraph(
            manuscript.style(role),
            write_text(text, manuscript),
            _plan_line(role, story, is_first=place == 0, is_last=place == len(shown) - 1),
        )
        for place, (role, text) in enumerate(shown)
    )


def _plan_line(role: StyleRole, story: Story, *, is_first: bool, is_last: bool) -> Setting:
    """Return the setting of a line of the cover.

    The first one stands below the art there, the last one does not hold on to what follows, and
    none is spread over the whole width as running text may be.
    """
    styles = story.manuscript.styles
    room = to_twips(story.manuscript.template.page.first_room) if is_first else 0
    setting = Setting(
        before=room + styles.space_of(styles.id_of(role), "before") if room else None,
        align="left" if styles.align_of(role) in _SPREAD else "",
        frees_next=is_last and styles.keeps_next(role),
    )
    return PLAIN if setting == PLAIN else setting


_SPREAD = frozenset({"both", "distribute"})


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
