"""A written package as it stands in the zip: parts, relationships, and what is wrong with it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


class Written:
    """A written package: its parts, their relationships and texts."""

    def __init__(self, source: Path | bytes) -> None:
        data = source.read_bytes() if isinstance(source, Path) else source
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.names = package.namelist()
            self.parts = {name: package.read(name) for name in self.names}
        self._trees: dict[str, Any] = {}

    def parse(self, name: str) -> Any:
        """Return the root element of the part `name`."""
        if name not in self._trees:
            parser = etree.XMLParser(resolve_entities=False, remove_comments=True, huge_tree=True)
            self._trees[name] = etree.fromstring(self.parts[name], parser)
        return self._trees[name]

    def find_links(self, part: str = "") -> Iterator[tuple[str, str, str, bool]]:
        """Yield id, last part of the type, target and whether it is external, of a part's links."""
        name = join(dirname(part), "_rels", f"{part.rpartition('/')[2]}.rels")
        if name not in self.parts:
            return
        for link in self.parse(name):
            kind = (link.get("Type") or "").rpartition("/")[2]
            target = link.get("Target") or ""
            is_external = link.get("TargetMode") == "External"
            if not is_external:
                folder = "" if target.startswith("/") else dirname(part)
                target = normpath(join(folder, target.lstrip("/")))
            yield link.get("Id") or "", kind, target, is_external

    def find_linked(self, part: str, kind: str) -> list[str]:
        """Return the parts that `part` leads to by relationships of one kind."""
        return [
            target
            for _, found, target, is_external in self.find_links(part)
            if found == kind and not is_external and target in self.parts
        ]

    @property
    def main(self) -> str:
        """Return the name of the main part."""
        return self.find_linked("", "officeDocument")[0]

    @property
    def slides(self) -> list[str]:
        """Return the slide parts in the order of the show."""
        links = {id_: target for id_, _, target, _ in self.find_links(self.main)}
        listed = self.parse(self.main).iterfind(f"{P}sldIdLst/{P}sldId")
        return [links[slide.get(f"{R}id")] for slide in listed]


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that is wrong with a written file: its kind, where, and what."""

    kind: str
    where: str
    what: str

    def __str__(self) -> str:
        """Write it in one line."""
        return f"{self.kind}: {self.where}: {self.what}"
