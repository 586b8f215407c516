"""Models: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import NotRequired, TypeAliasType, TypedDict

Literal_ = TypeAliasType("Literal_", Literal["a", "b"])


class Model_(TypedDict):
    """The `Model_` of the description."""

    kind: NotRequired[Literal_]
    name: NotRequired[str]
