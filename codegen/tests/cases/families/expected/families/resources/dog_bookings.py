"""Dog bookings: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..models.shared import Booking
from ..operations import dog_bookings


class DogBookings:
    """The dog bookings."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def fetch(self, owner: str, id: str, **options: Unpack[CallOptions]) -> Booking:
        """dogsFetch. `GET …/bookings/{id}`"""
        return self._caller.call(dog_bookings.FETCH, {"owner": owner, "id": id, **options})

    def update(self, owner: str, id: str, **options: Unpack[params.DogBookingUpdate]) -> Booking:
        """dogsUpdate. `POST …/bookings/{id}`"""
        return self._caller.call(dog_bookings.UPDATE, {"owner": owner, "id": id, **options})


class AsyncDogBookings:
    """The dog bookings."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def fetch(self, owner: str, id: str, **options: Unpack[CallOptions]) -> Booking:
        """dogsFetch. `GET …/bookings/{id}`"""
        return await self._caller.call(dog_bookings.FETCH, {"owner": owner, "id": id, **options})

    async def update(self, owner: str, id: str, **options: Unpack[params.DogBookingUpdate]) -> Booking:
        """dogsUpdate. `POST …/bookings/{id}`"""
        return await self._caller.call(dog_bookings.UPDATE, {"owner": owner, "id": id, **options})
