"""Fields, bookmarks and links: what makes numbers and references live in Word.

Every field is a complex one (`w:fldChar`) with its result stored, so that a reader sees it before
Word updates anything, and nothing has to be updated on opening.
"""

from __future__ import annotations

from generator.word.markup import Xml, escape, tag


def text_run(text: str, properties: Xml | None = None) -> Xml:
    """Return one run of `text`, with the content of its `w:rPr`."""
    if not text:
        return Xml("")
    run = tag("w:rPr", None, properties) if properties else Xml("")
    return tag("w:r", None, run, text_content(text))


def text_content(text: str) -> Xml:
    """Return `w:t` for `text`, `w:tab` and `w:br` for its tabs and line breaks."""
    pieces: list[Xml] = []
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n")):
        pieces += [tag("w:br")] if number else []
        for place, cell in enumerate(line.split("\t")):
            pieces += [tag("w:tab")] if place else []
            pieces += [_words(cell)] if cell else []
    return Xml("".join(pieces))


def _words(text: str) -> Xml:
    is_padded = text[0].isspace() or text[-1].isspace() or "  " in text
    return tag("w:t", {"xml:space": "preserve"} if is_padded else None, escape(text))


def field_start(instruction: str) -> Xml:
    """Return the runs that open a field, up to where its result begins."""
    code = tag("w:instrText", {"xml:space": "preserve"}, escape(f" {instruction} "))
    return Xml(_mark("begin") + tag("w:r", None, code) + _mark("separate"))


def field_end() -> Xml:
    """Return the run that closes a field."""
    return _mark("end")


def field(instruction: str, result: Xml) -> Xml:
    """Return a whole field with its stored result."""
    return Xml(field_start(instruction) + result + field_end())


def _mark(kind: str) -> Xml:
    return tag("w:r", None, tag("w:fldChar", {"w:fldCharType": kind}))


def bookmark(number: int, name: str, content: Xml) -> Xml:
    """Return `content` between the ends of a bookmark; `number` is unique in the file."""
    start = tag("w:bookmarkStart", {"w:id": number, "w:name": name})
    return Xml(start + content + tag("w:bookmarkEnd", {"w:id": number}))


def link_inside(name: str, content: Xml) -> Xml:
    """Return `content` as a link to the bookmark `name`."""
    return tag("w:hyperlink", {"w:anchor": name, "w:history": 1}, content)


def link_outside(relationship: str, content: Xml) -> Xml:
    """Return `content` as a link to where the relationship leads."""
    return tag("w:hyperlink", {"r:id": relationship, "w:history": 1}, content)
