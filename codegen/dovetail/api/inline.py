"""Names for what has none: every object that is described in place gets the name that a person would give it.

The name says where the object stands, `Order customer`, and so it stays when neighbours come and go; a title of its own
is better, if it fits and means one thing in the whole description. Names are words: no two of them differ in case and
punctuation alone, and none is the name of a schema that the description names itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from .discriminators import settled, tags
from .inside import exchanged, within
from .looks import Looks, of_operation, of_type
from .model import Operation
from .places import Place, exchanged_in, types_of
from .types import Array, Map, Object, Reference, Type, Union
from .words import folded, joined, singular, tried, words

_FIT: Final = re.compile(r"[A-Za-z][A-Za-z0-9 _-]{1,59}")
_MOST_WORDS: Final = 4
_HOLDING: Final = (Object, Array, Map, Union)


def name_inline(
    operations: Sequence[Operation], types: Mapping[str, Type], looks: Looks
) -> tuple[tuple[Operation, ...], dict[str, Type]]:
    """The operations and the named types, each inline object in them a reference to a type that has a name now.

    An object that is the body of a request stays as it is, for it is spread into arguments. With all names known, the
    unions get their discriminators. `looks` notes the types that had a say in the names of others.
    """
    namer = _Namer(operations, types, looks)
    named = [exchanged_in(operation, partial(namer.placed, operation)) for operation in operations]
    found: dict[str, Type] = {}
    for name, meaning in namer.types.items():
        looks.by = looks.owners.get(name) or of_type(name)
        found[name] = settled(meaning, namer.types, looks)
    told: list[Operation] = []
    for operation in named:
        looks.by = of_operation(operation.method, operation.path)
        told.append(exchanged_in(operation, lambda meaning, _: settled(meaning, found, looks)))
    return tuple(told), found


class _Namer:
    """Gives names to inline objects; `types` holds them with those that have one."""

    def __init__(self, operations: Sequence[Operation], types: Mapping[str, Type], looks: Looks) -> None:
        self._looks = looks
        self._taken = {folded(name) for name in types}
        self._objects: dict[str, Object] = {}
        roots = [*types.values(), *(meaning for operation in operations for meaning, _ in types_of(operation))]
        titles, repeated = _titles(roots)
        self._titles = titles - self._taken
        self._repeated = repeated - self._taken
        for name, meaning in types.items():
            self._note_title(name, meaning)
        self._errors = _shared_errors(operations)
        self._names: dict[str, str] = {}
        self._asked: set[str] = set()
        self.types: dict[str, Type] = dict(types)
        for name, meaning in types.items():
            looks.by = of_type(name)
            self.types[name] = self._below(meaning, name)

    def placed(self, operation: Operation, meaning: Type, place: Place) -> Type:
        """A type that stands in an operation, the objects in it named after both."""
        self._looks.by = of_operation(operation.method, operation.path)
        if isinstance(meaning, Object):
            if place.is_spread:
                return self._below(meaning, operation.id)
            meaning = replace(meaning, description=meaning.description or place.description)
            if place.is_error:
                return self._error(meaning, operation, place)
        return self._member(meaning, operation.id, place.name)

    def _error(self, meaning: Object, operation: Operation, place: Place) -> Type:
        shared = self._errors.get(repr(_bare(meaning)))
        wanted = (shared, f"{shared} response") if shared else (joined(operation.id, place.name),)
        named = self._named(meaning, *wanted)
        if isinstance(named, Reference):
            self._looks.note_for_all(named.name)
        return named

    def _note_title(self, name: str, meaning: Type) -> None:
        if folded(meaning.title) in self._repeated:
            self._looks.note_for_all(name)

    def _named(self, meaning: Type, *wanted: str) -> Type:
        """A reference in the place of an object; another type, with the objects in it named."""
        if not isinstance(meaning, Object):
            return self._below(meaning, wanted[0])
        if folded(meaning.title) in self._titles and not folded(wanted[0]).endswith(folded(meaning.title)):
            wanted = (" ".join(words(meaning.title)), *wanted)
        name = next(name for name in tried(wanted) if self._is_free(name, meaning))
        key = folded(name)
        if key not in self._objects:
            self._taken.add(key)
            self._objects[key] = meaning
            self._names[key] = name
            self._looks.owners[name] = self._looks.by
            self._note_title(name, meaning)
            self.types[name] = meaning
            self.types[name] = replace(self._below(meaning, name), is_nullable=False)
        return Reference(name=self._names[key], is_nullable=meaning.is_nullable, description=meaning.description)

    def _member(self, meaning: Type, owner: str, name: str) -> Type:
        return self._named(meaning, joined(owner, name)) if isinstance(meaning, _HOLDING) else meaning

    def _one_of(self, owner: str, word: str) -> tuple[str, ...]:
        """The names for one of many: the singular, if there is one that no property beside it has."""
        single = singular(owner)
        self._looks.asked.add(folded(single))
        return (f"{owner} {word}",) if folded(single) in self._asked or single == owner else (single, f"{owner} {word}")

    def _is_free(self, name: str, meaning: Object) -> bool:
        known = self._objects.get(folded(name))
        if known is None:
            return folded(name) not in self._taken
        self._looks.note_for_all(self._names[folded(name)])  # another object may go by this name if it is the same
        return _bare(known) == _bare(meaning)

    def _below(self, meaning: Type, owner: str) -> Type:
        """The type, with the objects within it named after their owner."""
        match meaning:
            case Object():
                self._asked |= {folded(joined(owner, it.name)) for it in meaning.properties}
                return exchanged(meaning, lambda it, name: self._member(it, owner, name or "value"))
            case Array():
                return exchanged(meaning, lambda it, _: self._named(it, *self._one_of(owner, "item")))
            case Map():
                return exchanged(meaning, lambda it, _: self._named(it, *self._one_of(owner, "value")))
            case Union():
                wanted = _members(meaning, owner)
                return exchanged(meaning, lambda it, _: self._named(it, *wanted.get(id(it), (owner,))))
            case _:
                return meaning


def _members(union: Union, owner: str) -> dict[int, tuple[str, ...]]:
    """The names for the objects among the members of a union, by the identity of each."""
    objects = [member for member in union.members if isinstance(member, Object)]
    told = tags(objects)
    if len(objects) == 1 and not told:
        alone = (owner,) if len(union.members) > 1 else ()
        return {id(objects[0]): (*alone, joined(owner, objects[0].title if _is_fit(objects[0].title) else "object"))}
    if not told:
        told = _own_titles(objects) or _own_properties(objects)
    return {
        id(member): (joined(owner, word) if word else f"{owner} variant {number}",)
        for number, (member, word) in enumerate(zip(objects, told, strict=True), 1)
    }


def _own_titles(objects: Sequence[Object]) -> tuple[str, ...]:
    """The title of each, if all have one of their own."""
    titles = tuple(it.title for it in objects)
    return titles if all(map(_is_fit, titles)) and len({*map(folded, titles)}) == len(objects) else ()


def _own_properties(objects: Sequence[Object]) -> tuple[str, ...]:
    """The first property of each that no other has, one that it requires before others; empty where there is none."""
    known = [{folded(it.name) for it in found.properties} for found in objects]
    own = [
        [it for it in found.properties if folded(it.name) and sum(folded(it.name) in names for names in known) == 1]
        for found in objects
    ]
    return tuple(min(found, key=lambda it: not it.is_required).name if found else "" for found in own)


def _is_fit(title: str) -> bool:
    """Whether a title is a name, as people write them or as programs do."""
    most = _MOST_WORDS if " " in title else 2 * _MOST_WORDS
    return bool(_FIT.fullmatch(title)) and 0 < len(words(title)) <= most


def _titles(roots: Iterable[Type]) -> tuple[set[str], set[str]]:
    """The titles that mean one object each, wherever they stand, and those that stand in several places."""
    found: dict[str, list[Object]] = defaultdict(list)
    repeated: set[str] = set()
    for meaning in (inside for root in roots for inside in within(root)):
        if isinstance(meaning, Object) and _is_fit(meaning.title):
            title = folded(meaning.title)
            repeated |= {title} & found.keys()
            known = found[title]
            if not any(it is meaning or _bare(it) == _bare(meaning) for it in known[:1]):
                known.append(meaning)
    return {title for title, objects in found.items() if len(objects) == 1}, repeated


def _shared_errors(operations: Iterable[Operation]) -> dict[str, str]:
    """The names of what several operations answer with when they refuse, if it is described in each of them anew."""
    places: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for operation in operations:
        for meaning, place in types_of(operation):
            if place.is_error and isinstance(meaning, Object):
                places[repr(_bare(meaning))][place.name].add(operation.id)
    shared = {key: by for key, by in places.items() if len(set().union(*by.values())) > 1}
    return {key: "error" if len(by) > 1 else f"{next(iter(by))} error" for key, by in sorted(shared.items())}


def _bare(meaning: Object) -> Object:
    return replace(meaning, is_nullable=False, description="")
