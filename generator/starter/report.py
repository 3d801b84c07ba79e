"""The report template as a package: body, headers and footers, settings and footnotes."""

from __future__ import annotations

from generator.starter.brand import Brand
from generator.starter.markup import WORD_NAMESPACES, document, tag, text, val
from generator.starter.package import Part, Relationship, relate
from generator.starter.properties import write_core_properties, write_extended_properties
from generator.starter.report_looks import COLUMN, cm
from generator.starter.report_markup import write_styles
from generator.starter.report_numbering import write_numbering
from generator.starter.theme import PRIMARY, SIGNAL, Shade, word_colour, write_theme

WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PAGE = (cm(21), cm(29.7))
MARGIN = cm(2.5)
TEXT_WIDTH = PAGE[0] - 2 * MARGIN
BAND_HEIGHT = cm(1.5)
BAR_HEIGHT = cm(0.16)

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
    contents = {
        "styles": write_styles(brand),
        "numbering": write_numbering(brand),
        "settings": _settings(brand),
        "fontTable": _font_table(brand),
        "theme/theme1": write_theme(brand),
        "footnotes": _footnotes(),
        "header1": _first_header(brand),
        "header2": _running_header(),
        "footer1": _footer("first"),
        "footer2": _footer("default"),
    }
    relationships = tuple(
        relate(kind, f"{target}.xml", number) for number, (kind, target) in enumerate(PARTS, 1)
    )
    return (
        Part(
            name="word/document.xml",
            content_type=f"{WORDML}.document.main+xml",
            data=_body(relationships),
            relationships=relationships,
        ),
        *(
            Part(name=f"word/{target}.xml", content_type=_kind(kind), data=contents[target])
            for kind, target in PARTS
        ),
        write_core_properties(f"{brand.name}: report template", brand.language),
        write_extended_properties(),
    )


def _kind(kind: str) -> str:
    if kind == "theme":
        return "application/vnd.openxmlformats-officedocument.theme+xml"
    return f"{WORDML}.{kind}+xml"


def _body(relationships: tuple[Relationship, ...]) -> bytes:
    ids = {item.target: item.id for item in relationships}
    section = tag(
        "w:sectPr",
        None,
        *(
            tag(f"w:{kind}Reference", {"w:type": which, "r:id": ids[f"{kind}{number}.xml"]})
            for kind in ("header", "footer")
            for which, number in (("first", 1), ("default", 2))
        ),
        tag("w:pgSz", {"w:w": PAGE[0], "w:h": PAGE[1]}),
        tag(
            "w:pgMar",
            {
                "w:top": cm(2.6),
                "w:right": MARGIN,
                "w:bottom": cm(2.4),
                "w:left": MARGIN,
                "w:header": 0,
                "w:footer": cm(1.0),
                "w:gutter": 0,
            },
        ),
        tag("w:cols", {"w:space": cm(1.25)}),
        tag("w:titlePg"),
    )
    body = tag("w:body", None, _paragraph("BodyText"), section)
    return document(tag("w:document", WORD_NAMESPACES, body))


def _paragraph(style: str, *content: str, properties: str = "") -> str:
    return tag("w:p", None, tag("w:pPr", None, val("w:pStyle", style), properties), *content)


def _run(content: str) -> str:
    return tag("w:r", None, tag("w:t", {"xml:space": "preserve"}, text(content)))


def _field(instruction: str, shown: str) -> str:
    """Return a field with the result that stands in the file, `CT_SimpleField`."""
    return tag("w:fldSimple", {"w:instr": f" {instruction} "}, _run(shown))


def _first_header(brand: Brand) -> bytes:
    """Return the head of page 1: a band from edge to edge with the organisation's name.

    A table, since its shading follows the text and the theme; no floating shape that could slip.
    """
    band = _band_row(
        BAND_HEIGHT,
        (_band_cell(PAGE[0], PRIMARY, brand, _band_text()),),
        span=2,
    )
    accent = MARGIN + COLUMN
    bar = _band_row(
        BAR_HEIGHT,
        (
            _band_cell(accent, SIGNAL, brand, _thin()),
            _band_cell(PAGE[0] - accent, Shade(slot="accent1", lighter=0.75), brand, _thin()),
        ),
    )
    table = tag(
        "w:tbl",
        None,
        tag(
            "w:tblPr",
            None,
            tag("w:tblW", {"w:w": PAGE[0], "w:type": "dxa"}),
            tag("w:tblInd", {"w:w": -MARGIN, "w:type": "dxa"}),
            val("w:tblLayout", "fixed").replace("w:val", "w:type"),
            tag(
                "w:tblCellMar",
                None,
                tag("w:left", {"w:w": MARGIN, "w:type": "dxa"}),
                tag("w:right", {"w:w": MARGIN, "w:type": "dxa"}),
            ),
        ),
        tag(
            "w:tblGrid",
            None,
            tag("w:gridCol", {"w:w": accent}),
            tag("w:gridCol", {"w:w": PAGE[0] - accent}),
        ),
        band,
        bar,
    )
    return document(tag("w:hdr", WORD_NAMESPACES, table, _thin()))


def _band_row(height: int, cells: tuple[str, ...], *, span: int = 1) -> str:
    row = tag(
        "w:tr",
        None,
        tag("w:trPr", None, tag("w:trHeight", {"w:val": height, "w:hRule": "exact"})),
        *cells,
    )
    return row.replace("<w:shd", f"{val('w:gridSpan', span)}<w:shd", 1) if span > 1 else row


def _band_cell(width: int, colour: Shade, brand: Brand, content: str) -> str:
    shading = {"w:val": "clear", "w:color": "auto", **word_colour(colour, brand, prefix="fill")}
    return tag(
        "w:tc",
        None,
        tag(
            "w:tcPr",
            None,
            tag("w:tcW", {"w:w": width, "w:type": "dxa"}),
            tag("w:shd", shading),
            val("w:vAlign", "center"),
        ),
        content,
    )


def _band_text() -> str:
    return _paragraph("CoverBand", _field("DOCPROPERTY Company", "Organisation"))


def _thin() -> str:
    """Return an empty paragraph that takes no room to speak of."""
    spacing = tag("w:spacing", {"w:after": 0, "w:line": 20, "w:lineRule": "exact"})
    return _paragraph("Header", properties=spacing)


def _running_header() -> bytes:
    spacing = tag("w:spacing", {"w:before": cm(1.2)})
    return document(
        tag(
            "w:hdr",
            WORD_NAMESPACES,
            _paragraph("Header", _field("TITLE", "Title of the report"), properties=spacing),
        )
    )


def _footer(which: str) -> bytes:
    """Return the footer of the first or the other pages: organisation left, page number right."""
    owner = _field("DOCPROPERTY Company", "Organisation") if which == "default" else ""
    return document(
        tag(
            "w:ftr",
            WORD_NAMESPACES,
            _paragraph(
                "Footer",
                owner,
                tag("w:r", None, tag("w:tab")),
                _run("Page "),
                _field("PAGE", "1"),
                _run(" of "),
                _field("NUMPAGES", "1"),
            ),
        )
    )


def _footnotes() -> bytes:
    """Return the two notes that draw the separators; the report's own notes come after them."""
    return document(
        tag(
            "w:footnotes",
            WORD_NAMESPACES,
            _separator("separator", -1),
            _separator("continuationSeparator", 0),
        )
    )


def _separator(kind: str, id_: int) -> str:
    spacing = tag("w:spacing", {"w:after": 60, "w:line": 240, "w:lineRule": "exact"})
    indent = tag("w:ind", {"w:left": COLUMN, "w:firstLine": 0})
    rule = tag("w:r", None, tag(f"w:{kind}"))
    return tag(
        "w:footnote",
        {"w:type": kind, "w:id": id_},
        _paragraph("FootnoteText", rule, properties=spacing + indent),
    )


def _settings(brand: Brand) -> bytes:
    notes = (tag("w:footnote", {"w:id": id_}) for id_ in (-1, 0))
    return document(
        tag(
            "w:settings",
            WORD_NAMESPACES,
            tag("w:zoom", {"w:percent": 100}),
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
    fonts = sorted({brand.base, brand.headings, *brand.scripts.values()})
    return document(
        tag("w:fonts", WORD_NAMESPACES, *(tag("w:font", {"w:name": font}) for font in fonts))
    )
