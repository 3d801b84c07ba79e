"""The command `python -m generator.starter FOLDER [--brand FILE]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.errors import GeneratorError
from generator.starter.brand import read_brand
from generator.starter.pair import write_template_pair


def main(arguments: list[str] | None = None) -> int:
    """Make a template pair; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m generator.starter",
        description="Make report.docx and deck.pptx from the colours and fonts of a brand.",
    )
    parser.add_argument("folder", type=Path, help="where the two files are written")
    parser.add_argument(
        "--brand", type=Path, help="the brand file; left out, _brand.yml in that folder"
    )
    options = parser.parse_args(arguments)
    try:
        brand = read_brand(options.brand or options.folder / "_brand.yml")
        written = write_template_pair(brand, options.folder)
    except GeneratorError as error:
        sys.stderr.write(f"error: {error}\n")
        return error.exit_code
    for path in written:
        sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
