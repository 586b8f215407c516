"""What can be done with each resource. Generated from spec.yaml; do not edit."""

from . import orders as orders
