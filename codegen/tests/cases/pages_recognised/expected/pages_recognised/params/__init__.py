"""What methods take besides what they need. Generated from spec.yaml; do not edit."""

from .boats import *
from .crews import *
from .logs import *
from .ports import *
from .tides import *
from .winds import *
