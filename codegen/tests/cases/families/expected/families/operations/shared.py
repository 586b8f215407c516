"""What several operations have in common. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.kinds import String
from .._runtime.client.operation import field, path

OWNER = path("owner", "owner", String())
ID = path("id", "id", String())

BOOKING_UPDATE_FIELDS = (
    field("field_eight", "FieldEight", String()),
    field("field_five", "FieldFive", String()),
    field("field_four", "FieldFour", String()),
    field("field_nine", "FieldNine", String()),
    field("field_one", "FieldOne", String()),
    field("field_seven", "FieldSeven", String()),
    field("field_six", "FieldSix", String()),
    field("field_three", "FieldThree", String()),
    field("field_two", "FieldTwo", String()),
)
