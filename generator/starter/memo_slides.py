"""The slides of the memo's deck: a cover, a slide for each message, a chart, the rest, an end."""

from __future__ import annotations

from dataclasses import dataclass

from generator.starter.deck_holes import LayoutSpec
from generator.starter.deck_look import LEFT, DeckLook
from generator.starter.deck_shapes import Hole, body_properties, name_hole
from generator.starter.markup import SLIDE_NAMESPACES, document, tag, text
from generator.starter.memo_chart import write_graphic
from generator.starter.package import Part, Relationship, relate
from generator.starter.theme import solid
from generator.units import Box, Emu, inches, to_centipoints

SLIDE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
CHART_TARGET = "../charts/chart1.xml"
_MEASURE, _MEASURE_PT = inches(0.36), 14
_FOOT_OF_CHART = inches(6.2)
"""Room is left for a note above the source line."""

_FIELD = "{6D1B2C40-5E7A-4F0B-9C31-2A8F4E5B7D90}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoSlide:
    """One slide.

    Attributes:
        layout: Name of its layout.
        texts: Name of a placeholder of the layout → the paragraphs in it.
        measure: Text above the chart.
        chart: Alternative text of a chart over the body; empty for none.
        title_at: Name of the placeholder in whose place the title stands; empty for its own.
    """

    layout: str
    texts: dict[str, tuple[str, ...]]
    measure: str = ""
    chart: str = ""
    title_at: str = ""


_FOOT = {"Footer": ("{{ title }}",), "Slide number": ("\u2039#\u203a",)}
SLIDES = (
    MemoSlide(
        layout="Cover",
        texts={
            "Kicker": ("{{ status or 'Briefing' }}",),
            "Title": ("{{ title }}",),
            "Subtitle": ("{{ subtitle }}",),
            "Byline": (
                "{{ authors | map(attribute='name') | join_and }}",
                "{%p if organisation %}",
                "{{ organisation }}",
                "{%p endif %}",
            ),
            "Date": ("{{ date }}",),
        },
    ),
    MemoSlide(
        layout="Quote",
        texts={
            "Tracker": ("{%slide for message in summary %}In brief{%slide endfor %}",),
            "Title": ("{{ message }}",),
            "Byline": ("{{ loop.index }} of {{ loop.length }}",),
            **_FOOT,
        },
        title_at="Quote",
    ),
    MemoSlide(
        layout="Title only",
        texts={
            "Tracker": (
                "{%slide for shown in (charts.values() | list)[:1] %}In figures{%slide endfor %}",
            ),
            "Title": ("{{ shown.title }}",),
            "Source": (
                "{% if shown.note %}{{ words.note }}: {{ shown.note }}{% endif %}",
                "{% if shown.source %}{{ words.source }}: {{ shown.source }}{% endif %}",
            ),
            **_FOOT,
        },
        measure="{%shape if shown.subtitle %}{{ shown.subtitle }}",
        chart="{{ chart(shown.id) }}",
    ),
    MemoSlide(layout="Title and content", texts={"Content 1": ("{{p body }}",)}),
    MemoSlide(
        layout="Closing",
        texts={
            "Title": ("{%slide if contact %}Contact",),
            "Text": ("{{ contact }}",),
            "Source": ("{{p disclaimer }}",),
        },
    ),
)
"""In their order; each is written for any brief."""


def plan_slides(
    layouts: tuple[LayoutSpec, ...], look: DeckLook, slides: tuple[MemoSlide, ...] = SLIDES
) -> tuple[Part, ...]:
    """Return the parts of the slides.

    Args:
        layouts: Of the deck, in the order of their parts.
        look: Tells the area of the body, and the language.
        slides: What stands on them.
    """
    numbers = {layout.name: number for number, layout in enumerate(layouts, 1)}
    by_name = {layout.name: layout for layout in layouts}
    return tuple(
        _plan_slide(number, slide, by_name[slide.layout], numbers[slide.layout], look)
        for number, slide in enumerate(slides, 1)
    )


def _plan_slide(
    number: int, slide: MemoSlide, layout: LayoutSpec, layout_number: int, look: DeckLook
) -> Part:
    links: list[Relationship] = [
        relate("slideLayout", f"../slideLayouts/slideLayout{layout_number}.xml", 1)
    ]
    holes = {hole.name: hole for hole in layout.holes}
    shapes = [
        _write_hole(hole, id_, slide.texts[name], look.brand.language)
        if name != "Title" or not slide.title_at
        else _write_hole(hole, id_, slide.texts[name], look.brand.language, holes[slide.title_at])
        for id_, (name, hole) in enumerate(holes.items(), 2)
        if name in slide.texts
    ]
    if slide.chart:
        links.append(relate("chart", CHART_TARGET, 2))
        shapes.append(_write_measure(look, len(shapes) + 2, slide.measure))
        shapes.append(_write_chart(look, len(shapes) + 2, slide.chart))
    root = tag(
        "p:sld",
        SLIDE_NAMESPACES,
        tag("p:cSld", None, _tree(shapes)),
        tag("p:clrMapOvr", None, tag("a:masterClrMapping")),
    )
    return Part(
        name=f"ppt/slides/slide{number}.xml",
        content_type=SLIDE,
        data=document(root),
        relationships=tuple(links),
    )


def _tree(shapes: list[str]) -> str:
    corner = tag("a:off", {"x": 0, "y": 0}) + tag("a:ext", {"cx": 0, "cy": 0})
    inner = tag("a:chOff", {"x": 0, "y": 0}) + tag("a:chExt", {"cx": 0, "cy": 0})
    names = tag("p:cNvPr", {"id": 1, "name": ""}) + tag("p:cNvGrpSpPr") + tag("p:nvPr")
    return tag(
        "p:spTree",
        None,
        tag("p:nvGrpSpPr", None, names),
        tag("p:grpSpPr", None, tag("a:xfrm", None, corner, inner)),
        *shapes,
    )


def _write_hole(
    hole: Hole, id_: int, lines: tuple[str, ...], language: str, at: Hole | None = None
) -> str:
    """Return a placeholder filled with `lines`, which takes place and looks from its layout.

    Args:
        hole: Of the layout.
        id_: Of the shape.
        lines: Its paragraphs.
        language: Of their text.
        at: The placeholder in whose place it stands; None for its own.
    """
    return tag(
        "p:sp",
        None,
        name_hole(hole, id_),
        tag("p:spPr", None, _frame("a:xfrm", at.box) if at else ""),
        tag(
            "p:txBody",
            None,
            tag("a:bodyPr", {"anchor": at.anchor} if at else None),
            tag("a:lstStyle"),
            *(_write_line(hole, line, language) for line in lines),
        ),
    )


def _write_line(hole: Hole, line: str, language: str) -> str:
    content = tag("a:rPr", {"lang": language}) + tag("a:t", None, text(line))
    if hole.field:
        return tag("a:p", None, tag("a:fld", {"id": _FIELD, "type": hole.field}, content))
    return tag("a:p", None, tag("a:r", None, content))


def _frame(name: str, box: Box) -> str:
    start, size = {"x": box.left, "y": box.top}, {"cx": box.width, "cy": box.height}
    return tag(name, None, tag("a:off", start), tag("a:ext", size))


def _write_measure(look: DeckLook, id_: int, said: str) -> str:
    """Return a text box of one line over the chart."""
    box = Box(LEFT, look.body_top, look.width, _MEASURE)
    run = tag(
        "a:rPr",
        {"lang": look.brand.language, "sz": to_centipoints(_MEASURE_PT)},
        solid(look.shades.muted),
    )
    line = tag("a:p", None, tag("a:r", None, run, tag("a:t", None, text(said))))
    return tag(
        "p:sp",
        None,
        tag(
            "p:nvSpPr",
            None,
            tag("p:cNvPr", {"id": id_, "name": "Measure"}),
            tag("p:cNvSpPr", {"txBox": 1}),
            tag("p:nvPr"),
        ),
        tag("p:spPr", None, _frame("a:xfrm", box), tag("a:prstGeom", {"prst": "rect"})),
        tag("p:txBody", None, body_properties(), tag("a:lstStyle"), line),
    )


def _write_chart(look: DeckLook, id_: int, alt: str) -> str:
    """Return a chart over the area of the body, `CT_GraphicalObjectFrame` in pml.xsd."""
    top = Emu(look.body_top + _MEASURE)
    box = Box(LEFT, top, look.width, Emu(_FOOT_OF_CHART - top))
    return tag(
        "p:graphicFrame",
        None,
        tag(
            "p:nvGraphicFramePr",
            None,
            tag("p:cNvPr", {"id": id_, "name": "Chart", "descr": alt}),
            tag("p:cNvGraphicFramePr", None, tag("a:graphicFrameLocks", {"noGrp": 1})),
            tag("p:nvPr"),
        ),
        _frame("p:xfrm", box),
        write_graphic("rId2"),
    )
