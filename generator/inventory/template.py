"""Reads a template folder as a whole: both files and their settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import TemplateError
from generator.inventory.deck import DeckTemplate
from generator.inventory.report import WordTemplate
from generator.inventory.settings import read_settings
from generator.inventory.slides import read_deck_template
from generator.inventory.word import read_word_template
from generator.places import Place

REPORT, DECK, SETTINGS = "report.docx", "deck.pptx", "template.yml"
DEFAULT_NAME = "policy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A template folder, read.

    Attributes:
        report: Path of the Word file.
        deck: Path of the PowerPoint file.
        palette: Theme slots of chart series, in order.
        minimum: `body`, `table`, `source`, `chart` → least size of text in points.
    """

    folder: Path
    report: Path
    deck: Path
    word: WordTemplate
    slides: DeckTemplate
    palette: tuple[str, ...]
    minimum: Mapping[str, float]


def read_template(folder: Path) -> Template:
    """Read the template in `folder`: `report.docx`, `deck.pptx` and, if there, `template.yml`.

    Raises:
        TemplateError: The folder or a file is missing or cannot be used.
    """
    if not folder.is_dir():
        raise TemplateError(
            f"the template '{folder}' is a file, not a folder"
            if folder.exists()
            else f"there is no template folder '{folder}'",
            place=Place(file=str(folder)),
            hint=f"a template is a folder with {REPORT} and {DECK}",
        )
    settings = read_settings(folder / SETTINGS)
    return Template(
        folder=folder,
        report=folder / REPORT,
        deck=folder / DECK,
        word=read_word_template(folder / REPORT, settings.styles),
        slides=read_deck_template(folder / DECK, settings.layouts),
        palette=settings.palette,
        minimum=settings.minimum,
    )


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
