"""Rules over the tags that a designer wrote into a template."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.inventory import Template

KEPT = ("word/header", "word/footer", "ppt/slideLayouts/", "ppt/slideMasters/")
"""Where text of the template goes into the output; sample text in other parts is dropped."""

SHOWN = 4


def check_tags(template: Template) -> Iterator[Finding]:
    """Find tags that will stand in the output as they are (rule `tag-unfilled`)."""
    kept = [tag for tag in dict.fromkeys(template.tags) if tag.part_name.startswith(KEPT)]
    if kept:
        listed = ", ".join(f"'{tag.text}'" for tag in kept[:SHOWN])
        rest = f" and {len(kept) - SHOWN} more" if len(kept) > SHOWN else ""
        yield Finding(
            rule="tag-unfilled",
            severity=Severity.WARNING,
            message=f"tags are not filled in, and will be read as they stand: {listed}{rest}",
            where=", ".join(dict.fromkeys(tag.part_name for tag in kept[:SHOWN])),
            fix="take them out; in Word's headers and footers use fields such as TITLE instead",
        )
