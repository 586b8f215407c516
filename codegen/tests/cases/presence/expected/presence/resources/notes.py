"""Notes: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from ..models.notes import Note
from ..operations import notes


class Notes:
    """The notes."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def create(self, needed: str, needed_or_null: str | None, **options: Unpack[params.NoteCreate]) -> Note:
        """createNote. `POST /notes`"""
        return self._caller.call(notes.CREATE, {"needed": needed, "needed_or_null": needed_or_null, **options})


class AsyncNotes:
    """The notes."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def create(self, needed: str, needed_or_null: str | None, **options: Unpack[params.NoteCreate]) -> Note:
        """createNote. `POST /notes`"""
        return await self._caller.call(notes.CREATE, {"needed": needed, "needed_or_null": needed_or_null, **options})
