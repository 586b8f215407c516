"""What answers hold. Generated from spec.yaml; do not edit."""

from .lifts import *
from .shared import *
