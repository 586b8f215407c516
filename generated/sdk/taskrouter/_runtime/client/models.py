"""What every model of an answer is, and what a JSON text may be given as."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema
from pydantic_core.core_schema import any_schema, no_info_plain_validator_function

from ..lazy import link

JsonText: TypeAlias = str | Mapping[str, object] | Sequence[object]
"""A JSON text as it is, or a mapping or sequence that is sent as one."""


DEEPEST = 25
"""How deeply models are built within one another: pydantic takes some of Python's thousand frames for each."""


class _Building(threading.local):
    depth = 0


_building = _Building()


class Model(BaseModel):
    """A value of an answer: read leniently, so that what the API adds later is kept and breaks nothing.

    What reads a class is built when it is first used, which keeps the import of a large package short.
    """

    model_config = ConfigDict(extra="allow", populate_by_name=True, protected_namespaces=(), defer_build=True)

    @classmethod
    def model_rebuild(
        cls, *, force: bool = False, raise_errors: bool = True, _parent_namespace_depth: int = 2, **options: Any
    ) -> bool | None:
        """Build what reads and writes the class; as for any pydantic model, and modules that need each other meet."""
        link(cls)
        depth = _parent_namespace_depth + 1 if _parent_namespace_depth else 0
        return super().model_rebuild(force=force, raise_errors=raise_errors, _parent_namespace_depth=depth, **options)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """What reads the class as a part of another; far down in one, it is built when it is first needed there."""
        link(cls)
        if _building.depth >= DEEPEST:
            return no_info_plain_validator_function(cls.model_validate, json_schema_input_schema=any_schema())
        _building.depth += 1
        try:
            return handler(source)
        finally:
            _building.depth -= 1
