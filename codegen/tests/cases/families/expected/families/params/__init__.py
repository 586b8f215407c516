"""What methods take besides what they need. Generated from spec.yaml; do not edit."""

from .dog_bookings import *
from .shared import *
