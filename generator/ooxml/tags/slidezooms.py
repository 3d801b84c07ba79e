"""Zooms to slides and sections, when slides are repeated or left out.

A zoom shows a small picture of a slide and leads to it by its id in the list of slides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.ooxml.opc import Element, Package
from generator.ooxml.tags.dialect import P, R
from generator.ooxml.tags.slidecopies import Slide
from generator.ooxml.tags.slidejumps import choose_copy
from generator.ooxml.tags.splitting import find_around

_ZOOM = "{http://schemas.microsoft.com/office/powerpoint/2016/slidezoom}sldZmObj"
_SUMMARY = "{http://schemas.microsoft.com/office/powerpoint/2016/summaryzoom}sldZmObj"
_FRAMES = (
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
    f"{P}graphicFrame",
)


def list_ids(package: Package) -> dict[str, str]:
    """Return the ids of a deck's slides in its list, by the names of their parts."""
    targets = {link.id: link.target for link in package.find_links(package.main)}
    return {
        targets.get(entry.get(f"{R}id", ""), ""): entry.get("id", "")
        for entry in package.read_xml(package.main).iterfind(f"{P}sldIdLst/{P}sldId")
    }


def mend_zooms(package: Package, ids: Mapping[str, str], slides: Sequence[Slide]) -> None:
    """Let zooms lead to the copy of a slide that is meant; drop those whose slide is gone.

    Args:
        package: Changed in place; its list of slides is that of the result.
        ids: The ids of the template's slides, by the names of their parts.
        slides: The slides that came of them.
    """
    sources = {id_: name for name, id_ in ids.items()}
    ranks = {name: rank for rank, name in enumerate(ids)}
    now = list_ids(package)
    for position, slide in enumerate(slides):
        if b"sldZmObj" not in package.parts[slide.name]:
            continue
        root = package.read_xml(slide.name)
        for zoom in list(root.iter(_ZOOM, _SUMMARY)):
            source = sources.get(zoom.get("sldId", ""))
            if source is None:
                continue
            found = [place for place, each in enumerate(slides) if each.source == source]
            chosen = choose_copy(found, position, ranks[source] > ranks.get(slide.source, 0))
            if chosen is None:
                _drop(zoom)
            else:
                zoom.set("sldId", now.get(slides[chosen].name, ""))
        package.write_xml(slide.name, root)


def _drop(zoom: Element) -> None:
    """Remove a zoom with its frame, and with the picture for programs that know no zooms."""
    if zoom.tag == _SUMMARY:
        zoom.getparent().remove(zoom)
        return
    frame = find_around(zoom, _FRAMES[:1])
    if frame is None:
        frame = find_around(zoom, _FRAMES)
    if frame is not None:
        frame.getparent().remove(frame)
