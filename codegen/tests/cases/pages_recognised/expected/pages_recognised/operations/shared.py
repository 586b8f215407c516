"""What several operations have in common. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.kinds import Integer
from .._runtime.client.operation import query

PAGE = query("page", "page", Integer())
PER_PAGE = query("per_page", "per_page", Integer(maximum=200))
LIMIT = query("limit_", "limit", Integer())
