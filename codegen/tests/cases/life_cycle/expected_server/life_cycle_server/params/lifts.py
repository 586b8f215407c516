"""Lifts: what operations take besides ids. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import NotRequired, TypedDict


class UpdateLiftParams(TypedDict):
    """What `updateLift` takes; what was not sent is absent."""

    state: NotRequired[Literal["called"]]
    """What it is doing."""
