"""The tree of resources: which operations belong together, what hangs below what, and what their methods are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..spec.objects import Operation as OperationObject
from ..spec.objects import PathItem
from .extensions import Extensions, ResourceName
from .method_names import Key, MethodNames, Offer, action_of
from .model import Method, Operation, Resource
from .paths import PathShape, shape_of
from .types import Type
from .versions import bare

_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")

_DEEPEST = 12
"""How many levels a tree has at most; what lies deeper has the names of the rest of its path in one."""


@dataclass(slots=True)
class _Draft:
    """A resource being gathered; `parents` are the ids before it, `own` those of one item."""

    name: ResourceName
    parents: tuple[str, ...]
    said: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    description: str = ""
    methods: list[Method] = field(default_factory=list)
    children: list[Key] = field(default_factory=list)


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
    types: Mapping[str, Type],
) -> tuple[Resource, ...]:
    """Gather the operations of all path items into a tree; `operations` is keyed by operation id, `tags` describe."""
    tree = _Tree(operations, types)
    shapes = bare(shape_of(item.path) for item in items)
    things = _things(shapes)
    for item, shape in zip(items, shapes, strict=True):
        declared = extensions.resource(item)
        wanted = {operation.operation_id: extensions.method(operation) for operation in item.operations}
        action = "" if declared or _key(shape) in things else action_of(item, shape)
        tree.add(item, shape, declared, action, wanted)
        draft = tree.drafts[tree.offers[-1].place] if tree.offers else None
        for operation in item.operations if draft else ():
            assert draft is not None
            draft.description = draft.description or next((tags[tag] for tag in operation.tags if tags.get(tag)), "")
    return tree.grown()


class _Tree:
    """The tree while it grows."""

    def __init__(self, operations: Mapping[str, Sequence[Operation]], types: Mapping[str, Type]) -> None:
        self.drafts: dict[Key, _Draft] = {}
        self.offers: list[Offer] = []
        self._declared: dict[tuple[str, ...], Key] = {}
        self._order: dict[str, int] = {}
        self._operations = operations
        self._names = MethodNames(operations, types)

    def add(
        self,
        item: PathItem,
        shape: PathShape,
        declared: ResourceName | None,
        action: str,
        wanted: Mapping[str, str],
    ) -> None:
        """Add a path item: to the resource that is declared, or to that of its path, or as an action of another."""
        own = shape.own
        if action:
            shape = replace(shape, steps=shape.steps[:-1])
        key = self._declare(declared, shape) if declared else self._derive(shape)
        draft = self.drafts[key]
        draft.own = draft.own or (() if action else own)
        for operation in item.operations:
            told = wanted[operation.operation_id]
            of = () if action else own
            usual = action or self._names.usual(operation, shape.names[-1], is_item=bool(own))
            self.offers.append(Offer(key, told or usual, operation, of, is_action=bool(action), is_declared=bool(told)))

    def grown(self) -> tuple[Resource, ...]:
        """The tree, every method in its place."""
        self._order = {offer.operation.operation_id: at for at, offer in enumerate(self.offers)}
        for offer in sorted(self.offers, key=lambda offer: (not offer.is_declared, not offer.own)):
            self._place(offer)
        roots: list[Key] = []
        for key in self.drafts:
            above = self._above(key)
            (self.drafts[above].children if above else roots).append(key)
        grown = (self._resource(key, (), 0) for key in roots)
        return tuple(resource for resource in grown if resource is not None)

    def _declare(self, declared: ResourceName, shape: PathShape) -> Key:
        key = self._declared.setdefault(declared.path, (declared.path, len(shape.parents)))
        draft = self.drafts.setdefault(key, _Draft(declared, shape.parents))
        draft.name = declared
        draft.parents = draft.parents[: len(shape.parents)]
        return key

    def _derive(self, shape: PathShape) -> Key:
        """The resource of a path, and those above it, which need not have a path of their own."""
        key: Key = ((), 0)
        levels = range(1, min(len(shape.steps), _DEEPEST))
        for length in (*levels, len(shape.steps)):
            upper = replace(shape, steps=shape.steps[:length])
            key = _key(upper)
            name = ResourceName(upper.names, " ".join(upper.said[-2:]))
            self.drafts.setdefault(key, _Draft(name, upper.parents, said=upper.said))
        return key

    def _place(self, offer: Offer) -> None:
        draft, operation_id = self.drafts[offer.place], offer.operation.operation_id
        taken = {method.name for method in draft.methods}
        name = offer.wanted if offer.wanted not in taken else self._names.other(offer, taken)
        for variant in self._operations.get(operation_id, ()):
            called = f"{name} {variant.variant}".rstrip()
            draft.methods.append(Method(name=called, operation=variant, is_declared=offer.is_declared))

    def _above(self, key: Key) -> Key | None:
        """The nearest resource whose path this one continues."""
        path, count = key
        for length in range(len(path) - 1, 0, -1):
            known = [(path[:length], before) for before in range(count, -1, -1)]
            above = next((it for it in known if it in self.drafts), None)
            if above is not None:
                return above
        return None

    def _resource(self, key: Key, above: tuple[str, ...], bound: int) -> Resource | None:
        """A resource with what is below it; `bound` of its ids are those of the resources above it."""
        draft = self.drafts[key]
        binding = self._binding(key, bound)
        children = []
        for child in draft.children:
            is_bound = child[1] > key[1] and child[1] - bound == binding
            children.append(self._resource(child, key[0], bound + binding if is_bound else bound))
        kept = tuple(child for child in children if child is not None)
        if not draft.methods and not kept:
            return None
        return Resource(
            path=key[0],
            name=" ".join(key[0][len(above) :]),
            class_name=draft.name.class_name,
            said=draft.said,
            description=draft.description,
            parents=draft.parents[:bound],
            item=draft.own[-1] if draft.own else "",
            methods=tuple(sorted(draft.methods, key=lambda method: self._order[method.operation.id])),
            children=kept,
            is_declared=self._declared.get(key[0]) == key,
        )

    def _binding(self, key: Key, bound: int) -> int:
        """How many ids stand for one item: those of its path, or else as few as a child needs."""
        draft = self.drafts[key]
        counts = [child[1] - bound for child in draft.children if child[1] > key[1]]
        own = key[1] + len(draft.own) - bound
        return own if own in counts else min(counts, default=0)


def _key(shape: PathShape) -> Key:
    return shape.names, len(shape.parents)


def _things(shapes: Iterable[PathShape]) -> set[Key]:
    """The places that paths go on from: what has items or parts is a thing, though it be called as an action is."""
    found: set[Key] = set()
    for shape in shapes:
        found |= {_key(shape)} if shape.own else set()
        for length in range(max(1, len(shape.steps) - _DEEPEST), len(shape.steps)):
            found.add(_key(replace(shape, steps=shape.steps[:length])))
    return found
