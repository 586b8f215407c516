"""A workflow's configuration: the JSON text that clients send, checked and turned into data."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Container
from functools import lru_cache
from typing import Annotated, Any, NoReturn, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails

from .conditions import Operand, is_number
from .explanations import position_of, shown
from .expressions import Expression, OrderClause, parse, parse_order, parse_value

MAX_LENGTH = 100_000
MAX_NESTING = 20
MAX_DIGITS = 20
MAX_FAULTS = 5
MAX_INTEGER = 2_147_483_647

_MESSAGES = {
    "missing": "is missing",
    "model_type": "must be an object",
    "tuple_type": "must be an array",
    "string_type": "must be a string",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
}

Parsed = TypeVar("Parsed")


class ConfigurationError(ValueError):
    """A text that is no configuration; the message has a line and column, or the path of each value at fault."""


def _spelled(parser: Callable[[str], Parsed]) -> BeforeValidator:
    def read(value: object) -> Parsed:
        if not isinstance(value, str):
            raise ValueError("must be a string")  # noqa: TRY004 - what pydantic gathers is ValueError
        return parser(value)

    return BeforeValidator(lambda value: None if value is None else read(value))


def _whole_number(value: object) -> object:
    if value is None:
        return None
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,20}", value):
        return int(value)
    if is_number(value) and value == int(value):
        return int(value)
    raise ValueError("must be a whole number")


_WholeNumber = BeforeValidator(_whole_number)
_Ranged = Annotated[int, Field(ge=0, le=MAX_INTEGER)]
_Seconds = Annotated[int, Field(ge=1, le=MAX_INTEGER)]


def _with_spelling(data: object, name: str, older: str) -> object:
    """The object with its older spelling of a property replaced by today's."""
    if not isinstance(data, dict) or data.get(older) is None:
        return data
    if data.get(name) not in (None, data[older]):
        raise ValueError(f"{name} and {older} are two spellings of one property, and differ")
    return {**data, name: data[older]}


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", arbitrary_types_allowed=True)


class DefaultFilter(_Part):
    """Where a task goes that no filter takes, or that has been through all targets of one."""

    queue: str

    @model_validator(mode="before")
    @classmethod
    def _spell(cls, data: object) -> object:
        return _with_spelling(data, "queue", "task_queue_sid")


class Target(DefaultFilter):
    """One stop of a task on its way through a filter; `timeout` is in seconds of the task's age.

    A target without a queue has that of the target before it.
    """

    expression: Annotated[Expression | None, _spelled(parse)] = None
    priority: Annotated[_Ranged | None, _WholeNumber] = None
    timeout: Annotated[_Seconds | None, _WholeNumber] = None
    order_by: Annotated[tuple[OrderClause, ...] | None, _spelled(parse_order)] = None
    skip_if: Annotated[Expression | None, _spelled(parse)] = None
    known_worker_sid: Annotated[Operand | None, _spelled(parse_value)] = None
    known_worker_friendly_name: Annotated[Operand | None, _spelled(parse_value)] = None

    @model_validator(mode="after")
    def _know_one(self) -> Target:
        if self.known_worker_sid is not None and self.known_worker_friendly_name is not None:
            raise ValueError("known_worker_sid and known_worker_friendly_name exclude each other")
        return self


class Filter(_Part):
    """The targets of the tasks for which the expression holds."""

    expression: Annotated[Expression, _spelled(parse)]
    filter_friendly_name: str | None = None
    targets: tuple[Target, ...]

    @model_validator(mode="before")
    @classmethod
    def _spell(cls, data: object) -> object:
        data = _with_spelling(data, "filter_friendly_name", "friendly_name")
        if not isinstance(data, dict) or not isinstance(data.get("targets"), list):
            return data
        if not data["targets"]:
            raise ValueError("targets must hold at least one target")
        return {**data, "targets": _with_queues(data["targets"])}


def _with_queues(targets: list[object]) -> list[object]:
    """The targets, each that names no queue given that of the one before."""
    queue: object = None
    filled: list[object] = []
    for target in targets:
        if not isinstance(target, dict):
            filled.append(target)
            continue
        own = target.get("queue") or target.get("task_queue_sid")
        queue = own or queue
        filled.append(target if own or not queue else {**target, "queue": queue})
    return filled


class WorkflowConfiguration(_Part):
    """What a workflow does with its tasks: filters in order, then the default filter, where there is one."""

    filters: tuple[Filter, ...] = ()
    default_filter: DefaultFilter | None = None

    @property
    def queue_sids(self) -> frozenset[str]:
        """Every queue that the configuration names."""
        named = {target.queue for each in self.filters for target in each.targets}
        return frozenset(named | ({self.default_filter.queue} if self.default_filter else set()))


class _Document(_Part):
    task_routing: WorkflowConfiguration


def parse_configuration(text: str, known_queues: Container[str] | None = None) -> WorkflowConfiguration:
    """The configuration that the JSON text holds; raises ConfigurationError.

    `known_queues` are the SIDs that may be named; None takes any, for a text that was checked before.
    """
    configuration = _read(text)
    if known_queues is not None:
        unknown = [
            f"{path}: there is no task queue {shown(queue)}"
            for path, queue in _queues(configuration)
            if queue not in known_queues
        ]
        _refuse(unknown)
    return configuration


@lru_cache(maxsize=64)
def _read(text: str) -> WorkflowConfiguration:
    try:
        return _Document.model_validate(_load(text)).task_routing
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
        _refuse([f"{_path(fault['loc'])}: {_message(fault)}" for fault in faults])
        raise


def _load(text: str) -> Any:
    if len(text) > MAX_LENGTH:
        raise ConfigurationError(f"longer than {MAX_LENGTH:,} characters")
    _bound_nesting(text)
    try:
        return json.loads(
            text, object_pairs_hook=_object, parse_int=_integer, parse_float=_decimal, parse_constant=_no_number
        )
    except json.JSONDecodeError as error:
        raise ConfigurationError(f"line {error.lineno}, column {error.colno}: {error.msg}") from None


def _bound_nesting(text: str) -> None:
    depth = 0
    # A string is matched to its end, or to that of the text, so that the scan is linear whatever the text holds.
    for match in re.finditer(r'"(?:[^"\\]|\\[\s\S])*(?:"|\\?\Z)|[\[{]|[\]}]', text):
        depth += (match[0] in ("[", "{")) - (match[0] in ("]", "}"))
        if depth > MAX_NESTING:
            line, column = position_of(text, match.start())
            raise ConfigurationError(f"line {line}, column {column}: nested more than {MAX_NESTING} levels deep")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members: dict[str, Any] = {}
    for name, value in pairs:
        if name in members:
            raise ConfigurationError(f"the property {shown(name)} occurs twice in one object")
        members[name] = value
    return members


def _integer(digits: str) -> int:
    if len(digits) > MAX_DIGITS:
        raise ConfigurationError(f"a number of more than {MAX_DIGITS} digits")
    return int(digits)


def _decimal(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise ConfigurationError(f"the number {shown(digits)} is too large")
    return value


def _no_number(word: str) -> NoReturn:
    raise ConfigurationError(f"{word} is no JSON value")


def _queues(configuration: WorkflowConfiguration) -> list[tuple[str, str]]:
    named = [
        (f"task_routing.filters[{number}].targets[{index}].queue", target.queue)
        for number, each in enumerate(configuration.filters)
        for index, target in enumerate(each.targets)
    ]
    default = configuration.default_filter
    return named + ([("task_routing.default_filter.queue", default.queue)] if default else [])


def _message(fault: ErrorDetails) -> str:
    message = _MESSAGES.get(fault["type"], fault["msg"].removeprefix("Value error, "))
    return message.format_map(fault.get("ctx", {})) if fault["type"] in _MESSAGES else message


def _path(location: tuple[int | str, ...]) -> str:
    parts = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in location]
    return "".join(parts).removeprefix(".") or "the configuration"


def _refuse(faults: list[str]) -> None:
    if not faults:
        return
    more = f"; and {len(faults) - MAX_FAULTS} more" if len(faults) > MAX_FAULTS else ""
    raise ConfigurationError("; ".join(faults[:MAX_FAULTS]) + more) from None
