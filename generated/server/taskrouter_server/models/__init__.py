"""What requests and answers hold. Generated from openapi.yaml; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazily

if TYPE_CHECKING:
    from .activities import Activity as Activity
    from .activities import ActivityPage as ActivityPage
    from .events import ActorType as ActorType
    from .events import AnySid as AnySid
    from .events import Event as Event
    from .events import EventPage as EventPage
    from .events import EventSid as EventSid
    from .events import ResourceType as ResourceType
    from .shared import AccountSid as AccountSid
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
    from .shared import Error as Error
    from .shared import FriendlyName as FriendlyName
    from .shared import JitterBufferSize as JitterBufferSize
    from .shared import Links as Links
    from .shared import PageMeta as PageMeta
    from .shared import QueueOrder as QueueOrder
    from .shared import RecordingChannels as RecordingChannels
    from .shared import Reservation as Reservation
    from .shared import ReservationSid as ReservationSid
    from .shared import ReservationStatus as ReservationStatus
    from .shared import RingTimeout as RingTimeout
    from .shared import TaskChannelSid as TaskChannelSid
    from .shared import TaskQueueSid as TaskQueueSid
    from .shared import TaskSid as TaskSid
    from .shared import Timestamp as Timestamp
    from .shared import Url as Url
    from .shared import WorkerSid as WorkerSid
    from .shared import WorkflowSid as WorkflowSid
    from .shared import WorkspaceSid as WorkspaceSid
    from .task_channels import TaskChannel as TaskChannel
    from .task_channels import TaskChannelPage as TaskChannelPage
    from .task_queues import MaxReservedWorkers as MaxReservedWorkers
    from .task_queues import TaskQueue as TaskQueue
    from .task_queues import TaskQueuePage as TaskQueuePage
    from .task_reservations import Instruction as Instruction
    from .task_reservations import SupervisorMode as SupervisorMode
    from .task_reservations import TaskReservation as TaskReservation
    from .task_reservations import TaskReservationPage as TaskReservationPage
    from .tasks import Priority as Priority
    from .tasks import RoutingTarget as RoutingTarget
    from .tasks import Task as Task
    from .tasks import TaskPage as TaskPage
    from .tasks import TaskStatus as TaskStatus
    from .tasks import TaskTimeout as TaskTimeout
    from .worker_channels import Capacity as Capacity
    from .worker_channels import WorkerChannel as WorkerChannel
    from .worker_channels import WorkerChannelPage as WorkerChannelPage
    from .worker_channels import WorkerChannelSid as WorkerChannelSid
    from .worker_reservations import WorkerInstruction as WorkerInstruction
    from .worker_reservations import WorkerReservation as WorkerReservation
    from .worker_reservations import WorkerReservationPage as WorkerReservationPage
    from .workers import Worker as Worker
    from .workers import WorkerPage as WorkerPage
    from .workflows import Configuration as Configuration
    from .workflows import TaskReservationTimeout as TaskReservationTimeout
    from .workflows import Workflow as Workflow
    from .workflows import WorkflowPage as WorkflowPage
    from .workspaces import Workspace as Workspace
    from .workspaces import WorkspacePage as WorkspacePage
    from .workspaces import WorkspaceTemplate as WorkspaceTemplate
else:
    __getattr__, __dir__, __all__ = lazily(
        __name__,
        {
            "shared": (
                "AccountSid ActivitySid Attributes Beep CallEvent CallRecord CallSid CallbackMethod ChannelKey "
                "ConferenceEvent ConferenceRecord ConferenceTrim ContactUri Error FriendlyName JitterBufferSize "
                "Links PageMeta QueueOrder RecordingChannels Reservation ReservationSid ReservationStatus "
                "RingTimeout TaskChannelSid TaskQueueSid TaskSid Timestamp Url WorkerSid WorkflowSid WorkspaceSid"
            ),
            "activities": ("Activity ActivityPage"),
            "events": ("ActorType AnySid Event EventPage EventSid ResourceType"),
            "task_channels": ("TaskChannel TaskChannelPage"),
            "task_queues": ("MaxReservedWorkers TaskQueue TaskQueuePage"),
            "task_reservations": ("Instruction SupervisorMode TaskReservation TaskReservationPage"),
            "tasks": ("Priority RoutingTarget Task TaskPage TaskStatus TaskTimeout"),
            "worker_channels": ("Capacity WorkerChannel WorkerChannelPage WorkerChannelSid"),
            "worker_reservations": ("WorkerInstruction WorkerReservation WorkerReservationPage"),
            "workers": ("Worker WorkerPage"),
            "workflows": ("Configuration TaskReservationTimeout Workflow WorkflowPage"),
            "workspaces": ("Workspace WorkspacePage WorkspaceTemplate"),
        },
    )
