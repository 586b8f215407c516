"""Reading a description for those who only judge by it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..document import load
from ..spec import resolve
from ..spec.objects import Spec


def read_description(path: str | Path, overlays: Sequence[str | Path] = (), *, allow_remote_refs: bool = False) -> Spec:
    """Read an OpenAPI document with its overlays, its references resolved; those to URLs only where that is allowed.

    Raises:
        SpecError: it cannot be read; with every fault and its place.
    """
    return resolve(load(path, overlays, allow_remote_refs=allow_remote_refs))
