"""Which method serves which operation. Generated from spec.yaml; do not edit."""

from . import class_, list, models, shared_, value_2_fa

OPERATIONS = (
    *value_2_fa.OPERATIONS,
    *class_.OPERATIONS,
    *list.OPERATIONS,
    *models.OPERATIONS,
    *shared_.OPERATIONS,
)
