"""Every operation as data, for `client.send`. Generated from openapi.yaml; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import submodules

if TYPE_CHECKING:
    from . import activities as activities
    from . import events as events
    from . import shared as shared
    from . import task_channels as task_channels
    from . import task_queues as task_queues
    from . import task_reservations as task_reservations
    from . import tasks as tasks
    from . import worker_channels as worker_channels
    from . import worker_reservations as worker_reservations
    from . import workers as workers
    from . import workflows as workflows
    from . import workspaces as workspaces
else:
    __getattr__, __dir__ = submodules(__name__)
