"""What operations take besides ids. Generated from spec.yaml; do not edit."""

from .class_ import *
