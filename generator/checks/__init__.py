"""Rules over brief, template and written files: findings, never exceptions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.checks.evidence import check_evidence

if TYPE_CHECKING:
    from generator.findings import Finding
    from generator.inventory import Template

__all__ = ["check_evidence", "check_installed_fonts", "check_tag_names", "check_template"]

# The rules over templates are loaded when they are asked for: a build asks for none of them.


def check_template(template: Template) -> tuple[Finding, ...]:
    """Return the findings of all rules over a template, the weightiest first.

    What was changed when its files were opened comes with them. A half that is not the template's
    own is not judged. The same template gives the same findings on every machine.
    """
    from generator.checks.template import judge

    return judge(template)


def check_installed_fonts(template: Template) -> Iterator[Finding]:
    """Find fonts that this machine lacks (rule `font-not-installed`).

    What this finds depends on the machine, and so it is no part of `check_template`.
    """
    from generator.checks.fonts import find_lacking_fonts

    return find_lacking_fonts(template)


def check_tag_names(template: Template) -> Iterator[Finding]:
    """Find names in tags that not every brief has (rule `tag-unknown`).

    It is asked where no brief is at hand, which would tell.
    """
    from generator.checks.tags import check_tag_names as find_unusual

    return find_unusual(template)
