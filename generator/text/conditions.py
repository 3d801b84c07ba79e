"""Expressions and conditions in prose, walked on Jinja's syntax tree."""

from __future__ import annotations

import operator
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import TypeAlias

from jinja2 import nodes

from generator.facts import Precision
from generator.facts.measures import PLAIN, Dimension, parse_dimension
from generator.places import Place, place_at
from generator.text.expanded import Expanded, Expander, Insertion
from generator.text.scope import FILTERS, Scope
from generator.text.syntax import (
    FACTS_HINT,
    RefusedError,
    Token,
    check_statements,
    parse_tree,
    read_tokens,
)

_OPERATORS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "gt": operator.gt,
    "gteq": operator.ge,
    "lt": operator.lt,
    "lteq": operator.le,
}
_AFTER_TAG = re.compile(r"[ \t]*\n")
_COMPARE_HINT = "compare facts and numbers: {% if exports > imports %}"

Value: TypeAlias = tuple[Decimal, Dimension]


def expand_jinja(source: str, scope: Scope) -> Expanded | None:
    """Return `source` with all that Jinja marks replaced; None, reported, on a syntax error."""
    try:
        tokens = read_tokens(source)
        check_statements(source, tokens)
        tree = parse_tree(source, tokens)
        walker = _Walker(source, tokens, tree, scope)
        walker.add_nodes(tree.body, walker.expander)
    except RefusedError as error:
        scope.report(error.message, error.place, error.hint)
        return None
    except RecursionError:
        scope.report(
            "conditions or parentheses are nested too deeply",
            place_at(source, 0),
            "write it as several sentences",
        )
        return None
    return walker.expander.build()


def _offsets(tokens: Sequence[Token], kind: str) -> Iterator[int]:
    return (token.offset for token in tokens if token.kind == kind and token.text)


def _condition_offsets(tokens: Sequence[Token]) -> Iterator[int]:
    words = (token for token in tokens if token.kind != "whitespace")
    return (
        before.offset
        for before, token in pairwise(words)
        if before.kind == "block_begin" and token.text in {"if", "elif"}
    )


def _ends_of_lone_tags(source: str, tokens: Sequence[Token]) -> Iterator[int]:
    """Yield the end of each statement that has a line to itself, which is no part of the text."""
    begin = 0
    for token in tokens:
        if token.kind == "block_begin":
            begin = token.offset
        elif token.kind == "block_end":
            line = source[source.rfind("\n", 0, begin) + 1 : begin]
            if not line.strip():
                yield token.offset + len(token.text)


def _pair(found: Iterable[nodes.Node], offsets: Iterable[int]) -> dict[int, int]:
    return dict(zip(map(id, found), offsets, strict=False))


class _Walker:
    """Walks Jinja's tree and writes; the state is which tokens have been met."""

    def __init__(
        self, source: str, tokens: Sequence[Token], tree: nodes.Template, scope: Scope
    ) -> None:
        self.expander = Expander(source)
        self._source = source
        self._scope = scope
        self._here = 0
        self._names: dict[str, deque[int]] = {}
        for token in tokens:
            if token.kind == "name":
                self._names.setdefault(token.text, deque()).append(token.offset)
        # Jinja's tree knows lines alone, but it keeps the order of the tokens.
        written = (
            child
            for output in tree.find_all(nodes.Output)
            for child in output.nodes
            if not isinstance(child, nodes.TemplateData)
        )
        self._offsets = {
            **_pair(tree.find_all(nodes.TemplateData), _offsets(tokens, "data")),
            **_pair(written, _offsets(tokens, "variable_begin")),
            **_pair(tree.find_all(nodes.If), _condition_offsets(tokens)),
        }
        self._alone = frozenset(_ends_of_lone_tags(source, tokens))

    def add_nodes(self, body: Sequence[nodes.Node], expander: Expander) -> None:
        """Add what `body` writes to `expander`."""
        for node in body:
            if isinstance(node, nodes.Output):
                for child in node.nodes:
                    self._add_output(child, expander)
            elif isinstance(node, nodes.If):
                self._add_condition(node, expander)

    def _add_output(self, node: nodes.Expr, expander: Expander) -> None:
        offset = self._here = self._offsets.get(id(node), self._here)
        if isinstance(node, nodes.TemplateData):
            blank = _AFTER_TAG.match(node.data)
            skipped = blank.end() if blank and offset in self._alone else 0
            expander.add_text(node.data[skipped:], offset + skipped)
            return
        try:
            insertion = self._write(node)
        except RefusedError as error:
            self._scope.report(error.message, error.place, error.hint)
            insertion = Insertion(text="")
        expander.add_insertion(insertion, offset)

    def _add_condition(self, node: nodes.If, expander: Expander) -> None:
        """Add the branch that holds; the others are walked for their errors alone."""
        is_settled = False
        branches: tuple[nodes.If, ...] = (node, *node.elif_)
        for branch in branches:
            self._here = self._offsets.get(id(branch), self._here)
            holds = self._holds(branch.test)
            chosen = holds and not is_settled
            self.add_nodes(branch.body, expander if chosen else Expander(self._source))
            is_settled = is_settled or holds
        self.add_nodes(node.else_, Expander(self._source) if is_settled else expander)

    def _holds(self, test: nodes.Node) -> bool:
        try:
            return self._test(test)
        except RefusedError as error:
            self._scope.report(error.message, error.place, error.hint)
            return True

    def _write(self, node: nodes.Expr) -> Insertion:
        """Return what an expression writes."""
        match node:
            case nodes.Name():
                return self._scope.write_fact(node.name, Precision.TEXT, self._place(node.name))
            case nodes.Filter():
                return self._write_filter(node)
            case nodes.Getattr(node=nodes.Name() as owner):
                place = self._place(owner.name)
                return self._scope.write_attribute(owner.name, node.attr, place)
            case nodes.Const(value=str() as text):
                return Insertion(text=text)
            case nodes.CondExpr():
                is_true = self._test(node.test)
                other = node.expr2 or nodes.Const("")
                first, second = self._write(node.expr1), self._write(other)
                return first if is_true else second
            case _:
                raise self._refuse(node, "cannot be written", FACTS_HINT)

    def _write_filter(self, node: nodes.Filter) -> Insertion:
        if not isinstance(node.node, nodes.Name) or node.args or node.kwargs:
            hint = f"one filter follows one fact: {', '.join(FILTERS)}"
            raise self._refuse(node, "cannot be written", hint)
        place = self._place(node.node.name)
        precision = self._scope.parse_precision(node.name, self._place(node.name))
        return self._scope.write_fact(node.node.name, precision, place)

    def _test(self, node: nodes.Node) -> bool:
        """Return whether a condition holds."""
        match node:
            case nodes.And():
                left, right = self._test(node.left), self._test(node.right)
                return left and right
            case nodes.Or():
                left, right = self._test(node.left), self._test(node.right)
                return left or right
            case nodes.Not():
                return not self._test(node.node)
            case nodes.Compare():
                return self._compare(node)
            case nodes.Const(value=bool() as value):
                return value
            case _:
                value = self._value(node)
                return value is not None and bool(value[0])

    def _compare(self, node: nodes.Compare) -> bool:
        left = self._value(node.expr)
        holds = True
        for operand in node.ops:
            if operand.op not in _OPERATORS:
                raise self._refuse(node, "is no comparison of numbers", _COMPARE_HINT)
            right = self._value(operand.expr)
            if left and right:
                self._check_units(node, left, right)
                holds = holds and _OPERATORS[operand.op](left[0], right[0])
            left = right
        return holds

    def _check_units(self, node: nodes.Expr, left: Value, right: Value) -> None:
        if PLAIN not in {left[1], right[1]} and left[1] != right[1]:
            hint = "derive one of them in the unit of the other"
            raise self._refuse(node, "of amounts in different units cannot be made", hint)

    def _value(self, node: nodes.Node) -> Value | None:
        """Return a number to compare; None for a fact that was reported as unknown."""
        match node:
            case nodes.Name(name=name) | nodes.Getattr(node=nodes.Name(name=name), attr="value"):
                figure = self._scope.find_figure(name, self._place(name))
                return (figure.value, parse_dimension(figure.fact.unit)) if figure else None
            case nodes.Const(value=int() | float() as number) if not isinstance(number, bool):
                return Decimal(repr(number)), PLAIN
            case nodes.Neg():
                value = self._value(node.node)
                return (value[0].copy_negate(), value[1]) if value else None
            case _:
                raise self._refuse(node, "is no number", _COMPARE_HINT)

    def _place(self, name: str) -> Place | None:
        """Return the place of the next mention of `name`; each mention is used once."""
        mentions = self._names.get(name)
        return place_at(self._source, mentions.popleft() if mentions else self._here)

    def _refuse(self, node: nodes.Node, what: str, hint: str) -> RefusedError:
        kind = _KINDS.get(type(node).__name__, "this expression")
        return RefusedError(f"{kind} {what} in prose", place_at(self._source, self._here), hint)


_KINDS = {
    "Call": "a call",
    "Filter": "this filter",
    "Getattr": "this attribute",
    "Getitem": "an index",
    "Const": "a bare value",
    "List": "a list",
    "Dict": "a map",
    "Tuple": "a tuple",
    "Test": "a test with 'is'",
    "Compare": "a comparison",
}
