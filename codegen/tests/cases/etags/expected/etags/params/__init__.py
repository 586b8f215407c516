"""What methods take besides what they need. Generated from spec.yaml; do not edit."""

from .files import *
