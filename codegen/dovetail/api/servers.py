"""Where an API is served (OAS 3.1, 4.8.5 and 4.8.6)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import unquote, urlsplit

from ..spec.objects import Server as ServerObject
from .model import Server, Variable

_HOST = re.compile(r"[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]")
_VARIABLE = re.compile(r"\{([^{}]*)\}")


def servers_of(servers: Iterable[ServerObject]) -> tuple[Server, ...]:
    """The servers, and the variables that occur in their URLs, in the order of the URL."""
    return tuple(
        Server(url=server.url, description=server.description, variables=_variables(server)) for server in servers
    )


def default_url(server: Server) -> str:
    """The URL of a server, its variables filled by their defaults."""
    return filled(server, {variable.name: variable.default for variable in server.variables})


def filled(server: Server, values: Mapping[str, str]) -> str:
    """The URL of a server with values for its variables; a variable without one stays as it is written."""
    return _VARIABLE.sub(lambda found: values.get(found[1], found[0]), server.url)


def is_absolute(server: Server) -> bool:
    """Whether a server can be called as it is described: by http(s), at a plain host, without query or fragment."""
    url = default_url(server)
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or parts.query or parts.fragment or not _is_clean(url):
        return False
    host = re.sub(r":\d*\Z", "", parts.netloc)
    segments = unquote(parts.path).split("/")
    return bool(_HOST.fullmatch(host)) and not {".", ".."}.intersection(segments)


def _is_clean(url: str) -> bool:
    return url.isascii() and url.isprintable() and not {" ", "\\", "{", "}"}.intersection(url)


def _variables(server: ServerObject) -> tuple[Variable, ...]:
    variables = []
    for name in dict.fromkeys(_VARIABLE.findall(server.url)):
        if name in server.variables:
            default, values = server.variables[name]
            known = default or next(iter(values), "")
            variables.append(Variable(name=name, default=known, values=values if known in values else ()))
    return tuple(variables)
