"""How much a template may do: steps, text, time. A template is untrusted input.

Steps and text are counted, so that the same template fails in the same way everywhere; the clock
is the last resort.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

MAX_STEPS = 2_000_000
MAX_TEXT = 200_000_000
"""Characters of XML that one package may be rendered to."""
MAX_VALUE = 10_000_000
"""Characters of one text that an expression may make."""
MAX_ITEMS = 10_000_000
"""Entries of all lists that a template may make, whether or not it keeps them."""
MAX_WORK = 300_000_000
"""Characters and entries that filters may go through."""
MAX_RANGE = 100_000
MAX_WIDTH = 10_000
"""Largest number that a filter or method may be given as a width or a count."""
MAX_DIGITS = 4_000
SECONDS = 30.0
CALL_STEPS = 5
"""Steps that the call of a macro counts for; it takes as long as some rounds of a loop."""
_ENDLESS = "does a loop, or a macro that calls itself, have no end?"


class LimitError(Exception):
    """A template asks for more than it may have; the message says of what.

    Attributes:
        hint: What may be the reason.
    """

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(slots=True, kw_only=True)
class Budget:
    """What is left for one rendering; changed in place.

    Attributes:
        steps: Rounds of loops and calls.
        text: Characters.
        items: Entries of lists.
        work: What filters go through.
        seconds: Of the clock, from the first step on.
    """

    steps: int = MAX_STEPS
    text: int = MAX_TEXT
    items: int = MAX_ITEMS
    work: int = MAX_WORK
    seconds: float = SECONDS
    _end: float = field(default=0.0, repr=False)

    def take_step(self, weight: int = 0, steps: int = 1) -> None:
        """Count one round of a loop, or one call, that writes `weight` characters.

        Raises:
            LimitError: There is nothing left.
        """
        self.steps -= steps
        self.take_text(weight)
        if self.steps < 0:
            raise LimitError(f"the template takes more than {MAX_STEPS:,} steps", _ENDLESS)
        now = time.monotonic()
        if not self._end:
            self._end = now + self.seconds
        if now > self._end:
            raise LimitError(f"the template takes longer than {self.seconds:.0f} seconds", _ENDLESS)

    def take_text(self, length: int) -> None:
        """Count characters that are about to be made.

        Raises:
            LimitError: There is nothing left.
        """
        self.text -= length
        if self.text < 0:
            raise LimitError(f"the document becomes larger than {MAX_TEXT:,} characters", _ENDLESS)

    def take_items(self, number: int) -> None:
        """Count entries of a list that is about to be made.

        Raises:
            LimitError: There is nothing left.
        """
        self.items -= number
        if self.items < 0:
            raise LimitError(
                f"the template makes lists of more than {MAX_ITEMS:,} entries", _ENDLESS
            )

    def take_work(self, number: int) -> None:
        """Count what a filter is about to go through.

        Raises:
            LimitError: There is nothing left.
        """
        self.work -= number
        if self.work < 0:
            raise LimitError(f"filters go through more than {MAX_WORK:,} entries", _ENDLESS)

    def take_value(self, length: int) -> None:
        """Count one text of `length` characters that an expression is about to make.

        Raises:
            LimitError: It is too long, or there is nothing left.
        """
        if length > MAX_VALUE:
            raise LimitError(f"a text becomes longer than {MAX_VALUE:,} characters")
        self.take_text(length)


class Loop:
    """What a loop goes over, counted; knows how far it is.

    Attributes:
        text: The expression, as the template has it: `recommendations`.
        names: Names of the variables of the loop.
        position: Index of the present round, from 0; -1 before the first.
    """

    __slots__ = ("_budget", "_items", "_stack", "_weight", "names", "position", "text")

    def __init__(self, items: object, info: LoopInfo, budget: Budget, stack: list[Loop]) -> None:
        self._items = items
        self._budget = budget
        self._stack = stack
        self._weight = info.weight
        self.text = info.text
        self.names = info.names
        self.position = -1

    def __len__(self) -> int:
        return len(self._items)  # type: ignore[arg-type] # Jinja asks for the TypeError

    def __iter__(self) -> Iterator[object]:
        self._stack.append(self)
        try:
            for item in self._items:  # type: ignore[attr-defined] # as above
                self._budget.take_step(self._weight)
                self.position += 1
                yield item
        finally:
            if self in self._stack:
                self._stack.remove(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoopInfo:
    """What is known of a loop before it runs.

    Attributes:
        text: The expression that it goes over.
        names: Names of its variables.
        weight: Characters of the template that each round writes at least.
    """

    text: str
    names: tuple[str, ...]
    weight: int
