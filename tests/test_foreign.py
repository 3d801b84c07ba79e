"""Templates that others made: which layout and style serves what, and whole builds on them."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import generator
from generator.inventory import find_default_template, read_deck_template, read_word_template
from generator.inventory.deck import LayoutRole
from generator.inventory.report import StyleRole
from tests import foreign, hostile
from tests.foreign import Written
from tests.foreign.written import P, R, W
from tests.hostile import DECKS, KINDS, REPORTS, Kind, Parts
from tests.office import find_errors
from tests.trial import BRIEF, Reference, read_reference

OURS = find_default_template()
LAYOUTS = 7
WORDS = st.text("abc äßçñ Ωжя 标题版式 タイトル", min_size=1, max_size=12)
ORDERS = st.permutations(range(LAYOUTS))
KEPT = st.sets(st.integers(0, LAYOUTS - 1), min_size=1)
FEW = settings(max_examples=12, deadline=None)

Signature = tuple[tuple[str, int, int, int, int], ...]
"""A layout by its placeholders: kind, left, top, width, height of each."""


# ── Which layout serves what ─────────────────────────────────────────────────────────────────


def read_layouts(parts: Parts) -> dict[LayoutRole, Signature]:
    """Return what the layout of each role looks like, whatever its name, part and place."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.pptx"
        path.write_bytes(hostile.pack(parts))
        template = read_deck_template(path)
    return {
        role: tuple(
            sorted(
                (hole.kind, hole.box.left, hole.box.top, hole.box.width, hole.box.height)
                for hole in layout.placeholders
            )
        )
        for role, layout in template.layouts.items()
    }


def list_layouts(parts: Parts, order: Sequence[int], master: str = hostile.MASTER) -> Parts:
    """List only these layouts on the master, in this order; the others are left unused."""

    def change(root: Any) -> None:
        listed = root.find(f"{P}sldLayoutIdLst")
        entries = list(listed)
        for entry in entries:
            listed.remove(entry)
        for index in order:
            listed.append(entries[index])

    return hostile.edit(parts, master, change)


def name_layouts(parts: Parts, names: Sequence[str]) -> Parts:
    """Give the layouts these names, and take away what else tells their purpose in words."""
    layouts = sorted(name for name in parts if re.fullmatch(r"ppt/slideLayouts/[^/]+\.xml", name))
    for part, name in zip(layouts, names, strict=True):

        def change(root: Any, name: str = name) -> None:
            slide = root.find(f"{P}cSld")
            slide.set("name", name)

        hostile.edit(parts, part, change)
    return parts


def read_ours() -> Parts:
    """Return the parts of the deck that we bring."""
    return hostile.read_parts(OURS / "deck.pptx")


@FEW
@given(kept=KEPT, order=ORDERS, names=st.lists(WORDS, min_size=LAYOUTS, max_size=LAYOUTS))
def test_names_and_order_of_layouts_do_not_change_which_serves_what(
    kept: set[int], order: list[int], names: list[str]
) -> None:
    """A template in Japanese works as one in English, also where layouts are missing."""
    plain = list_layouts(read_ours(), sorted(kept))
    other = [index for index in order if index in kept]
    changed = name_layouts(list_layouts(read_ours(), other), names)

    assert read_layouts(changed) == read_layouts(plain)


@FEW
@given(kept=KEPT, name=WORDS)
def test_layouts_of_one_name_serve_as_those_with_names_of_their_own(
    kept: set[int], name: str
) -> None:
    """Names repeat in real templates, and nothing is found by them."""
    plain = list_layouts(read_ours(), sorted(kept))
    changed = name_layouts(list_layouts(read_ours(), sorted(kept)), [name] * LAYOUTS)

    assert read_layouts(changed) == read_layouts(plain)


@FEW
@given(kept=KEPT, is_first=st.booleans())
def test_a_second_master_like_the_first_changes_nothing(kept: set[int], is_first: bool) -> None:
    """Pasted slides bring copies of masters along; it must not matter which comes first."""
    plain = list_layouts(read_ours(), sorted(kept))
    doubled = hostile.duplicate_master(list_layouts(read_ours(), sorted(kept)))
    if is_first:

        def swap(root: Any) -> None:
            listed = root.find(f"{P}sldMasterIdLst")
            listed.insert(0, listed[-1])

        hostile.edit(doubled, hostile.DECK, swap)

    assert read_layouts(doubled) == read_layouts(plain)


@pytest.mark.parametrize("kind", ["", "titleOnly", "cust"])
def test_what_a_layout_calls_itself_does_not_decide_alone(kind: str) -> None:
    """Copies of a layout keep its type when designers turn them into something else."""
    parts = read_ours()
    for name in [name for name in parts if name.startswith("ppt/slideLayouts/slide")]:

        def change(root: Any) -> None:
            root.attrib.pop("type", None)
            if kind:
                root.set("type", kind)

        hostile.edit(parts, name, change)

    assert read_layouts(parts) == read_layouts(read_ours())


# ── Which style serves what ──────────────────────────────────────────────────────────────────


def read_styles(parts: Parts) -> dict[StyleRole, str]:
    """Return the stored name of the style of each role."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.docx"
        path.write_bytes(hostile.pack(parts))
        template = read_word_template(path)
    return {role: style.name for role, style in template.styles.items()}


def find_style_ids() -> list[str]:
    """Return the ids of all styles of the report that we bring."""
    root = etree.fromstring(hostile.read_parts(OURS / "report.docx")[hostile.STYLES])
    return [style.get(f"{W}styleId") or "" for style in root.iterfind(f"{W}style")]


@FEW
@given(ids=st.permutations(find_style_ids()))
def test_ids_of_styles_do_not_change_which_serves_what(ids: list[str]) -> None:
    """German Word calls heading 1 `berschrift1`; here even ids of other styles are worn."""
    parts = hostile.read_parts(OURS / "report.docx")
    new = dict(zip(find_style_ids(), ids, strict=True))
    changed = hostile.localise_ids(parts, new.__getitem__)

    assert read_styles(changed) == read_styles(hostile.read_parts(OURS / "report.docx"))


@FEW
@given(order=st.permutations(range(len(find_style_ids()))))
def test_the_order_of_styles_does_not_change_which_serves_what(order: list[int]) -> None:
    """Word sorts them as it likes."""
    parts = hostile.read_parts(OURS / "report.docx")

    def change(root: Any) -> None:
        styles = list(root.iterfind(f"{W}style"))
        for style in styles:
            root.remove(style)
        root.extend([styles[index] for index in order])

    assert read_styles(hostile.edit(parts, hostile.STYLES, change)) == read_styles(
        hostile.read_parts(OURS / "report.docx")
    )


# ── Whole builds ─────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A document built on a foreign template, and what was told of it."""

    written: Written
    told: str


@cache
def build(kind: Kind) -> Trial:
    """Build the sample on a template of this kind, once for all tests."""
    with tempfile.TemporaryDirectory() as folder:
        template = hostile.write_kind(kind, Path(folder))
        out = Path(folder) / "out"
        built = generator.build(BRIEF, out=out, template=template, only=kind.document)
        told = "\n".join(finding.message for finding in built.findings)
        return Trial(written=Written(built.files[0]), told=told)


@cache
def reference() -> Reference:
    """Return what the sample says on our own template."""
    return read_reference()


def name_of(kind: Kind) -> str:
    """Return the name of the test of one kind."""
    return f"{kind.document}-{kind.name}"


@pytest.mark.parametrize("kind", KINDS, ids=name_of)
def test_no_sentence_of_the_brief_is_lost(kind: Kind) -> None:
    """Whatever a template lacks, the reader gets all that the analyst wrote."""
    trial = build(kind)

    assert foreign.find_lost(reference().sentences[kind.document], trial.written) == []


@pytest.mark.parametrize("kind", KINDS, ids=name_of)
def test_the_package_is_whole_and_harmless(kind: Kind) -> None:
    """Office opens it without a repair, and nothing in it runs or calls home."""
    written = build(kind).written
    checks = (foreign.check_package, foreign.check_live, foreign.check_ids)

    assert [str(trouble) for check in checks for trouble in check(written)] == []


@pytest.mark.parametrize("kind", DECKS, ids=name_of)
def test_every_shape_stands_on_its_slide_and_none_is_empty(kind: Kind) -> None:
    """Nothing off the slide, no prompt text, no text over text."""
    written = build(kind).written

    assert [str(trouble) for trouble in foreign.check_slides(written)] == []


@pytest.mark.parametrize("kind", DECKS, ids=name_of)
def test_text_of_slides_is_of_a_size_that_is_told_and_can_be_read(kind: Kind) -> None:
    """Where a template tells none, or raises all text, the slide itself says how it is set."""
    written = build(kind).written

    assert [str(trouble) for trouble in foreign.check_sizes(written)] == []


@pytest.mark.parametrize("kind", REPORTS, ids=name_of)
def test_nothing_leaves_the_page_and_no_prompt_is_left(kind: Kind) -> None:
    """Drawings and tables are as wide as the text at most."""
    written = build(kind).written

    assert [str(trouble) for trouble in foreign.check_report(written)] == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.gone], ids=name_of)
def test_what_must_not_be_carried_on_is_gone(kind: Kind) -> None:
    """From the names of parts, their relationships, their types and their text."""
    written = build(kind).written
    found = [name for name in written.names if re.search(kind.gone, name)]
    found += [
        name
        for name, data in written.parts.items()
        if name.endswith((".xml", ".rels")) and re.search(kind.gone, data.decode())
    ]

    assert found == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.told], ids=name_of)
def test_what_was_taken_out_is_told(kind: Kind) -> None:
    """A designer learns that the output lacks what the template had."""
    assert re.search(kind.told, build(kind).told)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.kept], ids=name_of)
def test_what_belongs_to_the_house_stays(kind: Kind) -> None:
    """Headers and footers of all pages are the organisation's."""
    assert kind.kept in foreign.read_all_text(build(kind).written)


@pytest.mark.parametrize("number", [1, 2])
def test_every_slide_names_a_layout_of_a_master_that_is_listed(number: int) -> None:
    """Of two masters that are alike one is used; the other may stay, or go, but not half."""
    kinds = [kind for kind in DECKS if kind.name in {"two-masters", "one-layout"}]
    written = build(kinds[number - 1]).written
    links = {id_: target for id_, _, target, _ in written.find_links(written.main)}
    listed = {
        links[item.get(f"{R}id")]
        for item in written.parse(written.main).iterfind(f"{P}sldMasterIdLst/*")
    }
    used = {
        master
        for slide in written.slides
        for layout in written.find_linked(slide, "slideLayout")
        for master in written.find_linked(layout, "slideMaster")
    }

    assert used
    assert used <= listed


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS, ids=name_of)
def test_microsofts_validator_finds_no_error(kind: Kind, tmp_path: Path) -> None:
    """What the template lacked was mended, not only left out."""
    suffix = ".docx" if kind.document == "report" else ".pptx"
    path = tmp_path / f"built{suffix}"
    path.write_bytes(hostile.pack(build(kind).written.parts))

    assert find_errors(path) == []


# ── The checks themselves ────────────────────────────────────────────────────────────────────


def spoil(kind: str, name: str, pattern: str, new: str) -> Written:
    """Return the document of the template that we bring, with one part put wrong."""
    parts = dict(build(Kind(name="plain", document=kind, change=dict)).written.parts)
    changed = re.sub(pattern, new, parts[name].decode(), count=1)
    assert changed != parts[name].decode()
    return Written(hostile.pack({**parts, name: changed.encode()}))


SLIDE = "ppt/slides/slide2.xml"
WRONG = {
    "off the slide": ("deck", SLIDE, r'<a:off x="[1-9]\d+"', '<a:off x="99999999"'),
    "of no width": ("deck", SLIDE, r'<a:ext cx="[1-9]\d+" cy="\d+"', '<a:ext cx="0" cy="0"'),
    "an empty placeholder": ("deck", SLIDE, r"<a:t>[^<]*</a:t>", "<a:t/>"),
    "tiny text": ("deck", SLIDE, r' sz="\d+"', ' sz="400"'),
    "a doubled id": ("deck", SLIDE, r'<p:cNvPr id="3"', '<p:cNvPr id="2"'),
    "a link to nothing": ("deck", "ppt/slides/_rels/slide2.xml.rels", r"notesSlide\d", "lost"),
    "a part without a type": ("deck", "[Content_Types].xml", r"<Override[^>]*slide2.xml[^>]*>", ""),
    "a wide drawing": (
        "report",
        "word/document.xml",
        r'<wp:extent cx="\d+"',
        '<wp:extent cx="9999999"',
    ),
    "a live field": (
        "report",
        "word/document.xml",
        r"<w:instrText[^>]*>[^<]*<",
        "<w:instrText>DDE cmd<",
    ),
    "a remote picture": (
        "report",
        "word/_rels/document.xml.rels",
        r'/styles" Target="styles.xml"',
        '/image" Target="http://tracker.example/x.png" TargetMode="External"',
    ),
}


@pytest.mark.parametrize("fault", WRONG)
def test_what_is_put_wrong_on_purpose_is_found(fault: str) -> None:
    """A check that finds nothing anywhere would let all templates pass."""
    document = WRONG[fault][0]
    written = spoil(*WRONG[fault])
    checks = [foreign.check_package, foreign.check_live, foreign.check_ids]
    checks += [foreign.check_slides, foreign.check_sizes] if document == "deck" else []
    checks += [foreign.check_report] if document == "report" else []

    assert [trouble for check in checks for trouble in check(written)] != []


def test_a_sentence_that_is_cut_short_is_found() -> None:
    """Of all that can go wrong on a foreign template, lost words are the worst."""
    written = spoil("report", "word/document.xml", "Tokyo has not wavered", "Tokyo has")

    assert len(foreign.find_lost(reference().sentences["report"], written)) == 1
