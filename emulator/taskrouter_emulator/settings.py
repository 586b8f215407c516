"""What the emulator can be told: by its command (`Options`), and while it runs (`Settings`, in the store)."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Literal, TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from .store.rows import Setting

Outcome: TypeAlias = Literal["answer", "answer_async", "fail"]

_CLOCK, _TELEPHONY = "clock_offset", "telephony"


@dataclass(frozen=True, slots=True)
class Options:
    """What the command was started with.

    `public_url` is the base of the URLs in answers (None: as the client addressed the server, `address` if that is
    not usable); `max_rejections` is how many rejections cancel a task; with `is_call_sid_required`, conference and
    dequeue are refused for tasks whose attributes hold no call.
    """

    public_url: str | None = None
    address: str = "http://127.0.0.1:8080"
    max_rejections: int = 1000
    is_call_sid_required: bool = False
    is_controllable: bool = False


@dataclass(frozen=True, slots=True)
class Telephony:
    """What becomes of a call to a worker.

    `answer`: it is answered within the request; `answer_async`: after `delay` seconds; `fail`: it fails after
    `delay` seconds with `code` (13223 is an invalid number).
    """

    outcome: Outcome = "answer"
    code: int = 13223
    delay: int = 1


@dataclass(frozen=True, slots=True)
class Settings:
    """What was set while the emulator runs; every process on the store sees it."""

    clock_offset: timedelta = timedelta()
    telephony: Telephony = Telephony()


_ALL = select(Setting.name, Setting.value)


def load_settings(session: Session) -> Settings:
    """The settings as they stand in the store."""
    stored = dict(session.execute(_ALL).all())
    return Settings(
        clock_offset=timedelta(seconds=int(stored.get(_CLOCK, "0"))),
        telephony=Telephony(**json.loads(stored.get(_TELEPHONY, "{}"))),
    )


def save_clock_offset(session: Session, offset: timedelta) -> None:
    """Move the clock of every process on the store; whole seconds."""
    session.merge(Setting(name=_CLOCK, value=str(round(offset.total_seconds()))))


def save_telephony(session: Session, telephony: Telephony) -> None:
    """Set what becomes of the calls from now on."""
    session.merge(Setting(name=_TELEPHONY, value=json.dumps(asdict(telephony))))
