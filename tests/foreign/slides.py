"""What is wrong with the slides of a written deck."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.foreign.shapes import FURNITURE, Drawn, find_loud, find_shapes, find_unsized, read_slide
from tests.foreign.written import P, Trouble, Written

_USUAL = (9_144_000, 6_858_000)
"""Size of the slides of a presentation that tells none."""


def check_slides(written: Written) -> Iterator[Trouble]:
    """Find shapes off the slide or without size, prompt text, empty holes, text over text."""
    size = written.parse(written.main).find(f"{P}sldSz")
    width, height = _USUAL if size is None else (int(size.get("cx")), int(size.get("cy")))
    if not written.slides:
        yield Trouble("slides", written.main, "has no slide")
    for name in written.slides:
        shapes, layout, master = read_slide(written, name)
        for shape in shapes:
            yield from _check_box(name, shape, width, height)
            yield from _check_prompt(name, shape, [*layout, *master])
        yield from _check_overlaps(name, shapes, [*layout, *master], width * height)
        if name != written.slides[0] and _lacks_number(shapes, layout, width, height):
            yield Trouble("furniture", name, "lacks the slide number that its layout has")


def _lacks_number(shapes: list[Drawn], layout: list[Drawn], width: int, height: int) -> bool:
    """Return whether a layout shows the slide number, where it can be seen, and a slide does not.

    The first slide may go without: PowerPoint has a switch for it.
    """
    if any(shape.kind == "sldNum" for shape in shapes):
        return False
    numbers = [shape for shape in layout if shape.kind == "sldNum"]
    return any(not list(_check_box("", shape, width, height)) for shape in numbers if shape.box)


_SLACK = 1000  # EMU, less than a tenth of a point: what rounding leaves


def _check_box(slide: str, shape: Drawn, width: int, height: int) -> Iterator[Trouble]:
    if shape.box is None:
        yield Trouble("slides", slide, f"'{shape.name}' has no place: nothing tells its box")
        return
    left, top, wide, high = shape.box
    is_line = not shape.is_text or not shape.text
    if wide < 0 or high < 0 or (not is_line and not (wide and high)) or not (wide or high):
        yield Trouble("slides", slide, f"'{shape.name}' has the size {wide:.0f} by {high:.0f}")
    if (
        left < -_SLACK
        or top < -_SLACK
        or left + wide > width + _SLACK
        or top + high > height + _SLACK
    ):
        inches = [round(value / 914400, 2) for value in shape.box]
        yield Trouble("slides", slide, f"'{shape.name}' leaves the slide: {inches} inches")


_SHORTEST_PROMPT = 8  # characters; shorter ones, such as a number, may well be our own text


def _check_prompt(slide: str, shape: Drawn, below: list[Drawn]) -> Iterator[Trouble]:
    if not shape.kind or shape.kind in FURNITURE:
        return
    if shape.is_text and not shape.text:
        yield Trouble("prompt", slide, f"the placeholder '{shape.name}' is empty")
    prompts = {other.text for other in below if other.kind and other.kind not in FURNITURE}
    if len(shape.text) >= _SHORTEST_PROMPT and shape.text in prompts:
        yield Trouble("prompt", slide, f"'{shape.name}' shows '{shape.text[:60]}'")


_SHARE_OF_TEXT = 0.1
_SHARE_OF_ART = 0.25
_LARGEST_ART = 0.12
"""Pictures that cover more of the slide than this are backgrounds."""


def _check_overlaps(
    slide: str, shapes: list[Drawn], below: list[Drawn], area: int
) -> Iterator[Trouble]:
    """Find text that lies on other text, or on a small picture or drawn text of the layout."""
    texts = [shape for shape in shapes if shape.text and shape.box]
    for number, one in enumerate(texts):
        for other in texts[number + 1 :]:
            if _find_share(one, other) > _SHARE_OF_TEXT:
                yield Trouble("overlap", slide, f"'{one.name}' and '{other.name}' overlap")
    for art in below:
        is_art = art.box and not art.kind and (art.text or not art.is_text)
        if not is_art or _find_area(art) > _LARGEST_ART * area or not _find_area(art):
            continue
        for one in texts:
            if one.kind not in FURNITURE and _find_share(one, art) > _SHARE_OF_ART:
                yield Trouble("overlap", slide, f"'{one.name}' lies on '{art.name}' of the layout")


def _find_area(shape: Drawn) -> float:
    return shape.box[2] * shape.box[3] if shape.box else 0.0


def _find_share(one: Drawn, other: Drawn) -> float:
    """Return how much of the smaller of two boxes the other covers."""
    assert one.box
    assert other.box
    sides = [
        min(one.box[axis] + one.box[axis + 2], other.box[axis] + other.box[axis + 2])
        - max(one.box[axis], other.box[axis])
        for axis in (0, 1)
    ]
    smaller = min(_find_area(one), _find_area(other))
    return max(0.0, sides[0]) * max(0.0, sides[1]) / smaller if smaller else 0.0


_TINY_PT = 8.0
"""On slides whose shorter side is 7.5 inches; smaller slides are shown as large as those."""

_SHORTER_SIDE = 6_858_000


def check_sizes(written: Written) -> Iterator[Trouble]:
    """Find text on slides that is too small to read, or whose size nothing tells.

    PowerPoint takes 18 pt where master and layout tell no size, LibreOffice another.
    """
    size = written.parse(written.main).find(f"{P}sldSz")
    sides = _USUAL if size is None else (int(size.get("cx")), int(size.get("cy")))
    tiny = _TINY_PT * min(sides) / _SHORTER_SIDE
    for name in written.slides:
        for shape in find_shapes(written.parse(name)):
            if shape.text and shape.sizes and min(shape.sizes) < tiny:
                yield Trouble("tiny", name, f"'{shape.name}' has text of {min(shape.sizes)} pt")
        for hole in find_unsized(written, name):
            yield Trouble("tiny", name, f"nothing tells the size of the text in '{hole}'")
        for box in find_loud(written, name):
            yield Trouble("tiny", name, f"the text in '{box}' takes its look from the defaults")


def check_sample_slides(written: Written, template: Written) -> Iterator[Trouble]:
    """Find slides of the template that are still in the output, and media that only they show."""
    theirs = {template.parts[name] for name in template.slides}
    for name in written.slides:
        if written.parts[name] in theirs:
            yield Trouble("sample", name, "is a sample slide of the template")
    extra = len(written.slides) - sum(
        1 for name in written.names if re.fullmatch(r"ppt/slides/[^/]+\.xml", name)
    )
    if extra:
        yield Trouble("sample", written.main, "has slide parts that are not in the show")
