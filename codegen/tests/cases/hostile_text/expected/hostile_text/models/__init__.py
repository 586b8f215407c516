"""What answers hold, and the names of their values. Generated from spec.json; do not edit."""

from .x_y import *
