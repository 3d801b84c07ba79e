"""What the tags of a template ask for and what is wrong with them, without any values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jinja2 import nodes

from generator.ooxml.opc import Package
from generator.ooxml.tags.compiling import compile_source, parse_alone
from generator.ooxml.tags.drafting import arrange
from generator.ooxml.tags.engine import Filters, draft_document, sort_problems
from generator.ooxml.tags.sandbox import TagEnvironment
from generator.ooxml.tags.scanning import find_word
from generator.ooxml.tags.session import Session
from generator.ooxml.tags.slideengine import draft_deck
from generator.ooxml.tags.tag import Draft, Problem, Tag
from generator.ooxml.tags.unknown import find_guarded, find_needed
from generator.ooxml.tags.writing import Source, write_source


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A function of the context, called with a text that the template spells out.

    Attributes:
        function: Its name: `chart` in `chart("aid")`.
        argument: The first argument.
        tag: The tag that calls it.
    """

    function: str
    argument: str
    tag: Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """The tags of one file.

    Attributes:
        tags: All that a designer wrote, part by part.
        names: Name that the context must have → the tags that use it.
        guarded: Those of the names that the template can do without: it asks whether they are
            defined, or has a default.
        calls: Functions of the context that are called with a text.
        problems: What is wrong, whatever the values are.
    """

    tags: tuple[Tag, ...]
    names: Mapping[str, tuple[Tag, ...]]
    guarded: frozenset[str]
    calls: tuple[Call, ...]
    problems: tuple[Problem, ...]


def survey_tags(package: Package, filters: Filters | None = None) -> Survey:
    """Return what the tags of a Word document or a deck ask for, and what is wrong with them.

    Args:
        package: Left as it is.
        filters: Name → a filter beside those of Jinja; they are not called.
    """
    is_deck = package.kind == "slides"
    drafts = [*(draft_deck(package) if is_deck else draft_document(package))]
    tags = _sort([tag for draft in drafts for tag in draft.tags])
    session = Session(package, {}, filters or {}, {})
    asked = _Asked(names={}, guarded=set(), calls=[])
    for draft in drafts:
        arrange(draft)
        session.problems.extend(draft.problems)
        asked.add(draft, session)
    problems = sort_problems(session.problems, drafts)
    return Survey(
        tags=tags,
        names={name: tuple(tags) for name, tags in asked.names.items()},
        guarded=frozenset(asked.guarded),
        calls=tuple(asked.calls),
        problems=tuple(dict.fromkeys(problems)),
    )


def _sort(tags: list[Tag]) -> tuple[Tag, ...]:
    """Return the tags that were written, and not derived from others, by part."""
    order: dict[str, int] = {}
    for tag in tags:
        order.setdefault(tag.part, len(order))
    written = [tag for tag in tags if find_word(tag.inner) in tag.source]
    return tuple(sorted(written, key=lambda tag: order[tag.part]))


@dataclass(slots=True, kw_only=True)
class _Asked:
    """What the drafts read so far ask for; as in `Survey`."""

    names: dict[str, list[Tag]]
    guarded: set[str]
    calls: list[Call]

    def add(self, draft: Draft, session: Session) -> None:
        """Read one more draft; what cannot be compiled goes to the problems of `session`."""
        environment = session.environment
        source = write_source(draft)
        # What is broken tears blocks apart; to tell of these as well would only confuse.
        problems = [] if draft.problems else session.problems
        compiled = compile_source(source, environment, problems)
        needed = find_needed(compiled, environment) or _find_alone(source, environment)
        for name, tags in needed.items():
            if name not in environment.globals:
                self.names.setdefault(name, []).extend(tags)
        self.guarded |= find_guarded(compiled, environment)
        for tag in source.tags:
            self.calls.extend(_find_calls(tag, environment, needed))


def _find_alone(source: Source, environment: TagEnvironment) -> dict[str, list[Tag]]:
    """Return the names that tags use and none sets, read one by one: of a source that is broken."""
    used: dict[str, list[Tag]] = {}
    declared: set[str] = {"loop", "caller", "varargs", "kwargs"}
    for tag in source.tags:
        tree = parse_alone(tag, environment)
        for node in tree.find_all((nodes.Name, nodes.Macro)) if tree is not None else ():
            if isinstance(node, nodes.Macro) or node.ctx != "load":
                declared.add(node.name)
            elif tag not in used.setdefault(node.name, []):
                used[node.name].append(tag)
    return {name: tags for name, tags in used.items() if name not in declared}


def _find_calls(tag: Tag, environment: TagEnvironment, names: Iterable[str]) -> Iterator[Call]:
    """Yield the calls of `names` in a tag whose first argument is a text."""
    tree = parse_alone(tag, environment)
    for node in tree.find_all(nodes.Call) if tree is not None else ():
        match node:
            case nodes.Call(node=nodes.Name(name=name), args=[nodes.Const(value=str(said)), *_]):
                if name in names:
                    yield Call(function=name, argument=said, tag=tag)
            case _:
                pass
