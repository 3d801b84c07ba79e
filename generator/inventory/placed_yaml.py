"""A YAML file as nodes with their places; errors are gathered, so that one run tells them all."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterable
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.errors import MissingError, SettingsError, TemplateError, suggest
from generator.places import Place, Placed

LARGEST = 256 * 2**10
DEEPEST = 40
"""Brackets within brackets; settings need two."""

_BRACKETS = re.compile(r"[\[\]{}]")
_NULL = "tag:yaml.org,2002:null"
_TRUE, _FALSE = frozenset({"true", "yes", "on"}), frozenset({"false", "no", "off"})
_LONGEST_QUOTED = 40


class Reader:
    """A file of settings being read.

    Attributes:
        path: The file.
        root: Its outermost node; None when it says nothing.
    """

    def __init__(self, path: Path, what: str) -> None:
        """Read and parse the file at `path`; `what` it is stands in messages.

        Raises:
            MissingError: It is not there or cannot be read.
            TemplateError: It is no file, too large, not UTF-8 or not YAML.
        """
        self.path = path
        self._errors: list[TemplateError] = []
        self.root = _compose(_read_text(path, what), Place(file=str(path)))

    def refuse(self, message: str, at: Node | Place | None = None, hint: str | None = None) -> None:
        """Note an error; `check` raises it."""
        place = self.place(at) if isinstance(at, Node) else at or Place(file=str(self.path))
        told = [(error.message, error.place) for error in self._errors]
        if (message, place) not in told:
            self._errors.append(TemplateError(message, place=place, hint=hint))

    def check(self) -> None:
        """Raise what was refused so far.

        Raises:
            TemplateError: The one error there is, or a `SettingsError` of all.
        """
        if len(self._errors) == 1:
            raise self._errors[0]
        if self._errors:
            raise SettingsError(self._errors)

    def place(self, node: Node) -> Place:
        """Return where `node` begins."""
        mark = node.start_mark
        line, column = getattr(mark, "line", 0), getattr(mark, "column", 0)
        return Place(file=str(self.path), line=line + 1, column=column + 1)

    def mapping(self, node: Node | None, known: Iterable[str] | None = None) -> dict[str, Node]:
        """Return the values of a mapping by key; those without a value are left out.

        A key that stands twice, or is not among `known` (None for any), is refused.
        """
        if node is None or is_null(node):
            return {}
        if not isinstance(node, MappingNode):
            self.refuse(f"expected keys with values, found {describe(node)}", node)
            return {}
        values: dict[str, Node] = {}
        seen: set[str] = set()
        for key_node, value in node.value:
            if self._accepts(key_node, known, seen) and not is_null(value):
                values[str(key_node.value)] = value
        return values

    def _accepts(self, node: Node, known: Iterable[str] | None, seen: set[str]) -> bool:
        if not isinstance(node, ScalarNode):
            self.refuse("expected a name as the key", node)
            return False
        key = str(node.value)
        if known is not None and key not in known:
            hint = suggest(key, known) or f"known are {', '.join(known)}"
            self.refuse(f"unknown key '{key[:_LONGEST_QUOTED]}'", node, hint)
            return False
        if key in seen:
            self.refuse(f"'{key}' stands here twice", node, "keep one of them")
            return False
        seen.add(key)
        return True

    def items(self, node: Node | None) -> list[Node]:
        """Return the items of a list."""
        if node is None or is_null(node):
            return []
        if not isinstance(node, SequenceNode):
            self.refuse(f"expected a list, found {describe(node)}", node)
            return []
        return list(node.value)

    def text(self, node: Node | None, wanted: str) -> Placed | None:
        """Return a text on one line; `wanted` says what was looked for."""
        if node is None:
            return None
        text = str(node.value).strip() if isinstance(node, ScalarNode) else ""
        if not text or is_null(node):
            self.refuse(f"expected {wanted}, found {describe(node)}", node)
            return None
        if not text.isprintable():
            self.refuse(f"expected {wanted}, found text with control characters", node)
            return None
        return Placed(text, self.place(node))

    def choice(self, node: Node | None, known: Iterable[str], default: str) -> str:
        """Return one of `known`; case does not matter."""
        words = tuple(known)
        text = self.text(node, f"one of {', '.join(words)}")
        if text is None:
            return default
        for word in words:
            if word.casefold() == text.casefold():
                return word
        self.refuse(
            f"'{text[:_LONGEST_QUOTED]}' is not one of {', '.join(words)}",
            text.place,
            suggest(text, words),
        )
        return default

    def switch(self, node: Node | None, *, default: bool) -> bool:
        """Return a yes or a no."""
        text = self.text(node, "true or false")
        if text is None:
            return default
        word = text.lower()
        if word not in _TRUE | _FALSE:
            self.refuse(f"expected true or false, found '{text[:_LONGEST_QUOTED]}'", text.place)
        return word in _TRUE if word in _TRUE | _FALSE else default

    def number(self, node: Node | None, least: float, most: float) -> float | None:
        """Return a number from `least` to `most`."""
        text = self.text(node, f"a number from {least:g} to {most:g}")
        if text is None:
            return None
        return self.within(text, _to_number(text), least, most)

    def within(self, text: Placed, value: float | None, least: float, most: float) -> float | None:
        """Return `value` if it lies between the two, else refuse the `text` that it was read from.

        A `value` of None was not readable at all.
        """
        if value is not None and least <= value <= most:
            return value
        self.refuse(
            f"expected a number from {least:g} to {most:g}, found '{text[:_LONGEST_QUOTED]}'",
            text.place,
        )
        return None


def is_null(node: Node) -> bool:
    """Return whether `node` is an empty value."""
    return node.tag == _NULL


def is_mapping(node: Node | None) -> bool:
    """Return whether `node` has keys."""
    return isinstance(node, MappingNode)


def describe(node: Node) -> str:
    """Return what `node` is, in words."""
    if isinstance(node, MappingNode):
        return "keys with values"
    if isinstance(node, SequenceNode):
        return "a list"
    if is_null(node) or not str(node.value).strip():
        return "nothing"
    text = str(node.value).strip().split("\n")[0]
    short = text if len(text) <= _LONGEST_QUOTED else f"{text[:_LONGEST_QUOTED]}…"
    return f"'{short}'" if short.isprintable() else "control characters"


def _to_number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _read_text(path: Path, what: str) -> str:
    place = Place(file=str(path))
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise TemplateError(f"{what} is not a file", place=place)
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise MissingError(f"cannot read {what} '{path}': {reason}") from error
    except ValueError as error:
        raise MissingError(f"cannot read {what}: its path is not one") from error
    if len(data) > LARGEST:
        raise TemplateError(f"{what} is too large for settings", place=place)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TemplateError(f"{what} is not UTF-8", place=place, hint="save it as UTF-8") from error


def _compose(text: str, place: Place) -> Node | None:
    check_depth(text, place)
    try:
        return YAML(typ="rt", pure=True).compose(text)  # pyright: ignore[reportReturnType]
    except MarkedYAMLError as error:
        mark = error.problem_mark
        at = Place(file=place.file, line=mark.line + 1, column=mark.column + 1) if mark else place
        raise TemplateError(
            f"not YAML: {error.problem or 'it cannot be parsed'}", place=at
        ) from error
    except (YAMLError, RecursionError, ValueError) as error:
        raise TemplateError("not YAML that can be read", place=place) from error


def check_depth(text: str, place: Place) -> None:
    """Refuse YAML whose brackets nest deeper than any settings: ruamel.yaml takes seconds on it.

    Raises:
        TemplateError: They do.
    """
    depth = 0
    for bracket in _BRACKETS.findall(text):
        depth += 1 if bracket in "[{" else -1
        if depth > DEEPEST:
            raise TemplateError("not YAML: its brackets nest too deep", place=place)
