"""Puts into a deck what its output must not carry on: macros, objects, links, samples."""

from __future__ import annotations

from typing import Any

from tests.foreign.written import A, P, R
from tests.hostile.packages import (
    ACTIVE_X,
    DECK,
    LAYOUT,
    MACRO,
    OLE_START,
    PIXEL,
    PLAIN,
    Part,
    Parts,
    add_part,
    append_xml,
    declare,
    edit,
    relate,
)


def add_picture(root: Any, link: str, extra: str = "") -> None:
    """Put a small picture on a slide, layout or master; `link` names its relationship."""
    append_xml(
        root.find(f"{P}cSld/{P}spTree"),
        '<p:pic><p:nvPicPr><p:cNvPr id="901" name="Art"/><p:cNvPicPr/>'
        f"<p:nvPr>{extra}</p:nvPr></p:nvPicPr>"
        f"<p:blipFill><a:blip {link}/><a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        '<p:spPr><a:xfrm><a:off x="11000000" y="6500000"/><a:ext cx="200000" cy="200000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>',
    )


def add_macros(parts: Parts) -> Parts:
    """Add macros, and the content type of a file that has some."""
    declare(parts, DECK, MACRO.format("powerpoint.presentation", ".main"))
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


def add_ole(parts: Parts) -> Parts:
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


def add_controls(parts: Parts) -> Parts:
    """Put a button on the layout for content."""
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


def add_external(parts: Parts) -> Parts:
    """Put a picture on the layout for content that PowerPoint would fetch."""
    address = "http://tracker.example/pixel.png"
    relate(parts, LAYOUT, "image", address, id_="rIdOut", is_external=True)
    return edit(parts, LAYOUT, lambda root: add_picture(root, 'r:link="rIdOut"'))


_SLIDE = (
    f'<p:sld xmlns:a="{A[1:-1]}" xmlns:r="{R[1:-1]}" xmlns:p="{P[1:-1]}"><p:cSld><p:spTree>'
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr/><p:nvPr>'
    '<p:ph type="title"/></p:nvPr>'
    '</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB"/>'
    "<a:t>How to use our corporate design</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld>"
    "</p:sld>"
)


def add_samples(parts: Parts) -> Parts:
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
        lambda root: add_picture(root, 'r:embed="rId2"', '<a:videoFile r:link="rId3"/>'),
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
