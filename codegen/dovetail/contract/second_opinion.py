"""What openapi-core says of an exchange: a second opinion, formed by other code from the same description.

Where it differs from the compiled contract, the text of the standards decides. What openapi-core is known not to check
is listed here; every other disagreement is a failure of one of the two.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from ..runtime.server.faults import Fault
from ..runtime.server.judge import joined_headers
from ..runtime.server.one_way import Flag, one_way
from ..runtime.server.paths import METHODS
from ..runtime.wire.media import FORM, ContentForm, form_of
from ..runtime.wire.reading import split_pairs
from .exchange import Exchange, RequestRecord, ResponseRecord

LAXITY = {
    "style": "openapi-core takes what a style cannot say: a scalar sent twice, broken percent-encoding",
    "encoding": "openapi-core takes text that is not UTF-8, JSON with a member named twice or half a surrogate pair",
    "format": "openapi-core does not check every format of JSON Schema, such as uri",
    "type": "openapi-core reads other spellings of booleans and numbers: yes, nan, digits with spaces",
    "pattern": "openapi-core reads patterns as Python does: Unicode digits, $ before a newline",
    "required": "openapi-core takes an absent body or header for an empty one",
    "media-type": "openapi-core does not ask for the media type of an empty body",
    "additionalProperties": "openapi-core leaves out form fields that are not documented before it judges a form",
    "undocumented": "openapi-core does not look at content that is not documented",
}
"""Rules of ours by which it accepts what the standards forbid."""


BLANK = "openapi-core leaves out form fields whose text is empty"
ESCAPED = "openapi-core does not decode the percent-encoding of a path"
TOLERATED = "openapi-core does not know of spellings that are tolerated"
EMPTY = "openapi-core refuses an empty text in a query, which is a string (OAS 3.1.1, allowEmptyValue)"


STREAMED = "openapi-core reads no streams of items (OAS 3.2, itemSchema)"
PARTS = "openapi-core reads each part of multipart content as text, and no parts in their order"
TEXT = "openapi-core reads XML as elements and other text as strings: a schema of any other type refuses them"
NAMED = "openapi-core does not find a media type that is documented with parameters, such as a charset"
NOTHING = "openapi-core takes content of no bytes for no content"
COMPOSED = "openapi-core finds no fields where the schema of a form is made of alternatives"
UNSENT = "openapi-core takes an array that no part holds for an empty one"
LISTED = "openapi-core cannot read a list of types in some places, such as the properties of multipart content"
NESTED = "openapi-core does not read an object in a form as JSON (OAS 3.1, 4.8.15)"


def explanation(message: RequestRecord | ResponseRecord, theirs: str | None, ours: tuple[Fault, ...]) -> str | None:
    """Why the two differ, about a request or an answer, when that is known: mostly openapi-core is laxer."""
    content_type = message.header("content-type") or ""
    form = form_of(content_type)
    is_request = isinstance(message, RequestRecord)
    has_blank = is_request and any(not value for _, value in _form_pairs(message))
    if has_blank and all(fault.where == "body" for fault in ours):
        return BLANK
    if form in {"events", "lines", "sequence"} and all(fault.where == "body" for fault in ours):
        return STREAMED
    if theirs is not None:
        asked = _strictness(message, theirs) if isinstance(message, RequestRecord) else None
        return asked or _unread(message, form, theirs)
    reasons = [LAXITY.get(fault.rule) for fault in ours]
    return None if None in reasons or not reasons else reasons[0]


def _unread(message: RequestRecord | ResponseRecord, form: ContentForm, theirs: str) -> str | None:
    """Why it refuses content that it does not read as the standards say, when that is known."""
    if "not of type" in theirs and form in {"multipart", "text"}:
        return PARTS if form == "multipart" else TEXT
    if "Value {} not valid" in theirs and message.body and form in {"form", "multipart"}:
        return COMPOSED
    if "[] should be non-empty" in theirs and form == "multipart":
        return UNSENT
    if "Expected a string value, got <class 'list'>" in theirs:
        return LISTED
    if "mimetype not found" in theirs:
        return NAMED
    if not message.body and theirs.startswith("Missing"):
        return NOTHING
    is_nested = form == "form" and any(value.startswith(("%7B", "{")) for _, value in _form_pairs(message))
    return NESTED if is_nested else None


def _strictness(request: RequestRecord, theirs: str) -> str | None:
    """Why it refuses what the standards allow, when that is known."""
    if theirs.startswith("Invalid path parameter") and "%" in request.path:
        return ESCAPED
    if "query parameter cannot be empty" in theirs and any(not value for _, value in split_pairs(request.query)):
        return EMPTY
    return None


def _form_pairs(message: RequestRecord | ResponseRecord) -> list[tuple[str, str]]:
    is_form = (message.header("content-type") or "").lower().startswith(FORM)
    return split_pairs(message.body.decode("latin-1")) if is_form else []


class _Readers(dict[str, Any]):
    """What reads the media types that openapi-core would leave as bytes: more of JSON, text, and binary content.

    Binary content is read as a text of a character a byte, which is what a schema can say something of.
    """

    def __contains__(self, media_type: object) -> bool:
        is_known = media_type in {"text/plain", "text/html"}  # and in the parts of multipart, they may be anything
        return not is_known and isinstance(media_type, str) and form_of(media_type) in {"json", "text", "binary"}

    def __getitem__(self, media_type: str) -> Any:
        form = form_of(media_type)
        if form == "text":
            return _read_text
        return _read_json if form == "json" else _read_any if media_type == "*/*" else _read_bytes


def _read_text(content: bytes, **parameters: str) -> str:
    return content.decode(parameters.get("charset", "utf-8"))


def _read_bytes(content: bytes, **parameters: str) -> str:
    del parameters
    return content.decode("latin-1")


def _read_json(content: bytes, **parameters: str) -> Any:
    del parameters
    return json.loads(content)


def _read_any(content: bytes, **parameters: str) -> Any:
    """Read content whose media type is documented as `*/*`: it is mostly JSON."""
    try:
        return _read_json(content)
    except ValueError:
        return _read_bytes(content, **parameters)


_ESCAPING = (AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


class SecondOpinion:
    """Validates by openapi-core (5 ms an exchange); who is asking is left out, for that is not in what is said."""

    def __init__(self, description: Mapping[str, Any], base_url: str | None) -> None:
        self._description = {**description, "paths": _here(description.get("paths", {})), "security": []}
        if base_url is not None:
            self._description["servers"] = [{"url": base_url.rstrip("/")}]

    @cached_property
    def _of_requests(self) -> Any:
        return self._core("readOnly")

    @cached_property
    def _of_answers(self) -> Any:
        return self._core("writeOnly")

    def _core(self, flag: Flag) -> Any:
        """What judges messages of which nothing is required that has this flag: openapi-core knows of that in 3.0."""
        from openapi_core import Config, OpenAPI

        # The description has been judged before, and real ones that break a rule are used all the same.
        unchecked: Any = None
        config = Config(spec_validator_cls=unchecked, extra_media_type_deserializers=_Readers())
        return OpenAPI.from_dict(_undiscriminated(one_way(self._description, flag)), config=config)

    def request_fault(self, exchange: Exchange) -> str | None:
        """What is wrong with the request, or None."""
        return self._told(lambda: self._of_requests.validate_request(_Request(exchange)))

    def answer_fault(self, exchange: Exchange) -> str | None:
        """What is wrong with the answer, or None."""
        return self._told(lambda: self._of_answers.validate_response(_Request(exchange), _Response(exchange)))

    def _told(self, validate: Any) -> str | None:
        from openapi_core.exceptions import OpenAPIError

        try:
            validate()
        except OpenAPIError as error:
            return _first_line(error)
        except _ESCAPING as error:
            # It lets exceptions of its own parsers through; they mean that it could not read the message.
            return _first_line(error)
        return None


def _first_line(error: BaseException) -> str:
    told: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(told) < 4:
        told.append(_text(cause))
        cause = cause.__cause__ or cause.__context__
    told += [str(each.message) for each in getattr(error.__cause__, "schema_errors", None) or ()]
    return "; ".join(dict.fromkeys(line.strip().splitlines()[0][:200] for line in told if line.strip()))


def _text(error: BaseException) -> str:
    try:
        return str(error)
    except UnicodeError:  # its messages decode what was sent
        return type(error).__name__


def _undiscriminated(value: Any) -> Any:
    """The same without discriminators.

    openapi-core refuses values whose discriminator names no schema. It is a hint, which must not change what is valid
    (OAS 3.1.1, 4.8.25), and in real descriptions many a one has neither a mapping nor names of schemas.
    """
    if isinstance(value, list):
        return [_undiscriminated(item) for item in value]
    if not isinstance(value, Mapping):
        return value
    return {
        name: _undiscriminated(member)
        for name, member in value.items()
        if name != "discriminator" or not isinstance(member, Mapping) or not isinstance(member.get("propertyName"), str)
    }


def _here(paths: Mapping[str, Any]) -> dict[str, Any]:
    """The paths without security, and without servers of their own: who is judged is somewhere else."""
    return {path: _operations_here(item) for path, item in paths.items()}


def _operations_here(item: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: member for name, member in item.items() if name != "servers"}
    return {
        name: {key: value for key, value in member.items() if key != "servers"} | {"security": []}
        if name in METHODS
        else member
        for name, member in kept.items()
    }


class _Request:
    """openapi-core's protocol of a request."""

    def __init__(self, exchange: Exchange) -> None:
        from openapi_core import datatypes
        from werkzeug.datastructures import Headers, ImmutableMultiDict

        request = exchange.request
        parts = urlsplit(request.url)
        headers = joined_headers(request.headers)
        cookies: Any = ImmutableMultiDict(split_pairs(headers.get("cookie", ""), ";"))
        self.parameters = datatypes.RequestParameters(
            query=ImmutableMultiDict(parse_qsl(parts.query, keep_blank_values=True)),
            header=Headers(list(headers.items())),
            cookie=cookies,
        )
        self.host_url = f"{parts.scheme}://{parts.netloc}"
        self.path = parts.path
        self.full_url_pattern = f"{self.host_url}{parts.path}"
        self.method = request.method.lower()
        self.content_type = headers.get("content-type", "")
        self.body = request.body or None


class _Response:
    """openapi-core's protocol of a response."""

    def __init__(self, exchange: Exchange) -> None:
        from werkzeug.datastructures import Headers

        response = exchange.response
        self.data = response.body
        self.status_code = response.status
        self.headers = Headers(list(response.headers))
        self.content_type = response.header("content-type") or ""
