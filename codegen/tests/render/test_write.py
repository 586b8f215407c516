"""Writing: atomic, never outside the output, never over what others made, and silent where nothing changed."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dovetail.errors import UsageError
from dovetail.render.write import MANIFEST, WriteResult, write


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_first_run_a_second_one_and_one_with_fewer_files(tmp_path: Path) -> None:
    output = tmp_path / "deep" / "out"
    files: dict[str, str | bytes] = {"p/a.py": "a\n", "p/q/b.py": "b\n", "c.bin": b"\xff"}
    assert write(output, files) == WriteResult((), (MANIFEST, "c.bin", "p/a.py", "p/q/b.py"), ())
    assert tree(output) == {
        "p/a.py": b"a\n",
        "p/q/b.py": b"b\n",
        "c.bin": b"\xff",
        MANIFEST: b"c.bin\np/a.py\np/q/b.py\n",
    }
    before = {path: path.stat().st_mtime_ns for path in output.rglob("*")}
    assert write(output, files).is_clean
    assert {path: path.stat().st_mtime_ns for path in output.rglob("*")} == before
    (output / "mine.txt").write_text("mine")
    result = write(output, {"p/a.py": "A\n", "d.py": ""})
    assert result == WriteResult((MANIFEST, "p/a.py"), ("d.py",), ("c.bin", "p/q/b.py"))
    assert tree(output) == {"p/a.py": b"A\n", "d.py": b"", "mine.txt": b"mine", MANIFEST: b"d.py\np/a.py\n"}
    assert not (output / "p" / "q").exists()


def test_checking_writes_nothing_and_says_what_differs(tmp_path: Path) -> None:
    assert write(tmp_path / "new", {"a": "1\n"}, check=True).added == (MANIFEST, "a")
    assert not (tmp_path / "new").exists()
    write(tmp_path, {"a": "1\n", "b": "2\n", "c": b"\xff"})
    before = tree(tmp_path)
    result = write(tmp_path, {"a": "one", "c": b"\xfe", "d": "3\n"}, check=True)
    assert tree(tmp_path) == before
    assert (result.changed, result.added, result.removed) == ((MANIFEST, "a", "c"), ("d",), ("b",))
    assert "--- a/a\n+++ b/a\n@@ -1 +1 @@\n-1\n+one\n\\ No newline at end of file\n" in result.diff
    assert "Binary file c differs\n" in result.diff
    assert "--- a/b\n+++ /dev/null\n@@ -1 +0,0 @@\n-2\n" in result.diff
    assert "--- /dev/null\n+++ b/d\n@@ -0,0 +1 @@\n+3\n" in result.diff
    assert write(tmp_path, {"a": "1\n", "b": "2\n", "c": b"\xff"}, check=True).is_clean


def test_files_of_others_are_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("by hand")
    with pytest.raises(UsageError, match=r"holds files that were not generated: a\.py; name another folder"):
        write(tmp_path, {"a.py": "generated", "b.py": ""})
    with pytest.raises(
        UsageError, match=r"nothing in it was generated: it holds a\.py; name another folder, or add --"
    ):
        write(tmp_path, {"b.py": ""})
    assert tree(tmp_path) == {"a.py": b"by hand"}
    write(tmp_path, {"b.py": ""}, force=True)
    assert tree(tmp_path) == {"a.py": b"by hand", "b.py": b"", MANIFEST: b"b.py\n"}
    with pytest.raises(UsageError, match=r"holds files that were not generated: a\.py"):
        write(tmp_path, {"a.py": "generated", "b.py": ""})
    write(tmp_path, {"a.py": "by hand", "b.py": ""})
    assert (tmp_path / MANIFEST).read_text() == "a.py\nb.py\n"
    (tmp_path / "c.py").write_text("by hand too")
    write(tmp_path, {"c.py": "generated"}, force=True)
    assert tree(tmp_path) == {"c.py": b"generated", MANIFEST: b"c.py\n"}


def test_a_folder_may_hold_hidden_files(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").write_text("ref: refs/heads/main")
    write(tmp_path, {"a.py": ""})
    assert (tmp_path / "a.py").exists()


@pytest.mark.parametrize(
    "path", ["../a", "/a", "a/../../b", "a//b", "./a", "", "a/", "C:\\a", "c:a", "a\\b", "a\0b", "a\nb", MANIFEST]
)
def test_paths_that_lead_elsewhere_are_refused(tmp_path: Path, path: str) -> None:
    output = tmp_path / "out"
    with pytest.raises(UsageError):
        write(output, {path: "x"})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("paths", [("a.py", "A.py"), ("p/x", "P/y"), ("a", "a/b")])
def test_paths_that_some_disk_cannot_tell_apart_are_refused(tmp_path: Path, paths: tuple[str, str]) -> None:
    with pytest.raises(UsageError):
        write(tmp_path / "out", dict.fromkeys(paths, "x"))


def test_links_within_the_output_are_not_written_through(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "a.py").write_text("theirs")
    output = tmp_path / "out"
    write(output, {"p/a.py": "1", "b.py": "1"})
    (output / "p" / "a.py").unlink()
    (output / "p").rmdir()
    (output / "p").symlink_to(elsewhere)
    for files in ({"p/a.py": "2"}, {"c.py": ""}):
        with pytest.raises(UsageError, match="symbolic link; nothing is written through it"):
            write(output, files)
    (output / "p").unlink()
    (output / "b.py").unlink()
    (output / "b.py").symlink_to(elsewhere / "a.py")
    assert write(output, {"b.py": "theirs"}).changed == (MANIFEST, "b.py")
    assert (output / "b.py").is_symlink() is False
    assert tree(elsewhere) == {"a.py": b"theirs"}


def test_the_output_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to("real")
    write(tmp_path / "out", {"a": "1"})
    assert (tmp_path / "real" / "a").read_text() == "1"


@pytest.mark.parametrize("content", ["../victim\n", "/etc/hostname\n", "a\n\nb\n"])
def test_a_manifest_cannot_lead_removals_elsewhere(tmp_path: Path, content: str) -> None:
    (tmp_path / "victim").write_text("x")
    output = tmp_path / "out"
    write(output, {"a": "1"})
    (output / MANIFEST).write_text(content)
    with pytest.raises(UsageError):
        write(output, {"a": "1"})
    assert (tmp_path / "victim").exists()


@pytest.fixture
def _umask() -> Iterator[None]:
    old = os.umask(0o077)
    yield
    os.umask(old)


@pytest.mark.usefixtures("_umask")
def test_permissions_do_not_depend_on_the_umask(tmp_path: Path) -> None:
    write(tmp_path / "out", {"p/q/a.py": "1"})
    (tmp_path / "out" / "p").chmod(0o700)
    (tmp_path / "out" / "p" / "q" / "a.py").chmod(0o600)
    write(tmp_path / "out", {"p/q/a.py": "1"})
    modes = {str(path.relative_to(tmp_path)): stat.S_IMODE(path.stat().st_mode) for path in tmp_path.rglob("*")}
    assert modes == {
        "out": 0o755,
        "out/p": 0o755,
        "out/p/q": 0o755,
        "out/p/q/a.py": 0o644,
        f"out/{MANIFEST}": 0o644,
    }


def test_what_stands_in_the_way_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="is a file; name a folder for the output"):
        write(tmp_path / "file", {"a": ""})
    (tmp_path / "out" / "a").mkdir(parents=True)
    with pytest.raises(UsageError, match="is a folder where a file is to be written"):
        write(tmp_path / "out", {"a": ""})
    with pytest.raises(UsageError, match="file name too long"):
        write(tmp_path / "out", {"x" * 300: ""})


def test_what_a_killed_run_left_is_removed_later(tmp_path: Path) -> None:
    old, new = tmp_path / ".dovetail-partial-old", tmp_path / ".dovetail-partial-new"
    for folder in (old, new):
        folder.mkdir()
        (folder / "file").write_text("half")
    os.utime(old, (time.time() - 3600,) * 2)
    write(tmp_path, {"a": ""})
    assert (old.exists(), new.exists()) == (False, True)


WRITER = """
import sys
from pathlib import Path
from dovetail.render.write import write

versions = [{f"d{i % 3}/f{i}.txt": version * 2000 for i in range(40)} for version in "ab"]
versions[1] = {path + ("x" if i % 4 == 0 else ""): text for i, (path, text) in enumerate(versions[1].items())}
print("ready", flush=True)
for round in range(int(sys.argv[2])):
    write(Path(sys.argv[1]), versions[round % 2])
"""


def test_a_run_killed_at_any_moment_leaves_whole_files_and_can_be_repeated(tmp_path: Path) -> None:
    output = tmp_path / "out"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    for delay in (0.0, 0.003, 0.01, 0.02, 0.035, 0.05):
        arguments = [sys.executable, "-c", WRITER, str(output), "1000000"]
        with subprocess.Popen(arguments, env=environment, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)
        whole = {b"a" * 2000, b"b" * 2000}
        found = {path: content for path, content in tree(output).items() if path.endswith((".txt", ".txtx"))}
        assert set(found.values()) <= whole, f"after {delay} s"
        subprocess.run(
            [sys.executable, "-c", WRITER, str(output), "1"], env=environment, check=True, capture_output=True
        )
        complete = {path: content for path, content in tree(output).items() if path.endswith((".txt", ".txtx"))}
        assert complete == {f"d{i % 3}/f{i}.txt": b"a" * 2000 for i in range(40)}
