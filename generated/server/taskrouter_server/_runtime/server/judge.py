"""The compiled contract: the operation of a request, what it says, and whether an answer is a documented one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from ..wire.pointers import step
from ..wire.reading import split_pairs
from ..wire.styles import Place, StyleError
from .bodies import BodyReader, may_be_empty
from .faults import Fault, Faulty
from .media_types import parse_media_type
from .one_way import one_way
from .parameters import ABSENT, Pairs, ParameterReader
from .paths import METHODS, PathTable, base_path_of, own_query
from .responses import DocumentedResponse, Encoded, documented_status
from .schemas import Schemas, mapping_at
from .tolerances import Tolerance, Tolerances


@dataclass(frozen=True, slots=True)
class Match:
    """The operation that a request is for, and its path values, still percent-encoded."""

    operation: JudgedOperation
    path_values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class NoMatch:
    """No operation: `allowed` names the methods of the path, none when the path itself is unknown."""

    allowed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decoded:
    """What a request says: each parameter sent, by place and name, and the body, None when there is none.

    `undocumented` names the query parameters that the description does not.
    """

    parameters: Mapping[tuple[str, str], Any]
    body: Any = None
    media_type: str | None = None
    undocumented: tuple[tuple[str, str], ...] = ()


class Contract:
    """A description, ready to judge with; operations and schemas are compiled when first needed.

    `description` is one OpenAPI 3.1 object without references, but those to component schemas. `base_path` is what
    precedes the documented paths: by default the path of the first server. `requests` and `answers` are its schemas,
    as they hold for each: what is `readOnly` is not required of a request, nor what is `writeOnly` of an answer.
    """

    def __init__(
        self, description: Mapping[str, Any], *, base_path: str | None = None, tolerances: Sequence[Tolerance] = ()
    ) -> None:
        self.description = description
        self.tolerances = Tolerances(tolerances)
        paths = mapping_at(description, "paths")
        schemas = Schemas(description)
        asked, answered = one_way(description, "readOnly"), one_way(description, "writeOnly")
        self.requests = schemas if asked is description else Schemas(asked)
        self.answers = schemas if answered is description else Schemas(answered)
        self._paths = PathTable(paths, base_path_of(description) if base_path is None else base_path)
        self._by_path = {
            path: {operation.method: operation for operation in self._operations_of(path, item)}
            for path, item in paths.items()
        }
        self.operations: Mapping[str, JudgedOperation] = {
            operation.operation_id: operation for known in self._by_path.values() for operation in known.values()
        }

    def _operations_of(self, path: str, item: Mapping[str, Any]) -> Iterator[JudgedOperation]:
        """The operations of a path item; those of other methods are additional (OAS 3.2)."""
        here = step("", "paths", path)
        pointers = {method.upper(): step(here, method) for method in METHODS if method in item}
        for method in mapping_at(item, "additionalOperations"):
            pointers[method] = step(here, "additionalOperations", method)
        for method, pointer in pointers.items():
            yield JudgedOperation(self.requests, self.answers, path, method, pointer, self.tolerances)

    def match(self, method: str, path: str, query: str = "") -> Match | NoMatch:
        """Find the operation of a request by its method and its path, still percent-encoded, and by its query.

        The query counts where documented paths differ in it alone.
        """
        allowed: dict[str, None] = {}
        for documented, values in self._paths.find(path, query):
            operations = self._by_path[documented]
            if method in operations:
                return Match(operations[method], values)
            allowed |= dict.fromkeys(operations)
        return NoMatch(tuple(allowed))


class JudgedOperation:
    """One operation of a contract."""

    def __init__(
        self, requests: Schemas, answers: Schemas, path: str, method: str, pointer: str, tolerances: Tolerances
    ) -> None:
        self.path, self.method, self.pointer = path, method, pointer
        self._schemas, self._answers = requests, answers
        self.value: Mapping[str, Any] = requests.value(self.pointer)
        self.operation_id: str = self.value.get("operationId") or f"{self.method} {path}"
        self._tolerate = partial(tolerances.apply, self.operation_id)
        self.responses = mapping_at(self.value, "responses")
        self._responses: dict[str, DocumentedResponse] = {}

    @cached_property
    def parameters(self) -> Mapping[tuple[str, str], ParameterReader]:
        """The documented parameters by place and name; header names in lower case."""
        found: dict[tuple[str, str], ParameterReader] = {}
        shared = step("", "paths", self.path)
        for pointer in (shared, self.pointer):
            for index, about in enumerate(self._schemas.value(pointer).get("parameters") or ()):
                name, place = about["name"], about["in"]
                if place == "header" and name.lower() in {"accept", "content-type", "authorization"}:
                    continue  # OAS, Parameter Object: such definitions shall be ignored
                reader = ParameterReader.of_parameter(
                    self._schemas, step(pointer, "parameters", str(index)), name, place
                )
                found[place, name.lower() if place == "header" else name] = reader
        for reader in found.values():
            reader.beside(found.values())
        return found

    @cached_property
    def body(self) -> BodyReader | None:
        """The documented request body, if any."""
        return BodyReader(self._schemas, step(self.pointer, "requestBody")) if "requestBody" in self.value else None

    def decode(
        self, path_values: Mapping[str, str], query: str, headers: Iterable[tuple[str, str]], body: bytes
    ) -> Decoded:
        """Read a request; raises `Faulty` with everything that is wrong with it.

        Args:
            path_values: the values of `Match`, percent-encoded.
            query: the query as sent, without its `?`.
            headers: names in any case; a name may come again.
            body: the whole body, free of transfer and content codings.
        """
        joined = joined_headers(headers)
        faults: list[Fault] = []
        queried = _pairs("query", query, faults)
        cookies = _pairs("cookie", joined.get("cookie", ""), faults)
        sources: Mapping[str, Pairs | Mapping[str, str]] = {
            "path": path_values,
            "query": queried,
            "header": joined,
            "cookie": cookies,
            "querystring": {key: query for place, key in self.parameters if place == "querystring" and query},
        }
        values: dict[tuple[str, str], Any] = {}
        for (place, key), reader in self.parameters.items():
            try:
                value = _read(reader, sources[place], key)
            except Faulty as error:
                faults.extend(error.faults)
                continue
            if value is not ABSENT:
                values[place, reader.name] = value
            elif reader.is_required:
                faults.append(reader.fault("required", "is required"))
        content, media_type = self._read_body(joined, body, faults)
        if faults:
            raise Faulty(faults)
        return Decoded(values, content, media_type, self._undocumented(queried))

    def judge_response(
        self, status: int, headers: Iterable[tuple[str, str]], body: bytes, *, is_bodiless: bool = False
    ) -> tuple[Fault, ...]:
        """Judge an answer as it came over the wire; `is_bodiless` for the answer to a HEAD request."""
        response = self.response(status)
        if response is None:
            return (self._undocumented_status(status),)
        return response.judge(status, joined_headers(headers), body, is_bodiless=is_bodiless)

    def response(self, status: int) -> DocumentedResponse | None:
        """The documented response of a status: its own, its class's (`4XX`), or the default."""
        name = documented_status(self.responses, status)
        return None if name is None else self.documented_response(name)

    def documented_response(self, name: str) -> DocumentedResponse:
        """The Response Object under its key, such as `200`, `4XX` or `default`."""
        if name not in self._responses:
            self._responses[name] = DocumentedResponse(self._answers, step(self.pointer, "responses", name))
        return self._responses[name]

    def encode(self, status: int | None, headers: Mapping[str, str], value: Any, accept: str = "") -> Encoded:
        """Write an answer as status, headers and body; the status is by default the first documented success.

        `value` is as `Content` tells for its media type; bytes are a body that is written already, and an iterator
        gives the items of a stream, or chunks of bytes or text. `accept` is what the request would have.

        Raises:
            Faulty: the answer breaks the description.
        """
        status = self.success if status is None else status
        response = self.response(status)
        if response is None:
            raise Faulty([self._undocumented_status(status)])
        return response.encode(status, headers, value, accept)

    @cached_property
    def success(self) -> int:
        """The first documented status of success, 200 where only a class or the default says so, else a redirection."""
        statuses = sorted(int(name) for name in self.responses if name.isdecimal())
        if not self.responses.keys().isdisjoint({"2XX", "2xx"}):
            statuses.append(200)
        successes = [status for status in statuses if 200 <= status < 300]
        return next(iter(successes or [status for status in statuses if 300 <= status < 400]), 200)

    @cached_property
    def offered(self) -> tuple[str, ...]:
        """The media types of the success."""
        response = self.response(self.success)
        return tuple(response.body.content) if response is not None else ()

    def _undocumented_status(self, status: int) -> Fault:
        documented = ", ".join(self.responses)
        return Fault("status", str(status), "undocumented", f"is not among the documented statuses: {documented}")

    def _read_body(self, headers: Mapping[str, str], body: bytes, faults: list[Fault]) -> tuple[Any, str | None]:
        content_type = headers.get("content-type", "")
        if self.body is None or not (body or content_type):
            if self.body is not None and self.body.is_required:
                faults.append(Fault("body", "", "required", f"is required, as {' or '.join(self.body.content)}"))
            return None, None
        if not body and not self.body.is_required and not may_be_empty(content_type):
            return None, None
        try:
            return self.body.read(content_type, body, self._tolerate), parse_media_type(content_type).essence
        except Faulty as error:
            faults.extend(error.faults)
            return None, None

    def _undocumented(self, queried: Pairs) -> tuple[tuple[str, str], ...]:
        readers = [reader for (place, _), reader in self.parameters.items() if place == "query"]
        if any(place == "querystring" for place, _ in self.parameters):
            return ()
        own = {pair.partition("=")[0] for pair in own_query(self.path)}
        others = [name for name in queried.by_name if name not in own]
        return tuple(("query", name) for name in others if not any(reader.gathers(name) for reader in readers))


def joined_headers(headers: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Headers by lower-case name; those that come again are joined by commas (RFC 9110, 5.3), cookies by semicolons."""
    joined: dict[str, str] = {}
    for name, value in headers:
        key = name.lower()
        joined[key] = f"{joined[key]}{'; ' if key == 'cookie' else ', '}{value}" if key in joined else value
    return joined


def _pairs(place: Place, text: str, faults: list[Fault]) -> Pairs:
    try:
        return Pairs(split_pairs(text, ";" if place == "cookie" else "&"), is_form=place == "query")
    except StyleError as error:
        faults.append(Fault(place, "", "style", f"the name of a parameter {error}"))
        return Pairs((), is_form=False)


def _read(reader: ParameterReader, source: Pairs | Mapping[str, str], key: str) -> Any:
    if isinstance(source, Pairs):
        return reader.read_pairs(source)
    return reader.read(source[key]) if key in source else ABSENT
