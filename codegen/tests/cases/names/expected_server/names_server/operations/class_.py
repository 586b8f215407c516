"""Class: which method serves which operation. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.server.operations import ServedOperation

OPERATIONS: tuple[ServedOperation, ...] = (
    ServedOperation(
        "import",
        "class_",
        "update",
        {"id": "id"},
        {
            ("query", "from"): "from_",
            ("query", "self"): "self_",
            ("query", "limit"): "limit_",
            ("query", "request_timeout"): "request_timeout_",
            ("query", "2fa"): "value_2fa",
            ("query", "gr\xf6\xdfe"): "grosse",
            ("query", "\u540d\u524d"): "ming_qian",
            ("query", "a.b[c]"): "a_b_c",
            ("query", "a-b-c"): "a_b_c_2",
            ("query", "options"): "options_",
            ("query", "list"): "list",
            ("query", "str"): "str",
            ("header", "From"): "from__2",
            ("body", "class"): "class__",
            ("body", "from"): "from__3",
            ("body", "id"): "id_2",
        },
    ),
)
