"""Rendering a package: every part that holds tags, or one error with all that is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from functools import partial
from typing import Any

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.errors import TagsError, TemplateError, suggest
from generator.ooxml.opc import Element, Link, Package
from generator.ooxml.tags.altpictures import replace_drawn
from generator.ooxml.tags.chartbooks import settle_workbook
from generator.ooxml.tags.charts import CHART, give_back_charts, take_in_charts
from generator.ooxml.tags.compiling import Compiled, compile_source
from generator.ooxml.tags.diagrams import give_back_diagrams, take_in_diagrams
from generator.ooxml.tags.drafting import arrange, gather_tags, may_hold_tags, start_draft
from generator.ooxml.tags.failing import silence_tag
from generator.ooxml.tags.finishing import finish_tree, part_drawings
from generator.ooxml.tags.limits import LimitError
from generator.ooxml.tags.links import drop_tagged_links, gather_links
from generator.ooxml.tags.notes import Notes, give_back_notes, start_notes, take_in_notes
from generator.ooxml.tags.places import Locator, find_headings, name_part
from generator.ooxml.tags.placing import place_values
from generator.ooxml.tags.session import Session
from generator.ooxml.tags.tag import Draft, Problem, Tag
from generator.ooxml.tags.unknown import find_guarded, find_needed
from generator.ooxml.tags.writing import write_source
from generator.places import Place

WORD_KINDS = (
    *("officeDocument", "header", "footer", "footnotes", "endnotes", "comments", "chart"),
    *("diagramData", "core-properties", "extended-properties", "custom-properties", "customXml"),
)
"""Kinds of the parts of a Word document that may hold tags."""

_SHOWN = 50
Filters = Mapping[str, Callable[..., Any]]


def find_tags(package: Package) -> tuple[Tag, ...]:
    """Return the tags of a Word document, part by part, each with its place."""
    return tuple(tag for draft in draft_document(package) for tag in draft.tags)


def find_names(package: Package, filters: Filters | None = None) -> dict[str, tuple[Tag, ...]]:
    """Return the names that a Word document needs from a context, each with the tags that use it.

    What is wrong with a tag is no matter here; such a tag is passed over.

    Args:
        package: Left as it is.
        filters: Names of filters beside those of Jinja.
    """
    return list_needed(draft_document(package), Session(package, {}, filters or {}, {}))


def list_needed(drafts: Iterable[Draft], session: Session) -> dict[str, tuple[Tag, ...]]:
    """Return the names that `drafts` need from a context, each with the tags that use it."""
    needed: dict[str, tuple[Tag, ...]] = {}
    for draft in drafts:
        arrange(draft)
        compiled = compile_source(write_source(draft), session.environment, [])
        for name, tags in find_needed(compiled, session.environment).items():
            if name not in session.environment.globals:
                needed[name] = (*needed.get(name, ()), *tags)
    return needed


def render_package(
    package: Package,
    context: Mapping[str, object],
    *,
    filters: Filters | None = None,
    globals_: Mapping[str, object] | None = None,
    allows_missing: bool = False,
) -> None:
    """Put the values of `context` in the place of the tags of a Word document.

    Args:
        package: Changed in place, or not at all if there is an error.
        context: Name → value.
        filters: Name → a further filter.
        globals_: Name → a further value or function, beside those of Jinja.
        allows_missing: Whether a name that the context lacks counts as nothing.

    Raises:
        TagsError: Everything that is wrong with the tags, with the place of each.
    """
    drafts = [draft for draft in draft_document(package) if draft.problems or draft.is_changed]
    session = Session(package, context, filters or {}, globals_ or {})
    session.allows_missing = allows_missing
    render_drafts(package, drafts, session)


def render_drafts(package: Package, drafts: list[Draft], session: Session) -> None:
    """Render the parts of `drafts` into `package`.

    Raises:
        TagsError: Everything that is wrong, with its place; nothing is changed then.
    """
    kept = _keep(package)
    for draft in drafts:
        arrange(draft)
        session.problems.extend(draft.problems)
    compiled = [
        (draft, compile_source(write_source(draft), session.environment, session.problems))
        for draft in drafts
        if not draft.problems
    ]
    roots: dict[str, Element] = {}
    try:
        for draft, each in compiled:
            roots.update(_render(draft, each, session))
    except LimitError:
        pass  # it is among the problems
    if session.problems:
        package.parts, package.types, package.links = kept
        session.problems.extend(list_unknown([each for _, each in compiled], session))
        raise gather_errors(package, sort_problems(session.problems, drafts))
    part_drawings(package, roots)
    for name, root in roots.items():
        drop_tagged_links(package, name)
        package.write_xml(name, root)
        if root.tag == CHART:
            settle_workbook(package, name, root)


def _keep(package: Package) -> tuple[dict[str, bytes], dict[str, str], dict[str, list[Link]]]:
    """Return what a package holds, to be put back if rendering fails."""
    links = {name: list(each) for name, each in package.links.items()}
    return dict(package.parts), dict(package.types), links


def draft_document(package: Package) -> Iterator[Draft]:
    """Yield a draft for each part of a Word document, with the tags in it gathered."""
    headings = find_headings(package)
    taken: set[str] = set()
    for name, kind in list_parts(package, WORD_KINDS):
        if name in taken or (not may_hold_tags(package.parts[name]) and name != package.main):
            continue
        draft = start_draft(name, deepcopy(package.read_xml(name)))
        if name == package.main:
            notes = take_in_notes(package, draft)
            taken.update(each.part for each in notes)
            taken.update(take_in_charts(package, draft))
            taken.update(take_in_diagrams(package, draft))
            draft.give_back = partial(_give_back, package, name, notes)
        locator = Locator(draft.root, name_part(name, kind), headings)
        gather_tags(draft, locator.locate)
        gather_links(draft, package, locator.locate)
        yield draft


def _give_back(
    package: Package, name: str, notes: list[Notes], root: Element
) -> Iterator[tuple[str, Element]]:
    """Take what was put into the main part out of it again; yield the parts with their roots."""
    yield from give_back_charts(package, name, root)
    yield from give_back_diagrams(package, name, root)
    yield from give_back_notes([*notes, *start_notes(package, root)], root)


def list_parts(package: Package, kinds: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the XML parts of `kinds` with their kind, each once, the main part first."""
    seen: set[str] = set()
    for _, link in package.walk():
        name = link.target
        if link.kind in kinds and name not in seen and package.has(name) and name.endswith(".xml"):
            seen.add(name)
            yield name, link.kind


def _render(draft: Draft, compiled: Compiled, session: Session) -> dict[str, Element]:
    """Return the root elements that a part and its notes come out as; none if a thing was wrong."""
    root = run_source(draft.name, compiled, session)
    if root is None:
        return {}
    place_values(root, session.build)
    replace_drawn(root, draft.name, session)
    finish_tree(root)
    return {**dict(draft.give_back(root) if draft.give_back else ()), draft.name: root}


def run_source(name: str, compiled: Compiled, session: Session) -> Element | None:
    """Return the tree that a source comes out as; None when something was wrong, which is noted.

    Args:
        name: What the source is called.
        compiled: The source.
        session: Takes what is wrong.

    Raises:
        LimitError: The template is at its limits, so that nothing more should be run.
    """
    before = len(session.problems)
    text = session.run(compiled)
    if text is None:
        _find_failures(compiled, session)
    if text is None or len(session.problems) > before:
        return None
    try:
        return etree.fromstring(text.encode(), etree.XMLParser(huge_tree=True))
    except etree.XMLSyntaxError as error:
        session.problems.append(
            Problem(
                place=name,
                message=f"the tags tear the document: {error.msg}",
                hint="look for a macro or a block that begins and ends in different places",
            )
        )
        return None


def _find_failures(compiled: Compiled, session: Session) -> None:
    """Run a source without the tag that failed, for the session to note what else fails in it.

    Raises:
        LimitError: All this takes more than one rendering may have.
    """
    for _ in range(_SHOWN):
        source = silence_tag(compiled.source, session.failed) if session.failed else None
        if source is None:
            return
        compiled = compile_source(source, session.environment, [])
        try:
            if session.run(compiled) is not None:
                return
        except LimitError:
            session.problems.pop()  # the template is not to blame for being run again
            raise


def list_unknown(compiled: list[Compiled], session: Session) -> Iterator[Problem]:
    """Yield the unknown names that were not come by, since other errors stopped the rendering."""
    if session.allows_missing:
        return
    known = {*session.names, *session.environment.globals}
    for each in compiled:
        guarded = find_guarded(each, session.environment)
        for name, tags in find_needed(each, session.environment).items():
            if name in known or name in guarded:
                continue
            for tag in tags:
                problem = Problem(
                    place=tag.place, message=f"unknown name '{name}'", hint=suggest(name, known)
                )
                if problem not in session.problems:
                    yield problem


def sort_problems(problems: list[Problem], drafts: list[Draft]) -> list[Problem]:
    """Return `problems` in the order of their places; those without a place come last."""
    order: dict[str, int] = {}
    for draft in drafts:
        for tag in draft.tags:
            order.setdefault(tag.place, len(order))
    return sorted(problems, key=lambda problem: order.get(problem.place, len(order)))


def gather_errors(package: Package, problems: list[Problem]) -> TagsError:
    """Return one error of all `problems`."""
    errors = [
        TemplateError(
            f"{problem.place}: {problem.message}" if problem.place else problem.message,
            place=Place(file=str(package.path)),
            hint=problem.hint,
        )
        for problem in problems
    ]
    left = len(errors) - _SHOWN
    if left > 0:
        errors[_SHOWN:] = [TemplateError(f"and {left} more", place=Place(file=str(package.path)))]
    return TagsError(errors)
