"""What answers hold. Generated from spec.yaml; do not edit."""

from .class_ import *
from .list import *
from .models import *
from .shared_ import *
from .value_2_fa import *
