"""What methods take besides what they need. Generated from openapi.yaml; do not edit."""

from .activities import *
from .events import *
from .shared import *
from .task_channels import *
from .task_queues import *
from .task_reservations import *
from .tasks import *
from .worker_channels import *
from .worker_reservations import *
from .workers import *
from .workflows import *
from .workspaces import *
