"""Word keeps fonts and languages apart by script, so each run must know its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ooxml.scripts import Script, find_language, is_right_to_left, split_scripts


@given(text=st.text(max_size=60))
def test_stretches_joined_are_the_text_again(text: str) -> None:
    """Nothing is lost or turned around at the borders of scripts."""
    assert "".join(stretch for _, stretch in split_scripts(text)) == text


def test_a_mixed_text_is_cut_where_the_script_changes() -> None:
    """Each stretch gets the fonts and the language of its script."""
    stretches = split_scripts("The agency 国際協力機構 (JICA) and שלום עולם said")

    assert stretches == [
        (Script.WESTERN, "The agency "),
        (Script.EAST_ASIAN, "国際協力機構"),
        (Script.WESTERN, " (JICA) and "),
        (Script.RIGHT_TO_LEFT, "שלום עולם"),
        (Script.WESTERN, " said"),
    ]


def test_latin_and_cyrillic_stay_one_run() -> None:
    """They share a slot in Word; cutting would only make the file harder to edit."""
    assert len(split_scripts("Kharkiv — Харків, 71%")) == 1


@pytest.mark.parametrize(
    ("script", "text", "language", "expected"),
    [
        (Script.WESTERN, "Київ і область", "en-GB", "uk-UA"),
        (Script.WESTERN, "Это было", "en-GB", "ru-RU"),
        (Script.WESTERN, "Банк", "en-GB", None),
        (Script.WESTERN, "Київ", "uk-UA", None),
        (Script.WESTERN, "Kyiv", "uk-UA", None),
        (Script.EAST_ASIAN, "ひらがな", "en-GB", "ja-JP"),
        (Script.EAST_ASIAN, "한국", "en-GB", "ko-KR"),
        (Script.EAST_ASIAN, "支援", "zh-CN", None),
        (Script.EAST_ASIAN, "支援", "ja-JP", None),
        (Script.EAST_ASIAN, "支援", "en-GB", "ja-JP"),
        (Script.RIGHT_TO_LEFT, "שלום", "en-GB", "he-IL"),
        (Script.RIGHT_TO_LEFT, "سلام", "en-GB", "ar-SA"),
        (Script.RIGHT_TO_LEFT, "سلام", "fa-IR", None),
    ],
)
def test_a_language_is_named_where_the_letters_show_it(
    script: Script, text: str, language: str, expected: str | None
) -> None:
    """Screen readers and spelling checks go by it; a guess without ground would do harm."""
    assert find_language(script, text, language) == expected


def test_the_direction_goes_by_the_language() -> None:
    """A regional tag is read by its first part."""
    assert is_right_to_left("ar-EG")
    assert not is_right_to_left("en-GB")
