"""Excel format codes: what of a drawn chart's may stay with other numbers. Pure.

A designer's code is a look: how thousands are parted, what stands before and after the digits. How
many decimals there are, and the bound of a fact, are content: they come from the plot, so that a
label says what the text says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import category

from generator.brief.exhibits import Scale
from generator.charts.plot import EXACT, Plot
from generator.facts import unit_label

_TOKEN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|.', re.DOTALL)
_GENERAL = re.compile(r"\s*(?:general|standard|@)?\s*\Z", re.IGNORECASE)
_ANY_DIGITS = re.compile(r'("[^"]*")|general', re.IGNORECASE)
_TWO_TEXTS = re.compile(r'"([^"]+)""([^"]+)"')
_LOCALE = re.compile(r"\[\$-[^\]]*\]")
_CURRENCY = re.compile(r"\[\$([^\]-]*)[^\]]*\]")
_UNFIT = re.compile(r"[dmyhsDMYHS]|[0#?],+(?![0#?,])|[0#?.][eE]|[0#?] ?/")
"""Dates, numbers made smaller, exponents and fractions."""

_DIGITS = frozenset("0#?")
_CURRENCIES = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₴": "UAH"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What the numbers of a plot are.

    Attributes:
        unit: In words of the language; empty if it is not known.
        language: BCP 47 tag.
    """

    unit: str
    language: str

    @property
    def is_percent(self) -> bool:
        """Return whether the numbers are in per cent: 70, not 0.7."""
        return "%" in self.unit or self.unit == unit_label("percent", Scale.ONE, self.language)

    def is_in(self, currency: str) -> bool:
        """Return whether the numbers may be in a currency, given by its sign."""
        if not self.unit or currency in self.unit:
            return True
        code = _CURRENCIES.get(currency)
        return code is not None and unit_label(code, Scale.ONE, self.language) in self.unit


def find_measure(plot: Plot) -> Measure:
    """Return what the numbers of `plot` are."""
    return Measure(unit=plot.unit, language=plot.language)


def is_general(code: str) -> bool:
    """Return whether a format code says nothing of numbers."""
    return bool(_GENERAL.match(code))


def choose_look(drawn: str, planned: str, measure: Measure) -> str:
    """Return the format code for new numbers in a chart that had `drawn`, with its decimals.

    It stays, in the language of the plot, unless it is `General`, is for dates or for text, changes
    the size of numbers, as `0,` does and `0%` too, or says another currency than the numbers are
    in. A number in per cent is written as it is, with the sign as text.

    Args:
        drawn: The designer's code; empty for none.
        planned: The plot's.
        measure: What the numbers are.
    """
    if is_general(drawn):
        return planned
    tokens = _split(_ANY_DIGITS.sub(lambda found: found[1] or "0", _LOCALE.sub("", drawn)))
    active = _read_active(tokens)
    if _UNFIT.search(active) or not _DIGITS & set(active):
        return planned
    if "%" in active and not measure.is_percent:
        return planned
    if not all(measure.is_in(sign) for sign in _list_currencies(tokens)):
        return planned
    code = "".join('"%"' if sign == "%" else sign for sign in tokens)
    locale = _LOCALE.match(planned)
    return (locale[0] if locale else "") + code


def choose_format(drawn: str, planned: str, measure: Measure) -> str:
    """Return the same with the decimals of `planned`."""
    chosen = choose_look(drawn, planned, measure)
    return chosen if is_general(planned) else set_decimals(chosen, count_decimals(planned))


def count_decimals(code: str) -> int:
    """Return how many decimals `code` shows at most."""
    section = next(_list_sections(code))
    point = _find_point(section)
    return 0 if point is None else _count_digits(section, point + 1)


def set_decimals(code: str, decimals: int) -> str:
    """Return `code` with so many decimals, in each of its sections."""
    return ";".join("".join(_set(section, decimals)) for section in _list_sections(code))


def quote_bound(code: str, bound: str) -> str:
    """Return `code` with the words of a bound around what it shows, in each of its sections.

    Args:
        code: For a label.
        bound: Such as `>{}`; see `PlotSeries.bounds`.
    """
    before, _, after = (f'"{words}"' if words else "" for words in bound.partition(EXACT))
    quoted: list[str] = []
    for section in _list_sections(code):
        start = next((at for at, sign in enumerate(section) if sign[0] != "["), len(section))
        if _DIGITS & set(_read_active(section)):
            section[start:] = [before, *section[start:], after]
        quoted.append(_TWO_TEXTS.sub(r'"\1\2"', "".join(section)))
    return ";".join(quoted)


def _split(code: str) -> list[str]:
    return _TOKEN.findall(code)


def _read_active(tokens: list[str]) -> str:
    """Return the signs that mean something, with a space for each that is text."""
    return "".join(token if len(token) == 1 else " " for token in tokens)


def _list_sections(code: str) -> Iterator[list[str]]:
    """Yield the tokens of the codes for numbers above zero, below it, and so on."""
    section: list[str] = []
    for sign in _split(code):
        if sign == ";":
            yield section
            section = []
        else:
            section.append(sign)
    yield section


def _list_currencies(tokens: list[str]) -> Iterator[str]:
    for token in tokens:
        bracketed = _CURRENCY.match(token)
        yield from (
            sign for sign in (bracketed[1] if bracketed else token) if category(sign) == "Sc"
        )


def _find_point(section: list[str]) -> int | None:
    """Return where the point before decimals stands: the first one beside a digit."""
    return next(
        (
            at
            for at, sign in enumerate(section)
            if sign == "." and _DIGITS & set(section[max(0, at - 1) : at + 2])
        ),
        None,
    )


def _count_digits(section: list[str], start: int) -> int:
    behind = next(
        (at for at in range(start, len(section)) if section[at] not in _DIGITS), len(section)
    )
    return behind - start


def _set(section: list[str], decimals: int) -> list[str]:
    digits = [at for at, sign in enumerate(section) if sign in _DIGITS]
    if not digits:
        return section
    point = _find_point(section)
    start = digits[-1] + 1 if point is None else point
    end = start if point is None else point + 1 + _count_digits(section, point + 1)
    return [*section[:start], *(["."] if decimals else []), *"0" * decimals, *section[end:]]
