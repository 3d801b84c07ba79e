"""The parts that a document is made of, and their names: what overrides refer to. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from generator.brief.sections import Section

REPORT_BEFORE = ("cover", "summary", "key-figures", "contents")
REPORT_AFTER = ("recommendations", "timeline", "method", "references", "about", "contact")
"""Parts of a report before and after its sections, in their order."""

DECK_BEFORE = ("cover", "summary", "key-figures")
DECK_AFTER = ("timeline", "recommendations", "sources", "contact")
"""Parts of a deck before and after its sections, in their order."""

REPORT_PARTS = (*REPORT_BEFORE, *REPORT_AFTER)
"""Every part of a report that is no section."""

DECK_PARTS = (*DECK_BEFORE, *DECK_AFTER)
"""Every part of a deck that is no section."""

RESERVED = frozenset((*REPORT_PARTS, *DECK_PARTS))
"""Names that no section may have."""

# Letters that Unicode does not take apart into a base letter and a mark.
_LATIN = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "\u0131": "i"}
)
_GAP = re.compile(r"[^a-z0-9]+")
_MAX_LENGTH = 48

Path = tuple[int, ...]
"""Where a section stands: `(1, 0)` is the first subsection of the second section."""


def slug(text: str) -> str:
    """Return `text` in lower case ASCII with hyphens, at whole words; empty if nothing is left.

    Marks are dropped (`é` becomes `e`); letters of other scripts than Latin are left out.
    """
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_LATIN))
    base = "".join(letter for letter in apart if not unicodedata.combining(letter))
    name = _GAP.sub("-", base).strip("-")
    if len(name) <= _MAX_LENGTH:
        return name
    cut = name[: _MAX_LENGTH + 1].rpartition("-")[0]
    return cut or name[:_MAX_LENGTH]


def plan_section_ids(
    sections: Sequence[Section], taken: frozenset[str] = frozenset()
) -> Mapping[Path, str]:
    """Return the id of every section and subsection, by where it stands, in reading order.

    A section that gives an `id` keeps it. For the others it is made from the heading; where that
    leaves nothing (a heading in Cyrillic or Japanese) from the section's number. Made ids never
    meet a given one, the name of another part, or one in `taken` (the names of the exhibits).
    """
    walked = tuple(walk_sections(sections))
    used = {section.id for _, section in walked if section.id} | RESERVED | taken
    counts: dict[str, int] = {}
    ids: dict[Path, str] = {}
    for path, section in walked:
        made = slug(section.heading) or _number(path)
        ids[path] = section.id or _unused(made, used, counts)
    return ids


def walk_sections(sections: Sequence[Section], above: Path = ()) -> Iterator[tuple[Path, Section]]:
    """Yield every section and subsection with its path, in reading order."""
    for index, section in enumerate(sections):
        path = (*above, index)
        yield path, section
        yield from walk_sections(section.sections, path)


def _number(path: Path) -> str:
    return "section-" + "-".join(str(index + 1) for index in path)


def _unused(name: str, used: set[str], counts: dict[str, int]) -> str:
    """Return `name`, numbered if it is in `used`; adds it to `used`, counts in `counts`."""
    free = name
    while free in used:
        counts[name] = counts.get(name, 1) + 1
        free = f"{name}-{counts[name]}"
    used.add(free)
    return free
