"""What openapi-core says of an exchange: a second opinion, formed by other code from the same description.

Where it differs from the compiled contract, the text of the standards decides. What openapi-core is known not to check
is listed here; every other disagreement is a failure of one of the two.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from ..runtime.server.faults import Fault
from ..runtime.server.judge import joined_headers
from ..runtime.server.paths import METHODS
from ..runtime.wire.media import FORM
from ..runtime.wire.reading import split_pairs
from .exchange import Exchange, RequestRecord

LAXITY = {
    "style": "openapi-core takes what a style cannot say: a scalar sent twice, broken percent-encoding",
    "encoding": "openapi-core takes JSON with a member named twice or half a surrogate pair (RFC 8259, RFC 7493)",
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


def explanation(request: RequestRecord | None, theirs: str | None, ours: tuple[Fault, ...]) -> str | None:
    """Why the two differ, about a request or (None) an answer, when that is known: mostly openapi-core is laxer."""
    if (
        request is not None
        and any(not value for _, value in _form_pairs(request))
        and all(fault.where == "body" for fault in ours)
    ):
        return BLANK
    if theirs is not None:
        return None if request is None or ours else _strictness(request, theirs)
    reasons = [LAXITY.get(fault.rule) for fault in ours]
    return None if None in reasons or not reasons else reasons[0]


def _strictness(request: RequestRecord, theirs: str) -> str | None:
    """Why it refuses what the standards allow, when that is known."""
    if theirs.startswith("Invalid path parameter") and "%" in request.path:
        return ESCAPED
    if "query parameter cannot be empty" in theirs and any(not value for _, value in split_pairs(request.query)):
        return EMPTY
    return None


def _form_pairs(request: RequestRecord) -> list[tuple[str, str]]:
    is_form = (request.header("content-type") or "").lower().startswith(FORM)
    return split_pairs(request.body.decode("latin-1")) if is_form else []


class SecondOpinion:
    """Validates by openapi-core (5 ms an exchange); who is asking is left out, for that is not in what is said."""

    def __init__(self, description: Mapping[str, Any], base_url: str | None) -> None:
        self._description = {**description, "paths": _unsecured(description.get("paths", {})), "security": []}
        if base_url is not None:
            self._description["servers"] = [{"url": base_url.rstrip("/")}]

    @cached_property
    def _core(self) -> Any:
        from openapi_core import Config, OpenAPI

        # The description has been judged before, and real ones that break a rule are used all the same.
        return OpenAPI.from_dict(self._description, config=Config(spec_validator_cls=None))

    def request_fault(self, exchange: Exchange) -> str | None:
        """What is wrong with the request, or None."""
        return self._told(lambda: self._core.validate_request(_Request(exchange)))

    def answer_fault(self, exchange: Exchange) -> str | None:
        """What is wrong with the answer, or None."""
        return self._told(lambda: self._core.validate_response(_Request(exchange), _Response(exchange)))

    def _told(self, validate: Any) -> str | None:
        from openapi_core.exceptions import OpenAPIError

        try:
            validate()
        except OpenAPIError as error:
            return _first_line(error)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
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


def _unsecured(paths: Mapping[str, Any]) -> dict[str, Any]:
    return {
        path: {name: {**member, "security": []} if name in METHODS else member for name, member in item.items()}
        for path, item in paths.items()
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
