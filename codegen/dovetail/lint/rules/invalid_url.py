"""Addresses that are no URLs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from ..rule import Fault, Rule
from ..subject import Json, Site, Subject

_BAD = re.compile(r"[\x00-\x20<>\"\\^`\x7f]")
_BRACED = re.compile(r"\{[^{}]*\}")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+")


def _check(subject: Subject) -> Iterator[Fault]:
    for tokens, url in _of_info(subject.value):
        if not _is_url(url):
            yield Fault(_message(url), subject.root, tokens)
    email = subject.value["info"].get("contact", {}).get("email")
    if email and not _MAIL.fullmatch(email):
        yield Fault(f"{email!r} is no e-mail address; correct it", subject.root, ("info", "contact", "email"))
    for site in subject.each("server"):
        if not _is_url(_BRACED.sub("x", site.value["url"])):
            yield Fault(_message(site.value["url"]), site.node, ("url",))
        yield from _of_variables(site)
    for site in subject.each("security scheme"):
        for tokens, url in _of_scheme(site.value):
            if not _is_url(url):
                yield Fault(_message(url), site.node, tokens)


def _of_variables(site: Site) -> Iterator[Fault]:
    """Values of a server's variables with which its URL is none, the others at their defaults."""
    variables: Json = site.value.get("variables", {})
    for name, variable in variables.items():
        for index, value in enumerate(variable.get("enum", ())):
            url = _filled(site.value["url"], variables, {name: value})
            if not _is_url(url) or not _has_port(url):
                yield Fault(_message(url), site.node, ("variables", name, "enum", index))


def _filled(url: str, variables: Json, given: Mapping[str, str]) -> str:
    defaults = {name: variable["default"] or "1" for name, variable in variables.items()}
    values = {**defaults, **given}
    return _BRACED.sub(lambda found: values.get(found[0][1:-1], "1"), url)


def _has_port(url: str) -> bool:
    try:
        _ = urlsplit(url).port
    except ValueError:
        return False
    return True


def _of_info(value: Json) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    info = value["info"]
    yield ("info", "termsOfService"), info.get("termsOfService")
    for name in ("contact", "license"):
        yield ("info", name, "url"), info.get(name, {}).get("url")
    yield ("externalDocs", "url"), value.get("externalDocs", {}).get("url")


def _of_scheme(scheme: Json) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    yield ("openIdConnectUrl",), scheme.get("openIdConnectUrl")
    for name, flow in scheme.get("flows", {}).items():
        for field in ("authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl"):
            yield ("flows", name, field), flow.get(field) if isinstance(flow, dict) else None


def _is_url(url: Any) -> bool:
    """Whether it can be a URI reference (RFC 3986); what is absent or empty, the meta-schema judges."""
    return not isinstance(url, str) or not url or not (_BAD.search(url) or _BRACED.search(url))


def _message(url: str) -> str:
    return f"{url!r} is no URL; correct it, with %20 and the like for what may not stand in one"


RULE = Rule(
    id="invalid-url",
    severity="warning",
    summary="an address that is no URL",
    standard="OAS 3.1, 4.8.2 to 4.8.5, 4.8.27 and 4.8.29: must be in the form of a URL; RFC 3986",
    check=_check,
)
