"""Small briefs made into material, for the tests of composing."""

from __future__ import annotations

from typing import Any

from generator.brief import Brief
from generator.charts import plan_plot
from generator.compose import Material, prepare_material
from generator.facts import resolve_figures
from generator.load.maps import GeoMap, Region
from generator.text import ProseReader

SOURCES = {
    "nec": {
        "title": "A brief on support",
        "author": "N. Butyrska",
        "publisher": "New Europe Center",
        "date": "2025-03",
    },
    "oecd": {"title": "Aid at a glance", "publisher": "OECD", "url": "https://oecd.example/aid"},
}

FACTS = {
    "total": {
        "value": 12_100_000_000,
        "unit": "USD",
        "bound": "more than",
        "counts": "all support",
        "basis": "committed",
        "as_of": "2025-02",
        "source": {"id": "nec", "at": "paragraph 3"},
        "note": "May overlap.",
    },
    "budget": {
        "value": 4_200_000_000,
        "unit": "USD",
        "counts": "budget support",
        "as_of": "2024",
        "source": {"id": "nec", "at": "paragraph 4"},
    },
}

CHART = {
    "kind": "bar",
    "title": "Budget support is the larger part",
    "subtitle": "Support by channel",
    "data": [{"label": "All", "fact": "total"}, {"label": "Budget", "fact": "budget"}],
}

TABLE = {
    "title": "Who gave what",
    "columns": [{"label": "Who"}, {"label": "Sum", "unit": "USD", "scale": "billion"}],
    "rows": [["Japan", 12_100_000_000], ["Others", None]],
    "source": "oecd",
}


MAP = GeoMap(
    file="map.geojson",
    regions=(
        Region(properties={"name": "North"}, polygons=((((22, 48), (24, 48), (23, 50)),),)),
        Region(properties={"name": "South"}, polygons=((((22, 48), (24, 48), (23, 46)),),)),
    ),
)


def make_material(**parts: Any) -> Material:
    """Return the material of a brief with the sources and facts above, and `parts`."""
    given = {
        "title": "Japan and Ukraine",
        "date": "2025-03",
        "authors": [{"name": "N. Butyrska", "role": "Fellow"}],
        "sources": SOURCES,
        "facts": FACTS,
    }
    brief = Brief.model_validate({**given, **parts})
    figures, wrong = resolve_figures(brief.facts)
    assert wrong == []
    reader = ProseReader(
        figures=figures,
        language=brief.lang,
        sources=brief.sources,
        exhibits=(*brief.charts, *brief.tables),
    )
    plots = {
        id_: plan_plot(id_, chart, figures, brief.lang, maps={MAP.file: MAP})
        for id_, chart in brief.charts.items()
    }
    return prepare_material(brief, figures, plots, reader)
