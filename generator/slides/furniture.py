"""What every slide of a layout carries: date, footer, number, and lines such as tracker. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.inventory.deck import LayoutInfo, PlaceholderInfo, PlaceholderRole
from generator.slides.drafts import find_one
from generator.slides.fit import Faces, count_para_lines
from generator.slides.page import Item, Look, NumberItem, Para, TextItem
from generator.slides.setting import Setting
from generator.slides.text import say
from generator.units import to_pt

DATE_KIND = "dt"
_PROMPT = re.compile(
    r"click|clic|klick|klik|haga|faire|edit|insert|einf[uü]g|ins[eé]r|enter|type |add |place|"
    r"sample|"
    r"footer|fu(ß|ss)zeile|pied de page|pie de p|rodap|pi[eè] di pagina|voettekst|sidfot|bunntekst|"
    r"stopk|колонтитул|页脚|頁尾|フッター|바닥글|lorem|your |name of|"
    r"presentation|pr[äa]sentation|pr[eé]sentation|presentaci|apresenta|title|titel|titre|t[íi]tulo|"
    r"text|date|datum|subject|author|xx|\.\.\.|[\[\]<>{}#]",
    re.IGNORECASE,
)
"""Words of prompts and sample footers, which tell the owner of the template what to write there."""

_LEAST_LETTERS = 3
_LEAST_PT = 8.0
"""Size down to which a footer is made smaller to keep to its line, in points."""


def plan_furniture(layout: LayoutInfo, setting: Setting) -> Iterator[Item]:
    """Yield date, footer and slide number, where `layout` has placeholders for them."""
    date = find_one(layout, PlaceholderRole.DATE)
    if date and date.kind == DATE_KIND and not _collides(date, layout):
        line = plan_line(layout, PlaceholderRole.DATE, setting.date, setting)
        if line:
            yield line
    footer = find_one(layout, PlaceholderRole.FOOTER)
    text = find_footer(footer) if footer else ""
    line = plan_line(layout, PlaceholderRole.FOOTER, text or setting.properties.title, setting)
    if line:
        yield line
    number = find_one(layout, PlaceholderRole.NUMBER)
    if number and _is_shown(number, setting):
        yield NumberItem(name="Slide Number", box=number.box, placeholder=number)


def _collides(date: PlaceholderInfo, layout: LayoutInfo) -> bool:
    """Return whether the date would stand in the footer or number, as in some templates."""
    others = (find_one(layout, role) for role in (PlaceholderRole.FOOTER, PlaceholderRole.NUMBER))
    return any(
        other is not None
        and other.box.left < date.box.right
        and date.box.left < other.box.right
        and other.box.top < date.box.bottom
        and date.box.top < other.box.bottom
        for other in others
    )


def find_footer(placeholder: PlaceholderInfo) -> str:
    """Return the organisation's own text in a footer; empty for none, or a prompt."""
    text = placeholder.text
    is_real = sum(map(str.isalpha, text)) >= _LEAST_LETTERS and not _PROMPT.search(text)
    return text if is_real else ""


def _is_shown(placeholder: PlaceholderInfo, setting: Setting) -> bool:
    """Return whether a placeholder stands on the slide and not beside it, as some are put away."""
    box, (width, height) = placeholder.box, setting.template.size
    is_inside = box.left >= 0 and box.top >= 0 and box.right <= width and box.bottom <= height
    return is_inside and box.width > 0 and box.height > 0


def plan_line(
    layout: LayoutInfo, role: PlaceholderRole, text: str, setting: Setting
) -> TextItem | None:
    """Return `text` on one line in the placeholder for `role`: smaller, then cut short, to fit."""
    placeholder = find_one(layout, role)
    if placeholder is None or not text or not _is_shown(placeholder, setting):
        return None
    left, top, right, bottom = placeholder.insets
    width = placeholder.box.width - left - right
    height = to_pt(placeholder.box.height - top - bottom)
    para = _fit_line(text, placeholder, (width, height), setting.faces)
    return TextItem(
        name=role.value.capitalize(),
        box=placeholder.box,
        paras=(para,),
        placeholder=placeholder,
        anchor=None,
        insets=placeholder.insets,
    )


def _fit_line(
    text: str, placeholder: PlaceholderInfo, room: tuple[int, float], faces: Faces
) -> Para:
    """Return `text` in the largest size at which it takes one line, or two if there is room."""
    width, height = room
    size = placeholder.size_pt
    while True:
        look = Look(
            size_pt=size,
            is_bold=placeholder.is_bold,
            colour=None,
            font=placeholder.font,
            is_caps=placeholder.is_caps,
        )
        para = Para(words=say(text), look=look, align=None)
        lines = count_para_lines(para, width, faces)
        if lines == 1 or lines * look.line_pt <= height:
            return para
        if size - 1 < _LEAST_PT:
            return _shorten(text, look, width, faces)
        size -= 1


def _shorten(text: str, look: Look, width: int, faces: Faces) -> Para:
    """Return `text` cut at a word and closed by an ellipsis, if it needs more than one line."""
    para = Para(words=say(text), look=look, align=None)
    kept = text
    while kept and count_para_lines(para, width, faces) > 1:
        kept = kept.rpartition(" ")[0] or kept[:-1]
        para = Para(words=say(f"{kept.rstrip(' ,;:–—-')}…"), look=look, align=None)
    return para
