"""What the two formats call the same things: paragraphs, runs, text, rows and cells.

Everything else in this subpackage works on these names, so that Word and PowerPoint have one tag
engine. Names of elements are spelled as `lxml` has them, with their namespace in braces.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """The names of one kind of text.

    Attributes:
        name: `word` or `drawing`.
        paragraph: `w:p` or `a:p`.
        paragraph_format: `w:pPr` or `a:pPr`.
        runs: Elements that carry text with one format; the first is the plain one.
        run_format: `w:rPr` or `a:rPr`.
        text: `w:t` or `a:t`.
        signs: Elements that stand for one sign of text → that sign, as it counts inside a tag.
        skipped: Elements whose text is not shown.
        levels: Letters of a structure tag → the elements that the tag can stand for; none for
            those that are not in the part itself, as slides are not.
        containers: Elements that must hold a paragraph → whether it must be their last.
        wrappers: Elements around runs that mean nothing once they are empty.
        breaks_in_runs: Whether line breaks and tabs are children of runs; else a line break is
            the run's sibling and a tab is text.
    """

    name: str
    paragraph: str
    paragraph_format: str
    runs: tuple[str, ...]
    run_format: str
    text: str
    signs: Mapping[str, str]
    skipped: frozenset[str]
    levels: Mapping[str, tuple[str, ...]]
    containers: Mapping[str, bool]
    wrappers: frozenset[str]
    breaks_in_runs: bool
    line_break: str
    tab: str = ""
    table: str
    row: str
    cell: str
    code: str = ""
    noise: frozenset[str] = field(default_factory=frozenset[str])


WORD = Dialect(
    name="word",
    paragraph=f"{W}p",
    paragraph_format=f"{W}pPr",
    runs=(f"{W}r",),
    run_format=f"{W}rPr",
    text=f"{W}t",
    signs={
        f"{W}tab": "\t",
        f"{W}br": "\n",
        f"{W}cr": "\n",
        f"{W}noBreakHyphen": "-",
        f"{W}softHyphen": "",
    },
    skipped=frozenset({f"{W}pPr", f"{W}rPr", f"{W}moveFrom", f"{W}del", f"{W}sdtPr"}),
    levels={"p": (f"{W}p",), "tr": (f"{W}tr",), "tc": (f"{W}tc",), "r": (f"{W}r",)},
    containers={
        f"{W}body": False,
        f"{W}tc": True,
        f"{W}txbxContent": False,
        f"{W}hdr": False,
        f"{W}ftr": False,
        f"{W}footnote": False,
        f"{W}endnote": False,
        f"{W}comment": False,
    },
    wrappers=frozenset(
        {f"{W}hyperlink", f"{W}ins", f"{W}moveTo", f"{W}smartTag", f"{W}dir", f"{W}bdo"}
    ),
    breaks_in_runs=True,
    line_break=f"{W}br",
    tab=f"{W}tab",
    table=f"{W}tbl",
    row=f"{W}tr",
    cell=f"{W}tc",
    code=f"{W}instrText",
    noise=frozenset({f"{W}proofErr"}),
)

DRAWING = Dialect(
    name="drawing",
    paragraph=f"{A}p",
    paragraph_format=f"{A}pPr",
    runs=(f"{A}r", f"{A}fld"),
    run_format=f"{A}rPr",
    text=f"{A}t",
    signs={f"{A}br": "\n"},
    skipped=frozenset({f"{A}pPr", f"{A}rPr", f"{A}endParaRPr"}),
    levels={
        "p": (f"{A}p",),
        "tr": (f"{A}tr",),
        "tc": (f"{A}tc",),
        "r": (f"{A}r",),
        "shape": (f"{P}sp", f"{P}pic", f"{P}graphicFrame", f"{P}grpSp", f"{P}cxnSp"),
        "slide": (),
    },
    containers={f"{A}txBody": False, f"{P}txBody": False},
    wrappers=frozenset(),
    breaks_in_runs=False,
    line_break=f"{A}br",
    table=f"{A}tbl",
    row=f"{A}tr",
    cell=f"{A}tc",
)

DIALECTS = (WORD, DRAWING)
"""The two; a part may hold both, as a Word document with a drawn shape of DrawingML does."""
