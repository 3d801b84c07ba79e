"""Places in a source: a line of eight paragraphs should read as one range."""

from __future__ import annotations

import pytest

from generator.compose.locators import join_locators


@pytest.mark.parametrize(
    ("places", "told"),
    [
        (["paragraph 3"], "paragraph\xa03"),
        (["paragraph 5", "paragraph 3"], "paragraphs\xa03, 5"),
        (["paragraph 13", "paragraph 14", "paragraph 15"], "paragraphs\xa013–15"),
        (["paragraphs 2–5, 14, 15, 17 and 18"], "paragraphs\xa02–5, 14, 15, 17, 18"),
        (["page 3", "table 2", "pages 4-5"], "pages\xa03–5, table\xa02"),
        (["p. 4", "pp. 7-9"], "pp.\xa04, 7–9"),
        (["Table B, row 7"], "Table B, row 7"),
        (["абзац 3", "абзац 4"], "абзац 3, абзац 4"),
        (["page 9-3"], "page 9-3"),
        (["pages 1-999999999"], "pages 1-999999999"),
        ([], ""),
    ],
)
def test_places_are_drawn_together(places: list[str], told: str) -> None:
    """Each place is told once, in the shortest form that loses nothing."""
    assert join_locators(places, ", ") == told
