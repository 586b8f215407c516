"""Whether two values mean the same: what was given and what arrived, what was answered and what an SDK made of it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic import TypeAdapter, ValidationError

from ..runtime.wire.styles import StyleError, text

_INSTANTS: TypeAdapter[datetime] = TypeAdapter(datetime)
_DURATIONS: TypeAdapter[timedelta] = TypeAdapter(timedelta)


def is_same(given: Any, arrived: Any) -> bool:
    """Whether a value arrived as it was given: numbers by value, bytes by content, other scalars also by their text."""
    if isinstance(given, bytes):
        return given == content_of(arrived)
    if isinstance(given, list) and isinstance(arrived, list):
        return len(given) == len(arrived) and all(map(is_same, given, arrived))
    if isinstance(given, dict) and isinstance(arrived, dict):
        return given.keys() == arrived.keys() and all(is_same(given[name], arrived[name]) for name in given)
    if isinstance(given, list | dict) or isinstance(arrived, list | dict) or given is None or arrived is None:
        return bool(given == arrived)
    if isinstance(given, str) and hasattr(arrived, "content"):
        return content_of(arrived) == given.encode("utf-8")
    if isinstance(given, bool) == isinstance(arrived, bool) and given == arrived:
        return True
    try:
        return text(given) == text(arrived)
    except StyleError:
        return False


def content_of(arrived: Any) -> bytes | None:
    """The bytes of binary content, however they are held: as such, as text, or as a file that is in memory."""
    match arrived:
        case bytes():
            return arrived
        case str():
            return arrived.encode("utf-8")
    held = getattr(arrived, "content", None)
    return held if isinstance(held, bytes) else None


def differences(value: Any, again: Any, pointer: str = "") -> Iterator[str]:
    """Where a JSON value, read and written again, no longer says the same: numbers by value, times by instant."""
    shown = pointer or "the whole"
    match value:
        case dict() if isinstance(again, Mapping):
            for name in value.keys() - again.keys():
                yield f"{pointer}/{name} is lost"
            for name in again.keys() - value.keys():
                yield f"{pointer}/{name} is invented"
            for name in value.keys() & again.keys():
                yield from differences(value[name], again[name], f"{pointer}/{name}")
        case list() if isinstance(again, list | tuple):
            if len(value) != len(again):
                yield f"{shown} has {len(again)} of {len(value)} items"
            for index, (item, other) in enumerate(zip(value, again, strict=False)):
                yield from differences(item, other, f"{pointer}/{index}")
        case _ if not _means_the_same(value, again):
            yield f"{shown} was {value!r:.80} and became {again!r:.80}"


def _means_the_same(value: Any, again: Any) -> bool:
    if isinstance(value, bool) or isinstance(again, bool):
        return value is again
    if isinstance(value, int | float) and isinstance(again, int | float):
        return value == again or math.isclose(value, again, rel_tol=1e-15)
    if isinstance(value, str) and isinstance(again, str):
        return value == again or _is_one_time(value, again)
    return type(value) is type(again) and bool(value == again)


def _is_one_time(value: str, again: str) -> bool:
    for reader in (_INSTANTS, _DURATIONS):
        try:
            one, other = reader.validate_python(value), reader.validate_python(again)
        except ValidationError:
            continue
        if isinstance(one, datetime) and isinstance(other, datetime):
            one, other = (each if each.tzinfo is not None else each.replace(tzinfo=UTC) for each in (one, other))
        return bool(one == other)
    return False
