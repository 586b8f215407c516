"""What was said over the wire: one request and its answer, kept as it was."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, field
from urllib.parse import urlsplit

Headers = tuple[tuple[str, str], ...]
UNTOLD = frozenset({"authorization", "cookie", "proxy-authorization"})
"""Headers whose values are shown to nobody."""
LEFT_OUT = frozenset({"accept-encoding", "connection", "content-length", "host", "transfer-encoding", "user-agent"})
"""Headers that curl writes by itself."""
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_FRAMING = {"content-length": re.compile(r"[0-9]+"), "transfer-encoding": re.compile(r"chunked", re.IGNORECASE)}
_FIELD_VALUE = re.compile(r"[\t\x20-\x7e\x80-\xff]*")


@dataclass(frozen=True, slots=True)
class RequestRecord:
    """A request as it was sent: `url` is absolute and still percent-encoded; a header may come more than once."""

    method: str
    url: str
    headers: Headers = field(default=(), repr=False)
    body: bytes = field(default=b"", repr=False)

    @property
    def path(self) -> str:
        """The path, percent-encoded."""
        return urlsplit(self.url).path

    @property
    def query(self) -> str:
        """The query without its `?`, percent-encoded."""
        return urlsplit(self.url).query

    @property
    def is_http(self) -> bool:
        """Whether its headers are HTTP's: names are tokens, values hold no control characters (RFC 9110, 5.1, 5.5).

        Those that frame the message must do so (RFC 9112, 6.1; RFC 9110, 8.6).
        """
        return all(
            _TOKEN.fullmatch(name) and _FRAMING.get(name.lower(), _FIELD_VALUE).fullmatch(value)
            for name, value in self.headers
        )

    def header(self, name: str) -> str | None:
        """The first header of this name, in any case."""
        return _first(self.headers, name)

    def curl(self) -> str:
        """A shell command that sends this request again; credentials are taken from `$USERNAME` and `$PASSWORD`."""
        parts = ["curl", "-i", "-X", shlex.quote(self.method)]
        for name, value in self.headers:
            if name.lower() == "authorization":
                parts.append('-u "$USERNAME:$PASSWORD"')
            elif name.lower() in UNTOLD:
                parts.append(f'-H "{name}: $SECRET"')
            elif name.lower() not in LEFT_OUT:
                parts += ["-H", _quoted(f"{name}: {value}".encode("latin-1", "replace"))]
        if self.body:
            parts += ["--data-binary", _quoted(self.body)]
        return " ".join([*parts, shlex.quote(self.url)])


@dataclass(frozen=True, slots=True)
class ResponseRecord:
    """An answer as it came, its body free of transfer and content codings."""

    status: int
    headers: Headers = field(default=(), repr=False)
    body: bytes = field(default=b"", repr=False)

    def header(self, name: str) -> str | None:
        """The first header of this name, in any case."""
        return _first(self.headers, name)


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer."""

    request: RequestRecord
    response: ResponseRecord

    def __str__(self) -> str:
        return f"{self.request.method} {self.request.url} → {self.response.status}"


def _first(headers: Headers, name: str) -> str | None:
    return next((value for known, value in headers if known.lower() == name.lower()), None)


def _quoted(raw: bytes) -> str:
    try:
        text = raw.decode("ascii")
    except UnicodeDecodeError:
        text = ""
    if text.isprintable() and text:
        return shlex.quote(text)
    escaped = "".join(chr(byte) if 32 <= byte < 127 and chr(byte) not in "\\'" else f"\\x{byte:02x}" for byte in raw)
    return f"$'{escaped}'"
