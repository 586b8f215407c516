"""X y: what answers hold. Generated from spec.json; do not edit."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from .._runtime.client.models import Model

E = TypeAliasType("E", Literal['a"""', "\\", "\n", "'"])
"""Control [31m and , bidi abc x, zero width , separators and , an astral 😀, trailing backslash \\"""


class S(Model):
    """Quotes " ' `, three \"\"\" and ''', a backslash \\ and \\n and \\N{BULLET} and \\x41, {{ view.doc }} {% for
    x in y %} {# c #} %s {0} {name} ${x}.

        indented    tab

    * a list
    * of items \\

    End with a quote \"
    """

    f: Annotated[str | None, Field(alias='f"""\\')] = None
    """Control [31m and , bidi abc x, zero width , separators and , an astral 😀, trailing backslash \\."""
    g: Annotated[E | str | None, Field(alias="g\n")] = None
