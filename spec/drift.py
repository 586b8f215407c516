"""Compares openapi.yaml with the vendor's own description of the same API: `python spec/drift.py`.

Both documents are taken apart into facts, and every fact that either of them states is counted once:

- an operation: its id with method and path, its security, its successful statuses and media types;
- a parameter or a form field: that it exists, whether it is required, and each statement of its schema: `KEYWORDS`,
  `BOUNDS` as pairs, what a map or a string holds;
- a form: its media types, whether its body is required, whether it is closed, and the rules between its fields;
- a header of a successful answer (names without regard to case): that it exists, and the statements of its schema;
- a property of an answer, counted once for each schema however many operations share it: that it exists, whether it
  can be null, and each statement of its schema.

Equal facts are counted as such. A fact that differs must be declared in deviations.yaml, by a pattern over its key,
with the row of the list of conflicts or the named decision that it follows, and the reason. A declared deviation may
only add or tighten: what the vendor states is never taken away, and a changed value must be narrower.

Not compared, because the vendor's description is silent about them throughout (conflict 35): `required` of answers
and the error responses. Nor are annotations: descriptions, examples, defaults, deprecation, links, tags. The
operations on statistics are out of scope.

Prints how many facts each entry covers, and `N equal + D declared = M`. Exit codes: 0 no undeclared difference, 1
there is one, or an entry is unused or loosens something, or a tenth of all is declared; 2 a file cannot be read.
"""

from __future__ import annotations

import fnmatch
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from dovetail.document import read
from dovetail.errors import DovetailError, UsageError

HERE = Path(__file__).resolve().parent
VENDOR = Path("specs/dev/twilio-taskrouter-v1.json")
METHODS = ("get", "put", "post", "delete", "patch")
FORM = "application/x-www-form-urlencoded"
KEYWORDS = ("type", "format", "enum", "pattern")
BOUNDS = {"range": ("minimum", "maximum"), "length": ("minLength", "maxLength"), "size": ("minItems", "maxItems")}
RULES = ("oneOf", "allOf", "dependentRequired")

Json: TypeAlias = Any
Facts: TypeAlias = dict[str, Json]


@dataclass(frozen=True, slots=True)
class Deviation:
    """One entry of deviations.yaml: `facts` are patterns over the keys of facts, `cites` where it was decided."""

    facts: tuple[str, ...]
    cites: str
    reason: str

    def covers(self, key: str) -> bool:
        """Whether one of the patterns matches the key of a fact."""
        return any(fnmatch.fnmatchcase(key, pattern) for pattern in self.facts)


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that the two documents state differently; None stands for not at all."""

    key: str
    vendor: Json
    ours: Json

    def __str__(self) -> str:
        return f"{self.key}: vendor {_short(self.vendor)}, ours {_short(self.ours)}"

    @property
    def tightens(self) -> bool:
        """Whether our side only adds to the vendor's, or narrows it."""
        if self.ours is None:
            return False
        if self.vendor is None:
            return not (self.key.endswith(" required") and self.ours is True)
        match self.key.rsplit(" ", 1)[1].rsplit(".", 1)[-1]:
            case "enum":
                return set(self.ours) < set(self.vendor)
            case "range" | "length" | "size":
                return _is_within(self.ours, self.vendor)
            case "nullable":
                return self.vendor is True and self.ours is False
            case "required":
                return self.vendor is False and self.ours is True
            case "type":
                return (self.vendor, self.ours) == ("number", "integer")
            case _:
                return False


def facts(document: Mapping[str, Json]) -> Facts:
    """Every fact that a description states about what is compared, by key."""
    stated: Facts = {}
    for key, value in Reader(document).facts():
        if stated.setdefault(key, value) != value:
            raise UsageError(f"{key}: stated twice, and not alike; give the two schemas subjects of their own")
    return stated


class Reader:
    """Takes a description (OpenAPI 3.0 or 3.1) apart into facts."""

    def __init__(self, document: Mapping[str, Json]) -> None:
        self._document = document

    def facts(self) -> Iterator[tuple[str, Json]]:
        """The facts in the order of the document, each with its key; those of a shared schema again and again."""
        for path, item in self._document["paths"].items():
            if "Statistics" in path:
                continue
            for method in METHODS:
                if method in item:
                    yield from self._operation(path, method, item, item[method])

    def _operation(self, path: str, method: str, item: Json, operation: Json) -> Iterator[tuple[str, Json]]:
        name = operation["operationId"]
        yield f"{name} operation", f"{method.upper()} {path}"
        yield f"{name} security", operation.get("security", self._document.get("security"))
        for written in (*item.get("parameters", ()), *operation.get("parameters", ())):
            parameter = self._follow(written)
            key = f"{name} {parameter['in']} {parameter['name']}"
            yield f"{key} exists", True
            yield f"{key} required", parameter.get("required", False)
            yield from self._keywords(key, parameter["schema"])
        if "requestBody" in operation:
            yield from self._form(name, self._follow(operation["requestBody"]))
        for status, written in operation["responses"].items():
            if status.startswith("2"):
                yield from self._answer(name, status, self._follow(written))

    def _form(self, name: str, body: Json) -> Iterator[tuple[str, Json]]:
        yield f"{name} body media-types", sorted(body["content"])
        yield f"{name} body required", body.get("required", False)
        schema = self._follow(body["content"][FORM]["schema"])
        if schema.get("additionalProperties") is False:
            yield f"{name} body closed", True
        for rule in RULES:
            if rule in schema:
                yield f"{name} body {rule}", schema[rule]
        for field, written in schema["properties"].items():
            yield f"{name} form {field} exists", True
            yield f"{name} form {field} required", field in schema.get("required", ())
            yield from self._keywords(f"{name} form {field}", written)

    def _answer(self, name: str, status: str, response: Json) -> Iterator[tuple[str, Json]]:
        yield f"{name} answer status", status
        for header, written in response.get("headers", {}).items():
            key = f"{name} answer-header {header.lower()}"
            yield f"{key} exists", True
            yield from self._keywords(key, self._follow(written)["schema"])
        for media_type, content in response.get("content", {}).items():
            yield f"{name} answer media-type", media_type
            yield from self._properties(name, content["schema"])

    def _properties(self, name: str, written: Json) -> Iterator[tuple[str, Json]]:
        """The properties of a page under the name of its operation, those of a resource under a name of its own."""
        schema = self._follow(written)
        properties = schema["properties"]
        if "meta" not in properties:
            subject = name.removeprefix("Fetch").removeprefix("Create").removeprefix("Update")
            yield from self._resource(subject, properties)
            return
        for key, value in properties.items():
            if key == "meta":
                yield from self._resource("page", self._follow(value)["properties"])
            else:
                yield f"{name} page items", key
                yield from self._properties(name.removeprefix("List"), value["items"])

    def _resource(self, subject: str, properties: Mapping[str, Json]) -> Iterator[tuple[str, Json]]:
        for name, written in properties.items():
            yield f"{subject} property {name} exists", True
            yield f"{subject} property {name} nullable", self._is_nullable(written)
            yield from self._keywords(f"{subject} property {name}", written)

    def _keywords(self, key: str, written: Json, prefix: str = "") -> Iterator[tuple[str, Json]]:
        schema = self._narrowed(written)
        for keyword in KEYWORDS:
            if keyword in schema:
                value = schema[keyword]
                yield f"{key} {prefix}{keyword}", sorted(value) if keyword == "enum" else value
        for bounds, (lower, upper) in BOUNDS.items():
            if lower in schema or upper in schema:
                yield f"{key} {prefix}{bounds}", [schema.get(lower), schema.get(upper)]
        if "contentMediaType" in schema:
            yield f"{key} {prefix}content", [schema["contentMediaType"], schema.get("contentSchema")]
        if "additionalProperties" in schema:
            yield f"{key} {prefix}values", schema["additionalProperties"]
        if "items" in schema:
            yield from self._keywords(key, schema["items"], f"{prefix}items.")

    def _narrowed(self, written: Json) -> Json:
        """A schema without `$ref`, without the two spellings of null."""
        schema = self._follow(written)
        if "anyOf" in schema:
            (schema,) = (each for each in schema["anyOf"] if each != {"type": "null"})
            schema = self._follow(schema)
        if isinstance(schema.get("type"), list):
            (kind,) = (each for each in schema["type"] if each != "null")
            schema = {**schema, "type": kind}
        return schema

    def _is_nullable(self, written: Json) -> bool:
        schema = self._follow(written)
        alternatives = schema.get("anyOf", ())
        return bool(schema.get("nullable") or "null" in schema.get("type", "") or {"type": "null"} in alternatives)

    def _follow(self, value: Json) -> Json:
        """What a reference points to, with the keywords that stand beside it."""
        while "$ref" in value:
            target: Json = self._document
            for token in value["$ref"].removeprefix("#/").split("/"):
                target = target[token]
            value = {**target, **{key: each for key, each in value.items() if key != "$ref"}}
        return value


def compare(vendor: Facts, ours: Facts) -> tuple[int, list[Difference]]:
    """How many facts are equal, and those that differ, in the order of the vendor's document."""
    keys = dict.fromkeys((*vendor, *ours))
    differences = [Difference(key, vendor.get(key), ours.get(key)) for key in keys if vendor.get(key) != ours.get(key)]
    return len(keys) - len(differences), differences


def deviations(path: Path) -> list[Deviation]:
    """The entries of deviations.yaml; raises UsageError for one that cites nothing or gives no reason."""
    written = read(path).root
    decisions = written.get("decisions", {})
    entries = []
    for number, entry in enumerate(written["deviations"], 1):
        cites = entry.get("cites")
        if not (cites in decisions or (type(cites) is int and 1 <= cites <= 35)):
            raise UsageError(f"{path}: entry {number}: `cites` must be a row from 1 to 35 or one of `decisions`")
        if not entry.get("reason") or not entry.get("facts"):
            raise UsageError(f"{path}: entry {number}: `facts` and `reason` must be given")
        entries.append(Deviation(tuple(entry["facts"]), str(cites), entry["reason"]))
    return entries


def report(equal: int, differences: list[Difference], entries: list[Deviation]) -> list[str]:
    """Prints the comparison and gives the complaints: what is undeclared, loosened or unused."""
    counts: Counter[int] = Counter()
    complaints = []
    for difference in differences:
        found = next((number for number, entry in enumerate(entries) if entry.covers(difference.key)), None)
        if found is None:
            complaints.append(f"undeclared: {difference}")
            continue
        counts[found] += 1
        if not difference.tightens:
            complaints.append(f"loosens: {difference} ({entries[found].reason})")
    for number, entry in enumerate(entries):
        print(f"{counts[number]:5} by {entry.cites}: {entry.reason}")
        if not counts[number]:
            complaints.append(f"unused: {', '.join(entry.facts)} ({entry.reason})")
    declared = counts.total()
    print(f"{equal} equal + {declared} declared = {equal + declared}")
    if declared * 10 >= equal + declared:
        complaints.append("a tenth or more of the facts deviates; this is another API")
    return complaints


def _is_within(inner: list[float | None], outer: list[float | None]) -> bool:
    """Whether bounds [lower, upper] lie within others; None is no bound."""
    lower = outer[0] is None or (inner[0] is not None and inner[0] >= outer[0])
    return lower and (outer[1] is None or (inner[1] is not None and inner[1] <= outer[1]))


def _short(value: Json) -> str:
    if value is None:
        return "nothing"
    text = json.dumps(value)
    return text if len(text) <= 120 else f"{text[:117]}..."


def main() -> int:
    """Runs the comparison; the result is the exit code."""
    corpus = Path(os.environ.get("DOVETAIL_CORPUS") or HERE.parent.parent / "shared" / "corpus")
    try:
        if not (corpus / VENDOR).is_file():
            raise UsageError(f"{corpus / VENDOR}: not found; set DOVETAIL_CORPUS to the folder that holds the corpus")
        vendor, ours = facts(read(corpus / VENDOR).root), facts(read(HERE / "openapi.yaml").root)
        entries = deviations(HERE / "deviations.yaml")
    except DovetailError as error:
        print(f"spec-check: {error}", file=sys.stderr)
        return 2
    complaints = report(*compare(vendor, ours), entries)
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    return 1 if complaints else 0


if __name__ == "__main__":
    raise SystemExit(main())
