"""Foreign kinds of decks, made of the one that we bring."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from lxml import etree

from tests.foreign.written import A, P, R
from tests.hostile import cargo
from tests.hostile.packages import (
    DECK,
    LAYOUT,
    MASTER,
    PLAIN,
    Kind,
    Parts,
    append_xml,
    declare,
    drop,
    edit,
    move_folder,
    relate,
    rels_of,
    remove,
)
from tests.hostile.strict import make_strict


def _find_layouts(parts: Parts) -> list[str]:
    return sorted(name for name in parts if re.fullmatch(r"ppt/slideLayouts/[^/]+\.xml", name))


def _find_holes(root: Any) -> list[Any]:
    """Return the shapes of a layout or master that are placeholders."""
    return [hole.getparent().getparent().getparent() for hole in root.iter(f"{P}ph")]


def _no_layouts(parts: Parts) -> Parts:
    drop(parts, r"slideLayouts/slideLayout\d+\.xml$")
    return edit(parts, MASTER, lambda root: root.remove(root.find(f"{P}sldLayoutIdLst")))


def _remove_holes(parts: Parts, names: Iterable[str], kinds: tuple[str, ...]) -> Parts:
    """Take placeholders out; `kinds` empty means all."""

    def change(root: Any) -> None:
        for shape in _find_holes(root):
            kind = next(shape.iter(f"{P}ph")).get("type", "obj")
            if not kinds or kind in kinds:
                shape.getparent().remove(shape)

    for name in names:
        edit(parts, name, change)
    return parts


def _no_titles(parts: Parts) -> Parts:
    return _remove_holes(parts, [MASTER, *_find_layouts(parts)], ("title", "ctrTitle"))


def _no_master_holes(parts: Parts) -> Parts:
    return _remove_holes(parts, [MASTER], ())


def _no_holes(parts: Parts) -> Parts:
    return _remove_holes(parts, [MASTER, *_find_layouts(parts)], ())


def _no_furniture(parts: Parts) -> Parts:
    return _remove_holes(parts, [MASTER, *_find_layouts(parts)], ("dt", "ftr", "sldNum"))


def _no_deck_theme(parts: Parts) -> Parts:
    return drop(parts, r"ppt/theme/")


def _one_layout(parts: Parts) -> Parts:
    drop(parts, r"slideLayouts/slideLayout[^3]\.xml$")

    def change(root: Any) -> None:
        listed = root.find(f"{P}sldLayoutIdLst")
        known = {link.get("Id") for link in etree.fromstring(parts[rels_of(MASTER)])}
        remove(listed, [item for item in listed if item.get(f"{R}id") not in known])

    return edit(parts, MASTER, change)


def _same_names(parts: Parts) -> Parts:
    for name in _find_layouts(parts):
        edit(parts, name, lambda root: root.find(f"{P}cSld").set("name", "Layout"))
    return parts


def _wrong_deck_types(parts: Parts) -> Parts:
    for name in (*_find_layouts(parts), MASTER, "ppt/theme/theme1.xml"):
        declare(parts, name, "application/xml")
    return parts


def _no_deck_types(parts: Parts) -> Parts:
    def change(root: Any) -> None:
        remove(root, [item for item in root if "/slide" in (item.get("PartName") or "")])

    return edit(parts, "[Content_Types].xml", change)


def _lost_deck_targets(parts: Parts) -> Parts:
    relate(parts, MASTER, "image", "../media/lost.png", id_="rIdLost1")
    relate(parts, DECK, "printerSettings", "printerSettings/printerSettings1.bin", id_="rIdLost2")
    relate(parts, LAYOUT, "image", "NULL", id_="rIdLost3")
    edit(parts, LAYOUT, lambda root: cargo.add_picture(root, 'r:embed="rIdLost3"'))
    return edit(parts, MASTER, lambda root: cargo.add_picture(root, 'r:embed="rIdLost1"'))


def _deck_of_kind(parts: Parts, content_type: str) -> Parts:
    return declare(parts, DECK, content_type)


def duplicate_master(parts: Parts) -> Parts:
    """Add a second master with its own copies of all layouts and of the theme."""
    names = {
        name: re.sub(r"(slideMaster|slideLayout|theme)(\d+)\.xml", r"\g<1>9\2.xml", name)
        for name in [*_find_layouts(parts), MASTER, "ppt/theme/theme1.xml"]
    }
    types = {
        "ppt/slideMasters": PLAIN.format("presentationml.slideMaster"),
        "ppt/slideLayouts": PLAIN.format("presentationml.slideLayout"),
        "ppt/theme": PLAIN.format("theme"),
    }
    for old, new in names.items():
        parts[new] = parts[old]
        if rels_of(old) in parts:
            text = parts[rels_of(old)].decode()
            pattern = r"(slideMaster|slideLayout|theme)(\d+)\.xml"
            parts[rels_of(new)] = re.sub(pattern, r"\g<1>9\2.xml", text).encode()
        declare(parts, new, types[new.rpartition("/")[0]])
    relate(parts, DECK, "slideMaster", f"/{names[MASTER]}", id_="rIdMaster2")
    edit(
        parts,
        DECK,
        lambda root: append_xml(
            root.find(f"{P}sldMasterIdLst"), '<p:sldMasterId id="2147484000" r:id="rIdMaster2"/>'
        ),
    )

    def renumber(root: Any) -> None:
        for number, item in enumerate(root.find(f"{P}sldLayoutIdLst")):
            item.set("id", str(2147484001 + number))

    return edit(parts, names[MASTER], renumber)


def _scale(parts: Parts, wide: int, high: int) -> Parts:
    """Make the slides `wide` by `high` EMU; everything on layouts and master moves along."""
    deck: Any = etree.fromstring(parts[DECK])
    size = deck.find(f"{P}sldSz")
    across, down = wide / int(size.get("cx")), high / int(size.get("cy"))

    def change(root: Any) -> None:
        for element in root.iter(f"{A}off", f"{A}ext", f"{A}chOff", f"{A}chExt"):
            for key, by in (("x", across), ("cx", across), ("y", down), ("cy", down)):
                if element.get(key):
                    element.set(key, str(round(int(element.get(key)) * by)))

    for name in (MASTER, *_find_layouts(parts)):
        edit(parts, name, change)

    def resize(root: Any) -> None:
        root.find(f"{P}sldSz").set("cx", str(wide))
        root.find(f"{P}sldSz").set("cy", str(high))

    return edit(parts, DECK, resize)


def _no_slide_size(parts: Parts) -> Parts:
    return edit(parts, DECK, lambda root: root.remove(root.find(f"{P}sldSz")))


def _dark(parts: Parts) -> Parts:
    """Swap the light and the dark colours of the master."""

    def change(root: Any) -> None:
        mapping = root.find(f"{P}clrMap")
        for key, value in (("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2")):
            mapping.set(key, value)

    return edit(parts, MASTER, change)


def _no_text_styles(parts: Parts) -> Parts:
    """Take all text styles out, as LibreOffice does: the design stands in the prompts alone."""

    def change(root: Any) -> None:
        for styles in list(root.iter(f"{P}txStyles", f"{A}lstStyle")):
            styles.getparent().remove(styles)

    for name in (MASTER, *_find_layouts(parts)):
        edit(parts, name, change)
    return parts


def _loud_defaults(parts: Parts) -> Parts:
    """Let text be raised and in capitals unless something else is said, as Keynote does."""

    def change(root: Any) -> None:
        for level in root.iterfind(f"{P}defaultTextStyle/*/{A}defRPr"):
            level.set("cap", "all")
            level.set("baseline", "30000")

    return edit(parts, DECK, change)


def _hole_off_slide(parts: Parts) -> Parts:
    """Let the body of the layout for content stick out of the slide at the right."""

    def change(root: Any) -> None:
        for shape in _find_holes(root):
            if next(shape.iter(f"{P}ph")).get("idx") == "1":
                shape.find(f"{P}spPr/{A}xfrm/{A}ext").set("cx", "12192000")

    return edit(parts, LAYOUT, change)


def _one_index_for_two(parts: Parts) -> Parts:
    """Give the date of all layouts the index of the body, as LibreOffice does."""

    def change(root: Any) -> None:
        for hole in root.iter(f"{P}ph"):
            if hole.get("type") == "dt":
                hole.set("idx", "1")

    for name in _find_layouts(parts):
        edit(parts, name, change)
    return parts


_TYPES = "application/vnd.openxmlformats-officedocument.presentationml."

DECKS: tuple[Kind, ...] = (
    Kind(name="no-layouts", document="deck", change=_no_layouts),
    Kind(name="one-layout", document="deck", change=_one_layout),
    Kind(name="no-titles", document="deck", change=_no_titles),
    Kind(name="no-master-placeholders", document="deck", change=_no_master_holes),
    Kind(name="no-placeholders", document="deck", change=_no_holes),
    Kind(name="no-furniture", document="deck", change=_no_furniture),
    Kind(name="no-theme", document="deck", change=_no_deck_theme),
    Kind(name="no-text-styles", document="deck", change=_no_text_styles),
    Kind(name="loud-defaults", document="deck", change=_loud_defaults),
    Kind(name="hole-off-slide", document="deck", change=_hole_off_slide),
    Kind(name="one-index-for-two", document="deck", change=_one_index_for_two),
    Kind(name="no-slide-size", document="deck", change=_no_slide_size),
    Kind(name="one-name-for-all", document="deck", change=_same_names),
    Kind(name="two-masters", document="deck", change=duplicate_master),
    Kind(name="wrong-types", document="deck", change=_wrong_deck_types),
    Kind(name="no-types", document="deck", change=_no_deck_types),
    Kind(name="lost-targets", document="deck", change=_lost_deck_targets),
    Kind(
        name="macros",
        document="deck",
        change=cargo.add_macros,
        suffix=".pptm",
        told="(?i)macro",
        gone="vbaProject|macroEnabled",
    ),
    Kind(
        name="ole",
        document="deck",
        change=cargo.add_ole,
        told="(?i)ole|embed|object",
        gone="oleObj",
    ),
    Kind(
        name="activex",
        document="deck",
        change=cargo.add_controls,
        told="(?i)activex|control",
        gone="activeX",
    ),
    Kind(
        name="external-picture",
        document="deck",
        change=cargo.add_external,
        told="(?i)external|outside|link",
        gone=r"tracker\.example",
    ),
    Kind(
        name="sample-slides",
        document="deck",
        change=cargo.add_samples,
        gone=r"sample\.(?:png|mp4)|corporate design|rIdSample",
    ),
    Kind(name="strict", document="deck", change=make_strict, gone=r"purl\.oclc\.org"),
    Kind(
        name="template-file",
        document="deck",
        change=lambda parts: _deck_of_kind(parts, f"{_TYPES}template.main+xml"),
        suffix=".potx",
        gone=r"template\.main",
    ),
    Kind(
        name="show",
        document="deck",
        change=lambda parts: _deck_of_kind(parts, f"{_TYPES}slideshow.main+xml"),
        suffix=".ppsx",
        gone=r"slideshow\.main",
    ),
    Kind(
        name="standard-4-by-3",
        document="deck",
        change=lambda parts: _scale(parts, 9144000, 6858000),
    ),
    Kind(name="portrait-a4", document="deck", change=lambda parts: _scale(parts, 6858000, 9906000)),
    Kind(name="dark", document="deck", change=_dark),
    Kind(
        name="other-folders",
        document="deck",
        change=lambda parts: move_folder(parts, "ppt/", "x/deck/"),
    ),
)
