"""Writes a template pair: `report.docx` and `deck.pptx` of one brand."""

from __future__ import annotations

from pathlib import Path

from generator.ooxml.saving import write_whole
from generator.starter.brand import Brand
from generator.starter.deck import plan_deck_parts
from generator.starter.package import pack_parts
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
    write_whole(
        {report: pack_parts(plan_report_parts(brand)), deck: pack_parts(plan_deck_parts(brand))}
    )
    return report, deck
