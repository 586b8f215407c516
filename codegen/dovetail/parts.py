"""One changed schema costs its own part: what the last run came to is taken over, but for the models that tell of it.

Decision 14 says what is remembered and why that is enough; where it is not, all is made anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

from .api import Api
from .api.changed import asked_of, changed
from .api.looks import ANNOTATIONS, of_type
from .api.type_texts import TypeTexts, text_of
from .api.types import Type
from .cache import digest
from .config import Generation
from .cut import CannotCut, cut_to, text_of_value
from .document import Document
from .findings import Finding
from .python.placement import Placement, lines_of
from .python.sdk import models_files
from .python.views import Plan
from .recall import Generated, Recollection, Run
from .render.render import render
from .render.write import holds, rewrite

_MOST: Final = 20
"""How many schemas may have changed; with more of them, to make all anew costs little more."""

_ROUNDS: Final = 3
"""How often to go on to those who looked into what was affected."""

_SCHEMAS: Final = "/components/schemas/"
_FREE: Final = frozenset({"description", "example", "examples", "properties", "required"})
_PLAIN: Final = _FREE | frozenset(
    {
        *ANNOTATIONS,
        "additionalProperties",
        "externalDocs",
        "maxProperties",
        "minProperties",
        "nullable",
        "title",
        "type",
    }
)
_OWN: Final = "x-dovetail-"


@dataclass(frozen=True, slots=True)
class Parts:
    """What is remembered of a run beside what it read and wrote."""

    run: str
    """The mark of that run."""
    rest: str
    """The digest of the description without its schemas."""
    schemas: Mapping[str, str]
    """Each schema of the components, as JSON."""
    types: Mapping[str, str]
    """Each named type, as a text."""
    placement: Mapping[str, Any]
    """Where models stand, and what that was decided by."""
    inside: Mapping[str, Sequence[str]]
    """Who looked into a type, by its name."""
    asked: Sequence[str]
    """The folded names of which it was asked whether a property has them."""
    owners: Mapping[str, str]
    """In whom an object was met that was given a name, by that name."""
    sent: Sequence[str]
    """The named types that requests and headers hold."""
    keyed: Sequence[bool]
    """Of each finding, whether it stands at the key of a value."""


def remember(recollection: Recollection, run: Run, document: Document, api: Api, plan: Plan) -> None:
    """Remember the parts of a run that made all anew, where they can be told apart."""
    keyed = [*_keyed(document, api.findings)]
    if api.looks is None or plan.models is None or document.findings or not _is_alone(document) or None in keyed:
        return
    rest, schemas = _texts(document.root)
    parts = Parts(
        run=run.mark,
        rest=rest,
        schemas=schemas,
        types={name: text_of(meaning) for name, meaning in api.types.items()},
        placement=_told(plan.models),
        inside={name: sorted(lookers) for name, lookers in api.looks.inside.items()},
        asked=sorted(api.looks.asked),
        owners=api.looks.owners,
        sent=sorted(plan.sent),
        keyed=[is_key is True for is_key in keyed],
    )
    _keep(recollection, parts)


def outcome(generation: Generation, recollection: Recollection, document: Document, *, check: bool) -> Generated | None:
    """What a run comes to, made from the last one and from what has changed since; `None` if that is not enough."""
    last, found = recollection.last, recollection.parts
    if not (last and isinstance(found, dict) and found.keys() == {field.name for field in fields(Parts)}):
        return None
    parts = Parts(**found)
    if parts.run != last.mark or not _has_names(parts, last) or document.findings or not _is_alone(document):
        return None
    if set(last.read) != {str(Path(document.path).absolute())} or not holds(generation.output, last.written):
        return None
    try:
        new = _Change(parts, last.told, document).parts()
    except CannotCut:
        return None
    if new is None:
        return None
    return _made(generation, recollection, last, document, new, _moved(document, last, parts), check=check)


def _has_names(parts: Parts, last: Run) -> bool:
    """Whether what is remembered as names can be names, for they are written as they are."""
    placement = Placement(**parts.placement)
    return all(map(str.isidentifier, (last.package, *placement.homes.values(), *placement.class_names.values())))


def _made(
    generation: Generation,
    recollection: Recollection,
    last: Run,
    document: Document,
    new: tuple[Parts, set[str]],
    findings: tuple[Finding, ...],
    *,
    check: bool,
) -> Generated:
    parts, modules = new
    placement, source = Placement(**parts.placement), Path(document.path).name
    files = models_files(TypeTexts(parts.types), placement, modules, last.package, source, recollection.folder)
    rendered = render(Plan(package=last.package, files=files), recollection.formatted)
    written = rewrite(generation.output, rendered, last.written, check=check)
    made = Generated(replace(generation, package=last.package), last.operations, written, findings)
    if not check:
        run = recollection.keep(made, {document.path: document.source.digest}, is_part=True)
        _keep(recollection, replace(parts, run=run.mark))
    return made


class _Change:
    """What has changed since a run, by what is remembered of it."""

    def __init__(self, parts: Parts, findings: Sequence[Finding], document: Document) -> None:
        self._parts = parts
        self._findings = findings
        self._document = document

    def parts(self) -> tuple[Parts, set[str]] | None:
        """What is to be remembered now, and the modules of models to be made anew; `None` if more must be."""
        old = self._parts
        rest, schemas = _texts(self._document.root)
        if rest != old.rest or [*schemas] != [*old.schemas]:
            return None
        names = [name for name, text in schemas.items() if text != old.schemas[name]]
        types = self._types(names) if names else {}
        if types is None:
            return None
        before = Placement(**old.placement)
        sizes = {name: lines_of(meaning) for name, meaning in types.items() if name in before.homes}
        after = replace(before, sizes={**before.sizes, **sizes})
        placed = before.modules()
        if after.modules() != placed:
            return None
        texts = {name: text_of(meaning) for name, meaning in types.items()}
        new = replace(old, schemas=schemas, types={**old.types, **texts}, placement=_told(after))
        return new, {placed[name] for name in types if name in placed}

    def _types(self, names: Sequence[str]) -> dict[str, Type] | None:
        """The changed types; `None` if others may have changed with them."""
        if len(names) > _MOST or not all(map(self._is_apart, names)):
            return None
        if any(_is_about(finding, names) for finding in self._findings):
            return None
        affected = {*names}
        for _ in range(_ROUNDS):
            before, after = self._worlds(names, self._lookers(names, affected))
            if not _are_alike(before, after, names):
                return None
            differing = {name for name, meaning in before.types.items() if meaning != after.types[name]}
            if differing <= affected:
                return self._found(before, after, differing)
            affected |= differing
        return None

    def _lookers(self, names: Sequence[str], affected: Iterable[str]) -> set[str]:
        """Who looked into what is affected; and for what the changed schemas look into themselves, they too."""
        own = {*map(of_type, names)}
        lookers = {looker for name in affected for looker in self._parts.inside.get(name, ())}
        return lookers | {looker for known in self._parts.inside.values() for looker in own.intersection(known)}

    def _worlds(self, names: Sequence[str], lookers: Iterable[str]) -> tuple[Api, Api]:
        """What a cut meant, and what it means now."""
        cut = cut_to(self._document, names, sorted(lookers))
        return cut.meaning({name: json.loads(self._parts.schemas[name]) for name in names}), cut.meaning({})

    def _found(self, before: Api, after: Api, differing: Iterable[str]) -> dict[str, Type] | None:
        known, found = TypeTexts(self._parts.types), dict[str, Type]()
        for name in differing:
            if not (self._is_answered(name) and self._is_met_there(name, before)):
                return None
            old, new = before.types[name], after.types[name]
            became = changed(known[name], old, new)
            if became is None or asked_of(name, old, new) & {*self._parts.asked}:
                return None
            found[name] = became
        return found

    def _is_met_there(self, name: str, before: Api) -> bool:
        """Whether a name is that of the same object in a cut and in the whole."""
        return before.looks is not None and before.looks.owners.get(name) == self._parts.owners.get(name)

    def _is_answered(self, name: str) -> bool:
        """Whether a type is only answered, and decides nothing for all."""
        parts = self._parts
        return name in parts.types and name not in parts.sent and "" not in parts.inside.get(name, ())

    def _is_apart(self, name: str) -> bool:
        """Whether a schema is only answered, and all that it says is said by itself, now and before."""
        old, new = json.loads(self._parts.schemas[name]), self._document.root["components"]["schemas"][name]
        if not self._is_answered(name):
            return False
        if not (isinstance(old, dict) and isinstance(new, dict)) or not all(map(_is_plain, (*old, *new))):
            return False
        if {key: old[key] for key in old.keys() - _FREE} != {key: new[key] for key in new.keys() - _FREE}:
            return False
        return all('"$' not in text_of_value(schema) for schema in _differing(old, new))


def _is_plain(keyword: str) -> bool:
    return keyword in _PLAIN or (keyword.startswith("x-") and not keyword.startswith(_OWN))


def _differing(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Any]:
    """The schemas of properties that are not the same on both sides."""
    sides = [schema.get("properties", {}) for schema in (old, new)]
    if not all(isinstance(side, dict) for side in sides):
        raise CannotCut
    for own, other in (sides, sides[::-1]):
        yield from (value for key, value in own.items() if key not in other or _differs(value, other[key]))


def _differs(value: Any, other: Any) -> bool:
    return text_of_value(value) != text_of_value(other)


def _are_alike(before: Api, after: Api, names: Sequence[str]) -> bool:
    """Whether two APIs are the same but for what types hold, and nothing was found in the schemas of these names."""
    if before.looks is None or after.looks is None or before.operations != after.operations:
        return False
    if before.types.keys() != after.types.keys() or not {*names} <= after.types.keys():
        return False
    return not any(_is_about(finding, names) for api in (before, after) for finding in api.findings)


def _is_about(finding: Finding, names: Sequence[str]) -> bool:
    pointer = finding.location.pointer + "/"
    return any(pointer.startswith(f"{_SCHEMAS}{name}/") for name in names)


def _texts(root: Mapping[str, Any]) -> tuple[str, dict[str, str]]:
    """The digest of a description without its schemas, and each of them as JSON."""
    components = root.get("components")
    schemas = components.get("schemas") if isinstance(components, dict) else None
    if not isinstance(schemas, dict):
        return digest(text_of_value(root).encode()), {}
    rest = {**root, "components": {**components, "schemas": None}} if isinstance(components, dict) else root
    return digest(text_of_value(rest).encode()), {name: text_of_value(value) for name, value in schemas.items()}


def _is_alone(document: Document) -> bool:
    return len(document.sources) == 1 and document.is_whole


def _keyed(document: Document, findings: Sequence[Finding]) -> Iterator[bool | None]:
    """Of each finding, whether it stands at a key; `None` if it cannot be found again by its pointer."""
    for finding in findings:
        at = finding.location
        places = (document.locate(at.pointer), document.locate_key(at.pointer))
        is_shown = finding.source_line in ("", document.line(at))
        yield places.index(at) == 1 if at in places and is_shown else None


def _moved(document: Document, last: Run, parts: Parts) -> tuple[Finding, ...]:
    """The findings of the last run, where they stand now."""
    pairs = zip(last.told, parts.keyed, strict=True)
    return tuple(_at(document, finding, is_key) for finding, is_key in pairs)


def _at(document: Document, finding: Finding, is_key: bool) -> Finding:
    pointer = finding.location.pointer
    location = document.locate_key(pointer) if is_key else document.locate(pointer)
    return replace(finding, location=location, source_line=document.line(location))


def _told(placement: Placement) -> dict[str, Any]:
    return {field.name: getattr(placement, field.name) for field in fields(Placement)}


def _keep(recollection: Recollection, parts: Parts) -> None:
    recollection.keep_parts({field.name: getattr(parts, field.name) for field in fields(Parts)})
