"""From a Jinja source to a template that can be run: read, looked through, and counted.

What a template must not do is refused before it runs, all of it at once; loops are wrapped so that
their rounds are counted, and each value goes through the filter that writes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from types import CodeType

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

from generator.errors import suggest
from generator.ooxml.tags.limits import LoopInfo
from generator.ooxml.tags.sandbox import BLOCK, REFUSED_STATEMENTS, VARIABLE, TagEnvironment
from generator.ooxml.tags.scanning import (
    BRANCHES,
    CLOSERS,
    OPENERS,
    STATEMENT,
    find_word,
    opens_block,
)
from generator.ooxml.tags.tag import Problem, Tag
from generator.ooxml.tags.wrapping import Sorted, sort_nodes, wrap_tree
from generator.ooxml.tags.writing import Source

FILE = "<template part>"
"""Name that Python gives the code of a part; frames of it are looked for when something fails."""

_AT = re.compile(r" at \d+$")
_LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """What a source was compiled to; the same for all sources that say the same.

    Attributes:
        code: Python's code of it.
        loops: Its loops, by the number that the code knows them by.
        macro_weight: Characters that a call of a macro writes at most of the template itself.
    """

    code: CodeType
    loops: tuple[LoopInfo, ...]
    macro_weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """A part that is ready to be run.

    Attributes:
        source: What it was made of.
        code: What it was compiled to; None where there are problems.
    """

    source: Source
    code: Code | None


_kept: dict[tuple[object, ...], Code] = {}
"""Code of the last sources: one template is often rendered with many contexts."""

_MOST_KEPT = 8
_LONGEST_KEPT = 500_000


def compile_source(
    source: Source, environment: TagEnvironment, problems: list[Problem]
) -> Compiled:
    """Return the runnable template of `source`; adds to `problems` what is wrong with it."""
    key = (source.text, tuple(tag.filter for tag in source.tags), environment.kind)
    code = _kept.get(key)
    if code is None:
        code = _compile(source, environment, problems)
        if code is not None and len(source.text) <= _LONGEST_KEPT:
            while len(_kept) >= _MOST_KEPT:
                del _kept[next(iter(_kept))]
            _kept[key] = code
    return Compiled(source=source, code=code)


def read_tree(source: Source, environment: TagEnvironment) -> nodes.Template | None:
    """Return Jinja's tree of a source, with values and loops wrapped; None if it cannot be read."""
    tree = _parse(source, environment, [])
    try:
        if tree is not None:
            found = sort_nodes(tree)
            list(_check(found, source, environment))
            wrap_tree(tree, found, source)
    except RecursionError:
        return None
    return tree


def _compile(source: Source, environment: TagEnvironment, problems: list[Problem]) -> Code | None:
    tree = _parse(source, environment, problems)
    if tree is None:
        return None
    try:
        found = sort_nodes(tree)
        wrong = list(_check(found, source, environment))
        problems.extend(wrong)
        loops, macro_weight = wrap_tree(tree, found, source)
        code = environment.compile(tree, filename=FILE) if not wrong else None
    except (SyntaxError, RecursionError, MemoryError, ValueError, TemplateSyntaxError):
        problems.append(_describe_depth(source, environment))
        return None
    return Code(code=code, loops=loops, macro_weight=macro_weight) if code is not None else None


def _describe_depth(source: Source, environment: TagEnvironment) -> Problem:
    """Return a problem about the tag that is too long, or else about that deepest in blocks."""
    for tag in source.tags:
        try:
            tree = environment.parse(_write_alone(tag))
            sort_nodes(tree)
            environment.compile(tree, filename=FILE)
        except (RecursionError, MemoryError):
            return _describe_unreadable(tag)
        except (SyntaxError, ValueError, TemplateSyntaxError, AssertionError):
            continue
    depth, deepest, where = 0, 0, None
    for tag in source.tags:
        if tag.kind == STATEMENT and opens_block(tag.inner):
            depth += 1
            if depth > deepest:
                deepest, where = depth, tag
        elif tag.kind == STATEMENT and find_word(tag.inner) in CLOSERS:
            depth -= 1
    said = f"'{_shorten(where.source)}' stands in {deepest - 1} blocks" if where else "the tags"
    return Problem(
        place=where.place if where else "",
        message=f"{said}: they are nested too deeply",
        hint="write them flatter",
    )


def _describe_unreadable(tag: Tag) -> Problem:
    return Problem(
        place=tag.place,
        message=f"'{_shorten(tag.source)}' cannot be read",
        hint="it is nested too deeply, or holds too long a number",
    )


def _parse(
    source: Source, environment: TagEnvironment, problems: list[Problem]
) -> nodes.Template | None:
    """Return the tree of `source`, or None, having looked at each tag alone for what is wrong."""
    try:
        return environment.parse(source.text)
    except TemplateSyntaxError as error:
        found = list(_find_broken(source, environment))
        problems.extend(found or [_describe(error, source.find_tag(error.lineno))])
    except (RecursionError, MemoryError, ValueError, OverflowError):
        found = list(_find_broken(source, environment))
        problems.extend(found or [_describe_depth(source, environment)])
    return None


def _find_broken(source: Source, environment: TagEnvironment) -> Iterator[Problem]:
    """Yield a problem for each tag that cannot be read even alone."""
    for tag in source.tags:
        try:
            environment.parse(_write_alone(tag))
        except TemplateSyntaxError as error:
            yield _describe(error, tag)
        except (RecursionError, MemoryError, ValueError, OverflowError):
            yield _describe_unreadable(tag)


def parse_alone(tag: Tag, environment: TagEnvironment) -> nodes.Template | None:
    """Return Jinja's tree of one tag; None if it cannot be read alone."""
    try:
        return environment.parse(_write_alone(tag))
    except (TemplateSyntaxError, RecursionError, ValueError):
        return None


def _write_alone(tag: Tag) -> str:
    if tag.kind != STATEMENT:
        return f"{VARIABLE[0]}{tag.inner} {VARIABLE[1]}"
    word = find_word(tag.inner)
    written = f"{BLOCK[0]}{tag.inner} {BLOCK[1]}"
    if opens_block(tag.inner):
        return f"{written}{BLOCK[0]}{OPENERS[word]}{BLOCK[1]}"
    if word in BRANCHES:
        return f"{BLOCK[0]}if 1{BLOCK[1]}{written}{BLOCK[0]}endif{BLOCK[1]}"
    if word in CLOSERS or word in {"break", "continue"}:
        return ""
    return written


def _describe(error: TemplateSyntaxError, tag: Tag | None) -> Problem:
    said = _AT.sub("", (error.message or "it cannot be read").rstrip("."))
    said = said[:1].lower() + said[1:]
    for sign in ("'\\x04'", "'\\x02'"):
        said = said.replace(sign, "the end")
    if tag is None:
        return Problem(place="", message=said)
    return Problem(place=tag.place, message=f"'{_shorten(tag.source)}' cannot be read: {said}")


def _check(found: Sorted, source: Source, environment: TagEnvironment) -> Iterator[Problem]:
    """Yield what a template asks for and must not have, or what does not exist."""
    kinds = (nodes.Filter, nodes.Test, *REFUSED_STATEMENTS)
    asking = (node for kind in kinds for node in found.get(kind, ()))
    for node in sorted(asking, key=attrgetter("lineno")):
        tag = source.find_tag(node.lineno)
        place, said = (tag.place, _shorten(tag.source)) if tag else ("", "")
        if isinstance(node, nodes.Filter) and node.name not in environment.known_filters:
            hint = suggest(node.name, environment.known_filters)
            yield Problem(
                place=place, message=f"unknown filter '{node.name}' in '{said}'", hint=hint
            )
            environment.filters.setdefault(node.name, str)  # so that what else is wrong is found
        elif isinstance(node, nodes.Test) and node.name not in environment.known_tests:
            message = f"unknown test '{node.name}' in '{said}'"
            hint = suggest(node.name, environment.known_tests)
            yield Problem(place=place, message=message, hint=hint)
            environment.tests.setdefault(node.name, environment.tests["defined"])
        elif type(node) in REFUSED_STATEMENTS:
            yield Problem(
                place=place,
                message=f"'{said}' reaches for another template, which is not possible here",
            )


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
