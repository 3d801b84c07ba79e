"""Changes the parts of a package: what kinds of foreign templates are made with."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from generator.inventory import find_default_template
from tests.foreign.written import A, P, R, W

Parts = dict[str, bytes]
Change = Callable[[Parts], Parts]

LINK_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
LINKS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
DOCUMENT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
HEADER, DECK, MASTER = (
    "word/header2.xml",
    "ppt/presentation.xml",
    "ppt/slideMasters/slideMaster1.xml",
)
LAYOUT = "ppt/slideLayouts/slideLayout3.xml"
OLE_START = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8ffff"
    "3f030005fe02fea7354a460000000049454e44ae426082"
)

ACTIVE_X = (
    b'<ax:ocx xmlns:ax="http://schemas.microsoft.com/office/2006/activeX" '
    b'ax:classid="{D7053240-CE69-11CD-A777-00DD01143C57}" ax:persistence="persistStorage"/>'
)
MACRO = "application/vnd.ms-{}.macroEnabled{}+xml"
PLAIN = "application/vnd.openxmlformats-officedocument.{}+xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of foreign template.

    Attributes:
        name: What it is, for the name of the test.
        document: `report` or `deck`.
        change: Rewrites the parts of our own template; may change the mapping in place.
        suffix: Of the file's name.
        told: Pattern that one of the findings matches; empty where nothing is to be said.
        gone: Pattern that no part, link or field of the output matches; empty for none.
        kept: Text that must stand in the output; empty for none.
    """

    name: str
    document: str
    change: Change
    suffix: str = ""
    told: str = ""
    gone: str = ""
    kept: str = ""


def write_kind(kind: Kind, folder: Path) -> Path:
    """Write a template of this kind into `folder`; returns its path."""
    usual = "report.docx" if kind.document == "report" else "deck.pptx"
    parts = kind.change(read_parts(find_default_template() / usual))
    path = folder / f"{kind.name}{kind.suffix or usual[-5:]}"
    path.write_bytes(pack(parts))
    return path


def read_parts(path: Path) -> Parts:
    """Return the parts of a package by name."""
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def pack(parts: Parts) -> bytes:
    """Return a package of `parts`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def edit(parts: Parts, name: str, change: Callable[[Any], object]) -> Parts:
    """Change the XML of one part in place."""
    root = etree.fromstring(parts[name])
    change(root)
    parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return parts


def replace_text(parts: Parts, name: str, old: str, new: str) -> Parts:
    """Replace `old`, which must be there, in the text of one part."""
    text = parts[name].decode()
    assert old in text, f"{name} has no {old!r}"
    parts[name] = text.replace(old, new).encode()
    return parts


def drop(parts: Parts, pattern: str) -> Parts:
    """Take out parts with their relationships and content types."""
    lost = [name for name in parts if re.search(pattern, name)]
    assert lost, f"no part is like {pattern}"
    for name in lost:
        del parts[name]
        parts.pop(rels_of(name), None)
    for name in [name for name in parts if name.endswith(".rels")]:
        edit(parts, name, lambda root: remove(root, (i for i in root if _leads(i, lost))))
    return edit(
        parts,
        "[Content_Types].xml",
        lambda root: remove(
            root, (item for item in root if (item.get("PartName") or "/").lstrip("/") in lost)
        ),
    )


def _leads(link: Any, lost: list[str]) -> bool:
    end = (link.get("Target") or "").replace("../", "").lstrip("/")
    return link.get("TargetMode") != "External" and any(name.endswith(end) for name in lost)


def remove(root: Any, children: Iterable[Any]) -> None:
    """Take `children` out of `root`."""
    for child in list(children):
        root.remove(child)


def rels_of(name: str) -> str:
    """Return the name of the part that holds the relationships of another."""
    folder, _, last = name.rpartition("/")
    return f"{folder}/_rels/{last}.rels"


def relate(
    parts: Parts, owner: str, kind: str, target: str, *, id_: str, is_external: bool = False
) -> Parts:
    """Add a relationship of `owner`; the type may be a whole URI or the last part of one."""
    name = rels_of(owner)
    parts.setdefault(name, f'<Relationships xmlns="{LINKS[1:-1]}"/>'.encode())

    def add(root: Any) -> None:
        link = etree.SubElement(root, f"{LINKS}Relationship", Id=id_, Target=target)
        link.set("Type", kind if "://" in kind else LINK_TYPE + kind)
        if is_external:
            link.set("TargetMode", "External")

    return edit(parts, name, add)


def declare(parts: Parts, name: str, content_type: str) -> Parts:
    """Set the content type of a part."""

    def change(root: Any) -> None:
        remove(root, [item for item in root if item.get("PartName") == f"/{name}"])
        etree.SubElement(root, f"{TYPES}Override", PartName=f"/{name}", ContentType=content_type)

    return edit(parts, "[Content_Types].xml", change)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part to add.

    Attributes:
        kind: Of the relationship that leads to it, whole or its last part.
        id: Of that relationship.
        type: Its content type.
    """

    name: str
    data: bytes
    kind: str
    id: str
    type: str


def add_part(parts: Parts, owner: str, part: Part) -> Parts:
    """Add a part that `owner` leads to."""
    parts[part.name] = part.data
    relate(parts, owner, part.kind, f"/{part.name}", id_=part.id)
    return declare(parts, part.name, part.type)


def append_xml(parent: Any, xml: str, *, at: int | None = None) -> None:
    """Add an element written with the usual prefixes to `parent`."""
    names = " ".join(
        f'xmlns:{prefix}="{uri[1:-1]}"' for prefix, uri in (("a", A), ("p", P), ("r", R), ("w", W))
    )
    more = (
        'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    )
    child = etree.fromstring(f"<root {names} {more}>{xml}</root>")[0]
    parent.insert(len(parent) if at is None else at, child)


def move_folder(parts: Parts, old: str, new: str) -> Parts:
    """Move all parts of one folder to another, and lead there by absolute targets."""
    moved: Parts = {}
    for name, data in parts.items():
        if name.endswith(".rels"):
            owner = name.replace("_rels/", "").removesuffix(".rels")
            data = _make_absolute(data, owner.rpartition("/")[0], old, new)
        elif name == "[Content_Types].xml":
            data = data.replace(f'PartName="/{old}'.encode(), f'PartName="/{new}'.encode())
        moved[re.sub(f"^{old}", new, name)] = data
    return moved


def _make_absolute(data: bytes, folder: str, old: str, new: str) -> bytes:
    root: Any = etree.fromstring(data)
    for link in root:
        if link.get("TargetMode") == "External":
            continue
        steps = [] if link.get("Target").startswith("/") else folder.split("/")
        for step in link.get("Target").lstrip("/").split("/"):
            if step == "..":
                steps.pop()
            else:
                steps.append(step)
        name = re.sub(f"^{old}", new, "/".join(step for step in steps if step))
        link.set("Target", f"/{name}")
    return etree.tostring(root)
