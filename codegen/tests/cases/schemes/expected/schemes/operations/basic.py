"""Basic: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.operation import Operation

CREATE: Operation[None] = Operation(
    "upload",
    "POST",
    "/basic",
    (),
    returns=None,
    security=(("digest",), ("tls",)),
    server="https://upload.vault.example",
)
