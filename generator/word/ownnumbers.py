"""The numbers of exhibits where the template's own text has captions among them.

Word counts the `SEQ` fields of a name through the whole document, so that ours go on from its.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.compose.report import ChartExhibit, Report, ReportBlock, TableExhibit
from generator.compose.slots import find_number
from generator.word.markup import Element, W
from generator.word.shownfields import ShownField, find_fields, set_result

_LABELS = {"Figure", "Table"}


@dataclass(slots=True, kw_only=True)
class _Count:
    """The numbers so far.

    Attributes:
        last: By the name of the sequence, in lower case.
        numbers: Index of a block of the report → its number.
        lines: Paragraphs of the template whose number has changed.
    """

    last: dict[str, int] = field(default_factory=dict[str, int])
    numbers: dict[int, int] = field(default_factory=dict[int, int])
    lines: list[Element] = field(default_factory=list[Element])


def number_exhibits(report: Report, body: Element, places: Mapping[int, range]) -> Report:
    """Return `report` with its exhibits counted together with the captions of the template.

    Args:
        report: Its exhibits are numbered by themselves.
        body: The template's text with marks; numbers of its captions are changed in place.
        places: Indices of the blocks of each slot, by its number.
    """
    if not any(_is_ours(shown) for shown in find_fields(body)):
        return report
    count = _Count()
    for line in body.iter(f"{W}p"):
        for index in _find_blocks(line, places):
            _count_block(report.blocks[index], index, count)
        for shown in _find_counted(line):
            _count_own(shown, line, count)
    _mend_references(body, count.lines)
    return _renumber(report, count.numbers)


def _is_ours(shown: ShownField) -> bool:
    return shown.name == "SEQ" and shown.words[1:2] in ([label] for label in _LABELS)


def _find_blocks(line: Element, places: Mapping[int, range]) -> range:
    numbers = (find_number(text.text) for text in line.iterfind(f"{W}r/{W}t"))
    found = (places[number] for number in numbers if number is not None and number in places)
    return next(found, range(0))


def _find_counted(line: Element) -> Iterator[ShownField]:
    """Yield the fields that count, which stand in `line` and not in a box within it."""
    for shown in find_fields(line):
        around = next(shown.marks[0].iterancestors(f"{W}p"), None)
        if around is line and shown.name == "SEQ" and len(shown.words) > 1:
            yield shown


def _count_block(block: ReportBlock, index: int, count: _Count) -> None:
    if isinstance(block, ChartExhibit | TableExhibit) and block.has_caption:
        name = block.caption.sequence.casefold()
        count.last[name] = count.last.get(name, 0) + 1
        count.numbers[index] = count.last[name]


def _count_own(shown: ShownField, line: Element, count: _Count) -> None:
    """Count a caption of the template, and write its number where that is in Arabic digits."""
    name, switches = shown.words[1].casefold(), shown.words[2:]
    number = count.last.get(name, 0) + ("\\c" not in switches)
    if "\\r" in switches:
        given = switches[switches.index("\\r") + 1 :][:1]
        number = int(given[0]) if given and given[0].isdigit() else number
    count.last[name] = number
    texts = [text for run in shown.results for text in run.iter(f"{W}t")]
    stored = "".join(text.text or "" for text in texts)
    if stored.isdigit() and stored != str(number):
        set_result(shown, str(number))
        count.lines.append(line)


def _mend_references(body: Element, lines: list[Element]) -> None:
    """Let references of the template to captions whose number has changed say the new one."""
    said = {
        start.get(f"{W}name", ""): _read_marked(start)
        for line in lines
        for start in line.iterchildren(f"{W}bookmarkStart")
    }
    for shown in list(find_fields(body)) if said else ():
        words = said.get(shown.words[1], "") if len(shown.words) > 1 else ""
        if shown.name == "REF" and words:
            set_result(shown, words)


def _read_marked(start: Element) -> str:
    """Return the words of a bookmark that ends in the paragraph that it begins in."""
    words: list[str] = []
    for following in start.itersiblings():
        if following.tag == f"{W}bookmarkEnd" and following.get(f"{W}id") == start.get(f"{W}id"):
            return "".join(words)
        words.extend(text.text or "" for text in following.iter(f"{W}t"))
    return ""


def _renumber(report: Report, numbers: Mapping[int, int]) -> Report:
    blocks = list(report.blocks)
    labels = dict(report.labels)
    for index, number in numbers.items():
        block = blocks[index]
        if not isinstance(block, ChartExhibit | TableExhibit):
            continue
        caption = block.caption
        before, _, after = labels[caption.id].rpartition(str(caption.number))
        labels[caption.id] = f"{before}{number}{after}"
        blocks[index] = replace(block, caption=replace(caption, number=number))
    return replace(report, blocks=tuple(blocks), labels=labels)
