"""Tags about whole slides and shapes: `{%slide … %}` and `{%shape … %}`.

Unlike the tag of a paragraph or row, such a tag does not take the place of what it stands in: a
block begins before the slide, or shape, that holds its first tag, and ends behind the one that
holds its last. An `if` without an end is about the one slide, or shape, that it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.ooxml.opc import Element
from generator.ooxml.tags.dialect import DRAWING, A, P
from generator.ooxml.tags.gathering import Locate, drop_empty
from generator.ooxml.tags.promoting import find_marks, make_instruction, write_mark
from generator.ooxml.tags.scanning import (
    BRANCHES,
    CLOSERS,
    COMMENT,
    OPENERS,
    STATEMENT,
    OpenTagError,
    find_word,
    opens_block,
    scan,
)
from generator.ooxml.tags.slidesource import NOTES, PART, SLIDE
from generator.ooxml.tags.splitting import find_around
from generator.ooxml.tags.tag import Draft, Tag

LEVELS = ("shape", "slide")
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CARRIERS = {"slide": (SLIDE,), "shape": DRAWING.levels["shape"]}
_KNOWN = frozenset({"for", "if", "set", "do", "break", "continue", *BRANCHES, *CLOSERS})
_RECURSIVE = re.compile(r"for\s.*\srecursive\Z", re.DOTALL)
_BLANK = frozenset({DRAWING.paragraph_format, f"{A}endParaRPr"})


@dataclass(slots=True, kw_only=True)
class _End:
    """A tag with what it is about.

    Attributes:
        carrier: The slide or shape around it.
        is_branched: Whether an `else` or `elif` belongs to it.
        is_alone: Whether it is an `if` without an end.
    """

    tag: Tag
    carrier: Element
    is_branched: bool = False
    is_alone: bool = False

    @property
    def word(self) -> str:
        return find_word(self.tag.inner)


@dataclass(slots=True, kw_only=True)
class _Around:
    """The tags about one carrier: those that go before it, and those that go behind."""

    before: list[Tag] = field(default_factory=list[Tag])
    alone: list[Tag] = field(default_factory=list[Tag])
    behind: list[Tag] = field(default_factory=list[Tag])


def gather_alt_texts(draft: Draft, locate: Locate) -> dict[Element, list[Tag]]:
    """Take tags about slides and shapes out of alternative texts; return them by their element.

    A picture or a chart has no other text that could hold one.
    """
    found: dict[Element, list[Tag]] = {}
    for element in draft.root.iter(f"{P}cNvPr"):
        for name in ("descr", "title"):
            text = element.get(name, "")
            if "{" in text:
                left = _take_out(draft, text, element, found, locate)
                if left or not text:
                    element.set(name, left)
                else:
                    del element.attrib[name]
    return found


def _take_out(
    draft: Draft, text: str, element: Element, found: dict[Element, list[Tag]], locate: Locate
) -> str:
    try:
        scanned = [one for one in scan(text, LEVELS) if one.level]
    except OpenTagError:
        return text  # it is told of when what is left is read
    for one in reversed(scanned):
        text = text[: one.start] + text[one.end :]
    for one in scanned:
        tag = Tag(
            number=0,
            kind=one.kind,
            level=one.level,
            inner=one.inner,
            source=one.source,
            place=locate(element),
        )
        draft.add_tag(tag)
        draft.is_changed = True
        found.setdefault(element, []).append(tag)
    return text.strip() if scanned else text


def place_around(draft: Draft, alt_texts: dict[Element, list[Tag]]) -> None:
    """Put the tags about shapes and slides around what they are about.

    Args:
        draft: Changed in place.
        alt_texts: The tags that stood in alternative texts.
    """
    marked: dict[Element, list[Tag]] = {node: list(tags) for node, tags in alt_texts.items()}
    for tag, text in list(find_marks(draft)):
        if tag.level in LEVELS:
            marked.setdefault(text, []).append(tag)
    if not marked:
        return
    names = {node.tag for node in marked}
    ordered = [(tag, node) for node in draft.root.iter(*names) for tag in marked.get(node, ())]
    ends = list(_find_ends(draft, ordered))
    for level in LEVELS:
        _arrange([end for end in ends if end.tag.level == level], draft)
    for tag, node in ordered:
        if node.tag == DRAWING.text:
            _clear(draft, tag, node)


def _find_ends(draft: Draft, ordered: Sequence[tuple[Tag, Element]]) -> Iterator[_End]:
    """Yield the statements with their carriers; what else is about a slide is refused."""
    for tag, node in ordered:
        carrier = _find_carrier(node, tag.level)
        if tag.kind == COMMENT or find_around(node, (f"{_MC}Fallback",)) is not None:
            continue
        if tag.kind != STATEMENT:
            draft.report(
                tag.place,
                f"'{tag.source}' cannot be put in the place of a {tag.level}",
                "write {{ … }} for a text",
            )
        elif carrier is None:
            draft.report(tag.place, f"'{tag.source}' stands in no {tag.level}", "move it into one")
        else:
            _check_said(draft, tag)
            yield _End(tag=tag, carrier=carrier)


def _check_said(draft: Draft, tag: Tag) -> None:
    """Report what would write slides or shapes elsewhere than where they stand."""
    if find_word(tag.inner) not in _KNOWN or _RECURSIVE.match(tag.inner):
        draft.report(
            tag.place,
            f"'{tag.source}' cannot be said of a {tag.level}",
            "what is known of one is for, if, elif, else, set, break and continue",
        )


def _find_carrier(node: Element, level: str) -> Element | None:
    carrier = find_around(node, _CARRIERS[level])
    while carrier is not None and carrier.getparent().tag in {f"{_MC}Choice", f"{_MC}Fallback"}:
        carrier = carrier.getparent().getparent()
    return carrier


def _arrange(ends: Sequence[_End], draft: Draft) -> None:
    """Pair the tags of one level, report what does not pair, and put each in its place."""
    around: dict[Element, _Around] = {}
    for end in ends:
        around.setdefault(end.carrier, _Around())
    _pair(_order(ends), draft)
    for end in ends:
        here = around[end.carrier]
        if end.is_alone:
            here.alone.append(end.tag)
        elif end.word in CLOSERS:
            here.behind.append(end.tag)
        else:
            here.before.append(end.tag)
    for carrier, here in around.items():
        _surround(draft, carrier, here)


def _order(ends: Sequence[_End]) -> list[_End]:
    """Return the tags as they take effect: of each carrier those that close come last."""
    ranks: dict[Element, int] = {}
    for end in ends:
        ranks.setdefault(end.carrier, len(ranks))
    return sorted(ends, key=lambda end: (ranks[end.carrier], end.word in CLOSERS))


def _pair(ends: Sequence[_End], draft: Draft) -> None:
    waiting: list[_End] = []
    for end in ends:
        if opens_block(end.tag.inner):
            waiting.append(end)
        elif end.word in CLOSERS:
            _close(end, waiting, draft)
        elif end.word in BRANCHES:
            if waiting and waiting[-1].word in BRANCHES[end.word]:
                waiting[-1].is_branched = True
            else:
                draft.report(
                    end.tag.place,
                    f"'{end.tag.source}' belongs to no 'if' or 'for' of a {end.tag.level}",
                    f"begin one with '{{%{end.tag.level} if … %}}'",
                )
    for end in waiting:
        _leave(end, draft)


def _close(end: _End, waiting: list[_End], draft: Draft) -> None:
    wanted = CLOSERS[end.word]
    if not any(each.word == wanted for each in waiting):
        draft.report(
            end.tag.place,
            f"'{end.tag.source}' closes nothing",
            f"begin it with '{{%{end.tag.level} {wanted} … %}}', or remove it",
        )
        return
    found = max(index for index, each in enumerate(waiting) if each.word == wanted)
    for last in waiting[found + 1 :]:
        if last.word == "if" and not last.is_branched:
            last.is_alone = True
            waiting.remove(last)
        else:
            draft.report(
                end.tag.place,
                f"'{end.tag.source}' crosses '{last.tag.source}' ({last.tag.place})",
                f"close that with '{{%{last.tag.level} {_find_closer(last)} %}}' first",
            )
    del waiting[found]


def _leave(end: _End, draft: Draft) -> None:
    """Let a tag that waits at the end be alone, or report that it is never closed."""
    if end.word == "if" and not end.is_branched:
        end.is_alone = True
        return
    draft.report(
        end.tag.place,
        f"'{end.tag.source}' is never closed",
        f"add '{{%{end.tag.level} {_find_closer(end)} %}}' where it ends",
    )


def _find_closer(end: _End) -> str:
    return OPENERS.get(end.word, "endif")


def _surround(draft: Draft, carrier: Element, here: _Around) -> None:
    for tag in (*here.before, *here.alone):
        carrier.addprevious(make_instruction(tag))
    ends = [_derive_end(draft, tag) for tag in here.alone]
    for tag in reversed((*ends, *here.behind)):
        carrier.addnext(make_instruction(tag))


def _derive_end(draft: Draft, tag: Tag) -> Tag:
    derived = Tag(
        number=0,
        kind=STATEMENT,
        level=tag.level,
        inner="endif",
        source=tag.source,
        place=tag.place,
        dialect=tag.dialect,
    )
    draft.add_tag(derived)
    return derived


def _clear(draft: Draft, tag: Tag, text: Element) -> None:
    """Take a tag out of a text, with the paragraph and the shape that hold nothing else."""
    paragraph = find_around(text, (DRAWING.paragraph,))
    drop_mark(draft, tag, text)
    if paragraph is None or not _is_blank(paragraph):
        return
    body = paragraph.getparent()
    if len(body.findall(DRAWING.paragraph)) > 1:
        body.remove(paragraph)
    elif tag.level == "slide" and _may_go(body):
        shape = body.getparent()
        shape.getparent().remove(shape)


def drop_mark(draft: Draft, tag: Tag, text: Element) -> None:
    """Take the mark of `tag` out of a text element, and the run that holds nothing else."""
    before, _, after = (text.text or "").partition(write_mark(draft, tag))
    if not before.strip() and text.getparent().getprevious() is None:
        after = after.lstrip()
    if before or after:
        text.text = before.rstrip() if not after else before + after
    else:
        drop_empty(text, DRAWING)


def _is_blank(paragraph: Element) -> bool:
    if any(child.tag not in _BLANK and child.tag not in DRAWING.runs for child in paragraph):
        return False
    return not "".join(text.text or "" for text in paragraph.iter(DRAWING.text)).strip()


def _may_go(body: Element) -> bool:
    """Return whether the shape around a text that is empty now was there for its tag alone."""
    shape = body.getparent()
    part = find_around(shape, (PART,))
    is_notes = part is not None and part.get("kind") == NOTES
    is_choice = shape.getparent().tag in {f"{_MC}Choice", f"{_MC}Fallback"}
    return shape.tag == f"{P}sp" and not is_notes and not is_choice
