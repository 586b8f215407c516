"""The last stage: files to disk, atomically, or compared with what is there. The only place that writes."""

from __future__ import annotations

import difflib
import hashlib
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Final

from ..errors import UsageError

MANIFEST: Final = ".dovetail-manifest"
"""Lists the files that were made here, so that those no longer made can be removed."""

_ADVICE: Final = "name another folder, or add --force"
_PARTIAL: Final = ".dovetail-partial-"
_LEFT_BEHIND_AFTER: Final = 600  # seconds; a run that writes takes a few
_FILE_MODE: Final = 0o644
_FOLDER_MODE: Final = 0o755


@dataclass(frozen=True, slots=True)
class WriteResult:
    """What differed from the disk, as sorted relative paths; `diff` is a unified diff, made when only checking."""

    changed: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    diff: str = ""
    digests: Mapping[str, str] = field(default_factory=dict[str, str], compare=False)
    """SHA-256 of every file that the disk now holds, in hexadecimal digits; none when only checking."""

    @property
    def is_clean(self) -> bool:
        """Whether the disk held all of it already."""
        return not (self.changed or self.added or self.removed)


def write(output: Path, files: Mapping[str, str | bytes], *, check: bool = False, force: bool = False) -> WriteResult:
    """Makes `output` hold `files` (relative POSIX paths), and none of the files it made before that are not among them.

    Each file is replaced in one step: whenever the process is killed, every file is the old one or the new one. Files
    of others are never touched, unless `force` says that those in the way are to be overwritten. With `check`, nothing
    is written and the result says what would be.
    Raises `UsageError` where a path would leave `output`, which holds files of others alone, or where one of them is in
    the way, or the disk refuses.
    """
    wanted = _wanted(files)
    try:
        made_before = _read_manifest(output)
        _refuse_symlinks(output, {*wanted, *made_before})
        plan = _compare(output, wanted, made_before)
        if check:
            return WriteResult(plan.changed, plan.added, plan.removed, _diff(output, wanted, plan))
        if not force:
            _refuse_to_overwrite(output, plan, made_before)
        _apply(output, wanted, made_before, plan)
    except OSError as error:
        raise UsageError(f"{error.filename or output}: {(error.strerror or str(error)).lower()}") from None
    return replace(plan, digests={path: hashlib.sha256(content).hexdigest() for path, content in wanted.items()})


def rewrite(output: Path, files: Mapping[str, str], digests: Mapping[str, str], *, check: bool = False) -> WriteResult:
    """Replaces some of the files that `write` made, all of which are as it left them; `digests` are theirs.

    Raises `UsageError` where the disk refuses.
    """
    wanted = {path: content.encode() for path, content in files.items()}
    for path in wanted:
        _refuse_path(path)
    try:
        plan = _compare(output, wanted, frozenset())
        if check:
            return replace(plan, diff=_diff(output, wanted, plan))
        if not plan.is_clean:
            _replace_all(output, {path: wanted[path] for path in plan.changed})
            _set_modes(output, plan.changed)
    except OSError as error:
        raise UsageError(f"{error.filename or output}: {(error.strerror or str(error)).lower()}") from None
    return replace(plan, digests={**digests, **{path: hashlib.sha256(wanted[path]).hexdigest() for path in wanted}})


def _replace_all(output: Path, wanted: Mapping[str, bytes]) -> None:
    partial = Path(tempfile.mkdtemp(prefix=_PARTIAL, dir=output))
    try:
        for path, content in wanted.items():
            _replace(partial, output, path, content)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def holds(output: Path, digests: Mapping[str, str]) -> bool:
    """Whether `output` is as `write` left it: every file there, ordinary, with its permissions and its content."""
    try:
        _refuse_symlinks(output, set(digests))
        return all(_digest(f"{output}/{path}") == digest for path, digest in digests.items())
    except (OSError, UsageError):
        return False


def _digest(path: str) -> str:
    """SHA-256 of an ordinary file with the permissions that are set here; empty for any other."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or (os.name == "posix" and stat.S_IMODE(status.st_mode) != _FILE_MODE):
            return ""
        return hashlib.sha256(os.read(descriptor, status.st_size + 1)).hexdigest()
    finally:
        os.close(descriptor)


def _wanted(files: Mapping[str, str | bytes]) -> dict[str, bytes]:
    """The files as bytes, the manifest among them."""
    folded: dict[str, str] = {}
    for path in [MANIFEST, *files]:
        _refuse_path(path)
    folders = _folders(files)
    for path in (MANIFEST, *files, *sorted(folders)):
        other = folded.setdefault(path.casefold(), path)
        if other != path:
            raise UsageError(f"{path} and {other} are one file where case does not count; rename one of them")
    for folder in sorted(folders & files.keys()):
        raise UsageError(f"{folder} is a file and the folder of others; rename one of them")
    if MANIFEST in files:
        raise UsageError(f"{MANIFEST} is written by the tool itself")
    wanted = {path: content.encode() if isinstance(content, str) else content for path, content in files.items()}
    return {**wanted, MANIFEST: _manifest(wanted)}


def _manifest(paths: Mapping[str, object] | set[str]) -> bytes:
    return "".join(f"{path}\n" for path in sorted(paths) if path != MANIFEST).encode()


def _refuse_path(path: str) -> None:
    """Only plain relative paths: nothing absolute, no `..`, nothing that means something else on another system."""
    parts = path.split("/")
    if any(part in {"", ".", ".."} for part in parts) or any(mark in path for mark in "\\:\0\n\r"):
        raise UsageError(f"{path!r} is no path within the output folder")


def _read_manifest(output: Path) -> frozenset[str]:
    """What an earlier run made here."""
    try:
        paths = (output / MANIFEST).read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return frozenset()
    except UnicodeDecodeError:
        raise UsageError(f"{output / MANIFEST} is damaged; remove it and the generated files") from None
    for path in paths:
        _refuse_path(path)
    return frozenset(paths)


def _refuse_symlinks(output: Path, paths: set[str]) -> None:
    """A link within the output would lead writes and removals elsewhere. The output folder itself may be one."""
    if output.exists() and not output.is_dir():
        raise UsageError(f"{output} is a file; name a folder for the output")
    for folder in sorted(_folders(paths)):
        if (output / folder).is_symlink():
            raise UsageError(f"{output / folder} is a symbolic link; nothing is written through it: remove it")


def _folders(paths: Iterable[str]) -> set[str]:
    """Every folder within the output that these files lie in."""
    direct = {path.rpartition("/")[0] for path in paths} - {""}
    return {folder for path in direct for folder in (path, *map(str, PurePosixPath(path).parents)) if folder != "."}


def _compare(output: Path, wanted: Mapping[str, bytes], made_before: frozenset[str]) -> WriteResult:
    changed, added = [], []
    for path, content in sorted(wanted.items()):
        present = _present(f"{output}/{path}")
        if present is None:
            added.append(path)
        elif present != content:
            changed.append(path)
    removed = [path for path in sorted(made_before - wanted.keys()) if os.path.lexists(output / path)]
    return WriteResult(tuple(changed), tuple(added), tuple(removed))


def _present(path: str) -> bytes | str | None:
    """The content of a file, `symlink` for a link, None where there is nothing."""
    try:
        mode = os.lstat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    if stat.S_ISLNK(mode):
        return "symlink"
    if stat.S_ISDIR(mode):
        raise UsageError(f"{path} is a folder where a file is to be written; remove it")
    with open(path, "rb") as file:  # noqa: PTH123 - thousands of files: paths as text cost a third
        return file.read()


def _refuse_to_overwrite(output: Path, plan: WriteResult, made_before: frozenset[str]) -> None:
    foreign = [path for path in plan.changed if path not in made_before and path != MANIFEST]
    if foreign:
        names = ", ".join(foreign[:3]) + (f" and {len(foreign) - 3} more" if len(foreign) > 3 else "")
        raise UsageError(f"{output} holds files that were not generated: {names}; {_ADVICE}")
    if not made_before and (others := sorted(path.name for path in output.glob("[!.]*"))):
        raise UsageError(f"{output} is not empty and nothing in it was generated: it holds {others[0]}; {_ADVICE}")


def _apply(output: Path, wanted: Mapping[str, bytes], made_before: frozenset[str], plan: WriteResult) -> None:
    _make_folder(output)
    _remove_left_behind(output)
    if not plan.is_clean:
        partial = Path(tempfile.mkdtemp(prefix=_PARTIAL, dir=output))
        try:
            # First of all the manifest names what is there and what will be: a run that is killed can be repeated.
            _replace(partial, output, MANIFEST, _manifest({*made_before, *wanted}))
            for path in (*plan.added, *plan.changed):
                if path != MANIFEST:
                    _replace(partial, output, path, wanted[path])
            for path in plan.removed:
                _remove(output, path)
            _replace(partial, output, MANIFEST, wanted[MANIFEST])
        finally:
            shutil.rmtree(partial, ignore_errors=True)
    _set_modes(output, wanted)


def _replace(partial: Path, output: Path, path: str, content: bytes) -> None:
    temporary = partial / "file"
    temporary.write_bytes(content)
    temporary.chmod(_FILE_MODE)
    for parent in reversed(PurePosixPath(path).parents):
        _make_folder(output / parent)
    temporary.replace(output / path)


def _make_folder(path: Path) -> None:
    if not path.is_dir():
        path.mkdir(parents=True, exist_ok=True)
        path.chmod(_FOLDER_MODE)


def _set_modes(output: Path, paths: Iterable[str]) -> None:
    """The same permissions whatever the umask of this run, or of an earlier one, was."""
    modes = dict.fromkeys(paths, _FILE_MODE)
    modes |= dict.fromkeys(_folders(modes), _FOLDER_MODE)
    for path, mode in modes.items():
        made = f"{output}/{path}"
        if stat.S_IMODE(os.stat(made).st_mode) != mode:  # noqa: PTH116
            os.chmod(made, mode)  # noqa: PTH101


def _remove(output: Path, path: str) -> None:
    (output / path).unlink(missing_ok=True)
    for parent in PurePosixPath(path).parents:
        folder = output / parent
        if not parent.parts or any(folder.iterdir()):
            return
        folder.rmdir()


def _remove_left_behind(output: Path) -> None:
    """Removes what runs that were killed have left; a run that is still going on is left alone."""
    for folder in output.glob(f"{_PARTIAL}*"):
        if not folder.is_symlink() and time.time() - folder.lstat().st_mtime > _LEFT_BEHIND_AFTER:
            shutil.rmtree(folder, ignore_errors=True)


def _diff(output: Path, wanted: Mapping[str, bytes], plan: WriteResult) -> str:
    return "".join(
        line
        for path in sorted((*plan.changed, *plan.added, *plan.removed))
        for line in _file_diff(path, _present(f"{output}/{path}"), wanted.get(path))
    )


def _file_diff(path: str, old: bytes | str | None, new: bytes | None) -> Iterator[str]:
    try:
        texts = [content.decode() if isinstance(content, bytes) else content or "" for content in (old, new)]
    except UnicodeDecodeError:
        yield f"Binary file {path} differs\n"
        return
    before, after = (text.splitlines(keepends=True) for text in texts)
    names = ("/dev/null" if old is None else f"a/{path}", "/dev/null" if new is None else f"b/{path}")
    for line in difflib.unified_diff(before, after, *names):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
