"""Nodes: which method serves which operation. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.server.operations import ServedOperation

OPERATIONS: tuple[ServedOperation, ...] = (
    ServedOperation("fetchNode", "nodes", "list", {}, {}),
    ServedOperation(
        "createNode",
        "nodes",
        "create",
        {},
        {
            ("body", "name"): "name",
            ("body", "byName"): "by_name",
            ("body", "children"): "children",
            ("body", "edge"): "edge",
            ("body", "next"): "next",
            ("body", "value"): "value",
        },
    ),
)
