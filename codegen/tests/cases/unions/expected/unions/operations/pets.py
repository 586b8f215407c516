"""Pets: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Either, String
from .._runtime.client.operation import Operation, query
from . import kinds

LIST: Operation[models.Pet] = Operation(
    "fetchPet", "GET", "/pets", (query("key", "key", Either(kinds.POSITIVE, String(min_length=1))),), returns=models.Pet
)
