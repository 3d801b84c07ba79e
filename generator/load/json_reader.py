"""JSON (RFC 8259) to a tree with places and exact numbers."""

from __future__ import annotations

import json
import re
from decimal import Decimal

from generator.errors import DataError, GeneratorError
from generator.load.characters import Lines, replace_bad, report_characters
from generator.load.scalars import parse_number_word
from generator.load.tree import (
    PlacedList,
    PlacedMap,
    Tree,
    Value,
    check_depth,
    report_duplicate,
    require_map,
)
from generator.load.turns import find_escape_turns
from generator.places import Place, Placed

_SPACE = re.compile(r"[ \t\n]*")
_STRING = re.compile(r'"[^"\\\n]*(?:\\.[^"\\\n]*)*"')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![\w.+-])")
_WORD = re.compile(r"\w+")
_WORDS = {"true": True, "false": False, "null": None}


def read_json(text: str, file: str) -> Tree:
    """Return the one value in `text`, whose bad characters have been replaced.

    Raises:
        DataError: It is no JSON, or holds no map.
    """
    return _Reader(Lines(text, file)).read()


class _Reader:
    """Builds the tree from the text, character by character where it must."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._text = lines.text
        self._at = 0
        self._errors: list[GeneratorError] = []

    def read(self) -> Tree:
        if not self._text.strip():
            raise DataError(
                "the file is empty",
                place=Place(file=self._lines.file, line=1, column=1),
                hint='begin it with {"title": "…"}',
            )
        self._skip_space()
        place = self._place()
        root = require_map(self._read_value(1), place)
        self._skip_space()
        if self._at < len(self._text):
            raise self._fail(
                "nothing may follow the end of the brief",
                "take it out, or see whether a bracket is closed too early",
            )
        return Tree(root=root, errors=tuple(self._errors))

    def _read_value(self, depth: int) -> Value:
        """Read the value that begins here, after any space."""
        match self._peek():
            case "{":
                return self._read_map(depth)
            case "[":
                return self._read_list(depth)
            case '"':
                start, place = self._at, self._place()
                text = self._read_string(place)
                turns = find_escape_turns(self._text[start : self._at], start, self._lines)
                return Placed(text, place, turns=turns)
            case _:
                return self._read_word()

    def _read_map(self, depth: int) -> PlacedMap:
        entries = PlacedMap(self._place())
        check_depth(depth, entries.place)
        self._at += 1
        while not self._ends("}", is_first=not entries.value_places):
            if self._peek() != '"':
                raise self._fail("a key in double quotes must stand here", _hint(self._peek()))
            key_place = self._place()
            key = self._read_string(key_place)
            self._take(":", f"':' must follow the key '{key}'")
            place = self._place()
            value = self._read_value(depth + 1)
            if key in entries:
                self._errors.append(report_duplicate(key, key_place, entries.key_places[key]))
            else:
                entries.add(key, key_place, value, place)
        return entries

    def _read_list(self, depth: int) -> PlacedList:
        items = PlacedList(self._place())
        check_depth(depth, items.place)
        self._at += 1
        while not self._ends("]", is_first=not items):
            place = self._place()
            items.add(self._read_value(depth + 1), place)
        return items

    def _ends(self, bracket: str, *, is_first: bool) -> bool:
        """Pass over the closing `bracket`, or over the comma before the next entry."""
        self._skip_space()
        if self._peek() == bracket:
            self._at += 1
            return True
        if is_first:
            return False
        self._take(",", f"',' or '{bracket}' must stand here")
        if self._peek() == bracket:
            raise self._fail(f"a comma stands before '{bracket}'", "remove the comma")
        return False

    def _read_string(self, place: Place) -> str:
        found = _STRING.match(self._text, self._at)
        if not found:
            raise DataError(
                "the text that opens here is not closed in its line",
                place=place,
                hint="close it with '\"'; write a line break as '\\n'",
            )
        self._at = found.end()
        text = found[0][1:-1]
        if "\\" in text:
            text = self._unescape(found[0], found.start())
        self._errors.extend(report_characters(text, place))
        return replace_bad(text)

    def _unescape(self, literal: str, start: int) -> str:
        try:
            # A tab may stand as itself, as in the other formats.
            return str(json.loads(literal, strict=False))
        except json.JSONDecodeError as error:
            raise DataError(
                "this escape stands for nothing",
                place=self._lines.find_place(start + error.pos),
                hint="write a backslash as '\\\\'",
            ) from error

    def _read_word(self) -> bool | int | Decimal | Placed | None:
        found = _NUMBER.match(self._text, self._at)
        if found:
            place = self._place()
            self._at = found.end()
            number = parse_number_word(found[0])
            return Placed(found[0], place) if number is None else number
        word = _WORD.match(self._text, self._at)
        if word and word[0] in _WORDS:
            self._at = word.end()
            return _WORDS[word[0]]
        raise self._fail("a value must stand here", _hint(self._peek()))

    def _take(self, mark: str, message: str) -> None:
        """Pass over `mark` and the space around it."""
        self._skip_space()
        if self._peek() != mark:
            raise self._fail(message, _hint(self._peek()))
        self._at += 1
        self._skip_space()

    def _skip_space(self) -> None:
        found = _SPACE.match(self._text, self._at)
        assert found  # noqa: S101 - it matches nothing as well
        self._at = found.end()

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1]

    def _place(self) -> Place:
        return self._lines.find_place(self._at)

    def _fail(self, message: str, hint: str) -> DataError:
        return DataError(message, place=self._place(), hint=hint)


def _hint(character: str) -> str:
    """Return a hint for the `character` that stands where something else should."""
    hints = {
        "": "the file ends too early; a bracket is not closed",
        "'": "JSON knows double quotes only",
        "/": "JSON has no comments; write the brief as .yaml to have them",
        "#": "JSON has no comments; write the brief as .yaml to have them",
    }
    if character in hints:
        return hints[character]
    if character.isalnum() or character in "+-.":
        return "text stands in double quotes, a number is written as 12.5"
    return "see whether something is missing before it"
