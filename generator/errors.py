"""What can go wrong on purpose: one root class, a place, a hint, an exit code.

GeneratorError
├── DataError      the data file or a file it names is wrong (65)
│   └── RoomError  a slide has no room for what it is to show (65)
├── MissingError   a file that was asked for is not there or cannot be read (66)
├── TemplateError  the template cannot be used, or lacks what the document needs (67)
│   ├── SettingsError several errors of one file of settings (67)
│   └── TagsError    several errors of the tags in one template (67)
├── OutputError    the output cannot be written (73)
└── BriefError       several errors of one data file, reported together (65)
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from generator.places import Place

_MAX_COMPARED = 100
_MAX_LENGTH = 100


class GeneratorError(Exception):
    """An error that a user can mend; the command line prints it without a traceback.

    Attributes:
        message: What is wrong, one sentence without a full stop.
        place: Where, when it is known.
        hint: What to do about it.
    """

    exit_code = 70

    def __init__(
        self, message: str, *, place: Place | None = None, hint: str | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.hint = hint

    def __str__(self) -> str:
        """Return one or two lines: place and message, then the hint."""
        where = f"{self.place}: " if self.place else ""
        hint = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{where}{self.message}{hint}"


class DataError(GeneratorError):
    """The data file, or a file that it names, says something that cannot be right."""

    exit_code = 65


class RoomError(DataError):
    """A slide has no room for its content, at every size and however it is parted.

    Attributes:
        slide: Id of the slide, as the storyboard has it.
    """

    def __init__(self, slide: str, message: str, *, hint: str) -> None:
        super().__init__(f"slide '{slide}': {message}", hint=hint)
        self.slide = slide


class MissingError(GeneratorError):
    """A file that was asked for does not exist or cannot be read."""

    exit_code = 66


class TemplateError(GeneratorError):
    """The template cannot be used, or lacks a style, layout or placeholder that is needed."""

    exit_code = 67


class SettingsError(TemplateError):
    """All errors of one file of settings, in the order of their places.

    Attributes:
        errors: At least one.
    """

    def __init__(self, errors: Iterable[GeneratorError]) -> None:
        self.errors = tuple(sorted(errors, key=_by_place))
        super().__init__("\n".join(str(error) for error in self.errors))


class TagsError(TemplateError):
    """All errors of the tags in one template, in the order of reading.

    Attributes:
        errors: At least one.
    """

    def __init__(self, errors: Iterable[GeneratorError]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(str(error) for error in self.errors))


class OutputError(GeneratorError):
    """The output cannot be written: no room, no right, or a file held open by Office."""

    exit_code = 73


class BriefError(GeneratorError):
    """All errors of one data file, in the order of their places.

    Attributes:
        errors: At least one.
    """

    exit_code = 65

    def __init__(self, errors: Iterable[GeneratorError]) -> None:
        self.errors = tuple(sorted(errors, key=_by_place))
        super().__init__("\n".join(str(error) for error in self.errors))


def _by_place(error: GeneratorError) -> tuple[str, int, int]:
    place = error.place
    if place is None:
        return ("", 0, 0)
    return (place.file, place.line or 0, place.column or 0)


def match_nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that `word` may be a misspelling of, or None."""
    # Comparing is slow: of many words those are taken that at least begin alike.
    words = list(known)
    if len(words) > _MAX_COMPARED:
        words = [each for each in words if each[:1] == word[:1]][:_MAX_COMPARED]
    near = get_close_matches(word[:_MAX_LENGTH], words, n=1, cutoff=0.6)
    return near[0] if near else None


def suggest(word: str, known: Iterable[str]) -> str | None:
    """Return `did you mean 'value'?` for the known word nearest to `word`, or None."""
    near = match_nearest(word, known)
    return f"did you mean '{near}'?" if near else None
