"""Rendering a deck: its run of slides as one source, and each other part that holds tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import partial

from generator.ooxml.opc import Element, Package
from generator.ooxml.tags.altpictures import replace_drawn
from generator.ooxml.tags.chartbooks import settle_workbook
from generator.ooxml.tags.charts import CHART
from generator.ooxml.tags.compiling import Compiled, compile_source
from generator.ooxml.tags.drafting import arrange, gather_tags, start_draft
from generator.ooxml.tags.engine import (
    Filters,
    gather_errors,
    list_needed,
    list_parts,
    list_unknown,
    run_source,
)
from generator.ooxml.tags.limits import LimitError
from generator.ooxml.tags.placing import place_values
from generator.ooxml.tags.session import Session
from generator.ooxml.tags.slidecells import apply_cell_tags
from generator.ooxml.tags.slidecopies import Copier, Parted
from generator.ooxml.tags.slidefinishing import finish_part
from generator.ooxml.tags.slidejumps import mend_jumps
from generator.ooxml.tags.slidelinks import gather_addresses, settle_addresses
from generator.ooxml.tags.slidelist import write_slide_list
from generator.ooxml.tags.slideplaces import SlideLocator, name_part
from generator.ooxml.tags.slidesource import PART, SLIDE, Deck, holds_tags, read_deck
from generator.ooxml.tags.slidetags import gather_alt_texts, place_around
from generator.ooxml.tags.slidezooms import list_ids, mend_zooms
from generator.ooxml.tags.splitting import find_around
from generator.ooxml.tags.tag import Draft, Problem, Tag
from generator.ooxml.tags.writing import write_source

DECK_KINDS = (
    *("slideMaster", "slideLayout", "notesMaster", "handoutMaster", "chart", "diagramData"),
    *("core-properties", "extended-properties", "custom-properties"),
)
"""Kinds of the parts of a deck, beside its slides and theirs, that may hold tags."""

MAX_SLIDES = 10_000

_SLIDES = "slides"
_LISTED = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckDrafts:
    """What of a deck may hold tags.

    Attributes:
        deck: The slides.
        slides: Their draft.
        others: A draft for each other part.
    """

    deck: Deck
    slides: Draft
    others: tuple[Draft, ...]

    def __iter__(self) -> Iterator[Draft]:
        yield self.slides
        yield from self.others


def find_deck_tags(package: Package) -> tuple[Tag, ...]:
    """Return the tags of a deck, each with its place: those of its slides first."""
    return tuple(tag for draft in draft_deck(package) for tag in draft.tags)


def find_deck_names(package: Package, filters: Filters | None = None) -> dict[str, tuple[Tag, ...]]:
    """Return the names that a deck needs from a context, each with the tags that use it.

    What is wrong with a tag is no matter here; such a tag is passed over.

    Args:
        package: Left as it is.
        filters: Names of filters beside those of Jinja.
    """
    return list_needed(draft_deck(package), Session(package, {}, filters or {}, {}))


def render_deck(
    package: Package,
    context: Mapping[str, object],
    *,
    filters: Filters | None = None,
    globals_: Mapping[str, object] | None = None,
    allows_missing: bool = False,
) -> None:
    """Put the values of `context` in the place of the tags of a deck.

    Args:
        package: Changed in place, or not at all if there is an error.
        context: Name → value.
        filters: Name → a further filter.
        globals_: Name → a further value or function, beside those of Jinja.
        allows_missing: Whether a name that the context lacks counts as nothing.

    Raises:
        TagsError: Everything that is wrong with the tags, with the place of each.
    """
    session = Session(package, context, filters or {}, globals_ or {})
    session.allows_missing = allows_missing
    drafts = draft_deck(package)
    for draft in drafts:
        arrange(draft)
        session.problems.extend(draft.problems)
    compiled = [
        (draft, compile_source(write_source(draft), session.environment, session.problems))
        for draft in drafts
        if draft.is_changed and not draft.problems
    ]
    links = {name: list(each) for name, each in package.links.items()}
    parts, types = dict(package.parts), dict(package.types)
    _render(drafts, compiled, session)
    if session.problems:
        package.parts, package.types, package.links = parts, types, links
        session.problems.extend(list_unknown([each for _, each in compiled], session))
        raise gather_errors(package, session.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """A part that came of a draft.

    Attributes:
        root: Its root element.
        source: Name of the part of the template that it comes from.
    """

    name: str
    root: Element
    source: str
    draft: Draft


def _render(drafts: DeckDrafts, compiled: list[tuple[Draft, Compiled]], session: Session) -> None:
    """Render the drafts into the package, unless something is wrong with any."""
    try:
        trees = [(draft, run_source(draft.name, each, session)) for draft, each in compiled]
    except LimitError:
        return  # it is among the problems
    if session.problems:
        return
    parted = Parted()
    made: list[_Made] = []
    for draft, root in trees:
        if draft is drafts.slides:
            if root is not None and len(root) > MAX_SLIDES:
                message = f"the deck becomes longer than {MAX_SLIDES:,} slides"
                session.problems.append(Problem(place="", message=message))
                return
            parted = Copier(session.package).part(root)
            made.extend(
                _Made(name=name, root=each, source=source, draft=draft)
                for name, (each, source) in parted.roots.items()
            )
        else:
            made.append(_Made(name=draft.name, root=root, source=draft.name, draft=draft))
    _finish(made, session)
    if not session.problems and drafts.slides.is_changed:
        _settle_slides(session.package, drafts.deck.slides, parted)


def _settle_slides(package: Package, before: tuple[str, ...], parted: Parted) -> None:
    """List the slides, and let all that leads to one lead to the one that is meant."""
    mend_jumps(package, before, parted.slides)
    ids = list_ids(package)
    write_slide_list(package, before, parted.slides)
    mend_zooms(package, ids, parted.slides)


def _finish(made: list[_Made], session: Session) -> None:
    """Put the values of rendered parts into effect, and the parts into the package."""
    package = session.package
    for each in made:
        settle_addresses(each.root, each.name, package, each.draft, session.problems)
        place_values(each.root, partial(session.build, part=each.name))
        replace_drawn(each.root, each.name, session)
        finish_part(each.root, package.read_xml(each.source))
    if not session.problems:
        for each in made:
            package.write_xml(each.name, each.root)
            if each.root.tag == CHART:
                settle_workbook(package, each.name, each.root)


def draft_deck(package: Package) -> DeckDrafts:
    """Return the drafts of a deck, with the tags in each gathered."""
    deck = read_deck(package)
    slides = _draft(_SLIDES, deck.root, package, SlideLocator())
    others: list[Draft] = []
    numbers: dict[str, int] = {}
    for name, kind in list_parts(package, DECK_KINDS):
        if name not in deck.parts and holds_tags(package, name):
            root = deepcopy(package.read_xml(name))
            has_titles = kind == "extended-properties" and _drop_titles(root)
            numbers[kind] = numbers.get(kind, 0) + 1
            label = name_part(kind, root, numbers[kind])
            draft = _draft(name, root, package, SlideLocator(label))
            draft.is_changed = draft.is_changed or has_titles
            others.append(draft)
    return DeckDrafts(deck=deck, slides=slides, others=tuple(others))


def _draft(name: str, root: Element, package: Package, locator: SlideLocator) -> Draft:
    draft = start_draft(name, root)
    alt_texts = gather_alt_texts(draft, locator.locate)
    gather_tags(draft, locator.locate)
    gather_addresses(draft, package, locator.locate)
    if name == _SLIDES:
        _name_parts(draft)
    place_around(draft, alt_texts)
    apply_cell_tags(draft)
    return draft


def _drop_titles(root: Element) -> bool:
    """Leave out the titles of slides that PowerPoint noted, if there are tags in them.

    Those are no tags of their own; PowerPoint lists the titles again when it saves the file.
    """
    titles = root.find(f"{_LISTED}TitlesOfParts")
    if titles is None or "{" not in "".join(titles.itertext()):
        return False
    for element in (titles, root.find(f"{_LISTED}HeadingPairs")):
        if element is not None:
            root.remove(element)
    return True


def _name_parts(draft: Draft) -> None:
    """Tell the tags of the run of slides which part each stands in."""
    pattern = re.compile(f"{draft.mark}([0-9]+){draft.mark}")
    for element in draft.root.iter("*"):
        for text in (element.text or "", *element.attrib.values()):
            for found in pattern.finditer(text) if draft.mark in text else ():
                wrapper: Element = find_around(element, (SLIDE, PART))
                draft.tags[int(found[1])].part = wrapper.get("part")
