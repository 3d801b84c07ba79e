"""Six colours for the series of charts, told apart from the paper and from each other. Pure.

The brand's own come first. What is missing is chosen from muted colours in several depths, so that
each colour differs from the one before it by a contrast of 3:1 wherever that can be had, since
neighbours touch in a stack, and otherwise from all of them as much as it can.
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterator, Mapping, Sequence

from generator.ooxml.contrast import contrast
from generator.starter.colours import MARK_CONTRAST, deepen, distance

SLOTS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
LEAST_DISTANCE = 0.09
"""Distance in Oklab below which two colours are hard to tell apart in a chart."""

_MARGIN = 0.03
_LIGHT_DEPTHS = (MARK_CONTRAST + _MARGIN, 3.4)
"""Contrasts with the paper that derived colours have; dark ones have three times the first."""

_DARK_FACTORS = (1.0, 1.2, 1.5)
_HUES = 24
_SATURATION, _GREY = 0.5, 0.08
_LEAST_SATURATION = 0.15
_LEADING = 2
_BLUE = 0.58


def settle_main(rgb: str, paper: str) -> str:
    """Return `rgb`, or a darker one where no colour could stand beside it in a stack.

    Between two contrasts with the paper nothing lighter differs from the paper by 3:1 and from
    the colour too, and nothing darker is dark enough.
    """
    least = MARK_CONTRAST * (MARK_CONTRAST + 3 * _MARGIN)
    ratio, most = contrast(rgb, paper), max(contrast(paper, each) for each in ("000000", "FFFFFF"))
    if ratio * MARK_CONTRAST <= most or not ratio < least <= most:
        return rgb
    return _deepen(rgb, paper, least)


def plan_series(main: str, offered: Sequence[str], paper: str) -> tuple[str, ...]:
    """Return six colours in the order in which series take them.

    Args:
        main: The first one.
        offered: Colours of the brand that stand out from the paper, in order of liking.
        paper: What they stand on.
    """
    series, waiting = [main], _keep_different(main, offered)
    while len(series) < len(SLOTS):
        series.append(_choose_next(series, waiting, paper))
        waiting = [each for each in waiting if each != series[-1]]
    return tuple(series)


def _keep_different(main: str, offered: Sequence[str]) -> list[str]:
    kept: list[str] = []
    for each in offered:
        if _find_distance(each, (main, *kept)) >= LEAST_DISTANCE:
            kept.append(each)
    return kept[: len(SLOTS) - 1]


def _choose_next(series: Sequence[str], waiting: Sequence[str], paper: str) -> str:
    """Return the first of the brand's colours that parts from the last one, or a derived one."""
    last = series[-1]
    own = next((each for each in waiting if contrast(each, last) >= MARK_CONTRAST), None)
    if own:
        return own
    derived = derive((*series, *waiting), (last, *waiting[:1]), paper)
    if waiting and contrast(derived, last) < MARK_CONTRAST:
        return waiting[0]
    return derived


def assign_slots(
    series: Sequence[str], second: str | None, order: Sequence[str] = ()
) -> dict[str, str]:
    """Return slot → RGB: the main colour first, the brand's `second` next, then as series go.

    Args:
        series: Six colours.
        second: The colour that `accent2` takes, if it is among them.
        order: Slots in which series take them, where another theme decided that already.
    """
    if order:
        return dict(zip(order, series, strict=True))
    rest = list(series[1:])
    if second in rest:
        rest.remove(second)
        rest.insert(0, second)
    return dict(zip(SLOTS, (series[0], *rest), strict=True))


def fill_slots(fixed: Mapping[str, str], offered: Sequence[str], paper: str) -> dict[str, str]:
    """Return slot → RGB where some slots are `fixed`: the others are filled from left to right."""
    chosen = {slot: fixed[slot] for slot in SLOTS if slot in fixed}
    waiting = list(offered)
    for slot in SLOTS:
        if slot not in chosen:
            taken = tuple(chosen.values())
            beside = chosen.get(SLOTS[max(0, SLOTS.index(slot) - 1)])
            own = [each for each in waiting if _find_distance(each, taken) >= LEAST_DISTANCE]
            chosen[slot] = own[0] if own else derive(taken, (beside,) if beside else (), paper)
            waiting = [each for each in waiting if each != chosen[slot]]
    return {slot: chosen[slot] for slot in SLOTS}


def _find_distance(rgb: str, others: Sequence[str]) -> float:
    return min((distance(rgb, each) for each in others), default=1.0)


def derive(taken: Sequence[str], beside: Sequence[str], paper: str) -> str:
    """Return a new colour that parts from those `beside` it, and differs from all `taken`.

    Hues that go with the brand's come first: its own, the one opposite, and grey.
    """

    def rank(rgb: str) -> tuple[int, bool, float]:
        apart = _find_distance(rgb, taken)
        parted = sum(contrast(rgb, each) >= MARK_CONTRAST for each in beside)
        return (parted, apart >= LEAST_DISTANCE, apart)

    near = max(_candidates(_find_hues(taken), beside, paper), key=rank)
    parted, is_apart, _ = rank(near)
    if is_apart and parted == len(beside):
        return near
    hues = [number / _HUES for number in range(_HUES)]
    return max((near, *_candidates(hues, beside, paper)), key=rank)


def _find_hues(taken: Sequence[str]) -> list[float]:
    """Return the hues of the first colours, and the one opposite to the very first; 0 to 1."""
    hues = [
        hue
        for hue, _, saturation in map(_split, taken[:_LEADING])
        if saturation >= _LEAST_SATURATION
    ]
    return [*hues, (hues[0] + 0.5) % 1.0] if hues else [_BLUE]


def _split(rgb: str) -> tuple[float, float, float]:
    red, green, blue = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return colorsys.rgb_to_hls(red, green, blue)


def _candidates(hues: Sequence[float], beside: Sequence[str], paper: str) -> Iterator[str]:
    """Yield muted colours of these hues, and a grey, in every depth that the paper allows."""
    to_white = contrast(paper, "FFFFFF") > contrast(paper, "000000")
    most = contrast(paper, "FFFFFF" if to_white else "000000")
    darks = {MARK_CONTRAST * max(_LIGHT_DEPTHS[0], contrast(each, paper)) for each in beside}
    depths = [
        *_LIGHT_DEPTHS,
        *(dark * factor for dark in sorted(darks) for factor in _DARK_FACTORS),
    ]
    start = 0.02 if to_white else 0.98
    for depth in depths:
        for hue, saturation in (*((hue, _SATURATION) for hue in hues), (hues[0], _GREY)):
            if depth <= most:
                channels = colorsys.hls_to_rgb(hue, start, saturation)
                rgb = "".join(f"{round(channel * 255):02X}" for channel in channels)
                yield _deepen(rgb, paper, depth)


def _deepen(rgb: str, paper: str, least: float) -> str:
    to_white = contrast(paper, "FFFFFF") > contrast(paper, "000000")
    return deepen(rgb, lambda each: contrast(each, paper) >= least, to_white=to_white)
