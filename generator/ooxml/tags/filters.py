"""Filters and methods that templates may use, each within its limits."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Sized
from decimal import Decimal
from functools import wraps
from typing import Any, TypeAlias, cast

from jinja2.filters import FILTERS

from generator.ooxml.tags.limits import MAX_WIDTH, MAX_WORK, Budget, LimitError
from generator.ooxml.tags.measuring import check_written, measure
from generator.ooxml.tags.written import Rendered

_QUICK = frozenset({"length", "count", "first", "default", "d"})
"""Filters that do not go through what they are given."""

_WRITING = frozenset(
    {"string", "upper", "lower", "title", "capitalize", "trim", "center", "indent", "truncate"}
    | {"wordcount", "wordwrap", "striptags", "replace", "urlencode"}
)
"""Filters that write what they are given as text."""

_REFUSED = frozenset({"attr", "random", "pprint", "urlize", "xmlattr", "tojson", "filesizeformat"})
_KEEPS_TEXT = frozenset({"e", "escape", "forceescape", "safe"})
"""Filters about escaping: everything is escaped once, whatever a template says."""

_WIDE = frozenset({"batch", "center", "indent", "slice", "wordwrap", "round", "truncate"})
_METHODS = frozenset(
    {"center", "expandtabs", "join", "ljust", "replace", "rjust", "translate", "zfill", "encode"}
    | {"split", "rsplit", "splitlines"}
)
"""Methods of text whose result can be much larger than what they are given."""

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
    filters["striptags"] = _guard("striptags", strip_tags, budget)
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
        budget.take_step()
        if len(args) > position:
            value = _admit(name, args[position], budget)
            args = (*args[:position], value, *args[position + 1 :])
        if name in _WIDE:
            _check_widths((*args[position + 1 :], *options.values()))
        if name in _ESTIMATED:
            budget.take_value(_ESTIMATED[name](args[position:], options))
        if name == "join" and len(args) <= position + 2 and "attribute" not in options:
            texts = _write_items(args[position], budget)
            args = (*args[:position], texts, *args[position + 1 :])
        return _release(function(*args, **options), budget)

    return guarded


def _admit(name: str, value: Value, budget: Budget) -> Value:
    """Return what a filter is given, once it is counted."""
    if isinstance(value, Rendered):
        value = read_rendered(value)
    if name in _WRITING:
        check_written(value, budget)
    if name in _QUICK:
        return value
    if isinstance(value, Sized):
        budget.take_work(len(value))
    elif isinstance(value, Iterator):
        return _count(cast("Iterator[Value]", value), budget)
    return value


def _count(items: Iterator[Value], budget: Budget) -> Iterator[Value]:
    for item in items:
        budget.take_step(0)
        yield item


def _release(result: Value, budget: Budget) -> Value:
    """Return what a filter gives, once it is counted."""
    if isinstance(result, str):
        budget.take_value(len(result))
        return str(result) if type(result) is not str else result
    if isinstance(result, list | tuple | dict | set):
        budget.take_items(len(cast("Sized", result)))
    return result


def _write_items(items: Value, budget: Budget) -> Value:
    """Return the texts of `items`, counted one by one; what cannot be joined is left as it is."""
    if not isinstance(items, Iterable) or isinstance(items, str):
        return items
    texts: list[str] = []
    for item in cast("Iterable[Value]", items):
        budget.take_step()
        check_written(item, budget)
        texts.append(item if isinstance(item, str) else str(item))
        budget.take_text(len(texts[-1]))
    return texts


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
    measure_method = _MEASURED.get(name)
    if measure_method is not None:
        budget.take_value(measure_method(owner, args))
    elif name in {"split", "rsplit", "splitlines"}:
        between = args[0] if args and isinstance(args[0], type(owner)) and args[0] else None
        number = owner.count(between) if between else len(owner) // 2  # type: ignore[arg-type]
        budget.take_items(number + 1)
    else:
        _check_widths(args)
        budget.take_value(len(owner) + sum(each for each in args if isinstance(each, int)))


def check_format(text: str, values: Sequence[object], budget: Budget) -> None:
    """Count what formatting with `%` is about to make.

    Raises:
        LimitError: It is too much.
    """
    for found in _WIDTH.finditer(text):
        if found[0].endswith("*"):
            raise LimitError("a format takes its width from a value")
        _check_widths([int(number[:9]) for number in found.groups() if number])
    longest = max((measure(value) for value in values), default=0)
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


def _estimate_translated(owner: Value, args: Sequence[Value]) -> int:
    table = args[0] if args and isinstance(args[0], Mapping) else {}
    texts = (len(each) for each in table.values() if isinstance(each, str))
    return len(owner) * max(1, max(texts, default=1))


def _estimate_expanded(owner: Value, args: Sequence[Value]) -> int:
    width = next((each for each in args if isinstance(each, int)), 8)
    _check_widths((width,))
    tabs = owner.count("\t") if isinstance(owner, str) else len(owner)
    return len(owner) + tabs * max(width, 0)


def _estimate_wrapped(args: Sequence[Value], options: Mapping[str, Value]) -> int:
    """Tell the length of wrapped text; a long word takes the square of its length to be cut."""
    text, given = str(args[0]), dict(zip(_WRAPPING, args[1:], strict=False)) | dict(options)
    width = given.get("width", 79)
    width = max(1, width) if isinstance(width, int) else 1
    longest = max((len(word) for word in text.split()), default=0)
    if longest * longest > width * MAX_WORK:
        raise LimitError("a word is too long to be wrapped")
    lines = len(text) // width + text.count("\n") + text.count(" ") + 1
    return len(text) + lines * len(str(given.get("wrapstring") or "\n"))


def _estimate_indented(args: Sequence[Value], options: Mapping[str, Value]) -> int:
    text = str(args[0])
    width = args[1] if len(args) > 1 else options.get("width", 4)
    each = width if isinstance(width, int) else len(str(width))
    return len(text) + (text.count("\n") + 1) * max(each, 0)


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
    "wordwrap": _estimate_wrapped,
    "indent": _estimate_indented,
}
_WRAPPING = ("width", "break_long_words", "wrapstring", "break_on_hyphens")

_MEASURED: dict[str, Callable[[Value, Sequence[Value]], int]] = {
    "replace": lambda owner, args: _estimate_replaced((owner, *args), {}),
    "join": lambda owner, args: _estimate_joined((args[0] if args else (), owner), {}),
    "translate": _estimate_translated,
    "expandtabs": _estimate_expanded,
}
"""Methods of text → the length of what they make."""


def strip_tags(value: object) -> str:
    """Return a text without the tags and comments of HTML in it, and with single spaces.

    It takes one look at each character, whatever the text is.
    """
    text, parts, position = str(value), list[str](), 0
    while (start := text.find("<", position)) >= 0:
        begin, end_sign = ("<!--", "-->") if text.startswith("<!--", start) else ("<", ">")
        end = text.find(end_sign, start + len(begin))
        if end < 0:
            break
        parts.append(text[position:start])
        position = end + len(end_sign)
    parts.append(text[position:])
    return html.unescape(" ".join("".join(parts).split()))
