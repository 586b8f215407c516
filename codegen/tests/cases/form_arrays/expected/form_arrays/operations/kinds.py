"""What values of a name must be. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.kinds import Integer, Object, String

UPDATE_LISTS_FILTER = Object({"a": String(), "b": Integer()})
