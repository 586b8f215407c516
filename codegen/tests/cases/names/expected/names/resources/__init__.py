"""What can be done with each resource. Generated from spec.yaml; do not edit."""

from . import class_ as class_, list as list, models as models, shared_ as shared_, value_2_fa as value_2_fa
