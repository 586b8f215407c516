"""Calls: what operations take besides ids. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import NotRequired, TypedDict


class CreateCallParams(TypedDict):
    """What `createCall` takes; what was not sent is absent."""

    kind: Literal["phone", "video", "letter"]
    black: NotRequired[bool]
    colour: NotRequired[str]
    file: NotRequired[str]
    from_: NotRequired[str]
    text: NotRequired[str]
    to: NotRequired[str]
