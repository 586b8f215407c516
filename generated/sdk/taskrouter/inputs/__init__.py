"""What requests hold. Generated from openapi.yaml; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazily

if TYPE_CHECKING:
    from .events import EventSid as EventSid
    from .shared import ActivitySid as ActivitySid
    from .shared import Attributes as Attributes
    from .shared import Beep as Beep
    from .shared import CallbackMethod as CallbackMethod
    from .shared import CallEvent as CallEvent
    from .shared import CallRecord as CallRecord
    from .shared import CallSid as CallSid
    from .shared import ChannelKey as ChannelKey
    from .shared import ConferenceEvent as ConferenceEvent
    from .shared import ConferenceRecord as ConferenceRecord
    from .shared import ConferenceTrim as ConferenceTrim
    from .shared import ContactUri as ContactUri
    from .shared import FriendlyName as FriendlyName
    from .shared import JitterBufferSize as JitterBufferSize
    from .shared import QueueOrder as QueueOrder
    from .shared import RecordingChannels as RecordingChannels
    from .shared import ReservationSid as ReservationSid
    from .shared import ReservationStatus as ReservationStatus
    from .shared import RingTimeout as RingTimeout
    from .shared import TaskQueueSid as TaskQueueSid
    from .shared import TaskSid as TaskSid
    from .shared import Url as Url
    from .shared import WorkerSid as WorkerSid
    from .shared import WorkflowSid as WorkflowSid
    from .shared import WorkspaceSid as WorkspaceSid
    from .task_queues import MaxReservedWorkers as MaxReservedWorkers
    from .task_reservations import Instruction as Instruction
    from .task_reservations import SupervisorMode as SupervisorMode
    from .tasks import Priority as Priority
    from .tasks import RoutingTarget as RoutingTarget
    from .tasks import TaskStatus as TaskStatus
    from .tasks import TaskTimeout as TaskTimeout
    from .worker_channels import Capacity as Capacity
    from .worker_reservations import WorkerInstruction as WorkerInstruction
    from .workflows import Configuration as Configuration
    from .workflows import TaskReservationTimeout as TaskReservationTimeout
    from .workspaces import WorkspaceTemplate as WorkspaceTemplate
else:
    __getattr__, __dir__, __all__ = lazily(
        __name__,
        {
            "shared": (
                "ActivitySid Attributes Beep CallEvent CallRecord CallSid CallbackMethod ChannelKey "
                "ConferenceEvent ConferenceRecord ConferenceTrim ContactUri FriendlyName JitterBufferSize "
                "QueueOrder RecordingChannels ReservationSid ReservationStatus RingTimeout TaskQueueSid TaskSid "
                "Url WorkerSid WorkflowSid WorkspaceSid"
            ),
            "events": ("EventSid"),
            "task_queues": ("MaxReservedWorkers"),
            "task_reservations": ("Instruction SupervisorMode"),
            "tasks": ("Priority RoutingTarget TaskStatus TaskTimeout"),
            "worker_channels": ("Capacity"),
            "worker_reservations": ("WorkerInstruction"),
            "workflows": ("Configuration TaskReservationTimeout"),
            "workspaces": ("WorkspaceTemplate"),
        },
    )
