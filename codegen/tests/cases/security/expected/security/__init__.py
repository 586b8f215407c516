"""Safe. Generated from spec.yaml; do not edit."""

from . import errors as errors, models as models, operations as operations, params as params
from .client import AsyncClient as AsyncClient, Client as Client
from .errors import *
