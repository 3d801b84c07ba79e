"""Writes a template pair: `report.docx` and `deck.pptx` of one brand."""

from __future__ import annotations

from pathlib import Path

from generator.errors import OutputError
from generator.starter.brand import Brand
from generator.starter.deck import plan_deck_parts
from generator.starter.package import write_package
from generator.starter.report import plan_report_parts


def write_template_pair(brand: Brand, folder: Path) -> tuple[Path, Path]:
    """Write the report and the deck template of `brand` into `folder`, which is made if need be.

    The same brand gives the same bytes.

    Returns:
        The paths of the report and the deck.

    Raises:
        OutputError: A file cannot be written.
    """
    report, deck = folder / "report.docx", folder / "deck.pptx"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_package(report, plan_report_parts(brand))
        write_package(deck, plan_deck_parts(brand))
    except OSError as error:
        raise OutputError(
            f"cannot write the template pair into '{folder}': {error.strerror}",
            hint="close the files in Word and PowerPoint, or choose another folder",
        ) from error
    return report, deck
