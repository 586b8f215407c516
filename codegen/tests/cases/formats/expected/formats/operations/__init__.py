"""Every operation as data, for `client.send`. Generated from spec.yaml; do not edit."""

from . import records as records
