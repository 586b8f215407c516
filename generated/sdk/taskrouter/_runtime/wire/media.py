"""The two media types that bodies are written in."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import cast

from .styles import text

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"


def encode_json(value: object) -> bytes:
    """Write a value as compact JSON in UTF-8; datetimes, decimals and enums as `text` writes them, decimals as numbers.

    Raises:
        ValueError: a number is not finite, or a value has no JSON form.
    """
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_plain).encode()


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(cast("Mapping[str, object]", value))
    if isinstance(value, Sequence):
        return list(cast("Sequence[object]", value))
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return text(value)
