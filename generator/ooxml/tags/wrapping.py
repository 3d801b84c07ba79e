"""Wrapping the tree of a template, so that nothing in it goes uncounted or unescaped.

Each value goes through the filter that writes it, each loop through one that counts its rounds,
and each text put together of others through one that counts its length.
"""

from __future__ import annotations

import re
from typing import TypeAlias, cast

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from generator.ooxml.tags.limits import LoopInfo
from generator.ooxml.tags.writing import Source

Sorted: TypeAlias = "dict[type[nodes.Node], list[nodes.Node]]"
"""Kind of node → those of a tree."""

TEXT, PLAIN, RUN, WHOLE = "<text>", "<plain>", "<run>", "<whole>"
SPAN, FILL, CODE, LINK, ALT = "<span>", "<fill>", "<code>", "<link>", "<alt>"
"""Internal filters, under names that no template can write."""

LOOP, WRITTEN, UNWRITTEN, JOIN = "<loop>", "<written>", "<unwritten>", "<join>"

_FILTERS = {
    "": TEXT,
    "plain": PLAIN,
    "run": RUN,
    "paragraph": WHOLE,
    "span": SPAN,
    "fill": FILL,
    "code": CODE,
    "link": LINK,
    "alt": ALT,
}
_LOOP = re.compile(r"for\s+(.+?)\s+in\s+(.+?)(?:\s+if\s.*|\s+recursive)?\Z", re.DOTALL)


def sort_nodes(tree: nodes.Template) -> Sorted:
    """Return all nodes of a tree by their kind."""
    found: Sorted = {}
    for node in tree.find_all(nodes.Node):
        found.setdefault(type(node), []).append(node)
    return found


def wrap_tree(
    tree: nodes.Template, found: Sorted, source: Source
) -> tuple[tuple[LoopInfo, ...], int]:
    """Let values, loops and concatenations in `tree` go through the internal filters.

    Args:
        tree: Changed in place.
        found: Its nodes by their kind.
        source: What it was read from.

    Returns:
        The loops, by the number that they are known by; and the characters that a call of a macro
        writes at most of the template itself.
    """
    macros = (*found.get(nodes.Macro, ()), *found.get(nodes.CallBlock, ()))
    if nodes.Concat in found:
        _Joiner().visit(tree)
    for node in (*found.get(nodes.AssignBlock, ()), *found.get(nodes.FilterBlock, ())):
        _wrap_block(cast("nodes.AssignBlock | nodes.FilterBlock", node))
    loops = tuple(
        _wrap_loop(cast("nodes.For", node), source, number)
        for number, node in enumerate(found.get(nodes.For, ()))
    )
    for node in found.get(nodes.Output, ()):
        output = cast("nodes.Output", node)
        output.nodes = [_wrap_value(child, source) for child in output.nodes]
    return loops, sum(_weigh(one) for one in macros)


def _wrap_value(node: nodes.Expr, source: Source) -> nodes.Expr:
    if isinstance(node, nodes.TemplateData):
        return node
    tag = source.find_tag(node.lineno)
    return _call(_FILTERS[tag.filter if tag else ""], node)


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


def _wrap_loop(node: nodes.For, source: Source, number: int) -> LoopInfo:
    tag = source.find_tag(node.lineno)
    found = _LOOP.match(tag.inner) if tag else None
    names = tuple(name.name for name in node.target.find_all(nodes.Name)) or (
        (node.target.name,) if isinstance(node.target, nodes.Name) else ()
    )
    info = LoopInfo(text=found[2] if found else "", names=names, weight=_weigh(node))
    node.iter = _call(
        LOOP, cast("nodes.Expr", node.iter), nodes.Const(number, lineno=node.iter.lineno)
    )
    return info


def _weigh(node: nodes.Node) -> int:
    """Return the characters that the template itself writes in `node`, loops inside apart."""
    weight = 0
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.TemplateData):
            weight += len(child.data)
        elif not isinstance(child, nodes.For):
            weight += _weigh(child)
    return weight
