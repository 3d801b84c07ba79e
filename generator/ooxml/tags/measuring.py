"""How long a value is when it is written, told before it is.

Lists in lists share their entries, so a few of them can stand for more text than any memory holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from generator.ooxml.tags.limits import MAX_VALUE, Budget

_SHORT = 32
"""Characters that a value of no known length is taken for."""

_BITS_PER_DIGIT = 3
_PER_BYTE = 4
_CONTAINERS = (list, tuple, dict, set, frozenset)


def measure(value: object) -> int:
    """Return about how many characters `value` is written with; never far too few."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, _CONTAINERS):
        return _measure_container(value, {})
    if isinstance(value, int):
        return value.bit_length() // _BITS_PER_DIGIT + 1
    if isinstance(value, bytes | bytearray | memoryview):
        return len(value) * _PER_BYTE
    return _SHORT


def check_written(value: object, budget: Budget) -> None:
    """Raise if `value` is a list, or the like, that is too long to be written.

    Raises:
        LimitError: It is.
    """
    if isinstance(value, str):
        return
    length = measure(value)
    if length > MAX_VALUE // 10:
        budget.take_value(length)


def _measure_container(value: object, known: dict[int, int]) -> int:
    """Return the length of a container; what stands in it many times is measured once."""
    number = id(value)
    if number not in known:
        known[number] = _SHORT  # if it holds itself, Python writes an ellipsis
        known[number] = sum(
            2
            + (_measure_container(each, known) if isinstance(each, _CONTAINERS) else measure(each))
            for each in _list_entries(value)
        )
    return known[number]


def _list_entries(value: object) -> Iterable[object]:
    if isinstance(value, Mapping):
        for key, entry in cast("Mapping[object, object]", value).items():
            yield key
            yield entry
    else:
        yield from cast("Iterable[object]", value)
