"""The bytes of every golden case depend on its documents alone; `house.determinism` says so of what is committed."""

from __future__ import annotations

import json
import os
import random
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from codegen.tests.generating import CASES, ROOT, case_names, files_of
from dovetail import document
from house.determinism import reordered

GENERATE_ALL = """
import sys
from pathlib import Path
from codegen.tests import generating
from dovetail.generate import generate

documents, output = map(Path, sys.argv[1:])
generating.CASES = documents
for name in generating.case_names():
    for is_server in (False, True):
        place = output / name / ("expected_server" if is_server else "expected")
        generate(generating.case_generation(name, place, is_server=is_server))
"""
PLAIN = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
STRANGE = {
    "PYTHONHASHSEED": "4711",
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "PYTHONUTF8": "0",
    "HOME": "/nonexistent",
}


def copied(place: Path, seed: int | None) -> Path:
    """The documents of every case, the keys of all objects in another order if there is a seed."""
    order = random.Random(seed)
    for name in case_names():
        folder = place / name
        folder.mkdir(parents=True)
        for path in [*CASES.joinpath(name).glob("spec.*"), *CASES.joinpath(name).glob("overlay.yaml")]:
            if seed is None:
                shutil.copy(path, folder)
            else:
                value = reordered(document.read(path).root, order)
                (folder / path.name).write_text(
                    json.dumps(value, ensure_ascii=path.suffix == ".json"), encoding="utf-8"
                )
    return place


def generate_all(documents: Path, output: Path, environment: dict[str, str], directory: Path, umask: int) -> None:
    path = os.pathsep.join([str(ROOT / "codegen"), str(ROOT)])
    done = subprocess.run(
        [sys.executable, "-c", GENERATE_ALL, str(documents), str(output)],
        cwd=directory,
        env={**os.environ, "PYTHONPATH": path, **environment},
        umask=umask,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_nothing_but_the_documents_matters(tmp_path: Path) -> None:
    generate_all(copied(tmp_path / "plain", None), tmp_path / "first", PLAIN, tmp_path, 0o022)
    generate_all(copied(tmp_path / "shuffled", 3), tmp_path / "second", STRANGE, Path("/"), 0o077)
    first, second = files_of(tmp_path / "first"), files_of(tmp_path / "second")
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "second").rglob("*") if path.is_file()}
    assert modes == {0o644}


def test_the_order_of_keys_can_matter_to_this_test() -> None:
    value = document.read(CASES / "names" / "spec.yaml").root
    assert json.dumps(reordered(value, random.Random(1))) != json.dumps(value)
    assert reordered(value, random.Random(1)) == value
