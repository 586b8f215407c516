"""Descriptions written in the tests, resolved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dovetail import document, spec

Resolve = Callable[..., spec.Spec]

HEAD = "openapi: {version}\ninfo: {{title: T, version: '1'}}\n"


@pytest.fixture
def resolve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Resolve:
    """Resolves a description (its head is added) beside other files: `resolve(text, {"a.yaml": …})`."""
    monkeypatch.chdir(tmp_path)

    def resolve(
        text: str, files: dict[str, str] | None = None, *, version: str = "3.1.1", **options: object
    ) -> spec.Spec:
        for name, content in {"openapi.yaml": HEAD.format(version=version) + text, **(files or {})}.items():
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(content, encoding="utf-8")
        return spec.resolve(document.load("openapi.yaml"), **options)  # type: ignore[arg-type]

    return resolve
