"""The normalised bundle that models are made from: types as JSON Schema, reduced to their form.

Two types have one form if they differ only in what has a name or a text of its own: classes, values of enums, formats.
Those are definitions with numbers. So thousands of properties come down to some dozens of forms, and no text of a
description is in any. Answers are read leniently: constraints are left out, and enums are open.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..api.types import Array, Json, Map, Object, Type, Union
from .annotations import Annotations, items_of, tags_of, without_formats
from .dialects import ANSWERED
from .names import MANY, Code, Name, any_of

PART = "Part"
"""What definitions are called, with a number from 1 on."""

_NUMBER = re.compile(rf"\b{PART}(\d+)\b")
_PLAIN: dict[str, Json] = {
    "str": {"type": "string"},
    "int": {"type": "integer"},
    "float": {"type": "number"},
    "bool": {"type": "boolean"},
    "Any": {},
}


@dataclass(frozen=True, slots=True)
class Form:
    """The JSON text of a schema in which `#/$defs/Part1` and so on stand for parts, and these parts."""

    schema: str
    parts: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Named types as forms; `names` gives the Python name of each."""

    types: Mapping[str, Type]
    names: Mapping[str, Name]

    def form(self, meaning: Type) -> Form:
        """The form of a type."""
        parts: dict[Code, int] = {}
        schema = json.dumps(self._schema(meaning, parts), sort_keys=True)
        # Parts of alternatives that others made needless are in no schema.
        numbers = {old: str(new) for new, old in enumerate(dict.fromkeys(_NUMBER.findall(schema)), 1)}
        used = list(parts)
        return Form(
            _NUMBER.sub(lambda found: f"{PART}{numbers[found[1]]}", schema),
            tuple(used[int(number) - 1] for number in numbers),
        )

    def _schema(self, meaning: Type, parts: dict[Code, int]) -> Json:
        found: list[Json] = []
        for schema in self._alternatives(meaning, parts):
            if not schema:
                return {}
            if schema not in found:
                found.append(schema)
        annotations = Annotations(self.types, self.names, ANSWERED)
        if len(found) > MANY:
            found = [_part(any_of(dict.fromkeys(annotations.alternatives(meaning))), parts)]
        if annotations.is_nullable(meaning):
            found.append({"type": "null"})
        return found[0] if len(found) == 1 else {"anyOf": found}

    def _alternatives(self, meaning: Type, parts: dict[Code, int]) -> Iterator[Json]:
        match meaning:
            case Array():
                yield {"type": "array", "items": self._schema(items_of(meaning), parts)}
            case Map(values=values):
                yield {"type": "object", "additionalProperties": self._schema(values, parts)}
            case Object():
                yield {"type": "object", "additionalProperties": {}}
            case Union() if not tags_of(meaning, self.types, self.names):
                for member in without_formats(meaning.members):
                    yield from self._alternatives(member, parts)
            case _:
                yield from self._named(meaning, parts)

    def _named(self, meaning: Type, parts: dict[Code, int]) -> Iterator[Json]:
        """What has a name of its own is a definition; the rest is what it is."""
        for written in Annotations(self.types, self.names, ANSWERED).alternatives(meaning):
            if written.text in _PLAIN:
                yield _PLAIN[written.text]
            else:
                yield _part(written, parts)


def _part(written: Code, parts: dict[Code, int]) -> Json:
    return {"$ref": f"#/$defs/{PART}{parts.setdefault(written, len(parts) + 1)}"}
