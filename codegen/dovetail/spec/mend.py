"""Makes a bundled description hang together: identifiers, path segments, security and links that agree.

What real descriptions get wrong without losing their meaning is put right and reported as a warning.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, NamedTuple
from urllib.parse import unquote

from ..document import pointers
from .bundle import Bundle
from .kinds import METHODS
from .names import free
from .nodes import Findings

SEGMENT: Final = re.compile(r"\{([^{}]+)\}")
_IGNORED_HEADERS: Final = frozenset({"accept", "content-type", "authorization"})
_WORD: Final = re.compile(r"[A-Za-z0-9]+")

Json = dict[str, Any]


class Found(NamedTuple):
    """An operation, where it hangs (a path, or the name of a webhook), and the path item around it."""

    path: str
    method: str
    operation: Json
    item: Json
    is_path: bool


def mend(bundle: Bundle, findings: Findings) -> None:
    """Puts right what can be put right, in place; reports it, and as errors what cannot."""
    _Mender(bundle, findings).run()


def methods(item: Json) -> Iterator[tuple[str, Json]]:
    """The operations of a path item with their methods, as on the wire, in the order of the document."""
    for name, value in item.items():
        if name in METHODS:
            yield name.upper(), value
        elif name == "additionalOperations":
            yield from value.items()


def operations(value: Json) -> Iterator[Found]:
    """The operations of paths and webhooks, and of their callbacks."""
    for path, item in value.get("paths", {}).items():
        if path.startswith("/"):
            yield from _within(path, item, is_path=True)
    for name, item in value.get("webhooks", {}).items():
        yield from _within(name, item, is_path=False)


def _within(path: str, item: Json, *, is_path: bool) -> Iterator[Found]:
    for method, operation in methods(item):
        yield Found(path, method, operation, item, is_path)
        for name, callback in operation.get("callbacks", {}).items():
            for expression, inner in callback.items():
                if not expression.startswith("x-"):
                    yield from _within(f"{path}/{name}", inner, is_path=False)


class _Mender:
    def __init__(self, bundle: Bundle, findings: Findings) -> None:
        self._value = bundle.value
        self._origins = bundle.origins
        self._findings = findings
        self._incomplete = bundle.incomplete
        self._identifiers: dict[tuple[str, str], str] = {}
        self._taken: dict[str, Found] = {}

    def run(self) -> None:
        self._mend_paths()
        self._leave_out()
        found = sorted(operations(self._value), key=lambda each: (not each.is_path, each.path, each.method))
        self._identify(found)
        for each in found:
            for holder in (each.item, each.operation):
                self._mend_parameters(holder)
            self._mend_security(each.operation)
            if each.is_path:
                self._mend_segments(each)
        self._mend_security(self._value)
        for each in found:
            for response in each.operation.get("responses", {}).values():
                if isinstance(response, dict):
                    self._mend_links(response)

    def _leave_out(self) -> None:
        """Leaves out the operations that lack a parameter or a body which could not be read."""
        for each in list(operations(self._value)):
            lack = self._incomplete.get(id(each.operation)) or self._incomplete.get(id(each.item))
            if lack is None:
                continue
            message = f"{each.method} {each.path} is left out, for {lack} of it cannot be read; correct that first"
            self._findings.warning("operation-left-out", message, self._origins[each.operation], is_key=True)
            for holder in (each.item, each.item.get("additionalOperations", {})):
                for name in [name for name, value in holder.items() if value is each.operation]:
                    del holder[name]

    # Paths

    def _mend_paths(self) -> None:
        paths: Json = self._value.get("paths", {})
        for path in [path for path in paths if not path.startswith(("/", "x-"))]:
            is_other = f"/{path}" in paths
            message = f"the path {path!r} must begin with a slash; add it"
            message += f", and merge it with '/{path}', for now it is left out" if is_other else ""
            self._findings.error("path-without-slash", message, self._origins[paths], path, is_key=True)
            item = paths.pop(path)
            paths.setdefault(f"/{path}", item)
        shapes: dict[str, str] = {}
        for path in sorted(path for path in paths if path.startswith("/")):
            shape = SEGMENT.sub("{}", path)
            other = shapes.setdefault(shape, path)
            if other != path:
                message = f"{path} and {other} match the same requests; rename the segments alike and merge them"
                self._findings.error("ambiguous-path", message, self._origins[paths[path]], is_key=True)

    def _identify(self, found: list[Found]) -> None:
        """Gives each operation an identifier of its own; one that is missing is made from method and path."""
        declared = [each.operation.get("operationId") for each in found]
        used = {name for name in declared if isinstance(name, str)}
        for each in found:
            name = each.operation.get("operationId")
            node = self._origins[each.operation]
            if not isinstance(name, str) or not name.strip():
                name = free(derived_identifier(each.method, each.path), used)
                message = f"the operation has no operationId; it becomes {name!r}: write that, or a better one"
                self._findings.warning("missing-operation-id", message, node, is_key=True)
            elif name in self._taken:
                first = self._origins[self._taken[name].operation]
                old, name = name, free(derived_identifier(each.method, each.path), used)
                if first.key != node.key:
                    place = f"{self._taken[old].method} {self._taken[old].path}"
                    message = (
                        f"the operationId {old!r} belongs to {place} already; this one becomes {name!r}: rename it"
                    )
                    self._findings.error("duplicate-operation-id", message, node, "operationId")
            used.add(name)
            self._taken[name] = each
            each.operation["operationId"] = name
            self._identifiers[each.path, each.method] = name

    # Parameters

    def _mend_parameters(self, holder: Json) -> None:
        if "parameters" not in holder:
            return
        kept: list[Json] = []
        seen: set[tuple[str, str]] = set()
        for parameter in holder["parameters"]:
            identity = (parameter["name"], parameter["in"])
            node = self._origins[parameter]
            if identity in seen:
                message = f"the {identity[1]} parameter {identity[0]!r} is listed twice; the first one counts"
                self._findings.error("duplicate-parameter", message, node)
                continue
            seen.add(identity)
            if identity[1] == "header" and identity[0].lower() in _IGNORED_HEADERS:
                message = f"a header parameter {identity[0]!r} has no effect; `content` and `security` describe it"
                self._findings.warning("ignored-parameter", message, node)
                continue
            kept.append(parameter)
        holder["parameters"] = kept

    def _mend_segments(self, each: Found) -> None:
        """Every segment of the path has its parameter, and every path parameter its segment."""
        segments = SEGMENT.findall(each.path)
        for twice in sorted(name for name, count in Counter(segments).items() if count > 1):
            message = f"{each.path} has the segment {{{twice}}} twice; give each a name of its own"
            self._findings.error("duplicate-path-segment", message, self._origins[each.item], is_key=True)
        for holder in (each.item, each.operation):
            holder["parameters"] = [each_ for each_ in holder.get("parameters", []) if self._has_segment(each_, each)]
            if not holder["parameters"]:
                del holder["parameters"]
        declared = {
            parameter["name"]
            for holder in (each.item, each.operation)
            for parameter in holder.get("parameters", [])
            if parameter["in"] == "path"
        }
        for name in dict.fromkeys(segments):
            if name not in declared:
                self._declare(each, name)

    def _has_segment(self, parameter: Json, each: Found) -> bool:
        name = parameter["name"]
        segments = SEGMENT.findall(each.path)
        if parameter["in"] != "path" or name in segments:
            return True
        hint = self._findings.meant(name, segments)
        message = f"the path {each.path} has no segment {{{name}}}{hint}; the parameter is left out"
        self._findings.error("undeclared-path-segment", message, self._origins[parameter])
        return False

    def _declare(self, each: Found, name: str) -> None:
        node = self._origins[each.operation]
        message = f"{each.method} {each.path} declares no path parameter {name!r}; it is taken for a string: declare it"
        self._findings.error("missing-path-parameter", message, node, is_key=True)
        parameter = {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for made in (parameter, parameter["schema"]):
            self._origins[made] = node
        each.operation.setdefault("parameters", []).append(parameter)

    # Security and links

    def _mend_security(self, holder: Json) -> None:
        requirements = holder.get("security")
        if not isinstance(requirements, list):
            holder.pop("security", None)
            return
        known = self._value["components"].get("securitySchemes", {})
        kept = []
        for index, requirement in enumerate(requirements):
            if not isinstance(requirement, dict) or not all(
                isinstance(scopes, list) for scopes in requirement.values()
            ):
                node = self._origins[holder]
                message = "a security requirement maps names of schemes to lists of scopes; it is left out"
                self._findings.error("invalid-security-requirement", message, node, "security", index)
                continue
            unknown = [name for name in requirement if name not in known]
            for name in unknown:
                hint = self._findings.meant(name, known)
                message = f"no security scheme is named {name!r}{hint}; the requirement is left out"
                node = self._origins[holder]
                self._findings.error("unknown-security-scheme", message, node, "security", index, name, is_key=True)
            if not unknown:
                kept.append({name: [str(scope) for scope in scopes] for name, scopes in requirement.items()})
        holder["security"] = kept

    def _mend_links(self, response: Json) -> None:
        links: Json = response.get("links", {})
        for name, link in list(links.items()):
            identifier = self._linked(link)
            if identifier is None:
                hint = self._findings.meant(str(link.get("operationId", link.get("operationRef", ""))), self._taken)
                message = f"the link {name!r} leads to no operation{hint}; it is left out"
                self._findings.error("unresolved-link", message, self._origins[link])
                del links[name]
            else:
                link["operationId"] = identifier
                link.pop("operationRef", None)

    def _linked(self, link: Json) -> str | None:
        identifier, reference = link.get("operationId"), link.get("operationRef")
        if isinstance(identifier, str):
            return identifier if identifier in self._taken else None
        if not isinstance(reference, str):
            return None
        fragment = unquote(reference.partition("#")[2])
        tokens = pointers.parse(fragment) if fragment.startswith("/") else ()
        if len(tokens) != 3 or tokens[0] != "paths":
            return None
        return self._identifiers.get((tokens[1], tokens[2].upper()))


def derived_identifier(method: str, path: str) -> str:
    """A name for an operation from its method and path: `GET /pets/{petId}` gives `getPetsByPetId`."""
    words = [method.lower()]
    for segment in path.split("/"):
        is_variable = SEGMENT.search(segment) is not None
        parts = [part[:1].upper() + part[1:] for part in _WORD.findall(segment)]
        words += [*(["By"] if is_variable and parts else []), *parts]
    return "".join(words)
