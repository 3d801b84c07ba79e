"""Units as the axis of a chart or the head of a column says them: `US$ billion`, `per cent`."""

from __future__ import annotations

from generator.brief.exhibits import Scale
from generator.facts.languages import has_wording, resolve_wording
from generator.facts.locales import NBSP
from generator.facts.measures import Kind, parse_kind
from generator.facts.wording import Currency, pick_form
from generator.facts.writing import find_noun, link_noun


def unit_label(unit: str, scale: Scale, language: str) -> str:
    """Return a unit in the words of a label: `US$ billion`, `млрд дол. США`, `million people`.

    Japanese has the steps that its statistics print: `10億ドル` for billions of dollars. A unit
    that is a phrase of the author's is left as it is; an empty one gives the scale alone.
    """
    wording = resolve_wording(language)
    word = wording.labels.get(scale, "")
    kind = parse_kind(unit)
    if noun := find_noun(kind, wording):
        return _plain(pick_form(noun.forms, "other" if language[:2] != "uk" else "many"))
    if kind is Kind.COUNTED:
        counted = link_noun(unit, language) if word and unit else unit
        space = "" if not wording.space or not (word and unit) else " "
        return f"{word}{space}{counted}"
    currency = wording.currencies.get(unit) if has_wording(language) else None
    spare = Currency(label=link_noun(unit, language) if word else unit)
    name = _name(currency or spare, is_scaled=bool(word))
    return _plain(wording.label.format(scale=word, unit=name) if word else name)


def _name(currency: Currency, *, is_scaled: bool) -> str:
    if currency.noun is None:
        return currency.label or currency.prefix
    if is_scaled and currency.noun.scaled:
        return currency.noun.scaled
    return pick_form(currency.noun.forms, "other")


def _plain(text: str) -> str:
    return text.replace(NBSP, " ")
