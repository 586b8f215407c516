"""Calls to show: methods of which each argument is plain to see, written as a person would write them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from ..api.model import STREAMED, Operation, Resource
from ..api.types import Object, resolved
from .docstrings import literal
from .names import Code, code
from .naming import Argument, Naming
from .plausible import NOTHING, plausible
from .security import usual_security
from .sent import files_in
from .signatures import Signature

WIDTH = 88
_WRITES = ("POST", "PUT", "PATCH")


@dataclass(frozen=True, slots=True)
class Example:
    """A method with its arguments: what is called, and what it is given, positional and by name."""

    signature: Signature
    called: str
    arguments: tuple[str, ...]
    parents: Mapping[str, str]
    """The ids that are bound on the way, by name."""

    def written(self, *more: str, indent: int = 0) -> str:
        """The call; on several lines where one is too short, the later ones `indent` further in."""
        arguments = (*self.arguments, *more)
        line = f"{self.called}({', '.join(arguments)})"
        if len(line) + indent <= WIDTH or not arguments:
            return line
        pad = " " * indent
        return f"{self.called}(\n" + "".join(f"{pad}    {argument},\n" for argument in arguments) + f"{pad})"


class Examples:
    """The calls of an API that can be shown, the simplest first."""

    def __init__(self, naming: Naming, signatures: Sequence[Signature]) -> None:
        self._naming = naming
        self._types = naming.api.types
        self._ways = dict(ways_to(naming.roots))
        self._security = usual_security(naming.api)
        servers = Counter(operation.servers for operation in naming.api.operations)
        self._servers = max(servers, key=lambda known: servers[known], default=())
        found = [example for signature in signatures if (example := self._example(signature)) is not None]
        self.all = tuple(sorted(found, key=_rank))

    @cached_property
    def reads(self) -> list[Example]:
        """Calls that read something whole."""
        return [one for one in self._plain("GET") if one.signature.operation.success and _has_content(one)]

    @cached_property
    def writes(self) -> list[Example]:
        """Calls that send something."""
        sent = [one for method in _WRITES for one in self._plain(method)]
        return [one for one in sent if any(a.place in ("body", "content") for a in one.signature.required)] or sent

    @cached_property
    def lists(self) -> list[Example]:
        """Calls that give items page by page."""
        return [one for one in self.all if self._naming.page_item(one.signature.operation) is not None]

    @cached_property
    def downloads(self) -> list[Example]:
        """Calls that give a file."""
        return [one for one in self.all if one.signature.operation.form == "binary"]

    @cached_property
    def streams(self) -> list[Example]:
        """Calls that give items as they come."""
        forms = [form for form in STREAMED if form != "binary"]
        return [one for one in self.all if one.signature.operation.form in forms]

    def _plain(self, method: str) -> list[Example]:
        return [one for one in self._usual if one.signature.operation.method == method]

    @cached_property
    def _usual(self) -> list[Example]:
        unusual = {id(one) for one in (*self.lists, *self.downloads, *self.streams)}
        return [one for one in self.all if id(one) not in unusual]

    def _example(self, signature: Signature) -> Example | None:
        if not self._is_plain(signature):
            return None
        way = self._ways[signature.resource.class_name]
        bound = self._naming.parents(signature.resource)
        values = [self._value(argument) for argument in (*bound, *signature.ids, *signature.required)]
        if any(value is None for value in values):
            return None
        written = [str(value) for value in values]
        parents = dict(zip(signature.resource.parents, written, strict=False))
        called = path_of(way, written, signature.name)
        given = written[len(bound) :]
        named = [
            value if argument in signature.ids else f"{argument.name}={value}"
            for argument, value in zip((*signature.ids, *signature.required), given, strict=True)
        ]
        return Example(signature, called, tuple(named), parents)

    def _is_plain(self, signature: Signature) -> bool:
        """Whether nothing about the operation is unusual: who may call, where, and what goes together."""
        operation = signature.operation
        asked = tuple(tuple(requirement) for requirement in operation.security)
        is_usual = asked == self._security or not asked
        is_here = operation.servers == self._servers
        return is_usual and is_here and not (operation.is_deprecated or signature.verb or self._has_rules(operation))

    def _has_rules(self, operation: Operation) -> bool:
        target = resolved(operation.body.content.type, self._types) if operation.body else None
        return isinstance(target, Object) and bool(target.rules)

    def _value(self, argument: Argument) -> Code | None:
        """What to write for an argument."""
        if files_in(argument, self._types) == "one":
            return code("b{}", literal("content"))
        if argument.media_type or argument.content_type or (argument.place == "content" and argument.form in STREAMED):
            return None
        value = plausible(argument.type, self._types)
        is_text = argument.place == "content" and argument.form in ("text", "binary")
        if value is NOTHING or (is_text and not isinstance(value, str)) or _is_empty(argument, value):
            return None
        return Code(literal(value) if not isinstance(value, list) else f"[{', '.join(literal(it) for it in value)}]")


def _is_empty(argument: Argument, value: object) -> bool:
    """A path has no empty segments, nor those that are dots."""
    return argument.place == "path" and (value in ("", ".", "..") or isinstance(value, list | dict))


def _has_content(example: Example) -> bool:
    success = example.signature.operation.success
    return success is not None and bool(success.contents)


def ways_to(
    resources: Sequence[Resource], above: tuple[Resource, ...] = ()
) -> Iterator[tuple[str, tuple[Resource, ...]]]:
    """The way from a client to each resource, by class name."""
    for resource in resources:
        way = (*above, resource)
        yield resource.class_name, way
        yield from ways_to(resource.children, way)


def path_of(way: Sequence[Resource], ids: Sequence[str], method: str) -> str:
    """The expression of a method, such as `client.shelves("x").books.list`; `ids` are those bound on the way."""
    called = "client"
    for above, below in pairwise(way):
        bound = ids[len(above.parents) : len(below.parents)]
        called += f".{above.name}({', '.join(bound)})" if bound else f".{above.name}"
    return f"{called}.{way[-1].name}.{method}"


def _rank(example: Example) -> tuple[int, int, str, str]:
    """Calls with few arguments first, but rather with one than with none; then by their names."""
    count = len(example.arguments) + len(example.parents)
    size = sum(map(len, example.arguments))
    return (abs(count - 1), size // 40, example.called, " ".join(example.arguments))
