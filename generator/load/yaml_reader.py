"""YAML 1.2 to a tree with places. The one module that knows ruamel.yaml.

It reads the parser's events in one pass. Only the parser written in Python is used: the one in C,
where it is installed, reads YAML 1.1 and words its errors in another way, and the same file must
give the same result on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.errors import DataError, GeneratorError
from generator.load.characters import Lines, replace_bad, report_characters
from generator.load.scalars import resolve_plain
from generator.load.tree import (
    PlacedList,
    PlacedMap,
    Tree,
    Value,
    check_depth,
    report_duplicate,
    require_map,
)
from generator.load.turns import find_escape_turns, find_fold_turns
from generator.load.yaml_lines import find_line_places
from generator.load.yaml_words import explain_syntax
from generator.places import Place, Placed, Turn

MAX_REPEATED = 100_000
"""Values that aliases may repeat in one file, all together."""

_CORE = "tag:yaml.org,2002:"
_KINDS = frozenset(_CORE + kind for kind in ("str", "int", "float", "bool", "null", "map", "seq"))


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A value that aliases repeat; `size` counts the values in it."""

    value: Value
    size: int


def read_yaml(text: str, file: str) -> Tree:
    """Return the one document in `text`, whose bad characters have been replaced.

    Raises:
        DataError: It is no YAML, holds no map, or uses what a brief has no room for.
    """
    return _Reader(Lines(text, file)).read()


class _Reader:
    """Builds the tree of one document from events."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._events = self._parse()
        self._errors: list[GeneratorError] = []
        self._anchors: dict[str, _Anchor] = {}
        self._open: set[str] = set()
        self._built = 0
        self._repeated = 0

    def read(self) -> Tree:
        if not self._lines.text.strip():
            raise DataError(
                "the file is empty",
                place=Place(file=self._lines.file, line=1, column=1),
                hint="begin it with 'title: …'",
            )
        root: PlacedMap | None = None
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                place = self._place(event)
                if root is not None:
                    raise DataError(
                        "a second document begins here",
                        place=place,
                        hint="a data file holds one brief; remove the line '---'",
                    )
                root = self._read_document(next(self._events))
        if root is None:
            self._refuse_comments()
        return Tree(root=root, errors=tuple(self._errors))

    def _read_document(self, event: Event) -> PlacedMap:
        value = self._read_value(event, 1)
        if value is None:
            self._refuse_comments()
        return require_map(value, self._place(event))

    def _refuse_comments(self) -> NoReturn:
        raise DataError(
            "the file holds no data, only comments or blank lines",
            place=Place(file=self._lines.file, line=1, column=1),
            hint="begin it with 'title: …'",
        )

    def _parse(self) -> Iterator[Event]:
        yaml = YAML(typ="safe", pure=True)
        events: Any = yaml.parse(self._lines.text)
        while True:
            try:
                event = next(events)
            except StopIteration:
                return
            except MarkedYAMLError as error:
                raise explain_syntax(error, self._lines) from error
            except Exception as error:
                # On malformed text the scanner also fails with errors of its own working, such as
                # an OverflowError for an escape that is no character.
                raise explain_syntax(None, self._lines) from error
            yield event

    def _place(self, event: Event) -> Place:
        mark = event.start_mark
        return self._lines.clip(mark.line, mark.column)

    def _read_value(self, event: Event, depth: int) -> Value:
        if isinstance(event, AliasEvent):
            return self._repeat(event, depth)
        assert isinstance(event, NodeEvent)  # noqa: S101 - the grammar has nothing else here
        anchor = event.anchor
        if anchor is not None:
            self._open.add(anchor)
        before = self._built + self._repeated
        self._built += 1
        value = self._read_node(event, depth)
        if anchor is not None:
            self._open.discard(anchor)
            self._anchors[anchor] = _Anchor(value, self._built + self._repeated - before)
        return value

    def _read_node(self, event: Event, depth: int) -> Value:
        if isinstance(event, ScalarEvent):
            return self._read_scalar(event)
        place = self._place(event)
        check_depth(depth, place)
        if self._begins_expression(event):
            return self._read_expression(event, place)
        assert isinstance(event, MappingStartEvent | SequenceStartEvent)  # noqa: S101 - no others
        self._check_tag(event.tag, place)
        if isinstance(event, MappingStartEvent):
            return self._read_map(place, depth)
        return self._read_list(place, depth)

    def _begins_expression(self, event: Event) -> bool:
        return self._lines.text.startswith("{{", event.start_mark.index)

    def _read_expression(self, event: Event, place: Place) -> Placed:
        """Read `{{ fact }}` without quotes, a map to YAML, as the text it is meant as."""
        self._errors.append(
            DataError(
                "a value that begins with '{{' must stand in quotes",
                place=place,
                hint="""write "{{ … }}", or begin with another word""",
            )
        )
        start, last, level = event.start_mark.index, event, 1
        while level:
            last = next(self._events)
            if isinstance(last, MappingStartEvent | SequenceStartEvent):
                level += 1
            elif isinstance(last, MappingEndEvent | SequenceEndEvent):
                level -= 1
        return Placed(self._lines.text[start : last.end_mark.index], place)

    def _read_list(self, place: Place, depth: int) -> PlacedList:
        items = PlacedList(place)
        while not isinstance(event := next(self._events), SequenceEndEvent):
            value = self._read_value(event, depth + 1)
            items.add(value, self._place_of(value, event))
        return items

    def _read_map(self, place: Place, depth: int) -> PlacedMap:
        entries = PlacedMap(place)
        while not isinstance(event := next(self._events), MappingEndEvent):
            key = self._read_key(event, depth)
            value_event = next(self._events)
            value = self._read_value(value_event, depth + 1)
            if key is None:
                continue
            key_place = self._place(event)
            if key in entries:
                self._errors.append(report_duplicate(key, key_place, entries.key_places[key]))
                continue
            # The parser places what is not there at the next thing that is.
            place = key_place if value is None else self._place_of(value, value_event)
            entries.add(key, key_place, value, place)
        return entries

    def _read_key(self, event: Event, depth: int) -> str | None:
        """Return the text of a key, or None after an error."""
        place = self._place(event)
        if not isinstance(event, ScalarEvent):
            self._read_value(event, depth + 1)
            hint = "write 'key: value'; text that begins with '[' or '{' must stand in quotes"
            self._errors.append(DataError("a key must be a single text", place=place, hint=hint))
            return None
        self._check_tag(event.tag, place)
        if event.value == "<<" and event.style is None:
            raise DataError(
                "'<<' cannot merge keys here",
                place=place,
                hint="write the keys out; an alias can repeat a whole value",
            )
        return self._check_text(event.value, place)

    def _read_scalar(self, event: ScalarEvent) -> Value:
        place = self._place(event)
        if event.style is None and event.implicit[0]:
            value = resolve_plain(event.value)
            if not isinstance(value, str):
                return value
        self._check_tag(event.tag, place)
        return self._read_text(event, place)

    def _read_text(self, event: ScalarEvent, place: Place) -> Placed:
        text = self._check_text(event.value, place)
        places: tuple[Place, ...] = ()
        if event.style in ("|", ">"):
            places = find_line_places(text, event, self._lines)
        turns = self._find_turns(text, event)
        return Placed(text, places[0] if places else place, places, turns)

    def _find_turns(self, text: str, event: ScalarEvent) -> tuple[Turn, ...]:
        """Return where a text that is not written as it stands goes on in the file."""
        start, end, lines = event.start_mark, event.end_mark, self._lines
        is_one_line = start.line == end.line
        if event.style == "|" or (event.style is None and is_one_line):
            return ()
        if event.style != ">" and is_one_line:
            return find_escape_turns(lines.text[start.index : end.index], start.index, lines)
        # What stands in the first line after '>' is no text.
        first = lines.text.find("\n", start.index) if event.style == ">" else start.index
        return find_fold_turns(text, first, end.index, lines)

    def _check_text(self, text: str, place: Place) -> str:
        self._errors.extend(report_characters(text, place))
        return replace_bad(text)

    def _check_tag(self, tag: str | None, place: Place) -> None:
        if tag is None or tag == "!" or tag in _KINDS:
            return
        raise DataError(
            f"the tag '{tag.removeprefix(_CORE)}' has no meaning here",
            place=place,
            hint="remove it; text that begins with '!' must stand in quotes",
        )

    def _repeat(self, event: AliasEvent, depth: int) -> Value:
        name = event.anchor
        place = self._place(event)
        anchor = self._anchors.get(name)
        if name in self._open or anchor is None:
            raise self._report_alias(name, place)
        self._repeated += anchor.size
        if self._repeated > MAX_REPEATED:
            raise DataError(
                f"aliases repeat more than {MAX_REPEATED} values",
                place=place,
                hint="write them out",
            )
        check_depth(depth + _height(anchor.value) - 1, place)
        return anchor.value

    def _report_alias(self, name: str, place: Place) -> DataError:
        if name in self._open:
            return DataError(
                f"the alias '*{name}' stands inside what it repeats",
                place=place,
                hint="write out what is meant",
            )
        return DataError(
            f"the alias '*{name}' repeats nothing: there is no '&{name}' above it",
            place=place,
            hint="text that begins with '*' must stand in quotes",
        )

    def _place_of(self, value: Value, event: Event) -> Place:
        if isinstance(value, Placed) and value.place and not isinstance(event, AliasEvent):
            return value.place
        return self._place(event)


def _height(value: Value) -> int:
    """Return how many levels `value` is nested; at most `MAX_DEPTH`, which was checked."""
    if isinstance(value, PlacedMap):
        return 1 + max(map(_height, value.values()), default=0)
    if isinstance(value, PlacedList):
        return 1 + max(map(_height, value), default=0)
    return 0
