"""Security requirements with scopes that their scheme does not have."""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Fault, Rule
from ..subject import Json, Subject


def _check(subject: Subject) -> Iterator[Fault]:
    schemes: Json = subject.value["components"].get("securitySchemes", {})
    known = {name: _scopes(scheme) for name, scheme in schemes.items() if scheme["type"] == "oauth2"}
    for required in subject.requirements():
        for index, scope in enumerate(required.scopes if required.name in known else ()):
            if isinstance(scope, str) and scope not in known[required.name]:
                message = f"no flow of {required.name!r} has the scope {scope!r}; add it there, or correct it here"
                yield Fault(message, required.node, (*required.tokens, index))


def _scopes(scheme: Json) -> frozenset[str]:
    flows = [flow for flow in scheme.get("flows", {}).values() if isinstance(flow, dict)]
    return frozenset(scope for flow in flows for scope in flow.get("scopes", {}))


RULE = Rule(
    id="unknown-scope",
    severity="warning",
    summary="a required scope that no flow of the OAuth 2 scheme has",
    standard="OAS 3.1, 4.8.29.1: a flow lists the available scopes",
    check=_check,
)
