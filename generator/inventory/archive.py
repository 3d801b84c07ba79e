"""A template file as parts, opened with suspicion: it may come from anywhere.

Nothing here trusts a size that the file tells of itself, follows an external address or expands
an entity.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import cast

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.errors import TemplateError
from generator.inventory.element import Element
from generator.places import Place

LARGEST_FILE = 200 * 2**20
LARGEST_PART = 64 * 2**20
LARGEST_SUM = 512 * 2**20
MOST_PARTS = 10_000
HIGHEST_RATIO = 200
"""Unpacked to packed; XML of real templates stays under 40."""

RATIO_FROM = 2**20
"""Parts below this size may be packed as tightly as they like."""

IS_ENCRYPTED = 0x1
"""Bit of a zip entry's flags that tells that a password is needed."""

OLE_MAGIC = bytes.fromhex("D0CF11E0A1B11AE1")
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
STRICT = "http://purl.oclc.org/ooxml/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relationship inside the package.

    Attributes:
        id: Such as `rId3`.
        kind: Last part of the type's URI, such as `slideLayout`.
        target: Name of the part it leads to, without a leading slash.
    """

    id: str
    kind: str
    target: str


class Archive:
    """An open template file; parts are read when they are asked for."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self.path = path
        self._archive = archive
        self._names = set(archive.namelist())

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of all parts, in order."""
        return tuple(sorted(self._names))

    def has(self, name: str) -> bool:
        """Return whether the package holds the part `name`."""
        return name in self._names

    def read_xml(self, name: str) -> Element:
        """Return the root element of the part `name`.

        Raises:
            TemplateError: The part is missing, too large, broken, or declares a document type.
        """
        if name not in self._names:
            raise self.error(f"lacks the part '{name}'", "open it in Office and save it again")
        try:
            with self._archive.open(name) as stream:
                data = stream.read(LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise self.error(
                f"is damaged: '{name}' cannot be unpacked", "take a copy that opens in Office"
            ) from error
        if len(data) > LARGEST_PART:
            raise self.error(f"has a part that is too large: '{name}'")
        return self._parse(data, name)

    def find_links(self, part: str = "") -> tuple[Link, ...]:
        """Return the internal relationships of `part`, or of the package, in the file's order."""
        folder = dirname(part)
        name = join(folder, "_rels", f"{part.rpartition('/')[2]}.rels")
        if not self.has(name):
            return ()
        return tuple(
            Link(
                id=item.get("Id", ""),
                kind=item.get("Type", "").rpartition("/")[2],
                target=_resolve_target(folder, item.get("Target", "")),
            )
            for item in self.read_xml(name).iterfind(f"{PACKAGE}Relationship")
            if item.get("TargetMode") != "External"
        )

    def find_part(self, kind: str, part: str = "", *, wanted: str) -> str:
        """Return the name of the part that `part` is related to by `kind`.

        Args:
            kind: Last part of the relationship's type.
            part: Whose relationships are meant; empty for the package's.
            wanted: What the part is, for the message: `the theme`.

        Raises:
            TemplateError: There is none.
        """
        for link in self.find_links(part):
            if link.kind == kind and self.has(link.target):
                return link.target
        raise self.error(f"lacks {wanted}", "open it in Office and save it again")

    def error(self, message: str, hint: str | None = None) -> TemplateError:
        """Return an error about this file; `message` goes on after its name."""
        return TemplateError(
            f"'{self.path.name}' {message}", place=Place(file=str(self.path)), hint=hint
        )

    def _parse(self, data: bytes, name: str) -> Element:
        if b"<!DOCTYPE" in data:
            raise self._declares_type(name)
        try:
            root = etree.fromstring(data, _make_parser())
        except etree.XMLSyntaxError as error:
            raise self.error(
                f"has broken XML in '{name}': {error.msg}", "take a copy that opens in Office"
            ) from error
        if root.getroottree().docinfo.doctype:  # written in UTF-16, where the search is blind
            raise self._declares_type(name)
        if str(root.tag).startswith(f"{{{STRICT}"):
            raise self.error(
                "is saved as Strict Open XML",
                "in Office, choose File, Save As, and the type without 'Strict'",
            )
        return cast("Element", root)

    def _declares_type(self, name: str) -> TemplateError:
        return self.error(
            f"declares a document type in '{name}', which Office never does",
            "do not use this file unless you know who made it",
        )


@contextmanager
def open_archive(path: Path) -> Generator[Archive]:
    """Open the Office file at `path`.

    Raises:
        TemplateError: It is absent, unreadable, a folder, encrypted, no zip, or larger than any
            template.
    """
    place = Place(file=str(path))
    try:
        if not path.is_file():
            raise _absent(path, place)
        if path.stat().st_size > LARGEST_FILE:
            raise TemplateError(f"'{path.name}' is too large for a template", place=place)
        with path.open("rb") as stream:
            _check_start(stream.read(len(OLE_MAGIC)), path, place)
            stream.seek(0)
            with zipfile.ZipFile(stream) as archive:
                _check_entries(archive, path, place)
                yield Archive(path, archive)
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise TemplateError(
            f"'{path.name}' is damaged: it is not a whole zip file",
            place=place,
            hint="take a copy that opens in Office",
        ) from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise TemplateError(
            f"cannot read '{path.name}': {reason}",
            place=place,
            hint="close it in Office, or see who may read it",
        ) from error


def _absent(path: Path, place: Place) -> TemplateError:
    if path.exists():
        return TemplateError(
            f"'{path.name}' is not a file", place=place, hint="a template is a .docx or .pptx"
        )
    return TemplateError(
        f"the template file '{path.name}' does not exist",
        place=place,
        hint="a template folder holds report.docx and deck.pptx",
    )


def _check_start(start: bytes, path: Path, place: Place) -> None:
    if start == OLE_MAGIC:
        raise TemplateError(
            f"'{path.name}' is protected by a password, or saved in the format of Office 97-2003",
            place=place,
            hint="open it in Office, take the password off, and save it as .docx or .pptx",
        )
    if not start.startswith(b"PK"):
        raise TemplateError(
            f"'{path.name}' is not an Office file",
            place=place,
            hint="a template is a .docx or .pptx, which Word or PowerPoint saved",
        )


def _check_entries(archive: zipfile.ZipFile, path: Path, place: Place) -> None:
    """Raise if the zip needs a password, or would unpack to more than a template ever holds."""
    entries = archive.infolist()
    if any(entry.flag_bits & IS_ENCRYPTED for entry in entries):
        raise TemplateError(
            f"'{path.name}' is protected by a password", place=place, hint="take the password off"
        )
    total = sum(entry.file_size for entry in entries)
    is_bomb = any(
        entry.file_size > RATIO_FROM
        and entry.file_size > HIGHEST_RATIO * max(1, entry.compress_size)
        for entry in entries
    )
    if is_bomb or total > LARGEST_SUM or len(entries) > MOST_PARTS:
        raise TemplateError(
            f"'{path.name}' unpacks to far more than a template holds",
            place=place,
            hint="do not use this file unless you know who made it",
        )


def _resolve_target(folder: str, target: str) -> str:
    """Return a part's name from a relationship's target, which may be absolute or relative."""
    if target.startswith("/"):
        return normpath(target).lstrip("/")
    return normpath(join(folder, target))


def _make_parser() -> etree.XMLParser:
    """Return a parser that reads nothing but what it is given, and expands nothing."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
