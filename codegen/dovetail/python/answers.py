"""What comes back from an operation: the annotation of a call, and the data that the runtime reads answers by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..api.model import Answer, Content, Operation
from ..api.types import String, Type
from .annotations import answer
from .docstrings import literal
from .headers import documented, field_names
from .kinds import kind
from .names import Code, Name, any_of, code, joined

_RUNTIME = "._runtime.client.operation"
_RETURNS = Name(_RUNTIME, "Returns")
_HEADER = Name(_RUNTIME, "header")
_JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of operations, by the named types, the Python names of models and the constants of kinds."""

    types: Mapping[str, Type]
    models: Mapping[str, Name]
    kinds: Mapping[str, Name]
    shared: dict[tuple[Code, ...], Name] = field(default_factory=dict[tuple[Code, ...], Name])
    """Constants for rows that several operations have in common; filled by who decides constants."""

    def annotation(self, operation: Operation, models: Mapping[str, Name] | None = None) -> Code:
        """The type that a call of the operation returns, with the names of models as given; of a stream, of an item."""
        if operation.form == "binary":
            return Code("bytes")
        found: dict[Code, None] = {}
        for success in operation.successes:
            if not success.contents and operation.form is None:
                found[Code("None")] = None
            for content in success.contents:
                found[answer(content.type, self.types, models or self.models)] = None
        return _either(found) if found else Code("None")

    def keywords(self, operation: Operation, told: Mapping[str, tuple[Code, ...]]) -> list[Code]:
        """The arguments of the operation's constant that tell of its answers, some of them in rows."""
        keywords = [code("returns={}", self._returns(operation))]
        for name, rows in told.items():
            if rows:
                shown = code("{}", self.shared[rows]) if rows in self.shared else tuple_of(rows)
                keywords.append(code("{}={}", name, shown))
        return keywords

    def rows(self, operation: Operation) -> dict[str, tuple[Code, ...]]:
        """What is told of its answers in rows, by keyword."""
        return {"errors": self._errors(operation), "headers": self._headers(operation)}

    def _errors(self, operation: Operation) -> tuple[Code, ...]:
        """What else than a success there can be; said once where all errors are alike."""
        others = [known for known in operation.answers if known not in operation.successes and known.contents]
        said = {code("{}, {}", literal(it.media_type), self._read_as(it)) for known in others for it in known.contents}
        if len(said) == 1:
            return (code('{}("default", {})', _RETURNS, said.pop()),)
        return tuple(row for known in others for row in self._rows(known))

    def _returns(self, operation: Operation) -> Code:
        """One type where every success is JSON of it, else a row for each."""
        contents = [content for success in operation.successes for content in success.contents]
        if not contents:
            return Code("None")
        is_plain = all(content.form == "json" and content.media_type == _JSON for content in contents)
        is_one = len({self._read_as(content) for content in contents}) == 1
        if is_plain and is_one and all(success.contents for success in operation.successes):
            return self._read_as(contents[0])
        return tuple_of([row for success in operation.successes for row in self._rows(success)])

    def _rows(self, known: Answer) -> list[Code]:
        status = literal(known.status)
        if not known.contents:
            return [code('{}({}, "")', _RETURNS, status)]
        return [
            code("{}({}, {}, {})", _RETURNS, status, literal(content.media_type), self._read_as(content))
            for content in known.contents
        ]

    def _read_as(self, content: Content) -> Code:
        return Code("bytes") if content.form == "binary" else answer(content.type, self.types, self.models)

    def _headers(self, operation: Operation) -> tuple[Code, ...]:
        """The documented headers of successful answers."""
        found = documented(operation)
        rows = []
        for name, header in zip(field_names(found), found, strict=True):
            meaning = String(content=header.media_type) if header.media_type else header.type
            explode = ", explode=True" if header.explode else ""
            written = kind(meaning, self.types, self.kinds)
            rows.append(code("{}({}, {}, {}{})", _HEADER, literal(name), literal(header.name), written, explode))
        return tuple(rows)


def tuple_of(rows: Iterable[Code]) -> Code:
    """A tuple of rows."""
    return code("({},)", joined(", ", rows))


def _either(parts: Iterable[Code]) -> Code:
    """A union of annotations, each member once; `Any` stands for all of them, and `None` stands last."""
    members: dict[str, Code] = {}
    for part in parts:
        is_nullable = part.text.endswith(" | None")
        members.setdefault(part.text.removesuffix(" | None"), Code(part.text.removesuffix(" | None"), part.names))
        if is_nullable:
            members.setdefault("None", Code("None"))
    if "Any" in members:
        return members["Any"]
    ordered = sorted(members.values(), key=lambda part: part.text == "None")
    return any_of(ordered)
