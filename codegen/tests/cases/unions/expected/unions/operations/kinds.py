"""What values of a name must be. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.kinds import Integer

POSITIVE = Integer(minimum=1, maximum=99)
