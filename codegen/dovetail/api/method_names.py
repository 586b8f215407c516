"""What the operations of a resource are called: by HTTP's methods, or by the verb that their path ends in."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from ..spec.mend import derived_identifier
from ..spec.objects import Operation as OperationObject
from ..spec.objects import PathItem
from .action_words import ACTIONS, NOUNS_TOO, QUESTIONS
from .model import Operation
from .paging_words import ITEMS, plain
from .paths import PathShape
from .types import Array, Map, Object, Type, resolved
from .words import words

_ITEM = {"GET": "fetch", "POST": "update", "PUT": "replace", "PATCH": "update", "DELETE": "delete"}
_COLLECTION = {"GET": "list", "POST": "create", "PUT": "replace", "PATCH": "update", "DELETE": "delete"}
_OF_ALL = ("PUT", "PATCH", "DELETE")
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")

Key = tuple[tuple[str, ...], int]
"""A place: the names of its path, and how many ids stand before the last of them."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An operation and what its method would be called; those of an item, which have ids of their `own`, come first."""

    place: Key
    wanted: str
    operation: OperationObject
    own: tuple[str, ...]
    is_action: bool
    is_declared: bool


class MethodNames:
    """Names for the methods of one API."""

    def __init__(self, operations: Mapping[str, Sequence[Operation]], types: Mapping[str, Type]) -> None:
        """`operations` is keyed by operation id."""
        self._operations = operations
        self._types = types

    def usual(self, operation: OperationObject, name: str, *, is_item: bool) -> str:
        """What HTTP's method means for a collection of this name or one of its items, or for the only thing of it."""
        if operation.method == "GET" and not is_item and not self._is_list(operation.operation_id, name):
            return "fetch"
        return (_ITEM if is_item else _COLLECTION).get(operation.method, operation.method.lower())

    def other(self, offer: Offer, taken: Collection[str]) -> str:
        """What a method is called where another has its usual name: by what sets it apart, or else by its id."""
        operation = offer.operation
        told = "" if offer.is_action else self._of_item(offer) if offer.own else self._of_all(offer, taken)
        return told if told and told not in taken else operation.operation_id.rpartition("/")[2]

    def _of_item(self, offer: Offer) -> str:
        """By the last id that it takes, if it has no name of its own."""
        return f"{offer.wanted} by {offer.own[-1]}" if _is_nameless(offer.operation) else ""

    def _of_all(self, offer: Offer, taken: Collection[str]) -> str:
        """What is done with all items, or with those that are asked for, where the usual name means one of them."""
        operation, name = offer.operation, offer.place[0][-1]
        if operation.method == "GET":
            return "list" if self._holds_many(operation.operation_id, name) else ""
        if operation.method not in _OF_ALL or not (is_plural(name) or "list" in taken):
            return ""
        by = _chosen_by(operation)
        return f"{offer.wanted} by {by}" if by else f"{offer.wanted} all"

    def _is_list(self, operation_id: str, name: str) -> bool:
        described = next(iter(self._operations.get(operation_id, ())), None)
        if described is None or described.pages or described.success is None:
            return described is None or described.pages is not None or is_plural(name)
        meaning = resolved(described.success.type, self._types) if described.success.type else None
        if isinstance(meaning, Object) and meaning.properties:
            return is_plural(name) and bool(self._arrays(meaning))
        return isinstance(meaning, Array) or is_plural(name)

    def _holds_many(self, operation_id: str, name: str) -> bool:
        """Whether what can be fetched beside an item is all of them, though it does not look so by itself."""
        if "list" in _said(operation_id):
            return True
        described = next(iter(self._operations.get(operation_id, ())), None)
        answer = described.success.type if described and described.success else None
        meaning = resolved(answer, self._types) if answer else None
        if not isinstance(meaning, Object):
            return False
        if not is_plural(name):
            return any(plain(known) in ITEMS for known in self._arrays(meaning))
        inner = (resolved(member.type, self._types) for member in meaning.properties)
        return any(self._arrays(it) for it in (meaning, *inner) if isinstance(it, Object))

    def _arrays(self, meaning: Object) -> list[str]:
        held = ((member.name, resolved(member.type, self._types)) for member in meaning.properties)
        return [name for name, it in held if isinstance(it, Array | Map)]


def _chosen_by(operation: OperationObject) -> str:
    """What chooses the items that are deleted: as the id of the operation says, or a query that has to be given."""
    said = [] if _is_nameless(operation) else _said(operation.operation_id)
    if "by" in said[:-1]:
        return " ".join(said[said.index("by") + 1 :])
    needed = (it.name for it in operation.parameters if it.place == "query" and it.is_required)
    return next(needed, "") if operation.method == "DELETE" else ""


def _is_nameless(operation: OperationObject) -> bool:
    """Whether the description gives an operation no id, and so it has one that says its path."""
    return operation.operation_id == derived_identifier(operation.method, operation.path)


def _said(name: str) -> list[str]:
    return [word.lower() for word in words(name)]


def action_of(item: PathItem, shape: PathShape) -> str:
    """What is done at a path that ends in a verb, or in a part after a dot or colon; empty where it ends in a thing.

    That of one operation alone: what can be read and changed is a thing whatever it is called.
    """
    if len(shape.steps) < 2 or shape.own or len(item.operations) != 1:
        return ""
    last, operation = shape.steps[-1], item.operations[0]
    if last.is_part:
        return last.name
    said = [word.lower() for word in _WORD.findall(last.name)]
    if not said or operation.method not in ("GET", "POST", "PUT"):
        return ""
    if len(said) > 1 and said[0] in NOUNS_TOO and is_plural(last.name):
        return ""
    if operation.method == "GET":
        return last.name if said[0] in QUESTIONS else ""
    return last.name if said[0] in ACTIONS else ""


def is_plural(name: str) -> bool:
    """Whether an English name is one of many things, as far as its ending tells."""
    return name.lower().endswith("s") and not name.lower().endswith(("ss", "us", "is", "news"))
