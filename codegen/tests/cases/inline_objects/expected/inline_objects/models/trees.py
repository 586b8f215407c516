"""Trees: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any

from .._runtime.client.models import Model


class TreeRoot_2Hair(Model):
    """The `TreeRoot_2Hair` of the description."""

    count: int | None = None


class TreeRoot_2(Model):
    """What is below."""

    depth: float | None = None
    hair: TreeRoot_2Hair | None = None


class TreeLeavesItem(Model):
    """The `TreeLeavesItem` of the description."""

    green: bool | None = None


class TreeBirdsValue(Model):
    """The `TreeBirdsValue` of the description."""

    song: str | None = None


class TreeBark1(Model):
    """The `TreeBark1` of the description."""

    smooth: bool | None = None


class Tree(Model):
    """A tree."""

    anything: Any | None = None
    bark: TreeBark1 | str | None = None
    birds: dict[str, TreeBirdsValue] | None = None
    free: dict[str, Any] | None = None
    leaves: list[TreeLeavesItem] | None = None
    root: TreeRoot_2 | None = None
    """What is below."""


class FetchTreesResponseOak(Model):
    """The `FetchTreesResponseOak` of the description."""

    age: int | None = None


class FetchTreesResponse(Model):
    """Trees."""

    oak: FetchTreesResponseOak
    more: Tree | None = None
