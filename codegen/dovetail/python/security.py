"""How a client is told who calls: the arguments of its constructor, and the schemes that they are for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ..api.model import Api, SecurityScheme
from .docstrings import literal, sentence, shown
from .names import Code, Name, code, joined, snake, unique

Alternatives = tuple[tuple[str, ...], ...]
"""Security schemes: those of a tuple go together, and one tuple is enough; an empty one asks for nothing."""

RUNTIME = "._runtime.client"
_MANY = 12
_RENEWABLE = ("authorizationCode", "deviceAuthorization", "password")
# How the names of registered schemes are written (RFC 9110 says that case does not matter; some servers disagree).
_WRITTEN = {"bearer": "Bearer", "digest": "Digest", "dpop": "DPoP", "hoba": "HOBA", "mutual": "Mutual"} | {
    "negotiate": "Negotiate",
    "ntlm": "NTLM",
    "privatetoken": "PrivateToken",
    "scram-sha-1": "SCRAM-SHA-1",
    "scram-sha-256": "SCRAM-SHA-256",
    "vapid": "vapid",
}


@dataclass(frozen=True, slots=True)
class Proof:
    """A security scheme as arguments of a constructor: their names, what is made of them, and what they are."""

    scheme: SecurityScheme
    names: tuple[str, ...]
    given: str
    """The expression of what was given, `None` for nothing."""
    doc: str

    @property
    def is_certificate(self) -> bool:
        """Whether it is shown by the transport."""
        return self.scheme.type == "mutualTLS"

    def parameters(self, taken: Collection[str], *, is_async: bool) -> list[Code]:
        """The parameters of the constructor, in a module where `taken` names mean something else."""
        if len(self.names) == 2:
            return [Code(f"{name}: str | None = None") for name in self.names]
        return [code("{}: {} = None", self.names[0], _annotation(self.scheme, taken, is_async=is_async))]

    @property
    def constructor(self) -> str:
        """The scheme as the runtime knows it."""
        parts = {"name": self.scheme.name, "argument": " and ".join(self.names), **_details(self.scheme)}
        if self.scheme.environment:
            parts["environment"] = tuple(self.scheme.environment)
        written = [f"{key}={literal(value)}" for key, value in parts.items()]
        return f"schemes.{_class(self.scheme)}({', '.join(written)})"


def usual_security(api: Api) -> Alternatives:
    """What most operations ask for, which a client answers without a word of the operation."""
    asked = Counter(tuple(tuple(requirement) for requirement in operation.security) for operation in api.operations)
    return max(asked, key=lambda security: (asked[security], security), default=())


def proofs_of(api: Api, reserved: Iterable[str]) -> tuple[Proof, ...]:
    """The schemes that operations ask for, or all if none does; alone, a scheme has the shortest names."""
    used = {name for operation in api.operations for needed in operation.security for name in needed}
    schemes = [scheme for scheme in api.security_schemes if scheme.name in used] or list(api.security_schemes)
    if len(schemes) == 1:
        names = _lone_names(schemes[0])
        return (_proof(schemes[0], names),)
    proofs: list[Proof] = []
    taken = [*reserved]
    for scheme in schemes:
        plain = _name(scheme)
        name = unique(f"{plain}_auth" if plain in taken else plain, taken)
        taken.append(name)
        proofs.append(_proof(scheme, (name,)))
    return tuple(proofs)


def is_required(api: Api, proofs: tuple[Proof, ...]) -> bool:
    """Whether a client is of no use without credentials: there is one scheme, and most operations need it."""
    return len(proofs) == 1 and usual_security(api) == ((proofs[0].scheme.name,),)


def exported(proofs: tuple[Proof, ...]) -> set[Name]:
    """The classes that credentials are made of, for the package to offer."""
    names: set[Name] = set()
    for proof in proofs:
        names |= _annotation(proof.scheme, (), is_async=False).names if len(proof.names) == 1 else set()
    return {name for name in names if name.name in {"Basic", "ClientCredentials", "RefreshToken"}}


def _name(scheme: SecurityScheme) -> str:
    """The name of a scheme as one writes it in Python, with OAuth and its version in one word."""
    return re.sub(r"o_?auth(_2)?(?=_|$)", lambda found: "oauth2" if found[1] else "oauth", snake(scheme.name))


def _lone_names(scheme: SecurityScheme) -> tuple[str, ...]:
    match scheme.type, scheme.scheme:
        case "http", "basic":
            return ("username", "password")
        case ("http", "bearer") | ("oauth2" | "openIdConnect", _):
            return ("token",)
        case "http", _:
            return ("authorization",)
        case "apiKey", _:
            return ("api_key",)
        case _:
            return ("cert",)


def _proof(scheme: SecurityScheme, names: tuple[str, ...]) -> Proof:
    listed = ", ".join(names)
    given = f"({listed})" if len(names) > 1 else listed
    given_as = " and ".join(f"`{name}`" for name in names)
    said = [sentence(scheme.description or _meaning(scheme))]
    if scopes := _scopes(scheme):
        said.append(f"Scopes: {', '.join(f'`{shown(scope)}`' for scope in scopes)}.")
    if scheme.environment:
        pairs = " or ".join(" and ".join(f"`{name}`" for name in names.values()) for names in scheme.environment)
        said.append(f"Without {given_as} {'they come' if len(names) > 1 else 'it comes'} from {pairs}.")
    doc = " ".join(said)
    return Proof(scheme, names, given, doc if len(names) > 1 else f"{given_as}: {doc}")


def _meaning(scheme: SecurityScheme) -> str:
    match scheme.type:
        case "http":
            written = {"basic": "Basic"} | _WRITTEN
            return f"HTTP {written.get(scheme.scheme, scheme.scheme)}"
        case "apiKey":
            places = {
                "header": "the header `{}`",
                "query": "the parameter `{}` of the query",
                "cookie": "the cookie `{}`",
            }
            return f"A key, sent as {places[scheme.place].format(scheme.parameter)}"
        case "oauth2":
            return "OAuth 2.0"
        case "openIdConnect":
            return "OpenID Connect"
        case _:
            return "A certificate of the client's: the path of a file that holds it and its key, or one path for each"


def _annotation(scheme: SecurityScheme, taken: Collection[str], *, is_async: bool) -> Code:
    if scheme.type == "mutualTLS":
        return code("{} | None", _apart("settings", "Certificates", taken))
    if (scheme.type, scheme.scheme) == ("http", "basic"):
        return code("{} | tuple[str, str] | None", _apart("credentials", "Basic", taken))
    names = [_apart("credentials", "AsyncTokenProvider" if is_async else "TokenProvider", taken)]
    if scheme.type in ("oauth2", "openIdConnect"):
        if scheme.url or "clientCredentials" in scheme.flows:
            names.append(_apart("oauth", "ClientCredentials", taken))
        if scheme.url or any(_url(scheme, flow, "refreshUrl", "tokenUrl") for flow in _RENEWABLE):
            names.append(_apart("oauth", "RefreshToken", taken))
    return joined(" | ", ["str", *names, "None"])


def _apart(module: str, name: str, taken: Collection[str]) -> Name:
    """A class of the runtime, named by its module where something else has its name."""
    return Name(RUNTIME, module, name) if name in taken else Name(f"{RUNTIME}.{module}", name)


def _class(scheme: SecurityScheme) -> str:
    if scheme.type == "http":
        return "BasicScheme" if scheme.scheme == "basic" else "HttpScheme"
    return {"apiKey": "ApiKeyScheme", "mutualTLS": "MutualTlsScheme"}.get(scheme.type, "OAuth2Scheme")


def _details(scheme: SecurityScheme) -> Mapping[str, object]:
    match scheme.type:
        case "http":
            written = _WRITTEN.get(scheme.scheme, scheme.scheme)
            return {} if scheme.scheme in ("basic", "bearer") else {"scheme": written}
        case "apiKey":
            return {"key": scheme.parameter, "place": scheme.place}
        case "oauth2" | "openIdConnect":
            renewed = (_url(scheme, flow, "refreshUrl", "tokenUrl") for flow in _RENEWABLE)
            known = {
                "token_url": _url(scheme, "clientCredentials", "tokenUrl"),
                "refresh_url": next((url for url in renewed if url), ""),
                "discovery": scheme.url,
            }
            return {name: url for name, url in known.items() if url}
        case _:
            return {}


def _scopes(scheme: SecurityScheme) -> list[str]:
    """The scopes that can be asked for, if they are few."""
    flows = [flow.get("scopes") for flow in scheme.flows.values()]
    scopes = sorted({scope for found in flows if isinstance(found, Mapping) for scope in found})
    return scopes if len(scopes) <= _MANY else []


def _url(scheme: SecurityScheme, flow: str, *keys: str) -> str:
    values = (scheme.flows.get(flow, {}).get(key) for key in keys)
    return next((value for value in values if isinstance(value, str) and value), "")
