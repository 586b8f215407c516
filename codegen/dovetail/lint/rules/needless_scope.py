"""Scopes of security schemes that have none."""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Fault, Rule
from ..subject import Json, Subject

_WITH_SCOPES = frozenset({"oauth2", "openIdConnect"})


def _check(subject: Subject) -> Iterator[Fault]:
    if not subject.is_old:
        return
    schemes: Json = subject.value["components"].get("securitySchemes", {})
    without = {name: scheme["type"] for name, scheme in schemes.items() if scheme["type"] not in _WITH_SCOPES}
    for required in subject.requirements():
        if required.scopes and required.name in without:
            message = f"schemes of the type {without[required.name]} have no scopes in OpenAPI 3.0; write []"
            yield Fault(message, required.node, required.tokens)


RULE = Rule(
    id="needless-scope",
    severity="error",
    summary="scopes of a scheme that is neither OAuth 2 nor OpenID Connect",
    standard="OAS 3.0, 4.7.30.1: for other types the list must be empty",
    check=_check,
)
