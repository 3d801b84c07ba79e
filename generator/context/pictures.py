"""Pictures that a template asks for: read from the brief's folder, and from nowhere else."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path, PureWindowsPath

from generator.errors import DataError, suggest
from generator.ooxml.tags.pictures import InlineImage
from generator.units import EMU_PER_CM

_EMU_PER_MM = EMU_PER_CM // 10
_LONGEST = 200
_MOST_MM = 2_000
_MOST_LISTED = 1_000
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE)

_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class PictureFolder:
    """The folder of a brief, with the pictures that were read from it.

    Attributes:
        folder: The folder.
    """

    folder: Path
    _read: dict[_Key, InlineImage] = field(default_factory=dict[_Key, InlineImage])

    def find_picture(  # noqa: PLR0913 - what a template may say of a picture
        self,
        path: object,
        width: object = None,
        height: object = None,
        *,
        alt: object = "",
        link: object = "",
        fit: object = None,
    ) -> InlineImage:
        """Return the picture at `path`: `{{ image("logo.png", width=40) }}`.

        Args:
            path: From the folder of the brief.
            width: In millimetres; left out, the room or the proportions decide.
            height: The same.
            alt: Alternative text; empty for a picture that only decorates.
            link: Address that a click leads to.
            fit: `contain` or `cover`, as `InlineImage` takes it.

        Raises:
            DataError: The path leads out of the folder, there is no such picture, it is none, or a
                length is no number.
        """
        options = (_read_length(width, "width"), _read_length(height, "height"), str(alt))
        key = (str(path), *options, str(link), fit)
        if key not in self._read:
            self._read[key] = InlineImage(
                self._resolve(str(path)),
                *options,
                link=str(link),
                fit=None if fit is None else str(fit),
            )
        return self._read[key]

    def _resolve(self, written: str) -> Path:
        """Return the file that is meant, which lies in the folder.

        Raises:
            DataError: It does not, or is not there.
        """
        shown = written[:_LONGEST]
        given = PureWindowsPath(written)
        if _ADDRESS.match(written) or written.startswith(("//", "\\\\")):
            raise DataError(
                f"'{shown}' is an address, and nothing is fetched",
                hint="save the picture beside the data file, and write its name",
            )
        if given.root or given.drive or ".." in given.parts or written.startswith("~"):
            raise _refuse_outside(shown)
        path = self.folder / written
        try:
            is_inside = path.resolve().is_relative_to(self.folder.resolve())
            is_file = path.is_file()
        except (OSError, RuntimeError, ValueError):
            is_inside, is_file = True, False
        if not is_inside:
            raise _refuse_outside(shown)
        if not is_file:
            raise DataError(
                f"there is no picture '{shown}'",
                hint=suggest(written, self._list_files())
                or "paths are from the folder of the data file",
            )
        return path

    def _list_files(self) -> list[str]:
        try:
            found = sorted(each.name for each in self.folder.iterdir() if each.is_file())
        except OSError:
            return []
        return found[:_MOST_LISTED]


def _refuse_outside(shown: str) -> DataError:
    return DataError(
        f"the picture '{shown}' lies outside of the folder of the brief",
        hint="put it beside the data file, and give its path from there",
    )


def _read_length(length: object, name: str) -> int | None:
    """Return a length in EMU from one in millimetres."""
    if length is None:
        return None
    if isinstance(length, int | float) and not isinstance(length, bool) and 0 < length <= _MOST_MM:
        return max(1, round(length * _EMU_PER_MM))
    raise DataError(
        f"'{str(length)[:_LONGEST]}' is no {name}", hint="write millimetres, such as 40"
    )
