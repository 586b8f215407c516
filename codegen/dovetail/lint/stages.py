"""The rules that the stages judge by as they read a description: name, what it finds, what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..findings import Severity

STAGES: Final[Mapping[str, tuple[str, str]]] = {
    # The text, by the stage load
    "alias-cycle": ("a YAML alias within what it names", "YAML 1.2.2, 3.2.2.2; OAS 3.1, 4.2: the text is a JSON value"),
    "alias-expansion": (
        "aliases that expand beyond any measure",
        "OAS 3.1, 4.2: the text stands for a finite JSON value",
    ),
    "control-character": ("characters that the format forbids", "RFC 8259, section 7; YAML 1.2.2, section 5.1"),
    "duplicate-key": (
        "a key twice in one object",
        "RFC 8259, section 4: names should be unique; YAML 1.2.2, 3.2.1.3: must be",
    ),
    "encoding": ("a file that is not UTF-8 (nor marked as UTF-16 or UTF-32)", "RFC 8259, section 8.1; YAML 1.2.2, 5.2"),
    "key-not-a-string": ("a YAML key that is no string", "OAS 3.1, 4.2: keys must be strings, as in JSON"),
    "lone-surrogate": ("half of a surrogate pair", "RFC 8259, section 8.2: what receives it may do anything"),
    "nesting-too-deep": ("nesting beyond what any reader takes", "RFC 8259, section 9: a reader may limit the depth"),
    "not-json": ("YAML or numbers that no JSON value stands for", "OAS 3.1, 4.2: only what JSON has may be used"),
    "syntax": ("a text that is neither JSON nor YAML", "OAS 3.1, 4.2: a description is JSON or YAML"),
    "unreadable-file": ("a file that is not there, or cannot be read", "OAS 3.1, 4.3: all documents of it are needed"),
    # Overlays and remote documents, by the stage load
    "invalid-overlay": ("an overlay that is none", "Overlay 1.0.0, section 4.4"),
    "overlay-extends": ("an overlay made for another document", "Overlay 1.0.0, 4.4.1: `extends` names its target"),
    "overlay-target": ("a target that is no JSONPath, or selects nothing", "Overlay 1.0.0, 4.4.3; RFC 9535"),
    "overlay-update": ("an update that does not fit what it changes", "Overlay 1.0.0, 4.4.3: objects are merged"),
    "invalid-lock": ("a lock file of remote documents that is none", "a rule of this tool: what is fetched is pinned"),
    "remote-reference-changed": ("a remote document that is not what is pinned", "a rule of this tool: see above"),
    # Version and structure, by the stage resolve
    "not-an-openapi-document": ("a document without `openapi`", "OAS 3.1, 4.8.1: the field is required"),
    "unsupported-version": (
        "a version that is not 3.0, 3.1 or 3.2",
        "OAS 3.1, 4.1: major, minor and patch as a string",
    ),
    "meta-schema": ("whatever the meta-schema of the version forbids", "the meta-schemas of the OpenAPI Initiative"),
    "wrong-type": ("a value of another type than the field has", "OAS 3.1, 4.8: the tables of fields"),
    "component-name": ("a component whose name has other characters", "OAS 3.1, 4.8.7: ^[a-zA-Z0-9.\\-_]+$"),
    "example-and-examples": ("`example` beside `examples`", "OAS 3.1, 4.8.12.2 and 4.8.14.1: mutually exclusive"),
    "invalid-parameter": ("a parameter without name, or in no known place", "OAS 3.1, 4.8.12.2: both are required"),
    "invalid-server": ("a server without `url`", "OAS 3.1, 4.8.5.1: required"),
    "invalid-tag": ("a tag without `name`", "OAS 3.1, 4.8.22.1: required"),
    "invalid-link": ("a link to nothing at all", "OAS 3.1, 4.8.20: one of operationRef and operationId is needed"),
    "invalid-security-scheme": ("a security scheme of no known type, or incomplete", "OAS 3.1, 4.8.27.1"),
    "invalid-security-requirement": ("a requirement that maps no names to scopes", "OAS 3.1, 4.8.30"),
    # References, by the stage resolve
    "unresolved-reference": ("a $ref that leads nowhere", "OAS 3.1, 4.8.23; JSON Schema 2020-12, 8.2.3"),
    "invalid-reference": ("a $ref that is no URI reference", "OAS 3.1, 4.8.23.1: it must be in the form of a URI"),
    "circular-reference": ("a $ref that leads back to itself", "JSON Schema 2020-12, 9.4.1: no infinite loops"),
    "circular-schema": ("a schema that applies itself to the same value", "JSON Schema 2020-12, 9.4.1"),
    "misplaced-reference": ("a $ref where the standard has none", "OAS 3.1, 4.8: the tables of fields say where"),
    "reference-kind": (
        "a $ref to an object of another kind",
        "OAS 3.1, 4.8.23: the type must be that which is expected",
    ),
    "reference-outside": ("a $ref that leaves what may be read", "a rule of this tool: a description is not trusted"),
    "reference-base": ("a $ref that an `$id` around it re-bases", "JSON Schema 2020-12, 8.2.1"),
    "remote-reference": ("a $ref to a URL, which is not fetched", "a rule of this tool: --allow-remote-refs allows it"),
    "ignored-siblings": ("fields beside a $ref that are ignored", "OAS 3.0, 4.7.23; OAS 3.1, 4.8.23: beside $ref"),
    "too-many-bindings": ("dynamic anchors that multiply without end", "a rule of this tool: work is bounded"),
    "schema-dialect": ("schemas of another dialect", "OAS 3.1, 4.8.24: support of other dialects is optional"),
    "too-large": ("little text that references make much of", "a rule of this tool: work is bounded"),
    # Schemas, by the stage resolve
    "invalid-schema": ("a schema that is neither object nor boolean", "JSON Schema 2020-12, 4.3"),
    "invalid-keyword": ("a keyword with a value that it cannot have", "JSON Schema 2020-12 (Validation), section 6"),
    "unknown-keyword": (
        "a keyword that JSON Schema has not",
        "OAS 3.0, 4.7.24: only those and x-; an annotation since 3.1",
    ),
    "old-keyword": (
        "a keyword as OpenAPI 3.0 or 2.0 had it",
        "OAS 3.1, 4.8.24: keywords are those of JSON Schema 2020-12",
    ),
    "unresolved-mapping": ("a discriminator's mapping to no schema", "OAS 3.1, 4.8.25: values name schemas"),
    # Operations, by the stage resolve
    "path-without-slash": ("a path without a leading slash", "OAS 3.1, 4.8.8.1: it must begin with one"),
    "ambiguous-path": ("two templates for the same paths", "OAS 3.1, 4.8.8: such paths are identical and invalid"),
    "duplicate-path-segment": (
        "a variable twice in one path",
        "OAS 3.2, Path Templating: it must not appear more than once",
    ),
    "undeclared-path-segment": (
        "a path parameter without its variable",
        "OAS 3.1, 4.8.12.2: the name must be in the path",
    ),
    "missing-path-parameter": (
        "a variable of a path without its parameter",
        "OAS 3.1, 3.2 (Path Templating): each must have one",
    ),
    "duplicate-parameter": ("a parameter twice in one list", "OAS 3.1, 4.8.10.1: unique by name and location"),
    "ignored-parameter": (
        "a header parameter that has no effect",
        "OAS 3.1, 4.8.12.2: Accept, Content-Type, Authorization",
    ),
    "duplicate-operation-id": ("an operationId twice", "OAS 3.1, 4.8.10.1: it must be unique"),
    "missing-operation-id": (
        "an operation without operationId",
        "OAS 3.1, 4.8.10.1: tools may use it; names depend on it",
    ),
    "operation-left-out": (
        "an operation that cannot be used at all",
        "a rule of this tool: nothing is left out silently",
    ),
    "unknown-security-scheme": (
        "a requirement of a scheme that is not there",
        "OAS 3.1, 4.8.30: names must correspond",
    ),
    "unresolved-link": ("a link to an operation that is not there", "OAS 3.1, 4.8.20.1: the name of an existing one"),
}

SEVERITIES: Final[Mapping[str, tuple[Severity, ...]]] = {
    **dict.fromkeys(
        (
            *("ignored-parameter", "ignored-siblings", "missing-operation-id", "operation-left-out"),
            *("overlay-extends", "reference-base", "remote-reference", "schema-dialect"),
        ),
        ("warning",),
    ),
    **dict.fromkeys(("circular-schema", "old-keyword", "unknown-keyword"), ("error", "warning")),
}
"""The severities of those that are not always errors."""
