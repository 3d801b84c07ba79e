"""Expressions in words that a reader of the data knows: `recommendations[2].owner`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jinja2 import nodes

from generator.ooxml.tags.limits import Loop

_MAX_NAMES = 1000


def write_path(node: nodes.Node, loops: Sequence[Loop]) -> str:
    """Return `node` as text, with the variables of running loops written as what they stand for.

    Args:
        node: A name, an attribute or an entry; of anything else an ellipsis is written.
        loops: The loops that run, the innermost last.
    """
    if isinstance(node, nodes.Name):
        return _write_name(node.name, loops)
    if isinstance(node, nodes.Getattr):
        return f"{write_path(node.node, loops)}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        entry = node.arg.value if isinstance(node.arg, nodes.Const) else "…"
        owner = write_path(node.node, loops)
        return f"{owner}.{entry}" if isinstance(entry, str) else f"{owner}[{entry}]"
    if isinstance(node, nodes.Call):
        return f"{write_path(node.node, loops)}()"
    return "…"


def _write_name(name: str, loops: Sequence[Loop]) -> str:
    for index in range(len(loops) - 1, -1, -1):
        loop = loops[index]
        if loop.names == (name,) and loop.text.isidentifier():
            return f"{_write_name(loop.text, loops[:index])}[{max(loop.position, 0)}]"
        if loop.names == (name,) and loop.text.replace(".", "").isidentifier():
            first, _, rest = loop.text.partition(".")
            return f"{_write_name(first, loops[:index])}.{rest}[{max(loop.position, 0)}]"
    return name


def list_names(owner: object) -> list[str]:
    """Return the names that a template could ask `owner` for."""
    if isinstance(owner, Mapping):
        return [str(key) for key in list(owner)[:_MAX_NAMES]]
    return [name for name in dir(owner) if not name.startswith("_")]
