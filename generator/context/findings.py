"""What a reader should know of a template that was filled: findings."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.ooxml.opc import Package
from generator.ooxml.tags import Tag

_LISTED = 12
_CUT = 60


def tell_dropped(package: Package, tags: tuple[Tag, ...]) -> Iterator[Finding]:
    """Yield a finding for each tag that took text of the template with it (`tag-drops-text`)."""
    for tag in tags:
        if tag.dropped.strip() and tag.kind != "{#":
            said = " ".join(tag.dropped.split())
            said = said if len(said) <= _CUT else f"{said[: _CUT - 1]}…"
            yield Finding(
                rule="tag-drops-text",
                severity=Severity.WARNING,
                message=f"'{said}' goes with the tag '{tag.source}' that it stands beside",
                where=f"{package.path.name}: {tag.place}",
                fix="put the tag into a paragraph, row or cell of its own",
            )


def tell_unplaced(package: Package, names: tuple[str, ...]) -> Iterator[Finding]:
    """Yield one finding of all that the template shows nowhere (rule `brief-unplaced`)."""
    if names:
        more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
        listed = ", ".join(f"'{name}'" for name in names[:_LISTED])
        yield Finding(
            rule="brief-unplaced",
            severity=Severity.NOTE,
            message=f"the template shows nowhere: {listed}{more}",
            where=package.path.name,
            fix="place them with a tag such as {{p section('…') }}, or the rest with {{p body }}",
        )
