"""What passes between the application and the implementation of an API: calls, replies, refusals, credentials."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from .faults import Fault

P = TypeVar("P")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a request says about its sender; secrets are left out of its repr.

    `username` and `password` are those of HTTP Basic (RFC 7617), `token` that of Bearer (RFC 6750), which OAuth 2.0 and
    OpenID Connect use too; `keys` holds the API keys that the description documents, by security scheme name. Of any
    other scheme of the `Authorization` header, `scheme` is the name in lower case and `value` what stands after it.
    """

    username: str | None = None
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)
    keys: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    scheme: str | None = None
    value: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Call(Generic[P]):
    """One call of an operation: who calls (what `authenticate` returned) and the message around the decoded values.

    `url` is absolute, as the sender wrote it; `headers` has lower-case names. `accepted` is the documented media type
    of a success that the sender would rather have, empty where it wants none of them.
    """

    principal: P
    operation_id: str
    method: str
    url: str
    headers: Mapping[str, str] = field(repr=False)
    accepted: str = ""

    @property
    def if_match(self) -> str | None:
        """The `If-Match` header (RFC 9110, 13.1.1) as sent."""
        return self.headers.get("if-match")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file in a multipart body, whole, as it arrived or is to be sent.

    `filename` is what the sender calls it, which is no safe path; `content_type` is empty where it says none.
    """

    content: bytes = field(repr=False)
    filename: str | None = None
    content_type: str = ""
    extra_headers: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Reply(Generic[T_co]):
    """An answer with what its value alone cannot say: a status other than the documented success, and headers."""

    value: T_co | None = None
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


class Refused(Exception):
    """Raised by an implementation to answer with `reply` instead of a value."""

    def __init__(self, reply: Reply[Any]) -> None:
        self.reply = reply
        super().__init__(f"refused with status {reply.status}")


@dataclass(frozen=True, slots=True)
class Refusal:
    """What the application itself refuses, for the implementation to put into the API's own words.

    `faults` says what is wrong with the request; `operation_id` is None where no operation matched; `allowed` lists the
    methods of the path with a 405. `path` is as sent, percent-encoded.
    """

    status: int
    method: str
    path: str
    operation_id: str | None = None
    faults: tuple[Fault, ...] = ()
    allowed: tuple[str, ...] = ()
