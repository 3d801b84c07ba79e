"""Titles and legends of a drawn chart."""

from __future__ import annotations

from generator.charts.binding.drawn import ROUND, Drawn
from generator.charts.binding.names import A, C, insert_before, is_on, read_index, set_child
from generator.charts.binding.points import shows_any
from generator.ooxml.opc import Element

_AFTER_TITLE = (
    *("pivotFmts", "view3D", "floor", "sideWall", "backWall", "plotArea", "legend"),
    *("plotVisOnly", "dispBlanksAs", "extLst"),
)


def find_title(root: Element) -> Element | None:
    """Return the `c:title` of a chart; None if it has none."""
    return root.find(f"{C}chart/{C}title")


def read_title(root: Element) -> str:
    """Return the words of a chart's title, empty if it has none of its own."""
    title = find_title(root)
    return "" if title is None else "".join(each.text or "" for each in title.iter(f"{A}t")).strip()


def write_title(title: Element, words: str) -> None:
    """Put `words` into `title` (``CT_Title``), in the format of its first run."""
    text = title.find(f"{C}tx")
    if text is None:
        text = title.makeelement(f"{C}tx", None, title.nsmap)
        title.insert(0, text)
    rich = text.find(f"{C}rich")
    if rich is None:
        rich = _make_rich(title, text)
    paragraphs = rich.findall(f"{A}p")
    for paragraph in paragraphs[1:]:
        rich.remove(paragraph)
    paragraph = paragraphs[0]
    runs = paragraph.findall(f"{A}r")
    run = runs[0] if runs else _make_run(paragraph)
    for other in [child for child in paragraph if child.tag != f"{A}pPr" and child is not run]:
        if other.tag != f"{A}endParaRPr":
            paragraph.remove(other)
    run.find(f"{A}t").text = words


def _make_rich(title: Element, text: Element) -> Element:
    """Return a new `c:rich` in `text`, in the format that the title has for its automatic text."""
    for child in list(text):
        text.remove(child)
    rich = text.makeelement(f"{C}rich", None, text.nsmap)
    text.append(rich)
    format_ = title.find(f"{C}txPr")
    if format_ is not None:
        rich.extend(list(format_))
        title.remove(format_)
    for name in ("bodyPr", "lstStyle", "p"):
        if rich.find(f"{A}{name}") is None:
            rich.append(rich.makeelement(f"{A}{name}", None, rich.nsmap))
    return rich


def _make_run(paragraph: Element) -> Element:
    run = paragraph.makeelement(f"{A}r", None, paragraph.nsmap)
    run.append(run.makeelement(f"{A}t", None, run.nsmap))
    end = paragraph.find(f"{A}endParaRPr")
    if end is None:
        paragraph.append(run)
    else:
        end.addprevious(run)
    return run


def settle_titles(drawn: Drawn, words: str, *, before: int, now: int) -> None:
    """Keep the titles true: one that Office would write by itself, and those read from cells.

    Args:
        drawn: Changed in place.
        words: Title of the exhibit.
        before: How many series there were.
        now: How many there are.
    """
    for title in list(drawn.root.iter(f"{C}title")):
        cached = title.find(f"{C}tx/{C}strRef")
        if cached is not None:
            said = " ".join(each.text or "" for each in cached.iter(f"{C}v"))
            write_title(title, words if title.getparent().tag == f"{C}chart" else said)
    chart = drawn.root.find(f"{C}chart")
    title = find_title(drawn.root)
    if title is None and now == 1 and not is_on(chart, "autoTitleDeleted"):
        # Office writes the name of an only series over it.
        if before == 1 and words:
            title = chart.makeelement(f"{C}title", None, chart.nsmap)
            title.append(title.makeelement(f"{C}overlay", {"val": "0"}))
            chart.insert(0, title)
        else:
            set_child(chart, "autoTitleDeleted", "1", _AFTER_TITLE)
    if title is not None and title.find(f"{C}tx") is None and words:
        write_title(title, words)


def settle_legend(drawn: Drawn, *, before: int, now: int) -> bool:
    """Drop what a legend says of entries that are gone; return whether one is wanting."""
    legend = drawn.root.find(f"{C}chart/{C}legend")
    names_points = any(group.kind in ROUND for group in drawn.groups)
    if legend is not None:
        for entry in legend.findall(f"{C}legendEntry"):
            if names_points or now != before or read_index(entry) >= now:
                legend.remove(entry)
        return False
    names = any(
        is_on(labels, "showSerName") and shows_any(labels)
        for labels in drawn.area.iter(f"{C}dLbls", f"{C}dLbl")
    )
    return now > before and not names and drawn.area.find(f"{C}dTable") is None


def settle_blanks(drawn: Drawn) -> None:
    """Let what is missing be a gap; the schema's default is zero."""
    chart = drawn.root.find(f"{C}chart")
    blanks = chart.find(f"{C}dispBlanksAs")
    if blanks is None:
        blanks = chart.makeelement(f"{C}dispBlanksAs", None, chart.nsmap)
        insert_before(chart, blanks, ("showDLblsOverMax", "extLst"))
    if blanks.get("val", "zero") == "zero":
        blanks.set("val", "gap")
