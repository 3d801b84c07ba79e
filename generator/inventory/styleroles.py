"""Which style serves which role: by its name, by names usual in the field, by the sample text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.inventory.report import StyleInfo, StyleRole
from generator.inventory.sampletext import SampleText
from generator.inventory.stylefit import Named, is_too_large, is_visible, suits
from generator.inventory.synonyms import SYNONYMS, find_terms

CHARACTER_ROLES = frozenset(
    {
        StyleRole.FOOTNOTE_REFERENCE,
        StyleRole.HYPERLINK,
        StyleRole.STRONG,
        StyleRole.EMPHASIS,
        StyleRole.CODE,
    }
)
TABLE_ROLES = frozenset({StyleRole.TABLE, StyleRole.KEY_FIGURES_TABLE, StyleRole.BOX_TABLE})
PLAIN_TABLES = frozenset({"normal table", "table normal", "table grid", "table grid light"})
"""Table styles that every file has: they say nothing of the house."""

BY_TEXT, BY_NAME, BY_ALIAS, BY_SPELLING, BY_SYNONYM, BY_HOUSE, BY_USE = 101, 100, 95, 90, 80, 60, 40
"""Scores. A synonym loses a little with each more usual one before it."""

HOUSE_STYLES, HOUSE_SHARE = 4, 0.33
"""Styles, and share of those that somebody made, that begin with the name of the house."""

CELLS, MOST_CELLS = 12, 0.6
"""Cells, and share of all cells, that a style of tables must be used in to be known by that."""

DEFAULT_PT = 11.0
CAMEL = re.compile(r"(?<=[a-zà-ÿа-я])(?=[A-ZÀ-ÞА-Я])")
ASIDE = re.compile(r"\([^)]*\)")
BREAKS = re.compile(r"[\W_]+|(?<=[^\W\d_])(?=\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A style found for a role, how sure that is, and why."""

    info: StyleInfo
    score: float
    reason: str


REMEMBERED = 4_096
"""Names whose words are kept: each is asked for once for every role."""


def kind_of(role: StyleRole) -> str:
    """Return the kind of style that `role` asks for (`ST_StyleType`)."""
    if role in CHARACTER_ROLES:
        return "character"
    return "table" if role in TABLE_ROLES else "paragraph"


@lru_cache(maxsize=REMEMBERED)
def plain_name(name: str) -> str:
    """Return a style's name in lower case, its words apart, without punctuation and asides."""
    words = BREAKS.split(CAMEL.sub(" ", ASIDE.sub(" ", name)))
    return " ".join(word for word in words if word).casefold()


class StyleMatcher:
    """Finds the style for each role among all styles of one file."""

    def __init__(self, styles: Iterable[Named], sample: SampleText, default_id: str) -> None:
        self.styles = tuple(styles)
        plain = (style.info.size_pt for style in self.styles if style.info.id == default_id)
        self._plain_pt = next(plain, 0.0) or DEFAULT_PT
        self._sample = sample
        self._house = _find_house(self.styles)

    def find(self, role: StyleRole, ground: str, cover_ground: str) -> tuple[StyleInfo | None, str]:
        """Return the style that serves `role` best, None when none does, and the reason.

        Args:
            role: What a style is needed for.
            ground: Colour of the page as RRGGBB; empty where it is unknown.
            cover_ground: The same where the title stands.
        """
        fitting = (
            match
            for match in self._rate_all(role)
            if not is_too_large(role, match.info, self._plain_pt)
        )
        matches = sorted(fitting, key=lambda match: -match.score)
        for match in matches:
            if is_visible(role, match.info, ground, cover_ground):
                return match.info, match.reason
        if matches:
            hidden = matches[0].info
            reason = f"'{hidden.name}' is set in {hidden.colour}, which cannot be seen on the page"
            return None, reason
        return None, f"no {kind_of(role)} style is named '{role.value}'"

    def find_chosen(self, role: StyleRole, name: str) -> StyleInfo | None:
        """Return the style for `role` that bears `name`; a stored name wins over an alias."""
        kind, wanted = kind_of(role), name.casefold()
        fitting = [style for style in self.styles if style.info.kind == kind]
        stored = (style.info for style in fitting if style.info.name.casefold() == wanted)
        others = (
            style.info
            for style in fitting
            if wanted in {alias.casefold() for alias in style.aliases}
        )
        return next(stored, None) or next(others, None)

    def fitting(self, role: StyleRole) -> tuple[Named, ...]:
        """Return the styles of the kind that `role` asks for, whose text stands in the text."""
        kind = kind_of(role)
        return tuple(
            style for style in self.styles if style.info.kind == kind and not style.is_apart
        )

    def _rate_all(self, role: StyleRole) -> Iterator[Match]:
        fitting = self.fitting(role)
        for style in fitting:
            yield from _rate_names(role, style)
            if suits(role, style):
                for name in (style.info.name, *style.aliases):
                    yield from self._rate_words(role, style, name)
        used = self._find_used(role, fitting)
        if used is not None and suits(role, used):
            reason = f"the template's own text uses '{used.info.name}' for it"
            score = BY_TEXT if role is StyleRole.BODY else BY_USE
            yield Match(info=used.info, score=score, reason=reason)

    def _rate_words(self, role: StyleRole, style: Named, name: str) -> Iterator[Match]:
        """Yield a match if `name` is a usual one for `role`, with the house's before it or not."""
        ranks, words = _ranks(role), _words(name)
        rank = ranks.get(" ".join(words))
        if rank is not None:
            score = BY_SYNONYM - rank / 10 if rank else float(BY_SPELLING)
            yield Match(info=style.info, score=score, reason=f"'{name}' is a usual name for it")
        rank = ranks.get(" ".join(words[1:])) if words and words[0] in self._house else None
        if rank is not None and style.is_custom:
            reason = f"'{name}' is a usual name for it, with the house's before it"
            yield Match(info=style.info, score=BY_HOUSE - rank / 10, reason=reason)

    def _find_used(self, role: StyleRole, fitting: tuple[Named, ...]) -> Named | None:
        """Return the style that the template's own text uses for `role`."""
        by_id = {style.info.id: style for style in fitting}
        sample = self._sample
        match role:
            case StyleRole.BODY:
                named = (style.info.id for style in fitting if any(_rate_names(role, style)))
                is_used = any(sample.running.get(id_) for id_ in named)
                return None if is_used else by_id.get(sample.body)
            case StyleRole.CAPTION:
                return by_id.get(_most_used(sample.captions))
            case StyleRole.SOURCE:
                return _if_custom(by_id.get(_most_used(sample.sources)), sample.body)
            case StyleRole.TABLE_TEXT:
                id_ = _most_used(sample.cells)
                uses = sample.cells.get(id_, 0)
                is_clear = uses >= max(CELLS, MOST_CELLS * sum(sample.cells.values()))
                return _if_custom(by_id.get(id_), sample.body) if is_clear else None
            case StyleRole.TABLE:
                found = by_id.get(_most_used(sample.tables))
                is_plain = found is None or plain_name(found.info.name) in PLAIN_TABLES
                return None if is_plain else found
            case _:
                return None


def _rate_names(role: StyleRole, style: Named) -> Iterator[Match]:
    """Yield a match if the style is named after `role`."""
    info, wanted = style.info, role.value.casefold()
    if info.name.casefold() == wanted:
        yield Match(info=info, score=BY_NAME, reason=f"named '{info.name}'")
    for alias in style.aliases:
        if alias.casefold() == wanted:
            reason = f"'{info.name}' is also named '{alias}'"
            yield Match(info=info, score=BY_ALIAS, reason=reason)


def _most_used(uses: Mapping[str, int]) -> str:
    return max(uses, key=lambda id_: uses[id_], default="")


def _if_custom(style: Named | None, body: str) -> Named | None:
    """Return `style` if it was made for a purpose: neither Word's own nor that of running text."""
    return style if style is not None and style.is_custom and style.info.id != body else None


def _find_house(styles: Iterable[Named]) -> frozenset[str]:
    """Return the words that styles are named after the house with, such as `acme` in `ACME Body`.

    Such a word begins the names of several styles that somebody made, and no name usual for a
    role.
    """
    made = [_words(style.info.name) for style in styles if style.is_custom]
    firsts = Counter(words[0] for words in made if len(words) > 1)
    least = max(HOUSE_STYLES, HOUSE_SHARE * len(made))
    terms = _terms()
    return frozenset(word for word, count in firsts.items() if count >= least and word not in terms)


@lru_cache(maxsize=REMEMBERED)
def _words(name: str) -> tuple[str, ...]:
    return tuple(plain_name(name).split())


@cache
def _ranks(role: StyleRole) -> Mapping[str, int]:
    """Return the names of a role and how usual they are; 0 is the role's own, spelt otherwise."""
    ranks: dict[str, int] = {}
    for rank, name in enumerate((role.value, *SYNONYMS.get(role, ()))):
        ranks.setdefault(plain_name(name), rank)
    return ranks


@cache
def _terms() -> frozenset[str]:
    return frozenset(find_terms())
