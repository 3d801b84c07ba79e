"""Words of drawn charts: in their alternative texts, and the few that are drawn. Pure data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """The words of one language; `{}` fields are filled by name."""

    comma: str
    space: str
    noted: str
    event: str
    period: str


_ENGLISH = Phrases(
    comma=", ",
    space=" ",
    noted="Marked: {notes}.",
    event="{name} ({first})",
    period="{name} ({first} to {last})",
)

PHRASES: Mapping[str, Phrases] = {
    "en": _ENGLISH,
    "uk": Phrases(
        comma="; ",
        space=" ",
        noted="Позначено: {notes}.",
        event="{name} ({first})",
        period="{name} ({first}–{last})",
    ),
    "de": Phrases(
        comma="; ",
        space=" ",
        noted="Eingezeichnet: {notes}.",
        event="{name} ({first})",
        period="{name} ({first} bis {last})",
    ),
    "fr": Phrases(
        comma=" ; ",
        space=" ",
        noted="Repères\u00a0: {notes}.",
        event="{name} ({first})",
        period="{name} (de {first} à {last})",
    ),
    "ja": Phrases(
        comma="、",
        space="",
        noted="図中の注記：{notes}。",
        event="{name}（{first}）",
        period="{name}（{first}～{last}）",
    ),
}
"""Phrases by primary language subtag (BCP 47)."""


def find_phrases(language: str) -> Phrases:
    """Return the phrases for a BCP 47 tag; English for a language that has none."""
    return PHRASES.get(language.partition("-")[0].casefold(), _ENGLISH)
