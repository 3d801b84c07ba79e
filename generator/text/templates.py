"""The first reading of prose: Jinja expressions are put into words, and nothing is ever run.

What may stand in prose, in Jinja's own syntax:

    {{ fact }}  {{ fact | headline }}  {{ fact.as_of }}  {{ "literal text" }}
    {{ a if a > b else b }}  {% if a > b and not c %} … {% elif … %} … {% else %} … {% endif %}
    {# comment #}  {% raw %} … {% endraw %}

Jinja reads this, and its tree is walked here node by node. There are no calls, no loops, no
assignments and no arithmetic, so that the time and the length of the output are bounded by the
length of the text; whatever else Jinja can do is refused with its place.
"""

from __future__ import annotations

import re

from generator.places import place_at
from generator.text.expanded import Expanded, Expander, Insertion
from generator.text.scope import Scope

_SIMPLE = re.compile(r"(?<!\{)\{\{\s*([a-z][a-z0-9_]*)\s*(?:\|\s*([a-z]+)\s*)?\}\}")
_TAG = re.compile(r"\{\{|\{%|\{#")
# Nothing with a brace inside, so that a text of opening braces alone is read once.
_ANY = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{#[^{}]*#\}")


def expand(source: str, scope: Scope) -> Expanded:
    """Return `source` with its expressions replaced; errors go to `scope`.

    Plain names and filters are read without Jinja, which is slow to load.
    """
    if "{" not in source:
        return Expanded(text=source, source=source)
    if not _TAG.search(_SIMPLE.sub("", source)):
        return _expand_simple(source, scope)
    from generator.text.conditions import expand_jinja

    return expand_jinja(source, scope) or _expand_simple(source, scope)


def _expand_simple(source: str, scope: Scope) -> Expanded:
    """Write plain names and filters; any other tag is left out, having been reported before."""
    expander = Expander(source)
    end = 0
    for match in _ANY.finditer(source):
        expander.add_text(source[end : match.start()], end)
        if insertion := _write_tag(source, match, scope):
            expander.add_insertion(insertion, match.start())
        end = match.end()
    expander.add_text(source[end:], end)
    return expander.build()


def _write_tag(source: str, match: re.Match[str], scope: Scope) -> Insertion | None:
    simple = _SIMPLE.fullmatch(match[0])
    if simple is None:
        return None
    name, filter_name = simple.groups()
    start = match.start()
    precision = scope.parse_precision(
        filter_name or "text", place_at(source, start + max(simple.start(2), 0))
    )
    return scope.write_fact(name, precision, place_at(source, start + simple.start(1)))
