"""Who a request says it is from, by the security schemes that the description documents."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl

from ..wire.reading import split_pairs
from .calls import Credentials
from .schemas import mapping_at

_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


def read_credentials(description: Mapping[str, Any], headers: Mapping[str, str], query: str) -> Credentials:
    """Read the `Authorization` header and the documented API keys; what cannot be read is left out."""
    keys = {
        name: value
        for name, scheme in _schemes(description).items()
        if scheme.get("type") == "apiKey" and (value := _key(scheme, headers, query)) is not None
    }
    name, _, value = headers.get("authorization", "").strip().partition(" ")
    match name.lower():
        case "":
            return Credentials(keys=keys)
        case "bearer":
            return Credentials(token=value.strip(), keys=keys)
        case "basic":
            username, password = _basic(value)
            return Credentials(username, password, keys=keys)
        case scheme:
            return Credentials(keys=keys, scheme=scheme, value=value.strip())


def may_be_anonymous(description: Mapping[str, Any], operation: Mapping[str, Any]) -> bool:
    """Whether an operation documents that it may be called by nobody (OAS, Security Requirement Object)."""
    requirements = _requirements(description, operation)
    return not requirements or {} in requirements


def is_enough(description: Mapping[str, Any], operation: Mapping[str, Any], credentials: Credentials) -> bool:
    """Whether a request has all the credentials of one of its operation's alternatives, be they right or wrong.

    A certificate of the client's is the business of whoever ends TLS, and counts as shown.
    """
    schemes = _schemes(description)
    requirements = _requirements(description, operation)
    return not requirements or any(
        all(_is_there(name, schemes[name], credentials) for name in requirement if name in schemes)
        for requirement in requirements
    )


def challenges_of(description: Mapping[str, Any]) -> str:
    """The `WWW-Authenticate` header of a 401, which must not be empty (RFC 9110, 11.6.1): each scheme that there is."""
    realm = str(description.get("info", {}).get("title", "API")).encode("ascii", "ignore").decode()
    escaped = "".join(character for character in realm if character.isprintable()).replace("\\", "").replace('"', "")
    names = {_challenge(scheme) for scheme in _schemes(description).values()} - {""}
    return ", ".join(f'{name} realm="{escaped}"' for name in sorted(names))


def _challenge(scheme: Mapping[str, Any]) -> str:
    match scheme.get("type"):
        case "http":
            name = str(scheme.get("scheme", ""))
            return (name.capitalize() if name.isalpha() else name) if _TOKEN.fullmatch(name) else ""
        case "oauth2" | "openIdConnect":
            return "Bearer"
        case "apiKey":
            return "ApiKey"  # registered nowhere, but a challenge there must be
        case _:
            return ""


def _requirements(description: Mapping[str, Any], operation: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    return operation.get("security", description.get("security")) or ()


def _is_there(name: str, scheme: Mapping[str, Any], credentials: Credentials) -> bool:
    match scheme.get("type"):
        case "apiKey":
            return name in credentials.keys
        case "oauth2" | "openIdConnect":
            return credentials.token is not None
        case "http":
            wanted = str(scheme.get("scheme", "")).lower()
            if wanted == "bearer":
                return credentials.token is not None
            return credentials.username is not None if wanted == "basic" else credentials.scheme == wanted
        case _:
            return True


def _schemes(description: Mapping[str, Any]) -> Mapping[str, Any]:
    return mapping_at(mapping_at(description, "components"), "securitySchemes")


def _key(scheme: Mapping[str, Any], headers: Mapping[str, str], query: str) -> str | None:
    name = str(scheme.get("name", ""))
    match scheme.get("in"):
        case "header":
            return headers.get(name.lower())
        case "query":
            return dict(parse_qsl(query, keep_blank_values=True, errors="replace")).get(name)
        case "cookie":
            return dict(split_pairs(headers.get("cookie", ""), ";")).get(name)
        case _:
            return None


def _basic(value: str) -> tuple[str, str] | tuple[None, None]:
    try:
        username, colon, password = base64.b64decode(value.strip(), validate=True).decode("utf-8").partition(":")
    except (binascii.Error, ValueError):
        return None, None
    return (username, password) if colon else (None, None)
