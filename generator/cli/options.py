"""Arguments and options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """How results are printed."""

    TEXT = "text"
    JSON = "json"


class Only(StrEnum):
    """One of the two documents."""

    REPORT = "report"
    DECK = "deck"


File = Annotated[Path, typer.Argument(help="The data file: .yaml, .json or .toml.")]
Out = Annotated[
    Path | None, typer.Option("--out", "-o", help="Folder to write to; by default build/NAME.")
]
Template = Annotated[
    Path | None,
    typer.Option(
        "--template",
        "-t",
        help="Template folder, or one Word or PowerPoint file; the other then is ours.",
    ),
]
Source = Annotated[
    Path,
    typer.Argument(metavar="DIR|FILE", help="Template folder, or one Word or PowerPoint file."),
]
Outside = Annotated[
    bool,
    typer.Option("--allow-outside", help="Let data sets be files outside of the brief's folder."),
]
As = Annotated[Format, typer.Option("--format", help="Print results as text or as JSON.")]
