"""Documents that a reference names by URL: fetched only where that is allowed, and pinned by what they held first.

The pins stand in `dovetail.lock` beside the main document: `{"remote": {URL: "sha256:…"}}`, sorted.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
from pathlib import Path
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

import requests
import urllib3

from ..errors import SpecError, UsageError
from ..findings import Finding, Location
from .source import CHANGED

LOCK: Final = "dovetail.lock"
MAX_FETCHED: Final = 32 * 1024 * 1024
"""The most bytes of one document that are fetched."""

MAX_SECONDS: Final = 30
"""The longest that fetching one document may take, redirects included."""

_MAX_REDIRECTS: Final = 5
_CONNECT_AND_READ: Final = (5.0, 10.0)
_CHUNK: Final = 65_536
_ACCEPT: Final = "application/vnd.oai.openapi+json, application/json, application/yaml, */*;q=0.5"


class Remote:
    """The remote documents of one description and their pins; `folder` is that of the main document."""

    def __init__(self, folder: str) -> None:
        self.lock = Path(folder or ".") / LOCK
        self._pins = _read_pins(self.lock)

    def fetch(self, url: str) -> bytes:
        """The bytes behind an `http` or `https` URL, which from now on must stay what they are.

        Raises `SpecError`: `unreadable-file` where there are none to be had, `remote-reference-changed` where they are
        not those of the pin.
        """
        try:
            content = _fetched(url)
        except _Unfetched as reason:
            raise SpecError([Finding("error", "unreadable-file", str(reason), Location(url))]) from reason
        digest = f"sha256:{hashlib.sha256(content).hexdigest()}"
        if url not in self._pins:
            self._pins[url] = digest
            self._save()
        elif self._pins[url] != digest:
            message = (
                f"{url} no longer holds what is pinned here; if the change is welcome, remove this line and run again"
            )
            raise SpecError([Finding("error", CHANGED, message, *self._line(url))])
        return content

    def _save(self) -> None:
        text = json.dumps({"remote": dict(sorted(self._pins.items()))}, indent=2, ensure_ascii=False) + "\n"
        try:
            with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=self.lock.parent, delete=False) as file:
                file.write(text)
            Path(file.name).chmod(0o644)
            os.replace(file.name, self.lock)  # noqa: PTH105
        except OSError as error:
            raise UsageError(f"{self.lock}: cannot be written: {error.strerror}") from error

    def _line(self, url: str) -> tuple[Location, str]:
        lines = self.lock.read_text(encoding="utf-8").splitlines()
        number = next((number for number, line in enumerate(lines, 1) if json.dumps(url) in line), 1)
        return Location(str(self.lock), number), lines[number - 1]


class _Unfetched(Exception):
    """A remote document that cannot be had; the message says why."""


def _read_pins(path: Path) -> dict[str, str]:
    try:
        content: Any = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise _bad_lock(path) from error
    pins = content.get("remote") if isinstance(content, dict) else None
    if not isinstance(pins, dict) or not all(isinstance(pin, str) for pin in pins.values()):
        raise _bad_lock(path)
    return pins


def _bad_lock(path: Path) -> SpecError:
    message = 'this is no lock file, which is {"remote": {URL: "sha256:…"}}; restore it, or remove it to pin anew'
    return SpecError([Finding("error", "invalid-lock", message, Location(str(path)))])


def _fetched(url: str) -> bytes:
    deadline = time.monotonic() + MAX_SECONDS
    try:
        with requests.Session() as session:
            session.auth = _anonymous
            for _ in range(_MAX_REDIRECTS + 1):
                _check_scheme(url)
                with session.get(
                    url,
                    stream=True,
                    allow_redirects=False,
                    timeout=_CONNECT_AND_READ,
                    headers={"Accept": _ACCEPT},
                ) as response:
                    if not response.is_redirect:
                        return _content(response, deadline)
                    url = _redirected(url, response.headers["Location"])
    except (requests.RequestException, urllib3.exceptions.HTTPError, ValueError) as error:
        raise _Unfetched(f"it cannot be fetched ({type(error).__name__})") from error
    raise _Unfetched(f"it is redirected more than {_MAX_REDIRECTS} times")


def _anonymous(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Keeps `requests` from sending what ~/.netrc has for the host: a description must not draw on credentials."""
    return request


def _check_scheme(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise _Unfetched(f"{parts.scheme or 'this'} is not fetched, only http and https are")


def _redirected(url: str, location: str) -> str:
    target = urljoin(url, location)
    if urlsplit(url).scheme == "https" and urlsplit(target).scheme == "http":
        raise _Unfetched("it is redirected from https to http")
    return target


def _content(response: requests.Response, deadline: float) -> bytes:
    if response.status_code != requests.codes.ok:
        raise _Unfetched(f"the server answers {response.status_code}")
    content = bytearray()
    # Not `iter_content`, which waits for a full chunk however slowly that comes.
    while chunk := response.raw.read1(_CHUNK, decode_content=True):
        content += chunk
        if len(content) > MAX_FETCHED:
            raise _Unfetched(f"it has more than {MAX_FETCHED:,} bytes")
        if time.monotonic() > deadline:
            raise _Unfetched(f"it takes longer than {MAX_SECONDS} s")
    return bytes(content)
