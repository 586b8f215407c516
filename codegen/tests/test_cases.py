"""Golden cases: what is generated is exactly what stands in `cases/NAME/expected`; `make golden` rewrites it."""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

import pytest

from codegen.tests.generating import CASES, case_generation, case_names, files_of
from dovetail.generate import generate

NOT_COMPARED = (".dovetail-manifest",)
WITH_SERVER = ("form_rules", "life_cycle", "names", "recursion")


def made(name: str, folder: Path, *, is_server: bool) -> Mapping[str, bytes]:
    generate(case_generation(name, folder, is_server=is_server))
    return {
        path: content
        for path, content in files_of(folder).items()
        if "/_runtime/" not in path and path not in NOT_COMPARED
    }


def differences(expected: Mapping[str, bytes], actual: Mapping[str, bytes]) -> list[str]:
    lines: list[str] = []
    for path in sorted(expected.keys() | actual.keys()):
        old, new = (side.get(path, b"").decode().splitlines() for side in (expected, actual))
        lines += difflib.unified_diff(old, new, f"expected/{path}", f"made/{path}", lineterm="")
        if path in expected and path not in actual:
            lines.append(f"no longer made: {path}")
        elif path not in expected:
            lines.append(f"new: {path}")
        elif expected[path] != actual[path] and old == new:
            lines.append(f"ends of lines differ: {path}")
    return lines


CHECKED = [(name, half) for name in case_names() for half in ("expected", "expected_server")]
CHECKED = [(name, half) for name, half in CHECKED if half == "expected" or name in WITH_SERVER]


@pytest.mark.parametrize(("name", "half"), CHECKED)
def test_output_is_what_is_expected(name: str, half: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    place = CASES / name / half
    actual = made(name, tmp_path / "output", is_server=half == "expected_server")
    if request.config.getoption("--update-golden"):
        shutil.rmtree(place, ignore_errors=True)
        for path, content in actual.items():
            (place / path).parent.mkdir(parents=True, exist_ok=True)
            (place / path).write_bytes(content)
    assert not differences(files_of(place), actual), "read the diff, then `make golden` if it is meant"


def test_every_case_says_what_it_is_about() -> None:
    for name in case_names():
        spec = next((CASES / name).glob("spec.*"))
        first = spec.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("# ") or spec.suffix == ".json", f"{name}: the first line names the idea"


@pytest.mark.parametrize(("is_server", "parts"), [(False, ("wire", "client")), (True, ("wire", "server"))])
def test_runtime_is_copied_byte_for_byte(is_server: bool, parts: tuple[str, ...], tmp_path: Path) -> None:
    generation = case_generation("one_get", tmp_path, is_server=is_server)
    generate(generation)
    copied = files_of(tmp_path / generation.package / "_runtime")
    root = files("dovetail.runtime")
    originals = {item.name: item.read_bytes() for item in root.iterdir() if item.name.endswith(".py")}
    for part in parts:
        originals |= {
            f"{part}/{item.name}": item.read_bytes() for item in (root / part).iterdir() if item.name.endswith(".py")
        }
    assert copied == originals
