"""Starts a template folder: from a brand, or around Office files that are there already."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.errors import MissingError, OutputError, TemplateError
from generator.inventory.deck import DeckTemplate
from generator.inventory.report import WordTemplate
from generator.inventory.settings import TemplateSettings, read_settings
from generator.inventory.slides import read_deck_template
from generator.inventory.template import (
    DECK,
    REPORT,
    SETTINGS,
    Template,
    find_default_template,
    read_template,
)
from generator.inventory.word import read_word_template
from generator.ooxml.opc import Package, parse_package
from generator.ooxml.package import pack
from generator.ooxml.saving import write_whole
from generator.places import Place
from generator.starter.brand import Brand
from generator.starter.brand_file import read_brand
from generator.starter.deck import plan_deck_parts
from generator.starter.package import Part, list_entries, pack_parts
from generator.starter.report import plan_report_parts
from generator.starter.settings_file import Found, write_settings
from generator.starter.theme_brand import derive_brand

BRAND = "_brand.yml"
_MAIN = {REPORT: "word/document.xml", DECK: "ppt/presentation.xml"}
_EARLIEST = date(1980, 1, 1)
"""Entries of copies bear no date of their own, so that the same files give the same copies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sources:
    """The halves that were given; None for what is not."""

    word: Template | None = None
    slides: Template | None = None
    settings: TemplateSettings = TemplateSettings()  # noqa: RUF009 - frozen


def start_template(
    folder: Path, *, brand: Path | None = None, sources: tuple[Path, ...] = ()
) -> tuple[Path, ...]:
    """Write a complete template into `folder`, which is made if need be; return what was written.

    `report.docx`, `deck.pptx`, a `template.yml` that tells in comments what serves each role and
    why, and the brand file with its logos. All of it is written, or nothing.

    Args:
        folder: Must hold no template yet; a `_brand.yml` may lie in it.
        brand: A brand file; left out, `_brand.yml` in `folder`, else the colours and fonts of the
            source, else those of the template that comes with the generator.
        sources: A template folder, or a Word and a PowerPoint file of any kind, or one of them;
            they are copied without what must not be carried on. The half that is not among them
            is made.

    Raises:
        OutputError: The folder holds a template already, or cannot be written.
        MissingError: The brand file is not there.
        TemplateError: The brand file or a source cannot be used.
    """
    brand_path = brand or _find_brand(folder, sources)
    _check_free(folder, brand_path)
    given = _read_sources(sources)
    made = read_brand(brand_path) if brand_path else None
    files = _plan_pair(given, made or _brand_of(given, folder), folder)
    if brand_path and made:
        files |= _plan_brand(folder, brand_path, made)
    write_whole(files)
    return tuple(files)


def _find_brand(folder: Path, sources: tuple[Path, ...]) -> Path | None:
    """Return the brand file that is meant where none is named."""
    if (folder / BRAND).is_file():
        return folder / BRAND
    return None if sources else find_default_template() / BRAND


def _check_free(folder: Path, brand: Path | None) -> None:
    """Refuse a folder that holds a template.

    Raises:
        OutputError: It does.
    """
    for name in (REPORT, DECK, SETTINGS, BRAND):
        target = folder / name
        is_own = name == BRAND and brand is not None and _is_same(target, brand)
        if target.exists() and not is_own:
            raise OutputError(f"'{target}' is there already", hint="choose another folder")


def _is_same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def _read_sources(paths: tuple[Path, ...]) -> _Sources:
    """Return the halves that `paths` give.

    Raises:
        TemplateError: Two of them are of one kind, or one cannot be used.
    """
    found = _Sources()
    for path in paths:
        if not path.exists():
            raise MissingError(f"there is no '{path}'", place=Place(file=str(path)))
        template = read_template(path)
        for half in template.own:
            if getattr(found, half) is not None:
                raise TemplateError(
                    f"'{path}' is a second {'Word' if half == 'word' else 'PowerPoint'} file",
                    place=Place(file=str(path)),
                    hint="give a folder, or at most one file of each program",
                )
            found = (
                replace(found, word=template) if half == "word" else replace(found, slides=template)
            )
        if path.is_dir():
            found = replace(found, settings=read_settings(path / SETTINGS))
    return found


def _brand_of(given: _Sources, folder: Path) -> Brand:
    """Return the brand for the half that is missing: in the colours and fonts of the other."""
    name = folder.resolve().name or "Template"
    if given.slides:
        return derive_brand(given.slides.slides.theme, name)
    if given.word:
        return derive_brand(given.word.word.theme, name)
    return read_brand(find_default_template() / BRAND)


def _plan_pair(given: _Sources, brand: Brand, folder: Path) -> dict[Path, bytes]:
    if given.word:
        report, word = _copy(given.word.report), given.word.word
    else:
        report, word = _make_report(brand, folder / REPORT)
    if given.slides:
        deck, slides = _copy(given.slides.deck), given.slides.slides
    else:
        deck, slides = _make_deck(brand, folder / DECK)
    settings = write_settings(
        Found(
            word=word,
            slides=slides,
            settings=given.settings,
            brand=None if given.word and given.slides else brand,
            is_partly_given=bool(given.word or given.slides),
        )
    )
    return {folder / REPORT: report, folder / DECK: deck, folder / SETTINGS: settings}


def _copy(package: Package) -> bytes:
    return pack(package.to_bytes(), _EARLIEST)


def _make_report(brand: Brand, path: Path) -> tuple[bytes, WordTemplate]:
    parts = plan_report_parts(brand)
    return pack_parts(parts), read_word_template(_open_parts(parts, path))


def _make_deck(brand: Brand, path: Path) -> tuple[bytes, DeckTemplate]:
    parts = plan_deck_parts(brand)
    return pack_parts(parts), read_deck_template(_open_parts(parts, path))


def _open_parts(parts: tuple[Part, ...], path: Path) -> Package:
    package = parse_package(dict(list_entries(parts)), path)
    package.main = _MAIN[path.name]
    return package


def _plan_brand(folder: Path, path: Path, brand: Brand) -> dict[Path, bytes]:
    """Return the brand file and its pictures, for a folder that they do not lie in yet."""
    if _is_same(folder / BRAND, path):
        return {}
    return {
        folder / BRAND: path.read_bytes(),
        **{folder / name: data for name, data in brand.files.items()},
    }
