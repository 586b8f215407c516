"""What every model of an answer is, and what a JSON text may be given as."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from pydantic import BaseModel, ConfigDict

JsonText: TypeAlias = str | Mapping[str, object] | Sequence[object]
"""A JSON text as it is, or a mapping or sequence that is sent as one."""


class Model(BaseModel):
    """A value of an answer: read leniently, so that what the API adds later is kept and breaks nothing.

    What reads a class is built when it is first used, which keeps the import of a large package short.
    """

    model_config = ConfigDict(extra="allow", populate_by_name=True, protected_namespaces=(), defer_build=True)
