"""One changed schema costs its own part, and what comes of it is, byte for byte, what a whole run gives."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from codegen.tests.generating import case_generation, case_names, files_of
from corpus.documents import corpus_folder, real_documents
from dovetail import cache, document, parts
from dovetail import generate as line
from dovetail.cli import main
from dovetail.config import Generation
from dovetail.errors import SpecError
from dovetail.recall import Recollection
from dovetail.spec import resolve

Json = Any
REAL = {"adyen-checkout-v71", "qdrant", "twilio-taskrouter-v1"}
ABSENT = pytest.mark.skip(reason=f"the corpus is not at {corpus_folder()}; set DOVETAIL_CORPUS")

WORDS = (
    "extra",
    "items",
    "total_count",
    "next_url",
    "has_more",
    "id",
    "type",
    "kind",
    "class",
    "@odd",
    "model_x",
    "key",
)
LEAVES: tuple[Json, ...] = (
    {"type": "string"},
    {"type": "integer", "minimum": 1, "description": "How many."},
    {"type": "boolean"},
    {"type": "string", "format": "date-time"},
    {"type": "string", "enum": ["a", "b c"]},
    {"type": "string", "enum": [f"value number {number}" for number in range(40)]},
    {"type": "string", "description": "At length. " * 40},
    {},
)
TITLES = ("Shared title", "Error", "Order")


@dataclass
class Described:
    """A description with schemas, generated once; and what it comes to when one of them is another."""

    folder: Path
    root: Json
    package: str
    taken_over: list[bool] = field(default_factory=list[bool])

    def __post_init__(self) -> None:
        self.generation = Generation(spec=self.folder / "spec.json", output=self.folder / "out", package=self.package)
        self.write(self.root)
        self.run(check=False)

    @property
    def schemas(self) -> dict[str, Json]:
        found: dict[str, Json] = self.root.get("components", {}).get("schemas", {})
        return {name: schema for name, schema in found.items() if isinstance(schema, dict)}

    def write(self, root: Json, indent: int | None = 1) -> None:
        self.generation.spec.write_text(json.dumps(root, indent=indent), encoding="utf-8")

    def changed(self, name: str, schema: Json) -> Json:
        components = self.root["components"]
        return {**self.root, "components": {**components, "schemas": {**components["schemas"], name: schema}}}

    def run(self, *, check: bool = True) -> Json:
        """What a run writes, or would, and what it finds."""
        recollection = Recollection(self.generation, self.folder / "cache")
        try:
            made = line.generate(self.generation, check=check, recollection=recollection)
        except SpecError as error:
            return list(map(repr, error.findings))
        return made.written, made.operations, made.generation, list(map(repr, made.findings))

    def agrees(self, monkeypatch: pytest.MonkeyPatch) -> bool:
        """Whether a run that may take over parts comes to what one does that makes all anew."""
        real = parts.outcome

        def noted(*arguments: Any, **options: Any) -> object:
            found = real(*arguments, **options)
            self.taken_over.append(found is not None)
            return found

        with monkeypatch.context() as patched:
            patched.setattr(parts, "outcome", noted)
            first = self.run()
            patched.setattr(parts, "outcome", lambda *_, **__: None)
            return bool(first == self.run())


def _properties(schema: Json) -> dict[str, Json]:
    found = schema.setdefault("properties", {})
    return found if isinstance(found, dict) else {}


def _add(schema: Json, draw: Callable[..., Any], value: Json) -> None:
    _properties(schema)[draw(st.sampled_from(WORDS))] = value


def _altered(schema: Json, draw: Callable[..., Any], change: Callable[[dict[str, Json], str], object]) -> None:
    if properties := _properties(schema):
        change(properties, draw(st.sampled_from(sorted(properties))))


def _simple(draw: Callable[..., Any], schema: Json) -> None:
    """A change of what a schema says by itself."""
    leaf = copy.deepcopy(draw(st.sampled_from(LEAVES)))
    changes: list[Callable[[], object]] = [
        lambda: _add(schema, draw, leaf),
        lambda: _altered(schema, draw, lambda held, name: held.pop(name)),
        lambda: _altered(schema, draw, lambda held, name: held.update({name: leaf})),
        lambda: _altered(schema, draw, lambda held, name: held.update({f"{name}_2": held.pop(name)})),
        lambda: schema.update(description=draw(st.sampled_from(["Short.", "Long. " * 60, 'Two\n\n"""parts\\']))),
        lambda: schema.update(required=draw(st.permutations(sorted(_properties(schema))))[:2]),
        lambda: schema.pop("required", None),
    ]
    draw(st.sampled_from(changes))()


def _structural(draw: Callable[..., Any], schema: Json, names: list[str]) -> None:
    """A change that others may depend on."""
    other = {"$ref": f"#/components/schemas/{draw(st.sampled_from(names))}"}
    inline = {"type": "object", "title": draw(st.sampled_from(TITLES)), "properties": {"inner": {"type": "string"}}}
    changes: list[Callable[[], object]] = [
        lambda: _add(schema, draw, other),
        lambda: _add(schema, draw, inline),
        lambda: _add(schema, draw, {"type": "array", "items": inline}),
        lambda: _add(schema, draw, {"allOf": [other]}),
        lambda: schema.update(allOf=[other]),
        lambda: schema.update(oneOf=[other, inline]),
        lambda: schema.update(type=["object", "null"]),
        lambda: schema.update(nullable=True),
        lambda: schema.update(discriminator={"propertyName": "type"}),
        lambda: schema.update(title=draw(st.sampled_from(TITLES))),
        lambda: schema.update(additionalProperties=draw(st.sampled_from([False, True, other]))),
        lambda: schema.update(properties={}),
        lambda: _altered(schema, draw, lambda held, name: held.update({name: {"type": "string", "writeOnly": True}})),
        lambda: _altered(schema, draw, lambda held, name: held.update({name: {"type": 1}})),
        lambda: schema.update(deprecated=True, default={}),
    ]
    draw(st.sampled_from(changes))()


def _differs_nowhere(described: Described, monkeypatch: pytest.MonkeyPatch, examples: int) -> None:
    schemas = described.schemas
    if not schemas:
        pytest.skip("this description has no schemas of its own")

    @settings(
        max_examples=examples,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(schemas)))
        schema = copy.deepcopy(schemas[name])
        for _ in range(data.draw(st.integers(1, 2))):
            if data.draw(st.integers(0, 3)):
                _simple(data.draw, schema)
            else:
                _structural(data.draw, schema, sorted(schemas))
        described.write(described.changed(name, schema), data.draw(st.sampled_from([1, 2, None])))
        assert described.agrees(monkeypatch)

    holds()


@pytest.mark.parametrize("name", case_names())
def test_a_change_of_a_case_comes_to_what_a_whole_run_gives(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = case_generation(name, tmp_path).spec
    _differs_nowhere(Described(tmp_path, document.read(spec).root, "made"), monkeypatch, 8)


def _real() -> Iterator[Any]:
    yield from (pytest.param(each.path, id=each.name) for each in real_documents() if each.name in REAL)


@pytest.mark.corpus
@pytest.mark.slow
@pytest.mark.parametrize("path", [*_real()] or [pytest.param(None, marks=ABSENT)])
def test_a_change_of_a_real_description_comes_to_what_a_whole_run_gives(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    described = Described(tmp_path, document.read(path).root, "made")
    _differs_nowhere(described, monkeypatch, 12)
    assert any(described.taken_over)


SPEC = """\
{"openapi": "3.1.0", "info": {"title": "Shelf", "version": "1.0.0"}, "servers": [{"url": "https://api.example"}],
"components": {"schemas": {
"Book": {"type": "object", "properties": {
"title": {"type": "string"},
"author": {"$ref": "#/components/schemas/Author"}}},
"Author": {"type": "object", "properties": {"name": {"type": "string"}}},
"Tale": {"allOf": [{"$ref": "#/components/schemas/Book"},
{"type": "object", "properties": {"end": {"type": "string"}}}]},
"Form": {"type": "object", "properties": {"title": {"type": "string"}}}}},
"paths": {
"/books/{id}": {"parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
"get": {"operationId": "getBook", "responses": {"200": {"description": "A book",
"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Book"}}}}}}},
"/books/{other}": {"parameters": [{"name": "other", "in": "path", "required": true, "schema": {"type": "string"}}],
"put": {"operationId": "putBook",
"requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Form"}}}},
"responses": {"200": {"description": "A tale",
"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Tale"}}}}}}}}}
"""


@dataclass
class Shelf:
    """A folder with a description, generated once; what is resolved in it is noted, whether whole or a cut."""

    path: Path
    resolved: list[int]

    def run(self, *options: str, output: str = "out") -> str:
        result = CliRunner().invoke(main, ["generate", "spec.json", "--output", output, "--package", "shelf", *options])
        assert result.exit_code == 0, result.output
        return result.output

    def change(self, old: str, new: str) -> None:
        text = (self.path / "spec.json").read_text(encoding="utf-8")
        assert text.count(old) == 1
        (self.path / "spec.json").write_text(text.replace(old, new), encoding="utf-8")

    def is_anew(self) -> bool:
        """Whether the whole description was resolved since this was asked last."""
        found = bool(self.resolved)
        self.resolved.clear()
        return found


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    made = Shelf(tmp_path, [])

    def noted(*arguments: Any) -> object:
        made.resolved.append(1)
        return resolve(*arguments)

    (tmp_path / "spec.json").write_text(SPEC, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setattr("dovetail.generate.resolve", noted)
    made.run()
    assert made.is_anew()
    return made


def test_changes_follow_one_another(shelf: Shelf) -> None:
    for old, new in (
        ('"title": {"type": "string"},\n', '"title": {"type": "string"},\n\n"pages": {"type": "integer"},\n'),
        ('{"name": {"type": "string"}}', '{"name": {"type": "string", "format": "date-time"}}'),
        ('"pages": {"type": "integer"},\n', ""),
    ):
        shelf.change(old, new)
        told = shelf.run()
        assert not shelf.is_anew()
        anew = shelf.run("--no-cache", output="anew")
        assert files_of(shelf.path / "out") == files_of(shelf.path / "anew")
        assert told.partition("out:")[0] == anew.partition("anew:")[0]
        assert "ambiguous-path" in told
        shelf.is_anew()
        shelf.run()
        assert not shelf.is_anew()


def test_a_check_tells_of_the_change_and_keeps_nothing(shelf: Shelf) -> None:
    shelf.change('"title": {"type": "string"},\n', "")
    kept = files_of(shelf.path / "cache")
    result = CliRunner().invoke(main, ["generate", "spec.json", "--output", "out", "--package", "shelf", "--check"])
    assert result.exit_code == 1
    assert "-    title: str | None = None" in result.output
    assert not shelf.is_anew()
    assert files_of(shelf.path / "cache") == kept


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"Form": {"type": "object", "properties": {', '"Form": {"type": "object", "properties": {"x": {},'),
        ('"author": {"$ref"', '"writer": {"$ref"'),
        ('"name": {"type": "string"}', '"name": {"type": 1}'),
        ('"description": "A tale"', '"description": "A long tale"'),
    ],
)
def test_what_others_depend_on_is_made_anew(shelf: Shelf, old: str, new: str) -> None:
    shelf.change(old, new)
    shelf.run()
    assert shelf.is_anew()
    shelf.run("--no-cache", output="anew")
    assert files_of(shelf.path / "out") == files_of(shelf.path / "anew")


def _damaged(shelf: Shelf) -> None:
    for path in (shelf.path / "cache" / "parts").iterdir():
        path.write_bytes(path.read_bytes()[:-3])


def _another_kind(shelf: Shelf) -> None:
    for path in (shelf.path / "cache" / "parts").iterdir():
        path.write_text(cache.digest(b"[1]") + "\n[1]", encoding="utf-8")


def _another_output(shelf: Shelf) -> None:
    (shelf.path / "out" / "shelf" / "client.py").write_text("", encoding="utf-8")


@pytest.mark.parametrize("harm", [_damaged, _another_kind, _another_output])
def test_what_is_damaged_is_made_anew(shelf: Shelf, harm: Callable[[Shelf], None]) -> None:
    harm(shelf)
    shelf.change('"title": {"type": "string"},\n', "")
    shelf.run()
    assert shelf.is_anew()
    shelf.run("--no-cache", output="anew")
    assert files_of(shelf.path / "out") == files_of(shelf.path / "anew")
