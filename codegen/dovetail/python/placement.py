"""Which module each class stands in: that of the one resource that uses it, or `shared`; large ones are split."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..api.model import Operation, Resource
from ..api.types import Array, Enum, Map, Object, Property, Type, Union, resolved
from .names import Scope, snake, words
from .naming import MODULES, Naming, is_spread
from .references import References, inner_types

SHARED = "shared"
FULL = 330
"""From this many lines on, as far as can be told beforehand, a module is split."""

_WIDTH = 105


def place_models(naming: Naming, also: Iterable[Type] = ()) -> dict[str, str]:
    """The module of every named type that an argument, an answer or `also` uses, by the name of the type, sorted."""
    return _placement(
        naming,
        References(naming.api.types),
        lambda operation: (*_requested(operation, naming), *_answered(operation)),
        also,
    ).modules()


def placement_of_answers(naming: Naming) -> Placement:
    """The same, of the types that answers use, with what decides it."""
    return _placement(naming, References(naming.api.types, is_in_answers), _answered)


def place_requests(naming: Naming) -> dict[str, str]:
    """The same, of the types that arguments use."""
    references = References(naming.api.types, is_in_requests)
    return _placement(naming, references, lambda known: _requested(known, naming)).modules()


def is_in_answers(member: Property) -> bool:
    """Whether a property is in what comes back (JSON Schema `writeOnly` is not)."""
    return not member.is_write_only


def is_in_requests(member: Property) -> bool:
    """Whether a property is in what is sent (JSON Schema `readOnly` is not)."""
    return not member.is_read_only


def _answered(operation: Operation) -> Iterator[Type]:
    for answer in operation.answers:
        yield from (content.type for content in answer.contents)


def _requested(operation: Operation, naming: Naming) -> Iterator[Type]:
    """The types of arguments; an object whose properties are arguments is none itself."""
    yield from (parameter.type for parameter in operation.parameters)
    if operation.body is None:
        return
    content = operation.body.content
    target = resolved(content.type, naming.api.types)
    if isinstance(target, Object) and is_spread(content, naming.api.types):
        yield from (member.type for member in target.properties if is_in_requests(member))
    else:
        yield content.type


def _placement(
    naming: Naming,
    references: References,
    used: Callable[[Operation], Iterable[Type]],
    also: Iterable[Type] = (),
) -> Placement:
    roots: dict[str, dict[str, None]] = defaultdict(dict)
    for resource in naming.resources:
        for method in resource.methods:
            for meaning in used(method.operation):
                roots[naming.module(resource)] |= references.named(meaning)
    for meaning in also:
        roots[SHARED] |= references.named(meaning)
    homes = dict(sorted(_homes(roots, references).items()))
    return Placement(
        homes=homes,
        sizes={name: lines_of(naming.api.types[name]) for name in homes},
        class_names={name: naming.class_names[name] for name in homes},
        taken=(*MODULES, *naming.modules.values()),
    )


def _homes(roots: Mapping[str, Iterable[str]], references: References) -> dict[str, str]:
    """The module from whose roots each type is reached, directly or not, or `shared` where that are several."""
    homes: dict[str, str] = {}
    for module, names in roots.items():
        pending = [*names]
        while pending:
            name = pending.pop()
            known = homes.get(name)
            if known not in (module, SHARED):  # else what it refers to is known as well
                homes[name] = module if known is None else SHARED
                pending += references.direct(name)
    return homes


@dataclass(frozen=True, slots=True)
class Placement:
    """What decides which module each named type stands in: all that is by the name of the type, sorted.

    `homes` are the modules of who uses it, `sizes` its lines as far as can be told, `taken` no names for new modules.
    """

    homes: Mapping[str, str]
    sizes: Mapping[str, int]
    class_names: Mapping[str, str]
    taken: Sequence[str]
    circles: Mapping[str, int] = field(default_factory=dict[str, int])
    """A number for each module, by its path, where that is known; modules of one number need each other."""

    def modules(self) -> dict[str, str]:
        """The module of each type."""
        split = _Split(self)
        for module, names in by_module(self.homes).items():
            split.place(module, names)
        return {name: split.placed[name] for name in self.homes}


class _Split:
    """Puts classes into modules that are not too long, which are named for the words that their classes begin with."""

    def __init__(self, placement: Placement) -> None:
        self.placed: dict[str, str] = {}
        self._taken = Scope.of(placement.taken)
        self._words = {name: words(class_name) for name, class_name in placement.class_names.items()}
        self._sizes = placement.sizes

    def place(self, module: str, names: Iterable[str], depth: int = 1) -> None:
        """Place types in the module, or if they are too many, the largest groups with a word in common elsewhere."""
        left = dict.fromkeys(names)
        sizes = self._sizes
        groups: dict[str, list[str]] = defaultdict(list)
        for name in left:
            if len(self._words[name]) >= depth:
                groups["_".join(self._words[name][:depth])].append(name)
        if len(groups) == 1 and len(next(iter(groups.values()))) == len(left) > 1:
            self.place(module, left, depth + 1)
            return
        lines = sum(sizes[name] for name in left)
        for common, group in sorted(groups.items(), key=lambda item: (-sum(sizes[name] for name in item[1]), item[0])):
            if len(left) == 1 or lines <= FULL:
                break
            for name in group:
                del left[name]
                lines -= sizes[name]
            self.place(self._module(common, module), group, depth + 1)
        self.placed |= dict.fromkeys(left, module)

    def _module(self, wanted: str, split: str) -> str:
        """A module of its own, called after the one that it was split from if another is called so."""
        is_taken = snake(wanted) in self._taken
        return self._taken.choose(snake(f"{split}_{wanted}" if is_taken else wanted))


def lines_of(meaning: Type) -> int:
    """About how many lines the declaration of a type takes."""
    match meaning:
        case Object(properties=properties):
            members = (2 + _text(member.description) + _values(member.type) for member in properties)
            return 6 + _text(meaning.description) + sum(members)
        case _:
            return 1 + _text(meaning.description) + _values(meaning)


def _values(meaning: Type) -> int:
    """The lines of long lists of values, which stand one below the other."""
    if isinstance(meaning, Enum):
        return len(meaning.values) + 2 if sum(len(str(value)) + 4 for value in meaning.values) > _WIDTH - 25 else 0
    return sum(_values(inner) for inner in inner_types(meaning)) if isinstance(meaning, Array | Map | Union) else 0


def _text(description: str) -> int:
    return sum(1 + len(line) // _WIDTH for line in description.splitlines())


def by_module(placed: Mapping[str, str]) -> dict[str, list[str]]:
    """The names of each module."""
    modules: dict[str, list[str]] = defaultdict(list)
    for name, module in placed.items():
        modules[module].append(name)
    return dict(sorted(modules.items(), key=lambda pair: (pair[0] != SHARED, pair[0])))


def in_dependency_order(names: Iterable[str], types: Mapping[str, Type]) -> list[str]:
    """The names, each after those it refers to, where no cycle forbids it; otherwise alphabetical."""
    return References(types).in_order(names)


def owner(resource: Resource, naming: Naming) -> str:
    """The package-relative module of a resource's classes."""
    return f".resources.{naming.module(resource)}"
