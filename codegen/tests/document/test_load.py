"""Files that cannot be read, and the names that files have in messages."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dovetail import document
from dovetail.errors import SpecError


def failure(path: str | Path) -> str:
    with pytest.raises(SpecError) as caught:
        document.load(path)
    return str(caught.value)


def test_what_cannot_be_read_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert failure("no.yaml") == "no.yaml:1:1: error: there is no such file; check the path [unreadable-file]"
    Path("a.yaml").write_text("a: 1")
    assert failure("a.yaml/b") == "a.yaml/b:1:1: error: there is no such file; check the path [unreadable-file]"
    Path("folder").mkdir()
    assert failure("folder") == (
        "folder:1:1: error: this is a folder; name the file of the description itself [unreadable-file]"
    )
    os.mkfifo("pipe")
    assert failure("pipe") == "pipe:1:1: error: this is not an ordinary file; save it as one [unreadable-file]"
    assert "the file cannot be read" in failure("nul\0l")
    assert "the file cannot be read" in failure("x" * 5000)


def test_bytes_that_are_not_utf_8(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_bytes(b"a: 1\nb: \xe9t\xe9\n")
    assert failure("a.yaml") == (
        "a.yaml:2:4: error: not UTF-8 at byte 8; save the file as UTF-8 [encoding]\n    b: \N{REPLACEMENT CHARACTER}"
    )


def test_paths_stay_as_the_user_named_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.yaml").write_text("a: 1\n")
    monkeypatch.chdir(tmp_path / "sub")
    for name in ("a.yaml", "./a.yaml", "../sub/a.yaml", str(tmp_path / "sub" / "a.yaml")):
        loaded = document.load(name)
        assert (loaded.path, loaded.locate("/a").path) == (name, name)
        assert loaded.line(loaded.locate("/a")) == "a: 1"
