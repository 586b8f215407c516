"""Applies OpenAPI Overlays (1.0.0 and 1.1.0) to a document, and keeps the place of every value that they bring."""

from __future__ import annotations

import copy
import difflib
import os.path
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from jsonpath_rfc9535 import JSONPathEnvironment, JSONPathError, JSONPathNode, JSONPathQuery
from jsonpath_rfc9535.selectors import NameSelector

from ..findings import Finding, Severity
from . import pointers
from .json_reader import MAX_DEPTH
from .positions import Place
from .source import Source, find, location

_VERSION: Final = re.compile(r"1\.[01]\.\d+")
_FIELDS: Final = ("overlay", "info", "extends", "actions")
_ACTION_FIELDS: Final = ("target", "description", "update", "remove", "copy")

Keys = tuple[str | int, ...]


class _Paths(JSONPathEnvironment):
    max_recursion_depth = MAX_DEPTH + 1


_PATHS: Final = _Paths()


def apply(source: Source, overlay: Source) -> list[Finding]:
    """Changes `source` as `overlay` says, action by action, and returns what does not fit."""
    return _Application(source, overlay).run()


@dataclass(frozen=True, slots=True)
class _Change:
    """What an action brings: the value, its place, and its pointer in the overlay."""

    value: Any
    place: Place
    pointer: str


class _Application:
    def __init__(self, source: Source, overlay: Source) -> None:
        self._source = source
        self._overlay = overlay
        self._findings: list[Finding] = []

    def run(self) -> list[Finding]:
        root = self._overlay.root
        if not isinstance(root, dict) or "overlay" not in root:
            self._report("invalid-overlay", "this is no Overlay: it needs `overlay: 1.0.0`, `info` and `actions`", "")
            return self._findings
        self._check_fields(root, _FIELDS, "")
        if not _VERSION.fullmatch(str(root["overlay"])):
            message = f"version {root['overlay']!r} is not known; write 1.0.0 or 1.1.0"
            self._report("invalid-overlay", message, "/overlay")
        self._check_extends(root.get("extends"))
        actions = root.get("actions")
        if not isinstance(actions, list) or not actions:
            self._report("invalid-overlay", "`actions` must be a list with at least one action", "/actions")
            return self._findings
        for number, action in enumerate(actions):
            self._act(action, pointers.join("/actions", number))
        return self._findings

    def _check_fields(self, value: Mapping[str, Any], known: tuple[str, ...], pointer: str) -> None:
        for name in value:
            if name not in known and not name.startswith("x-"):
                message = f"an Overlay has no field {name!r} here{_meant(name, known)}"
                self._report("invalid-overlay", message, pointers.join(pointer, name), is_key=True)

    def _check_extends(self, extends: Any) -> None:
        if extends is None:
            return
        if not isinstance(extends, str):
            self._report("invalid-overlay", "`extends` must be a URI reference", "/extends")
            return
        if urlsplit(extends).scheme:
            return  # an absolute URI names a published document; nothing is fetched to compare
        named = os.path.normpath(os.path.join(os.path.dirname(self._overlay.path), extends))  # noqa: PTH118, PTH120
        if os.path.realpath(named) != os.path.realpath(self._source.path):
            message = f"this overlay extends {extends}, not {self._source.path}; check that they belong together"
            self._report("overlay-extends", message, "/extends", severity="warning")

    def _act(self, action: Any, pointer: str) -> None:
        if not isinstance(action, dict) or not isinstance(action.get("target"), str):
            message = "an action needs a `target`: a JSONPath such as $.paths['/pets'].get"
            self._report("invalid-overlay", message, pointer)
            return
        self._check_fields(action, _ACTION_FIELDS, pointer)
        nodes = self._select(action["target"], pointers.join(pointer, "target"))
        if nodes is None:
            return
        if action.get("remove") is True:
            self._remove(nodes, pointer)
        elif "copy" in action:
            self._copy(nodes, action["copy"], pointers.join(pointer, "copy"))
        elif "update" in action:
            at = pointers.join(pointer, "update")
            self._update(nodes, _Change(action["update"], find(self._overlay.place, at), at))
        else:
            self._report("invalid-overlay", "an action needs `update`, `remove: true` or `copy`", pointer)

    def _select(self, query: Any, pointer: str) -> list[Keys] | None:
        """The keys of what a JSONPath selects, or None after a finding."""
        if not isinstance(query, str):
            self._report("invalid-overlay", "a JSONPath must be a string", pointer)
            return None
        try:
            compiled = _PATHS.compile(query)
            nodes = compiled.find(self._source.root)
        except (JSONPathError, RecursionError) as error:
            hint = "; a name with a hyphen is written ['like-this']" if "found '-'" in str(error) else ""
            self._report("overlay-target", f"{query} is no JSONPath (RFC 9535): {error}{hint}", pointer)
            return None
        if not nodes:
            hint = _nearest(compiled, self._source.root)
            message = f"{query} matches nothing in {self._source.path}{hint}"
            self._report("overlay-target", message, pointer)
            return None
        return list(dict.fromkeys(_keys(node) for node in nodes))

    def _remove(self, nodes: list[Keys], pointer: str) -> None:
        # Deepest and last first, so that what is still to go stays where it is.
        for keys in sorted(nodes, key=_order, reverse=True):
            if not keys:
                self._report("overlay-target", "the whole document cannot be removed", pointers.join(pointer, "target"))
                continue
            parent, place = self._at(keys[:-1])
            del parent[keys[-1]]
            if isinstance(place.children, dict | list):
                del place.children[keys[-1]]  # type: ignore[arg-type]

    def _copy(self, nodes: list[Keys], query: Any, pointer: str) -> None:
        origins = self._select(query, pointer)
        if origins is None:
            return
        if len(origins) != 1:
            self._report("overlay-target", f"{query} selects {len(origins)} values; a copy needs exactly one", pointer)
            return
        value, place = self._at(origins[0])
        self._update(nodes, _Change(copy.deepcopy(value), place.copy(), pointer))

    def _update(self, nodes: list[Keys], change: _Change) -> None:
        for keys in nodes:
            value, place = self._at(keys)
            if isinstance(value, list):
                _append(value, place, change)
            elif isinstance(value, dict) and isinstance(change.value, dict):
                self._merge(value, place, change)
            elif self._is_scalar(value) and self._is_scalar(change.value) and keys:
                self._replace(keys, change)
            else:
                self._misfit(value, change, pointers.build(keys))

    def _replace(self, keys: Keys, change: _Change) -> None:
        if str(self._overlay.root["overlay"]).startswith("1.0."):
            message = "Overlay 1.0 changes objects and arrays only; update what holds this, or write overlay: 1.1.0"
            self._report("overlay-update", message, change.pointer)
            return
        parent, parent_place = self._at(keys[:-1])
        _put(parent, parent_place, keys[-1], change)

    def _merge(self, value: dict[str, Any], place: Place, change: _Change) -> None:
        """Merges recursively: new members are added, scalars replaced, arrays joined (Overlay 1.1.0, section 4.4.3)."""
        for name, member in change.value.items():
            child = change.place.child(name)
            assert child is not None, "values and places have the same shape"
            brought = _Change(member, child, pointers.join(change.pointer, name))
            present = value.get(name)
            present_place = place.child(name)
            if present_place is None or (self._is_scalar(present) and self._is_scalar(member)):
                _put(value, place, name, brought)
            elif isinstance(present, dict) and isinstance(member, dict):
                self._merge(present, present_place, brought)
            elif isinstance(present, list) and isinstance(member, list):
                _append(present, present_place, brought)
            else:
                self._misfit(present, brought, name)

    def _misfit(self, value: Any, change: _Change, target: str) -> None:
        message = (
            f"{_kind(change.value)} cannot be merged into {target or 'the document'}, which is {_kind(value)}; "
            "remove the old value in an action before this one"
        )
        self._report("overlay-update", message, change.pointer)

    @staticmethod
    def _is_scalar(value: Any) -> bool:
        return not isinstance(value, dict | list)

    def _at(self, keys: Keys) -> tuple[Any, Place]:
        value, place = self._source.root, self._source.place
        for key in keys:
            value = value[key]
            child = place.child(key)
            assert child is not None, "values and places have the same shape"
            place = child
        return value, place

    def _report(
        self, rule: str, message: str, pointer: str, *, is_key: bool = False, severity: Severity = "error"
    ) -> None:
        at = location(find(self._overlay.place, pointer), pointer, is_key=is_key)
        self._findings.append(Finding(severity, rule, message, at, self._overlay.line(at.line, at.column)))


def _put(value: Any, place: Place, key: str | int, change: _Change) -> None:
    value[key] = copy.deepcopy(change.value)
    if isinstance(place.children, dict | list):
        place.children[key] = change.place.copy()  # type: ignore[index]


def _append(value: list[Any], place: Place, change: _Change) -> None:
    """Appends a value to an array, or the items of an array, as 1.1.0 has it and the tools for 1.0.0 do."""
    if isinstance(change.value, list):
        value.extend(copy.deepcopy(change.value))
        places = change.place.copy().children
    else:
        value.append(copy.deepcopy(change.value))
        places = [change.place.copy()]
    if isinstance(place.children, list) and isinstance(places, list):
        place.children.extend(places)


def _keys(node: JSONPathNode) -> Keys:
    return tuple(node.location)


def _order(keys: Keys) -> tuple[tuple[bool, int, str], ...]:
    return tuple((isinstance(key, int), key, "") if isinstance(key, int) else (False, 0, key) for key in keys)


def _kind(value: Any) -> str:
    if isinstance(value, dict):
        return "an object"
    return "an array" if isinstance(value, list) else f"the scalar {value!r}"


def _nearest(query: JSONPathQuery, root: Any) -> str:
    """What may have been meant: how far the query leads, and a name there that resembles the next one."""
    nodes = list(JSONPathQuery(env=_PATHS, segments=()).find(root))
    for count, segment in enumerate(query.segments):
        found = list(segment.resolve(nodes))
        if not found:
            reached = JSONPathQuery(env=_PATHS, segments=query.segments[:count])
            wanted = "".join(selector.name for selector in segment.selectors if isinstance(selector, NameSelector))
            names = {name for node in nodes if isinstance(node.value, dict) for name in node.value}
            return f"; {reached} exists{_meant(wanted, tuple(sorted(names)))}"
        nodes = found
    return ""


def _meant(name: str, known: tuple[str, ...]) -> str:
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    return f"; did you mean {close[0]!r}?" if close else ""
