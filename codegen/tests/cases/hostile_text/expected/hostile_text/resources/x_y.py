"""Xy: what can be done with them. Generated from spec.json; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from ..models.x_y import S
from ..operations import x_y


class XY:
    """Quotes " ' `, three \"\"\" and ''', a backslash \\ and \\n and \\N{BULLET} and \\x41, {{ view.doc }} {% for
    x in y %} {# c #} %s {0} {name} ${x}.

        indented    tab

    * a list
    * of items \\

    End with a quote \"
    """

    def __init__(self, caller: Client, id: str) -> None:
        self._caller = caller
        self._parent = {"id": id}

    def update(self, z: str, **options: Unpack[params.XYUpdate]) -> S:
        """Quotes " ' `, three \"\"\" and ''', a backslash \\ and \\n and \\N{BULLET} and \\x41, {{ view.doc }} {%
        for x in y %} {# c #} %s {0} {name} ${x}.

            indented    tab

        * a list
        * of items \\

        End with a quote ". `POST …/\\y/{{ z }}`
        """
        return self._caller.call(x_y.UPDATE, {**self._parent, "z": z, **options})


class AsyncXY:
    """Quotes " ' `, three \"\"\" and ''', a backslash \\ and \\n and \\N{BULLET} and \\x41, {{ view.doc }} {% for
    x in y %} {# c #} %s {0} {name} ${x}.

        indented    tab

    * a list
    * of items \\

    End with a quote \"
    """

    def __init__(self, caller: AsyncClient, id: str) -> None:
        self._caller = caller
        self._parent = {"id": id}

    async def update(self, z: str, **options: Unpack[params.XYUpdate]) -> S:
        """Quotes " ' `, three \"\"\" and ''', a backslash \\ and \\n and \\N{BULLET} and \\x41, {{ view.doc }} {%
        for x in y %} {# c #} %s {0} {name} ${x}.

            indented    tab

        * a list
        * of items \\

        End with a quote ". `POST …/\\y/{{ z }}`
        """
        return await self._caller.call(x_y.UPDATE, {**self._parent, "z": z, **options})
