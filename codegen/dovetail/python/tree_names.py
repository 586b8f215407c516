"""The names of the tree of resources: attributes, classes, modules, methods, and the ids that are bound on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

from ..api.model import Method, Resource
from ..api.words import singular
from .name_lock import Names
from .names import Scope, pascal, snake

RESERVED = ("self", "call", "caller", "limit", "options", "params", "request_timeout")
"""Argument names that methods have a use of their own for."""

_DEVICES = (*"aux con nul prn".split(), *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)))
_ANNOTATED = ("bool", "bytes", "cached_property", "dict", "float", "int", "object", "str", "tuple")
MODULES = (
    *("kinds", "shared", "annotations", "inputs", "list"),
    *(name for name in RESERVED if name not in ("call", "caller", "request_timeout")),
    *_ANNOTATED,
    *_DEVICES,
)
"""Modules that stand beside those of the resources; what hides a module where it is used; and no file of Windows."""

CLIENT_MEMBERS = ("call", "close", "download", "pages", "send", "stream", *_ANNOTATED)
"""What a client can do itself, and what its annotations name; no resource is called so."""

_MOST_NAMES = 12
"""How many names of a path the name of a class is made of at most."""


class TreeNames:
    """Names resources from the root on; `modules` are told by the names of their classes."""

    def __init__(self, names: Names, resources: tuple[Resource, ...], taken: Iterable[str]) -> None:
        """Decide every name; no class has one of the names taken."""
        self._names = names
        every = list(_in_order(resources, ""))
        self._classes = self._class_names(every, Scope.of(taken))
        self.nouns = {self._classes[key]: self._noun(self._classes[key], resource) for key, resource in every}
        """By class: what its resource is called, without what only sets the class apart."""
        wanted = [(key, apart(module, MODULES)) for key, module in self._wanted_modules(every)]
        declared = {key for key, resource in every if resource.is_declared}
        modules = names.choose("modules", wanted, MODULES, declared)
        self.modules = {self._classes[key]: module for (key, _), module in zip(every, modules, strict=True)}
        self.roots = self._level(resources, CLIENT_MEMBERS, "")

    def _noun(self, class_name: str, resource: Resource) -> str:
        """What a resource is called: as its class, less a `Resource` that sets this apart from a type."""
        short = class_name.removesuffix("Resource")
        if short == class_name:
            return class_name
        own = [pascal(said) for path in (resource.said, resource.path) for said in _said(resource, path)]
        return short if short in own and short not in self._classes.values() else class_name

    def _wanted_modules(self, every: Sequence[tuple[str, Resource]]) -> list[tuple[str, str]]:
        """What each module would be called: as its resource, or as the class if another is called so."""
        short = {key: _module(resource, self.nouns[self._classes[key]]) for key, resource in every}
        met = Counter(short.values())
        return [
            (key, short[key] if met[short[key]] == 1 else _module(resource, self._classes[key]))
            for key, resource in every
        ]

    def _class_names(self, every: Sequence[tuple[str, Resource]], models: Scope) -> dict[str, str]:
        chosen: dict[str, str] = {}
        used = Scope()
        met = Counter(ending.casefold() for _, resource in every for ending in {*_endings(resource)})

        def take(key: str, name: str) -> bool:
            related = _related(name)
            if any(other in models or other in used for other in related):
                return False
            used.add(*related)
            chosen[key] = self._names.keep("resources", key, name)
            return True

        for key, resource in every:
            if resource.is_declared:
                next(name for name in _candidates(resource, models, met) if take(key, name))
        for key, _ in every:
            name = self._names.locked("resources", key)
            if key not in chosen and name is not None:
                take(key, name)
        for key, resource in every:
            if key not in chosen:
                next(name for name in _candidates(resource, models, met) if take(key, name))
        return chosen

    def _level(self, resources: tuple[Resource, ...], reserved: Iterable[str], above: str) -> tuple[Resource, ...]:
        """Resources that are attributes of one class, and what is below them."""
        keyed = _keyed(resources, above)
        wanted = [(key, apart(snake(resource.name), reserved)) for key, resource in keyed]
        attributes = self._names.choose("attributes", wanted, reserved)
        return tuple(
            self._resource(key, resource, name) for (key, resource), name in zip(keyed, attributes, strict=True)
        )

    def _resource(self, key: str, resource: Resource, name: str) -> Resource:
        methods = self._methods(resource.methods, self._classes[key])
        direct, bound = resource.direct, resource.bound
        said = [snake(verb.name) for method in resource.methods for verb in method.operation.verbs]
        at_once = self._level(direct, (*_ANNOTATED, *(method.name for method in methods), *said), key)
        after = self._level(bound, _ANNOTATED, f"{key}()")
        parents = Scope()
        return replace(
            resource,
            name=name,
            class_name=self._classes[key],
            parents=tuple(parents.choose(apart(snake(parent), RESERVED)) for parent in resource.parents),
            methods=methods,
            children=(*at_once, *after),
        )

    def _methods(self, methods: tuple[Method, ...], class_name: str) -> tuple[Method, ...]:
        wanted = [(method.operation.key, apart(snake(method.name), _ANNOTATED)) for method in methods]
        declared = {method.operation.key for method in methods if method.is_declared}
        names = self._names.choose(f"methods of {class_name}", wanted, declared=declared)
        return tuple(replace(method, name=name) for method, name in zip(methods, names, strict=True))


def locked_classes(resources: tuple[Resource, ...], names: Names) -> list[str]:
    """The classes that resources have by the lock, which no type takes."""
    known = (names.locked("resources", key) for key, _ in _in_order(resources, ""))
    return [name for name in known if name is not None]


def _in_order(resources: tuple[Resource, ...], above: str) -> Iterator[tuple[str, Resource]]:
    """Every resource and its key, siblings before what is below them."""
    keyed = _keyed(resources, above)
    yield from keyed
    for key, resource in keyed:
        yield from _in_order(resource.direct, key)
        yield from _in_order(resource.bound, f"{key}()")


def _keyed(resources: tuple[Resource, ...], above: str) -> list[tuple[str, Resource]]:
    """Siblings with keys, which are their places in the tree."""
    numbered: Counter[str] = Counter()
    keyed = []
    for resource in resources:
        key = f"{above}/{resource.name}"
        numbered[key] += 1
        keyed.append((key if numbered[key] == 1 else f"{key} {numbered[key]}", resource))
    return keyed


def _candidates(resource: Resource, models: Scope, met: Mapping[str, int]) -> Iterator[str]:
    """Names for the class of a resource: endings of its path that no other has, the shortest first, and numbered ones.

    `met` tells how many resources have an ending. `users().keys` beside `user.keys` are `UsersKeys`.
    """
    endings = _endings(resource)
    alone = [ending for ending in endings if met[ending.casefold()] == 1]
    whole = pascal(_said(resource, resource.path)[-1])
    for ending in (*alone, whole if whole.casefold() not in met else endings[-1]):
        yield ending
        if any(name in models for name in _related(ending)):
            yield f"{ending}Resource"
    yield f"{endings[-1]}Resource"
    yield from (f"{endings[-1]}Resource{number}" for number in count(2))


def _endings(resource: Resource) -> list[str]:
    """The endings of the path in words, from two names on; the declared name of what has one."""
    return [pascal(said) for said in _said(resource, resource.said)]


def _said(resource: Resource, path: Sequence[str]) -> list[str]:
    if resource.is_declared or len(path) < 2:
        return [resource.class_name]
    return [" ".join(path[-length:]) for length in range(2, min(len(path), _MOST_NAMES) + 1)]


def _module(resource: Resource, class_name: str) -> str:
    """The name of a class as that of a module; `enterprise-1-day` keeps the words that it was made of."""
    said = (*_said(resource, resource.said), *_said(resource, resource.path))
    return next((snake(it) for it in said if pascal(it) == class_name), snake(class_name))


def _related(name: str) -> list[str]:
    """The class of a resource, of its twin, and of one bound item."""
    return [f"{twin}{known}" for twin in ("", "Async") for known in (name, f"Bound{singular(name)}")]


def apart(name: str, reserved: Iterable[str]) -> str:
    """The name, with an underscore after it if it is reserved."""
    return f"{name}_" if name in reserved else name
