"""Section texts that stand in Markdown files beside the data file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PureWindowsPath

from generator.errors import DataError, GeneratorError
from generator.load.characters import Lines, check_characters, replace_bad
from generator.load.files import read_text
from generator.load.tree import PlacedMap, walk_section_maps
from generator.places import Place, Placed


def add_texts(root: PlacedMap, folder: Path) -> Iterator[GeneratorError]:
    """Put the text of each `text: {file: …}` in its place in `root`; yield what went wrong.

    `root` is changed in place; a text that could not be read is left out.
    """
    for section in walk_section_maps(root):
        text = section.get("text")
        if not isinstance(text, PlacedMap) or text.keys() != {"file"}:
            continue
        name = text["file"]
        if not isinstance(name, Placed) or not name.strip():
            continue
        section["text"] = None
        try:
            path = _find_file(name, text.value_places["file"], folder)
            section["text"] = _read_placed(path)
        except GeneratorError as error:
            yield _point(error, name, text.value_places["file"])
            continue
        yield from check_characters(Lines(read_text(path), str(path)))


def _find_file(name: str, place: Place, folder: Path) -> Path:
    """Return the path of the file `name` in `folder`.

    Raises:
        DataError: It would lie outside of the folder.
    """
    given = PureWindowsPath(name.strip())
    if given.is_absolute() or given.drive or given.root or ".." in given.parts:
        raise _refuse_path(name, place)
    path = folder / name.strip()
    try:
        real = path.resolve()
        is_inside = real.is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError) as error:
        raise DataError(
            f"the file '{name}' cannot be read", place=place, hint="see whether its path is right"
        ) from error
    if not is_inside:
        raise _refuse_path(name, place)
    return path


def _refuse_path(name: str, place: Place) -> DataError:
    return DataError(
        f"the file '{name}' lies outside of the folder of the brief",
        place=place,
        hint="put it beside the data file, and give its path from there",
    )


def _read_placed(path: Path) -> Placed:
    text = read_text(path)
    if not text.strip():
        raise DataError(
            "the file is empty",
            place=Place(file=str(path)),
            hint="write the text into it, or take out the key that names it",
        )
    file = str(path)
    places = tuple(
        Place(file=file, line=number + 1, column=1) for number in range(text.count("\n") + 1)
    )
    return Placed(replace_bad(text), places[0], places)


def _point(error: GeneratorError, name: str, place: Place) -> GeneratorError:
    """Return `error` at the line of the data file that names the file, if it has no line."""
    if error.place and error.place.line is not None:
        return error
    return type(error)(f"{name}: {error.message}", place=place, hint=error.hint)
