"""The list of a deck's slides, and what else refers to slides: sections, shows, links, counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import count

from generator.ooxml.opc import OFFICE, Element, Link, Package
from generator.ooxml.tags.dialect import P, R
from generator.ooxml.tags.slidecopies import Slide

_P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
_FIRST_ID, _LAST_ID = 256, 2147483647
_PROPERTIES = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"


def write_slide_list(package: Package, before: Sequence[str], slides: Sequence[Slide]) -> None:
    """Let the presentation list `slides`, in its order, sections and custom shows.

    Args:
        package: Changed in place; the parts of the slides are in it.
        before: Names of the slides of the template, in order.
        slides: The slides that came of them.
    """
    if [slide.name for slide in slides] == list(before):
        return
    root = deepcopy(package.read_xml(package.main))
    ids = {link.id: link.target for link in package.find_links(package.main)}
    by_source: dict[str, list[str]] = {name: [] for name in before}
    for slide in slides:
        by_source[slide.source].append(slide.name)
    relations = _relate_slides(package, by_source)
    numbers = _list_slides(root, ids, slides, relations)
    _write_sections(root, {key: name for name, key in numbers.items()}, by_source, numbers)
    gone = _write_shows(root, ids, by_source, relations)
    _write_settings(package, before, slides, gone)
    package.write_xml(package.main, root)
    _write_counts(package, slides)


def _relate_slides(package: Package, by_source: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Relate the presentation to its slides; return name → id."""
    kept: list[Link] = []
    relations: dict[str, str] = {}
    for link in package.links[package.main]:
        if link.kind != "slide" or by_source.get(link.target, (1,)):
            kept.append(link)
        if link.kind == "slide" and not link.is_external:
            relations.setdefault(link.target, link.id)
    taken = {link.id for link in kept}
    number = 1
    for names in by_source.values():
        for name in names:
            if name not in relations:
                while f"rId{number}" in taken:
                    number += 1
                relations[name] = f"rId{number}"
                taken.add(relations[name])
                kept.append(Link(id=relations[name], type=f"{OFFICE}/slide", target=name))
    package.links[package.main] = kept
    return relations


def _list_slides(
    root: Element, ids: Mapping[str, str], slides: Sequence[Slide], relations: Mapping[str, str]
) -> dict[str, str]:
    """Write `p:sldIdLst` (`CT_SlideIdList`, pml.xsd); return name → id, of gone slides too."""
    listed = root.find(f"{P}sldIdLst")
    old = {ids.get(entry.get(f"{R}id", ""), ""): entry for entry in listed}
    numbers = {name: entry.get("id", "") for name, entry in old.items()}
    fresh = _list_fresh(root, len(slides))
    for entry in list(listed):
        listed.remove(entry)
    for slide in slides:
        entry = old.get(slide.name)
        if entry is None:
            numbers[slide.name] = str(next(fresh))
            entry = root.makeelement(f"{P}sldId", {"id": numbers[slide.name]}, root.nsmap)
            entry.set(f"{R}id", relations[slide.name])
        listed.append(entry)
    if len(listed) == 0:
        root.remove(listed)
    return numbers


def _list_fresh(root: Element, number: int) -> Iterator[int]:
    """Yield ids for slides, behind those that are in use where there is room for `number`."""
    listed = root.iter(f"{P}sldId", f"{P}sldMasterId", f"{_P14}sldId")
    taken = {int(id_) for entry in listed if (id_ := entry.get("id", "")).isdecimal()}
    last = max((id_ for id_ in taken if id_ < _LAST_ID), default=_FIRST_ID - 1)
    start = last + 1 if last + number < _LAST_ID else _FIRST_ID
    return (id_ for id_ in count(max(start, _FIRST_ID)) if id_ not in taken)


def _write_sections(
    root: Element,
    names: Mapping[str, str],
    by_source: Mapping[str, Sequence[str]],
    numbers: Mapping[str, str],
) -> None:
    """Let copies follow their slide in its section (`p14:sectionLst`)."""
    for section in root.iter(f"{_P14}sldIdLst"):
        for entry in list(section):
            source = names.get(entry.get("id", ""))
            if source is None:
                continue
            position = section.index(entry)
            section.remove(entry)
            for offset, name in enumerate(by_source[source]):
                copy = deepcopy(entry)
                copy.set("id", numbers[name])
                section.insert(position + offset, copy)


def _write_shows(
    root: Element,
    ids: Mapping[str, str],
    by_source: Mapping[str, Sequence[str]],
    relations: Mapping[str, str],
) -> frozenset[str]:
    """Let copies follow their slide in custom shows; return the ids of shows that are gone."""
    gone: set[str] = set()
    for show in list(root.iterfind(f"{P}custShowLst/{P}custShow")):
        for entry in list(show.iterfind(f"{P}sldLst/{P}sld")):
            source = ids.get(entry.get(f"{R}id", ""), "")
            copies = by_source.get(source)
            if copies is None:
                continue
            for name in copies:
                copy = deepcopy(entry)
                copy.set(f"{R}id", relations[name])
                entry.addprevious(copy)
            entry.getparent().remove(entry)
        if next(show.iterfind(f"{P}sldLst/{P}sld"), None) is None:
            gone.add(show.get("id", ""))
            show.getparent().remove(show)
    shows = root.find(f"{P}custShowLst")
    if shows is not None and len(shows) == 0:
        root.remove(shows)
    return frozenset(gone)


def _write_settings(
    package: Package, before: Sequence[str], slides: Sequence[Slide], gone: frozenset[str]
) -> None:
    """Let the settings of the show name slides and shows that there are (`p:showPr`)."""
    for link in package.find_links(package.main):
        if link.kind != "presProps" or not package.has(link.target):
            continue
        root = deepcopy(package.read_xml(link.target))
        show = root.find(f"{P}showPr")
        if show is None:
            continue
        chosen, range_ = show.find(f"{P}custShow"), show.find(f"{P}sldRg")
        if chosen is not None and chosen.get("id") in gone:
            show.replace(chosen, root.makeelement(f"{P}sldAll", None, root.nsmap))
        elif range_ is not None:
            _move_range(range_, before, slides)
        else:
            continue
        package.write_xml(link.target, root)


def _move_range(range_: Element, before: Sequence[str], slides: Sequence[Slide]) -> None:
    try:
        start, end = int(range_.get("st", "")), int(range_.get("end", ""))
    except ValueError:
        return
    wanted = set(before[max(0, start - 1) : end])
    found = [number for number, slide in enumerate(slides, 1) if slide.source in wanted]
    if found:
        range_.set("st", str(found[0]))
        range_.set("end", str(found[-1]))
    else:
        range_.getparent().replace(
            range_, range_.makeelement(f"{P}sldAll", None, range_.getparent().nsmap)
        )


def _write_counts(package: Package, slides: Sequence[Slide]) -> None:
    """Write the numbers of slides and notes into the properties of the file."""
    notes = sum(
        any(link.kind == "notesSlide" for link in package.links.get(slide.name, ()))
        for slide in slides
    )
    for link in package.find_links():
        if link.kind == "extended-properties" and package.has(link.target):
            root = package.read_xml(link.target)
            for name, number in (("Slides", len(slides)), ("Notes", notes)):
                element = root.find(f"{_PROPERTIES}{name}")
                if element is not None:
                    element.text = str(number)
            for name in ("HeadingPairs", "TitlesOfParts"):
                # The titles of slides, which PowerPoint lists again when it saves the file.
                for element in root.findall(f"{_PROPERTIES}{name}"):
                    root.remove(element)
            package.write_xml(link.target, root)
