"""X: what can be done with them. Generated from spec.json; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime.client.client import AsyncClient, Client

if TYPE_CHECKING:
    from .x_y import XY, AsyncXY


class BoundX:
    """One x, and what belongs to it."""

    def __init__(self, caller: Client, id: str) -> None:
        self._parts = (caller, id)

    @cached_property
    def y(self) -> XY:
        """Quotes " ' `, three \"\"\" and ''', a backslash \\ and \\n and \\N{BULLET} and \\x41, {{ view.doc }} {%
        for x in y %} {# c #} %s {0} {name} ${x}.

            indented    tab

        * a list
        * of items \\

        End with a quote \"
        """
        from .x_y import XY

        return XY(*self._parts)


class X:
    """The x."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def __call__(self, id: str) -> BoundX:
        """Bind the id of one x; nothing is sent."""
        return BoundX(self._caller, id=id)


class AsyncBoundX:
    """One x, and what belongs to it."""

    def __init__(self, caller: AsyncClient, id: str) -> None:
        self._parts = (caller, id)

    @cached_property
    def y(self) -> AsyncXY:
        """Quotes " ' `, three \"\"\" and ''', a backslash \\ and \\n and \\N{BULLET} and \\x41, {{ view.doc }} {%
        for x in y %} {# c #} %s {0} {name} ${x}.

            indented    tab

        * a list
        * of items \\

        End with a quote \"
        """
        from .x_y import AsyncXY

        return AsyncXY(*self._parts)


class AsyncX:
    """The x."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    def __call__(self, id: str) -> AsyncBoundX:
        """Bind the id of one x; nothing is sent."""
        return AsyncBoundX(self._caller, id=id)
