"""Fields of a brief: that their names are free."""

from __future__ import annotations

from collections.abc import Iterator

from generator.brief import Brief
from generator.brief.fields import explain_field_name
from generator.errors import DataError
from generator.load.references import Declared
from generator.load.tree import Places


def check_fields(brief: Brief, declared: Declared, places: Places) -> Iterator[DataError]:
    """Find fields that are called as something else is that templates can name."""
    for name in brief.fields:
        reason = explain_field_name(name)
        if reason is None and name in declared.facts:
            reason = "is the name of a fact"
        if reason:
            yield DataError(
                f"a field cannot be called '{name}', which {reason}",
                place=places.find_key(("fields", name)),
                hint=f"choose another name, such as '{name}_text'",
            )
