"""Every fact with its exact value: derived ones computed from the others, in Decimal, unrounded."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from generator.brief.facts import Bound, Fact, SourceRef
from generator.errors import DataError
from generator.facts.expressions import (
    Token,
    evaluate,
    list_names,
    parse_tokens,
    unknown_name,
)
from generator.facts.figures import Figure
from generator.facts.measures import (
    CONTEXT,
    Quantity,
    convert,
    parse_dimension,
)
from generator.places import place_at


@dataclass(frozen=True, slots=True, kw_only=True)
class _Derivation:
    """A derived fact whose inputs all exist."""

    id: str
    fact: Fact
    expression: str
    tokens: tuple[Token, ...]
    names: tuple[Token, ...]


@dataclass(slots=True, kw_only=True)
class _Resolution:
    """What has been resolved so far."""

    figures: dict[str, Figure] = field(default_factory=dict[str, Figure])
    errors: list[DataError] = field(default_factory=list[DataError])
    failed: set[str] = field(default_factory=set[str])


def resolve_figures(facts: Mapping[str, Fact]) -> tuple[dict[str, Figure], list[DataError]]:
    """Return a figure for every fact that can be computed, and an error for each that cannot.

    A derived value is computed from unrounded inputs. Units are minded: USD cannot be added to
    EUR, like units cancel, a ratio declared in `percent` is multiplied by 100, and a percentage
    in a product is a part of the whole (`share * total`). Bounds are carried through: what is
    divided by `more than 12.1` is `less than` the quotient, and where bounds pull both ways the
    result is `about`. A derived fact that states a `bound` of its own keeps it.

    A fact that rests on a failed one is left out without an error of its own.

    Returns:
        Figures in the order of `facts`, and errors in the order found.
    """
    state = _Resolution()
    waiting: dict[str, _Derivation] = {}
    for fact_id, fact in facts.items():
        if fact.value is not None:
            state.figures[fact_id] = _given(fact_id, fact, fact.value)
        elif derivation := _read(fact_id, fact, facts, state):
            waiting[fact_id] = derivation
    _compute_all(waiting, state)
    state.errors.extend(_find_cycles(waiting, state.failed))
    ordered = {name: state.figures[name] for name in facts if name in state.figures}
    return ordered, state.errors


def _given(fact_id: str, fact: Fact, value: Decimal) -> Figure:
    return Figure(id=fact_id, fact=fact, value=value, sources=fact.source or ())


def _read(
    fact_id: str, fact: Fact, facts: Mapping[str, Fact], state: _Resolution
) -> _Derivation | None:
    """Read the expression of a derived fact; None, with the error in `state`, if it is no good."""
    expression = fact.derive or ""
    try:
        tokens = parse_tokens(expression)
        names = _require_names(expression, tokens)
    except DataError as error:
        state.errors.append(error)
        state.failed.add(fact_id)
        return None
    unknown = [unknown_name(expression, name, facts) for name in names if name.text not in facts]
    state.errors.extend(unknown)
    if unknown:
        state.failed.add(fact_id)
        return None
    return _Derivation(id=fact_id, fact=fact, expression=expression, tokens=tokens, names=names)


def _require_names(expression: str, tokens: Sequence[Token]) -> tuple[Token, ...]:
    names = list_names(tokens)
    if not names:
        raise DataError(
            "a derived fact needs another fact in its expression",
            place=place_at(expression, 0),
            hint="give a plain number as 'value', with its source",
        )
    return names


def _compute_all(waiting: dict[str, _Derivation], state: _Resolution) -> None:
    """Compute all of `waiting` that do not hang on a cycle, and take them out of it."""
    users: dict[str, list[str]] = {}
    missing: dict[str, int] = {}
    for derivation in waiting.values():
        open_names = [name.text for name in derivation.names if name.text not in state.figures]
        missing[derivation.id] = len(open_names)
        for name in open_names:
            users.setdefault(name, []).append(derivation.id)
    settled = deque(name for name in users if name in state.failed)
    settled.extend(name for name in waiting if not missing[name])
    while settled:
        name = settled.popleft()
        if derivation := waiting.pop(name, None):
            _compute(derivation, state)
        for user in users.get(name, ()):
            missing[user] -= 1
            if not missing[user]:
                settled.append(user)


def _compute(derivation: _Derivation, state: _Resolution) -> None:
    """Compute one fact whose inputs are settled; adds a figure or an error to `state`."""
    inputs = tuple(name.text for name in derivation.names)
    if state.failed.intersection(inputs):
        state.failed.add(derivation.id)
        return
    figures = [state.figures[name] for name in inputs]
    values = {figure.id: _quantity(figure) for figure in figures}
    try:
        found = evaluate(derivation.expression, derivation.tokens, values)
        found = convert(found, derivation.fact.unit)
    except DataError as error:
        place = error.place or place_at(derivation.expression, 0)
        state.errors.append(DataError(error.message, place=place, hint=error.hint))
        state.failed.add(derivation.id)
        return
    state.figures[derivation.id] = Figure(
        id=derivation.id,
        fact=_with_bound(derivation.fact, found.bound),
        value=found.value.normalize(CONTEXT),
        sources=_join_sources(derivation.fact, figures),
        inputs=inputs,
    )


def _quantity(figure: Figure) -> Quantity:
    return Quantity(
        value=figure.value,
        dimension=parse_dimension(figure.fact.unit),
        bound=figure.fact.bound,
    )


def _with_bound(fact: Fact, bound: Bound) -> Fact:
    if "bound" in fact.model_fields_set or bound is fact.bound:
        return fact
    return fact.model_copy(update={"bound": bound})


def _join_sources(fact: Fact, inputs: Sequence[Figure]) -> tuple[SourceRef, ...]:
    own = fact.source or ()
    borrowed = (source for figure in inputs for source in figure.sources)
    return tuple(dict.fromkeys((*own, *borrowed)))


def _find_cycles(waiting: Mapping[str, _Derivation], failed: set[str]) -> Iterator[DataError]:
    """Yield one error for each circle of facts in `waiting`; all in it hang on one."""
    done: set[str] = set()
    for start in waiting:
        path: dict[str, Token] = {}
        name = start
        while name not in path and name not in done:
            derivation = waiting[name]
            path[name] = next(word for word in derivation.names if word.text in waiting)
            name = path[name].text
        if name not in done:
            circle = list(path)[list(path).index(name) :]
            yield DataError(
                f"fact '{name}' is derived from itself: {' → '.join((*circle, name))}",
                place=place_at(waiting[name].expression, path[name].offset),
                hint="give one of them a 'value'",
            )
        done.update(path)
    failed.update(waiting)
