"""Which method serves which operation. Generated from spec.yaml; do not edit."""

from . import lifts

OPERATIONS = (*lifts.OPERATIONS,)
