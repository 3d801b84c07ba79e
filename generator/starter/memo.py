"""The memo: text for the report template in which tags place every word of a brief.

One page for whoever decides, and all the rest of the brief as an annex. It is written for any
brief: what a brief does not have leaves no gap.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.starter.markup import tag
from generator.starter.memo_chart import write_drawing
from generator.starter.report_look import ReportLook
from generator.starter.report_types import cm
from generator.starter.word_text import Row, write_line, write_paragraph, write_run, write_table

_FIGURE, _WHO, _BY = cm(5.2), cm(3.8), cm(2.6)
_CHART_HEIGHT = cm(6.2)
_NO_SPACE = tag("w:spacing", {"w:before": 0, "w:after": 0})
_GAP = tag("w:spacing", {"w:before": 0, "w:after": 0, "w:line": 240, "w:lineRule": "exact"})
_NO_AFTER = tag("w:spacing", {"w:after": 0})
_ON_NEW_PAGE = tag("w:pageBreakBefore")


def write_memo(look: ReportLook, chart_id: str) -> str:
    """Return what stands in the body, without the page section.

    Args:
        look: Of the report.
        chart_id: Id of the relationship to the chart.
    """
    return "".join(
        (
            *_write_head(look),
            *_write_messages(look),
            *_write_figures(look),
            *_write_recommendations(look),
            *_write_chart(look, chart_id),
            *_write_rest(),
        )
    )


def _when(condition: str, *content: str) -> Iterator[str]:
    """Yield `content` between tags that keep it only where `condition` holds."""
    yield write_line("BodyText", f"{{%p if {condition} %}}")
    yield from content
    yield write_line("BodyText", "{%p endif %}")


def _write_head(look: ReportLook) -> Iterator[str]:
    """Yield what kind of paper it is, its title, and to whom it goes from whom."""
    yield write_line("Kicker", "{{ status or 'Memorandum' }}")
    yield write_line("Title", "{{ title }}")
    yield from _when("subtitle", write_line("Subtitle", "{{ subtitle }}"))
    rows = (
        ("to is defined", "To", "{{ to }}"),
        ("authors", "From", "{{ authors | map(attribute='name') | join_and }}"),
        ("organisation", "Office", "{{ organisation }}"),
        ("", "Date", "{{ date }}"),
    )
    widths = (look.column, look.text_width - look.column)
    yield write_table("BriefingTable", widths, _list_head_rows(rows))
    yield _write_gap()


def _list_head_rows(rows: tuple[tuple[str, str, str], ...]) -> Iterator[Row]:
    for condition, label, value in rows:
        row = Row(cells=(write_line("TableHead", label), write_line("TableText", value)))
        if condition:
            yield from (_tag_row(f"{{%tr if {condition} %}}"), row, _tag_row("{%tr endif %}"))
        else:
            yield row


def _tag_row(said: str) -> Row:
    return Row(cells=(write_line("TableText", said),))


def _write_gap() -> str:
    """Return an empty line, which keeps two tables apart."""
    return write_paragraph("BodyText", properties=_GAP)


def _write_messages(look: ReportLook) -> Iterator[str]:
    box = "".join(
        (
            write_line("KeyMessagesHeading", "In brief"),
            write_line("KeyMessage", "{%p for message in summary %}"),
            write_line("KeyMessage", "{{ message }}"),
            write_line("KeyMessage", "{%p endfor %}"),
        )
    )
    table = write_table("BriefingBox", (look.text_width,), (Row(cells=(box,)),))
    yield from _when("summary", table, _write_gap())


def _write_figures(look: ReportLook) -> Iterator[str]:
    number = write_line("KeyFigure", "{{ f.number }}", _NO_SPACE)
    words = (
        write_line("KeyFigureLabel", "{{ f.label }}")
        + write_line("KeyFigureDetail", "{%p if f.detail %}")
        + write_line("KeyFigureDetail", "{{ f.detail }}")
        + write_line("KeyFigureDetail", "{%p endif %}")
    )
    rows = (
        _tag_row("{%tr for f in key_figures %}"),
        Row(cells=(number, words)),
        _tag_row("{%tr endfor %}"),
    )
    widths = (_FIGURE, look.text_width - _FIGURE)
    heading = write_line("KeyMessagesHeading", "In figures")
    table = write_table("BriefingTable", widths, rows)
    yield from _when("key_figures", heading, table, _write_gap())


def _write_recommendations(look: ReportLook) -> Iterator[str]:
    widths = (look.text_width - _WHO - _BY, _WHO, _BY)
    heads = ("What is asked for", "Of whom", "By")
    bold = tag("w:b") + tag("w:bCs")
    action = (
        write_paragraph("TableText", write_run("{{ r.number }}. {{ r.title }}", bold))
        + write_line("TableText", "{%p if r.what %}")
        + write_line("TableText", "{{ r.what }}")
        + write_line("TableText", "{%p endif %}")
    )
    rows = (
        Row(cells=tuple(write_line("TableHead", head) for head in heads), is_head=True),
        _tag_row("{%tr for r in recommendations %}"),
        Row(
            cells=(
                action,
                write_line("TableText", "{{ r.who }}"),
                write_line("TableText", "{{ r.by }}"),
            )
        ),
        _tag_row("{%tr endfor %}"),
    )
    table = write_table("BriefingTable", widths, rows)
    heading = write_line("KeyMessagesHeading", "Recommended")
    yield from _when("recommendations", heading, table, _write_gap())


def _write_chart(look: ReportLook, chart_id: str) -> Iterator[str]:
    """Yield the chart that the template has drawn, for the first chart of the brief."""
    drawing = write_drawing(chart_id, (look.text_width, _CHART_HEIGHT), "{{ chart(shown.id) }}")
    yield from (
        write_line("Caption", "{%p for shown in (charts.values() | list)[:1] %}"),
        write_line("Caption", "{{ shown.title }}"),
        write_line("ExhibitSubtitle", "{%p if shown.subtitle %}"),
        write_line("ExhibitSubtitle", "{{ shown.subtitle }}"),
        write_line("ExhibitSubtitle", "{%p endif %}"),
        write_paragraph("Exhibit", drawing),
        write_line("Source", "{%p if shown.note %}"),
        write_line("Source", "{{ words.note }}: {{ shown.note }}", _NO_AFTER),
        write_line("Source", "{%p endif %}"),
        write_line("Source", "{%p if shown.source %}"),
        write_line("Source", "{{ words.source }}: {{ shown.source }}"),
        write_line("Source", "{%p endif %}"),
        write_line("Caption", "{%p endfor %}"),
    )


def _write_rest() -> Iterator[str]:
    """Yield the timeline, if there is one, and on a new page what was not placed above."""
    yield from _when("timeline", write_line("BodyText", "{{p section('timeline') }}"))
    yield write_line("UnnumberedHeading", "Annex: the full brief", _ON_NEW_PAGE)
    yield write_line("BodyText", "{{p body }}")
