"""A generated SDK as it is: every method that its clients have, found by walking them, and what each one sends."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any, NoReturn, Protocol

from ..errors import UsageError

SETTINGS_OF_CLIENTS = frozenset(
    {"base_url", "timeout", "retries", "validate", "verify", "proxies", "session", "http_client"}
)


class ParameterFacts(Protocol):
    """What an SDK's operations tell of a parameter."""

    name: str
    wire: str
    place: str
    is_required: bool


class OperationFacts(Protocol):
    """What an SDK's operations tell of themselves."""

    id: str
    parameters: Sequence[ParameterFacts]
    fixed: Mapping[str, object]
    pages: Any


@dataclass(frozen=True, slots=True)
class Method:
    """One method: the way to it from a client, its operation, and how its arguments are given.

    `bound` names the arguments that the way binds, `positional` those of its signature; all by Python name.
    """

    way: tuple[str, ...]
    operation: OperationFacts
    bound: tuple[str, ...]
    positional: tuple[str, ...]
    is_paged: bool

    @property
    def name(self) -> str:
        """The method as one writes it, such as `books.update`."""
        return ".".join(self.way)

    def call(self, client: Any, arguments: Mapping[str, Any]) -> Any:
        """Call it on a client; gives what the SDK gives, which an async client's user must await."""
        ids = iter(self.bound)
        here = client
        for name in self.way[:-1]:
            here = getattr(here, name)
            if _is_bindable(here) and name != self.way[-2]:
                here = here(arguments[next(ids)])
        given = [arguments[name] for name in self.positional]
        rest = {name: value for name, value in arguments.items() if name not in {*self.bound, *self.positional}}
        return getattr(here, self.way[-1])(*given, **rest)


def imported(package: str) -> ModuleType:
    """Import a generated package.

    Raises:
        UsageError: there is none of this name, or it has no `Client` and `AsyncClient`.
    """
    try:
        module = importlib.import_module(package)
    except ImportError as error:
        raise UsageError(f"the package {package} cannot be imported: {error}; install it, or set PYTHONPATH") from None
    if not hasattr(module, "Client") or not hasattr(module, "AsyncClient"):
        raise UsageError(f"the package {package} has no Client and AsyncClient, so it is no SDK made by dovetail")
    return module


def opened(factory: Callable[..., Any], base_url: str) -> Any:
    """Make a client for a base URL with any credentials, that never tries twice."""
    names = [name for name in inspect.signature(factory).parameters if name not in SETTINGS_OF_CLIENTS]
    return factory(**dict.fromkeys(names, "verification"), base_url=base_url, retries=0)


def methods(client: Any) -> tuple[Method, ...]:
    """Every method of a client, in order; nothing is sent."""
    client.call, client.send, client.pages = _call, _call, _pages
    try:
        return tuple(_walk(client, (), type(client).__module__.rpartition(".")[0]))
    finally:
        del client.call, client.send, client.pages


class _Heard(BaseException):
    """What a method asks of its client's driver; raised in the driver's place, and past every `except Exception`."""

    def __init__(self, operation: OperationFacts, arguments: Mapping[str, object], *, is_paged: bool) -> None:
        self.operation, self.arguments, self.is_paged = operation, arguments, is_paged
        super().__init__()


def _call(operation: OperationFacts, arguments: Mapping[str, object], **_: Any) -> NoReturn:
    raise _Heard(operation, arguments, is_paged=False)


def _pages(operation: OperationFacts, arguments: Mapping[str, object], *_: Any) -> NoReturn:
    raise _Heard(operation, arguments, is_paged=True)


def _heard(method: Callable[..., Any], required: Sequence[str]) -> _Heard | None:
    try:
        result = method(*(f"<{argument}>" for argument in required))
        if inspect.iscoroutine(result):
            result.send(None)
    except _Heard as heard:
        return heard
    return None


def _walk(here: Any, way: tuple[str, ...], package: str) -> Iterator[Method]:
    for name, child in sorted(vars(here).items()):
        if not name.startswith("_") and type(child).__module__.startswith(package + "."):
            yield from _methods_of(child, (*way, name))
            if _is_bindable(child):
                yield from _walk(child(f"<{len(way)}>"), (*way, name), package)


def _methods_of(resource: Any, way: tuple[str, ...]) -> Iterator[Method]:
    for name, function in sorted(inspect.getmembers(type(resource), inspect.isfunction)):
        if name.startswith("_"):
            continue
        required = [
            parameter.name
            for parameter in list(inspect.signature(function).parameters.values())[1:]
            if parameter.default is parameter.empty and parameter.kind is not parameter.VAR_KEYWORD
        ]
        heard = _heard(getattr(resource, name), required)
        if heard is None:
            continue
        bound = sorted((str(value), key) for key, value in heard.arguments.items() if key not in required)
        names = tuple(key for value, key in bound if value.startswith("<"))
        yield Method((*way, name), heard.operation, names, tuple(required), heard.is_paged)


def _is_bindable(resource: Any) -> bool:
    return "__call__" in vars(type(resource))
