"""Members of an object as written, by what they must hold; one that holds anything else counts as absent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def text_of(value: Mapping[str, Any], name: str) -> str:
    """The text under a name."""
    text = value.get(name)
    return text if isinstance(text, str) else ""


def texts_of(value: Mapping[str, Any], name: str) -> list[str]:
    """The texts in the list under a name."""
    texts = value.get(name)
    return [text for text in texts if isinstance(text, str)] if isinstance(texts, list) else []


def flag_of(value: Mapping[str, Any], name: str, *, default: bool) -> bool:
    """The boolean under a name."""
    flag = value.get(name)
    return flag if isinstance(flag, bool) else default


def object_of(value: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The object under a name."""
    member = value.get(name)
    return member if isinstance(member, dict) else {}


def objects_of(value: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    """The objects in the list under a name."""
    members = value.get(name)
    return [member for member in members if isinstance(member, dict)] if isinstance(members, list) else []
