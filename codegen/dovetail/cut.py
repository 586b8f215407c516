"""A description cut down to some schemas and operations, and to what these refer to: they mean what they did."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from .api import Api, describe
from .api.looks import ANNOTATIONS, of_type
from .document import Document, collection_paused
from .errors import SpecError
from .spec import resolve

_REFERENCE: Final = re.compile(r'"\$ref":"#/components/([A-Za-z]+)/([A-Za-z0-9._-]+)"')
_OTHER_WORDS: Final = ('"$dynamicRef"', '"$recursiveRef"', '"$id"', '"$anchor"', '"$dynamicAnchor"', '"discriminator"')
_TYPE: Final = of_type("")
_METHODS: Final = frozenset("get put post delete options head patch trace query additionalOperations".split())

Names = dict[str, dict[str, None]]
"""Names of components, by their section."""


class CannotCut(Exception):
    """A part of a description that cannot be told from the rest by its references."""


def text_of_value(value: Any) -> str:
    """A JSON value as a text, in which references look as they are looked for here."""
    return json.dumps(value, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Cut:
    """The root of a document without most of it; what stays has its places in the document itself."""

    document: Document
    root: Mapping[str, Any]

    def meaning(self, schemas: Mapping[str, Any]) -> Api:
        """What the cut means, with these in the place of the schemas of their names. Raises `CannotCut`."""
        components = self.root["components"]
        root = {**self.root, "components": {**components, "schemas": {**components["schemas"], **schemas}}}
        source = replace(self.document.source, root=root)
        document = Document(self.document.path, source)
        document.add(source)
        try:
            with collection_paused():
                return describe(resolve(document))
        except SpecError as error:
            raise CannotCut from error


def cut_to(document: Document, schemas: Iterable[str], lookers: Iterable[str]) -> Cut:
    """The cut that holds these schemas, and all that those who looked into them depend on.

    Without any who did, what is referred to need only be there. Raises `CannotCut`.
    """
    root = document.root
    components = root["components"]
    wanted: Names = {"schemas": dict.fromkeys(schemas)}
    own = {name: components["schemas"][name] for name in wanted["schemas"]}
    lookers = [*lookers]
    if not lookers:
        there = {
            name: _annotations(components["schemas"], name) for name in _referred([*own.values()]).get("schemas", ())
        }
        return Cut(document, {**_head(root), "paths": {}, "components": {"schemas": {**there, **own}}})
    paths: dict[str, Any] = {}
    for looker in lookers:
        if looker.startswith(_TYPE):
            wanted["schemas"][looker.removeprefix(_TYPE)] = None
        else:
            _add_operation(root, looker, paths)
    kept = _closure(components, wanted, [*paths.values()])
    kept["securitySchemes"] = components.get("securitySchemes", {})
    head = {name: root[name] for name in ("servers", "security") if name in root}
    return Cut(document, {**_head(root), **head, "paths": paths, "components": kept})


def _annotations(schemas: Mapping[str, Any], name: str) -> dict[str, Any]:
    """What a schema says to who only names it."""
    schema = schemas.get(name)
    if not isinstance(schema, dict):
        raise CannotCut
    return {keyword: schema[keyword] for keyword in ANNOTATIONS if keyword in schema}


def _head(root: Mapping[str, Any]) -> dict[str, Any]:
    return {name: root[name] for name in ("openapi", "info", "jsonSchemaDialect") if name in root}


def _add_operation(root: Mapping[str, Any], looker: str, paths: dict[str, Any]) -> None:
    method, _, path = looker.partition(" ")
    item = root.get("paths", {}).get(path)
    if not isinstance(item, dict) or method.lower() not in item:
        raise CannotCut
    common = {name: value for name, value in item.items() if name not in _METHODS}
    paths[path] = {**common, **paths.get(path, {}), method.lower(): item[method.lower()]}


def _closure(components: Mapping[str, Any], wanted: Names, others: list[Any]) -> dict[str, dict[str, Any]]:
    """The components that are wanted, and those that they and the others refer to."""
    kept: dict[str, dict[str, Any]] = {}
    waiting = [wanted, _referred(others)]
    while waiting:
        for section, names in waiting.pop().items():
            for name in names:
                if name not in kept.setdefault(section, {}):
                    if name not in components.get(section, {}):
                        raise CannotCut
                    kept[section][name] = components[section][name]
                    waiting.append(_referred([kept[section][name]]))
    return kept


def _referred(values: list[Any]) -> Names:
    """The components that values refer to. Raises `CannotCut` where a reference may lead elsewhere."""
    found: Names = {}
    text = text_of_value(values)
    for section, name in _REFERENCE.findall(text):
        found.setdefault(section, {})[name] = None
    if len(_REFERENCE.findall(text)) != text.count('"$ref"') or any(word in text for word in _OTHER_WORDS):
        raise CannotCut
    return found
