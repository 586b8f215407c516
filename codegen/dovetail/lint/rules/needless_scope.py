"""Scopes of security schemes that have none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..rule import Fault, Rule
from ..subject import Json, Subject

_WITH_SCOPES = frozenset({"oauth2", "openIdConnect"})


def _check(subject: Subject) -> Iterator[Fault]:
    if not subject.is_old:
        return
    schemes: Json = subject.value["components"].get("securitySchemes", {})
    without = {name: scheme["type"] for name, scheme in schemes.items() if scheme["type"] not in _WITH_SCOPES}
    for node in (subject.root, *(each.node for each in subject.operations)):
        written: Any = node.value.get("security") if isinstance(node.value, dict) else None
        for index, requirement in enumerate(written if isinstance(written, list) else ()):
            for name, scopes in requirement.items() if isinstance(requirement, dict) else ():
                if scopes and name in without:
                    message = f"schemes of the type {without[name]} have no scopes in OpenAPI 3.0; write []"
                    yield Fault(message, node, ("security", index, name))


RULE = Rule(
    id="needless-scope",
    severity="error",
    summary="scopes of a scheme that is neither OAuth 2 nor OpenID Connect",
    standard="OAS 3.0, 4.7.30.1: for other types the list must be empty",
    check=_check,
)
