"""A generated SDK as it is: every method that its clients have, found by walking them, and what each one sends."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from types import ModuleType
from typing import Any, NoReturn, Protocol

from ..errors import UsageError
from ..runtime.wire.media import JSON, essence_of, form_of

SETTINGS_OF_CLIENTS = frozenset(
    "base_url timeout retries validate verify proxies headers cert session http_client".split()
)
BIND = "("
"""How the step of a way begins that binds ids; their number follows."""
DRIVERS = ("call", "send", "pages", "download", "stream")
"""What the methods of resources ask of their client."""


class ParameterFacts(Protocol):
    """What an SDK's operations tell of a parameter."""

    name: str
    wire: str
    place: str
    is_required: bool
    kind: Any


class OperationFacts(Protocol):
    """What an SDK's operations tell of themselves."""

    id: str
    parameters: Sequence[ParameterFacts]
    fixed: Mapping[str, object]
    pages: Any
    returns: Any
    headers: Sequence[ParameterFacts]
    body: str | None


@dataclass(frozen=True, slots=True)
class Method:
    """One method: the way to it from a client, its operation, and how its arguments are given.

    `bound` names the arguments that the way binds, `positional` those of its signature; all by Python name.
    """

    way: tuple[str, ...]
    operation: OperationFacts
    bound: tuple[str, ...]
    positional: tuple[str, ...]
    driver: str

    @property
    def name(self) -> str:
        """The method as one writes it, such as `books.update`."""
        return ".".join(step for step in self.way if not step.startswith(BIND))

    @property
    def reads_errors(self) -> bool:
        """Whether its operation says what the answers outside of success hold."""
        return bool(getattr(self.operation, "errors", ()))

    def reads(self, status: int, media_type: str, offered: Collection[str]) -> bool:
        """Whether it says that it can read such an answer, of those `offered` with its status.

        A method reads some of an operation's media types; without saying which, that of JSON which goes first.
        """
        returns = self.operation.returns
        if status >= 400 or not media_type:
            return True
        if not isinstance(returns, tuple):
            known = [essence_of(each) for each in offered if form_of(each) == "json"]
            return essence_of(media_type) in sorted(known, key=lambda name: (name != JSON, name))[:1]
        names = (str(status), f"{status // 100}XX", "default")
        own = [each for name in names for each in returns if each.status.upper() == name.upper()]
        return any(essence_of(each.media_type) == essence_of(media_type) for each in own)

    def call(self, client: Any, arguments: Mapping[str, Any]) -> Any:
        """Call it on a client; gives what the SDK gives, which an async client's user must await."""
        ids = iter(self.bound)
        here = client
        for step in self.way[:-1]:
            if step.startswith(BIND):
                here = here(*(arguments[next(ids)] for _ in range(int(step[1:]))))
            else:
                here = getattr(here, step)
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
    given = {
        each.name: ("verification", "verification") if "tuple[" in str(each.annotation) else "verification"
        for each in inspect.signature(factory).parameters.values()
        if each.name not in SETTINGS_OF_CLIENTS and not each.default and "str" in str(each.annotation)
    }
    return factory(**given, base_url=base_url, retries=0, timeout=10.0)


def methods(client: Any) -> tuple[Method, ...]:
    """Every method of a client, in order; nothing is sent."""
    for driver in DRIVERS:
        setattr(client, driver, partial(_hear, driver))
    try:
        return tuple(_walk(client, (), type(client).__module__.partition(".")[0]))
    finally:
        for driver in DRIVERS:
            delattr(client, driver)


class _Heard(BaseException):
    """What a method asks of its client's driver; raised in the driver's place, and past every `except Exception`."""

    def __init__(self, driver: str, operation: OperationFacts, arguments: Mapping[str, object]) -> None:
        self.driver, self.operation, self.arguments = driver, operation, arguments
        super().__init__()


def _hear(driver: str, operation: OperationFacts, arguments: Mapping[str, object], *_: Any, **__: Any) -> NoReturn:
    raise _Heard(driver, operation, arguments)


def _heard(method: Callable[..., Any], required: Sequence[str]) -> _Heard | None:
    try:
        result = method(*(f"<{argument}>" for argument in required))
        if inspect.iscoroutine(result):
            result.send(None)
    except _Heard as heard:
        return heard
    return None


def _walk(here: Any, way: tuple[str, ...], package: str) -> Iterator[Method]:
    for name in sorted({*vars(here), *_lazy_names(type(here), package)}):
        if name.startswith("_"):
            continue
        child = getattr(here, name)
        if type(child).__module__.startswith(package + ".") and "._runtime." not in type(child).__module__:
            yield from _methods_of(child, (*way, name))
            yield from _walk(child, (*way, name), package)
            if callable(child):
                count = len(inspect.signature(child).parameters)
                ids = [f"<{len(way):03}{number:02}>" for number in range(count)]
                yield from _walk(child(*ids), (*way, name, f"{BIND}{count}"), package)


def _lazy_names(kind: type, package: str) -> Iterator[str]:
    """The attributes that a class of the package makes when they are first asked for."""
    for base in kind.__mro__:
        if base.__module__.startswith(package + ".") and "._runtime." not in base.__module__:
            yield from (name for name, held in vars(base).items() if isinstance(held, cached_property | property))


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
        yield Method((*way, name), heard.operation, names, tuple(required), heard.driver)
