"""What can be done with each resource. Generated from spec.yaml; do not edit."""

from . import only_errors as only_errors, things as things
