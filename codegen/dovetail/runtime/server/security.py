"""Who a request says it is from, by the security schemes that the description documents."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from .calls import Credentials
from .reading import split_pairs
from .schemas import mapping_at


def read_credentials(description: Mapping[str, Any], headers: Mapping[str, str], query: str) -> Credentials:
    """Read the `Authorization` header and the documented API keys; what cannot be read is left out."""
    keys = {
        name: value
        for name, scheme in _schemes(description).items()
        if scheme.get("type") == "apiKey" and (value := _key(scheme, headers, query)) is not None
    }
    scheme, _, value = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return Credentials(token=value.strip(), keys=keys)
    username, password = _basic(value) if scheme.lower() == "basic" else (None, None)
    return Credentials(username, password, keys=keys)


def may_be_anonymous(description: Mapping[str, Any], operation: Mapping[str, Any]) -> bool:
    """Whether an operation documents that it may be called by nobody (OAS, Security Requirement Object)."""
    requirements = operation.get("security", description.get("security"))
    return not requirements or {} in requirements


def challenges_of(description: Mapping[str, Any]) -> str:
    """The `WWW-Authenticate` header of a 401 (RFC 9110, 11.6.1)."""
    realm = str(description.get("info", {}).get("title", "API")).encode("ascii", "ignore").decode()
    escaped = "".join(character for character in realm if character.isprintable()).replace("\\", "").replace('"', "")
    schemes = {
        scheme.get("scheme", "").lower() if scheme.get("type") == "http" else "bearer"
        for scheme in _schemes(description).values()
        if scheme.get("type") in {"http", "oauth2", "openIdConnect"}
    }
    return ", ".join(
        f'{name.capitalize()} realm="{escaped}"' for name in sorted(schemes & {"basic", "bearer", "digest"})
    )


def _schemes(description: Mapping[str, Any]) -> Mapping[str, Any]:
    return mapping_at(mapping_at(description, "components"), "securitySchemes")


def _key(scheme: Mapping[str, Any], headers: Mapping[str, str], query: str) -> str | None:
    name = scheme["name"]
    if scheme["in"] == "header":
        return headers.get(name.lower())
    pairs = (
        parse_qsl(query, errors="replace") if scheme["in"] == "query" else split_pairs(headers.get("cookie", ""), ";")
    )
    return dict(pairs).get(name)


def _basic(value: str) -> tuple[str, str] | tuple[None, None]:
    try:
        username, colon, password = base64.b64decode(value.strip(), validate=True).decode("utf-8").partition(":")
    except (binascii.Error, ValueError):
        return None, None
    return (username, password) if colon else (None, None)
