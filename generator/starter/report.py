"""The report template as a package: body, headers and footers, settings and footnotes."""

from __future__ import annotations

from generator.starter.brand import Brand, TaggedText
from generator.starter.logos import write_media
from generator.starter.markup import WORD_NAMESPACES, document, tag, val
from generator.starter.memo import write_memo
from generator.starter.memo_chart import plan_chart_parts
from generator.starter.package import Part, Relationship, relate
from generator.starter.properties import write_core_properties, write_extended_properties
from generator.starter.report_head import LOGO_RELATIONSHIP, find_head_logo, write_first_header
from generator.starter.report_look import ReportLook, plan_report_look
from generator.starter.report_markup import write_styles
from generator.starter.report_numbering import write_numbering
from generator.starter.report_types import cm
from generator.starter.theme import word_colour, write_theme
from generator.starter.word_text import write_field, write_paragraph, write_run

WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
WHITE = "FFFFFF"
_FIRST_HEADER = "header1"
_CHART_TARGET, _CHART_PT = "charts/chart1.xml", 10

PARTS = (
    ("styles", "styles"),
    ("numbering", "numbering"),
    ("settings", "settings"),
    ("fontTable", "fontTable"),
    ("theme", "theme/theme1"),
    ("footnotes", "footnotes"),
    ("header", "header1"),
    ("header", "header2"),
    ("footer", "footer1"),
    ("footer", "footer2"),
)
"""Relationship type → target of each part beside the document, in the order of their ids."""


def plan_report_parts(brand: Brand) -> tuple[Part, ...]:
    """Return all parts of the report template."""
    look = plan_report_look(brand)
    contents = {
        "styles": write_styles(look),
        "numbering": write_numbering(look),
        "settings": _settings(brand),
        "fontTable": _font_table(brand),
        "theme/theme1": write_theme(brand),
        "footnotes": _footnotes(look),
        _FIRST_HEADER: write_first_header(look),
        "header2": _running_header(),
        "footer1": _footer("first"),
        "footer2": _footer("default"),
    }
    relationships = tuple(
        relate(kind, f"{target}.xml", number) for number, (kind, target) in enumerate(PARTS, 1)
    )
    chart: tuple[Part, ...] = ()
    if brand.tags is TaggedText.MEMO:
        chart = plan_chart_parts("word", _CHART_PT, brand.language)
        relationships += (relate("chart", _CHART_TARGET, len(PARTS) + 1),)
    logo = find_head_logo(look)
    media = [write_media("word", "logo", logo.picture)] if logo else []
    own = {_FIRST_HEADER: tuple(_relate_logo(part) for part in media)}
    return (
        Part(
            name="word/document.xml",
            content_type=f"{WORDML}.document.main+xml",
            data=_body(relationships, look),
            relationships=relationships,
        ),
        *(
            Part(
                name=f"word/{target}.xml",
                content_type=_kind(kind),
                data=contents[target],
                relationships=own.get(target, ()),
            )
            for kind, target in PARTS
        ),
        *chart,
        *media,
        write_core_properties(f"{brand.name}: report template", brand.language),
        write_extended_properties(),
    )


def _relate_logo(media: Part) -> Relationship:
    return relate("image", media.name.removeprefix("word/"), int(LOGO_RELATIONSHIP[3:]))


def _kind(kind: str) -> str:
    if kind == "theme":
        return "application/vnd.openxmlformats-officedocument.theme+xml"
    return f"{WORDML}.{kind}+xml"


def _body(relationships: tuple[Relationship, ...], look: ReportLook) -> bytes:
    ids = {item.target: item.id for item in relationships}
    section = tag(
        "w:sectPr",
        None,
        *(
            tag(f"w:{kind}Reference", {"w:type": which, "r:id": ids[f"{kind}{number}.xml"]})
            for kind in ("header", "footer")
            for which, number in (("first", 1), ("default", 2))
        ),
        tag("w:pgSz", {"w:w": look.page[0], "w:h": look.page[1]}),
        tag(
            "w:pgMar",
            {
                "w:top": cm(2.6),
                "w:right": look.margin,
                "w:bottom": cm(2.4),
                "w:left": look.margin,
                "w:header": 0,
                "w:footer": cm(1.0),
                "w:gutter": 0,
            },
        ),
        tag("w:cols", {"w:space": cm(1.25)}),
        tag("w:titlePg"),
    )
    content = write_paragraph("BodyText")
    if look.brand.tags is TaggedText.MEMO:
        content = write_memo(look, ids[_CHART_TARGET])
    body = tag("w:body", None, content, section)
    return document(tag("w:document", WORD_NAMESPACES, _background(look), body))


def _background(look: ReportLook) -> str:
    """Return the colour of the page, where it is not white; screens show it, printers do not."""
    if look.brand.colours["lt1"] == WHITE:
        return ""
    return tag("w:background", word_colour(look.shades.paper, look.brand, prefix="border"))


def _running_header() -> bytes:
    spacing = tag("w:spacing", {"w:before": cm(1.2)})
    return document(
        tag(
            "w:hdr",
            WORD_NAMESPACES,
            write_paragraph(
                "Header", write_field("TITLE", "Title of the report"), properties=spacing
            ),
        )
    )


def _footer(which: str) -> bytes:
    """Return the footer of the first or the other pages: organisation left, page number right."""
    owner = write_field("DOCPROPERTY Company", "Organisation") if which == "default" else ""
    return document(
        tag(
            "w:ftr",
            WORD_NAMESPACES,
            write_paragraph(
                "Footer",
                owner,
                tag("w:r", None, tag("w:tab")),
                write_run("Page "),
                write_field("PAGE", "1"),
                write_run(" of "),
                write_field("NUMPAGES", "1"),
            ),
        )
    )


def _footnotes(look: ReportLook) -> bytes:
    """Return the two notes that draw the separators; the report's own notes come after them."""
    return document(
        tag(
            "w:footnotes",
            WORD_NAMESPACES,
            _separator("separator", -1, look),
            _separator("continuationSeparator", 0, look),
        )
    )


def _separator(kind: str, id_: int, look: ReportLook) -> str:
    spacing = tag("w:spacing", {"w:after": 60, "w:line": 240, "w:lineRule": "exact"})
    indent = tag("w:ind", {"w:left": look.column, "w:firstLine": 0})
    rule = tag("w:r", None, tag(f"w:{kind}"))
    return tag(
        "w:footnote",
        {"w:type": kind, "w:id": id_},
        write_paragraph("FootnoteText", rule, properties=spacing + indent),
    )


def _settings(brand: Brand) -> bytes:
    notes = (tag("w:footnote", {"w:id": id_}) for id_ in (-1, 0))
    return document(
        tag(
            "w:settings",
            WORD_NAMESPACES,
            tag("w:zoom", {"w:percent": 100}),
            tag("w:displayBackgroundShape") if brand.colours["lt1"] != WHITE else "",
            val("w:defaultTabStop", cm(1.25)),
            val("w:characterSpacingControl", "doNotCompress"),
            tag("w:footnotePr", None, *notes),
            tag("w:compat", None, *_compatibility()),
            tag("w:themeFontLang", {"w:val": brand.language, "w:eastAsia": "ja-JP"}),
            tag("w:clrSchemeMapping", _colour_map()),
            val("w:decimalSymbol", "."),
            val("w:listSeparator", ","),
        )
    )


def _compatibility() -> list[str]:
    """Return what says "made for Word 2013 and later", so that no compatibility mode shows."""
    options = (
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
        ("differentiateMultirowTableHeaders", 1),
    )
    uri = "http://schemas.microsoft.com/office/word"
    return [
        tag("w:compatSetting", {"w:name": name, "w:uri": uri, "w:val": value})
        for name, value in options
    ]


def _colour_map() -> dict[str, str]:
    same = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
    return {
        "w:bg1": "light1",
        "w:t1": "dark1",
        "w:bg2": "light2",
        "w:t2": "dark2",
        **{f"w:{slot}": slot for slot in same},
        "w:hyperlink": "hyperlink",
        "w:followedHyperlink": "followedHyperlink",
    }


def _font_table(brand: Brand) -> bytes:
    fonts = sorted({brand.base, brand.headings, brand.monospace, *brand.scripts.values()})
    return document(
        tag("w:fonts", WORD_NAMESPACES, *(tag("w:font", {"w:name": font}) for font in fonts))
    )
