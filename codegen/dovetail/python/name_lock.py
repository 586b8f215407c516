"""The lock of names: what everything was called, so that a new neighbour never renames what is there.

It holds the names of one output and no others: what is gone is not kept, since the history of the file tells that a
name was once another's.
"""

from __future__ import annotations

import json
import keyword
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..errors import SpecError
from ..findings import Finding, Location
from .names import LONGEST, Scope

LOCK_FILE = "names.lock.json"
"""What the lock is called in the folder of the output."""

_VERSION = 1
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


@dataclass(frozen=True, slots=True)
class NameLock:
    """Decided names: by the group (`classes`, `methods of books`) and what is named there, by a key that stays."""

    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])

    @classmethod
    def read(cls, text: str, path: str) -> NameLock:
        """The lock in the text of its file.

        Raises `SpecError` if it is none of ours.
        """
        try:
            value = json.loads(text)
        except (ValueError, RecursionError):
            value = None
        names = value.get("names") if isinstance(value, dict) and value.get("version") == _VERSION else None
        if not isinstance(names, dict) or not all(_is_group(group) for group in names.values()):
            message = "this is no lock of names; restore it, or delete it to have all names decided anew"
            raise SpecError([Finding("error", "invalid-name-lock", message, Location(path))])
        return cls(names)

    def text(self) -> str:
        """The lock as its file holds it: a name a line, sorted, so that changes are told by their lines."""
        groups = {group: dict(sorted(known.items())) for group, known in sorted(self.names.items()) if known}
        return json.dumps({"version": _VERSION, "names": groups}, indent=1, ensure_ascii=True) + "\n"


def _is_group(group: object) -> bool:
    return isinstance(group, dict) and all(isinstance(name, str) for name in group.values())


class Names:
    """Decides names by a lock, and keeps what it decides for the next."""

    def __init__(self, lock: NameLock | None = None) -> None:
        self._lock = lock or NameLock()
        self._decided: dict[str, dict[str, str]] = defaultdict(dict)

    @property
    def lock(self) -> NameLock:
        """Every name that was decided."""
        return NameLock(self._decided)

    def locked(self, group: str, key: str) -> str | None:
        """What the lock calls it, where that is a name."""
        name = self._lock.names.get(group, {}).get(key, "")
        is_usable = len(name) <= LONGEST + 40 and not keyword.iskeyword(name)
        return name if is_usable and _NAME.fullmatch(name) else None

    def keep(self, group: str, key: str, name: str) -> str:
        """Remember a name."""
        self._decided[group][key] = name
        return name

    def choose(
        self,
        group: str,
        wanted: Sequence[tuple[str, str]],
        taken: Iterable[str] = (),
        declared: Collection[str] = (),
    ) -> list[str]:
        """Names for all of a group, each a key and what it would be called.

        Those that are declared come first, then those of the lock, then all others.
        """
        scope = Scope.of(taken)
        chosen: dict[str, str] = {}
        for key, name in wanted:
            if key in declared:
                chosen[key] = scope.choose(name)
        for key, _ in wanted:
            known = self.locked(group, key)
            if key not in chosen and known is not None and known not in scope:
                scope.add(known)
                chosen[key] = known
        for key, name in wanted:
            if key not in chosen:
                chosen[key] = scope.choose(name)
        return [self.keep(group, key, chosen[key]) for key, _ in wanted]
