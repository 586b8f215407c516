"""Ports: what methods take. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.operation import CallOptions


class PortList(CallOptions, total=False):
    """What `list` of ports takes besides what it needs; an absent key is not sent."""

    starting_after: str
    limit_: int
