"""Who may call, and how it is proven: security schemes and requirements (OAS 3.1, 4.8.27 and 4.8.30)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..findings import Finding
from ..spec.members import text_of
from ..spec.objects import Operation as OperationObject
from ..spec.objects import SecurityScheme as SecuritySchemeObject
from .extensions import Extensions
from .model import SecurityScheme

PLACES = ("header", "query", "cookie")
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # RFC 9110 section 5.6.2
_COOKIE_OR_QUERY = re.compile(r"[^\x00-\x1f\x7f]+")


def schemes_of(
    schemes: Mapping[str, SecuritySchemeObject], extensions: Extensions, findings: list[Finding]
) -> tuple[SecurityScheme, ...]:
    """The security schemes, by name; one that nobody could follow is left out, with a finding."""
    usable = []
    for _, scheme in sorted(schemes.items()):
        meaning = scheme_of(scheme, extensions)
        problem = _problem(meaning)
        if problem:
            message = f"the security scheme {scheme.name!r} {problem}; it is left out"
            findings.append(Finding("warning", "unusable-security-scheme", message, scheme.location))
        else:
            usable.append(meaning)
    return tuple(usable)


def scheme_of(scheme: SecuritySchemeObject, extensions: Extensions) -> SecurityScheme:
    """What a Security Scheme Object means."""
    value = scheme.value
    flows = value.get("flows")
    return SecurityScheme(
        name=scheme.name,
        type=scheme.type,
        scheme=scheme.scheme,
        parameter=text_of(value, "name") if scheme.type == "apiKey" else "",
        place=text_of(value, "in") if scheme.type == "apiKey" else "",
        flows={name: flow for name, flow in sorted(flows.items()) if isinstance(flow, Mapping)}
        if isinstance(flows, Mapping)
        else {},
        url=text_of(value, "openIdConnectUrl") or text_of(value, "oauth2MetadataUrl"),
        description=scheme.description,
        environment=extensions.environment(scheme),
        location=scheme.location,
    )


def security_of(
    operation: OperationObject, schemes: Sequence[SecurityScheme]
) -> tuple[Mapping[str, tuple[str, ...]], ...]:
    """The alternatives of an operation; those with a scheme that is unknown or left out are no choice."""
    known = {scheme.name for scheme in schemes}
    return tuple(dict(sorted(asked.items())) for asked in operation.security if known.issuperset(asked))


def _problem(scheme: SecurityScheme) -> str:
    match scheme.type:
        case "http":
            return "" if _TOKEN.fullmatch(scheme.scheme) else "has no scheme that a header can name"
        case "apiKey":
            if scheme.place not in PLACES:
                return f"must be in {', '.join(PLACES[:-1])} or {PLACES[-1]}"
            pattern = _COOKIE_OR_QUERY if scheme.place == "query" else _TOKEN
            return "" if pattern.fullmatch(scheme.parameter) else f"has no name that a {scheme.place} can have"
        case "oauth2" | "openIdConnect" | "mutualTLS":
            return ""
        case _:
            return f"has no known type, but {scheme.type!r}"
