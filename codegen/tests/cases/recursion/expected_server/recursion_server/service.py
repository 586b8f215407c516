"""What an implementation of the whole API is. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Protocol

from ._runtime.server.calls import Credentials, Refusal, Reply
from .principal import P
from .services.nodes import Nodes


class Service(Protocol[P]):
    """What `create_app` needs: an implementation of each resource, who is calling, and how the API words refusals."""

    @property
    def nodes(self) -> Nodes[P]:
        """The nodes."""
        ...

    async def authenticate(self, credentials: Credentials, operation_id: str) -> P | None:
        """Say who calls; `None` is answered with 401."""
        ...

    def refuse(self, fault: Refusal) -> Reply[Any]:
        """Word a refusal of the application itself in the API's own shape."""
        ...
