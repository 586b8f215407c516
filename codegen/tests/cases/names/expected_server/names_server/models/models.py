"""Models: what requests and answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypeAliasType, TypedDict

Literal_ = TypeAliasType("Literal_", Literal["a", "b"])


class Model_(TypedDict):
    """The `Model_` of the description."""

    kind: NotRequired[Literal_]
    name: NotRequired[str]
