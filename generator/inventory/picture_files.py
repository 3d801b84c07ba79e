"""Pictures that a file of settings names: read from its own folder, and from nowhere else.

Paths are relative to the file that names them. Nothing is fetched.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath, PureWindowsPath

from generator.errors import suggest
from generator.inventory.pictures import LARGEST, Picture, parse_picture
from generator.inventory.placed_yaml import Reader
from generator.places import Placed

_URL = re.compile(r"(?:[a-z][a-z0-9+.-]+:)?//|(?:data|https?|file|mailto):", re.IGNORECASE)
_FORMATS = "save the logo as a PNG"
_LONGEST_PATH = 200


class PictureFolder:
    """The folder of a file of settings, with the pictures that were read from it.

    Attributes:
        files: Path as the file writes it, with `/` → content.
    """

    def __init__(self, reader: Reader) -> None:
        """Read from the folder of `reader`'s file."""
        self.files: dict[str, bytes] = {}
        self._reader = reader
        self._folder = reader.path.resolve().parent

    def read(self, written: Placed, alt: str, names: tuple[str, ...] = ()) -> Picture | None:
        """Return the picture at the path `written`; what is wrong with it is refused.

        Args:
            written: A path relative to the file of settings.
            alt: Alternative text of the picture.
            names: Words that could have been meant in the place of a path.
        """
        path = self._resolve(written, names)
        if path is None:
            return None
        try:
            with path.open("rb") as stream:
                data = stream.read(LARGEST + 1)
            picture = parse_picture(data, alt)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            self._reader.refuse(f"cannot read the logo '{written}': {reason}", written.place)
        except ValueError as error:
            hint = _FORMATS if "broken" not in str(error) else f"{_FORMATS} again"
            self._reader.refuse(f"the logo '{written}' {error}", written.place, hint)
        else:
            self.files[path.relative_to(self._folder).as_posix()] = data
            return picture
        return None

    def _resolve(self, written: Placed, names: tuple[str, ...]) -> Path | None:
        """Return the file that is meant, if it is one and lies in the folder."""
        reason = _find_fault(written)
        if reason:
            self._reader.refuse(f"the logo '{written[:_LONGEST_PATH]}' {reason[0]}", written.place,
                                reason[1])  # fmt: skip
            return None
        path = self._folder / written
        try:
            if path.suffix.lower() == ".svg":
                path = self._find_twin(path, written) or path
            real = path.resolve()
            if not real.is_relative_to(self._folder):
                self._reader.refuse(
                    f"the logo '{written}' leads out of the folder of the settings",
                    written.place,
                    "put the picture itself beside the settings",
                )
            elif not real.is_file():
                self._refuse_missing(written, names)
            elif path.suffix.lower() != ".svg":
                return path
        except (OSError, ValueError, RuntimeError):
            self._refuse_missing(written, names)
        return None

    def _find_twin(self, path: Path, written: Placed) -> Path | None:
        """Return the PNG that stands beside an SVG under its name."""
        twin = path.with_suffix(".png")
        if twin.is_file():
            return twin
        if path.is_file():
            self._reader.refuse(
                f"the logo '{written}' is an SVG, and Office needs a PNG to show it everywhere",
                written.place,
                f"save it as '{twin.name}' beside the SVG, 1000 pixels wide or more",
            )
        return None

    def _refuse_missing(self, written: Placed, names: tuple[str, ...]) -> None:
        near = suggest(written, (*names, *self._list_pictures()))
        self._reader.refuse(
            f"there is no logo '{written}'",
            written.place,
            near or "paths are relative to the settings; a name must stand in logo.images",
        )

    def _list_pictures(self) -> list[str]:
        try:
            return sorted(each.name for each in self._folder.glob("*.png"))
        except OSError:
            return []


def _find_fault(path: str) -> tuple[str, str] | None:
    """Return what is wrong with a path before any file is touched, and what to do."""
    if _URL.match(path):
        return (
            "is an address on the web, and nothing is fetched",
            "save the picture beside the settings, and write its name",
        )
    posix, windows = PurePosixPath(path), PureWindowsPath(path)
    if posix.is_absolute() or windows.drive or windows.root or path.startswith("~"):
        return (
            "is an absolute path",
            "write it relative to the settings, so that the folder can be moved",
        )
    if ".." in posix.parts or ".." in windows.parts:
        return (
            "leads out of the folder of the settings",
            "put the picture in that folder, or in one below it",
        )
    if len(path) > _LONGEST_PATH:
        return ("is too long for a path", "shorten it")
    return None
