"""Every operation as data, for `client.send`. Generated from spec.yaml; do not edit."""

from . import door as door, gold as gold
