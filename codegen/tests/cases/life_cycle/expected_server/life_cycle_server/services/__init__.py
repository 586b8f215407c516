"""What an implementation does, a Protocol for each resource. Generated from spec.yaml; do not edit."""

from . import lifts as lifts
