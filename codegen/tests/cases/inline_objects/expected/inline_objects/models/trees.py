"""Trees: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any

from .._runtime.client.models import Model


class TreeBark(Model):
    """The `TreeBark` of the description."""

    smooth: bool | None = None


class TreeBird(Model):
    """The `TreeBird` of the description."""

    song: str | None = None


class TreeLeaf(Model):
    """The `TreeLeaf` of the description."""

    green: bool | None = None


class TreeRoot2Hair(Model):
    """The `TreeRoot2Hair` of the description."""

    count: int | None = None


class TreeRoot2(Model):
    """What is below."""

    depth: float | None = None
    hair: TreeRoot2Hair | None = None


class Tree(Model):
    """A tree."""

    anything: Any | None = None
    bark: TreeBark | str | None = None
    birds: dict[str, TreeBird] | None = None
    free: dict[str, Any] | None = None
    leaves: list[TreeLeaf] | None = None
    root: TreeRoot2 | None = None
    """What is below."""


class FetchTreesResponseOak(Model):
    """The `FetchTreesResponseOak` of the description."""

    age: int | None = None


class FetchTreesResponse(Model):
    """Trees."""

    oak: FetchTreesResponseOak
    more: Tree | None = None
