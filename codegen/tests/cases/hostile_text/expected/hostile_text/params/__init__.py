"""What methods take besides what they need. Generated from spec.json; do not edit."""

from .x_y import *
