"""What may have been meant by a name that is not known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Final

_MAX_LENGTH: Final = 80
_MAX_CANDIDATES: Final = 300


def nearest(name: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The known name that comes closest, or None; among very many names only those of like length and start count."""
    names = list(known)
    if len(name) > _MAX_LENGTH:
        return None
    if len(names) > _MAX_CANDIDATES:
        alike = [each for each in names if abs(len(each) - len(name)) <= 2 and each[:1].lower() == name[:1].lower()]
        names = alike[:_MAX_CANDIDATES]
    close = difflib.get_close_matches(name, names, n=1, cutoff=cutoff)
    return close[0] if close else None


def meant(name: str, known: Iterable[str]) -> str:
    """A hint at the known name that comes closest, to be added to a message, or nothing."""
    close = nearest(name, known)
    return f"; did you mean {close!r}?" if close else ""
