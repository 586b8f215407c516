"""Every name of the generated code, decided once: classes, modules, arguments, constants."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..api.contents import members
from ..api.model import Api, Content, Encoding, Operation, Parameter, Resource
from ..api.paging import array_at
from ..api.types import Json, Object, Property, String, Type, resolved
from .bound_ids import BoundIds
from .class_names import wanted_classes
from .name_lock import NameLock, Names
from .names import Scope, pascal, snake, words
from .tree_names import MODULES, RESERVED, TreeNames, apart, locked_classes

__all__ = ["IMPORTED", "MODULES", "Argument", "Naming", "is_spread", "name_everything"]

IMPORTED = frozenset(
    "Annotated Any AsyncClient AsyncDownload AsyncPager AsyncStream Base64 Call CallOptions Client Credentials "
    "DateLike DateTimeLike DecimalLike Download DurationLike Field FileContent Iterable JsonText Literal Mapping "
    "Model NotRequired P Pager Protocol Refusal Reply Sequence Service Stream TYPE_CHECKING Tagged TimeLike "
    "TypeAlias TypeAliasType TypedDict Union UnknownObject Unpack UuidLike".split()
)
"""Class names that generated modules have a use of their own for."""

_PLACES = ("path", "query", "querystring", "header", "cookie")


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """One argument of an operation: its name in Python and on the wire, where it goes, and what it means.

    `place` is that of a parameter, `body` for a property of the body, or `content` for the whole body. `form` is how
    the body is written, where the argument is of it.
    """

    name: str
    wire: str
    place: str
    type: Type
    style: str = ""
    explode: bool = True
    media_type: str = ""
    content_type: str = ""
    form: str = ""
    is_required: bool = False
    is_deprecated: bool = False
    is_secret: bool = False
    is_reserved_allowed: bool = False
    is_empty_allowed: bool = False
    default: Json = None
    description: str = ""

    @property
    def sent(self) -> Type:
        """The type of what is sent: text in a media type, where the parameter has one."""
        return String(content=self.media_type) if self.media_type else self.type


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of one API."""

    api: Api
    roots: tuple[Resource, ...]
    """The resources right below the client; like those below them, with every name as it is in Python."""
    resources: tuple[Resource, ...]
    """Every resource of the tree, each before those below it."""
    modules: Mapping[str, str]
    """By class name: the module of a resource, the same word in every package."""
    class_names: Mapping[str, str]
    """By schema name."""
    arguments: Mapping[str, tuple[Argument, ...]]
    """By operation key: the arguments in the order path, query, header, cookie, body."""
    nouns: Mapping[str, str]
    """By class name of a resource: what it is called, without what only sets its class apart from a type."""
    families: Mapping[str, str]
    """By class name of a resource: the words that others end in too, such as `Copies`."""
    bound: Mapping[str, tuple[Argument, ...]]
    """By class name of a resource: the ids that are bound before it is reached."""
    lock: NameLock
    """What keeps all these names when the API grows."""

    def module(self, resource: Resource) -> str:
        """The module of a resource, the same word in every package: `book_copies`."""
        return self.modules[resource.class_name]

    def noun(self, resource: Resource) -> str:
        """What a resource is called, without a `Resource` that only sets its class apart from a type: `Files`."""
        return self.nouns[resource.class_name]

    def parents(self, resource: Resource) -> tuple[Argument, ...]:
        """The ids that are bound before a resource is reached; each may be what any resource below it says it is."""
        return self.bound[resource.class_name]

    def page_item(self, operation: Operation) -> Type | None:
        """The type of the items of a paged operation's answer."""
        if operation.pages is None or operation.success is None or operation.success.type is None:
            return None
        array = array_at(operation.success.type, operation.pages.items, self.api.types)
        return array.items if array else None


def name_everything(api: Api, lock: NameLock | None = None) -> Naming:
    """Decide the names; the same API gives the same names, whatever the order of its schemas.

    What the lock names keeps its name, as long as that is one.
    """
    names = Names(lock)
    class_names = _class_names(api, names)
    tree = TreeNames(names, api.resources, [*IMPORTED, *class_names.values()])
    resources = tuple(_flattened(tree.roots))
    modules = tree.modules
    arguments = {
        method.operation.key: _locked(
            method.operation.key,
            _arguments(method.operation, api.types, resource.parents, modules[resource.class_name]),
            len(resource.parents),
            names,
            modules[resource.class_name],
        )
        for resource in resources
        for method in resource.methods
    }
    bound = BoundIds(arguments, api.types).of(tree.roots)
    return Naming(
        api=api,
        roots=tree.roots,
        resources=resources,
        modules=modules,
        class_names=class_names,
        arguments=arguments,
        nouns=tree.nouns,
        families=_families(resources, tree.nouns),
        bound=bound,
        lock=names.lock,
    )


def _flattened(resources: tuple[Resource, ...]) -> list[Resource]:
    return [found for resource in resources for found in (resource, *_flattened(resource.children))]


def _class_names(api: Api, names: Names) -> dict[str, str]:
    known = sorted(api.types)
    wanted = wanted_classes(known, IMPORTED, lambda name: names.locked("classes", name))
    chosen = names.choose("classes", wanted, (*IMPORTED, *locked_classes(api.resources, names)))
    return dict(zip(known, chosen, strict=True))


def _locked(key: str, arguments: tuple[Argument, ...], bound: int, names: Names, module: str) -> tuple[Argument, ...]:
    """The arguments by their names in the lock; those that are bound have the names that their resource gives them."""
    free = arguments[bound:]
    wanted = [(f"{argument.place} {argument.wire}", argument.name) for argument in free]
    taken = (*RESERVED, module, *(argument.name for argument in arguments[:bound]))
    chosen = names.choose(f"arguments of {key}", wanted, taken)
    return (*arguments[:bound], *(replace(it, name=name) for it, name in zip(free, chosen, strict=True)))


def _arguments(
    operation: Operation, types: Mapping[str, Type], parents: Sequence[str], module: str
) -> tuple[Argument, ...]:
    """The arguments of an operation: ids in the order of its path, the first of them named as its resource does.

    No argument hides the `module` of operations that methods refer to.
    """
    taken = Scope()
    arguments = []
    known = [parameter for parameter in operation.parameters if parameter.place in _PLACES]
    parameters = sorted(known, key=lambda parameter: _rank(parameter, operation.path))
    for index, parameter in enumerate(parameters):
        wanted = apart(snake(parameter.name), (*RESERVED, module))
        name = parents[index] if index < len(parents) else taken.choose(wanted)
        taken.add(name)
        arguments.append(
            Argument(
                name=name,
                wire=parameter.name,
                place=parameter.place,
                type=replace(parameter.type, is_nullable=False),
                style=parameter.style,
                explode=parameter.explode,
                media_type=parameter.media_type,
                is_required=parameter.is_required or parameter.place == "path",
                is_deprecated=parameter.is_deprecated,
                is_reserved_allowed=parameter.allow_reserved,
                is_empty_allowed=parameter.allow_empty,
                default=parameter.default,
                description=parameter.description,
            )
        )
    return (*arguments, *_body_arguments(operation, types, taken, (*RESERVED, module)))


def _rank(parameter: Parameter, path: str) -> tuple[int, int]:
    return (_PLACES.index(parameter.place), path.find(f"{{{parameter.name}}}"))


def _body_arguments(
    operation: Operation, types: Mapping[str, Type], taken: Scope, reserved: Iterable[str]
) -> list[Argument]:
    """The properties of an object in a form or in JSON, each an argument; of any other body there is one, `body`."""
    body = operation.body
    if body is None:
        return []
    content = body.content
    if not is_spread(content, types):
        return [
            Argument(
                name=taken.choose(apart("body", reserved)),
                wire="",
                place="content",
                type=content.type,
                form=content.form,
                is_required=body.is_required,
                description=body.description,
            )
        ]
    sent = [member for member in members(content.type, types) if not member.is_read_only]
    return [_property(member, content, types, taken.choose(apart(snake(member.name), reserved))) for member in sent]


def _property(member: Property, content: Content, types: Mapping[str, Type], name: str) -> Argument:
    encoding = content.encoding.get(member.name, Encoding())
    return Argument(
        name=name,
        wire=member.name,
        place="body",
        type=member.type if content.form == "json" else replace(member.type, is_nullable=False),
        form=content.form,
        style=encoding.style,
        explode=encoding.explode,
        content_type=encoding.content_type,
        is_required=member.is_required,
        is_deprecated=member.is_deprecated,
        is_secret=_is_secret(member.type, types),
        is_reserved_allowed=encoding.allow_reserved,
        default=member.default,
        description=member.description,
    )


def is_spread(content: Content, types: Mapping[str, Type]) -> bool:
    """Whether the properties of a body are arguments of their own: those of an object that is not null."""
    target = resolved(content.type, types)
    is_object = isinstance(target, Object) and not (target.is_nullable or content.type.is_nullable)
    return is_object and content.form in ("json", "form", "multipart")


def _is_secret(meaning: Type, types: Mapping[str, Type]) -> bool:
    target = resolved(meaning, types)
    return isinstance(target, String) and target.format == "password"


def _families(resources: Sequence[Resource], nouns: Mapping[str, str]) -> dict[str, str]:
    """By class name: the words that it ends in and shares with another's, such as `Copies`, where there are any."""
    endings: Counter[tuple[str, ...]] = Counter()
    own = {it.class_name: tuple(words(nouns[it.class_name])) for it in resources if it.methods}
    for said in own.values():
        endings.update(said[start:] for start in range(len(said)))
    found = {}
    for class_name, said in own.items():
        shared = next((said[start:] for start in range(1, len(said)) if endings[said[start:]] > 1), ())
        if shared:
            found[class_name] = pascal("_".join(shared))
    return found
