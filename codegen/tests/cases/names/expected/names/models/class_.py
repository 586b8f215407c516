"""Class: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.client import formats
from .._runtime.client.models import Model


class Class_2(Model):
    """The `Class_2` of the description."""

    model_config_: Annotated[str, Field(alias="model_config")]
    class_: Annotated[str, Field(alias="class")]
    type: Annotated[str | None, Field(alias="$type")] = None
    value_2fa: Annotated[str | None, Field(alias="2fa")] = None
    none: Annotated[str | None, Field(alias="None")] = None
    init: Annotated[str | None, Field(alias="__init__")] = None
    private: Annotated[str | None, Field(alias="_private")] = None
    a_b: Annotated[str | None, Field(alias="a b")] = None
    a_b_2: Annotated[str | None, Field(alias="a-b")] = None
    copy_: Annotated[str | None, Field(alias="copy")] = None
    datetime: formats.DateTime | None = None
    grosse: Annotated[str | None, Field(alias="gr\xf6\xdfe")] = None
    int_: Annotated[int | None, Field(alias="int")] = None
    json_: Annotated[str | None, Field(alias="json")] = None
    list_: Annotated[list[str] | None, Field(alias="list")] = None
    model_dump_: Annotated[str | None, Field(alias="model_dump")] = None
    schema_: Annotated[str | None, Field(alias="schema")] = None
    str_: Annotated[str | None, Field(alias="str")] = None
    ming_qian: Annotated[str | None, Field(alias="\u540d\u524d")] = None
