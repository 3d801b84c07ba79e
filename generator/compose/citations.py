"""How sources are named: in full for footnotes and references, short for source lines. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from generator.brief.facts import Source, SourceRef
from generator.compose.locators import join_locators
from generator.compose.material import Material
from generator.facts import write_list
from generator.text.blocks import Inline, Inlines, Run, to_plain

_CLOSED = (".", "?", "!", "。", "…")


def cite_in_full(material: Material, source: Source) -> Inlines:
    """Return author, date, title in italics, publisher and address, each closed by a full stop."""
    stop = material.words.full_stop
    date = material.write_when(source.date)
    parts: list[Inline] = []
    lead = source.author or (source.publisher if source.publisher != source.title else None)
    if lead:
        parts.append(_sentence(f"{lead} ({date})" if date else lead, stop))
    parts.append(Run(text=_close(source.title, stop).strip(), italic=True))
    parts.append(Run(text=" "))
    if source.author and source.publisher and source.publisher != source.author:
        parts.append(_sentence(source.publisher, stop))
    if not lead and date:
        parts.append(_sentence(date, stop))
    if source.url:
        parts.append(Run(text=source.url, link=source.url))
    return _trim(parts)


def cite_shortly(material: Material) -> Mapping[str, Inlines]:
    """Return for each source its author and year, or its title where these name several."""
    sources = material.brief.sources
    names = {
        id_: _name_by(source.author or source.publisher, source) for id_, source in sources.items()
    }
    known = Counter(names.values())
    return {
        id_: (Run(text=name),) if known[name] == 1 else (Run(text=sources[id_].title, italic=True),)
        for id_, name in names.items()
    }


def cite_as_reference(material: Material, source: Source) -> Inlines:
    """Return the full citation, when it was read, and what a reader should know about it."""
    cited = list(cite_in_full(material, source))
    if source.accessed:
        cited.append(Run(text=f" ({material.write_when(source.accessed)})"))
    note = material.parse_inlines(source.note)
    if note:
        cited.extend((Run(text=" "), *note))
    return tuple(cited)


def write_source_line(
    material: Material, refs: Iterable[SourceRef], facts: Iterable[str] = ()
) -> Inlines:
    """Return the source line of an exhibit: each source once with its places, and the as-of date.

    Empty when nothing is cited. The lead word, `Source:`, is for the builder to add.
    """
    words = material.words
    sources = material.brief.sources
    named = [
        _add_places(material, _name_shortly(material, sources[id_]), at)
        for id_, at in _gather(refs).items()
        if id_ in sources
    ]
    if not named:
        return ()
    line = _close(words.sources_join.join(named), words.full_stop)
    as_of = _write_as_of(material, facts)
    if as_of:
        gap = "" if words.full_stop == "。" else " "
        line = line.rstrip() + gap + _close(as_of, words.full_stop)
    return (Run(text=line.strip()),)


def write_short_sources(material: Material, refs: Iterable[SourceRef]) -> Inlines:
    """Return sources as further footnotes state them, with their places: for cells of tables."""
    short = cite_shortly(material)
    named = (
        _add_places(material, to_plain(short[id_]), at)
        for id_, at in _gather(refs).items()
        if id_ in short
    )
    line = material.words.sources_join.join(named)
    return (Run(text=line),) if line else ()


def _gather(refs: Iterable[SourceRef]) -> dict[str, list[str]]:
    """Return for each source, in order, the places in it."""
    places: dict[str, list[str]] = {}
    for ref in refs:
        at = places.setdefault(str(ref.id), [])
        if ref.at and ref.at not in at:
            at.append(ref.at)
    return places


def _add_places(material: Material, name: str, places: list[str]) -> str:
    comma = material.words.comma
    return comma.join((name, join_locators(places, comma))) if places else name


def _name_shortly(material: Material, source: Source) -> str:
    makers = dict.fromkeys(part for part in (source.author, source.publisher) if part)
    who = material.words.comma.join(makers)
    return _name_by(who, source)


def _name_by(who: str | None, source: Source) -> str:
    """Return who made a source, or else its title, with the year."""
    name = who or source.title
    return f"{name} ({source.date.start.year})" if source.date else name


def _write_as_of(material: Material, facts: Iterable[str]) -> str:
    dates = {
        str(when): when for fact in facts if (when := material.figures[fact].fact.as_of) is not None
    }
    if not dates:
        return ""
    ordered = sorted(dates.values(), key=lambda when: (when.end, when.start))
    shown = write_list([material.write_when(when) for when in ordered], material.brief.lang)
    return material.words.as_of.format(date=shown)


def _close(text: str, stop: str) -> str:
    return text if text.endswith(_CLOSED) else text + stop


def _sentence(text: str, stop: str) -> Run:
    return Run(text=_close(text, stop) + ("" if stop == "。" else " "))


def _trim(parts: list[Inline]) -> Inlines:
    """Drop the space that the last sentence leaves."""
    while parts and isinstance(parts[-1], Run) and not parts[-1].text.strip():
        parts.pop()
    last = parts[-1]
    if isinstance(last, Run):
        parts[-1] = Run(text=last.text.rstrip(), italic=last.italic, link=last.link)
    return tuple(parts)
