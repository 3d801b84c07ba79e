"""From a Jinja source to a template that can be run: read, looked through, and counted.

What a template must not do is refused before it runs, all of it at once; loops are wrapped so that
their rounds are counted, and each value goes through the filter that writes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from jinja2 import Template, meta, nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.visitor import NodeTransformer

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
from generator.ooxml.tags.writing import Source

FILE = "<template part>"
"""Name that Python gives the code of a part; frames of it are looked for when something fails."""

TEXT, PLAIN, RUN, WHOLE, SPAN, FILL = "<text>", "<plain>", "<run>", "<whole>", "<span>", "<fill>"
"""Internal filters, under names that no template can write."""

LOOP, WRITTEN, UNWRITTEN, JOIN = "<loop>", "<written>", "<unwritten>", "<join>"

_FILTERS = {
    "": TEXT,
    "plain": PLAIN,
    "run": RUN,
    "paragraph": WHOLE,
    "span": SPAN,
    "fill": FILL,
}
_LOOP = re.compile(r"for\s+(.+?)\s+in\s+(.+?)(?:\s+if\s.*|\s+recursive)?\Z", re.DOTALL)
_AT = re.compile(r" at \d+$")
_LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """A part that is ready to be run.

    Attributes:
        source: What it was made of.
        template: To be run; None where there are problems.
        unknown: Names that neither a tag nor the environment defines → the tags that use them.
        guarded: Names among them that the template asks for with care (`is defined`, `default`).
    """

    source: Source
    template: Template | None
    unknown: dict[str, tuple[Tag, ...]]
    guarded: frozenset[str]


def compile_source(
    source: Source, environment: TagEnvironment, problems: list[Problem]
) -> Compiled:
    """Return the runnable template of `source`; adds to `problems` what is wrong with it."""
    before = len(problems)
    tree = _parse(source, environment, problems)
    if tree is None:
        return Compiled(source=source, template=None, unknown={}, guarded=frozenset())
    unknown, guarded = _find_unknown(tree, source), _find_guarded(tree)
    problems.extend(_check(tree, source, environment))
    if len(problems) > before:
        return Compiled(source=source, template=None, unknown=unknown, guarded=guarded)
    _wrap(tree, source, environment)
    try:
        code = environment.compile(tree, name=source.name, filename=FILE)
        template = Template.from_code(environment, code, environment.globals)
    except (SyntaxError, RecursionError, MemoryError, ValueError, TemplateSyntaxError):
        problems.append(
            Problem(place="", message="the tags are nested too deeply", hint="write them flatter")
        )
        template = None
    return Compiled(source=source, template=template, unknown=unknown, guarded=guarded)


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
        problems.extend(found or [Problem(place="", message="the tags are nested too deeply")])
    return None


def _find_broken(source: Source, environment: TagEnvironment) -> Iterator[Problem]:
    """Yield a problem for each tag that cannot be read even alone."""
    for tag in source.tags:
        try:
            environment.parse(_write_alone(tag))
        except TemplateSyntaxError as error:
            yield _describe(error, tag)
        except (RecursionError, MemoryError, ValueError, OverflowError):
            yield Problem(
                place=tag.place,
                message=f"'{_shorten(tag.source)}' cannot be read",
                hint="it is nested too deeply, or holds too long a number",
            )


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


def _check(tree: nodes.Template, source: Source, environment: TagEnvironment) -> Iterator[Problem]:
    """Yield what `tree` asks for and must not have, or what does not exist."""
    for node in tree.find_all((nodes.Stmt, nodes.Filter, nodes.Test)):
        tag = source.find_tag(node.lineno)
        place, said = (tag.place, _shorten(tag.source)) if tag else ("", "")
        if isinstance(node, nodes.Filter) and node.name not in environment.filters:
            hint = suggest(node.name, environment.filters)
            yield Problem(
                place=place, message=f"unknown filter '{node.name}' in '{said}'", hint=hint
            )
        elif isinstance(node, nodes.Test) and node.name not in environment.tests:
            message = f"unknown test '{node.name}' in '{said}'"
            hint = suggest(node.name, environment.tests)
            yield Problem(place=place, message=message, hint=hint)
        elif type(node) in REFUSED_STATEMENTS:
            yield Problem(
                place=place,
                message=f"'{said}' reaches for another template, which is not possible here",
            )


def _find_unknown(tree: nodes.Template, source: Source) -> dict[str, tuple[Tag, ...]]:
    """Return the names that come from outside the template, each with the tags that use it."""
    names = meta.find_undeclared_variables(tree)
    found: dict[str, list[Tag]] = {}
    for node in tree.find_all(nodes.Name):
        tag = source.find_tag(node.lineno)
        if node.ctx == "load" and node.name in names and tag is not None:
            uses = found.setdefault(node.name, [])
            if tag not in uses:
                uses.append(tag)
    return {name: tuple(uses) for name, uses in found.items()}


def _find_guarded(tree: nodes.Template) -> frozenset[str]:
    guarded: set[str] = set()
    for node in tree.find_all((nodes.Test, nodes.Filter)):
        careful = {"defined", "undefined"} if isinstance(node, nodes.Test) else {"default", "d"}
        if node.name in careful and node.node is not None:
            guarded.update(name.name for name in node.node.find_all(nodes.Name))
            if isinstance(node.node, nodes.Name):
                guarded.add(node.node.name)
    return frozenset(guarded)


def _wrap(tree: nodes.Template, source: Source, environment: TagEnvironment) -> None:
    """Let values, loops and concatenations in `tree` go through the internal filters."""
    environment.macro_weight = max(
        environment.macro_weight,
        sum(_weigh(node) for node in tree.find_all((nodes.Macro, nodes.CallBlock))),
    )
    _Joiner().visit(tree)
    for node in list(tree.find_all((nodes.AssignBlock, nodes.FilterBlock))):
        _wrap_block(node)
    for node in list(tree.find_all(nodes.For)):
        _wrap_loop(node, source, environment)
    for node in list(tree.find_all(nodes.Output)):
        node.nodes = [_wrap_value(child, source) for child in node.nodes]


def _wrap_value(node: nodes.Expr, source: Source) -> nodes.Expr:
    if isinstance(node, nodes.TemplateData):
        return node
    tag = source.find_tag(node.lineno)
    name = _FILTERS[tag.filter if tag else ""]
    if tag and not tag.filter and tag.dialect is None:
        name = PLAIN
    return _call(name, node)


def _call(name: str, node: nodes.Expr | None, *args: nodes.Expr) -> nodes.Filter:
    lineno = node.lineno if node is not None else 0
    return nodes.Filter(node, name, list(args), [], None, None, lineno=lineno)


class _Joiner(NodeTransformer):
    """Lets `~` make its text through the environment, which counts it."""

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 - Jinja's name
        self.generic_visit(node)
        return _call(JOIN, nodes.Tuple(list(node.nodes), "load", lineno=node.lineno))


def _wrap_block(node: nodes.AssignBlock | nodes.FilterBlock) -> None:
    """Mark what a block wrote as written; its own filters see the text in it."""
    inner = node.filter
    if inner is None:
        node.filter = _call(WRITTEN, None)
        return
    innermost = inner
    while isinstance(innermost.node, nodes.Filter):
        innermost = innermost.node
    innermost.node = _call(UNWRITTEN, None)
    node.filter = _call(TEXT, inner) if isinstance(node, nodes.FilterBlock) else inner


def _wrap_loop(node: nodes.For, source: Source, environment: TagEnvironment) -> None:
    tag = source.find_tag(node.lineno)
    found = _LOOP.match(tag.inner) if tag else None
    names = tuple(name.name for name in node.target.find_all(nodes.Name)) or (
        (node.target.name,) if isinstance(node.target, nodes.Name) else ()
    )
    info = LoopInfo(text=found[2] if found else "", names=names, weight=_weigh(node))
    index = len(environment.loop_infos)
    environment.loop_infos.append(info)
    node.iter = _call(
        LOOP, cast("nodes.Expr", node.iter), nodes.Const(index, lineno=node.iter.lineno)
    )


def _weigh(node: nodes.Node) -> int:
    """Return the characters that the template itself writes in `node`, loops inside apart."""
    weight = 0
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.TemplateData):
            weight += len(child.data)
        elif not isinstance(child, nodes.For):
            weight += _weigh(child)
    return weight


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
