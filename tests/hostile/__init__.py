"""Foreign kinds of templates, made of the pair that we bring: what other organisations' files hold.

Each is a change of the parts of a package. What must hold of a build on it is said beside it.
"""

from __future__ import annotations

from tests.hostile.decks import DECKS, duplicate_master
from tests.hostile.packages import (
    DECK,
    MASTER,
    STYLES,
    Kind,
    Parts,
    edit,
    pack,
    read_parts,
    write_kind,
)
from tests.hostile.reports import REPORTS, localise_ids

KINDS: tuple[Kind, ...] = (*DECKS, *REPORTS)

__all__ = [
    "DECK",
    "DECKS",
    "KINDS",
    "MASTER",
    "REPORTS",
    "STYLES",
    "Kind",
    "Parts",
    "duplicate_master",
    "edit",
    "localise_ids",
    "pack",
    "read_parts",
    "write_kind",
]
