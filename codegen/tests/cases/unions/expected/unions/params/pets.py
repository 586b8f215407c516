"""Pets: what methods take. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import inputs
from .._runtime.client.operation import CallOptions


class PetList(CallOptions, total=False):
    """What `list` of pets takes besides what it needs; an absent key is not sent."""

    key: inputs.Positive | str
