"""Tasks: what requests hold. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

Priority = TypeAliasType("Priority", int)
"""The higher, the sooner."""
RoutingTarget = TypeAliasType("RoutingTarget", str)
"""The SID of a worker, a queue or a workflow."""
TaskStatus = TypeAliasType(
    "TaskStatus", Literal["pending", "reserved", "assigned", "canceled", "completed", "wrapping"]
)
"""The state of a task.

- `pending`: waiting for a worker
- `reserved`: offered to one or more workers
- `assigned`: accepted by a worker
- `canceled`: given up before it was accepted
- `completed`: done
- `wrapping`: the main work is done, the worker is finishing up
"""
TaskTimeout = TypeAliasType("TaskTimeout", int)
"""Seconds that a task may live before it is accepted, two weeks at most."""
