"""Packages: the same parts make the same bytes, whenever and wherever they were saved."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from generator.errors import OutputError
from generator.ooxml.package import pack

STAMP = date(2025, 3, 1)


def make_zip(*names: str, year: int = 2020) -> bytes:
    """Return a zip with one small part for each name, dated in `year`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name in names:
            package.writestr(zipfile.ZipInfo(name, (year, 5, 6, 7, 8, 10)), f"<{name}/>")
    return buffer.getvalue()


def test_order_and_clock_leave_no_trace() -> None:
    """Two savings of the same parts at other times give the same file."""
    one = pack(make_zip("word/document.xml", "[Content_Types].xml", "a.xml"), STAMP)
    two = pack(make_zip("a.xml", "word/document.xml", "[Content_Types].xml", year=2024), STAMP)

    assert one == two


def test_parts_come_back_unchanged_with_the_content_types_first() -> None:
    """Nothing is lost in packing, and readers find what they look for first."""
    packed = pack(make_zip("b/c.xml", "_rels/.rels", "a.png", "[Content_Types].xml"), STAMP)

    with zipfile.ZipFile(io.BytesIO(packed)) as package:
        assert package.namelist() == ["[Content_Types].xml", "_rels/.rels", "a.png", "b/c.xml"]
        assert package.read("b/c.xml") == b"<b/c.xml/>"
        assert {entry.date_time for entry in package.infolist()} == {(2025, 3, 1, 0, 0, 0)}


def test_a_brief_dated_before_zip_files_were_invented_is_packed() -> None:
    """A historical brief must not fail over the calendar of the zip format."""
    packed = pack(make_zip("a.xml"), date(1945, 8, 15))

    with zipfile.ZipFile(io.BytesIO(packed)) as package:
        assert package.infolist()[0].date_time[0] == 1980


def test_source_date_epoch_dates_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Distributions set this variable to make everything they build repeatable."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")

    with zipfile.ZipFile(io.BytesIO(pack(make_zip("a.xml"), STAMP))) as package:
        assert package.infolist()[0].date_time[:3] == (2023, 11, 14)


def test_a_source_date_epoch_that_is_no_number_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slip in the variable is told, not guessed at."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")

    with pytest.raises(OutputError, match="SOURCE_DATE_EPOCH is 'yesterday'"):
        pack(make_zip("a.xml"), STAMP)
