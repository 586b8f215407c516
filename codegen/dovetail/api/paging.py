"""How lists are paged, recognised by their parameters and answers; what is not certain is not paged.

docs/paging.md has the rules with the APIs that each is seen in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ..document import pointers
from .contents import members
from .looks import Looks
from .model import Operation, Pages, Parameter
from .paging_words import (
    ASIDES,
    CONTAINERS,
    CURSORS,
    ECHOED,
    ITEMS,
    MORE,
    NEXT_PAGE_URLS,
    NEXT_URLS,
    OFFSETS,
    PAGE_COUNTS,
    PAGE_NUMBERS,
    SIZES,
    SIZES_OF_NUMBERED_PAGES,
    TOTALS,
    URL_FORMATS,
    WRAPPERS,
    pairing,
    plain,
)
from .types import Array, Boolean, Integer, Object, String, Type, Union, resolved

_DEPTH = 3
_OPAQUE = frozenset({"", "uuid", "byte"})
"""Formats of text that says where a page begins; a date or a URL may mean something else."""


def recognised(operation: Operation, types: Mapping[str, Type], looks: Looks) -> Pages | None:
    """How the answer of an operation goes on, if that is certain: by URL, cursor, last id, `Link`, page or offset.

    `looks` notes what was looked into, but for where the lists are.
    """
    answer = _described(operation, types, looks.into(types))
    if answer is None:
        return None
    ways = (_by_url, _by_cursor, _by_last, _by_link, _by_page, _by_offset)
    return next((pages for way in ways if (pages := way(answer)) is not None), None)


def array_at(meaning: Type, pointer: str, types: Mapping[str, Type]) -> Array | None:
    """The array that a JSON Pointer of property names leads to; `None` where it leads to anything else."""
    target = at(meaning, pointer, types)
    return target if isinstance(target, Array) else None


def at(meaning: Type, pointer: str, types: Mapping[str, Type]) -> Type | None:
    """The type that a JSON Pointer of property names leads to."""
    target: Type | None = resolved(meaning, types)
    for name in map(pointers.unescape, pointer.split("/")[1:]):
        inside = members(target, types) if target else ()
        target = next((resolved(member.type, types) for member in inside if member.name == name), None)
    return target


@dataclass(frozen=True, slots=True)
class _Fact:
    """A property of the answer: the way to it as a JSON Pointer and in plain words, and its type."""

    pointer: str
    way: tuple[str, ...]
    type: Type

    @property
    def name(self) -> str:
        return self.way[-1]


@dataclass(frozen=True, slots=True)
class _Described:
    """A list as described: what is beside its items in an answer, and the query parameters by their plain names.

    `is_list` says that nothing but a list is described: beside the items stand no things that are not about it.
    """

    items: str
    item: Type
    facts: tuple[_Fact, ...]
    query: Mapping[str, tuple[Parameter, Type]]
    has_link: bool
    is_list: bool
    types: Mapping[str, Type]

    @property
    def is_asked_in_pages(self) -> bool:
        """Whether a parameter speaks of pages."""
        return bool(self.query.keys() & (SIZES | PAGE_NUMBERS | OFFSETS | CURSORS))

    @property
    def is_named_as_list(self) -> bool:
        """Whether the items are called what items of any list are."""
        return plain(self.items.rpartition("/")[2]) in ITEMS

    def first(self, names: frozenset[str], kind: type[Type]) -> str:
        """The pointer to the first property of these names and this type; none is empty."""
        return next((fact.pointer for fact in self.facts if fact.name in names and isinstance(fact.type, kind)), "")

    def whole(self, names: frozenset[str]) -> Parameter | None:
        """The one parameter of these names that is a whole number."""
        found = [known for name, (known, kind) in self.query.items() if name in names and isinstance(kind, Integer)]
        return found[0] if len(found) == 1 else None

    def pages(self, pages: Pages, sizes: frozenset[str] = SIZES) -> Pages:
        """The pages, with what is told of the size; a size is asked for only where it is sure to be allowed."""
        more = pages.more or self.first(MORE, Boolean)
        size = self.whole(sizes)
        if size is None:
            return replace(pages, items=self.items, more=more)
        kind = self.query[plain(size.name)][1]
        if isinstance(kind, Integer) and kind.maximum is not None:
            return replace(pages, items=self.items, more=more, size=size.name)
        if not isinstance(size.default, int) or size.default < 1:
            return replace(pages, items=self.items, more=more)
        return replace(pages, items=self.items, more=more, size=size.name, largest=size.default)


def _described(operation: Operation, types: Mapping[str, Type], noted: Mapping[str, Type]) -> _Described | None:
    """The list that a `GET` answers as one value of JSON, if it has one and it is plain which."""
    contents = [content for success in operation.successes for content in success.contents]
    is_value = operation.form is None and len(contents) == 1 and contents[0].form == "json"
    if operation.method != "GET" or not is_value or len(operation.successes) != 1 or contents[0].type.is_nullable:
        return None
    query = {
        plain(parameter.name): (parameter, resolved(parameter.type, types))
        for parameter in operation.parameters
        if parameter.place == "query" and not parameter.media_type
    }
    items = _items(contents[0].type, types)
    found = array_at(contents[0].type, items, types) if items is not None else None
    if items is None or found is None or found.prefix:
        return None
    has_link = any(header.name.lower() == "link" for header in operation.successes[0].headers)
    facts = tuple(sorted(_facts(contents[0].type, types, noted), key=lambda fact: len(fact.way)))
    things = [fact for fact in facts if len(fact.way) == 1 and isinstance(fact.type, Object)]
    is_list = items.count("/") == 2 or all(fact.name in CONTAINERS for fact in things)
    return _Described(items, found.items, facts, query, has_link, is_list, noted)


def _items(meaning: Type, types: Mapping[str, Type]) -> str | None:
    """The pointer to the items: the answer itself, its one array, or the one array in what wraps it."""
    target = resolved(meaning, types)
    if isinstance(target, Array):
        return ""
    arrays = [name for name in _arrays(target, types) if plain(name) not in ASIDES]
    if len(arrays) == 1:
        return pointers.build([arrays[0]])
    if arrays:
        return None
    wrapped = [
        pointers.build([member.name, name])
        for member in members(target, types)
        if plain(member.name) in WRAPPERS
        for name in _arrays(member.type, types)
    ]
    return wrapped[0] if len(wrapped) == 1 else None


def _arrays(meaning: Type, types: Mapping[str, Type]) -> list[str]:
    return [member.name for member in members(meaning, types) if isinstance(resolved(member.type, types), Array)]


def _facts(
    meaning: Type, types: Mapping[str, Type], noted: Mapping[str, Type], above: _Fact | None = None
) -> Iterator[_Fact]:
    way, pointer = (above.way, above.pointer) if above else ((), "")
    for member in members(meaning, noted):
        here = (*way, plain(member.name))
        fact = _Fact(pointers.join(pointer, member.name), here, resolved(member.type, types))
        yield fact
        if isinstance(fact.type, Object) and here[-1] in CONTAINERS and len(here) < _DEPTH:
            yield from _facts(member.type, types, noted, fact)


def _by_url(answer: _Described) -> Pages | None:
    """A property that can only be the URL of the next page."""
    names = {fact.name for fact in answer.facts if len(fact.way) == 1}
    is_listed = answer.is_asked_in_pages or answer.is_named_as_list
    for fact in answer.facts:
        if not isinstance(fact.type, String) or fact.name in answer.query:
            continue
        is_url = fact.type.format in URL_FORMATS
        is_in_links = fact.name == "next" and "links" in fact.way
        if (
            fact.name in NEXT_PAGE_URLS
            or (is_listed and fact.name in NEXT_URLS)
            or (is_listed and is_url and fact.name in {"next", "nextpage"})
            or (answer.is_asked_in_pages and (is_in_links or fact.way[-3:] == ("links", "next", "href")))
            or (fact.way == ("next",) and {"previous", "results"} <= names and not fact.type.format)
        ):
            return answer.pages(Pages(by="url", next=fact.pointer))
    return None


def _by_cursor(answer: _Described) -> Pages | None:
    """A property that pairs by name and type with the parameter that asks for the next page."""
    found: dict[str, dict[str, str]] = {"sure": {}, "alone": {}}
    for name, (parameter, kind) in answer.query.items():
        for fact in () if parameter.is_required else answer.facts:
            if not _is_alike(kind, fact.type):
                continue
            how = pairing(name, fact.way)
            is_repeated = name in ECHOED and fact.name == "next" and _is_beside(answer, fact, name)
            if is_repeated or (how == "with more" and answer.first(MORE, Boolean)):
                how = "sure"
            if how == "sure" or (how == "alone" and isinstance(kind, String)):
                found[how].setdefault(parameter.name, fact.pointer)
    chosen = found["sure"] or found["alone"]
    if len(chosen) != 1:
        return None
    [(wire, pointer)] = chosen.items()
    return answer.pages(Pages(by="cursor", next=pointer, parameter=wire))


def _is_alike(asked: Type, told: Type) -> bool:
    """Whether a property can be a value of a parameter: both are whole numbers, or plain text."""
    if isinstance(asked, Integer) and isinstance(told, Integer):
        return True
    return isinstance(asked, String) and isinstance(told, String) and told.format in _OPAQUE


def _is_beside(answer: _Described, fact: _Fact, name: str) -> bool:
    return any(other.way == (*fact.way[:-1], name) and type(other.type) is type(fact.type) for other in answer.facts)


def _by_last(answer: _Described) -> Pages | None:
    """The id of the last item, where `starting_after` takes it and `has_more` tells the end."""
    parameter, kind = answer.query.get("startingafter", (None, None))
    more = answer.first(MORE, Boolean)
    if parameter is None or parameter.is_required or not more or not isinstance(kind, String):
        return None
    item = resolved(answer.item, answer.types)
    kinds = item.members if isinstance(item, Union) else (item,)
    has_id = all(isinstance(at(member, "/id", answer.types), String) for member in kinds)
    return answer.pages(Pages(by="last", next="/id", parameter=parameter.name)) if has_id else None


def _by_link(answer: _Described) -> Pages | None:
    """A documented header `Link` (RFC 8288)."""
    is_list = answer.items == "" or (answer.is_asked_in_pages and answer.is_list)
    return answer.pages(Pages(by="link")) if answer.has_link and is_list else None


def _by_page(answer: _Described) -> Pages | None:
    """A page number and a page size to ask for, and in the answer how much there is; the first number is known."""
    parameter = answer.whole(PAGE_NUMBERS)
    size = answer.whole(SIZES_OF_NUMBERED_PAGES)
    if parameter is None or size is None or not answer.is_list or answer.query.keys() & CURSORS:
        return None
    kind = answer.query[plain(parameter.name)][1]
    first = parameter.default if parameter.default in (0, 1) and type(parameter.default) is int else None
    if first is None and isinstance(kind, Integer) and kind.minimum == 1:
        first = 1
    current = answer.first(PAGE_NUMBERS, Integer)
    pages = answer.pages(
        Pages(
            by="page",
            parameter=parameter.name,
            first=first,
            current=current if first is None else "",
            total=answer.first(TOTALS, Integer),
            page_count=answer.first(PAGE_COUNTS, Integer),
        ),
        SIZES_OF_NUMBERED_PAGES,
    )
    has_end = pages.total or pages.page_count or pages.more
    return pages if has_end and (first is not None or current) else None


def _by_offset(answer: _Described) -> Pages | None:
    """A number of items to pass over and a page size to ask for, and in the answer how many items there are."""
    parameter, total = answer.whole(OFFSETS), answer.first(TOTALS, Integer)
    size = answer.whole(SIZES_OF_NUMBERED_PAGES)
    if parameter is None or size is None or not total or not answer.is_list or parameter.default not in (None, 0):
        return None
    if answer.query.keys() & (CURSORS | PAGE_NUMBERS):
        return None
    pages = Pages(by="offset", parameter=parameter.name, first=0, total=total)
    return answer.pages(pages, SIZES_OF_NUMBERED_PAGES)
