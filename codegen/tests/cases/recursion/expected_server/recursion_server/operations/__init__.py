"""Which method serves which operation. Generated from spec.yaml; do not edit."""

from . import nodes

OPERATIONS = (*nodes.OPERATIONS,)
