"""What results look like on standard output: lines for people, JSON for programs."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from generator.cli.options import Format
from generator.errors import BriefError, GeneratorError, SettingsError, TagsError

if TYPE_CHECKING:
    from generator.findings import Finding
    from generator.pipeline import Build


def print_error(error: GeneratorError, format: Format) -> None:  # noqa: A002 - as the option
    """Print an error, or each of several, to standard error; as JSON to standard output."""
    errors = error.errors if isinstance(error, BriefError | SettingsError | TagsError) else (error,)
    if format is Format.JSON:
        print_json({"errors": [_plain_error(each) for each in errors]})
        return
    for each in errors:
        print(f"error: {each}", file=sys.stderr)
    if len(errors) > 1:
        print(f"{len(errors)} errors; nothing was written", file=sys.stderr)


def _plain_error(error: GeneratorError) -> dict[str, object]:
    place = asdict(error.place) if error.place else {"file": None, "line": None, "column": None}
    return {**place, "message": error.message, "hint": error.hint}


def plain_finding(finding: Finding) -> dict[str, object]:
    """Return a finding as JSON has it."""
    plain = asdict(finding)
    plain["place"] = asdict(finding.place) if finding.place else None
    return plain


def finding_line(finding: Finding) -> str:
    """Return a finding as a line, with what to do about it on a second one."""
    where = str(finding.place or finding.where or "")
    start = f"{where}: " if where else ""
    fix = f"\n  fix: {finding.fix}" if finding.fix else ""
    return f"{start}{finding.severity}: {finding.message} [{finding.rule}]{fix}"


def print_build(result: Build, format: Format) -> None:  # noqa: A002 - the name of the option
    """Print the paths written, and to standard error what a reader should know."""
    if format is Format.JSON:
        print_json(
            {
                "files": [str(path) for path in result.files],
                "findings": [plain_finding(finding) for finding in result.findings],
            }
        )
        return
    for path in result.files:
        print(path)
    for finding in result.findings:
        if finding.severity != "note":
            print(finding_line(finding), file=sys.stderr)


def print_json(value: object) -> None:
    """Print `value` as JSON that people can read, too."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))
