"""The clients of the names package. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.client import client, settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2
    import requests

    from .resources.class_ import AsyncClassResource, ClassResource
    from .resources.list_ import AsyncListResource, ListResource
    from .resources.models import AsyncModels, Models
    from .resources.shared_ import AsyncShared, Shared
    from .resources.value_2fa import AsyncValue2faResource, Value2faResource


class Client(client.Client):
    """Names: a client that blocks until a call is done, on `requests`.

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `session` is one of your own, which stays open when the
    client closes; `verify` is a file of certificate authorities, or `False`; `headers` go with every call.
    """

    def __init__(
        self,
        *,
        base_url: str = "https://names.example",
        timeout: float | None = 30.0,
        retries: int = 2,
        validate: bool = True,
        verify: bool | str = True,
        proxies: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        session: requests.Session | None = None,
    ) -> None:
        super().__init__(
            settings.Settings(base_url, {}, timeout, retries, validate, "names/1.0.0 python", verify, proxies, headers),
            session,
        )

    @cached_property
    def value_2fa(self) -> Value2faResource:
        """The value2fa."""
        from .resources.value_2fa import Value2faResource

        return Value2faResource(self)

    @cached_property
    def class_(self) -> ClassResource:
        """The class."""
        from .resources.class_ import ClassResource

        return ClassResource(self)

    @cached_property
    def list(self) -> ListResource:
        """The list."""
        from .resources.list_ import ListResource

        return ListResource(self)

    @cached_property
    def models(self) -> Models:
        """The models."""
        from .resources.models import Models

        return Models(self)

    @cached_property
    def shared(self) -> Shared:
        """The shared."""
        from .resources.shared_ import Shared

        return Shared(self)


class AsyncClient(client.AsyncClient):
    """Names: a client that awaits its calls, on `httpx2`.

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `http_client` is one of your own, which stays open when
    the client closes; `verify` is a file of certificate authorities, or `False`; `headers` go with every call.
    """

    def __init__(
        self,
        *,
        base_url: str = "https://names.example",
        timeout: float | None = 30.0,
        retries: int = 2,
        validate: bool = True,
        verify: bool | str = True,
        proxies: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        http_client: httpx2.AsyncClient | None = None,
    ) -> None:
        super().__init__(
            settings.Settings(base_url, {}, timeout, retries, validate, "names/1.0.0 python", verify, proxies, headers),
            http_client,
        )

    @cached_property
    def value_2fa(self) -> AsyncValue2faResource:
        """The value2fa."""
        from .resources.value_2fa import AsyncValue2faResource

        return AsyncValue2faResource(self)

    @cached_property
    def class_(self) -> AsyncClassResource:
        """The class."""
        from .resources.class_ import AsyncClassResource

        return AsyncClassResource(self)

    @cached_property
    def list(self) -> AsyncListResource:
        """The list."""
        from .resources.list_ import AsyncListResource

        return AsyncListResource(self)

    @cached_property
    def models(self) -> AsyncModels:
        """The models."""
        from .resources.models import AsyncModels

        return AsyncModels(self)

    @cached_property
    def shared(self) -> AsyncShared:
        """The shared."""
        from .resources.shared_ import AsyncShared

        return AsyncShared(self)
