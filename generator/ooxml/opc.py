"""An open package: parts, their content types, and the relationships between them.

Open Packaging Conventions, ISO/IEC 29500-2. What is asked of a package here is what a template
needs: to be read, mended and written again, without a library that refuses it first.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from typing import Any, TypeAlias
from urllib.parse import unquote
from xml.sax.saxutils import quoteattr

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no types

from generator.errors import TemplateError
from generator.findings import Finding
from generator.ooxml.archive import CONTENT_TYPES
from generator.places import Place

Element: TypeAlias = Any
"""An element of a part, `lxml.etree._Element`; lxml comes without types."""

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_AGAIN = "open it in Office and save it again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relationship.

    Attributes:
        id: Such as `rId3`.
        type: The URI of its type.
        target: Name of the part it leads to, without a leading slash; if external, an address.
    """

    id: str
    type: str
    target: str
    is_external: bool = False

    @property
    def kind(self) -> str:
        """Return the last part of the type's URI, such as `slideLayout`."""
        return self.type.rpartition("/")[2]


@dataclass(kw_only=True)
class Package:
    """An Office file in memory.

    Attributes:
        path: Where it was read; for messages alone.
        parts: Name → bytes, without content types and relationships.
        types: Name → content type.
        links: Name of the source, empty for the package itself → its relationships.
        main: Name of the document or presentation.
        findings: What was changed when the file was opened.
    """

    path: Path
    parts: dict[str, bytes]
    types: dict[str, str]
    links: dict[str, list[Link]]
    main: str = ""
    findings: list[Finding] = field(default_factory=list)
    _roots: dict[str, Element] = field(default_factory=dict, repr=False)

    @property
    def kind(self) -> str:
        """Return `word` or `slides`."""
        return "slides" if self.read_xml(self.main).tag.endswith("}presentation") else "word"

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of all parts, in order."""
        return tuple(sorted(self.parts))

    def has(self, name: str) -> bool:
        """Return whether the package holds the part `name`."""
        return name in self.parts

    def read_xml(self, name: str) -> Element:
        """Return the root element of the part `name`; the same one each time.

        Raises:
            TemplateError: The part is missing, broken, or declares a document type.
        """
        if name not in self._roots:
            if name not in self.parts:
                raise self.error(f"lacks the part '{name}'", _AGAIN)
            self._roots[name] = parse_xml(self.parts[name], name, self)
        return self._roots[name]

    def write_xml(self, name: str, root: Element) -> None:
        """Put `root`, which may be the changed one of `read_xml`, in the place of the part."""
        self._roots[name] = root
        self.parts[name] = etree.tostring(
            root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
        )

    def find_links(self, part: str = "") -> tuple[Link, ...]:
        """Return the internal relationships of `part`, or of the package, in the file's order."""
        return tuple(link for link in self.links.get(part, ()) if not link.is_external)

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
        raise self.error(f"lacks {wanted}", _AGAIN)

    def add_part(self, name: str, data: bytes, content_type: str) -> None:
        """Add the part `name`, or replace it."""
        self.parts[name] = data
        self.types[name] = content_type
        self._roots.pop(name, None)

    def relate(self, source: str, kind: str, target: str) -> str:
        """Relate `source` to the part `target`; return the id.

        Args:
            source: Name of a part; empty for the package.
            kind: Last part of the type's URI.
            target: Name of a part.
        """
        links = self.links.setdefault(source, [])
        taken = {link.id for link in links}
        fresh = next(id_ for number in count(1) if (id_ := f"rId{number}") not in taken)
        links.append(Link(id=fresh, type=f"{OFFICE}/{kind}", target=target))
        return fresh

    def walk(self) -> Iterator[tuple[str, Link]]:
        """Yield each internal relationship that can be reached, with its source, once.

        The package's own come first, and those of a part after those that lead to it.
        """
        waiting, seen = [""], {""}
        while waiting:
            source = waiting.pop(0)
            for link in tuple(self.find_links(source)):
                yield source, link
                if link.target not in seen and self.has(link.target):
                    seen.add(link.target)
                    waiting.append(link.target)

    def drop_orphans(self) -> None:
        """Forget the parts that nothing leads to; whatever they are, nobody will read them."""
        kept = self._find_kept()
        self.parts = {name: data for name, data in self.parts.items() if name in kept}
        self.links = {name: links for name, links in self.links.items() if not name or name in kept}

    def error(self, message: str, hint: str | None = None) -> TemplateError:
        """Return an error about this file; `message` goes on after its name."""
        return TemplateError(
            f"'{self.path.name}' {message}", place=Place(file=str(self.path)), hint=hint
        )

    def to_bytes(self) -> bytes:
        """Return the file, without the parts that nothing leads to; not compressed."""
        kept = self._find_kept()
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            archive.writestr(CONTENT_TYPES, self._write_types(kept))
            for source in ("", *sorted(kept)):
                if self.links.get(source):
                    archive.writestr(name_links(source), self._write_links(source))
            for name in sorted(kept):
                archive.writestr(name, self.parts[name])
        return target.getvalue()

    def _find_kept(self) -> set[str]:
        """Return the names of the parts that something leads to."""
        return {link.target for _, link in self.walk()}

    def _write_types(self, kept: set[str]) -> str:
        overrides = "".join(
            f"<Override PartName={quoteattr('/' + name)} "
            f"ContentType={quoteattr(self.types[name])}/>"
            for name in sorted(kept)
        )
        return (
            f'{_DECLARATION}<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType='
            f'"application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>'
        )

    def _write_links(self, source: str) -> str:
        folder = dirname(source)
        entries = "".join(
            f"<Relationship Id={quoteattr(link.id)} Type={quoteattr(link.type)} "
            + (
                f'Target={quoteattr(link.target)} TargetMode="External"/>'
                if link.is_external
                else f"Target={quoteattr(relpath('/' + link.target, '/' + folder))}/>"
            )
            for link in self.links[source]
        )
        return f'{_DECLARATION}<Relationships xmlns="{_LINKS}">{entries}</Relationships>'


def name_links(source: str) -> str:
    """Return the name of the part that holds the relationships of `source`."""
    return join(dirname(source), "_rels", f"{source.rpartition('/')[2]}.rels")


def parse_package(files: Mapping[str, bytes], path: Path) -> Package:
    """Return the package whose zip entries are `files`.

    Names are matched whatever their case, and whether or not they are percent-encoded, since
    programs differ in that; a relationship names the part as the zip file does.

    Raises:
        TemplateError: It has no content types, or they or its relationships are broken XML.
    """
    parts = {
        name: data
        for name, data in files.items()
        if name != CONTENT_TYPES and not name.endswith(".rels")
    }
    package = Package(path=path, parts=parts, types={}, links={})
    if CONTENT_TYPES not in files:
        raise package.error(
            f"lacks the part '{CONTENT_TYPES}'",
            "it is a zip file, but not one that Word or PowerPoint wrote",
        )
    package.types = _parse_types(files[CONTENT_TYPES], package)
    by_name = {_fold(name): name for name in parts}
    rels = {_fold(name): data for name, data in files.items() if name.endswith(".rels")}
    for source in ("", *parts):
        name = name_links(source)
        if _fold(name) in rels:
            links = _parse_links(rels[_fold(name)], source, package)
            package.links[source] = [_settle(link, by_name) for link in links]
    return package


def _fold(name: str) -> str:
    return unquote(name).casefold()


def _settle(link: Link, by_name: Mapping[str, str]) -> Link:
    if link.is_external:
        return link
    return replace(link, target=by_name.get(_fold(link.target), link.target))


def _parse_types(data: bytes, package: Package) -> dict[str, str]:
    root = parse_xml(data, CONTENT_TYPES, package, tag=f"{{{_TYPES}}}Types")
    extensions = {
        item.get("Extension", "").casefold(): item.get("ContentType", "")
        for item in root.iterfind(f"{{{_TYPES}}}Default")
    }
    overrides = {
        _fold(item.get("PartName", "").lstrip("/")): item.get("ContentType", "")
        for item in root.iterfind(f"{{{_TYPES}}}Override")
    }
    return {
        name: overrides.get(_fold(name))
        or extensions.get(name.rpartition(".")[2].casefold(), "application/octet-stream")
        for name in package.parts
    }


def _parse_links(data: bytes, source: str, package: Package) -> Iterator[Link]:
    root = parse_xml(data, name_links(source), package, tag=f"{{{_LINKS}}}Relationships")
    folder = dirname(source)
    for item in root.iterfind(f"{{{_LINKS}}}Relationship"):
        target, is_external = item.get("Target", ""), item.get("TargetMode") == "External"
        if not is_external:
            target = _resolve_target(folder, target.replace("\\", "/").partition("#")[0])
        yield Link(
            id=item.get("Id", ""),
            type=item.get("Type", ""),
            target=target,
            is_external=is_external,
        )


def _resolve_target(folder: str, target: str) -> str:
    """Return a part's name from a relationship's target, which may be absolute or relative."""
    if target.startswith("/"):
        return normpath(target).lstrip("/")
    return normpath(join(folder, target))


def parse_xml(data: bytes, name: str, package: Package, *, tag: str = "") -> Element:
    """Return the root element of `data`; nothing is followed and no entity expanded.

    Args:
        data: The part.
        name: Its name, for messages.
        package: The same.
        tag: What the root must be; empty for anything.

    Raises:
        TemplateError: It is broken, declares a document type, or is something else.
    """
    root = None if b"<!DOCTYPE" in data else _parse(data, name, package)
    # A document type in UTF-16 is not seen by the search.
    if root is None or root.getroottree().docinfo.doctype:
        raise package.error(
            f"declares a document type in '{name}', which Office never does",
            "do not use this file unless you know who made it",
        )
    if tag and root.tag != tag:
        raise package.error(f"has broken XML in '{name}': it is something else", _AGAIN)
    return root


def _parse(data: bytes, name: str, package: Package) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise package.error(
            f"has broken XML in '{name}': {error.msg}", "take a copy that opens in Office"
        ) from error
