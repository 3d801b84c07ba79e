"""The same chart's numbers by a script of polars: read, group, add up, rank, add the rest up.

python -m tests.bench.by_polars FILE
"""

from __future__ import annotations

import sys
from pathlib import Path

import polars as pl


def main() -> None:
    """Print the ten highest sums and that of the rest."""
    frame = pl.read_csv(Path(sys.argv[1]))
    sums = frame.group_by("region", maintain_order=True).agg(pl.col("value").sum())
    ranked = sums.sort("value", descending=True)
    rest = ranked.slice(10)["value"].sum()
    for region, value in [*ranked.head(10).iter_rows(), ("Other", rest)]:
        print(region, round(value, 2))


if __name__ == "__main__":
    main()
