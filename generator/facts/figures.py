"""Facts made exact: derived values computed, every fact ready to be written."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.brief.facts import Fact, SourceRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A fact with its exact value.

    Attributes:
        value: In the fact's unit, unrounded. A `percent` fact of 70 has 70, not 0.7.
        sources: The fact's own sources; for a derived fact those of all its inputs, in order.
        inputs: Ids of the facts that a derived value was computed from; else empty.
    """

    id: str
    fact: Fact
    value: Decimal
    sources: tuple[SourceRef, ...]
    inputs: tuple[str, ...] = ()
