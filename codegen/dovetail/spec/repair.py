"""Makes one object whole after its fields have been read: what is required has a value, what excludes itself is out.

Violations are the meta-schema's to report; here the object is brought to a form that keeps to it, or given up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from .hints import meant
from .kinds import METHODS, Kind

Json = dict[str, Any]

_STYLES: Final[Mapping[str, tuple[str, ...]]] = {
    "path": ("matrix", "label", "simple"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form", "cookie"),
    "querystring": (),
}
_STATUS: Final = re.compile(r"[1-5](?:[0-9]{2}|XX)|default")
_RANGE: Final = re.compile(r"[1-5][Xx]{2}")
_METHOD: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # a token of RFC 9110, section 5.6.2
_SCHEMES: Final[Mapping[str, tuple[str, ...]]] = {
    "apiKey": ("name", "in"),
    "http": ("scheme",),
    "mutualTLS": (),
    "oauth2": ("flows",),
    "openIdConnect": ("openIdConnectUrl",),
}


class Unusable(Exception):
    """The object cannot be used; the message says why, `field` where, if it is one field that is wrong."""

    def __init__(self, rule: str, message: str, field: str = "") -> None:
        super().__init__(message)
        self.rule = rule
        self.field = field


def repair(kind: Kind, lifted: Json) -> None:
    """Completes an object, in place. Raises `Unusable` where it has no meaning without what is missing."""
    change = _REPAIRS.get(kind)
    if change is not None:
        change(lifted)


def substitute(kind: Kind) -> Any:
    """What stands for an object that cannot be read, so that what holds it keeps its meaning; None for nothing."""
    match kind:
        case "response":
            return {"description": "", "content": {"*/*": {}}}
        case "media type" | "encoding":
            return {}
        case _:
            return None


def _info(lifted: Json) -> None:
    lifted.setdefault("title", "")
    lifted.setdefault("version", "")


def _named(rule: str, field: str) -> Callable[[Json], None]:
    def check(lifted: Json) -> None:
        if field not in lifted:
            raise Unusable(rule, f"`{field}` is missing here, so this is left out; add it")

    return check


def _path_item(lifted: Json) -> None:
    operations = lifted.get("additionalOperations")
    if operations:
        lifted["additionalOperations"] = {
            method: operation
            for method, operation in operations.items()
            if _METHOD.fullmatch(method) and method.lower() not in METHODS
        }


def _operation(lifted: Json) -> None:
    responses = lifted.get("responses")
    if responses is None:
        return
    lifted["responses"] = {
        (status.upper() if _RANGE.fullmatch(status) else status): response
        for status, response in responses.items()
        if _STATUS.fullmatch(status.upper()) or status == "default" or status.startswith("x-")
    }
    if all(status.startswith("x-") for status in lifted["responses"]):
        del lifted["responses"]


def _parameter(lifted: Json) -> None:
    name, place = lifted.get("name"), str(lifted.get("in"))
    if not name:
        raise Unusable("invalid-parameter", "a parameter needs a `name`", "name")
    if place not in _STYLES:
        message = f"the parameter {name!r} needs `in`: path, query, header or cookie{meant(place, _STYLES)}"
        raise Unusable("invalid-parameter", message, "in")
    if place == "path":
        lifted["required"] = True
    _described(lifted, _STYLES[place])
    if place != "query":
        lifted.pop("allowEmptyValue", None)
    if place == "querystring" and "content" not in lifted:
        lifted["content"] = {"application/x-www-form-urlencoded": {"schema": lifted.pop("schema")}}
    if place == "header":
        lifted.pop("allowReserved", None)


def _header(lifted: Json) -> None:
    _described(lifted, _STYLES["header"])
    for name in ("allowReserved", "allowEmptyValue"):
        lifted.pop(name, None)


def _described(lifted: Json, styles: tuple[str, ...]) -> None:
    """It has a schema or content, never both or neither; only a schema goes with a style."""
    if "schema" in lifted or not lifted.get("content"):
        lifted.pop("content", None)
        lifted.setdefault("schema", True)
        if "style" in lifted and lifted["style"] not in styles:
            del lifted["style"]
        return
    first = next(iter(lifted["content"]))
    lifted["content"] = {first: lifted["content"][first]}
    for name in ("style", "explode", "allowReserved"):
        lifted.pop(name, None)


def _request_body(lifted: Json) -> None:
    lifted.setdefault("content", {})


def _response(lifted: Json) -> None:
    lifted.setdefault("description", "")


def _media_type(lifted: Json) -> None:
    if "encoding" in lifted:
        lifted.pop("prefixEncoding", None)
        lifted.pop("itemEncoding", None)
    _exampled(lifted)


def _encoding(lifted: Json) -> None:
    if lifted.get("style", "form") not in _STYLES["query"]:
        del lifted["style"]
    _media_type(lifted)


def _exampled(lifted: Json) -> None:
    if "examples" in lifted:
        lifted.pop("example", None)


def _example(lifted: Json) -> None:
    if "value" in lifted:
        for name in ("externalValue", "dataValue", "serializedValue"):
            lifted.pop(name, None)
    elif "serializedValue" in lifted:
        lifted.pop("externalValue", None)


def _link(lifted: Json) -> None:
    if "operationId" in lifted:
        lifted.pop("operationRef", None)
    elif "operationRef" not in lifted:
        raise Unusable("invalid-link", "a link needs `operationId` or `operationRef`; it is left out")


def _security_scheme(lifted: Json) -> None:
    kind = lifted.get("type")
    needed = _SCHEMES.get(str(kind))
    if needed is None:
        hint = meant(str(kind), _SCHEMES) or f", one of {', '.join(_SCHEMES)}"
        message = f"a security scheme needs a `type`{hint}; it is left out"
        raise Unusable("invalid-security-scheme", message, "type")
    if kind == "oauth2":
        lifted.setdefault("flows", {})
    for name in needed:
        if name not in lifted:
            message = f"a security scheme of the type {kind} needs `{name}`; it is left out"
            raise Unusable("invalid-security-scheme", message)
    if kind == "apiKey" and lifted["in"] not in {"query", "header", "cookie"}:
        message = "an API key is sent in a header, the query or a cookie; the security scheme is left out"
        raise Unusable("invalid-security-scheme", message, "in")
    known = {"type", "description", "deprecated", "bearerFormat", "oauth2MetadataUrl", *needed}
    for name in [name for name in lifted if name not in known and not name.startswith("x-")]:
        del lifted[name]
    if str(lifted.get("scheme", "")).lower() != "bearer":
        lifted.pop("bearerFormat", None)
    if kind != "oauth2":
        lifted.pop("oauth2MetadataUrl", None)


_REPAIRS: Final[Mapping[Kind, Callable[[Json], None]]] = {
    "info": _info,
    "tag": _named("invalid-tag", "name"),
    "server": _named("invalid-server", "url"),
    "path item": _path_item,
    "operation": _operation,
    "parameter": _parameter,
    "header": _header,
    "request body": _request_body,
    "response": _response,
    "media type": _media_type,
    "encoding": _encoding,
    "example": _example,
    "link": _link,
    "security scheme": _security_scheme,
}
