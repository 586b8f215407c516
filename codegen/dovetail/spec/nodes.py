"""A value of a description together with where it stands, and the gathering of findings about such values."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final, NamedTuple

from ..document import Document, Source, pointers
from ..findings import Finding, Location, Severity
from .hints import nearest


class Binding(NamedTuple):
    """A dynamic anchor and the schema, by its place, that it stands for; `label` is a word for that."""

    anchor: str
    path: str
    pointer: str
    label: str


class Key(NamedTuple):
    """The identity of a value across files: the file and the pointer in it, and of a schema what is bound there."""

    path: str
    pointer: str
    scope: tuple[Binding, ...] = ()


class Node(NamedTuple):
    """A JSON value, the file it stands in, and its pointer there.

    `scope` are the dynamic anchors that those who led here have bound (see `dynamic`); almost always none.
    """

    source: Source
    pointer: str
    value: Any
    scope: tuple[Binding, ...] = ()

    @property
    def key(self) -> Key:
        """What identifies the value, whichever way it was reached."""
        return Key(self.source.path, self.pointer, self.scope)

    def child(self, token: str | int) -> Node:
        """The value one step down, which must exist."""
        written = pointers.escape(token) if isinstance(token, str) else token
        return Node(self.source, f"{self.pointer}/{written}", self.value[token], self.scope)


class Origins:
    """For each object that was made, by its identity, the node of the description that it was made from."""

    def __init__(self) -> None:
        # The object is kept with its node: an identity is good for as long as its object lives.
        self._nodes: dict[int, tuple[object, Node]] = {}

    def __getitem__(self, made: object) -> Node:
        return self._nodes[id(made)][1]

    def __setitem__(self, made: object, node: Node) -> None:
        self._nodes[id(made)] = (made, node)

    def take(self, made: dict[str, Any], node: Node) -> None:
        """Gives an object that was made up, and all that it holds, the place of what it stands for."""
        waiting: list[dict[str, Any]] = [made]
        while waiting:
            each = waiting.pop()
            self[each] = node
            waiting += [member for member in each.values() if isinstance(member, dict)]

    def __contains__(self, made: object) -> bool:
        return id(made) in self._nodes


META_SCHEMA: Final = "meta-schema"
"""The rule that an object breaks which is not as the meta-schema of its version has it."""

_MAX_HINTS: Final = 200
"""How many names are searched for near ones; a description with more faults than that has other worries."""


class Findings:
    """Gathers findings with their places, each once. Errors of a rule in `lenient` count as warnings."""

    def __init__(self, document: Document, lenient: Collection[str] = ()) -> None:
        self._document = document
        self._lenient = lenient
        self._misplaced: set[tuple[str, str]] = set()
        self._told: set[str] = set()
        self._found: dict[Finding, None] = dict.fromkeys(document.findings)
        self._reported: set[Key] = set()
        self._hints = _MAX_HINTS

    def error(self, rule: str, message: str, node: Node, *tokens: str | int, is_key: bool = False) -> None:
        """Reports what breaks the standard, at `node` or at what lies `tokens` below it."""
        self._reported.add(Key(node.source.path, pointers.join(node.pointer, *tokens)))
        self._report("error", rule, message, node, tokens, is_key=is_key)

    def warning(self, rule: str, message: str, node: Node, *tokens: str | int, is_key: bool = False) -> None:
        """Reports what the standard allows, but what is doubtful or cannot be made use of."""
        self._reported.add(Key(node.source.path, pointers.join(node.pointer, *tokens)))
        self._report("warning", rule, message, node, tokens, is_key=is_key)

    def once(self, rule: str, message: str, node: Node) -> None:
        """Reports an error of a rule at the first place only."""
        if rule not in self._told:
            self._told.add(rule)
            self.error(rule, message, node)

    def misplaced(self, node: Node, what: str) -> None:
        """Reports a reference where the standard has none but which is followed all the same; once a file and kind."""
        self._reported |= {node.key, Key(node.source.path, pointers.join(node.pointer, "$ref"))}
        if (node.source.path, what) not in self._misplaced:
            self._misplaced.add((node.source.path, what))
            message = f"a $ref may not stand for {what}, here and perhaps elsewhere in this file; it is followed anyway"
            self._report("error", "misplaced-reference", message, node, ("$ref",), is_key=False)

    def violation(self, rule: str, message: str, node: Node, *tokens: str | int, is_key: bool = False) -> None:
        """Reports an error, unless something more telling has been said of the same value."""
        if Key(node.source.path, pointers.join(node.pointer, *tokens)) not in self._reported:
            self._report("error", rule, message, node, tokens, is_key=is_key)

    def place(self, node: Node) -> tuple[Location, str]:
        """Where a value stands, and its line."""
        location = self._document.locate(node.pointer, node.source.path)
        return location, self._document.line(location)

    def add(self, findings: Iterable[Finding]) -> None:
        """Takes over findings of another stage."""
        self._found.update(dict.fromkeys(findings))

    def nearest(self, name: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
        """The known name that comes closest; None once that has been asked for too often."""
        self._hints -= 1
        return nearest(name, known, cutoff) if self._hints >= 0 else None

    def meant(self, name: str, known: Iterable[str]) -> str:
        """A hint at the known name that comes closest, or nothing."""
        close = self.nearest(name, known)
        return f"; did you mean {close!r}?" if close else ""

    def sorted(self) -> tuple[Finding, ...]:
        """All of them, by file and line."""
        found = dict.fromkeys(map(self._document.told, self._found))
        return tuple(sorted(found, key=lambda finding: (finding.location, finding.rule, finding.message)))

    def _report(
        self,
        severity: Severity,
        rule: str,
        message: str,
        node: Node,
        tokens: tuple[str | int, ...],
        *,
        is_key: bool,
    ) -> None:
        if rule in self._lenient:
            severity = "warning"
        pointer = pointers.join(node.pointer, *tokens)
        locate = self._document.locate_key if is_key else self._document.locate
        location = locate(pointer, node.source.path)
        self._found.setdefault(Finding(severity, rule, message, location))


def describe(value: Any) -> str:
    """What kind of JSON value this is, with its article."""
    match value:
        case None:
            return "null"
        case bool():
            return "a boolean"
        case int() | float():
            return "a number"
        case str():
            return "a string"
        case list():
            return "a list"
        case _:
            return "an object"
