"""Derived facts are exact, carry units and bounds, and say where they go wrong."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.brief import Fact
from generator.brief.facts import Bound
from generator.facts import resolve_figures
from tests.facts.samples import derive, make_fact

FACTS = {
    "total": make_fact("12.1e9", bound="more than"),
    "budget": make_fact("4.2e9", source="budget-law"),
    "grant": make_fact("10e6", unit="EUR"),
    "share": make_fact("70", unit="percent"),
    "other_share": make_fact("20", unit="percent"),
    "women": make_fact("30", unit="women"),
    "men": make_fact("10", unit="men", bound="about"),
    "rate": make_fact("0.5", unit="EUR per USD"),
    "debt": make_fact("-2e9", bound="at least"),
    "none": make_fact("0"),
}

HINT = "write facts, numbers, + - * / and parentheses: (exports - imports) / exports"


def resolve(fact: Fact) -> tuple[Decimal, Bound]:
    """Return value and bound of one derived fact, which must have no error."""
    figures, errors = resolve_figures({**FACTS, "derived": fact})

    assert errors == []
    return figures["derived"].value, figures["derived"].fact.bound


def fail(fact: Fact) -> str:
    """Return the only error of one derived fact, as the command line prints it."""
    figures, errors = resolve_figures({**FACTS, "derived": fact})

    assert "derived" not in figures
    (error,) = errors
    return str(error)


@pytest.mark.parametrize(
    ("expression", "unit", "value"),
    [
        ("budget + total", "USD", "16.3e9"),
        ("budget - total", "USD", "-7.9e9"),
        ("2 * budget + total / 2", "USD", "14.45e9"),
        ("-(budget - total)", "USD", "7.9e9"),
        ("--budget", "USD", "4.2e9"),
        ("sum(budget, total, debt)", "USD", "14.3e9"),
        ("min(budget, total)", "USD", "4.2e9"),
        ("max(budget, total)", "USD", "12.1e9"),
        ("women + men", "people", "40"),
        ("women / (women + men)", "percent", "75"),
        ("women / men", "times", "3"),
        ("100 - share", "percent", "30"),
        ("share - other_share", "percentage points", "50"),
        ("share / 2", "percent", "35"),
        ("share * budget", "USD", "2.94e9"),
        ("budget * share", "USD", "2.94e9"),
        ("budget / share", "USD", "6e9"),
        ("share * other_share", "percent", "14"),
        ("share / other_share", "times", "3.5"),
        ("budget * rate", "EUR", "2.1e9"),
        ("budget / women", "USD per person", "0.14e9"),
        ("1_000 * women", "women", "30000"),
        ("1e3 * women", "women", "30000"),
    ],
)
def test_a_derived_value_is_exact_and_in_its_unit(expression: str, unit: str, value: str) -> None:
    """An analyst writes the arithmetic of the field, and units come out as they expect."""
    assert resolve(derive(expression, unit))[0] == Decimal(value)


@pytest.mark.parametrize(
    ("expression", "unit", "bound"),
    [
        ("budget * 2", "USD", Bound.EXACTLY),
        ("budget + total", "USD", Bound.MORE_THAN),
        ("budget - total", "USD", Bound.LESS_THAN),
        ("budget / total", "percent", Bound.LESS_THAN),
        ("total / budget", "times", Bound.MORE_THAN),
        ("total * -1", "USD", Bound.LESS_THAN),
        ("total - total", "USD", Bound.ABOUT),
        ("total * 0", "USD", Bound.ABOUT),
        ("total + debt", "USD", Bound.MORE_THAN),
        ("debt - total", "USD", Bound.ABOUT),
        ("max(total, budget)", "USD", Bound.AT_LEAST),
        ("max(total)", "USD", Bound.MORE_THAN),
        ("women + men", "people", Bound.ABOUT),
        # A debt of at least -2 over more than 12.1: both push the ratio up.
        ("debt / total", "percent", Bound.MORE_THAN),
    ],
)
def test_a_bound_is_carried_through(expression: str, unit: str, bound: Bound) -> None:
    """What is divided by 'more than' is 'less than': an exact share would be a false claim."""
    assert resolve(derive(expression, unit))[1] is bound


def test_the_bound_that_the_author_states_stands() -> None:
    """The author may know more than the inputs say."""
    assert resolve(derive("budget / total", "percent", bound="about"))[1] is Bound.ABOUT
    assert resolve(derive("budget / total", "percent", bound="exactly"))[1] is Bound.EXACTLY


def test_inputs_are_not_rounded() -> None:
    """A third taken three times is whole again, to the last of forty digits."""
    value, _ = resolve(derive("budget / 3 * 3 - budget"))

    assert abs(value) < Decimal("1e-40")


def test_sources_and_inputs_are_those_of_all_facts_used() -> None:
    """A derived figure is defended by everything it rests on, each once, its own first."""
    fact = derive("budget / total + budget / total", "times", source="own")

    figures, _ = resolve_figures({**FACTS, "derived": fact})

    assert [source.id for source in figures["derived"].sources] == ["own", "budget-law", "nec"]
    assert figures["derived"].inputs == ("budget", "total")


def test_a_chain_is_resolved_in_any_order() -> None:
    """The order of the file is the author's, not the computer's."""
    facts = {"c": derive("b + a"), "b": derive("a + a"), "a": make_fact("1")}

    figures, errors = resolve_figures(facts)

    assert errors == []
    assert [(name, figure.value) for name, figure in figures.items()] == [
        ("c", 3),
        ("b", 2),
        ("a", 1),
    ]


def test_a_long_chain_does_not_exhaust_the_stack() -> None:
    """Thousands of facts may build on each other."""
    facts = {f"f{n}": derive(f"f{n - 1} + 1") for n in range(5_000, 0, -1)}

    figures, errors = resolve_figures({**facts, "f0": make_fact("0")})

    assert errors == []
    assert figures["f5000"].value == 5_000


@pytest.mark.parametrize(
    ("expression", "unit", "message"),
    [
        (
            "budget + totl",
            "USD",
            "brief.yaml:3:19: unknown fact 'totl'\n  hint: did you mean 'total'?",
        ),
        (
            "budget + grant",
            "USD",
            "brief.yaml:3:17: cannot add USD and EUR\n"
            "  hint: bring both to one unit first, with a fact for the rate",
        ),
        (
            "max(budget, share)",
            "USD",
            "brief.yaml:3:10: cannot add USD and percent\n"
            "  hint: bring both to one unit first, with a fact for the rate",
        ),
        (
            "budget / (grant - grant)",
            "USD",
            "brief.yaml:3:17: division by zero\n  hint: the fact that it divides by is 0",
        ),
        (
            "budget / total",
            "USD",
            "brief.yaml:3:10: the expression gives a plain number, but the unit is 'USD'\n"
            "  hint: declare the unit that comes out, or change the expression to give 'USD'",
        ),
        (
            "budget",
            "percent",
            "brief.yaml:3:10: the expression gives USD, but the unit is 'percent'\n"
            "  hint: divide amounts of one unit to get a ratio",
        ),
        (
            "budget / women",
            "EUR",
            "brief.yaml:3:10: the expression gives USD per count, but the unit is 'EUR'\n"
            "  hint: declare the unit that comes out, or change the expression to give 'EUR'",
        ),
        (
            "2 * 3",
            "USD",
            "brief.yaml:3:10: a derived fact needs another fact in its expression\n"
            "  hint: give a plain number as 'value', with its source",
        ),
        (
            "budget ** 9",
            "USD",
            "brief.yaml:3:17: '**' has no meaning in an expression\n"
            "  hint: facts, numbers, + - * / ( ), and sum, min, max are known",
        ),
        (
            "__import__('os')",
            "USD",
            "brief.yaml:3:21: ''' has no meaning in an expression\n"
            "  hint: facts, numbers, + - * / ( ), and sum, min, max are known",
        ),
        (
            "budget * 1.5x",
            "USD",
            "brief.yaml:3:19: '1' has no meaning in an expression\n"
            "  hint: facts, numbers, + - * / ( ), and sum, min, max are known",
        ),
        (
            "(budget",
            "USD",
            f"brief.yaml:3:10: this parenthesis is not closed\n  hint: {HINT}",
        ),
        (
            "budget total",
            "USD",
            f"brief.yaml:3:17: expected an operator, found 'total'\n  hint: {HINT}",
        ),
        (
            "budget +",
            "USD",
            f"brief.yaml:3:17: the expression ends too early\n  hint: {HINT}",
        ),
        (
            "budget + )",
            "USD",
            f"brief.yaml:3:19: expected a fact or a number, found ')'\n  hint: {HINT}",
        ),
        (
            "(" * 41 + "budget" + ")" * 41,
            "USD",
            f"brief.yaml:3:50: parentheses are nested more than 40 deep\n  hint: {HINT}",
        ),
        (
            "budget * budget * budget * budget * budget",
            "USD",
            "brief.yaml:3:44: the result is too large to be a fact: more than 40 digits\n"
            "  hint: see whether the expression says what is meant",
        ),
        (
            "budget" + " + budget" * 200,
            "USD",
            "brief.yaml:3:10: the expression is longer than 1000 characters\n"
            "  hint: split it over several derived facts",
        ),
    ],
)
def test_a_wrong_expression_is_refused_with_its_place(
    expression: str, unit: str, message: str
) -> None:
    """The error points at the very sign, as in a compiler."""
    assert fail(derive(expression, unit)) == message


def test_facts_that_derive_from_each_other_are_named() -> None:
    """One circle is one error, however many facts hang on it."""
    facts = {
        "base": make_fact("1"),
        "a": derive("base + c"),
        "b": derive("a"),
        "c": derive("b"),
        "user": derive("c * 2"),
    }

    figures, errors = resolve_figures(facts)

    assert list(figures) == ["base"]
    assert [str(error) for error in errors] == [
        "brief.yaml:3:17: fact 'a' is derived from itself: a → c → b → a\n"
        "  hint: give one of them a 'value'"
    ]


def test_what_rests_on_a_wrong_fact_has_no_error_of_its_own() -> None:
    """A reader mends the root, not the branches."""
    facts = {"a": derive("b * 2"), "b": derive("1 / none", "times"), "none": make_fact("0", "x")}

    figures, errors = resolve_figures(facts)

    assert list(figures) == ["none"]
    assert [error.message for error in errors] == ["division by zero"]


@given(st.from_regex(r"[ab][ab+*/()., 0-9e_'%\n-]{0,40}", fullmatch=True))
def test_any_expression_ends_in_a_figure_or_an_error(expression: str) -> None:
    """Whatever is typed, there is no traceback."""
    facts = {"a": make_fact("2"), "b": make_fact("3", "EUR", "about"), "x": derive(expression)}

    figures, errors = resolve_figures(facts)

    assert ("x" in figures) != bool(errors)


@given(st.decimals(-(10**12), 10**12, places=3), st.decimals(1, 10**12, places=3))
def test_a_ratio_times_its_base_is_the_part(part: Decimal, base: Decimal) -> None:
    """Arithmetic in 60 digits gives back what was put in."""
    facts = {
        "part": make_fact(str(part)),
        "base": make_fact(str(base)),
        "share": derive("part / base", "percent"),
        "again": derive("share * base"),
    }

    figures, errors = resolve_figures(facts)

    assert errors == []
    assert abs(figures["again"].value - part) < Decimal("1e-30")
