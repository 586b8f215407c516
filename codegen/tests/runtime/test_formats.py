"""Texts of a format: read as what they mean, or kept as they came without spoiling the answer."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from pydantic import Field

from dovetail.runtime.client import formats
from dovetail.runtime.client.formats import Unreadable
from dovetail.runtime.client.models import Model


class Record(Model):
    at: formats.DateTime | None = None
    day: formats.Date | None = None
    ids: list[formats.Uuid] = Field(default_factory=list)
    price: formats.DecimalText | None = None


READ = {
    "at": "2024-02-29T23:59:58.5Z",
    "day": "2024-02-29",
    "ids": ["9d1a6c1e-0b6c-4f4e-8a39-1c5de1a0b5a1"],
    "price": "10.10",
}
UNREAD = {"at": "0000-00-00 00:00:00", "day": "yesterday", "ids": ["", "x"], "price": "1.000,00"}


def test_texts_of_their_format_are_objects() -> None:
    record = Record.model_validate_json(json.dumps(READ))
    assert record.at == datetime(2024, 2, 29, 23, 59, 58, 500_000, tzinfo=UTC)
    assert record.day == date(2024, 2, 29)
    assert record.ids == [UUID(READ["ids"][0])]
    assert str(record.price) == "10.10"
    written = Record.model_validate_json(record.model_dump_json())
    assert written == record


def test_other_texts_are_kept_as_they_came() -> None:
    text = json.dumps(UNREAD, separators=(",", ":"))
    record = Record.model_validate_json(text)
    assert record.model_dump_json() == text
    assert isinstance(record.at, datetime)
    assert isinstance(record.day, date)
    assert isinstance(record.ids[0], UUID)
    assert isinstance(record.price, Decimal)
    assert [str(value) for value in (record.at, record.day, *record.ids, record.price)] == [
        *(UNREAD["at"], UNREAD["day"], *UNREAD["ids"], UNREAD["price"])
    ]
    assert "0000-00-00" in repr(record)
    assert Record.model_validate(record.model_dump()) == record
    for other in (pickle.loads(pickle.dumps(record)), copy.deepcopy(record)):
        assert other == record
        assert hash(other.at) == hash(record.at)


USES: list[Callable[[Any], object]] = [
    lambda record: record.at.year,
    lambda record: record.at.isoformat(),
    lambda record: record.at < datetime(2024, 1, 1, tzinfo=UTC),
    lambda record: datetime(2024, 1, 1, tzinfo=UTC) - record.at,
    lambda record: f"{record.at:%Y}",
    lambda record: max(record.day, date(2024, 1, 1)),
    lambda record: record.day.weekday(),
    lambda record: record.ids[0].hex,
    lambda record: int(record.ids[0]),
    lambda record: record.price + 1,
    lambda record: Decimal(1) * record.price,
    lambda record: record.price > 0,
    lambda record: round(record.price, 2),
    lambda record: float(record.price),
]


@pytest.mark.parametrize("use", USES)
def test_what_is_unreadable_is_no_number_and_no_date(use: Callable[[Any], object]) -> None:
    record = Record.model_validate(UNREAD)
    with pytest.raises(ValueError, match=r"is no (date-time|date|uuid|decimal)"):
        use(record)


def test_values_of_no_text_are_refused() -> None:
    for wrong in ('{"day": {}}', '{"ids": [[]]}', '{"at": true}'):
        with pytest.raises(ValueError, match="validation error"):
            Record.model_validate_json(wrong)


def test_only_equal_texts_are_equal() -> None:
    one, other, different = (formats.UnreadableDate.of(text) for text in ("a", "a", "b"))
    assert one == other != different
    assert one != date(1, 1, 1)
    assert isinstance(one, Unreadable)
