"""From texts to values: what a parameter or form field says, read as the schema describes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..wire.reading import Raw, items_of
from .schemas import CompiledSchema, read_json


def typed(schema: CompiledSchema | None, raw: Raw) -> Any:
    """Read texts, alone or in lists and mappings, as the values of a schema.

    Where the schema lets a value be one of several (`anyOf`, `oneOf`, several types), it is read as the first that it
    then satisfies. What fits nothing is left as it is, for the validator to refuse.
    """
    if schema is not None and isinstance(raw, str) and schema.shapes == ("primitive",):
        return schema.read(raw)
    return _Reading().value(schema, raw)


class _Reading:
    """One value being read: alternatives of alternatives come to the same parts again, which are read once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int], Any] = {}

    def value(self, schema: CompiledSchema | None, raw: Raw) -> Any:
        if schema is None:
            return raw
        key = (schema.pointer, id(raw))
        if key not in self._known:
            self._known[key] = raw  # what an array of itself comes back to
            self._known[key] = self._of_text(schema, raw) if isinstance(raw, str) else self._of_parts(schema, raw)
        return self._known[key]

    def _of_text(self, schema: CompiledSchema, raw: str) -> Any:
        value = schema.read(raw)
        if not isinstance(value, str) or "array" not in schema.shapes or schema.accepts(value):
            return value
        listed = [self.value(schema.item(0), raw)]  # a list of one looks like its item
        return listed if schema.shapes == ("array",) or schema.accepts(listed) else value

    def _of_parts(self, schema: CompiledSchema, raw: list[Raw] | dict[str, Raw]) -> Any:
        value = self._parts((schema,), raw)
        whole = _whole(raw)
        if (whole is None and not schema.alternatives) or schema.accepts(value):
            return value
        if whole is not None and schema.accepts(whole):
            return whole
        others = (self._parts((alternative, schema), raw) for alternative in schema.alternatives)
        return next((reading for reading in others if schema.accepts(reading)), value)

    def _parts(self, schemas: Sequence[CompiledSchema], raw: list[Raw] | dict[str, Raw]) -> Any:
        """Read a list or mapping; the first of the schemas that knows a part says how that is read."""
        is_list = isinstance(raw, list) or ("array" in schemas[0].shapes and "object" not in schemas[0].shapes)
        if is_list and (items := items_of(raw)) is not None:
            return [
                self.value(next(filter(None, (schema.item(index) for schema in schemas)), None), item)
                for index, item in enumerate(items)
            ]
        if isinstance(raw, list):
            return raw
        return {
            name: self.value(next(filter(None, (schema.member(name) for schema in schemas)), None), item)
            for name, item in raw.items()
        }


def _whole(raw: list[Raw] | dict[str, Raw]) -> Any:
    """The list that a list of one text spells in JSON, as forms have lists of objects; else `None`."""
    only = raw[0] if isinstance(raw, list) and len(raw) == 1 else None
    return read_json(only) if isinstance(only, str) and only.startswith("[") else None
