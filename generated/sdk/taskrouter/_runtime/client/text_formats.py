"""The formats of texts that a standard defines: what a text must look like, and which Python objects stand for one."""

from __future__ import annotations

import binascii
import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from ipaddress import IPv4Address, IPv6Address
from uuid import UUID

_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
_TIME = re.compile(r"\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
_DURATION = re.compile(
    r"P(?!\Z)(?:\d+W|(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?)", re.ASCII
)
_UUID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_DECIMAL = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*")
_BASE64 = re.compile(r"[A-Za-z0-9+/\s]*={0,2}\s*", re.ASCII)


def _is_date(value: str) -> bool:
    try:
        return len(value) == 10 and bool(date.fromisoformat(value))
    except ValueError:
        return False


def _is_instant(value: str) -> bool:
    if not _DATE_TIME.fullmatch(value):
        return False
    # RFC 3339 section 5.6 allows a leap second, which Python cannot hold, and any number of digits.
    value = re.sub(r":60(?=[.Z+-])", ":59", value.upper(), count=1)
    try:
        return bool(datetime.fromisoformat(re.sub(r"(\.\d{6})\d+", r"\1", value)))
    except ValueError:
        return False


def _is_time(value: str) -> bool:
    return _TIME.fullmatch(value) is not None and _is_instant(f"2000-01-01T{value}")


def _is_base64(value: str) -> bool:
    if not _BASE64.fullmatch(value):
        return False
    try:
        binascii.a2b_base64(value)
    except binascii.Error:
        return False
    return True


def _is_address(kind: type[IPv4Address | IPv6Address]) -> Callable[[str], bool]:
    def is_address(value: str) -> bool:
        try:
            return bool(kind(value)) and "%" not in value
        except ValueError:
            return False

    return is_address


_CHECKS: Mapping[str, tuple[Callable[[str], object], str]] = {
    "date-time": (_is_instant, "RFC 3339"),
    "date": (_is_date, "RFC 3339"),
    "time": (_is_time, "RFC 3339"),
    "duration": (_DURATION.fullmatch, "RFC 3339"),
    "uuid": (_UUID.fullmatch, "RFC 9562"),
    "byte": (_is_base64, "RFC 4648 (base64)"),
    "decimal": (_DECIMAL.fullmatch, "digits"),
    "uri": (_URI.fullmatch, "RFC 3986 (absolute)"),
    "ipv4": (_is_address(IPv4Address), "RFC 2673"),
    "ipv6": (_is_address(IPv6Address), "RFC 4291"),
}
_OBJECTS: Mapping[str, tuple[type, ...]] = {
    "date-time": (datetime,),
    "date": (date,),
    "time": (time,),
    "duration": (timedelta,),
    "uuid": (UUID,),
    "byte": (bytes, bytearray),
    "binary": (bytes, bytearray),
    "decimal": (Decimal, int, float),
    "ipv4": (IPv4Address,),
    "ipv6": (IPv6Address,),
}


def format_fault(value: str, format: str) -> str | None:
    """Say of which standard a text is not; nothing for formats that none defines."""
    known = _CHECKS.get(format)
    return None if known is None or known[0](value) else f"must be a {format} of {known[1]}"


def is_of_format(value: object, format: str) -> bool:
    """Say whether a Python object that is no text stands for one of the format."""
    if isinstance(value, datetime):
        return format == "date-time" and value.utcoffset() is not None
    return isinstance(value, _OBJECTS.get(format, ())) and not isinstance(value, bool)


def plain(value: object) -> object:
    """Give the text of what `wire` has no text for: addresses, and bytes (as base64); else the value itself."""
    match value:
        case bytes() | bytearray():
            return b64encode(value).decode("ascii")
        case IPv4Address() | IPv6Address():
            return str(value)
        case _:
            return value
