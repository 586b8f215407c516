"""What can be done with each resource. Generated from spec.yaml; do not edit."""

from . import calls as calls
