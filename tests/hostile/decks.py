"""Foreign kinds of decks, made of the one that we bring."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from lxml import etree

from tests.foreign.written import A, P, R
from tests.hostile.packages import (
    ACTIVE_X,
    DECK,
    LAYOUT,
    MACRO,
    MASTER,
    OLE_START,
    PIXEL,
    PLAIN,
    Kind,
    Part,
    Parts,
    add_part,
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
    edit(parts, LAYOUT, lambda root: _add_picture(root, 'r:embed="rIdLost3"'))
    return edit(parts, MASTER, lambda root: _add_picture(root, 'r:embed="rIdLost1"'))


def _add_picture(root: Any, link: str, extra: str = "") -> None:
    append_xml(
        root.find(f"{P}cSld/{P}spTree"),
        '<p:pic><p:nvPicPr><p:cNvPr id="901" name="Art"/><p:cNvPicPr/>'
        f"<p:nvPr>{extra}</p:nvPr></p:nvPicPr>"
        f"<p:blipFill><a:blip {link}/><a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        '<p:spPr><a:xfrm><a:off x="11000000" y="6500000"/><a:ext cx="200000" cy="200000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>',
    )


def _deck_of_kind(parts: Parts, content_type: str) -> Parts:
    return declare(parts, DECK, content_type)


def _deck_macros(parts: Parts) -> Parts:
    _deck_of_kind(parts, MACRO.format("powerpoint.presentation", ".main"))
    kind = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    return add_part(
        parts,
        DECK,
        Part(
            name="ppt/vbaProject.bin",
            data=OLE_START,
            kind=kind,
            id="rIdVba",
            type="application/vnd.ms-office.vbaProject",
        ),
    )


def _deck_ole(parts: Parts) -> Parts:
    """Put an OLE object with its picture, and a control, on the layout for content."""
    add_part(
        parts,
        LAYOUT,
        Part(
            name="ppt/embeddings/oleObject1.bin",
            data=OLE_START,
            kind="oleObject",
            id="rIdOle",
            type=PLAIN.format("oleObject")[:-4],
        ),
    )
    add_part(
        parts,
        LAYOUT,
        Part(name="ppt/media/ole.png", data=PIXEL, kind="image", id="rIdOlePic", type="image/png"),
    )

    def change(root: Any) -> None:
        append_xml(
            root.find(f"{P}cSld/{P}spTree"),
            '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="902" name="Object"/>'
            "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>"
            '<p:xfrm><a:off x="11000000" y="6500000"/><a:ext cx="200000" cy="200000"/></p:xfrm>'
            '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/presentationml/2006/'
            'ole"><p:oleObj name="Sheet" r:id="rIdOle" imgW="1" imgH="1" progId="Excel.Sheet.8">'
            '<p:embed/><p:pic><p:nvPicPr><p:cNvPr id="0" name=""/><p:cNvPicPr/><p:nvPr/>'
            "</p:nvPicPr>"
            '<p:blipFill><a:blip r:embed="rIdOlePic"/><a:stretch><a:fillRect/></a:stretch>'
            '</p:blipFill><p:spPr><a:xfrm><a:off x="11000000" y="6500000"/>'
            '<a:ext cx="200000" cy="200000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            "</a:prstGeom></p:spPr></p:pic></p:oleObj></a:graphicData></a:graphic></p:graphicFrame>",
        )

    return edit(parts, LAYOUT, change)


def _deck_controls(parts: Parts) -> Parts:
    add_part(
        parts,
        LAYOUT,
        Part(
            name="ppt/activeX/activeX1.xml",
            data=ACTIVE_X,
            kind="control",
            id="rIdControl",
            type="application/vnd.ms-office.activeX+xml",
        ),
    )
    return edit(
        parts,
        LAYOUT,
        lambda root: append_xml(
            root.find(f"{P}cSld"),
            '<p:controls><p:control name="Button1" r:id="rIdControl" imgW="1" imgH="1"/>'
            "</p:controls>",
        ),
    )


def _deck_external(parts: Parts) -> Parts:
    address = "http://tracker.example/pixel.png"
    relate(parts, LAYOUT, "image", address, id_="rIdOut", is_external=True)
    return edit(parts, LAYOUT, lambda root: _add_picture(root, 'r:link="rIdOut"'))


_SLIDE = (
    f'<p:sld xmlns:a="{A[1:-1]}" xmlns:r="{R[1:-1]}" xmlns:p="{P[1:-1]}"><p:cSld><p:spTree>'
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr/><p:nvPr>'
    '<p:ph type="title"/></p:nvPr>'
    '</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB"/>'
    "<a:t>How to use our corporate design</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld>"
    "</p:sld>"
)


def _samples(parts: Parts) -> Parts:
    """Add two sample slides with a picture and a film, in a section and a custom show."""
    for number in (1, 2):
        name = f"ppt/slides/slide{number}.xml"
        slide = PLAIN.format("presentationml.slide")
        add_part(
            parts,
            DECK,
            Part(
                name=name, data=_SLIDE.encode(), kind="slide", id=f"rIdSample{number}", type=slide
            ),
        )
        relate(parts, name, "slideLayout", "../slideLayouts/slideLayout3.xml", id_="rId1")
    first = "ppt/slides/slide1.xml"
    add_part(
        parts,
        first,
        Part(name="ppt/media/sample.png", data=PIXEL, kind="image", id="rId2", type="image/png"),
    )
    add_part(
        parts,
        first,
        Part(name="ppt/media/sample.mp4", data=b"film", kind="video", id="rId3", type="video/mp4"),
    )
    edit(
        parts,
        first,
        lambda root: _add_picture(root, 'r:embed="rId2"', '<a:videoFile r:link="rId3"/>'),
    )
    return edit(parts, DECK, _list_samples)


def _list_samples(root: Any) -> None:
    after = root.find(f"{P}notesMasterIdLst")
    append_xml(
        root,
        '<p:sldIdLst><p:sldId id="256" r:id="rIdSample1"/><p:sldId id="257" r:id="rIdSample2"/>'
        "</p:sldIdLst>",
        at=root.index(after) + 1,
    )
    append_xml(
        root,
        '<p:custShowLst><p:custShow name="Short" id="0"><p:sldLst><p:sld r:id="rIdSample1"/>'
        "</p:sldLst></p:custShow></p:custShowLst>",
        at=root.index(root.find(f"{P}notesSz")) + 1,
    )
    append_xml(
        root,
        '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
        'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section '
        'name="Samples" id="{F0B1E0A5-2DCE-4E5F-9C5E-5D3C1D6A0C11}"><p14:sldIdLst>'
        '<p14:sldId id="256"/><p14:sldId id="257"/></p14:sldIdLst></p14:section></p14:sectionLst>'
        "</p:ext></p:extLst>",
    )


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
        change=_deck_macros,
        suffix=".pptm",
        told="(?i)macro",
        gone="vbaProject|macroEnabled",
    ),
    Kind(name="ole", document="deck", change=_deck_ole, told="(?i)ole|embed|object", gone="oleObj"),
    Kind(
        name="activex",
        document="deck",
        change=_deck_controls,
        told="(?i)activex|control",
        gone="activeX",
    ),
    Kind(
        name="external-picture",
        document="deck",
        change=_deck_external,
        told="(?i)external|outside|link",
        gone=r"tracker\.example",
    ),
    Kind(
        name="sample-slides",
        document="deck",
        change=_samples,
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
