"""Categories that have an order of their own are never sorted by size."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.brief.exhibits import Order
from generator.charts.ordering import is_sequence, order_categories


@pytest.mark.parametrize(
    "labels",
    [
        ("2022", "2023", "2024"),
        ("2024", "2023", "2022"),
        ("Q3 2024", "Q4 2024", "Q1 2025"),
        ("2023/24", "2024/25"),
        ("Jan", "Feb", "Mar"),
        ("січень", "лютий", "березень"),
        ("März", "April", "Mai"),
        ("1月", "2月", "12月"),
        ("under 18", "18–24", "25–64", "65 and over"),
        ("до 18", "18–64", "65 і старше"),
        ("0–999", "1,000–4,999", "5,000–9,999"),
        ("Phase 1", "Phase 2", "Phase 3"),
        ("2025-01-31", "2025-02-28"),
    ],
)
def test_years_months_ages_and_steps_are_a_sequence(labels: tuple[str, ...]) -> None:
    """A reader looks for them where they belong."""
    assert is_sequence(labels)


@pytest.mark.parametrize(
    "labels",
    [
        ("Germany", "France"),
        ("Budget support, 2024", "Through JICA"),
        ("G7", "EU27", "G20"),
        ("2022", "2024", "2023"),
        ("Mayor", "Council"),
        ("", "2024"),
    ],
)
def test_names_are_no_sequence_even_with_numbers_in_them(labels: tuple[str, ...]) -> None:
    """A number in a name does not make it a step."""
    assert not is_sequence(labels)


def test_what_is_left_over_stands_last_whatever_its_size() -> None:
    """'Other' is no rank: readers expect it at the end."""
    sizes = [Decimal(50), Decimal(10), None, Decimal(30)]
    labels = ("Other", "Loans", "Unknown", "Grants")

    assert order_categories(labels, sizes, Order.AUTO, is_sorted=True) == [3, 1, 2, 0]
    assert order_categories(labels, sizes, Order.DESCENDING, is_sorted=True) == [0, 3, 1, 2]


def test_equal_values_keep_the_order_of_the_data() -> None:
    """The same brief gives the same chart, and the author decides among equals."""
    sizes = [Decimal(1), Decimal(2), Decimal(2), Decimal(1)]

    order = order_categories(("a", "b", "c", "d"), sizes, Order.AUTO, is_sorted=True)

    assert order == [1, 2, 0, 3]
