"""Who may call: accounts by their token, and API keys that may be restricted to some operations."""

from __future__ import annotations

import hmac
import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from . import sids

_SID = "[0-9a-fA-F]{32}"
_PAIR = re.compile(rf"(AC{_SID}):(.+)", re.DOTALL)


class AccountsError(Exception):
    """The accounts cannot be read; the message is one line and says what to do."""


@dataclass(frozen=True, slots=True)
class ApiKey:
    """An API key of an account; `allow` holds patterns of operation ids, such as `List*`."""

    sid: str
    secret: str = field(repr=False)
    allow: tuple[str, ...] = ("*",)

    def allows(self, operation_id: str) -> bool:
        """Whether the key is good for the operation."""
        return any(fnmatchcase(operation_id, pattern) for pattern in self.allow)


@dataclass(frozen=True, slots=True)
class Account:
    """An account with its token and its API keys."""

    sid: str
    token: str = field(repr=False)
    keys: tuple[ApiKey, ...] = ()


@dataclass(frozen=True, slots=True)
class Principal:
    """Who has called: an account, by its token or by one of its keys."""

    account_sid: str
    key: ApiKey | None = None


def _default(digit: str, token: str) -> Account:
    names = [(f"SK{digit * 31}{number}", allow) for number, allow in enumerate((("*",), ("List*", "Fetch*"), ()))]
    return Account("AC" + digit * 32, token, tuple(ApiKey(sid, token, allow) for sid, allow in names))


DEFAULT_ACCOUNTS = (_default("0", "emulator"), _default("1", "emulator2"))
"""Two accounts; each has a key for everything, one for reading only, and one for nothing."""


class Accounts:
    """All accounts that may call."""

    def __init__(self, accounts: Iterable[Account] = DEFAULT_ACCOUNTS) -> None:
        self.all = tuple(accounts)
        self._secrets: dict[str, tuple[str, Principal]] = {}
        for account in self.all:
            self._secrets[account.sid] = (account.token, Principal(account.sid))
            for key in account.keys:
                self._secrets[key.sid] = (key.secret, Principal(account.sid, key))

    def authenticate(self, username: str | None, password: str | None) -> Principal | None:
        """Who these credentials name (RFC 7617); None if nobody, or the password is another."""
        known = self._secrets.get(sids.canonical(username or ""))
        if known is None:
            return None
        secret, principal = known
        is_right = hmac.compare_digest(secret.encode(), (password or "").encode("utf-8", "surrogateescape"))
        return principal if is_right else None


def read_accounts(values: Sequence[str]) -> tuple[Account, ...]:
    """The accounts that the command names, each as `AC…:token` or as a TOML file of `[[accounts]]`.

    Raises:
        AccountsError: A file cannot be read, or says something else.
    """
    accounts: list[Account] = []
    for value in values:
        pair = _PAIR.fullmatch(value)
        accounts.extend([Account(sids.canonical(pair[1]), pair[2])] if pair else _read_file(value))
    named = [sid for account in accounts for sid in (account.sid, *(key.sid for key in account.keys))]
    for sid in named:
        if named.count(sid) > 1:
            raise AccountsError(f"--accounts: {sid} occurs twice")
    return tuple(accounts) or DEFAULT_ACCOUNTS


def _read_file(path: str) -> list[Account]:
    try:
        content = tomllib.loads(Path(path).read_text("utf-8"))
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise AccountsError(f"--accounts: {path!r} is neither AC…:token nor a file: {reason}") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise AccountsError(f"--accounts: {path} is not TOML: {error}") from None
    entries = content.get("accounts")
    if not isinstance(entries, list) or not entries:
        raise AccountsError(f"--accounts: {path} must hold [[accounts]] with sid and token")
    return [_account(path, entry) for entry in entries]


def _account(path: str, entry: Any) -> Account:
    keys = entry.get("keys", []) if isinstance(entry, dict) else []
    if not isinstance(keys, list):
        raise AccountsError(f"--accounts: {path}: keys must be [[accounts.keys]] with sid and secret")
    return Account(
        _sid(path, entry, sids.ACCOUNT),
        _text(path, entry, "token"),
        tuple(ApiKey(_sid(path, key, sids.API_KEY), _text(path, key, "secret"), _patterns(path, key)) for key in keys),
    )


def _sid(path: str, entry: Any, prefix: str) -> str:
    value = _text(path, entry, "sid")
    if not re.fullmatch(prefix + _SID, value):
        raise AccountsError(f"--accounts: {path}: {value!r} is not {prefix} and 32 hexadecimal digits")
    return sids.canonical(value)


def _text(path: str, entry: Any, name: str) -> str:
    value = entry.get(name) if isinstance(entry, dict) else None
    if not isinstance(value, str) or not value:
        raise AccountsError(f"--accounts: {path}: every entry needs {name}, a text")
    return value


def _patterns(path: str, entry: Any) -> tuple[str, ...]:
    value = entry.get("allow", ["*"])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise AccountsError(f"--accounts: {path}: allow must be a list of operation ids or patterns such as 'List*'")
    return tuple(value)
