"""Class: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Boolean, Integer, String
from .._runtime.client.operation import Operation, field, header, path, query

UPDATE: Operation[models.Class_2] = Operation(
    "import",
    "POST",
    "/class/{id}",
    (
        path("id", "id", String()),
        query("from_", "from", String()),
        query("self_", "self", String()),
        query("limit_", "limit", Integer()),
        query("request_timeout_", "request_timeout", Integer()),
        query("value_2fa", "2fa", Boolean()),
        query("grosse", "gr\xf6\xdfe", String()),
        query("ming_qian", "\u540d\u524d", String()),
        query("a_b_c", "a.b[c]", String()),
        query("a_b_c_2", "a-b-c", String()),
        query("options_", "options", String()),
        query("list", "list", String(), is_required=True),
        query("str", "str", String(), is_required=True),
        header("from__2", "From", String()),
        field("class__", "class", String()),
        field("from__3", "from", String()),
        field("id_2", "id", String()),
    ),
    returns=models.Class_2,
    body="application/json",
)
