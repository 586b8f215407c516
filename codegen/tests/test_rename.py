"""The generator knows nothing of the API it was first made for: under other names the same comes out."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from codegen.tests import renaming
from codegen.tests.generating import ROOT, files_of
from dovetail import document
from dovetail.config import Generation, configured
from dovetail.generate import generate

FLAGSHIP = configured(ROOT)
WORDS = r"task_?router|twilio|reservation|workspace|\bworkflow|task_?queue|accountsid|wrapp?ing|dequeue"


def flagship(folder: Path, *, is_server: bool, is_renamed: bool) -> Mapping[str, bytes]:
    """What is generated from the documents of the flagship, overlays applied."""
    first = FLAGSHIP[0]
    root = document.load(first.spec, first.overlays).root
    assert not re.search("zq", json.dumps(root), re.IGNORECASE)
    value = renaming.description(root) if is_renamed else root
    folder.mkdir()
    spec = folder / "spec.json"
    spec.write_text(json.dumps(value), encoding="utf-8")
    output = folder / "output"
    generate(Generation(spec=spec, output=output, package="package", is_server=is_server))
    return files_of(output)


@pytest.mark.parametrize("is_server", [False, True], ids=["sdk", "server"])
def test_other_names_give_the_same_under_other_names(is_server: bool, tmp_path: Path) -> None:
    original = flagship(tmp_path / "original", is_server=is_server, is_renamed=False)
    renamed = flagship(tmp_path / "renamed", is_server=is_server, is_renamed=True)
    assert renamed.keys() != original.keys()
    texts = {renaming.restored(path): content.decode() for path, content in renamed.items()}
    assert texts.keys() == original.keys()
    for path, content in original.items():
        text, other = content.decode(), texts[path]
        if path.endswith(".py") and "_runtime" not in path:
            assert renaming.structure(other) == renaming.structure(text), path
        elif path.endswith(".json"):
            plain = [re.sub(r"(?<=\w)_\b", "", each) for each in (renaming.restored(other), text)]
            assert json.loads(plain[0]) == json.loads(plain[1])
        elif path.endswith(".toml"):
            assert tomllib.loads(renaming.restored(other)) == tomllib.loads(text)
        else:
            assert sorted(renaming.restored(other).splitlines()) == sorted(text.splitlines()), path


def test_the_flagship_is_renamed_all_over(tmp_path: Path) -> None:
    files = flagship(tmp_path / "renamed", is_server=False, is_renamed=True)
    for path, content in files.items():
        for node in re.findall(r"^(?:class|    (?:async )?def) (\w+)", content.decode(), re.MULTILINE):
            assert "_runtime" in path or "zq" in node.lower() or node in KEPT, f"{path}: {node}"


KEPT = {
    "AnswerHeaders",
    "AnswerHeaders2",
    "AnswerHeaders3",
    "Client",
    "AsyncClient",
    "__init__",
    "__call__",
    "list",
    "create",
    "fetch",
    "update",
    "delete",
}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("TaskQueue", "ZqtaskZqqueue"),
        ("task_queue", "zqtask_zqqueue"),
        ("XMLFile", "ZQXMLZqfile"),
        ("/v1/Tasks/{Sid}", "/zqv1/Zqtasks/{Zqsid}"),
    ],
)
def test_renaming_can_be_undone(name: str, expected: str) -> None:
    assert renaming.renamed(name) == expected
    assert renaming.restored(expected) == name


def test_no_word_of_the_flagship_is_in_the_generator() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in sorted((ROOT / "codegen" / "dovetail").rglob("*"))
        if path.suffix in {".py", ".jinja"}
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(WORDS, line, re.IGNORECASE)
    ]
    assert found == []
