"""Templates from elsewhere: what other programs leave out must not keep a brief from building."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

import pytest

import generator
from generator.inventory import find_default_template
from tests.office import find_errors

BRIEF = Path(__file__).parent / "cases" / "full" / "brief.yaml"
OPTIONAL = (
    *(("report.docx", f"docProps/{name}.xml") for name in ("app", "core")),
    *(("report.docx", f"word/{name}.xml") for name in ("footnotes", "fontTable", "settings")),
    ("report.docx", "word/numbering.xml"),
    *(("deck.pptx", f"docProps/{name}.xml") for name in ("app", "core")),
    *(("deck.pptx", f"ppt/{name}.xml") for name in ("presProps", "viewProps", "tableStyles")),
    ("deck.pptx", "ppt/notesMasters/notesMaster1.xml"),
)


def copy_without(folder: Path, file: str, part: str) -> Path:
    """Copy the template that we bring to `folder`; `file` has no `part` and no mention of it."""
    shutil.copytree(find_default_template(), folder, ignore=shutil.ignore_patterns("preview"))
    mention = re.compile(
        rf'<(?:Override|Relationship) [^>]*"/?[^"]*{re.escape(part.rpartition("/")[2])}"[^>]*/>'
    )
    with (
        zipfile.ZipFile(find_default_template() / file) as old,
        zipfile.ZipFile(folder / file, "w") as new,
    ):
        for name in old.namelist():
            if name == part:
                continue
            data = old.read(name)
            if name.endswith(".rels") or name == "[Content_Types].xml":
                data = mention.sub("", data.decode()).encode()
            new.writestr(name, data)
    return folder


@pytest.mark.parametrize(("file", "part"), OPTIONAL)
def test_a_part_that_no_file_needs_may_be_missing(tmp_path: Path, file: str, part: str) -> None:
    """Office writes these parts; other programs do not."""
    template = copy_without(tmp_path / "template", file, part)

    built = generator.build(BRIEF, out=tmp_path, template=template)

    assert [path.name for path in built.files] == ["report.docx", "deck.pptx"]


@pytest.mark.slow
@pytest.mark.parametrize(("file", "part"), OPTIONAL)
def test_microsofts_validator_finds_no_error_without_it(
    tmp_path: Path, file: str, part: str
) -> None:
    """What is missing was put in, or is not asked for."""
    template = copy_without(tmp_path / "template", file, part)
    built = generator.build(BRIEF, out=tmp_path, template=template)

    assert [find_errors(path) for path in built.files] == [[], []]
