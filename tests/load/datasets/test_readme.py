"""The README's example of data sets is one that loads."""

from __future__ import annotations

import re
from pathlib import Path

from generator.brief.datasets import Dataset
from generator.brief.steps import AnyStep
from generator.load import read_brief

README = (Path(__file__).parents[3] / "README.md").read_text("utf-8")


def _find_example() -> str:
    return next(
        text for text in re.findall(r"```yaml\n(.*?)```", README, re.DOTALL) if "datasets:" in text
    )


def test_the_example_loads(tmp_path: Path) -> None:
    """Readers copy it."""
    rows = "".join(f"Country {at},{at}.5\n" for at in range(12))
    (tmp_path / "aid.csv").write_text(f"country,total\n{rows}Japan,100\nNone,..\n")
    (tmp_path / "brief.yaml").write_text(
        "title: T\ndate: 2026\nsources: {nec: {title: S}}\n"
        f"{_find_example()}sections: [{{heading: H, text: Words.}}]\n"
    )

    loaded = read_brief(tmp_path / "brief.yaml")

    assert loaded.errors == ()
    assert loaded.brief
    assert loaded.brief.facts["japan"].value == 100_000_000
    assert len(loaded.brief.charts["fig-donors"].data) == 11
    assert len(loaded.brief.tables["tab-donors"].rows) == 14


def test_every_step_and_key_of_a_data_set_is_named() -> None:
    """Nobody should have to read the schema to learn that a step exists."""
    kinds = [kind.__origin__ for kind in AnyStep.__args__]
    steps = {next(iter(kind.model_fields)) for kind in kinds}
    shown = set(re.findall(r"[a-z_]+", README))

    assert steps - shown == set()
    assert set(Dataset.model_fields) - {"format", "quote"} - shown == set()
