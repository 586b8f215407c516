"""The shapes of values: which way to write a parameter is for them."""

from __future__ import annotations

from typing import Any

from dovetail.runtime.wire.styles import Shape


def shape_of(value: Any) -> Shape:
    return "object" if isinstance(value, dict) else "array" if isinstance(value, list) else "primitive"
