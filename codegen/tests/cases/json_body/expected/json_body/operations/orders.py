"""Orders: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.client.kinds import Array, Boolean, Integer, Map, Nullable, String
from .._runtime.client.operation import Operation, Returns, field
from . import kinds

CREATE: Operation[models.Order] = Operation(
    "createOrder",
    "POST",
    "/orders",
    (
        field("customer", "customer", kinds.CUSTOMER, is_required=True),
        field("lines", "lines", Array(kinds.LINE, min_items=1), is_required=True),
        field("labels", "labels", Map(Integer())),
        field("notes", "notes", Array(String())),
        field("paid", "paid", Nullable(Boolean())),
        field("secret", "secret", String()),
    ),
    returns=(Returns("201", "application/vnd.orders+json", models.Order),),
    errors=(Returns("default", "application/problem+json", dict[str, Any]),),
    body="application/json",
    body_required=True,
)
