"""What can be done with each resource. Generated from spec.json; do not edit."""

from . import x_y as x_y
