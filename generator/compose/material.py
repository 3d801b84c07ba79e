"""What both documents are composed from: the brief, its figures, its plots, its prose parsed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple, TypeVar

from generator.brief import Brief
from generator.brief.exhibits import Chart, Table
from generator.brief.facts import SourceRef
from generator.brief.parts import Path, plan_section_ids, walk_sections
from generator.brief.sections import Overrides, Section, TextFile
from generator.brief.values import Name, Prose, When
from generator.brief.walk import walk_prose
from generator.charts.plot import Plot
from generator.compose.languages import find_words
from generator.compose.mentions import name_in_blocks, name_in_inlines
from generator.compose.report import Properties
from generator.compose.words import Words
from generator.facts import Figure, write_when
from generator.load.tree import Places
from generator.places import Place
from generator.text.blocks import (
    Block,
    Citation,
    CrossReference,
    Inlines,
    Run,
    to_plain,
)
from generator.text.reader import ProseReader
from generator.text.walk import walk_inlines

_Parsed = TypeVar("_Parsed", Inlines, tuple[Block, ...])


class _Text(NamedTuple):
    """A text and where it stands, by which it is told from others."""

    words: str
    place: Place | None


@dataclass(slots=True)
class Uses:
    """What prose makes use of.

    Attributes:
        exhibits: Those mentioned, each with the place of the text that first does so.
        facts: Those written.
        sources: Those cited.
        placed: Exhibits that a template's tags place by themselves.
    """

    exhibits: dict[str, Place | None] = field(default_factory=dict)
    facts: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    placed: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """The brief and all that was worked out from it before anything is arranged.

    Attributes:
        plots: By chart; those that cannot be drawn are absent, and reported elsewhere.
        section_ids: Of each section and subsection, by its path.
        reader: Parses prose; keeps the errors that it meets.
        uses: What the prose parsed so far makes use of.
        places: Where the parts of the data file stand; None for a brief that came from no file.
        named: Exhibits without a number → what the text calls them instead.
    """

    brief: Brief
    figures: Mapping[str, Figure]
    plots: Mapping[str, Plot]
    section_ids: Mapping[Path, str]
    words: Words
    reader: ProseReader
    uses: Uses = field(default_factory=Uses)
    places: Places | None = field(default=None, repr=False)
    named: Mapping[str, str] = field(default_factory=dict)
    _lines: dict[_Text, Inlines] = field(default_factory=dict, repr=False)
    _texts: dict[_Text, tuple[Block, ...]] = field(default_factory=dict, repr=False)

    def parse_inlines(self, prose: Prose | None) -> Inlines:
        """Return the inlines of one line of prose; each text is parsed once."""
        if not prose:
            return ()
        parsed = self._parse(prose, self._lines, self.reader.parse_inlines)
        return name_in_inlines(parsed, self.named) if self.named else parsed

    def parse_blocks(self, prose: Prose | TextFile | None) -> tuple[Block, ...]:
        """Return the blocks of a text; each text is parsed once."""
        if not prose or isinstance(prose, TextFile):
            return ()
        parsed = self._parse(prose, self._texts, self.reader.parse_blocks)
        return name_in_blocks(parsed, self.named) if self.named else parsed

    def name_by_title(self, exhibits: Iterable[str]) -> Material:
        """Return the same with `exhibits` called by their titles where the text mentions them."""
        words = self.words
        named = {
            id_: words.quote_open
            + to_plain(self.parse_inlines(find_exhibit(self, id_).title))
            + words.quote_close
            for id_ in exhibits
        }
        return replace(self, named=named)

    def find_place(self, *path: str) -> Place | None:
        """Return where the last key of `path` stands in the data file, if there is one."""
        return self.places.find_key(path) if self.places else None

    def find_slide_place(self, slide: str) -> Place | None:
        """Return where that stands in the data file which the slide with the id `slide` shows."""
        if self.places is None:
            return None
        part, _, extra = slide.rpartition("-extra-")
        if extra.isdecimal() and part in self.brief.deck.after:
            return self.places.find_key(("deck", "after", part, int(extra) - 1))
        for path, id_ in sorted(self.section_ids.items(), key=lambda item: -len(item[1])):
            if slide == id_ or slide.startswith(f"{id_}-"):
                keys = tuple(key for index in path for key in ("sections", index))
                return self.places.find_key(keys)
        key = "title" if slide == "cover" else slide.replace("-", "_")
        return self.places.find_key((key,))

    def read_rest(self) -> None:
        """Read the prose that no document shows, for the errors in it; it makes use of nothing."""
        read = self._lines.keys() | self._texts.keys()
        for prose in walk_prose(self.brief):
            if _Text(str(prose), prose.place) not in read:
                parse = self.reader.parse_blocks if "\n" in prose else self.reader.parse_inlines
                parse(prose)

    def write_when(self, when: When | None) -> str:
        """Return a date in the words of the brief's language; empty for None."""
        return write_when(when, self.brief.lang) if when else ""

    def _parse(
        self, prose: Prose, known: dict[_Text, _Parsed], parse: Callable[[Prose], _Parsed]
    ) -> _Parsed:
        """Return what `parse` makes of `prose`, from `known` if it was parsed before."""
        key = _Text(str(prose), prose.place)
        if key not in known:
            known[key] = parse(prose)
            self._note_uses(known[key], prose)
        return known[key]

    def _note_uses(self, parsed: tuple[Block, ...] | Inlines, prose: Prose) -> None:
        for inline in walk_inlines(parsed):
            match inline:
                case CrossReference():
                    self.uses.exhibits.setdefault(inline.exhibit, prose.place)
                case Citation():
                    self.uses.sources.update(str(ref.id) for ref in inline.sources)
                case Run(fact=str() as fact):
                    self.uses.facts.add(fact)
                case _:
                    pass


def prepare_material(
    brief: Brief,
    figures: Mapping[str, Figure],
    plots: Mapping[str, Plot],
    reader: ProseReader,
    places: Places | None = None,
) -> Material:
    """Return the material of `brief`, in the words of its language."""
    taken = frozenset((*brief.charts, *brief.tables))
    return Material(
        brief=brief,
        figures=figures,
        plots=plots,
        section_ids=plan_section_ids(brief.sections, taken),
        words=find_words(brief.lang),
        reader=reader,
        places=places,
    )


def plan_properties(material: Material) -> Properties:
    """Return what the files say about themselves."""
    brief = material.brief
    return Properties(
        title=brief.title,
        subtitle=brief.subtitle or "",
        authors=tuple(author.name for author in brief.authors),
        organisation=brief.organisation or "",
        issued=brief.date.start,
        language=brief.lang,
        keywords=brief.keywords,
        status=brief.status or "",
    )


def plan_byline(material: Material) -> tuple[str, ...]:
    """Return one line for each author: name, role, organisation."""
    return tuple(
        material.words.comma.join(
            part for part in (author.name, author.role, author.organisation) if part
        )
        for author in material.brief.authors
    )


def plan_order(default: tuple[str, ...], overrides: Overrides) -> tuple[str, ...]:
    """Return the parts to show, in order.

    Parts named in `order` come in that order, in the places that these parts have by default;
    the others stay where they are. Parts in `leave_out` are dropped.
    """
    parts = dict.fromkeys(default)
    wanted = dict.fromkeys(str(part) for part in overrides.order if part in parts)
    queue = iter(wanted)
    arranged = [next(queue) if part in wanted else part for part in parts]
    return tuple(part for part in arranged if part not in overrides.leave_out)


def leave_out_too(
    material: Material, document: Literal["report", "deck"], names: frozenset[str]
) -> Material:
    """Return `material` of a brief whose report or deck leaves out `names` too."""
    if not names:
        return material
    overrides: Overrides = getattr(material.brief, document)
    left = (*overrides.leave_out, *(Name(name) for name in sorted(names)))
    update = {document: overrides.model_copy(update={"leave_out": left})}
    return replace(material, brief=material.brief.model_copy(update=update))


def plan_exhibits(material: Material, overrides: Overrides) -> Mapping[str, tuple[str, ...]]:
    """Return the exhibits of each section and subsection by its id, moves and omissions made."""
    planned: dict[str, list[str]] = {}
    for path, section in walk_sections(material.brief.sections):
        planned[material.section_ids[path]] = [
            str(name)
            for name in section.exhibits
            if can_show(material, name)
            and name not in overrides.move
            and name not in overrides.leave_out
        ]
    for exhibit, target in overrides.move.items():
        if can_show(material, exhibit) and exhibit not in overrides.leave_out:
            planned.setdefault(str(target), []).append(exhibit)
    return {section: tuple(names) for section, names in planned.items()}


def can_show(material: Material, name: str) -> bool:
    """Return whether an exhibit is there and can be drawn; that it is not was told elsewhere."""
    return name in material.brief.tables or name in material.plots


def find_exhibit(material: Material, name: str) -> Chart | Table:
    """Return the chart or table of that name.

    Raises:
        KeyError: There is none; the loader has refused such a name before.
    """
    brief = material.brief
    return brief.charts[name] if name in brief.charts else brief.tables[name]


def exhibit_facts(material: Material, name: str) -> tuple[str, ...]:
    """Return the ids of the facts that an exhibit shows, in order, each once."""
    if name in material.brief.charts:
        plot = material.plots.get(name)
        return plot.facts if plot else ()
    return facts_in(
        *(
            material.parse_inlines(cell)
            for row in material.brief.tables[name].rows
            for cell in (row.values() if isinstance(row, dict) else row)
            if isinstance(cell, Prose)
        )
    )


def facts_in(*texts: Inlines | tuple[Block, ...]) -> tuple[str, ...]:
    """Return the ids of the facts written in `texts`, in order, each once."""
    found = (getattr(inline, "fact", None) for text in texts for inline in walk_inlines(text))
    return tuple(dict.fromkeys(fact for fact in found if fact))


def fact_sources(material: Material, facts: tuple[str, ...]) -> tuple[SourceRef, ...]:
    """Return the sources of `facts`, in order, each place once."""
    found = (ref for fact in facts for ref in material.figures[fact].sources)
    return tuple(dict.fromkeys(found))


def plan_top_sections(material: Material) -> tuple[tuple[Path, str, Section], ...]:
    """Return the sections that are no subsections, with path and id, in the order of the file."""
    return tuple(
        ((index,), material.section_ids[(index,)], section)
        for index, section in enumerate(material.brief.sections)
    )
