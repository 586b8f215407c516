"""The clients of the pages_recognised package. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.client import client, settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2
    import requests

    from .resources.boats import AsyncBoats, Boats
    from .resources.crews import AsyncCrews, Crews
    from .resources.logs import AsyncLogs, Logs
    from .resources.ports import AsyncPorts, Ports
    from .resources.tides import AsyncTides, Tides
    from .resources.winds import AsyncWinds, Winds


class Client(client.Client):
    """Fleet: a client that blocks until a call is done, on `requests`.

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `session` is one of your own, which stays open when the
    client closes; `verify` is a file of certificate authorities, or `False`; `headers` go with every call.
    """

    def __init__(
        self,
        *,
        base_url: str = "https://fleet.example",
        timeout: float | None = 30.0,
        retries: int = 2,
        validate: bool = True,
        verify: bool | str = True,
        proxies: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        session: requests.Session | None = None,
    ) -> None:
        super().__init__(
            settings.Settings(
                base_url, {}, timeout, retries, validate, "pages_recognised/1.0.0 python", verify, proxies, headers
            ),
            session,
        )

    @cached_property
    def boats(self) -> Boats:
        """The boats."""
        from .resources.boats import Boats

        return Boats(self)

    @cached_property
    def crews(self) -> Crews:
        """The crews."""
        from .resources.crews import Crews

        return Crews(self)

    @cached_property
    def logs(self) -> Logs:
        """The logs."""
        from .resources.logs import Logs

        return Logs(self)

    @cached_property
    def ports(self) -> Ports:
        """The ports."""
        from .resources.ports import Ports

        return Ports(self)

    @cached_property
    def tides(self) -> Tides:
        """The tides."""
        from .resources.tides import Tides

        return Tides(self)

    @cached_property
    def winds(self) -> Winds:
        """The winds."""
        from .resources.winds import Winds

        return Winds(self)


class AsyncClient(client.AsyncClient):
    """Fleet: a client that awaits its calls, on `httpx2`.

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `http_client` is one of your own, which stays open when
    the client closes; `verify` is a file of certificate authorities, or `False`; `headers` go with every call.
    """

    def __init__(
        self,
        *,
        base_url: str = "https://fleet.example",
        timeout: float | None = 30.0,
        retries: int = 2,
        validate: bool = True,
        verify: bool | str = True,
        proxies: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        http_client: httpx2.AsyncClient | None = None,
    ) -> None:
        super().__init__(
            settings.Settings(
                base_url, {}, timeout, retries, validate, "pages_recognised/1.0.0 python", verify, proxies, headers
            ),
            http_client,
        )

    @cached_property
    def boats(self) -> AsyncBoats:
        """The boats."""
        from .resources.boats import AsyncBoats

        return AsyncBoats(self)

    @cached_property
    def crews(self) -> AsyncCrews:
        """The crews."""
        from .resources.crews import AsyncCrews

        return AsyncCrews(self)

    @cached_property
    def logs(self) -> AsyncLogs:
        """The logs."""
        from .resources.logs import AsyncLogs

        return AsyncLogs(self)

    @cached_property
    def ports(self) -> AsyncPorts:
        """The ports."""
        from .resources.ports import AsyncPorts

        return AsyncPorts(self)

    @cached_property
    def tides(self) -> AsyncTides:
        """The tides."""
        from .resources.tides import AsyncTides

        return AsyncTides(self)

    @cached_property
    def winds(self) -> AsyncWinds:
        """The winds."""
        from .resources.winds import AsyncWinds

        return AsyncWinds(self)
