"""The cases of another linter's rules, where a rule of ours means the same."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from corpus.documents import corpus_folder
from dovetail.document import pointers
from dovetail.lint import lint
from dovetail.spec.nodes import META_SCHEMA

PEERS = tomllib.loads(Path(__file__).with_name("peers.toml").read_text(encoding="utf-8"))
VECTORS = corpus_folder() / "vectors" / "dev" / "spectral_oas3_rules.json"
pytestmark = pytest.mark.skipif(not VECTORS.is_file(), reason=f"there is no {VECTORS}; set DOVETAIL_CORPUS")
MOVED = {
    "headers": "/components/headers",
    "parameters": "/components/parameters",
    "content": "/components/responses/any/content",
}
"""Where those members of the fragments belong that are no members of a description."""


def cases() -> list[dict[str, Any]]:
    vectors: list[dict[str, Any]] = json.loads(VECTORS.read_bytes())["vectors"] if VECTORS.is_file() else []
    return [case for case in vectors if case["rule"] in PEERS["rules"]]


def as_json(name: str) -> str:
    return f"application/{name}+json"


def completed(document: dict[str, Any]) -> dict[str, Any]:
    """The fragment as a whole description."""
    whole = {"info": {"title": "Case", "version": "1"}, "paths": {}, **document}
    components = whole.setdefault("components", {})
    if "headers" in whole:
        components["headers"] = whole.pop("headers")
    if "parameters" in whole:
        parameters = enumerate(whole.pop("parameters"))
        components["parameters"] = {str(index): {"name": "any", "in": "query", **each} for index, each in parameters}
    if "content" in whole:
        content = {as_json(name): member for name, member in whole.pop("content").items()}
        components["responses"] = {"any": {"description": "", "content": content}}
    return whole


def place(path: list[str]) -> str:
    rest = [as_json(path[1]), *path[2:]] if path[0] == "content" else path[1:]
    return MOVED.get(path[0], f"/{path[0]}") + pointers.build(rest)


def is_near(ours: str, theirs: str) -> bool:
    """Whether one holds the other, or both are members of the same object."""
    return ours.startswith(theirs) or theirs.startswith(ours) or ours.rpartition("/")[0] == theirs.rpartition("/")[0]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["id"])
def test_a_finding_stands_where_the_other_linter_has_one(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(completed(case["document"])), encoding="utf-8")
    linted = lint(path)
    assert linted.is_readable
    ours = [finding for finding in linted.findings if finding.rule in PEERS["rules"][case["rule"]]]
    found = {finding.location.pointer for finding in ours if finding.rule != META_SCHEMA or case["errors"]}
    wanted = {place(error["path"]) for error in case["errors"] if error.get("path")}
    missed = {at for at in wanted if not any(is_near(each, at) for each in found if each)}
    agrees = bool(found) == bool(case["errors"]) and not missed
    assert agrees == (case["id"] not in PEERS["differences"]), (found, wanted)


def test_every_rule_of_the_other_linter_has_its_place() -> None:
    known = {case["rule"] for case in json.loads(VECTORS.read_bytes())["vectors"]}
    assert known == PEERS["rules"].keys() | PEERS["without"].keys()
    assert PEERS["differences"].keys() <= {case["id"] for case in cases()}
    assert all(reason.strip() for reason in (*PEERS["without"].values(), *PEERS["differences"].values()))
