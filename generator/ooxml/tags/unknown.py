"""Names that a template needs from outside, told from its tree without running it."""

from __future__ import annotations

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.meta import TrackingCodeGenerator

from generator.ooxml.tags.compiling import Compiled, read_tree
from generator.ooxml.tags.sandbox import TagEnvironment
from generator.ooxml.tags.tag import Tag


def find_needed(compiled: Compiled, environment: TagEnvironment) -> dict[str, tuple[Tag, ...]]:
    """Return the names that a part needs from its context, each with the tags that use it."""
    source = compiled.source
    tree = read_tree(source, environment)
    if tree is None:
        return {}
    tracker = TrackingCodeGenerator(environment)
    tracker.optimizer = None  # it would work out what is constant, and so run the template
    try:
        tracker.visit(tree)
    except (TemplateSyntaxError, RecursionError):
        return {}  # too deep a nest, which is told of
    names = tracker.undeclared_identifiers
    found: dict[str, list[Tag]] = {}
    for node in tree.find_all(nodes.Name):
        tag = source.find_tag(node.lineno)
        if node.ctx == "load" and node.name in names and tag is not None:
            uses = found.setdefault(node.name, [])
            if tag not in uses:
                uses.append(tag)
    return {name: tuple(uses) for name, uses in found.items()}


def find_guarded(compiled: Compiled, environment: TagEnvironment) -> frozenset[str]:
    """Return the names that a part asks for with care: with `is defined`, or with a `default`."""
    tree = read_tree(compiled.source, environment)
    if tree is None:
        return frozenset()
    guarded: set[str] = set()
    for node in tree.find_all((nodes.Test, nodes.Filter)):
        careful = {"defined", "undefined"} if isinstance(node, nodes.Test) else {"default", "d"}
        if node.name in careful and node.node is not None:
            guarded.update(name.name for name in node.node.find_all(nodes.Name))
            if isinstance(node.node, nodes.Name):
                guarded.add(node.node.name)
    return frozenset(guarded)
