"""Trees: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any

from .._runtime.client.operation import Operation

LIST: Operation[dict[str, Any]] = Operation("fetchTrees", "GET", "/trees", (), returns=dict[str, Any])
