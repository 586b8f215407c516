"""The `resources` package of the SDK, planned: each resource twice, blocking and async, from the same signatures."""

from __future__ import annotations

from collections import ChainMap, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from textwrap import indent

from ..api.model import ContentForm, Resource
from ..api.types import String, resolved
from ..api.words import singular
from .annotations import annotation, answer
from .declarations import Models
from .docstrings import docstring, sentence
from .imports import import_block
from .names import Code, Name, Scope, code, snake, spoken, title
from .naming import Argument, Naming
from .operations import Operations
from .placement import owner
from .sent import annotation_of
from .signatures import Options, Signature
from .views import LazyView, MethodView, ResourcesView, ResourceView

_CLIENT = "._runtime.client.client"
_PAGES = "._runtime.client.pages"
_STREAMS = "._runtime.client.streams"
_UNPACK = Name("typing_extensions", "Unpack")
_ANY = Name("typing", "Any")
CALL_OPTIONS = Name("._runtime.client.operation", "CallOptions")


@dataclass(frozen=True, slots=True)
class Twin:
    """What differs between the blocking and the async half."""

    prefix: str
    def_: str
    await_: str

    @property
    def caller(self) -> Name:
        """The runtime's client that makes the calls."""
        return Name(_CLIENT, f"{self.prefix}Client")

    @property
    def pager(self) -> Name:
        """The runtime's pager."""
        return Name(_PAGES, f"{self.prefix}Pager")


TWINS = (Twin("", "def", ""), Twin("Async", "async def", "await "))


@dataclass(frozen=True, slots=True)
class _Module:
    """One module being planned: the names that it uses, and what it calls the types of what is sent."""

    used: set[Name]
    inputs: Mapping[str, Name]


class Resources:
    """The resource classes of an API."""

    def __init__(
        self,
        naming: Naming,
        signatures: Sequence[Signature],
        options: Mapping[tuple[str, str], Options],
        operations: Operations,
        models: Mapping[str, Name],
        inputs: Models,
    ) -> None:
        """Take what was decided before."""
        self._naming = naming
        self._options = options
        self._operations = operations
        self._models = models
        self._direct, self._packaged = inputs.direct_names, inputs.names
        self._by_resource: dict[str, list[Signature]] = defaultdict(list)
        for signature in signatures:
            self._by_resource[signature.resource.class_name].append(signature)

    def views(self, source: str) -> dict[str, ResourcesView]:
        """The view of each module, by its name."""
        return {self._naming.module(resource): self._view(resource, source) for resource in self._naming.resources}

    def _view(self, resource: Resource, source: str) -> ResourcesView:
        module = _Module(set(), self._told_apart(resource))
        classes = []
        for twin in TWINS:
            if resource.bound:
                classes.append(self._bound(resource, twin, module))
            classes.append(self._collection(resource, twin, module))
        here = owner(resource, self._naming)
        later = lazy_names(resource.children, self._naming)
        if later:
            module.used.update({Name("functools", "cached_property"), Name("typing", "TYPE_CHECKING")})
        named = title(snake(self._naming.noun(resource)))
        return ResourcesView(
            doc=f"{named}: what can be done with them. Generated from {source}; do not edit.",
            imports=import_block(module.used, here),
            lazy_imports=indent(import_block(later, here), "    "),
            classes=tuple(classes),
        )

    def _told_apart(self, resource: Resource) -> Mapping[str, Name]:
        """The names of what is sent; those that answers have too are said with their package."""
        operations = self._operations.answers
        given: set[str] = set()
        for signature in self._by_resource[resource.class_name]:
            item = self._naming.page_item(signature.operation)
            written = [operations.annotation(signature.operation, self._models)]
            written += [answer(item, self._naming.api.types, self._models)] if item is not None else []
            given |= {name.name for part in written for name in part.names}
        alike = {name: self._packaged[name] for name, own in self._direct.items() if own.name in given}
        return ChainMap(alike, self._direct) if alike else self._direct

    def _collection(self, resource: Resource, twin: Twin, module: _Module) -> ResourceView:
        module.used.add(twin.caller)
        parents = self._parameters_of(self._naming.parents(resource), module)
        pairs = ", ".join(f'"{name}": {name}' for name in resource.parents)
        is_mixed = len({parent.partition(": ")[2] for parent in parents}) > 1
        module.used.update({_ANY} if is_mixed else ())
        methods = [self._method(signature, twin, module) for signature in self._by_resource[resource.class_name]]
        if resource.bound:
            methods.append(self._call(resource, twin, module))
        return ResourceView(
            name=twin.prefix + resource.class_name,
            bases="",
            doc=docstring(resource.description or f"The {spoken(snake(self._naming.noun(resource)))}."),
            parameters=", ".join(["self", f"caller: {twin.caller}", *parents]),
            assignments=(
                "self._caller = caller",
                f"self._parent{': dict[str, Any]' if is_mixed else ''} = {{{pairs}}}" if pairs else "",
            ),
            methods=unshadowed(methods),
            children=self._children(
                resource.direct, twin, owner(resource, self._naming), ["self._caller", *_given_parents(resource)]
            ),
        )

    def _children(
        self, children: Iterable[Resource], twin: Twin, module: str, arguments: Iterable[str]
    ) -> tuple[LazyView, ...]:
        given = ", ".join(arguments)
        return tuple(lazy(child, twin, self._naming, module, given) for child in children)

    def _call(self, resource: Resource, twin: Twin, module: _Module) -> MethodView:
        ids, bound = self._item_arguments(resource), bound_name(resource, twin)
        given = ", ".join([*(["**self._parent"] if resource.parents else []), *(f"{it.name}={it.name}" for it in ids)])
        said = "the id" if len(ids) == 1 else "the ids"
        return MethodView(
            def_="def",
            name="__call__",
            parameters=", ".join(["self", *self._parameters_of(ids, module)]),
            returns=bound,
            doc=f"Bind {said} of one {self._one(resource)}; nothing is sent.",
            body=f"return {bound}(self._caller, {given})",
        )

    def _one(self, resource: Resource) -> str:
        return spoken(snake(singular(self._naming.noun(resource))))

    def _bound(self, resource: Resource, twin: Twin, module: _Module) -> ResourceView:
        ids = [*self._naming.parents(resource), *self._item_arguments(resource)]
        names = ", ".join(argument.name for argument in ids)
        return ResourceView(
            name=bound_name(resource, twin),
            bases="",
            doc=f"One {self._one(resource)}, and what belongs to it.",
            parameters=", ".join(["self", f"caller: {twin.caller}", *self._parameters_of(ids, module)]),
            assignments=(f"self._parts = (caller, {names})",),
            methods=(),
            children=self._children(resource.bound, twin, owner(resource, self._naming), ["*self._parts"]),
        )

    def _item_arguments(self, resource: Resource) -> list[Argument]:
        """The ids that stand for one item of a resource, as the first child calls them."""
        scope = Scope.of(resource.parents)
        ids = self._naming.parents(resource.bound[0])[len(resource.parents) :]
        return [replace(argument, name=scope.choose(argument.name)) for argument in ids]

    def _parameters_of(self, ids: Sequence[Argument], module: _Module) -> list[str]:
        """The ids as parameters; those that are text in whatever form are `str`."""
        written = []
        for argument in ids:
            is_text = isinstance(resolved(argument.type, self._naming.api.types), String)
            said = Code("str") if is_text else annotation(argument.type, self._naming.api.types, module.inputs)
            module.used.update(said.names)
            written.append(f"{argument.name}: {said}")
        return written

    def _method(self, signature: Signature, twin: Twin, module: _Module) -> MethodView:
        constant = self._operations.name(signature)
        module.used.add(constant)
        parameters = self._parameters(signature, module)
        given = self._given(signature)
        doc = docstring(f"{_purpose(signature)} `{_shape(signature)}`", 8)
        item = self._naming.page_item(signature.operation)
        if item is not None:
            module.used.add(twin.pager)
            returned = answer(item, self._naming.api.types, self._models)
            page = self._operations.answers.annotation(signature.operation, self._models)
            module.used.update(returned.names | page.names)
            body = f"return self._caller.pages({constant}, {given}, limit)"
            return MethodView(
                def_="def",
                name=signature.name,
                parameters=parameters,
                returns=f"{twin.pager}[{returned}, {page}]",
                doc=doc,
                body=body,
            )
        returned = self._operations.answers.annotation(signature.operation, self._models)
        ask = "call"
        if signature.operation.form is not None:
            ask, returned = _piecewise(signature.operation.form, returned, twin)
        module.used.update(returned.names)
        prefix = "" if returned.text == "None" else "return "
        return MethodView(
            def_=twin.def_,
            name=signature.name,
            parameters=parameters,
            returns=returned.text,
            doc=doc,
            body=f"{prefix}{twin.await_}self._caller.{ask}({constant}, {given})",
        )

    def _parameters(self, signature: Signature, module: _Module) -> str:
        types = self._naming.api.types
        parts = ["self"]
        for argument in (*signature.ids, *signature.required):
            written = annotation_of(argument, types, module.inputs)
            module.used.update(written.names)
            parts.append(f"{argument.name}: {written}")
        if self._naming.page_item(signature.operation) is not None:
            parts += ["*", "limit: int | None = None"]
        option = self._options.get(signature.key)
        name = Name(".", "params", option.name) if option else CALL_OPTIONS
        module.used.update({name, _UNPACK})
        parts.append(f"**options: Unpack[{name}]")
        return ", ".join(parts)

    def _given(self, signature: Signature) -> str:
        named = [f'"{argument.name}": {argument.name}' for argument in (*signature.ids, *signature.required)]
        parents = ["**self._parent"] if signature.resource.parents else []
        return "{" + ", ".join([*parents, *named, "**options"]) + "}"


def _given_parents(resource: Resource) -> list[str]:
    return [f'self._parent["{name}"]' for name in resource.parents]


def lazy(child: Resource, twin: Twin, naming: Naming, module: str, arguments: str) -> LazyView:
    """The attribute of a resource, seen from a module."""
    name = Name(owner(child, naming), twin.prefix + child.class_name)
    return LazyView(
        name=child.name,
        class_name=str(name),
        module=import_block([name], module).split()[1],
        arguments=arguments,
        doc=docstring(child.description or f"The {spoken(snake(naming.noun(child)))}.", 8),
    )


def lazy_names(children: Iterable[Resource], naming: Naming) -> set[Name]:
    """The classes of resources that are imported when they are first asked for."""
    return {Name(owner(child, naming), twin.prefix + child.class_name) for child in children for twin in TWINS}


def _piecewise(form: ContentForm, returned: Code, twin: Twin) -> tuple[str, Code]:
    """The client's method that reads an answer piece by piece, and what it gives."""
    if form == "binary":
        return "download", code("{}", Name(_STREAMS, f"{twin.prefix}Download"))
    return "stream", code("{}[{}]", Name(_STREAMS, f"{twin.prefix}Stream"), returned)


def unshadowed(methods: Sequence[MethodView]) -> tuple[MethodView, ...]:
    """The methods; `list` stands last where annotations after it would take it for the type."""
    lists = [method for method in methods if method.name == "list"]
    others = [method for method in methods if method.name != "list"]
    is_needed = any("list[" in f"{method.parameters} {method.returns}" for method in others)
    return tuple([*others, *lists] if is_needed else methods)


def bound_name(resource: Resource, twin: Twin) -> str:
    """The class that one item of a resource is bound in."""
    return f"{twin.prefix}Bound{singular(resource.class_name)}"


def _purpose(signature: Signature) -> str:
    text = signature.verb.description if signature.verb else signature.operation.summary
    deprecated = "Deprecated. " if signature.operation.is_deprecated else ""
    return deprecated + sentence(text or signature.operation.description.partition("\n")[0] or signature.operation.id)


def _shape(signature: Signature) -> str:
    """The method and the end of the path, which is what tells operations of one resource apart."""
    segments = signature.operation.path.split("/")
    tail = next((at for at in range(len(segments) - 1, 0, -1) if "{" not in segments[at]), 0)
    lead = "…/" if tail > 1 else "/"
    return f"{signature.operation.method} {lead}{'/'.join(segments[tail:])}"
