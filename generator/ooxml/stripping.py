"""What a document made from a template must not carry: code, and calls to other places.

Whoever opens the output trusts its sender. A template's macros, controls, embedded objects, links
to files and servers, and protection stay behind; a finding tells of each kind that was there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.findings import Finding, Severity
from generator.ooxml.fields import remove_calling_fields
from generator.ooxml.mending import add_blank, replace_link
from generator.ooxml.opc import OFFICE, Element, Link, Package
from generator.ooxml.references import drop, find_ids, remove_links

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_EMBED, _LINK = f"{{{OFFICE}}}embed", f"{{{OFFICE}}}link"

_SAFE_ADDRESS = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_TAG_ADDRESS = re.compile(r"(?:\{|%7B){2}", re.IGNORECASE)
"""What a tag (`{{ … }}`) comes out as is judged when it is rendered."""

_SAFE_ACTION = re.compile(r"\Z|ppaction://(?:hlinkshowjump|hlinksldjump|noaction)")
_WORKBOOK = (".xlsx",)
_ON = frozenset({"1", "true", "on"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ware:
    """One kind of what is stripped.

    Attributes:
        rule: Id of the finding.
        one: What one of them is called.
        many: What several are called.
    """

    rule: str
    one: str
    many: str
    severity: Severity = Severity.WARNING


MACROS = _Ware(rule="template-macros", one="macros", many="macros")
CONTROLS = _Ware(rule="template-controls", one="an ActiveX control", many="ActiveX controls")
OBJECTS = _Ware(rule="template-objects", one="an embedded object", many="embedded objects")
LINKS = _Ware(
    rule="template-links",
    one="a link to another file or server",
    many="links to other files or servers",
)
REMOTE = _Ware(rule="template-remote", one="an attached template", many="attached templates")
FIELDS = _Ware(
    rule="template-fields",
    one="a field that fetches or runs something",
    many="fields that fetch or run something",
)
ADD_INS = _Ware(rule="template-add-ins", one="a web add-in", many="web add-ins")
SIGNATURE = _Ware(
    rule="template-signature",
    one="a digital signature",
    many="digital signatures",
    severity=Severity.NOTE,
)
PROTECTION = _Ware(
    rule="template-protection",
    one="a protection against editing",
    many="protections against editing",
    severity=Severity.NOTE,
)

_BY_KIND = {
    "vbaProject": MACROS,
    "wordVbaData": MACROS,
    "vbaProjectSignature": MACROS,
    "vbaProjectSignatureAgile": MACROS,
    "vbaProjectSignatureV3": MACROS,
    "keyMapCustomizations": MACROS,
    "attachedToolbars": MACROS,
    "extensibility": MACROS,
    "userCustomization": MACROS,
    "customUI": MACROS,
    "control": CONTROLS,
    "activeXControlBinary": CONTROLS,
    "ctrlProp": CONTROLS,
    "oleObject": OBJECTS,
    "aFChunk": OBJECTS,
    "subDocument": OBJECTS,
    "attachedTemplate": REMOTE,
    "webextensiontaskpanes": ADD_INS,
    "webextension": ADD_INS,
    "origin": SIGNATURE,
}
"""Last part of a relationship's type → what it brings."""

KINDS_STRIPPED = frozenset(_BY_KIND)

_PERSONAL = frozenset(
    {
        "commentAuthors",
        "authors",
        "people",
        "comments",
        "commentsExtended",
        "commentsExtensible",
        "commentsIds",
        "printerSettings",
    }
)
"""Kinds of parts that tell who worked on the template, and on which printer; they go untold."""

_COMMENTS = _PERSONAL - {"printerSettings"}
"""Those that are what reviewers say, and who they are."""

_PROTECTING = {
    f"{_W}documentProtection": PROTECTION,
    f"{_W}writeProtection": PROTECTION,
    f"{_P}modifyVerifier": PROTECTION,
    f"{_W}mailMerge": LINKS,
}
"""Elements of the settings or the presentation that go, whatever they refer to."""


def strip(package: Package, *, has_tags: bool = False) -> None:
    """Take out of `package` what its documents must not carry, and add a finding for each kind.

    Args:
        package: The file.
        has_tags: Whether its tags will be rendered: then comments, which may hold some, and links
            whose address is a tag stay.
    """
    unwanted = _PERSONAL - _COMMENTS if has_tags else _PERSONAL
    found: Counter[_Ware] = Counter()
    for source in ("", *package.names):
        personal = {one.id for one in package.links.get(source, ()) if one.kind in unwanted}
        if personal:
            remove_links(package, source, personal)
        found.update(_strip_links(package, source, has_tags=has_tags))
    for name in package.names:
        if name.endswith(".xml"):
            found.update(_strip_part(package, name))
    package.findings.extend(_tell(ware, number, package) for ware, number in found.items())


def strip_comments(package: Package) -> None:
    """Take out what reviewers of a template said, and who they are."""
    for source in ("", *package.names):
        said = {one.id for one in package.links.get(source, ()) if one.kind in _COMMENTS}
        if said:
            remove_links(package, source, said)
    package.drop_orphans()


def _judge(link: Link, source: str, package: Package, *, has_tags: bool) -> _Ware | None:
    """Return what `link` brings if it must not stay."""
    if link.kind in _BY_KIND:
        return _BY_KIND[link.kind]
    if link.is_external:
        is_safe = _SAFE_ADDRESS.match(link.target)
        is_safe = is_safe or (has_tags and _TAG_ADDRESS.match(link.target))
        return None if is_safe and link.kind == "hyperlink" else LINKS
    if link.kind == "package":
        is_data = "chart" in package.types.get(source, "") and link.target.endswith(_WORKBOOK)
        return None if is_data else OBJECTS
    return None


def _strip_links(package: Package, source: str, *, has_tags: bool) -> list[_Ware]:
    """Take out the relationships of `source` that must not stay; return what each brought."""
    judged = {
        link: ware
        for link in package.links.get(source, ())
        if (ware := _judge(link, source, package, has_tags=has_tags)) is not None
    }
    fetched = {link.id: link for link in judged if link.is_external and link.kind == "image"}
    if fetched:
        _empty_pictures(fetched, source, package)
    gone = {link.id for link in judged if link.id not in fetched}
    if gone:
        remove_links(package, source, gone)
    return list(judged.values())


def _empty_pictures(fetched: Mapping[str, Link], source: str, package: Package) -> None:
    """Let pictures that are fetched show the copy that lies in the file, or nothing."""
    if not source.endswith(".xml"):  # VML, which need not be well-formed
        for link in fetched.values():
            replace_link(package, source, link, add_blank(package))
        return
    root = package.read_xml(source)
    for element in root.iter("{*}*"):
        link = element.get(_LINK)
        if link in fetched:
            del element.attrib[_LINK]
            if not element.get(_EMBED):
                element.set(_EMBED, link)
    package.write_xml(source, root)
    shown = find_ids(root)
    for link in fetched.values():
        if link.id in shown:
            replace_link(package, source, link, add_blank(package))
    unused = set(fetched) - shown
    package.links[source] = [link for link in package.links[source] if link.id not in unused]


def _strip_part(package: Package, name: str) -> list[_Ware]:
    """Take out elements that do harm without a relationship; return what each of them was."""
    root = package.read_xml(name)
    found = [*_drop_protection(root), *_drop_actions(root)]
    if root.tag.startswith(_W):
        found.extend([FIELDS] * remove_calling_fields(root))
    if found:
        package.write_xml(name, root)
    return found


def _drop_protection(root: Element) -> Iterator[_Ware]:
    for tag, ware in _PROTECTING.items():
        for element in list(root.iterchildren(tag)):
            if element.get(f"{_W}enforcement", "1") in _ON:
                drop(element)
                yield ware


def _drop_actions(root: Element) -> Iterator[_Ware]:
    """Take out of shapes what a click on them would run."""
    for tag in ("hlinkClick", "hlinkHover", "hlinkMouseOver"):
        for element in list(root.iter(f"{_A}{tag}")):
            if not _SAFE_ACTION.match(element.get("action", "")):
                drop(element)
                yield MACROS


def _tell(ware: _Ware, number: int, package: Package) -> Finding:
    what = ware.one if number == 1 or ware.one == ware.many else f"{number} {ware.many}"
    return Finding(
        rule=ware.rule,
        severity=ware.severity,
        message=f"{what} in the template will not be in the documents",
        where=package.path.name,
        fix="nothing need be done; to silence this, take out of the template what it names",
    )


def list_rules() -> tuple[str, ...]:
    """Return the ids of the findings that opening a template can bring."""
    own = {ware.rule for ware in (*_BY_KIND.values(), *_PROTECTING.values(), FIELDS, LINKS)}
    return tuple(sorted(own))
