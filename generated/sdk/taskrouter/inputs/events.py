"""Events: what requests hold. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import TypeAliasType

EventSid = TypeAliasType("EventSid", str)
"""The SID of an event."""
