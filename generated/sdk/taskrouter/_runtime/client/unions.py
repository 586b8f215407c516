"""Unions in which one property tells the members apart, open for members that the description does not know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, get_args

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .models import Model

_Choice: TypeAlias = CoreSchema | tuple[CoreSchema, str]


class UnknownObject(Model):
    """An object of a kind that the description does not know, or not in this form; every property is an attribute."""

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...


@dataclass(frozen=True, slots=True, eq=False)
class Tagged:
    """The mark of a union whose members are told by `property`; `members` gives the name of the class for each value.

    What has another value there, or is not what its value says, is read as the class called `default` if there is one
    (OAS 3.2, `defaultMapping`), else as what it fits best of the members that no value tells, else as the last member.
    """

    property: str
    members: Mapping[str, str]
    default: str = ""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Look at the property first, which is faster and more exact than to try one member after the other."""
        *known, other = get_args(source)
        schemas = {member.__name__: handler.generate_schema(member) for member in known}
        choices = {value: schemas[name] for value, name in self.members.items()}
        untold: list[_Choice] = [schema for name, schema in schemas.items() if name not in self.members.values()]
        read: list[_Choice] = [
            core_schema.tagged_union_schema(choices, discriminator=self.property),
            *([schemas[self.default]] if self.default else []),
            *([core_schema.union_schema(untold)] if untold else []),
            handler.generate_schema(other),
        ]
        made: list[_Choice] = [core_schema.is_instance_schema(member) for member in known if isinstance(member, type)]
        return core_schema.json_or_python_schema(
            core_schema.union_schema(read, mode="left_to_right"),
            core_schema.union_schema([*made, *read], mode="left_to_right"),
            # What is written is what was read, whatever its tag has become.
            serialization=core_schema.wrap_serializer_function_ser_schema(_written, schema=core_schema.any_schema()),
        )


def _written(value: object, write: Callable[[object], object]) -> object:
    return write(value)
