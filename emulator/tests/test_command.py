"""The command: what it says when it starts, and when it cannot."""

from __future__ import annotations

import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from emulator.tests.caller import Caller
from taskrouter_emulator.accounts import AccountsError, read_accounts
from taskrouter_emulator.pytest_plugin import start_emulator

KEY = f'sid = "SK{"c" * 32}"\nsecret = "y"\n'
SIDS = ("AC" + "a" * 32, "AC" + "b" * 32, "SK" + "c" * 32)


def _run(*options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "taskrouter_emulator", *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def _only_line(run: subprocess.CompletedProcess[str]) -> str:
    assert run.returncode == 2, run.stderr
    lines = [line for line in run.stderr.splitlines() if not line.startswith("account ")]
    assert len(lines) == 1, run.stderr
    assert run.stdout == ""
    return lines[0]


def test_a_port_in_use() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        line = _only_line(_run("--port", str(port), "--store", "memory"))
    assert line.startswith(f"taskrouter-emulator: cannot listen on 127.0.0.1:{port}: ")
    assert "--port" in line


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--store", "nonsense"], "is not a store"),
        (["--store", "mysql://localhost/x"], "mysql is not supported"),
        (["--store", "sqlite:////nowhere/at/all/store.db"], "there is no folder"),
        (["--store", "sqlite:///{folder}"], "cannot be opened"),
        (["--store", "sqlite:///{folder}/text"], "cannot be opened"),
        (["--store", "postgresql+psycopg://u:secret@127.0.0.1:1/x"], "cannot be opened"),
        (["--store", "memory", "--workers", "2"], "memory is of one process"),
        (["--store", "memory", "--control", "--host", "0.0.0.0"], "loopback only"),
        (["--store", "memory", "--accounts", "{folder}/none.toml"], "neither AC…:token nor a file"),
        (["--store", "memory", "--public-url", "ftp://x"], "must begin with http"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(tmp_path: Path, options: list[str], words: str) -> None:
    (tmp_path / "text").write_text("this is no database, however long it may be. " * 100)
    line = _only_line(_run("--port", "0", *(option.format(folder=tmp_path) for option in options)))
    assert words in line
    assert "secret" not in line


def test_a_store_of_another_version(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    emulator = start_emulator(store=f"sqlite:///{path}")
    emulator.stop()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE settings SET value = '0' WHERE name = 'schema_version'")
    connection.close()
    line = _only_line(_run("--port", "0", "--store", f"sqlite:///{path}"))
    assert "schema version 0" in line


def test_data_survive_a_restart_and_the_demo_is_made_once(tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path}/store.db"
    seen = []
    for _ in range(2):
        emulator = start_emulator("--seed-demo", "--public-url", "https://router.test/base/", store=store)
        seen.append(Caller(emulator.url).get("/Workspaces"))
        emulator.stop()
    assert [len(page["workspaces"]) for page in seen] == [1, 1]
    assert seen[0]["workspaces"][0]["sid"] == seen[1]["workspaces"][0]["sid"]
    assert seen[0]["workspaces"][0]["url"].startswith("https://router.test/base/v1/Workspaces/WS")


def test_accounts_of_the_users_own(tmp_path: Path) -> None:
    file = tmp_path / "accounts.toml"
    file.write_text(
        f'[[accounts]]\nsid = "{SIDS[0]}"\ntoken = "first"\n'
        f'[[accounts.keys]]\nsid = "{SIDS[2].upper()}"\nsecret = "key"\nallow = ["List*"]\n'
    )
    emulator = start_emulator("--accounts", str(file), "--accounts", f"{SIDS[1]}:se:cond")
    try:
        assert Caller(emulator.url, SIDS[0], "first").get("/Workspaces")
        assert Caller(emulator.url, SIDS[1], "se:cond").get("/Workspaces")
        assert Caller(emulator.url, SIDS[2], "key").get("/Workspaces")
        assert Caller(emulator.url, SIDS[2], "key").call("POST", "/Workspaces").status_code == 403
        assert Caller(emulator.url).call("GET", "/Workspaces").status_code == 401
    finally:
        emulator.stop()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x", "is not TOML"),
        ("", "must hold"),
        ("accounts = 3", "must hold"),
        ("accounts = [3]", "needs sid"),
        ('[[accounts]]\nsid = "AC"\ntoken = "x"', "32 hexadecimal digits"),
        (f'[[accounts]]\nsid = "{SIDS[0]}"', "needs token"),
        (f'[[accounts]]\nsid = "{SIDS[0]}"\ntoken = "x"\nkeys = 3', "must be [[accounts.keys]]"),
        (f'[[accounts]]\nsid = "{SIDS[0]}"\ntoken = "x"\n[[accounts]]\nsid = "{SIDS[0]}"\ntoken = "y"', "twice"),
        (f'[[accounts]]\nsid = "{SIDS[0]}"\ntoken = "x"\n[[accounts.keys]]\n{KEY}allow = 3', "allow must be"),
    ],
)
def test_a_faulty_file_of_accounts(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "accounts.toml"
    file.write_text(text)
    with pytest.raises(AccountsError) as caught:
        read_accounts([str(file)])
    assert words in str(caught.value)


def test_secrets_are_in_no_repr() -> None:
    accounts = read_accounts([f"{SIDS[0]}:hush"])
    assert "hush" not in repr(accounts)
