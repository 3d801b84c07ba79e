"""Filters and methods that templates may use, each within its limits."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import wraps
from typing import Any, TypeAlias

from jinja2.filters import FILTERS

from generator.ooxml.tags.limits import MAX_WIDTH, Budget, LimitError
from generator.ooxml.tags.written import Rendered

_REFUSED = frozenset({"attr", "random", "pprint", "urlize", "xmlattr", "tojson", "filesizeformat"})
_KEEPS_TEXT = frozenset({"e", "escape", "forceescape", "safe"})
"""Filters about escaping: everything is escaped once, whatever a template says."""

_WIDE = frozenset({"batch", "center", "indent", "slice", "wordwrap", "round", "truncate"})
_METHODS = frozenset(
    {"center", "expandtabs", "join", "ljust", "replace", "rjust", "translate", "zfill", "encode"}
)
"""Methods of text whose result can be much longer than what they are given."""

_WIDTH = re.compile(r"%[^a-zA-Z%]*?(\d+)[^a-zA-Z%]*?(?:\.(\d+))?|%[^a-zA-Z%]*\*")
_DIRECTIVE = re.compile(r"%")
Filter = Callable[..., Any]
Value: TypeAlias = Any
"""Whatever a template works with."""


def list_filters(budget: Budget, extra: Mapping[str, Filter]) -> dict[str, Filter]:
    """Return the filters of a rendering: Jinja's own that are safe, and those of the caller."""
    filters = {
        name: _guard(name, function, budget)
        for name, function in FILTERS.items()
        if name not in _REFUSED
    }
    filters.update({name: _guard(name, function, budget) for name, function in extra.items()})
    filters.update(dict.fromkeys(_KEEPS_TEXT, _keep_text))
    return filters


def _keep_text(value: object) -> object:
    """Return a value as it is; it is escaped when it is written."""
    return value


def _guard(name: str, function: Filter, budget: Budget) -> Filter:
    """Return `function` with what it is given, and what it returns, counted."""
    position = 1 if hasattr(function, "jinja_pass_arg") else 0

    @wraps(function)
    def guarded(*args: Value, **options: Value) -> Value:
        value = args[position] if len(args) > position else None
        budget.take_step(len(value) if isinstance(value, str | list | tuple | dict) else 0)
        if isinstance(value, Rendered):
            args = (*args[:position], read_rendered(value), *args[position + 1 :])
        if name in _WIDE:
            _check_widths((*args[position + 1 :], *options.values()))
        elif name in _ESTIMATED:
            budget.take_value(_ESTIMATED[name](args[position:], options))
        result = function(*args, **options)
        if isinstance(result, str):
            budget.take_value(len(result))
            return str(result) if type(result) is not str else result
        return result

    return guarded


def read_rendered(value: Rendered) -> str:
    """Return the text of what a macro gave back, for a filter or a method.

    Raises:
        ValueError: It holds more than text.
    """
    if not value.is_text:
        raise ValueError("a filter cannot work on what a macro or a block wrote with its format")
    return value.read_text()


def check_method(function: object, args: Sequence[Any], budget: Budget) -> None:
    """Count what a method of a text is about to make.

    Raises:
        LimitError: It is too much.
    """
    owner = getattr(function, "__self__", None)
    name = getattr(function, "__name__", "")
    if not isinstance(owner, str | bytes) or name not in _METHODS:
        return
    if name == "replace":
        budget.take_value(_estimate_replaced((owner, *args), {}))
    elif name == "join":
        budget.take_value(_estimate_joined((args[0] if args else (), owner), {}))
    else:
        _check_widths(args)
        budget.take_value(len(owner))


def check_format(text: str, values: Sequence[object], budget: Budget) -> None:
    """Count what formatting with `%` is about to make.

    Raises:
        LimitError: It is too much.
    """
    for found in _WIDTH.finditer(text):
        if found[0].endswith("*"):
            raise LimitError("a format takes its width from a value")
        _check_widths([int(number[:9]) for number in found.groups() if number])
    longest = max((len(value) for value in values if isinstance(value, str)), default=0)
    # A mapping may be named any number of times, so each directive may take the longest.
    budget.take_value(len(text) + len(_DIRECTIVE.findall(text)) * (longest or 1))


def _check_widths(values: Sequence[object]) -> None:
    for value in values:
        if isinstance(value, int) and abs(value) > MAX_WIDTH:
            raise LimitError(f"a width or count is larger than {MAX_WIDTH:,}")


def _estimate_replaced(args: Sequence[Any], options: Mapping[str, Any]) -> int:
    text, old, new = (*args, *options.values(), "", "")[:3]
    text, old, new = str(text), str(old), str(new)
    count = text.count(old) if old else len(text) + 1
    return len(text) + count * len(new)


def _estimate_joined(args: Sequence[Any], options: Mapping[str, Any]) -> int:
    items = args[0] if args else ()
    between = str(args[1]) if len(args) > 1 else str(options.get("d", ""))
    if not isinstance(items, list | tuple | dict | set | str):
        return 0
    texts = sum(len(item) for item in items if isinstance(item, str))
    return texts + len(items) * len(between)


def _estimate_formatted(args: Sequence[Any], options: Mapping[str, Any]) -> int:
    text = str(args[0])
    check_format(text, (*args[1:], *options.values()), Budget())
    return len(text)


def _estimate_sum(args: Sequence[Any], options: Mapping[str, Any]) -> int:
    start = args[2] if len(args) > 2 else options.get("start", 0)  # noqa: PLR2004 - its position
    if not isinstance(start, int | float | Decimal):
        raise LimitError("only numbers can be summed up")
    return 0


_ESTIMATED: dict[str, Callable[[Sequence[Any], Mapping[str, Any]], int]] = {
    "replace": _estimate_replaced,
    "join": _estimate_joined,
    "format": _estimate_formatted,
    "sum": _estimate_sum,
}
