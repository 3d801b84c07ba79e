"""Mistakes in the writing of TOML, told in plain words."""

from __future__ import annotations

import re

from generator.errors import DataError
from generator.load.characters import Lines
from generator.load.tree import MAX_DEPTH
from generator.places import Place

_AT = re.compile(r"\(at line ([0-9]+), column ([0-9]+)\)$")
_TWICE = "overwrite|twice|Duplicate|immutable"
_MONTH = re.compile(r"=\s*[0-9]{4}-[0-9]{2}\s*(?:#|$)")

# What the standard library says: our message, and a hint. The first that fits is taken.
_MISTAKES: tuple[tuple[str, str, str | None], ...] = (
    (
        _TWICE,
        "a key or table is given twice",
        "remove one; a list of tables has double brackets: [[sections]]",
    ),
    (r"Expected '='", "'=' must follow the key", "write: key = value"),
    (r"Unclosed array|array", "a list is not closed", "add ']', or a comma between its entries"),
    (
        r"[Uu]nclosed inline|inline table",
        "a group of keys is not closed",
        "add '}', or a comma between its entries; it must stand in one line",
    ),
    (
        r"Illegal character '\\n'|Unterminated string|Expected .*'\"'|Expected \"'",
        "the text is not closed",
        "close it with the quotation mark that it began with",
    ),
    (r"Illegal character", "this character cannot stand here", "write it as an escape: \\u000A"),
    (
        r"[Uu]nescaped|[Ee]scape|hex value",
        "this escape stands for nothing",
        "use '…' for text with '\\'",
    ),
    (r"[Dd]ate", "there is no such date", "write it as 2025-03-24"),
    (r"end of a table", "']' must close the name of the table", "write [sources.nec]"),
    (r"key part|initial character", "a key must stand here", "put a key with spaces in quotes"),
    (r"Invalid value", "a value must stand here", "text stands in quotes, a number is 12.5"),
    (
        r"newline or end of document",
        "something follows a value that has ended",
        "begin a new line, or put the value in quotes",
    ),
    (r"Invalid statement", "this line is no 'key = value'", None),
)


def explain_syntax(error: Exception, lines: Lines) -> DataError:
    """Return our words for what `tomllib` found wrong."""
    if isinstance(error, RecursionError):
        return DataError(
            f"this is nested more than {MAX_DEPTH} levels deep",
            place=Place(file=lines.file, line=1, column=1),
            hint="a brief needs about ten levels; a bracket may not be closed",
        )
    said = str(error)
    at = _AT.search(said)
    if at:
        line, column = int(at[1]) - 1, int(at[2]) - 1
        # What is given twice is noticed only at its end; its line is the best that can be told.
        place = lines.clip(line, 0 if re.search(_TWICE, said) else column)
        if _MONTH.search(lines.read_line(line)):
            return DataError(
                "a month without a day must stand in quotes", place=place, hint='write "2025-03"'
            )
    elif "end of document" in said:
        place = lines.find_place(len(lines.text))
    else:
        place = Place(file=lines.file, line=1, column=1)
    for pattern, message, hint in _MISTAKES:
        if re.search(pattern, said):
            return DataError(message, place=place, hint=hint)
    return DataError("this is no TOML", place=place, hint='write key = "value"')
