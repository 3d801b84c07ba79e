"""Reads a template as a whole: both Office files and the settings beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.errors import TemplateError
from generator.findings import Finding, Severity
from generator.inventory.deck import DeckTemplate, LayoutRole
from generator.inventory.logo_pages import add_report_logo
from generator.inventory.logo_slides import add_deck_logo
from generator.inventory.palette import order_palette
from generator.inventory.report import WordTemplate
from generator.inventory.settings import TemplateSettings, read_settings
from generator.inventory.slides import read_deck_template
from generator.inventory.word import read_word_template
from generator.ooxml.opc import Package
from generator.ooxml.opening import open_package
from generator.ooxml.stripping import strip_comments
from generator.ooxml.tagged import may_have_tags
from generator.places import Place
from generator.units import EMU_PER_CM, Box, Emu

if TYPE_CHECKING:  # Jinja takes 40 ms to load, and most templates have no tags.
    from generator.ooxml.tags import Tag

REPORT, DECK, SETTINGS = "report.docx", "deck.pptx", "template.yml"
WORD_KINDS = (".docx", ".dotx", ".docm", ".dotm")
SLIDE_KINDS = (".pptx", ".potx", ".pptm", ".potm", ".ppsx", ".ppsm")
DEFAULT_NAME = "policy"
_NO_FILES = ("~$", "._")
"""How names begin that Office and macOS put beside a file."""


class FileTag(NamedTuple):
    """A tag, and the name of the file that it stands in."""

    file: str
    tag: Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A template, read.

    Attributes:
        path: The folder, or the one Office file.
        report: The Word file, made plain.
        deck: The PowerPoint file, made plain.
        palettes: `word`, `slides` → theme slots of chart series, in order.
        minimum: `body`, `table`, `source`, `chart` → least size of text in points.
        own: Which halves are the template's own; the other is that of the default template.
    """

    path: Path
    report: Package
    deck: Package
    word: WordTemplate
    slides: DeckTemplate
    palettes: Mapping[str, tuple[str, ...]]
    minimum: Mapping[str, float]
    own: tuple[str, ...] = ("word", "slides")

    @property
    def tags(self) -> tuple[FileTag, ...]:
        """Return the tags that a designer wrote into the files, the report's first."""
        tagged = [package for package in (self.report, self.deck) if may_have_tags(package)]
        if not tagged:
            return ()
        from generator.ooxml.tags import find_tags

        return tuple(
            FileTag(package.path.name, tag) for package in tagged for tag in find_tags(package)
        )

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what was changed when the files were opened, and which half is not its own."""
        absent = [
            Finding(
                rule="template-half",
                severity=Severity.NOTE,
                message=f"there is no {what}; the one of the default template is used",
                where=str(self.path),
            )
            for kind, what in (("word", "Word file"), ("slides", "PowerPoint file"))
            if kind not in self.own and self.path.is_dir()
        ]
        return (*self.report.findings, *self.deck.findings, *absent)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Files:
    """Where the two halves and the settings of a template lie; None for what it lacks."""

    report: Package | None
    deck: Package | None
    settings: TemplateSettings


def read_template(path: Path) -> Template:
    """Read the template at `path`.

    A folder holds `report.docx`, `deck.pptx` and, if there, `template.yml`; the Office files may be
    of any kind, and have any name if there is one of each. In the place of a folder, one Office
    file will do. The half that is not there is that of the default template.

    Raises:
        TemplateError: There is no such folder or file, or a file cannot be used.
    """
    files = _open_folder(path) if path.is_dir() else _open_file(path)
    own = tuple(
        kind
        for kind, package in (("word", files.report), ("slides", files.deck))
        if package is not None
    )
    settings, other = files.settings, TemplateSettings()
    report, deck = files.report, files.deck
    if report is None or deck is None:
        folder = find_default_template()
        other = read_settings(folder / SETTINGS)
        report = report or _open(folder / REPORT)
        deck = deck or _open(folder / DECK)
    word = read_word_template(report, (settings if files.report else other).styles)
    slides = read_deck_template(deck, (settings if files.deck else other).layouts)
    if files.deck:
        slides = _set_bodies(slides, settings)
    if settings.logo:
        if files.report:
            add_report_logo(report, settings.logo, word.page)
        if files.deck:
            add_deck_logo(deck, settings.logo, slides)
    return Template(
        path=path,
        report=report,
        deck=deck,
        word=word,
        slides=slides,
        palettes={
            "word": (settings if files.report else other).palette
            or order_palette(word.theme, word.page.ground),
            "slides": (settings if files.deck else other).palette
            or order_palette(slides.theme, slides.layouts[LayoutRole.TITLE_ONLY].background),
        },
        minimum=settings.minimum,
        own=own,
    )


def _set_bodies(slides: DeckTemplate, settings: TemplateSettings) -> DeckTemplate:
    """Return `slides` with the areas for content that the settings give.

    Raises:
        TemplateError: The distances leave no area.
    """
    layouts = dict(slides.layouts)
    for role, margins in settings.body.items():
        width = slides.size.width - margins.left - margins.right
        height = slides.size.height - margins.top - margins.bottom
        if width <= 0 or height <= 0:
            wide, high = (side / EMU_PER_CM for side in slides.size)
            raise TemplateError(
                "the area for content is empty",
                place=margins.place,
                hint=f"the slide is {wide:.1f} cm wide and {high:.1f} cm high",
            )
        area = Box(margins.left, margins.top, Emu(width), Emu(height))
        layouts[role] = replace(layouts[role], body=area)
    return replace(slides, layouts=layouts)


def _open(path: Path) -> Package:
    """Open an Office file with what its tags may need."""
    package = open_package(path, has_tags=True)
    if not may_have_tags(package):
        strip_comments(package)
    return package


def _open_file(path: Path) -> _Files:
    if not path.exists() and path.suffix.lower() not in (*WORD_KINDS, *SLIDE_KINDS):
        raise TemplateError(
            f"there is no template folder '{path}'",
            place=Place(file=str(path)),
            hint=f"a template is a folder with {REPORT} and {DECK}, or one Office file",
        )
    package = _open(path)
    is_word = package.kind == "word"
    return _Files(
        report=package if is_word else None,
        deck=None if is_word else package,
        settings=TemplateSettings(),
    )


def _open_folder(folder: Path) -> _Files:
    report = _find_file(folder, REPORT, WORD_KINDS)
    deck = _find_file(folder, DECK, SLIDE_KINDS)
    if report is None and deck is None:
        raise TemplateError(
            f"the template folder '{folder}' holds no Word or PowerPoint file",
            place=Place(file=str(folder)),
            hint=f"a template is a folder with {REPORT} and {DECK}, or one Office file",
        )
    settings = read_settings(folder / SETTINGS)
    return _Files(
        report=_open(report) if report else None,
        deck=_open(deck) if deck else None,
        settings=settings,
    )


def _find_file(folder: Path, usual: str, kinds: tuple[str, ...]) -> Path | None:
    """Return the file by its usual name, whatever its kind, or the only one of these kinds.

    Raises:
        TemplateError: There are several, and none has the usual name.
    """
    if (folder / usual).exists():
        return folder / usual
    found = sorted(
        path
        for path in folder.iterdir()
        if path.suffix.lower() in kinds and not path.name.startswith(_NO_FILES)
    )
    named = [path for path in found if path.stem.casefold() == Path(usual).stem]
    chosen = named or found
    if len(chosen) > 1:
        raise TemplateError(
            f"the template folder has {len(chosen)} files that could be '{usual}'",
            place=Place(file=str(folder)),
            hint=f"call one of them {usual}: {', '.join(path.name for path in chosen[:4])}",
        )
    return chosen[0] if chosen else None


def find_default_template() -> Path:
    """Return the folder of the template that comes with the generator.

    Raises:
        TemplateError: The installation lacks it.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (
        package / "_templates" / DEFAULT_NAME,
        package.parent / "templates" / DEFAULT_NAME,
    ):
        if folder.is_dir():
            return folder
    raise TemplateError(
        "the template that comes with the generator is not there",
        hint="install briefing-generator again, or name a template folder with --template",
    )
