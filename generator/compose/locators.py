"""Places in a source, drawn together: `paragraph 3` and `paragraph 4` are `paragraphs 3, 4`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_PLURALS = {
    "paragraph": "paragraphs",
    "page": "pages",
    "p.": "pp.",
    "para.": "paras.",
    "section": "sections",
    "chapter": "chapters",
    "table": "tables",
    "figure": "figures",
    "article": "articles",
    "annex": "annexes",
    "note": "notes",
    "slide": "slides",
    "row": "rows",
}
_SINGULARS = {plural: word for word, plural in _PLURALS.items()}
_LOCATOR = re.compile(r"(?P<word>\D+?)\s*(?P<numbers>\d+(?:\s*(?:,|–|-|and|&|to)\s*\d+)*)")
_RANGE = re.compile(r"(\d+)\s*(?:(?:–|-|to)\s*(\d+))?")
_SHORTEST_RANGE = 3
_MOST_NUMBERS = 500


def join_locators(places: Iterable[str], comma: str) -> str:
    """Return `places` as one text, each once; numbers under the same English word are merged.

    Places of another form, or in another language, are set side by side with `comma`.
    """
    merged: dict[str, set[int]] = {}
    told: list[str] = []
    for place in dict.fromkeys(places):
        word, numbers = _parse_locator(place)
        if not numbers:
            told.append(place)
            continue
        if word not in merged:
            told.append(word)
        merged.setdefault(word, set()).update(numbers)
    return comma.join(
        _write_merged(part, merged[part], comma) if part in merged else part for part in told
    )


def _parse_locator(place: str) -> tuple[str, set[int]]:
    """Return the word in the singular and all numbers; none if the form is another one."""
    found = _LOCATOR.fullmatch(place.strip())
    if not found:
        return place, set()
    word = found["word"].strip()
    word = _SINGULARS.get(word, word)
    if word not in _PLURALS:
        return place, set()
    numbers: set[int] = set()
    for first, last in _RANGE.findall(found["numbers"]):
        start, end = int(first), int(last or first)
        if not 0 <= end - start < _MOST_NUMBERS:
            return place, set()
        numbers.update(range(start, end + 1))
    return word, numbers


def _write_merged(word: str, numbers: set[int], comma: str) -> str:
    ordered = sorted(numbers)
    name = word if len(ordered) == 1 else _PLURALS[word]
    return f"{name}\N{NO-BREAK SPACE}{comma.join(_write_ranges(ordered))}"


def _write_ranges(ordered: Sequence[int]) -> list[str]:
    """Return `3, 5, 6, 7` as `3`, `5–7`; two neighbours stay apart."""
    runs: list[list[int]] = []
    for number in ordered:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [
        part
        for run in runs
        for part in (
            [f"{run[0]}–{run[-1]}"] if len(run) >= _SHORTEST_RANGE else [str(each) for each in run]
        )
    ]
