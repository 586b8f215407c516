"""Every operation as data, for `client.send`. Generated from spec.yaml; do not edit."""

from . import cat_bookings as cat_bookings, dog_bookings as dog_bookings, shared as shared
