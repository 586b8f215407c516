"""What an implementation of the whole API is. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Protocol

from ._runtime.server.calls import Credentials, Refusal, Reply
from .principal import P
from .services.class_ import ClassResource
from .services.list_ import ListResource
from .services.models import Models
from .services.shared_ import Shared
from .services.value_2fa import Value2faResource


class Service(Protocol[P]):
    """What `create_app` needs: an implementation of each resource, who is calling, and how the API words refusals."""

    @property
    def value_2fa(self) -> Value2faResource[P]:
        """The value 2fa."""
        ...

    @property
    def class_(self) -> ClassResource[P]:
        """The class."""
        ...

    @property
    def list_(self) -> ListResource[P]:
        """The list."""
        ...

    @property
    def models(self) -> Models[P]:
        """The models."""
        ...

    @property
    def shared_(self) -> Shared[P]:
        """The shared."""
        ...

    async def authenticate(self, credentials: Credentials, operation_id: str) -> P | None:
        """Say who calls; `None` is answered with 401."""
        ...

    def refuse(self, fault: Refusal) -> Reply[Any]:
        """Word a refusal of the application itself in the API's own shape."""
        ...
