"""The plan of the server stubs: a Protocol for each resource, what it takes and gives, and the app around it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..api.model import STREAMED, Api, Content, Method, Operation, Resource
from ..api.types import Json, Type, Union
from .client import distribution_view
from .declarations import Models
from .docstrings import docstring, literal, plain, sentence
from .facts import argument_doc
from .imports import import_block
from .lifecycles import lifecycles_view
from .name_lock import LOCK_FILE, NameLock
from .names import Code, Name, Scope, any_of, code, pascal, spoken, title
from .naming import Argument, Naming, name_everything
from .placement import place_models
from .resources import unshadowed
from .runtime import runtime_files
from .server_readme import server_readme_view
from .server_types import decoded, error_type, received
from .views import (
    AliasView,
    ClassView,
    DeclarationsView,
    FieldView,
    File,
    MethodView,
    OperationsView,
    PackageView,
    Plan,
    ResourcesView,
    ResourceView,
    ServerReadmeView,
)

DEPENDENCIES = (
    "anyio>=4.5,<5",
    "jsonschema-rs>=0.60.1,<0.61",
    "python-multipart>=0.0.34,<0.1",
    "starlette>=1.0,<2",
    "typing-extensions>=4.14,<5",
)
_CALLS = "._runtime.server.calls"
_CALL, _REPLY = Name(_CALLS, "Call"), Name(_CALLS, "Reply")
_SERVED = Name("._runtime.server.operations", "ServedOperation")
_PROTOCOL, _PRINCIPAL = Name("typing", "Protocol"), Name(".principal", "P")


def plan_server(api: Api, description: Mapping[str, Json], package: str, lock: NameLock | None = None) -> Plan:
    """Decide every file of the server stubs; `description` is the resolved description that requests are judged by.

    `lock` are the names that were given before.
    """
    api = replace(api, source=plain(api.source))
    naming = name_everything(api, lock)
    server = _Server(naming)
    source = f"Generated from {api.source}; do not edit."
    metadata = distribution_view(api, package, DEPENDENCIES, f"{sentence(api.title)} Server stubs.", "README.md")
    parts: dict[str, Mapping[str, object]] = {
        "models": server.models.views(api.source),
        "params": server.params(source),
        "services": server.services(source),
        "operations": server.operations(source),
    }
    files = [
        File(path="pyproject.toml", template="pyproject.toml.jinja", view=metadata),
        File(path="README.md", template="server/README.md.jinja", view=server.readme(package)),
        File(
            path=f"{package}/__init__.py",
            template="server/__init__.py.jinja",
            view=_doc(f"{sentence(api.title)} {source}"),
        ),
        File(path=f"{package}/app.py", template="server/app.py.jinja", view=_doc(f"The application. {source}")),
        File(path=f"{package}/principal.py", template="server/principal.py.jinja", view=_doc(f"Who calls. {source}")),
        File(path=f"{package}/service.py", template="server/service.py.jinja", view=server.service(source)),
        File(path=f"{package}/py.typed", text=""),
        File(path=LOCK_FILE, text=naming.lock.text()),
        File(path=f"{package}/description.json", text=_json(description)),
    ]
    if api.lifecycles:
        view = lifecycles_view(api, source)
        files.append(File(path=f"{package}/lifecycle.py", template="server/lifecycle.py.jinja", view=view))
    for part, views in parts.items():
        template = f"server/{part}/__init__.py.jinja"
        init = server.models.members(api.source) if part == "models" else _package(part, tuple(views), source)
        files.append(File(path=f"{package}/{part}/__init__.py", template=template, view=init))
        files += [
            File(path=f"{package}/{part}/{module}.py", template=f"server/{part}/module.py.jinja", view=shown)
            for module, shown in views.items()
        ]
    return Plan(package=package, files=tuple(files + runtime_files(package, ("wire", "server"))))


_PARTS = {
    "params": "What operations take besides ids.",
    "services": "What an implementation does, a Protocol for each resource.",
    "operations": "Which method serves which operation.",
}


def _package(part: str, modules: tuple[str, ...], source: str) -> PackageView:
    return PackageView(doc=f"{_PARTS[part]} {source}", imports="", exports=modules)


def _doc(text: str) -> PackageView:
    return PackageView(doc=docstring(text, 0), imports="", exports=())


def _json(value: Mapping[str, Json]) -> str:
    return json.dumps(value, ensure_ascii=True, sort_keys=True, indent=1) + "\n"


class _Server:
    """The stubs of one API."""

    def __init__(self, naming: Naming) -> None:
        self._naming = naming
        self._error = error_type(naming.api)
        self._variants: dict[str, list[Operation]] = defaultdict(list)
        for operation in naming.api.operations:
            self._variants[operation.id].append(operation)
        self._arguments = {
            operation_id: _merged([naming.arguments[variant.key] for variant in variants])
            for operation_id, variants in self._variants.items()
        }
        taken = Scope()
        self._params_names = {known: taken.choose(f"{pascal(known)}Params") for known in self._variants}
        self._resources = [resource for resource in naming.resources if resource.methods]
        placed = place_models(naming, also=_named(self._error))
        self.models = Models(naming.api.types, naming.class_names, placed, "served")

    def readme(self, package: str) -> ServerReadmeView:
        """What the README shows."""
        return server_readme_view(self._naming, self._resources, self._arguments, package)

    def params(self, source: str) -> dict[str, DeclarationsView]:
        """The TypedDicts of what operations take."""
        views = {}
        for resource in self._resources:
            module, uses = self._naming.module(resource), {Name("typing_extensions", "TypedDict")}
            classes = [
                self._params_class(method.operation, uses)
                for method in _served(resource)
                if self._params(method.operation)
            ]
            if classes:
                views[module] = DeclarationsView(
                    doc=f"{title(module)}: what operations take besides ids. {source}",
                    imports=import_block(uses, f".params.{module}"),
                    aliases=(),
                    classes=tuple(classes),
                )
        return views

    def services(self, source: str) -> dict[str, ResourcesView]:
        """The Protocol of each resource."""
        views = {}
        for resource in self._resources:
            module, uses = self._naming.module(resource), {_PROTOCOL, _PRINCIPAL, _CALL, _REPLY}
            methods = tuple(self._method(method.name, method.operation, uses, module) for method in _served(resource))
            described = ResourceView(
                name=resource.class_name,
                bases=f"({_PROTOCOL}[{_PRINCIPAL}])",
                doc=docstring(
                    f"{sentence(resource.description or title(module))} What an implementation does for each operation."
                ),
                parameters="",
                assignments=(),
                methods=unshadowed(methods),
            )
            views[module] = ResourcesView(
                doc=f"{title(module)}: what an implementation does. {source}",
                imports=import_block(uses, f".services.{module}"),
                classes=(described,),
            )
        return views

    def service(self, source: str) -> ResourcesView:
        """The Protocol of the whole implementation."""
        error = received(self._error, self._naming.api.types, self.models.names)
        uses = {_PROTOCOL, _PRINCIPAL, _REPLY, Name(_CALLS, "Credentials"), Name(_CALLS, "Refusal"), *error.names}
        methods = []
        for resource in self._resources:
            module = self._naming.module(resource)
            uses.add(Name(f".services.{module}", resource.class_name))
            methods.append(
                MethodView(
                    def_="def",
                    name=module,
                    parameters="self",
                    returns=f"{resource.class_name}[{_PRINCIPAL}]",
                    doc=docstring(resource.description or f"The {spoken(module)}.", 8),
                    body="",
                )
            )
        described = ResourceView(
            name="Service",
            bases=f"({_PROTOCOL}[{_PRINCIPAL}])",
            doc=error.text,
            parameters="",
            assignments=(),
            methods=tuple(methods),
        )
        doc = f"What an implementation of the whole API is. {source}"
        return ResourcesView(doc=doc, imports=import_block(uses, ".service"), classes=(described,))

    def operations(self, source: str) -> dict[str, OperationsView]:
        """Which method serves which operation, and how its arguments are named."""
        views = {}
        for resource in self._resources:
            module = self._naming.module(resource)
            rows = [
                AliasView(name="", value=self._served(module, method.name, method.operation), doc="")
                for method in _served(resource)
            ]
            views[module] = OperationsView(
                doc=f"{title(module)}: which method serves which operation. {source}",
                imports=import_block({_SERVED}, f".operations.{module}"),
                constants=tuple(rows),
                groups=(),
                operations=(),
            )
        return views

    def _params(self, operation: Operation) -> list[Argument]:
        return [argument for argument in self._arguments[operation.id] if argument.place != "path"]

    def _params_class(self, operation: Operation, uses: set[Name]) -> ClassView:
        fields = []
        for argument in self._params(operation):
            written = decoded(argument.type, self._naming.api.types, self.models.names)
            if not argument.is_required:
                written = code("{}[{}]", Name("typing_extensions", "NotRequired"), written)
            uses |= written.names
            doc = argument_doc(argument.description, argument.type, self._naming.api.types, argument.default)
            fields.append(
                FieldView(name=argument.name, annotation=written.text, default="", doc=docstring(doc) if doc else "")
            )
        return ClassView(
            name=self._params_names[operation.id],
            base="TypedDict",
            doc=docstring(f"What `{operation.id}` takes; what was not sent is absent."),
            fields=tuple(fields),
        )

    def _method(self, name: str, operation: Operation, uses: set[Name], module: str) -> MethodView:
        types = self._naming.api.types
        returns = self._returns(operation)
        uses |= returns.names
        ids = [argument for argument in self._arguments[operation.id] if argument.place == "path"]
        parts = ["self", f"call: {_CALL}[{_PRINCIPAL}]"]
        keywords = []
        for argument in ids:
            written = decoded(argument.type, types, self.models.names)
            uses |= written.names
            keywords.append(f"{argument.name}: {written}")
        if self._params(operation):
            params = Name(f".params.{module}", self._params_names[operation.id])
            uses.add(params)
            keywords.append(f"params: {params}")
        parts += ["*", *keywords] if keywords else []
        return MethodView(
            def_="async def",
            name=name,
            parameters=", ".join(parts),
            returns=f"{returns} | {_REPLY}[{returns}]",
            doc=docstring(f"{sentence(operation.summary or operation.id)} `{operation.method} {operation.path}`", 8),
            body="",
        )

    def _returns(self, operation: Operation) -> Code:
        """What an implementation answers with: the value of any success of any variant."""
        found = [success for variant in self._variants[operation.id] for success in variant.successes]
        written = [self._given(content) for success in found for content in success.contents]
        nothing = [] if written and all(success.contents for success in found) else [Code("None")]
        return any_of(dict.fromkeys([*written, *nothing]))

    def _given(self, content: Content) -> Code:
        if content.form == "binary":
            return code("bytes | {}[bytes]", Name("collections.abc", "AsyncIterable"))
        written = received(content.type, self._naming.api.types, self.models.names)
        return (
            written
            if content.form not in STREAMED
            else code("{}[{}]", Name("collections.abc", "AsyncIterable"), written)
        )

    def _served(self, module: str, method: str, operation: Operation) -> str:
        arguments = self._arguments[operation.id]
        path = {argument.wire: argument.name for argument in arguments if argument.place == "path"}
        params = {
            ("body" if argument.place == "content" else argument.place, argument.wire): argument.name
            for argument in self._params(operation)
        }
        given = (operation.id, module, method, path, params)
        return f"{_SERVED}({', '.join(literal(value) for value in given)})"


def _served(resource: Resource) -> list[Method]:
    """The methods of a resource, each operation once: an implementation serves all its variants."""
    return [method for method in resource.methods if not method.operation.variant]


def _merged(variants: Sequence[tuple[Argument, ...]]) -> list[Argument]:
    """The arguments of all variants of an operation; what one of them lacks is not required."""
    found: dict[tuple[str, str], list[Argument]] = defaultdict(list)
    for argument in (argument for variant in variants for argument in variant):
        found[argument.place, argument.wire].append(argument)
    merged: list[Argument] = []
    scope = Scope()
    for same in found.values():
        types = tuple(other.type for at, other in enumerate(same) if other.type not in [it.type for it in same[:at]])
        meaning = types[0] if len(types) == 1 else Union(members=types)
        is_required = len(same) == len(variants) and all(other.is_required for other in same)
        merged.append(replace(same[0], name=scope.choose(same[0].name), type=meaning, is_required=is_required))
    return merged


def _named(meaning: Type | None) -> Iterable[Type]:
    return [meaning] if meaning is not None else []
