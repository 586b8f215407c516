"""Who calls: the emulator's default accounts, unless options name others."""

from __future__ import annotations

import base64
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Account:
    """A user name with its password, for HTTP Basic."""

    username: str
    password: str

    @classmethod
    def parse(cls, text: str) -> Account:
        username, _, password = text.partition(":")
        return cls(username, password)

    @property
    def authorization(self) -> str:
        return "Basic " + base64.b64encode(f"{self.username}:{self.password}".encode()).decode("ascii")


MAIN = "AC" + "0" * 32 + ":emulator"
OTHER = "AC" + "1" * 32 + ":emulator2"
RESTRICTED = "SK" + "0" * 31 + "2:emulator"
"""An API key of the first account that is good for nothing."""
READER = "SK" + "0" * 31 + "1:emulator"
"""An API key of the first account that may list and fetch."""
