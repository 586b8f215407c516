"""What answers hold, and the names of their values. Generated from spec.yaml; do not edit."""

from .doors import *
