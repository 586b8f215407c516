"""What a process that handles a hostile document may touch, watched by an audit hook (PEP 578)."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[3]

_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_FORBIDDEN: Final = frozenset(
    {
        *("os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty", "pty.spawn", "os.kill"),
        *("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"),
        *("urllib.Request", "http.client.connect", "webbrowser.open", "os.putenv", "ftplib.connect", "smtplib.connect"),
    }
)
_CHANGING: Final = frozenset(
    {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.symlink", "os.link", "os.chmod", "os.chown", "os.truncate"}
)
_READABLE: Final = (
    *(sys.prefix, sys.base_prefix, str(ROOT), "/usr/share", "/usr/lib", "/lib"),
    *("/dev/null", "/dev/urandom", "/etc/localtime", "/etc/mime.types", "/proc/self/maps", "/proc/self/status"),
)


def watch(folder: Path, writable: tuple[str, ...], report: Callable[[str], None]) -> None:
    """From now on reports what this process does that it should not; there is no way back.

    It may read the interpreter, the project and what lies in `folder/description`, write below the `writable` folders,
    and start ruff.
    """
    written = tuple(str(folder / name) for name in writable)
    read = (*_READABLE, *written, str(folder / "description"))

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if event == "open":
            path, mode, flags = args
            if isinstance(path, str | bytes | os.PathLike):
                is_writing = bool(set(mode or "") & set("wax+")) or bool((flags or 0) & _WRITING)
                _check(path, written if is_writing else read, f"{'writes' if is_writing else 'reads'}")
        elif event in _CHANGING:
            _check_change(event, args)
        elif event == "subprocess.Popen" and Path(os.fsdecode(args[1][0])).name != "ruff":
            report(f"starts {args[1]!r:.200}")
        elif event in _FORBIDDEN:
            report(f"{event} {args!r:.200}")

    def _check_change(event: str, args: tuple[Any, ...]) -> None:
        folders = [value for value in args if isinstance(value, int) and not isinstance(value, bool) and value >= 0]
        if event != "os.chmod" and folders:
            return  # relative to a folder that is open, which was watched when it was opened
        paths = args[1:2] if event == "os.symlink" else args[:2]
        for path in paths:
            if isinstance(path, str | bytes | os.PathLike):
                _check(path, written, event)

    def _check(path: Any, allowed: tuple[str, ...], what: str) -> None:
        whole = os.path.abspath(os.fsdecode(path))  # noqa: PTH100 - resolving links would open them
        if what == "reads" and not os.path.lexists(whole):
            return  # not there, or relative to a folder that is open
        if not any(whole == root or whole.startswith(f"{root.rstrip('/')}/") for root in allowed):
            report(f"{what} {whole:.300}")

    sys.addaudithook(hook)
