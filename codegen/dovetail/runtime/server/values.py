"""From texts to values: what a parameter or form field says, read as the schema describes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..wire.reading import Raw, items_of
from .schemas import CompiledSchema


def typed(schema: CompiledSchema | None, raw: Raw) -> Any:
    """Read texts, alone or in lists and mappings, as the values of a schema.

    Where the schema lets a value be one of several (`anyOf`, `oneOf`, several types), it is read as the first that it
    then satisfies. What fits nothing is left as it is, for the validator to refuse.
    """
    if schema is None:
        return raw
    if isinstance(raw, str):
        return _from_text(schema, raw)
    value = _from_parts((schema,), raw)
    if schema.alternatives and not schema.accepts(value):
        readings = (_from_parts((alternative, schema), raw) for alternative in schema.alternatives)
        return next((reading for reading in readings if schema.accepts(reading)), value)
    return value


def _from_text(schema: CompiledSchema, raw: str) -> Any:
    value = schema.read(raw)
    if not isinstance(value, str) or "array" not in schema.shapes or schema.accepts(value):
        return value
    listed = [typed(schema.item(0), raw)]  # a list of one looks like its item
    return listed if schema.shapes == ("array",) or schema.accepts(listed) else value


def _from_parts(schemas: Sequence[CompiledSchema], raw: list[Raw] | dict[str, Raw]) -> Any:
    """Read a list or mapping; the first of the schemas that knows a part says how that is read."""
    is_list = isinstance(raw, list) or ("array" in schemas[0].shapes and "object" not in schemas[0].shapes)
    if is_list and (items := items_of(raw)) is not None:
        return [
            typed(next(filter(None, (schema.item(index) for schema in schemas)), None), item)
            for index, item in enumerate(items)
        ]
    if isinstance(raw, list):
        return raw
    return {
        name: typed(next(filter(None, (schema.member(name) for schema in schemas)), None), item)
        for name, item in raw.items()
    }
