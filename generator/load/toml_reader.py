"""TOML 1.0 to a tree with places and exact numbers.

The standard library says whether a file is TOML, but not where its values stand. What it has
accepted is walked through a second time; since the file is right, that walk checks nothing.
"""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal

from generator.errors import DataError, GeneratorError
from generator.load.characters import Lines, replace_bad, report_characters
from generator.load.scalars import parse_number_word
from generator.load.toml_words import explain_syntax
from generator.load.tree import PlacedList, PlacedMap, Tree, Value, check_depth
from generator.load.turns import find_escape_turns
from generator.places import Place, Placed

_SPACE = re.compile(r"[ \t]*")
_GAP = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_BASIC = re.compile(r'"[^"\\\n]*(?:\\.[^"\\\n]*)*"')
_LITERAL = re.compile(r"'[^'\n]*'")
_LONG_BASIC = re.compile(r'"""(?:[^"\\]+|\\.|"{1,2}(?!"))*"{3,5}', re.DOTALL)
_LONG_LITERAL = re.compile(r"'''(?:[^']+|'{1,2}(?!'))*'{3,5}")
_WORD = re.compile(r"[^\s,\]}#]+(?: [0-9][^\s,\]}#]*)?")


def read_toml(text: str, file: str) -> Tree:
    """Return what `text` says, whose bad characters have been replaced.

    Raises:
        DataError: It is no TOML, or says nothing.
    """
    lines = Lines(text, file)
    if not _GAP.sub("", text):
        raise DataError(
            "the file is empty" if not text.strip() else "the file holds only comments",
            place=Place(file=file, line=1, column=1),
            hint='begin it with title = "…"',
        )
    try:
        tomllib.loads(text, parse_float=str)
    except (ValueError, RecursionError) as error:
        raise explain_syntax(error, lines) from error
    return _Reader(lines).read()


class _Reader:
    """Walks through TOML that is known to be right."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._text = lines.text
        self._at = 0
        self._errors: list[GeneratorError] = []
        self._root = PlacedMap(lines.find_place(0))

    def read(self) -> Tree:
        table = self._root
        depth = 1
        self._skip(_GAP)
        while self._at < len(self._text):
            if self._peek() == "[":
                table, depth = self._read_header()
            else:
                self._read_pair(table, depth)
            self._skip(_GAP)
        return Tree(root=self._root, errors=tuple(self._errors))

    def _read_header(self) -> tuple[PlacedMap, int]:
        """Read `[a.b]` or `[[a.b]]` and return the table that follows, with its depth."""
        place = self._place()
        is_array = self._text.startswith("[[", self._at)
        self._at += 2 if is_array else 1
        keys = self._read_keys()
        self._at += 2 if is_array else 1
        above, depth = self._descend(self._root, keys[:-1], 1)
        name, name_place = keys[-1]
        if not is_array:
            return self._descend(above, keys[-1:], depth)
        items = above.get(name)
        if not isinstance(items, PlacedList):
            items = PlacedList(place)
            above.add(name, name_place, items, name_place)
        table = PlacedMap(place)
        items.add(table, place)
        check_depth(depth + 2, place)
        return table, depth + 2

    def _descend(
        self, table: PlacedMap, keys: list[tuple[str, Place]], depth: int
    ) -> tuple[PlacedMap, int]:
        """Return the table under `keys`, made where it is not there yet, and its depth."""
        for name, place in keys:
            below = table.get(name)
            if below is None:
                below = PlacedMap(place)
                table.add(name, place, below, place)
            depth += 1
            if isinstance(below, PlacedList):
                below = below[-1]
                depth += 1
            check_depth(depth, place)
            assert isinstance(below, PlacedMap)  # noqa: S101 - TOML lets no key stand under others
            table = below
        return table, depth

    def _read_pair(self, table: PlacedMap, depth: int) -> None:
        keys = self._read_keys()
        table, depth = self._descend(table, keys[:-1], depth)
        self._at += 1
        self._skip(_SPACE)
        place = self._place()
        value = self._read_value(depth + 1)
        name, name_place = keys[-1]
        table.add(name, name_place, value, place)

    def _read_keys(self) -> list[tuple[str, Place]]:
        """Read a dotted key; stops before what follows it."""
        keys: list[tuple[str, Place]] = []
        while True:
            self._skip(_SPACE)
            place = self._place()
            keys.append((self._read_key(place), place))
            self._skip(_SPACE)
            if self._peek() != ".":
                return keys
            self._at += 1

    def _read_key(self, place: Place) -> str:
        if self._peek() in ('"', "'"):
            return self._check(self._read_quoted(), place)
        return self._take(_BARE)

    def _read_value(self, depth: int) -> Value:
        place = self._place()
        match self._peek():
            case "[":
                check_depth(depth, place)
                return self._read_list(place, depth)
            case "{":
                check_depth(depth, place)
                return self._read_inline(place, depth)
            case '"' | "'":
                return self._read_text(place)
            case _:
                return self._read_word(place)

    def _read_list(self, place: Place, depth: int) -> PlacedList:
        items = PlacedList(place)
        self._at += 1
        self._skip(_GAP)
        while self._peek() != "]":
            at = self._place()
            items.add(self._read_value(depth + 1), at)
            self._skip_comma()
        self._at += 1
        return items

    def _read_inline(self, place: Place, depth: int) -> PlacedMap:
        table = PlacedMap(place)
        self._at += 1
        self._skip(_GAP)
        while self._peek() != "}":
            self._read_pair(table, depth)
            self._skip_comma()
        self._at += 1
        return table

    def _skip_comma(self) -> None:
        self._skip(_GAP)
        if self._peek() == ",":
            self._at += 1
            self._skip(_GAP)

    def _read_text(self, place: Place) -> Placed:
        start = self._at
        text = self._check(self._read_quoted(), place)
        raw = self._text[start : self._at]
        if not raw.startswith(('"""', "'''")):
            return Placed(text, place, turns=find_escape_turns(raw, start, self._lines))
        places = self._find_line_places(raw, text, start + 3)
        return Placed(text, places[0] if places else place, places)

    def _find_line_places(self, raw: str, text: str, start: int) -> tuple[Place, ...]:
        """Place the lines of a long text; empty when escapes have joined or made lines."""
        body = raw[3:-3]
        offset = start + body.startswith("\n")
        lines = body.removeprefix("\n").split("\n")
        if len(lines) != len(text.split("\n")):
            return ()
        places: list[Place] = []
        for line in lines:
            places.append(self._lines.find_place(offset))
            offset += len(line) + 1
        return tuple(places)

    def _read_quoted(self) -> str:
        if self._text.startswith('"""', self._at):
            return _decode(self._take(_LONG_BASIC))
        if self._text.startswith("'''", self._at):
            return self._take(_LONG_LITERAL)[3:-3].removeprefix("\n")
        if self._peek() == "'":
            return self._take(_LITERAL)[1:-1]
        raw = self._take(_BASIC)
        return _decode(raw) if "\\" in raw else raw[1:-1]

    def _read_word(self, place: Place) -> bool | int | Decimal | Placed:
        word = self._take(_WORD)
        if word in ("true", "false"):
            return word == "true"
        digits = word.replace("_", "").lower()
        if digits.lstrip("+-") in ("inf", "nan"):
            return Decimal(digits)
        if digits.startswith("0b"):
            return int(digits, 2)
        number = parse_number_word(digits)
        # What is no number is a date or time, which stays text.
        return Placed(word, place) if number is None else number

    def _check(self, text: str, place: Place) -> str:
        self._errors.extend(report_characters(text, place))
        return replace_bad(text)

    def _take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._text, self._at)
        assert found  # noqa: S101 - the file is known to be TOML
        self._at = found.end()
        return found[0]

    def _skip(self, pattern: re.Pattern[str]) -> None:
        self._take(pattern)

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1]

    def _place(self) -> Place:
        return self._lines.find_place(self._at)


def _decode(literal: str) -> str:
    """Return the text that a TOML `literal` with escapes writes."""
    return str(tomllib.loads(f"text = {literal}")["text"])
