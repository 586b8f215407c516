"""The tree of resources: which operations belong together, what hangs below what, and what their methods are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..spec.objects import Operation as OperationObject
from ..spec.objects import PathItem
from .extensions import Extensions, ResourceName
from .model import Method, Operation, Resource

_VARIABLE = re.compile(r"\{([^}]*)\}")
_VERSION = re.compile(r"v\d+(\.\d+)*([a-z]+\d*)?|api|\d{4}-\d{2}-\d{2}", re.IGNORECASE)


@dataclass(slots=True)
class _Draft:
    """A resource being gathered; `parents` is `None` where its paths disagree about how many there are."""

    name: ResourceName
    parents: tuple[str, ...] | None
    item: str = ""
    description: str = ""
    methods: list[Method] = field(default_factory=list)


_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


def in_order(items: Iterable[PathItem]) -> tuple[PathItem, ...]:
    """Path items by their paths and operations by their methods: the order of keys in a document means nothing."""

    def rank(operation: OperationObject) -> tuple[bool, int, str]:
        is_known = operation.method in _METHODS
        return (not is_known, _METHODS.index(operation.method) if is_known else 0, operation.method)

    ordered = sorted(items, key=lambda item: item.path)
    return tuple(replace(item, operations=tuple(sorted(item.operations, key=rank))) for item in ordered)


def resources_of(
    items: Sequence[PathItem],
    operations: Mapping[str, Sequence[Operation]],
    extensions: Extensions,
    tags: Mapping[str, str],
) -> tuple[Resource, ...]:
    """Gather the operations of all path items into a tree; `operations` is keyed by operation id, `tags` describe."""
    drafts: dict[tuple[str, ...], _Draft] = {}
    for item in items:
        name = extensions.resource(item) or derived_name(item.path)
        parents, own = split_variables(item.path)
        draft = drafts.setdefault(name.path, _Draft(name, parents))
        if draft.parents is not None and len(draft.parents) != len(parents):
            draft.parents = None
        draft.item = draft.item or (own[-1] if own else "")
        for operation in item.operations:
            draft.description = draft.description or next((tags[tag] for tag in operation.tags if tags.get(tag)), "")
            wanted = extensions.method(operation) or derived_method(operation.method, bool(own))
            chosen = _free(wanted, draft, operation.operation_id)
            for variant in operations.get(operation.operation_id, ()):
                draft.methods.append(Method(name=f"{chosen} {variant.variant}".rstrip(), operation=variant))
    return _tree(drafts, ())


def derived_name(path: str) -> ResourceName:
    """The place that a path itself suggests: its literal segments, less a leading version."""
    literals = [segment for segment in path.split("/") if segment and not _VARIABLE.search(segment)]
    while len(literals) > 1 and _VERSION.fullmatch(literals[0]):
        literals = literals[1:]
    return ResourceName(tuple(literals) or ("root",), " ".join(literals[-2:]) or "root")


def derived_method(method: str, is_item: bool) -> str:
    """What HTTP's method means for a collection or one of its items."""
    table = {
        ("GET", False): "list",
        ("POST", False): "create",
        ("GET", True): "fetch",
        ("POST", True): "update",
        ("PATCH", True): "update",
        ("PUT", True): "replace",
        ("DELETE", True): "delete",
    }
    return table.get((method, is_item), method.lower())


def split_variables(path: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The path parameters before the last literal segment, and those after it."""
    parents: list[str] = []
    own: list[str] = []
    for segment in path.split("/"):
        variables = _VARIABLE.findall(segment)
        if variables:
            own.extend(variables)
        elif segment:
            parents, own = parents + own, []
    return tuple(parents), tuple(own)


def _free(name: str, draft: _Draft, operation_id: str) -> str:
    return operation_id if any(method.name == name for method in draft.methods) else name


def _tree(drafts: Mapping[tuple[str, ...], _Draft], above: tuple[str, ...]) -> tuple[Resource, ...]:
    """The resources right below `above`; one whose parent is nobody's hangs from the root and binds nothing."""
    resources = []
    for path, draft in drafts.items():
        nearest = _nearest(path, drafts)
        if (nearest or ()) != above:
            continue
        children = _tree(drafts, path)
        if draft.methods or children:
            resources.append(
                Resource(
                    path=path,
                    name=" ".join(path[len(above) :]),
                    class_name=draft.name.class_name,
                    description=draft.description,
                    parents=draft.parents or () if nearest is not None else (),
                    item=draft.item,
                    methods=tuple(draft.methods),
                    children=children,
                )
            )
    return tuple(resources)


def _nearest(path: tuple[str, ...], drafts: Mapping[tuple[str, ...], _Draft]) -> tuple[str, ...] | None:
    """The path of the resource that binds all parents of this one but the last; `None` if no resource does."""
    parents = drafts[path].parents
    if not parents:
        return () if parents is not None else None
    for length in range(len(path) - 1, 0, -1):
        above = path[:length]
        if above not in drafts or drafts[above].parents is None:
            continue
        if len(drafts[above].parents or ()) + 1 == len(parents) and _nearest(above, drafts) is not None:
            return above
    return None
