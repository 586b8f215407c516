"""The application. Generated from spec.yaml; do not edit."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from starlette.applications import Starlette

from ._runtime.server.app import serve
from ._runtime.server.limits import Limits
from ._runtime.server.tolerances import Tolerance
from .operations import OPERATIONS
from .principal import P
from .service import Service


def description() -> dict[str, Any]:
    """The description of the API, resolved, that every request and answer is judged by."""
    value: dict[str, Any] = json.loads((files(__package__ or "") / "description.json").read_bytes())
    return value


def create_app(service: Service[P], *, limits: Limits | None = None, tolerances: Sequence[Tolerance] = ()) -> Starlette:
    """The ASGI application around an implementation.

    `limits` bounds what a request may hold; `tolerances` are foreign spellings that are taken all the same.
    """
    return serve(description(), OPERATIONS, service, limits or Limits(), tolerances=tolerances)
