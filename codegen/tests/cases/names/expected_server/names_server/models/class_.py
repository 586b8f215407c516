"""Class: what requests and answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

Class_2 = TypedDict(
    "Class_2",
    {
        "model_config": str,
        "class": str,
        "$type": NotRequired[str],
        "2fa": NotRequired[str],
        "None": NotRequired[str],
        "__init__": NotRequired[str],
        "_private": NotRequired[str],
        "a b": NotRequired[str],
        "a-b": NotRequired[str],
        "copy": NotRequired[str],
        "datetime": NotRequired[str],
        "gr\xf6\xdfe": NotRequired[str],
        "int": NotRequired[int],
        "json": NotRequired[str],
        "list": NotRequired[list[str]],
        "model_dump": NotRequired[str],
        "schema": NotRequired[str],
        "str": NotRequired[str],
        "\u540d\u524d": NotRequired[str],
    },
)
"""The `Class_2` of the description."""
