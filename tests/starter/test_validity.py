"""The template pair before the judges: the Open XML SDK, and LibreOffice."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.inventory import find_default_template
from tests.office import find_errors, render_pdf

FILES = ("report.docx", "deck.pptx")


@pytest.mark.slow
@pytest.mark.parametrize("version", ["Office2013", "Office2019", "Microsoft365"])
@pytest.mark.parametrize("name", FILES)
def test_the_pair_is_valid_for_the_open_xml_sdk(name: str, version: str) -> None:
    """Office repairs, or refuses, what is not valid."""
    assert find_errors(find_default_template() / name, version) == []


@pytest.mark.slow
def test_the_report_template_opens_in_libreoffice(tmp_path: Path) -> None:
    """An empty report is one page with its band and footer."""
    pdf = render_pdf(find_default_template() / "report.docx", tmp_path)

    assert pdf.stat().st_size > 0
