"""Every operation as data, for `client.send`. Generated from spec.json; do not edit."""

from . import x_y as x_y
