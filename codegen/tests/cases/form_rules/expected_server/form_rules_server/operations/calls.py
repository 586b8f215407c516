"""Calls: which method serves which operation. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.server.operations import ServedOperation

OPERATIONS: tuple[ServedOperation, ...] = (
    ServedOperation(
        "createCall",
        "calls",
        "create",
        {},
        {
            ("body", "Kind"): "kind",
            ("body", "Black"): "black",
            ("body", "Colour"): "colour",
            ("body", "File"): "file",
            ("body", "From"): "from_",
            ("body", "Text"): "text",
            ("body", "To"): "to",
        },
    ),
)
