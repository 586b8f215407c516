"""The page on credentials: its description is generated from, and its blocks are run."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from dovetail.config import Generation
from dovetail.generate import generate

PAGE = (Path(__file__).parents[1] / "credentials.md").read_text("utf-8")


def _blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def test_the_blocks_of_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (description,), blocks = _blocks("yaml"), _blocks("python")
    spec = tmp_path / "ferries.yaml"
    spec.write_text(description, encoding="utf-8")
    generate(Generation(spec=spec, overlays=(), output=tmp_path / "sdk", package="ferries", is_server=False))
    monkeypatch.syspath_prepend(tmp_path / "sdk")
    names: dict[str, object] = {}
    try:
        for block in blocks:
            exec(compile(block, "credentials.md", "exec"), names)
        client = names["Client"]
        assert repr(client(harbour="vlieland")) == "<Client https://vlieland.ferries.example/v1>"  # type: ignore[operator]
        assert repr(client()) == "<Client https://texel.ferries.example/v1>"  # type: ignore[operator]
    finally:
        for name in [name for name in sys.modules if name.partition(".")[0] == "ferries"]:
            del sys.modules[name]
    assert len(blocks) == 5
