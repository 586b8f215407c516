"""Descriptions in several files: what is named, how, and from where."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from dovetail import document, spec
from dovetail.cli import main
from dovetail.spec import Spec

Resolve = Callable[..., Spec]

ROOT = """
paths:
  /a: {$ref: 'paths/a.yaml'}
  /b:
    get:
      operationId: b
      responses: {'200': {description: OK, content: {application/json: {schema: {$ref: 'schemas/tree.yaml'}}}}}
components:
  schemas:
    Pet: {$ref: './schemas/pet.yaml'}
    Local: {type: string}
"""
FILES = {
    "paths/a.yaml": """
get:
  operationId: a
  parameters: [{$ref: '../common.json#/parameters/Limit'}]
  responses:
    '200': {description: OK, content: {application/json: {schema: {$ref: ../schemas/pet.yaml}}}}
    '404': {description: No, content: {application/json: {schema: {$ref: '../common.json#/definitions/Error'}}}}
    '409': {description: No, content: {text/json: {schema: {$ref: '../other/common.yaml#/definitions/Error'}}}}
    '410': {description: No, content: {text/json: {schema: {$ref: '../openapi.yaml#/components/schemas/Local'}}}}
""",
    "common.json": """{
  "parameters": {"Limit": {"name": "limit", "in": "query", "schema": {"$ref": "#/definitions/Limit"}}},
  "definitions": {"Limit": {"type": "integer"}, "Error": {"type": "object", "title": "one"}}
}""",
    "other/common.yaml": "definitions: {Error: {type: object, title: two}}\n",
    "schemas/pet.yaml": """type: object
properties:
  owner: {$ref: person/index.yaml}
  kind: {$ref: '#/$defs/Kind'}
$defs: {Kind: {enum: [a, b]}}
""",
    "schemas/person/index.yaml": "type: object\nproperties: {pets: {items: {$ref: ../pet.yaml}}}\n",
    "schemas/tree.yaml": "type: object\nproperties: {children: {items: {$ref: '#'}}, first: {$ref: tree.yaml}}\n",
}


def test_schemas_of_other_files_get_names(resolve: Resolve) -> None:
    resolved = resolve(ROOT, FILES)
    assert resolved.findings == ()
    titles = {name: schema.value for name, schema in resolved.schemas.items() if name.endswith("Error")}
    assert sorted(titles) == ["common_Error", "other_common_Error"]
    assert {name: dict(schema)["title"] for name, schema in titles.items() if isinstance(schema, dict)} == {
        "common_Error": "one",
        "other_common_Error": "two",
    }
    assert list(resolved.schemas) == [
        "Pet",
        "Local",
        "Kind",
        "Limit",
        "common_Error",
        "other_common_Error",
        "person",
        "tree",
    ]
    assert resolved.schemas["Pet"].value == {
        "type": "object",
        "properties": {
            "owner": {"$ref": "#/components/schemas/person"},
            "kind": {"$ref": "#/components/schemas/Kind"},
        },
    }
    assert resolved.schemas["tree"].value == {
        "type": "object",
        "properties": {
            "children": {"items": {"$ref": "#/components/schemas/tree"}},
            "first": {"$ref": "#/components/schemas/tree"},
        },
    }
    a = resolved.operations[0]
    schemas = [response.content[0].schema for response in a.responses]
    assert [schema.value for schema in schemas if schema is not None] == [
        {"$ref": "#/components/schemas/Pet"},
        {"$ref": "#/components/schemas/common_Error"},
        {"$ref": "#/components/schemas/other_common_Error"},
        {"$ref": "#/components/schemas/Local"},
    ]


def test_places_are_those_of_the_other_files(resolve: Resolve) -> None:
    resolved = resolve(ROOT, FILES)
    a = resolved.operations[0]
    assert str(a.location) == "paths/a.yaml:3:3"
    assert str(a.parameters[0].location) == "common.json:2:27"
    assert str(resolved.schemas["person"].location) == "schemas/person/index.yaml:1:1"


def test_names_depend_neither_on_the_order_nor_on_the_directory(
    resolve: Resolve, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = resolve(ROOT, FILES)
    lines = ROOT.splitlines()
    turned = "\n".join(["", "components:", *lines[8:], "paths:", *lines[3:7], lines[2], ""])
    second = resolve(turned, FILES)
    assert {name: schema.value for name, schema in first.schemas.items()} == {
        name: schema.value for name, schema in second.schemas.items()
    }
    folder = Path.cwd()
    monkeypatch.chdir(folder / "schemas" / "person")
    for path in ("../../openapi.yaml", str(folder / "openapi.yaml")):
        assert spec.resolve(document.load(path)).value == second.value


def test_escapes_in_references(resolve: Resolve) -> None:
    resolved = resolve(
        "components: {schemas: {A: {$ref: 'a%20b.yaml#/x~1y/%C3%A9~0'}}}\n",
        {"a b.yaml": "x/y: {'é~': {type: string}}\n"},
    )
    assert resolved.schemas["A"].value == {"type": "string"}


def test_a_reference_through_a_reference(resolve: Resolve) -> None:
    text = """
paths:
  /a: {$ref: a.yaml}
components:
  schemas: {A: {$ref: '#/paths/~1a/get/responses/200/content/application~1json/schema'}}
"""
    content = "{application/json: {schema: {type: string}}}"
    file = f"get: {{operationId: a, responses: {{'200': {{description: OK, content: {content}}}}}}}\n"
    resolved = resolve(text, {"a.yaml": file})
    assert resolved.schemas["A"].value == {"type": "string"}
    schema = resolved.operations[0].responses[0].content[0].schema
    assert schema is not None
    assert schema.value == {"$ref": "#/components/schemas/A"}


def test_maps_operations_and_texts_that_are_references(resolve: Resolve) -> None:
    text = "paths: {$ref: 'paths.yaml'}\n"
    files = {
        "paths.yaml": "/a:\n  get: {$ref: 'a.yaml#/get'}\n",
        "a.yaml": """text: Long
get:
  operationId: a
  description: {$ref: '#/text'}
  responses: {default: {description: OK}}
""",
    }
    resolved = resolve(text, files)
    assert [(each.operation_id, each.description) for each in resolved.operations] == [("a", "Long")]
    assert {(finding.rule, finding.severity) for finding in resolved.findings} == {("misplaced-reference", "error")}


def test_a_file_that_reads_secrets_is_not_followed(resolve: Resolve, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("a: {type: string, description: hidden}\n")
    (tmp_path / "api").mkdir()
    (tmp_path / "api" / "openapi.yaml").write_text(
        "openapi: 3.1.1\ninfo: {title: T, version: '1'}\ncomponents: {schemas: {A: {$ref: '../secret#/a'}}}\n"
    )
    resolved = spec.resolve(document.load(tmp_path / "api" / "openapi.yaml"))
    assert [finding.rule for finding in resolved.findings] == ["reference-outside"]
    assert resolved.schemas["A"].value == {}
    assert "hidden" not in str(resolved)


SECRET = """{
  "client_secret": "SECRET", "type": "SECRET", "name": "SECRET", "in": "SECRET", "pattern": "(SECRET", "url": "SECRET",
  "discriminator": {"propertyName": "a", "mapping": {"SECRET": "SECRET"}}, "SECRET": 1, "SECRET": 2, "$schema": "SECRET"
}"""
REFERRING = """\
openapi: 3.1.1
info: {title: T, version: '1'}
paths:
  /a: {$ref: FILE}
  /b:
    get:
      parameters: [{$ref: FILE}]
      responses:
        default: {$ref: FILE}
        '200': {description: '', content: {text/json: {schema: {$ref: FILE}}}, headers: {X: {$ref: FILE}}}
components:
  securitySchemes: {s: {$ref: FILE}}
  schemas: {A: {$ref: FILE}, B: {properties: {$ref: FILE}}, C: {$ref: 'FILE#/client_secre'}, D: {$ref: 'FILE#/type'}}
"""


@pytest.mark.parametrize(
    ("name", "text", "is_shown"),
    [
        ("../secret.json", SECRET, False),
        ("../secret.yaml", "password: !!int SECRET\nother: 'SECRET", False),
        ("../secret.yaml", "SECRET: 1\nSECRET: 2\n? [SECRET]\n: 1", False),
        ("link.yaml", SECRET, False),
        (".env", "password: !!int SECRET\nother: 'SECRET", False),
        ("shared.json", SECRET, True),
    ],
)
@pytest.mark.parametrize("kind", ["text", "json", "sarif"])
def test_nothing_is_shown_of_a_file_outside_the_tree(
    name: str, text: str, is_shown: bool, kind: str, tmp_path: Path
) -> None:
    api = tmp_path / "api"
    api.mkdir()
    (api / "openapi.yaml").write_text(REFERRING.replace("FILE", name), encoding="utf-8")
    (api / "link.yaml").symlink_to(tmp_path / "linked.json")
    (tmp_path / "linked.json" if name == "link.yaml" else api / name).write_text(text, encoding="utf-8")
    spec_file = str(api / "openapi.yaml")
    linted = CliRunner().invoke(main, ["lint", spec_file, "--format", kind])
    made = CliRunner().invoke(main, ["generate", spec_file, "--output", str(tmp_path / "out"), "--no-cache", "--json"])
    told = linted.output + made.output
    assert Path(name).name in told
    assert ("SECRET" in told) is is_shown
    assert ("client_secret" in told) is is_shown
