"""The tests of a generated SDK, planned: every method called offline, on both clients, with samples of its schemas."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Protocol

from .docstrings import docstring, literal
from .examples import path_of, ways_to
from .names import title
from .naming import Argument, Naming
from .readme import every_credential
from .sent import files_in
from .signatures import Signature
from .views import ChecksView, CheckView, File, OfflineView, Untested


class Binary:
    """The kind of an argument that is the content of a file."""


@dataclass(frozen=True, slots=True)
class Files:
    """The kind of an argument that is a list of them."""

    items: Binary


Files.__name__ = "Array"


@dataclass(frozen=True, slots=True)
class Taken:
    """A parameter of a method as samples are made for it."""

    name: str
    wire: str
    place: str
    is_required: bool
    kind: Any


@dataclass(slots=True)
class Facts:
    """A method as samples are made for it."""

    id: str
    parameters: Sequence[Taken]
    fixed: Mapping[str, object]
    body: str | None
    bound: tuple[str, ...]
    positional: tuple[str, ...]
    accepted: tuple[str, ...]
    pages: Any = None
    returns: Any = None


class Exchanges(Protocol):
    """What makes exchanges of the description: arguments by name, the request that they must make, and an answer."""

    def of(self, facts: Any, /) -> tuple[Sequence[Any], str]:
        """The exchanges of a method; where there is no sample that is allowed, none and why."""
        ...


def test_files(
    naming: Naming, signatures: Sequence[Signature], package: str, exchanges: Exchanges
) -> tuple[list[File], tuple[Untested, ...]]:
    """The files of the tests: one for each resource, and what they stand on; and the methods that have no test."""
    ways = dict(ways_to(naming.roots))
    modules: dict[str, list[CheckView]] = defaultdict(list)
    untested: list[Untested] = []
    for signature in signatures:
        found, reason = exchanges.of(_facts(naming, signature))
        for number, exchange in enumerate(found):
            view = _check(naming, signature, ways, exchange, "_in_full" * number)
            modules[naming.module(signature.resource)].append(view)
        if not found:
            called = path_of(ways[signature.resource.class_name], signature.resource.parents, signature.name)
            untested.append(Untested(operation=signature.operation.id, method=called, reason=reason))
    source = f"Generated from {naming.api.source}; do not edit."
    keys = [scheme.parameter for scheme in naming.api.security_schemes if scheme.place == "query"]
    clients = OfflineView(
        doc=f"Both clients, without a network. {source}",
        package=package,
        arguments=", ".join((*every_credential(naming.api), "base_url=offline.BASE_URL", "retries=0")),
        keys=literal(tuple(keys)),
    )
    text = (files("dovetail.runtime") / "testing" / "offline.py").read_text("utf-8")
    shared = [
        File(path="tests/__init__.py", text=f'"""Every method, offline. {source}"""\n'),
        File(path="tests/offline.py", text=text),
        File(path="tests/conftest.py", template="sdk/tests/conftest.py.jinja", view=clients),
    ]
    checked = [
        File(
            path=f"tests/test_{module}.py",
            template="sdk/tests/module.py.jinja",
            view=ChecksView(doc=f"{title(module)}: every method, offline. {source}", checks=tuple(checks)),
        )
        for module, checks in sorted(modules.items())
    ]
    return shared + checked, tuple(untested)


def _facts(naming: Naming, signature: Signature) -> Facts:
    operation, verb = signature.operation, signature.verb
    path = [argument for argument in naming.arguments[operation.key] if argument.place == "path"]
    parents = naming.parents(signature.resource)
    bound = [(argument, parent.name) for argument, parent in zip(path, parents, strict=False)]
    rest = [(argument, argument.name) for argument in (*signature.ids, *signature.required, *signature.options)]
    fixed: dict[str, object] = {}
    for argument in naming.arguments[operation.key] if verb else ():
        if verb and argument.wire in verb.fixed and argument.place == "body":
            fixed[f"fixed {argument.name}"] = verb.fixed[argument.wire]
            rest.append((argument, f"fixed {argument.name}"))
    contents = [content.media_type for success in operation.successes for content in success.contents]
    return Facts(
        id=operation.id,
        parameters=[_taken(naming, argument, name) for argument, name in (*bound, *rest)],
        fixed=fixed,
        body=operation.body.content.media_type if operation.body else None,
        bound=tuple(name for _, name in bound),
        positional=tuple(argument.name for argument in (*signature.ids, *signature.required)),
        accepted=tuple(contents),
    )


def _taken(naming: Naming, argument: Argument, name: str) -> Taken:
    kinds = {"none": None, "one": Binary(), "many": Files(Binary())}
    kind = kinds[files_in(argument, naming.api.types)]
    return Taken(name, argument.wire, argument.place, argument.is_required, kind)


def _check(
    naming: Naming, signature: Signature, ways: Mapping[str, Sequence[Any]], exchange: Any, suffix: str
) -> CheckView:
    given = {name: written(value) for name, value in exchange.arguments.items()}
    parents = [given.pop(parent.name) for parent in naming.parents(signature.resource)]
    called = path_of(ways[signature.resource.class_name], parents, signature.name)
    ids = [given.pop(argument.name) for argument in signature.ids]
    names = [argument.name for argument in (*signature.required, *signature.options)]
    arguments = [*ids, *(f"{name}={given[name]}" for name in names if name in given)]
    asked = [literal(exchange.method), literal(exchange.target), written(dict(exchange.headers))]
    asked += _content(exchange.media_type, exchange.value, exchange.body or None)
    answer = exchange.answer
    headers = {name: value for name, value in answer.record.headers if name.lower() != "content-type"}
    told = [str(answer.status), written(headers)]
    told += _content(answer.media_type, answer.value, None if answer.form == "json" else answer.record.body)
    operation = signature.operation
    return CheckView(
        name=f"test_{signature.name}{suffix}",
        doc=docstring(f"`{operation.method} {operation.path}`"),
        call=f"{called}({', '.join(arguments)})",
        asks=", ".join(asked),
        told=", ".join(told),
    )


def _content(media_type: str, value: Any, body: bytes | None) -> list[str]:
    """The arguments that say what content there is."""
    if not media_type:
        return []
    said = [f"media_type={literal(media_type)}"]
    said += [f"value={written(value)}"] if value is not None else []
    return said + ([f"body={body!r}"] if body is not None else [])


def written(value: Any) -> str:
    """The Python of a JSON value or of bytes."""
    match value:
        case dict():
            return "{" + ", ".join(f"{literal(name)}: {written(member)}" for name, member in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(written(item) for item in value) + "]"
        case _:
            return literal(value)
