"""The JSON Schema that editors read says what the models say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.load import schema_text

SCHEMA = Path(__file__).parents[2] / "data" / "brief.schema.json"


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for item in value.values():
            yield from _objects(item)
    elif isinstance(value, list):
        for item in value:
            yield from _objects(item)


def test_the_file_beside_the_samples_is_up_to_date() -> None:
    """The samples point at it: `brief schema > data/brief.schema.json` brings it up to date."""
    assert SCHEMA.read_text("utf-8") == schema_text()


def test_it_names_its_draft() -> None:
    """Editors choose how to read it by this line."""
    schema = json.loads(schema_text())

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"] == "Brief"


def test_every_key_has_a_description() -> None:
    """It is what an editor shows beside the completed key."""
    for found in _objects(json.loads(schema_text())):
        for name, key in found.get("properties", {}).items():
            assert key.get("description"), name


def test_unknown_keys_are_marked() -> None:
    """A typing error is underlined while it is typed."""
    for found in _objects(json.loads(schema_text())):
        if "properties" in found:
            assert found["additionalProperties"] is False


def test_every_reference_has_its_definition() -> None:
    """A dangling reference switches completion off."""
    schema = json.loads(schema_text())

    for found in _objects(schema):
        if "$ref" in found:
            assert found["$ref"].removeprefix("#/$defs/") in schema["$defs"]


def test_short_forms_and_numbers_are_allowed() -> None:
    """An editor must not mark what the program accepts."""
    definitions = json.loads(schema_text())["$defs"]

    assert definitions["Fact"]["properties"]["value"]["anyOf"][0] == {"type": "number"}
    source = definitions["Fact"]["properties"]["source"]["anyOf"]
    assert {"minLength": 1, "type": "string"} in source
    assert {"$ref": "#/$defs/SourceRef"} in source
    assert definitions["ChartRow"]["properties"]["label"]["type"] == ["string", "number"]
