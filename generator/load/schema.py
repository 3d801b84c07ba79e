"""The JSON Schema of a brief, by which editors complete keys and mark mistakes."""

from __future__ import annotations

import json

from pydantic.json_schema import GenerateJsonSchema

from generator.brief import Brief


class _Schema(GenerateJsonSchema):
    """Leaves out the titles of keys, which only repeat their names."""

    def field_title_should_be_set(self, schema: object) -> bool:
        """Return that no key needs a title."""
        return False


def schema_text() -> str:
    """Return the JSON Schema (draft 2020-12) of a brief, as JSON that ends in a line feed.

    Keys stand in the order of the models, definitions in that of their names: the same models
    give the same text.
    """
    schema = Brief.model_json_schema(schema_generator=_Schema)
    definitions = schema.pop("$defs")
    whole = {
        "$schema": GenerateJsonSchema.schema_dialect,
        "title": "Brief",
        "description": "A briefing, from which a report and a deck are made.",
        **{key: value for key, value in schema.items() if key not in ("title", "description")},
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
