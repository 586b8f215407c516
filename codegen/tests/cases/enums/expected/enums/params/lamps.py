"""Lamps: what methods take. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from .. import inputs
from .._runtime.client.operation import CallOptions


class LampReplace(CallOptions, total=False):
    """What `replace` of lamps takes besides what it needs; an absent key is not sent."""

    colour: inputs.Colour
    """What it shines in."""
    colours: Sequence[inputs.Colour]
    level: Literal[1, 2, 3]
    mode: Literal["steady"]
    power: Literal["true", "false", "auto"] | bool
