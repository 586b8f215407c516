"""Every operation as data, for `client.send`. Generated from spec.yaml; do not edit."""

from . import kinds as kinds, orders as orders
