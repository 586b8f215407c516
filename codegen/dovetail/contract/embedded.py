"""Strings that hold JSON: schemathesis is told how to make them, for JSON Schema lets it make any text.

JSON Schema 2020-12 (Validation, 8) says of `contentMediaType` and `contentSchema` that nobody need judge by them,
so a generator may ignore them too; a server that reads such a string will not.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from .values import values

_SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(2**31), 2**31)
    | st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20)
)
_ANYTHING = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)


def with_embedded_json(description: Mapping[str, Any]) -> dict[str, Any]:
    """The description with a format of its own on each string that holds JSON, registered with schemathesis."""
    components = (description.get("components") or {}).get("schemas") or {}
    changed: dict[str, Any] = _rewritten(description, components)
    return changed


def _rewritten(value: Any, components: Mapping[str, Any]) -> Any:
    if isinstance(value, list):
        return [_rewritten(item, components) for item in value]
    if not isinstance(value, dict):
        return value
    rewritten = {name: _rewritten(member, components) for name, member in value.items()}
    if value.get("contentMediaType") == "application/json" and "string" in _types(value) and "pattern" not in value:
        rewritten["format"] = _registered(value.get("contentSchema", True), components)
    return rewritten


def _types(schema: Mapping[str, Any]) -> list[str]:
    declared = schema.get("type", [])
    return [declared] if isinstance(declared, str) else list(declared)


def _registered(schema: Any, components: Mapping[str, Any]) -> str:
    import schemathesis

    name = "json-" + json.dumps(schema, sort_keys=True)
    made = st.dictionaries(st.text(max_size=8), _ANYTHING, max_size=3) if schema == {"type": "object"} else _ANYTHING
    if schema not in (True, {}, {"type": "object"}):
        made = values(schema, components)
    schemathesis.openapi.format(name, made.map(json.dumps))
    return name
