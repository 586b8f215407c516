"""Nodes: what operations take besides ids. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import NotRequired, TypedDict

from .. import models


class CreateNodeParams(TypedDict):
    """What `createNode` takes; what was not sent is absent."""

    name: str
    by_name: NotRequired[dict[str, models.Node]]
    children: NotRequired[list[models.Node]]
    edge: NotRequired[models.Edge]
    next: NotRequired[models.Node | None]
    value: NotRequired[models.Value]
