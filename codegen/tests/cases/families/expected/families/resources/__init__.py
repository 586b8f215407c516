"""What can be done with each resource. Generated from spec.yaml; do not edit."""

from . import cat_bookings as cat_bookings, dog_bookings as dog_bookings
