"""Texts of a format as what they mean: dates, UUIDs and decimal numbers.

A server that keeps to its types does not always keep to its formats. A text that is not of its format spoils neither
the answer nor the type of the field: it is read as an `Unreadable`, which is a `datetime` (a `date`, a `UUID`, a
`Decimal`) by its class, says what the text is, and raises as soon as it is used as more than that.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, NoReturn, Self
from uuid import UUID

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema


class Unreadable(ABC):
    """A value that is not of its format: `str(value)` is the text that came, any other use raises `ValueError`."""

    _text: str
    _format: str

    @classmethod
    def of(cls, text: str) -> Self:
        """Keep a text."""
        value = cls._blank()
        object.__setattr__(value, "_text", text)
        return value

    @classmethod
    @abstractmethod
    def _blank(cls) -> Self:
        """A value to keep a text in."""

    def _refuse(self, *_: object) -> NoReturn:
        message = f"{self._text!r} is no {self._format}; str() gives the text as it came"
        raise ValueError(message)

    __abs__ = __bool__ = __ceil__ = __complex__ = __float__ = __floor__ = __int__ = __round__ = __trunc__ = _refuse
    __neg__ = __pos__ = __lt__ = __le__ = __gt__ = __ge__ = __add__ = __radd__ = __sub__ = __rsub__ = _refuse
    __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _refuse
    __divmod__ = __rdivmod__ = __pow__ = __rpow__ = _refuse

    def __getattribute__(self, name: str) -> Any:
        return object.__getattribute__(self, name) if name.startswith("_") else self._refuse()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Unreadable) and self._text == other._text

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self._text)

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"<unreadable {self._format}: {self._text!r}>"

    def __format__(self, specification: str, /, *_: object) -> str:
        return self._refuse() if specification else self._text

    def __reduce_ex__(self, _: object) -> tuple[Callable[[str], Unreadable], tuple[str]]:
        return (type(self).of, (self._text,))

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _: object) -> Self:
        return self


class UnreadableDateTime(Unreadable, datetime):
    """A text where RFC 3339 demands a date and a time."""

    _format = "date-time"

    @classmethod
    def _blank(cls) -> Self:
        return datetime.__new__(cls, 1, 1, 1)


class UnreadableDate(Unreadable, date):
    """A text where RFC 3339 demands a date."""

    _format = "date"

    @classmethod
    def _blank(cls) -> Self:
        return date.__new__(cls, 1, 1, 1)


class UnreadableUuid(Unreadable, UUID):
    """A text where RFC 9562 demands a UUID."""

    _format = "uuid"

    @classmethod
    def _blank(cls) -> Self:
        value = object.__new__(cls)
        object.__setattr__(value, "int", 0)
        return value


class UnreadableDecimal(Unreadable, Decimal):
    """A text where a decimal number was to be."""

    _format = "decimal"

    @classmethod
    def _blank(cls) -> Self:
        return Decimal.__new__(cls, "NaN")


@dataclass(frozen=True, slots=True)
class _Readable:
    """The mark of a type that is read from a text of a format, where it is one."""

    unreadable: type[Unreadable]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        read = handler(source)
        kept = core_schema.no_info_after_validator_function(self.unreadable.of, core_schema.str_schema())
        again = core_schema.is_instance_schema(self.unreadable)
        return core_schema.json_or_python_schema(
            core_schema.union_schema([read, kept], mode="left_to_right"),
            core_schema.union_schema([again, read, kept], mode="left_to_right"),
            serialization=core_schema.wrap_serializer_function_ser_schema(_written, schema=read, when_used="json"),
        )


def _written(value: object, write: Callable[[object], object]) -> object:
    return str(value) if isinstance(value, Unreadable) else write(value)


DateTime = Annotated[datetime, _Readable(UnreadableDateTime)]
Date = Annotated[date, _Readable(UnreadableDate)]
Uuid = Annotated[UUID, _Readable(UnreadableUuid)]
DecimalText = Annotated[Decimal, _Readable(UnreadableDecimal)]
