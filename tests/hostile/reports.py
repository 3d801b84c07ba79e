"""Foreign kinds of reports, made of the one that we bring."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from tests.foreign.written import W
from tests.hostile import live
from tests.hostile.packages import (
    DOCUMENT,
    HEADER,
    PIXEL,
    PLAIN,
    SETTINGS,
    STYLES,
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


def _edit_section(parts: Parts, change: Callable[[Any, Any], object]) -> Parts:
    """Change the last page section; `change` takes the body and the section."""

    def edit_body(root: Any) -> None:
        body = root.find(f"{W}body")
        change(body, body.find(f"{W}sectPr"))

    return edit(parts, DOCUMENT, edit_body)


def _no_section(parts: Parts) -> Parts:
    return _edit_section(parts, lambda body, section: body.remove(section))


def _no_page_size(parts: Parts) -> Parts:
    return _edit_section(parts, lambda _, section: section.remove(section.find(f"{W}pgSz")))


def _no_margins(parts: Parts) -> Parts:
    return _edit_section(parts, lambda _, section: section.remove(section.find(f"{W}pgMar")))


def _empty_body(parts: Parts) -> Parts:
    return _edit_section(parts, lambda body, _: remove(body, list(body)))


def _no_styles_but_defaults(parts: Parts) -> Parts:
    def change(root: Any) -> None:
        plain = [style for style in root.iterfind(f"{W}style") if not style.get(f"{W}default")]
        remove(root, plain)

    edit(parts, STYLES, change)
    return _unstyle(parts)


def _no_styles_at_all(parts: Parts) -> Parts:
    edit(parts, STYLES, lambda root: remove(root, list(root)))
    return _unstyle(parts)


def _no_styles_part(parts: Parts) -> Parts:
    return drop(_unstyle(parts), r"word/styles\.xml$")


def _unstyle(parts: Parts) -> Parts:
    """Take the names of styles out of all that has no style any more."""
    for name in [name for name in parts if re.match(r"word/(?:document|header|footer|foot)", name)]:
        parts[name] = re.sub(rb"<w:(?:pStyle|rStyle|tblStyle) [^>]*/>", b"", parts[name])
    numbering = "word/numbering.xml"
    parts[numbering] = re.sub(
        rb"<w:(?:pStyle|styleLink|numStyleLink) [^>]*/>", b"", parts[numbering]
    )
    return parts


def localise_ids(parts: Parts, rename: Callable[[str], str]) -> Parts:
    """Change the ids of all styles, as Word does in other languages; stored names stay."""
    root: Any = etree.fromstring(parts[STYLES])
    new = {style.get(f"{W}styleId"): "" for style in root.iterfind(f"{W}style")}
    new = {old: rename(old) for old in new}
    tags = "pStyle|rStyle|tblStyle|basedOn|next|link|styleLink|numStyleLink"
    for name in [name for name in parts if name.startswith("word/") and name.endswith(".xml")]:
        text = parts[name].decode()
        text = re.sub(
            rf'(<w:(?:{tags}) w:val=")([^"]*)"',
            lambda match: f'{match[1]}{new.get(match[2], match[2])}"',
            text,
        )
        if name == STYLES:
            text = re.sub(
                r'(w:styleId=")([^"]*)"', lambda match: f'{match[1]}{new[match[2]]}"', text
            )
        parts[name] = text.encode()
    return parts


def _number_ids(parts: Parts) -> Parts:
    numbers: Iterator[int] = iter(range(1, 10_000))
    return localise_ids(parts, lambda _: f"a{next(numbers)}")


def _no_report_theme(parts: Parts) -> Parts:
    return drop(parts, r"word/theme/")


def _bare_report(parts: Parts) -> Parts:
    """Leave only what the standard asks for: a document, its relationships, its types."""
    body = (
        f'<w:document xmlns:w="{W[1:-1]}"><w:body><w:p><w:r><w:t>Hello</w:t></w:r></w:p>'
        "</w:body></w:document>"
    )
    kept = {
        name: data for name, data in parts.items() if name in {"[Content_Types].xml", "_rels/.rels"}
    }
    kept = drop({**parts, **kept}, r"^(?!word/document\.xml|\[|_rels/|.*\.rels$).*$")
    kept.pop(rels_of(DOCUMENT), None)
    kept[DOCUMENT] = body.encode()
    return kept


def _wrong_report_types(parts: Parts) -> Parts:
    for name in (STYLES, SETTINGS, "word/numbering.xml", HEADER, "word/theme/theme1.xml"):
        declare(parts, name, "application/octet-stream")
    return parts


def _lost_report_targets(parts: Parts) -> Parts:
    relate(parts, DOCUMENT, "webSettings", "webSettings.xml", id_="rIdLost1")
    relate(parts, DOCUMENT, "image", "media/lost.png", id_="rIdLost2")
    relate(parts, DOCUMENT, "header", "header77.xml", id_="rIdLost3")
    return _edit_section(
        parts,
        lambda _, section: append_xml(
            section, '<w:headerReference w:type="even" r:id="rIdLost3"/>', at=0
        ),
    )


def _all_headers(parts: Parts) -> Parts:
    """Give even pages headers of their own beside those of first and other pages."""
    for kind, id_ in (("header", "rIdEvenH"), ("footer", "rIdEvenF")):
        name = f"word/{kind}9.xml"
        tag = "hdr" if kind == "header" else "ftr"
        line = f"<w:p><w:r><w:t>Even {kind} of the house</w:t></w:r></w:p>"
        data = f'<w:{tag} xmlns:w="{W[1:-1]}">{line}</w:{tag}>'.encode()
        add_part(
            parts,
            DOCUMENT,
            Part(
                name=name,
                data=data,
                kind=kind,
                id=id_,
                type=PLAIN.format(f"wordprocessingml.{kind}"),
            ),
        )
    edit(
        parts,
        SETTINGS,
        lambda root: append_xml(
            root, "<w:evenAndOddHeaders/>", at=root.index(root.find(f"{W}characterSpacingControl"))
        ),
    )

    def change(_: Any, section: Any) -> None:
        for kind, id_ in (("header", "rIdEvenH"), ("footer", "rIdEvenF")):
            append_xml(section, f'<w:{kind}Reference w:type="even" r:id="{id_}"/>', at=0)

    return _edit_section(parts, change)


def _sample_body(parts: Parts) -> Parts:
    """Fill the body with what templates hold: prompts, tracked words, a comment, a picture."""
    add_part(
        parts,
        DOCUMENT,
        Part(
            name="word/media/sample.png", data=PIXEL, kind="image", id="rIdSample", type="image/png"
        ),
    )
    comments = (
        f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="0" w:author="Jane" w:initials="J">'
        "<w:p><w:r><w:t>Please fill in</w:t></w:r></w:p></w:comment></w:comments>"
    ).encode()
    kind = PLAIN.format("wordprocessingml.comments")
    add_part(
        parts,
        DOCUMENT,
        Part(name="word/comments.xml", data=comments, kind="comments", id="rIdComments", type=kind),
    )
    samples = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r>"
        "<w:t>Click here to enter text of yours</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        '<w:p><w:commentRangeStart w:id="0"/><w:ins w:id="5" w:author="Jane"><w:r>'
        "<w:t>Insert the executive summary here</w:t></w:r></w:ins>"
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>',
        '<w:p><w:bookmarkStart w:id="0" w:name="Start"/><w:bookmarkEnd w:id="0"/>'
        "<w:r><w:t>Lorem ipsum dolor sit amet</w:t></w:r></w:p>",
        '<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
        '<w:pgMar w:top="700" w:right="700" w:bottom="700" w:left="700" w:header="300" '
        'w:footer="300" w:gutter="0"/></w:sectPr></w:pPr></w:p>',
    )

    def change(body: Any, _: Any) -> None:
        for xml in reversed(samples):
            append_xml(body, xml, at=0)

    return _edit_section(parts, change)


def _prompted_header(parts: Parts) -> Parts:
    """Put a content control into the header that still shows its prompt."""
    return edit(
        parts,
        HEADER,
        lambda root: append_xml(
            root,
            "<w:sdt><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent><w:p><w:r>"
            "<w:t>[Document title]</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        ),
    )


def _protected(parts: Parts) -> Parts:
    return edit(
        parts,
        SETTINGS,
        lambda root: append_xml(
            root, '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>', at=1
        ),
    )


def _columns(parts: Parts) -> Parts:
    return _edit_section(parts, lambda _, section: section.find(f"{W}cols").set(f"{W}num", "2"))


def _narrow(parts: Parts) -> Parts:
    """Make the page small: A6."""

    def change(_: Any, section: Any) -> None:
        for side, value in (("w", "5953"), ("h", "8391")):
            section.find(f"{W}pgSz").set(f"{W}{side}", value)
        for side in ("left", "right", "top", "bottom"):
            section.find(f"{W}pgMar").set(f"{W}{side}", "567")

    return _edit_section(parts, change)


def _utf16(parts: Parts) -> Parts:
    for name in (DOCUMENT, STYLES):
        root = etree.fromstring(parts[name])
        parts[name] = etree.tostring(root, encoding="UTF-16", xml_declaration=True)
    return parts


REPORTS: tuple[Kind, ...] = (
    Kind(name="no-section", document="report", change=_no_section),
    Kind(name="no-page-size", document="report", change=_no_page_size),
    Kind(name="no-margins", document="report", change=_no_margins),
    Kind(name="empty-body", document="report", change=_empty_body),
    Kind(name="default-styles-only", document="report", change=_no_styles_but_defaults),
    Kind(name="no-styles", document="report", change=_no_styles_at_all),
    Kind(name="no-styles-part", document="report", change=_no_styles_part),
    Kind(name="numbered-style-ids", document="report", change=_number_ids),
    Kind(name="no-theme", document="report", change=_no_report_theme),
    Kind(name="bare", document="report", change=_bare_report, gone="Hello"),
    Kind(name="wrong-types", document="report", change=_wrong_report_types),
    Kind(name="lost-targets", document="report", change=_lost_report_targets),
    Kind(
        name="macros",
        document="report",
        change=live.add_macros,
        suffix=".docm",
        told="(?i)macro",
        gone="vbaProject|vbaData|macroEnabled|customizations",
    ),
    Kind(name="ole", document="report", change=live.add_ole, told="(?i)ole|object", gone="oleObj"),
    Kind(
        name="activex",
        document="report",
        change=live.add_controls,
        told="(?i)activex|control",
        gone="activeX",
    ),
    Kind(
        name="attached-template",
        document="report",
        change=live.add_attached,
        told="(?i)template",
        gone="attachedTemplate",
    ),
    Kind(
        name="mail-merge",
        document="report",
        change=live.add_mail_merge,
        told="(?i)merge|external|outside|link",
        gone="mailMerge|addresses",
    ),
    Kind(
        name="foreign-chunk-in-body",
        document="report",
        change=lambda parts: live.add_chunk(parts, DOCUMENT),
        gone="aFChunk|afchunk|altChunk",
    ),
    Kind(
        name="foreign-chunk-in-header",
        document="report",
        change=lambda parts: live.add_chunk(parts, HEADER),
        told="(?i)chunk|foreign|html|embed|import",
        gone="aFChunk|afchunk|altChunk",
    ),
    Kind(
        name="live-fields",
        document="report",
        change=live.add_live_fields,
        told="(?i)field",
        gone=r"DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|tracker\.example",
    ),
    Kind(
        name="live-field-in-pieces",
        document="report",
        change=live.add_split_field,
        told="(?i)field",
        gone="DEAUTO",
    ),
    Kind(
        name="external-picture",
        document="report",
        change=live.add_external,
        told="(?i)external|outside|link",
        gone=r"tracker\.example",
    ),
    Kind(
        name="headers-of-all-pages",
        document="report",
        change=_all_headers,
        kept="Even header of the house",
    ),
    Kind(
        name="sample-text",
        document="report",
        change=_sample_body,
        gone=r"Click here|executive summary here|Lorem ipsum|sample\.png|Please fill in",
    ),
    Kind(
        name="prompt-in-header",
        document="report",
        change=_prompted_header,
        gone=r"\[Document title\]",
    ),
    Kind(name="protected", document="report", change=_protected, gone="documentProtection"),
    Kind(name="two-columns", document="report", change=_columns),
    Kind(name="small-page", document="report", change=_narrow),
    Kind(name="strict", document="report", change=make_strict, gone=r"purl\.oclc\.org"),
    Kind(name="utf-16", document="report", change=_utf16),
    Kind(
        name="template-file",
        document="report",
        change=lambda parts: declare(
            parts, DOCUMENT, PLAIN.format("wordprocessingml.template.main")
        ),
        suffix=".dotx",
        gone=r"template\.main",
    ),
    Kind(
        name="other-folders",
        document="report",
        change=lambda parts: move_folder(parts, "word/", "x/text/"),
    ),
)
