"""What templates see: frozen views of strings and tuples, every decision made."""

from __future__ import annotations

from dataclasses import dataclass

from .placement import Placement


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """A member of a class, and its docstring (empty for none)."""

    name: str
    annotation: str
    default: str
    doc: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassView:
    """A class of fields."""

    name: str
    base: str
    doc: str
    fields: tuple[FieldView, ...]
    extra: str = ""
    """Of a model, the annotation of all other properties, where the description tells it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasView:
    """A name for a value, and its docstring (empty for none)."""

    name: str
    value: str
    doc: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclarationsView:
    """A module of aliases and classes: models, or arguments.

    `lazy_imports` are those that only type checkers make, indented: two modules that need each other.
    """

    doc: str
    imports: str
    lazy_imports: str = ""
    aliases: tuple[AliasView, ...]
    classes: tuple[ClassView, ...]
    last: tuple[AliasView, ...] = ()
    """The aliases of classes of this module, which stand after them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsView:
    """A tuple with a name, one row a line."""

    name: str
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationView:
    """A constant that holds an operation, and those of its verbs."""

    name: str
    annotation: str
    head: str
    arguments: str
    keywords: tuple[str, ...]
    verbs: tuple[AliasView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationsView:
    """A module of operations."""

    doc: str
    imports: str
    constants: tuple[AliasView, ...]
    groups: tuple[RowsView, ...]
    operations: tuple[OperationView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodView:
    """A method of one line."""

    def_: str
    name: str
    parameters: str
    returns: str
    doc: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LazyView:
    """An attribute that is made, and its class imported, when it is first asked for."""

    name: str
    class_name: str
    module: str
    arguments: str
    doc: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceView:
    """A class of methods; `assignments` are the lines of its constructor."""

    name: str
    bases: str
    doc: str
    parameters: str
    assignments: tuple[str, ...]
    methods: tuple[MethodView, ...]
    children: tuple[LazyView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourcesView:
    """A module of resource classes; `lazy_imports` are those that only type checkers make, indented."""

    doc: str
    imports: str
    lazy_imports: str = ""
    constants: tuple[AliasView, ...] = ()
    classes: tuple[ResourceView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageView:
    """A package's `__init__`: what it exports."""

    doc: str
    imports: str
    exports: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportView:
    """A name that a package offers: the module to import it from, which is empty as `home` if it is a module itself."""

    name: str
    module: str
    home: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportsView:
    """A package's `__init__` whose names are imported when they are first used."""

    doc: str
    exports: tuple[ExportView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MembersView:
    """A package's `__init__` whose members are imported when they are first asked for.

    `imports` are those that type checkers read, `rows` the members of each module.
    """

    doc: str
    imports: tuple[str, ...]
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallView:
    """A call to show, and what it does."""

    doc: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadmeView:
    """What a README tells of an API and its package; text is Markdown, and calls are empty where none can be shown.

    `arguments` are those of a client; `failing` and `awaited` are calls; `sent` and `plain` ask `client.send`.
    """

    title: str
    about: str
    source: str
    version: str
    package: str
    distribution: str
    arguments: str
    credentials: tuple[AliasView, ...]
    first: str
    calls: tuple[CallView, ...]
    paged: str
    streams: tuple[CallView, ...]
    downloads: tuple[CallView, ...]
    failing: str
    awaited: str
    sent: str
    plain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerReadmeView:
    """What the README of server stubs tells; text is Markdown, and `request` and `resource` are empty for none.

    `resource` is the attribute of the service that `implementation` stands for, and `request` the arguments of `curl`
    that reach it.
    """

    title: str
    about: str
    source: str
    version: str
    package: str
    resource: str
    implementation: tuple[ResourceView, ...]
    request: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckView:
    """A test of one method: the call, the arguments of what it asks and of what it is told."""

    name: str
    doc: str
    call: str
    asks: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecksView:
    """A module of tests."""

    doc: str
    checks: tuple[CheckView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflineView:
    """What tests stand on: the arguments of both clients, and the names of the queries that hold credentials."""

    doc: str
    package: str
    arguments: str
    keys: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DistributionView:
    """The distribution's metadata."""

    name: str
    package: str
    version: str
    description: str
    readme: str
    tested_with: str
    """What tests of the package need, empty where there are none."""
    dependencies: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file to render: its path in the output, its template and the view it shows. `text` stands for both if given."""

    path: str
    template: str = ""
    view: object = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Untested:
    """A method that has no test, of an operation by its id, and why."""

    operation: str
    method: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything that will be written, decided: only strings and tuples of strings are left."""

    package: str
    files: tuple[File, ...]
    models: Placement | None = None
    """Where the models of an SDK stand, and why."""
    sent: frozenset[str] = frozenset()
    """The named types that requests and headers hold."""
    untested: tuple[Untested, ...] = ()
    """The methods without a test, where tests were to be made."""
