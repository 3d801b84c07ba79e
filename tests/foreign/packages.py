"""Whether a written package is whole, and holds nothing that runs or calls home."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tests.foreign.written import WP, P, R, Trouble, W, Written

LIVE_PARTS = re.compile(
    r"vbaProject|vbaData|/activeX|oleObject|/afchunk|ctrlProps|customUI|userCustomization"
    r"|attachedToolbars|webextensions|/embeddings/[^/]*\.(?!xlsx$)[^/]*$",
    re.IGNORECASE,
)
"""Names of parts that carry something that runs, or a document inside the document."""

LIVE_TYPES = re.compile(
    r"macroEnabled|vba|activeX|oleObject|ms-office\.webextension", re.IGNORECASE
)
LIVE_LINKS = ("vbaProject", "oleObject", "control", "aFChunk", "attachedTemplate", "package")
"""Last parts of relationship types that lead to such a part; `package` is allowed for charts."""

LIVE_FIELDS = re.compile(
    r"^\s*(?:DDEAUTO|DDE|LINK|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|MACROBUTTON|DATABASE)\b",
    re.IGNORECASE,
)


def check_package(written: Written) -> Iterator[Trouble]:
    """Find what no package may have: doubled, untyped or unreachable parts, dangling links."""
    for name, count in Counter(written.names).items():
        if count > 1:
            yield Trouble("package", name, "is there twice")
    types = written.parse("[Content_Types].xml")
    extensions = {(item.get("Extension") or "").lower() for item in types}
    listed = {(item.get("PartName") or "").lstrip("/") for item in types}
    for name in sorted(listed - set(written.names) - {""}):
        yield Trouble("package", name, "has a content type but is not there")
    reached = set(_follow(written))
    for name in written.parts:
        if name == "[Content_Types].xml":
            continue
        is_ours = re.match(r"(?:ppt|word)/.*\.xml$", name)  # "application/xml" tells Office nothing
        if name not in listed and (is_ours or name.rpartition(".")[2].lower() not in extensions):
            yield Trouble("package", name, "has no content type")
        if not name.endswith(".rels") and name not in reached and not name.endswith("/"):
            yield Trouble("package", name, "is not led to by anything")
    yield from _check_link_ids(written)


def _follow(written: Written) -> Iterator[str]:
    """Yield every part that relationships lead to from the package on."""
    waiting, seen = [""], {""}
    while waiting:
        for _, _, target, is_external in written.find_links(waiting.pop()):
            if not is_external and target in written.parts and target not in seen:
                seen.add(target)
                waiting.append(target)
                yield target


def _check_link_ids(written: Written) -> Iterator[Trouble]:
    """Find relationships that lead nowhere, and ids in XML that no relationship has."""
    for name in written.parts:
        if name.endswith(".rels") or not name.endswith(".xml"):
            continue
        links = list(written.find_links(name))
        for id_, _, target, is_external in links:
            if not is_external and target not in written.parts:
                yield Trouble("package", name, f"{id_} leads to '{target}', which is not there")
        known = {id_ for id_, _, _, _ in links}
        used = {
            value
            for element in written.parse(name).iter()
            for key, value in element.attrib.items()
            if str(key).startswith(R) and value
        }
        for id_ in sorted(used - known):
            yield Trouble("package", name, f"names the relationship '{id_}', which is not there")


def check_live(written: Written) -> Iterator[Trouble]:
    """Find what could run, fetch or hide: macros, controls, OLE, remote things, live fields."""
    for name in written.names:
        if LIVE_PARTS.search(f"/{name}"):
            yield Trouble("live", name, "is left in")
    for item in written.parse("[Content_Types].xml"):
        if LIVE_TYPES.search(item.get("ContentType") or "") and item.get("PartName"):
            yield Trouble("live", item.get("PartName") or "", "has a live content type")
    for name in ["", *written.parts]:
        if not name.endswith(".rels"):
            yield from _check_links(written, name)
    yield from _check_fields(written)


def _check_links(written: Written, name: str) -> Iterator[Trouble]:
    for id_, kind, target, is_external in written.find_links(name):
        is_workbook = kind == "package" and "/charts/" in name
        if is_external and kind != "hyperlink":
            yield Trouble("live", name, f"{id_} ({kind}) leads outside to '{target}'")
        elif kind in LIVE_LINKS and not is_workbook:
            yield Trouble("live", name, f"{id_} ({kind}) leads to '{target}'")


def _check_fields(written: Written) -> Iterator[Trouble]:
    for name in written.parts:
        if not name.startswith("word/") or not name.endswith(".xml"):
            continue
        tree = written.parse(name)
        codes = [code.text or "" for code in tree.iter(f"{W}instrText")]
        codes += [field.get(f"{W}instr") or "" for field in tree.iter(f"{W}fldSimple")]
        for code in codes:
            if LIVE_FIELDS.search(code):
                yield Trouble("live", name, f"the field '{code.strip()[:60]}' is left in")


def check_ids(written: Written) -> Iterator[Trouble]:
    """Find ids that are there twice on one slide or in one document."""
    for name in written.parts:
        if not re.match(r"(?:ppt/slides/slide|word/document)", name) or name.endswith(".rels"):
            continue
        tree = written.parse(name)
        counts = Counter(shape.get("id") for shape in tree.iter(f"{P}cNvPr", f"{WP}docPr"))
        for id_, count in counts.items():
            if count > 1:
                yield Trouble("ids", name, f"the shape id {id_} is there {count} times")
