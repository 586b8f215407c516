"""Absolute URLs: whose they are, and the one way in which they are written (RFC 3986 section 6.2.2)."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote, urlsplit

_HOST = re.compile(r"[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]")
_TRIPLET = re.compile(r"%[0-9A-Fa-f]{2}")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")


def origin(url: str) -> str:
    """Give the origin of an absolute URL, `scheme://host:port` (RFC 6454 section 4), the port always there.

    Raises:
        ValueError: the URL is not http(s), has no plain host, or holds credentials or characters no URL has.
    """
    if not url.isascii() or not url.isprintable() or " " in url or "\\" in url:
        raise ValueError("a URL holds visible ASCII without backslashes")
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"}:
        raise ValueError("a URL begins with http:// or https://")
    if "@" in parts.netloc:
        raise ValueError("a URL must not hold credentials")
    host = re.sub(r":\d*\Z", "", parts.netloc)
    if not _HOST.fullmatch(host):
        raise ValueError("a URL needs a plain host name")
    return f"{parts.scheme}://{host.lower()}:{parts.port or {'http': 80, 'https': 443}[parts.scheme]}"


def normalised(url: str) -> str:
    """Write a URL as every HTTP client would: only what must be escaped is, in upper case, and no fragment.

    Raises:
        ValueError: the path has a `.` or `..` segment, which clients treat differently.
    """
    parts = urlsplit(url)
    path = _escaped(parts.path or "/", "/:@!$&'()*+,;=%")
    if any(segment in {".", ".."} for segment in path.split("/")):
        raise ValueError("a segment of the path must not be '.' or '..'")
    query = _escaped(parts.query, "/?:@!$&'()*+,;=%")
    return f"{parts.scheme}://{parts.netloc.lower()}{path}" + (f"?{query}" if query else "")


def _escaped(part: str, safe: str) -> str:
    triplets = _TRIPLET.sub(lambda found: _plain(found[0]), part)
    return quote(re.sub(r"%(?![0-9A-F]{2})", "%25", triplets), safe=safe)


def _plain(triplet: str) -> str:
    character = unquote(triplet, "latin-1")
    return character if _UNRESERVED.fullmatch(character) else triplet.upper()
