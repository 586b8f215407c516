"""Task reservations: what methods take. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Sequence

from .. import inputs
from .._runtime.client.operation import CallOptions
from .shared import ReservationUpdate


class TaskReservationList(CallOptions, total=False):
    """What `list` of task reservations takes besides what it needs; an absent key is not sent."""

    reservation_status: inputs.ReservationStatus
    """Only reservations in this state."""
    worker_sid: inputs.WorkerSid
    """Only reservations of this worker."""
    page_size: int
    """How many items a page holds, 1 to 1000. Default 50."""


class TaskReservationUpdate(ReservationUpdate, total=False):
    """What `update` of task reservations takes besides what it needs; an absent key is not sent."""

    instruction: inputs.Instruction
    """What to do with the call, instead of setting a status."""
    supervisor: inputs.ContactUri
    """The SID of the worker who supervises, or a contact URI; required by supervise."""
    supervisor_mode: inputs.SupervisorMode
    """How the supervisor joins; required by supervise."""


class TaskReservationSupervise(CallOptions, total=False):
    """What `supervise` of task reservations takes besides what it needs; an absent key is not sent."""

    if_match: str
    """The `ETag` that the resource must still have; the quotes may be left out, `*` means any."""
    beep: inputs.Beep
    """Whether a beep tells that the worker joins or leaves. Default "true"."""
    early_media: bool
    """Whether the worker hears the ringing and the announcements of the call. Default True."""
    end_conference_on_exit: bool
    """Whether the conference ends when the worker leaves. Default False."""
    from_: inputs.ContactUri
    """Caller ID of the call to the worker; by default the number that the caller dialled."""
    jitter_buffer_size: inputs.JitterBufferSize
    """How much jitter of the network is smoothed."""
    record: bool
    """Whether the worker is recorded, also between conferences. Default False."""
    recording_channels: inputs.RecordingChannels
    """Whether the speakers share one channel of the recording. Default "mono"."""
    recording_status_callback: inputs.Url
    """Where a change of the status of the recording is sent to."""
    recording_status_callback_method: inputs.CallbackMethod
    """The HTTP method for RecordingStatusCallback. Default "POST"."""
    region: str
    """Where the sound is mixed: us1, us2, ie1, de1, sg1, br1, au1 or jp1."""
    sip_auth_password: str
    """Password for a SIP call."""
    sip_auth_username: str
    """User name for a SIP call."""
    status_callback: inputs.Url
    """Where the progress of the call to the worker is sent to."""
    status_callback_event: Sequence[inputs.CallEvent]
    """Which steps are sent, by default `completed`."""
    status_callback_method: inputs.CallbackMethod
    """The HTTP method for StatusCallback. Default "POST"."""
    timeout: inputs.RingTimeout
    """Seconds to let the phone of the worker ring, 60 by default. 1 to 999."""
    wait_method: inputs.CallbackMethod
    """The HTTP method for WaitUrl; GET lets a sound file be cached. Default "POST"."""
    wait_url: inputs.Url
    """What those hear who wait for the start; by default hold music."""
