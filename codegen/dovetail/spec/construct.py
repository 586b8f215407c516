"""Turns the bundled, mended value into the frozen objects of `objects`, each with its place in the document."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final, TypeVar, cast

from ..document import Document, pointers
from ..findings import Finding, Location
from .bundle import Bundle
from .members import flag_of, object_of, objects_of, text_of, texts_of
from .mend import methods
from .objects import (
    Encoding,
    Example,
    Header,
    Link,
    MediaType,
    Operation,
    Parameter,
    ParameterLocation,
    PathItem,
    RequestBody,
    Response,
    Schema,
    SecurityRequirement,
    SecurityScheme,
    Server,
    Spec,
)

Json = dict[str, Any]
T = TypeVar("T")

_STYLES: Final = {"path": "simple", "header": "simple", "query": "form", "cookie": "form", "querystring": "form"}
_EXTENSIBLE: Final = frozenset({"paths", "responses", "callback"})
_EXPLODED: Final = frozenset({"form", "cookie", "deepObject"})


def construct(document: Document, bundle: Bundle, findings: Sequence[Finding]) -> Spec:
    """The description as objects."""
    return _Construction(document, bundle).spec(tuple(findings))


class _Construction:
    def __init__(self, document: Document, bundle: Bundle) -> None:
        self._document = document
        self._value = bundle.value
        self._origins = bundle.origins
        self._made: dict[tuple[int, str], Any] = {}
        self._servers = self._server_objects(self._value) or (self._default_server(),)

    def spec(self, findings: tuple[Finding, ...]) -> Spec:
        value = self._value
        info = object_of(value, "info")
        components = value["components"]
        return Spec(
            source=self._document.path,
            version=str(self._document.root["openapi"]),
            title=text_of(info, "title"),
            api_version=text_of(info, "version"),
            description=text_of(info, "description"),
            servers=self._servers,
            paths=tuple(self._path_item(path, item) for path, item in _members(value, "paths") if path[:1] == "/"),
            webhooks=tuple(self._path_item(name, item) for name, item in _members(value, "webhooks")),
            schemas={
                name: self._schema(schema, components["schemas"], name)
                for name, schema in _members(components, "schemas")
            },
            security_schemes={
                name: self._security_scheme(name, scheme) for name, scheme in _members(components, "securitySchemes")
            },
            tags={text_of(tag, "name"): text_of(tag, "description") for tag in objects_of(value, "tags")},
            value=value,
            findings=findings,
            extensions=_extensions(value),
            entered=frozenset(self._document.entered),
            characters=self._document.characters(),
        )

    # Places

    def _location(self, made: object) -> Location:
        node = self._origins[made]
        return self._document.locate(node.pointer, node.source.path)

    def _location_below(self, holder: object, name: str) -> Location:
        node = self._origins[holder]
        return self._document.locate(pointers.join(node.pointer, name), node.source.path)

    def _once(self, made: Json, name: str, build: Callable[[], T]) -> T:
        """What has been built of a shared object before, or else what `build` makes of it now."""
        key = (id(made), name)
        if key not in self._made:
            self._made[key] = build()
        return cast("T", self._made[key])

    # Paths and operations

    def _path_item(self, path: str, item: Json) -> PathItem:
        return PathItem(
            path=path,
            operations=tuple(self._operation(path, item, method, value) for method, value in methods(item)),
            summary=text_of(item, "summary"),
            description=text_of(item, "description"),
            location=self._location(item),
            extensions=_extensions(item),
        )

    def _operation(self, path: str, item: Json, method: str, value: Json) -> Operation:
        body = value.get("requestBody")
        return Operation(
            operation_id=value["operationId"],
            method=method,
            path=path,
            summary=text_of(value, "summary") or text_of(item, "summary"),
            description=text_of(value, "description") or text_of(item, "description"),
            tags=tuple(texts_of(value, "tags")),
            parameters=self._parameters(item, value),
            request_body=None if body is None else self._once(body, "", partial(self._request_body, body)),
            responses=tuple(self._response(status, each) for status, each in _members(value, "responses")),
            callbacks={
                name: tuple(
                    self._path_item(expression, inner) for expression, inner in _members({"callback": each}, "callback")
                )
                for name, each in _members(value, "callbacks")
            },
            security=self._security(value),
            servers=self._server_objects(value) or self._server_objects(item) or self._servers,
            is_deprecated=value.get("deprecated") is True,
            location=self._location(value),
            extensions=_extensions(value),
        )

    def _parameters(self, item: Json, operation: Json) -> tuple[Parameter, ...]:
        """Those of the path item, unless the operation has one of the same name and place, then the operation's own."""
        merged = {
            (parameter["name"], parameter["in"]): parameter
            for holder in (item, operation)
            for parameter in holder.get("parameters", ())
        }
        return tuple(self._once(each, "", partial(self._parameter, each)) for each in merged.values())

    def _parameter(self, value: Json) -> Parameter:
        place = cast("ParameterLocation", value["in"])
        style = text_of(value, "style") or _STYLES[place]
        content = self._content(value)
        return Parameter(
            name=value["name"],
            place=place,
            schema=self._schema_of(value),
            content=content[0] if content else None,
            style=style,
            explode=flag_of(value, "explode", default=style in _EXPLODED),
            is_required=value.get("required") is True,
            is_deprecated=value.get("deprecated") is True,
            allow_reserved=value.get("allowReserved") is True,
            allow_empty_value=value.get("allowEmptyValue") is True,
            description=text_of(value, "description"),
            examples=self._examples(value),
            location=self._location(value),
            extensions=_extensions(value),
        )

    def _security(self, operation: Json) -> tuple[SecurityRequirement, ...]:
        holder = operation if "security" in operation else self._value
        return self._once(holder, "security", partial(_requirements, holder))

    # Bodies and responses

    def _request_body(self, value: Json) -> RequestBody:
        return RequestBody(
            content=self._content(value),
            is_required=value.get("required") is True,
            description=text_of(value, "description"),
            location=self._location(value),
            extensions=_extensions(value),
        )

    def _response(self, status: str, value: Json) -> Response:
        return self._once(
            value,
            status,
            lambda: Response(
                status=status,
                description=text_of(value, "description"),
                headers=self._headers(value),
                content=self._content(value),
                links=tuple(self._link(name, link) for name, link in _members(value, "links")),
                location=self._location(value),
                extensions=_extensions(value),
                summary=text_of(value, "summary"),
            ),
        )

    def _content(self, holder: Json) -> tuple[MediaType, ...]:
        return tuple(self._media_type(name, value) for name, value in _members(holder, "content"))

    def _media_type(self, name: str, value: Json) -> MediaType:
        return MediaType(
            name=name,
            schema=self._schema_of(value),
            item_schema=self._schema_of(value, "itemSchema"),
            encoding=tuple(self._encoding(member, each) for member, each in _members(value, "encoding")),
            examples=self._examples(value),
            location=self._location(value),
            extensions=_extensions(value),
            prefix_encoding=self._prefix_encoding(value),
            item_encoding=self._item_encoding(value),
        )

    def _prefix_encoding(self, value: Json) -> tuple[Encoding, ...]:
        return tuple(self._encoding("", each) for each in value.get("prefixEncoding", ()))

    def _item_encoding(self, value: Json) -> Encoding | None:
        return self._encoding("", value["itemEncoding"]) if "itemEncoding" in value else None

    def _encoding(self, name: str, value: Json) -> Encoding:
        style = text_of(value, "style") or "form"
        return Encoding(
            property=name,
            content_type=text_of(value, "contentType") or None,
            style=style,
            explode=flag_of(value, "explode", default=style in _EXPLODED),
            allow_reserved=value.get("allowReserved") is True,
            is_styled=bool(value.keys() & {"style", "explode", "allowReserved"}),
            headers=self._headers(value),
            location=self._location(value),
            encoding=tuple(self._encoding(member, each) for member, each in _members(value, "encoding")),
            prefix_encoding=self._prefix_encoding(value),
            item_encoding=self._item_encoding(value),
        )

    def _headers(self, holder: Json) -> tuple[Header, ...]:
        """Its headers but `Content-Type`, which the media type says (OAS 3.1, section 4.8.17)."""
        return tuple(
            self._once(value, name, partial(self._header, name, value))
            for name, value in _members(holder, "headers")
            if name.lower() != "content-type"
        )

    def _header(self, name: str, value: Json) -> Header:
        return Header(
            name=name,
            schema=self._schema_of(value),
            description=text_of(value, "description"),
            is_required=value.get("required") is True,
            explode=flag_of(value, "explode", default=False),
            content=self._content(value),
            location=self._location(value),
            extensions=_extensions(value),
        )

    def _link(self, name: str, value: Json) -> Link:
        return Link(
            name=name,
            operation_id=value["operationId"],
            parameters=object_of(value, "parameters"),
            request_body=value.get("requestBody"),
            description=text_of(value, "description"),
            location=self._location(value),
            server=self._server(value["server"]) if "server" in value else None,
        )

    def _examples(self, holder: Json) -> tuple[Example, ...]:
        if "example" in holder:
            return (Example("", holder["example"], "", self._location_below(holder, "example")),)
        return tuple(
            Example(
                name,
                each.get("value", each.get("dataValue")),
                text_of(each, "summary"),
                self._location(each),
                serialized=each.get("serializedValue"),
            )
            for name, each in _members(holder, "examples")
            if each.keys() & {"value", "dataValue"}
        )

    # Schemas, servers, security

    def _schema_of(self, holder: Json, name: str = "schema") -> Schema | None:
        return self._schema(holder[name], holder, name) if name in holder else None

    def _schema(self, value: Json | bool, holder: object, name: str) -> Schema:
        is_known = isinstance(value, dict) and value in self._origins
        return Schema(value, self._location(value) if is_known else self._location_below(holder, name))

    def _server_objects(self, holder: Json) -> tuple[Server, ...]:
        return tuple(self._server(value) for value in holder.get("servers", ()))

    def _server(self, value: Json) -> Server:
        return Server(
            url=text_of(value, "url"),
            description=text_of(value, "description"),
            variables={
                name: (str(each.get("default", "")), tuple(texts_of(each, "enum")))
                for name, each in object_of(value, "variables").items()
                if isinstance(each, dict)
            },
            location=self._location(value),
            name=text_of(value, "name"),
        )

    def _default_server(self) -> Server:
        return Server("/", "", {}, self._document.locate(""))

    def _security_scheme(self, name: str, value: Json) -> SecurityScheme:
        return SecurityScheme(
            name=name,
            type=text_of(value, "type"),
            scheme=text_of(value, "scheme").lower(),
            description=text_of(value, "description"),
            value=value,
            location=self._location(value),
            extensions=_extensions(value),
            is_deprecated=value.get("deprecated") is True,
        )


def _members(value: Mapping[str, Any], name: str) -> list[tuple[str, Any]]:
    """The members of a map of objects; in the maps that the standard lets extend, without the extensions."""
    return [
        (key, member)
        for key, member in object_of(value, name).items()
        if name not in _EXTENSIBLE or not key.startswith("x-")
    ]


def _requirements(holder: Json) -> tuple[SecurityRequirement, ...]:
    return tuple(
        {name: tuple(map(str, scopes)) for name, scopes in requirement.items()}
        for requirement in holder.get("security", ())
    )


def _extensions(value: Mapping[str, Any]) -> Json:
    return {name: member for name, member in value.items() if name.startswith("x-")}
