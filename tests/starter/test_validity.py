"""The template pair before the judges: the Open XML SDK, and LibreOffice."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.inventory import find_default_template

FILES = ("report.docx", "deck.pptx")


def _find_validator() -> str:
    found = os.environ.get("OOXML_VALIDATOR_CLI") or shutil.which("ooxml-validator")
    if not found:
        pytest.skip("the Open XML SDK validator is not here; OOXML_VALIDATOR_CLI names it")
    return found


@pytest.mark.slow
@pytest.mark.parametrize("version", ["Office2013", "Office2019", "Microsoft365"])
@pytest.mark.parametrize("name", FILES)
def test_the_pair_is_valid_for_the_open_xml_sdk(name: str, version: str) -> None:
    """Office repairs, or refuses, what is not valid; the binary always exits 0."""
    path = find_default_template() / name

    done = subprocess.run(
        [_find_validator(), str(path), version], capture_output=True, text=True, check=True
    )

    verdict = json.loads(done.stdout)
    assert verdict["ok"], verdict


@pytest.mark.slow
def test_the_report_template_opens_in_libreoffice(tmp_path: Path) -> None:
    """An empty report is one page with its band and footer."""
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not here")
    report = find_default_template() / "report.docx"

    done = subprocess.run(
        [
            office,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(report),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )

    assert done.returncode == 0
    assert (tmp_path / "report.pdf").stat().st_size > 0
