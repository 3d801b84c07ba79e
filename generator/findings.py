"""What a reader can live with but should know: findings, which are data and never raised."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.places import Place


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One observation about a brief, a template or a written file.

    Attributes:
        rule: Stable id in kebab-case, such as `fact-unused`.
        severity: How much it matters.
        message: What was seen, one sentence without a full stop.
        place: Where, when it stands in a text file.
        where: Where, when it stands in an Office file: `slide 4, title`.
        fix: What to do about it.
    """

    rule: str
    severity: Severity
    message: str
    place: Place | None = None
    where: str | None = None
    fix: str | None = None
