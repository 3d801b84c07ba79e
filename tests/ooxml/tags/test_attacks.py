"""Templates made to harm: each is one clear error, in bounded time and memory."""

from __future__ import annotations

import time
import tracemalloc
from fractions import Fraction
from pathlib import Path

import pytest

from generator.errors import TagsError
from generator.ooxml.tags import RichText
from generator.rendering import render_docx
from tests.ooxml.tags.documents import make_docx, paragraph

_SECONDS = 20.0
_BYTES = 400 * 2**20


class _Person:
    """What a context holds: an object of Python, with more than a template may see."""

    def __init__(self) -> None:
        self._secret = 1
        self.name = "Ann"

    def count(self) -> range:
        """Return more numbers than anyone can go through."""
        return range(10**9)


REACHES = {
    "map": "{{ xs|map(attribute='__class__')|list }}",
    "map, in a path": "{{ [o]|map(attribute='count.__func__.__globals__')|list }}",
    "map, private": "{{ [o]|map(attribute='_secret')|list }}",
    "groupby": "{% for g, i in xs|groupby('__class__.__mro__') %}{{ g }}{% endfor %}",
    "sort": "{{ xs|sort(attribute='__class__')|list }}",
    "selectattr": "{{ xs|selectattr('__class__')|list }}",
    "max": "{{ xs|max(attribute='__doc__') }}",
    "join": "{{ xs|join(',', attribute='__class__') }}",
    "unique": "{{ [f, f]|unique(attribute='__globals__')|list }}",
    "format": "{{ '{0.__class__.__mro__}'.format(x) }}",
    "format_map": "{{ '{a.__class__}'.format_map({'a': x}) }}",
    "format of a filtered text": "{{ ('{0.__class__}'|string).format(x) }}",
    "namespace": "{% set ns = namespace(a=1) %}{{ ns.__init__ }}",
    "cycler": "{{ cycler(1, 2).next.__func__ }}",
    "joiner": "{{ joiner()['__init__'] }}",
    "self": "{{ self.__init__ }}",
    "loop": "{% for x in xs %}{{ loop.__class__ }}{{ loop._iterable }}{% endfor %}",
    "caller": "{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{% call m() %}x{% endcall %}",
    "macro": "{% macro m() %}a{% endmacro %}{{ m._func.__globals__ }}",
    "generator": "{{ (xs|map('upper')).gi_frame }}",
    "dict": "{{ dict.__subclasses__() }}",
    "type": "{{ dict.mro() }}",
    "name put together": "{{ o['__cla' ~ 'ss__'] }}",
    "name in hexadecimal": "{{ o['\\x5f\\x5fclass\\x5f\\x5f'] }}",
    "function": "{{ f['__globals__'] }}",
    "rich text": "{{ rt.build_at.__globals__ }}",
    "attr": "{{ o|attr('__class__') }}",
    "changing a list": "{{ xs.append(1) }}",
    "changing a rich text": "{% do rt.add('x') %}",
    "include": "{% include 'a' %}",
    "lipsum": "{{ lipsum(n=1000000) }}",
}

_A = "a" * 50
BOMBS = {
    "power": "{{ 9**(9**9) }}",
    "power of a float": "{{ 2.0**9999999 }}",
    "power of a fraction": "{{ third**999999999 }}",
    "squares": "{% set n = namespace(v=9) %}{% for i in range(60) %}{% set n.v = n.v * n.v %}"
    "{% endfor %}",
    "range": "{{ range(10**12)|list }}",
    "lists kept": "{% set n = namespace(v=[]) %}{% for a in range(999) %}"
    "{% set n.v = n.v + [range(99999)|list] %}{% endfor %}",
    "list times number": "{{ ([0] * 99999999)|length }}",
    "shared lists": "{{ [[['a' * 99999] * 9999] * 99] * 99 }}",
    "doubled lists": "{% set n = namespace(v=['a']) %}{% for i in range(60) %}"
    "{% set n.v = [n.v, n.v] %}{% endfor %}{{ n.v }}",
    "lists as text": "{{ ([['a' * 99999] * 9999] * 99)|string }}",
    "lists formatted": "{{ '%s' % [['a' * 99999] * 9999] }}",
    "lists joined": "{{ ([['a' * 99999]] * 9999)|join }}",
    "lists in lists": "{% set n = namespace(v=[]) %}{% for i in range(9000) %}"
    "{% set n.v = [n.v] %}{% endfor %}{{ n.v }}",
    "brackets": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "sum of many": "{{ " + "+".join(["1"] * 5000) + " }}",
    "many filters": "{{ x" + "|upper" * 5000 + " }}",
    "many attributes": "{{ x" + ".a" * 5000 + " }}",
    "many conditions": "{% if x %}" * 400 + "a" + "{% endif %}" * 400,
    "many loops": "{% for a in xs %}" * 25 + "a" + "{% endfor %}" * 25,
    "endless macro": "{% macro m(n) %}{{ m(n + 1) }}{{ m(n + 1) }}{% endmacro %}{{ m(1) }}",
    "endless loop": "{% for i in xs recursive %}{{ loop(xs) }}{% endfor %}",
    "~": f"{{% set n = namespace(s='{_A}') %}}{{% for i in range(40) %}}{{% set n.s = n.s ~ n.s %}}"
    "{% endfor %}",
    "+": f"{{% set n = namespace(s='{_A}') %}}{{% for i in range(40) %}}{{% set n.s = n.s + n.s %}}"
    "{% endfor %}",
    "*": "{{ 'a' * 10**10 }}",
    "center": "{{ 'a'.center(10**10) }}",
    "tabs": "{{ ('\\t' * 9999).expandtabs(9999) }}",
    "replace": "{{ ('a' * 9999).replace('', 'b' * 99999) }}",
    "join": "{{ ('b' * 99999).join(['a'] * 9999) }}",
    "translate": "{{ ('a' * 999999).translate({97: 'b' * 99999}) }}",
    "indent": "{{ ('a\\n' * 9999)|indent(9999) }}",
    "wordwrap": "{{ ('a ' * 99999)|wordwrap(1, wrapstring='b' * 9999) }}",
    "wordwrap of a long word": "{{ ('a' * 9999999)|wordwrap(1) }}",
    "format width": "{{ '{:{}}'.format(1, 999999999) }}",
    "% width": "{{ '%*d' % (999999999, 1) }}",
    "% of long numbers": "{{ ('%d' * 999999) % ((10**3999,) * 999999) }}",
    "format of long numbers": "{{ ('{0}' * 999999).format(10**3999) }}",
    "numbers of an object": "{{ o.count()|sum }}",
    "batch": "{{ xs|batch(10**9, 'x')|list }}",
    "long number": "{{ " + "9" * 100_000 + " }}",
}


def _fail(folder: Path, template: str) -> str:
    """Return the error that a template comes to."""
    context = {
        "x": "abc",
        "xs": ["a", "b"],
        "o": _Person(),
        "third": Fraction(1, 3),
        "f": lambda: 1,
        "rt": RichText("r"),
    }
    file = make_docx(folder / "template.docx", paragraph(template))
    with pytest.raises(TagsError) as caught:
        render_docx(file, context, folder / "out.docx")
    assert not (folder / "out.docx").exists()
    return str(caught.value).replace(str(file), "")


@pytest.mark.parametrize("name", REACHES)
def test_nothing_of_python_can_be_reached(name: str, tmp_path: Path) -> None:
    """Whoever sends a template would else run code on the machine of whoever fills it."""
    error = _fail(tmp_path, REACHES[name])

    assert any(
        each in error for each in ("must not", "unknown name", "unknown filter", "another template")
    )


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_told_in_time_and_takes_no_memory(name: str, tmp_path: Path) -> None:
    """A template of one line must not take a server down."""
    tracemalloc.start()
    try:
        begun = time.process_time()
        error = _fail(tmp_path, BOMBS[name])
        seconds, (_, most) = time.process_time() - begun, tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert seconds < _SECONDS
    assert most < _BYTES
    assert "paragraph '" in error
    assert "Traceback" not in error


def test_html_without_an_end_is_stripped_in_one_go(tmp_path: Path) -> None:
    """Jinja's own filter looks at the whole text again for each tag in it."""
    begun = time.process_time()
    file = make_docx(tmp_path / "t.docx", paragraph("{{ ('<>' * 999999)|striptags|length }}"))
    render_docx(file, {}, tmp_path / "out.docx")

    assert time.process_time() - begun < _SECONDS
