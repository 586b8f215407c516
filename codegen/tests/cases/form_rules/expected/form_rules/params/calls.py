"""Calls: what methods take. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.operation import CallOptions


class CallCreate(CallOptions, total=False):
    """What `create` of calls takes besides what it needs; an absent key is not sent."""

    black: bool
    colour: str
    file: str
    from_: str
    text: str
    to: str
