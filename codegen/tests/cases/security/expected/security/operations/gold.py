"""Gold: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.operation import Operation

FETCH: Operation[None] = Operation("fetchGold", "GET", "/gold", (), returns=None)
