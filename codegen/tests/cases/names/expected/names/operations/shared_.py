"""Shared: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.operation import Operation

FETCH: Operation[models.Any_] = Operation("shared", "GET", "/shared", (), returns=models.Any_)
