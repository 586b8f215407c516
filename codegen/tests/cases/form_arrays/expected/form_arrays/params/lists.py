"""Lists: what methods take. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from .. import inputs
from .._runtime.client.models import JsonText
from .._runtime.client.operation import CallOptions


class ListUpdate(CallOptions, total=False):
    """What `update` of lists takes besides what it needs; an absent key is not sent."""

    tag: Sequence[str]
    """At most 5 items."""
    comma: Sequence[str]
    pipe: Sequence[str]
    filter: inputs.UpdateListsFilter
    where: JsonText
    next: str
    x_ids: Sequence[int]
    event: Sequence[Literal["start", "end"]]
    """What is told."""
    skill: Sequence[str]
