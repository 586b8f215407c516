"""Value 2fa: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.operation import Operation

FETCH: Operation[models.Value2fa] = Operation("2fa-get", "GET", "/2fa", (), returns=models.Value2fa)
