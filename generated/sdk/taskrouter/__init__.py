"""TaskRouter Reservations. Generated from openapi.yaml; do not edit."""

from . import errors as errors
from . import models as models
from . import operations as operations
from . import params as params
from .client import AsyncClient as AsyncClient
from .client import Client as Client
from .errors import *
