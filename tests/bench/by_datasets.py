"""Load a brief whose one chart is made of a file of data, and print the chart's numbers.

python -m tests.bench.by_datasets BRIEF
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from generator.load import read_brief


def main() -> None:
    """Print the categories and numbers of all charts."""
    # The command does so as well, and freezes what is left at its end.
    gc.disable()
    loaded = read_brief(Path(sys.argv[1]))
    if loaded.brief is None or loaded.errors:
        sys.exit("\n".join(map(str, loaded.errors)))
    for chart in loaded.brief.charts.values():
        for row in chart.data:
            print(row.label, row.value)


if __name__ == "__main__":
    main()
