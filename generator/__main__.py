"""Where the command begins, also as `python -m generator`."""

from __future__ import annotations

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command; Ctrl-C shows no traceback also while its modules are being loaded."""
    try:
        from generator.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.stderr.write("stopped; nothing was written\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
