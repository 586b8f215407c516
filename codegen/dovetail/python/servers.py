"""Where a client calls: the base URL and the variables of servers, as arguments of its constructor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..api.model import Api, Server
from ..api.servers import default_url, is_absolute
from .docstrings import literal, sentence
from .names import Code, Name, code, snake, unique

LITERAL = Name("typing", "Literal")


@dataclass(frozen=True, slots=True)
class Place:
    """The base URL as arguments: the parameters, the expressions of the URL and of further servers, and the words."""

    parameters: tuple[Code, ...]
    url: str
    own: str
    doc: str


def place_of(api: Api, reserved: Iterable[str]) -> Place:
    """Decide how the base URL is given: by itself where no server is known, else by what the first one leaves open."""
    known = [server for server in api.servers if is_absolute(server)]
    own = sorted({url for operation in api.operations if (url := _own(operation.servers))})
    if (
        not known
        and own
        and all(is_absolute(server) for it in api.operations for server in it.servers[:1] or [NOWHERE])
    ):
        # The API as a whole is nowhere, but every operation is somewhere.
        usual = Counter(_own(operation.servers) for operation in api.operations)
        known = [Server(url=max(sorted(usual), key=lambda url: usual[url]))]
    if not known:
        said = next((server.url for server in api.servers if server.url.strip("/")), "")
        path = f", with `{said}` at its end if the API is served as described" if said.startswith("/") else ""
        return Place((Code("base_url: str"),), "base_url", "", f"`base_url` is where the API is served{path}.")
    first, urls = known[0], list(dict.fromkeys(default_url(server) for server in known))
    names = _names(first, reserved)
    documented = literal(tuple(urls))
    own = [url for url in own if url.rstrip("/") not in {known.rstrip("/") for known in urls}]
    if not names:
        annotation = code("{}[{}] | str", LITERAL, documented[1:-1].rstrip(",")) if len(urls) > 1 else Code("str")
        base = code("base_url: {} = {}", annotation, literal(urls[0]))
        own_servers = f"servers.own_servers(base_url, {documented}, {literal(tuple(own))})" if own else ""
        return Place((base,), "base_url", own_servers, _others(known))
    base = Code("base_url: str | None = None")
    allowed = {variable.name: variable.values for variable in first.variables if variable.values}
    given = "{" + ", ".join(f"{literal(wire)}: {name}" for wire, name in names.items()) + "}"
    url = f"base_url or servers.fill({literal(first.url)}, {given}, {literal(allowed)})"
    own_servers = f"() if base_url else {literal(tuple(own))}" if own else ""
    return Place(
        (base, *_variables(first, names)), url, own_servers, f"{_filled(first, names)} {_others(known)}".strip()
    )


NOWHERE = Server(url="")


def _own(servers: tuple[Server, ...]) -> str:
    return default_url(servers[0]) if servers and is_absolute(servers[0]) else ""


def _names(server: Server, reserved: Iterable[str]) -> dict[str, str]:
    names: dict[str, str] = {}
    taken = [*reserved]
    for variable in server.variables:
        plain = snake(variable.name)
        names[variable.name] = unique(f"server_{plain}" if plain in taken else plain, taken)
        taken.append(names[variable.name])
    return names


def _variables(server: Server, names: Mapping[str, str]) -> list[Code]:
    written = []
    for variable in server.variables:
        values = ", ".join(literal(value) for value in variable.values)
        annotation = code("{}[{}]", LITERAL, values) if values else Code("str")
        written.append(code("{}: {} = {}", names[variable.name], annotation, literal(variable.default)))
    return written


def _filled(server: Server, names: Mapping[str, str]) -> str:
    *others, last = [f"`{name}`" for name in names.values()]
    shown = f"{', '.join(others)} and {last}" if others else last
    return f"Without `base_url`, {shown} fill{'s' if len(names) == 1 else ''} in `{server.url}`."


def _others(known: list[Server]) -> str:
    """The servers to choose from, each with its purpose."""
    if len(known) < 2:
        return ""
    listed = [
        f"`{default_url(server)}`" + (f" ({sentence(server.description)[:-1]})" if server.description else "")
        for server in known
    ]
    return f"Servers to choose by `base_url`: {', '.join(listed)}."
