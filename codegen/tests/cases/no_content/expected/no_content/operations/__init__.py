"""Every operation as data, for `client.send`. Generated from spec.yaml; do not edit."""

from . import only_errors as only_errors, things as things
