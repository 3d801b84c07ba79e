"""What the models refuse, told in our own words. Pydantic's words reach no reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from generator.brief.wording import BadValueError, describe, plan_text_hint, shorten
from generator.errors import match_nearest, suggest
from generator.load.shapes import find_field, find_models
from generator.load.tree import Path, PlacedList, PlacedMap, Value, find_path

_KEY_MARK = "[key]"
_LISTED = 12
_WORDS = ("yes", "no", "on", "off")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that the models refuse.

    Attributes:
        path: Of what is wrong; of a missing key, where it should stand.
        place_path: Of what the message points at; of a missing key, what lacks it.
        is_key: Whether the key is wrong, not its value.
        keys: Keys of the map at `path` that do not go together.
        meant: The key that an unknown key was probably meant as.
    """

    path: Path
    place_path: Path
    message: str
    hint: str | None = None
    is_key: bool = False
    keys: tuple[str, ...] = ()
    meant: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Refusal:
    """What pydantic reports, brought onto the tree."""

    kind: str
    loc: tuple[str | int, ...]
    path: Path
    value: Value
    context: dict[str, Any]


def explain_problem(details: ErrorDetails, root: PlacedMap) -> Problem | None:
    """Return what `details` says of the data in `root`; None if another problem has caused it."""
    loc = details["loc"]
    path, value = find_path(root, loc)
    refusal = _Refusal(
        kind=details["type"], loc=loc, path=path, value=value, context=details.get("ctx", {})
    )
    if loc[-1:] == (_KEY_MARK,):
        return _explain_key(refusal)
    if refusal.kind in ("too_short", "too_long"):
        return _explain_count(refusal)
    explain = _EXPLAIN.get(refusal.kind, _explain_type)
    return explain(refusal)


def _explain_missing(refusal: _Refusal) -> Problem:
    key = str(refusal.loc[-1])
    if isinstance(refusal.value, PlacedMap):
        path = (*refusal.path, key)
        field = find_field(path)
        return Problem(
            path=path,
            place_path=refusal.path,
            message=f"{_name_model(refusal.path, refusal.loc)} has no '{key}'",
            hint=f"{key}: {field.description}" if field and field.description else None,
        )
    # The key is there, but nothing stands behind it.
    return Problem(
        path=refusal.path,
        place_path=refusal.path,
        message=f"'{key}' is empty",
        hint="write something behind it, or take the line out",
    )


def _explain_unknown(refusal: _Refusal) -> Problem:
    key = str(refusal.loc[-1])
    known = [name for model in find_models(refusal.path[:-1]) for name in model.model_fields]
    meant = match_nearest(key, known)
    return Problem(
        path=refusal.path,
        place_path=refusal.path,
        message=f"unknown key '{shorten(key)}'",
        hint=f"did you mean '{meant}'?" if meant else _list(known),
        is_key=True,
        meant=meant,
    )


def _explain_key(refusal: _Refusal) -> Problem:
    key = str(refusal.loc[-2])
    hint = "use lower case letters, digits, hyphens and underscores"
    message = f"'{shorten(key)}' is no name that can be referred to"
    if refusal.path[:1] in {("facts",), ("fields",)}:
        hint = "use lower case letters, digits and underscores, and begin with a letter"
    if refusal.kind == "string_too_short":
        message, hint = "a key is empty", "give it a name"
    return Problem(
        path=refusal.path, place_path=refusal.path, message=message, hint=hint, is_key=True
    )


def _explain_count(refusal: _Refusal) -> Problem | None:
    """Explain a list that is too short or long; too short only for want of good items is not."""
    if not isinstance(refusal.value, PlacedList):
        return None
    given = len(refusal.value)
    at_most, at_least = refusal.context.get("max_length"), refusal.context.get("min_length")
    if at_most is not None and given > at_most:
        return _say(refusal, f"expected at most {at_most} entries, found {given}", "take some out")
    if at_least is not None and given < at_least:
        return _say(refusal, "the list is empty", "give it at least one entry")
    return None


def _explain_value(refusal: _Refusal) -> Problem:
    error: object = refusal.context.get("error")
    if isinstance(error, BadValueError):
        return Problem(
            path=refusal.path,
            place_path=refusal.path,
            message=error.message,
            hint=error.hint,
            keys=error.keys,
        )
    return _explain_type(refusal)


def _explain_text(refusal: _Refusal) -> Problem:
    return _say(
        refusal, f"expected text, found {describe(refusal.value)}", plan_text_hint(refusal.value)
    )


def _explain_list(refusal: _Refusal) -> Problem:
    hint = "write each entry after '- ' on a line of its own, or all in [ ]"
    return _say(refusal, f"expected a list, found {describe(refusal.value)}", hint)


def _explain_map(refusal: _Refusal) -> Problem:
    models = find_models(refusal.path)
    known = [name for model in models for name in model.model_fields]
    hint = _list(known) if known else "write 'name: value', each on a line of its own"
    return _say(refusal, f"expected a group of keys, found {describe(refusal.value)}", hint)


def _explain_bool(refusal: _Refusal) -> Problem:
    is_word = isinstance(refusal.value, str) and refusal.value.lower() in _WORDS
    hint = "write true or false; yes and no are text" if is_word else "write true or false"
    return _say(refusal, f"expected true or false, found {describe(refusal.value)}", hint)


def _explain_int(refusal: _Refusal) -> Problem:
    return _say(
        refusal, f"expected a whole number, found {describe(refusal.value)}", "write it in digits"
    )


def _explain_range(refusal: _Refusal) -> Problem:
    limits = {
        "greater_than": "more than {gt}",
        "greater_than_equal": "at least {ge}",
        "less_than": "less than {lt}",
        "less_than_equal": "at most {le}",
    }
    wanted = limits[refusal.kind].format(**refusal.context)
    return _say(refusal, f"expected {wanted}, found {describe(refusal.value)}", "or leave it out")


def _explain_choice(refusal: _Refusal) -> Problem:
    choices = re.findall(r"'([^']*)'", str(refusal.context.get("expected", "")))
    meant = suggest(refusal.value, choices) if isinstance(refusal.value, str) else None
    hint = meant or "take one of them"
    return _say(
        refusal, f"expected one of {', '.join(choices)}; found {describe(refusal.value)}", hint
    )


def _explain_pattern(refusal: _Refusal) -> Problem:
    found = describe(refusal.value)
    if refusal.path == ("lang",):
        return _say(
            refusal,
            f"expected a language such as en-GB, found {found}",
            "write its code, and if need be a country: en, uk, pt-BR",
        )
    return _say(
        refusal,
        f"{found} is no name that can be referred to",
        "use lower case letters, digits, hyphens and underscores",
    )


def _explain_type(refusal: _Refusal) -> Problem:
    """Explain what has no words of its own."""
    return _say(
        refusal,
        f"this cannot stand here: {describe(refusal.value)}",
        "see 'brief schema' for what can",
    )


def _list(known: list[str]) -> str:
    more = ", …; 'brief schema' prints all" if len(known) > _LISTED else ""
    return f"the keys here are {', '.join(known[:_LISTED])}{more}"


def _say(refusal: _Refusal, message: str, hint: str | None = None) -> Problem:
    return Problem(path=refusal.path, place_path=refusal.path, message=message, hint=hint)


_EXPLAIN: dict[str, Callable[[_Refusal], Problem]] = {
    "bool_parsing": _explain_bool,
    "bool_type": _explain_bool,
    "dict_type": _explain_map,
    "enum": _explain_choice,
    "extra_forbidden": _explain_unknown,
    "greater_than": _explain_range,
    "greater_than_equal": _explain_range,
    "int_from_float": _explain_int,
    "int_parsing": _explain_int,
    "int_type": _explain_int,
    "less_than": _explain_range,
    "less_than_equal": _explain_range,
    "missing": _explain_missing,
    "model_attributes_type": _explain_map,
    "model_type": _explain_map,
    "string_pattern_mismatch": _explain_pattern,
    "string_too_short": _explain_text,
    "string_type": _explain_text,
    "tuple_type": _explain_list,
    "value_error": _explain_value,
}


def _name_model(path: Path, loc: tuple[str | int, ...]) -> str:
    """Return what the model at `path` is called: `the brief`, `this key figure`.

    Of several that may stand there, `loc` tells the one that was meant: `(SortStep)`.
    """
    found = find_models(path)
    models = [model for model in found if f"({model.__name__})" in loc] or found
    if not path or not models:
        return "the brief" if not path else "this entry"
    words = re.findall(r"[A-Z][a-z]+", models[0].__name__)
    return "this " + " ".join(words).lower()
