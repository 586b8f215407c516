"""Worker reservations: what operations take besides ids. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import NotRequired, TypedDict

from .. import models


class ListWorkerReservationParams(TypedDict):
    """What `ListWorkerReservation` takes; what was not sent is absent."""

    reservation_status: NotRequired[models.ReservationStatus]
    """Only reservations in this state."""
    page_size: NotRequired[int]
    """How many items a page holds, 1 to 1000. Default 50."""
    page: NotRequired[int]
    """The number of the page; the state of a client, part of `next_page_url`."""
    page_token: NotRequired[str]
    """Where the page begins; opaque, part of `next_page_url`."""


class UpdateWorkerReservationParams(TypedDict):
    """What `UpdateWorkerReservation` takes; what was not sent is absent."""

    if_match: NotRequired[str]
    """The `ETag` that the resource must still have; the quotes may be left out, `*` means any."""
    beep: NotRequired[models.Beep]
    """Whether a beep tells that the worker joins or leaves. Default "true"."""
    beep_on_customer_entrance: NotRequired[bool]
    """Whether a beep tells that the customer joins. Default True."""
    call_accept: NotRequired[bool]
    """Whether this also accepts the reservation; if not, do it later. Default False."""
    call_from: NotRequired[models.ContactUri]
    """Caller ID of the call to the worker; required by call."""
    call_record: NotRequired[models.CallRecord]
    """Whether both legs are recorded. Default "do-not-record"."""
    call_status_callback_url: NotRequired[models.Url]
    """Where the end of the call is posted to, with the URL of its recording."""
    call_timeout: NotRequired[models.RingTimeout]
    """Seconds to let the phone of the worker ring, 60 by default. 1 to 999."""
    call_to: NotRequired[models.ContactUri]
    """Whom to call; by default `contact_uri` of the attributes of the worker."""
    call_url: NotRequired[models.Url]
    """The document to run when the worker answers; required by call."""
    conference_record: NotRequired[models.ConferenceRecord]
    """Whether the conference is recorded, and from when on. Default "false"."""
    conference_recording_status_callback: NotRequired[models.Url]
    """Where the recording of the conference is announced."""
    conference_recording_status_callback_method: NotRequired[models.CallbackMethod]
    """The HTTP method for ConferenceRecordingStatusCallback. Default "POST"."""
    conference_status_callback: NotRequired[models.Url]
    """Where events of the conference are sent to; the first participant decides."""
    conference_status_callback_event: NotRequired[list[models.ConferenceEvent]]
    """Which events are sent, by default `start` and `end`."""
    conference_status_callback_method: NotRequired[models.CallbackMethod]
    """The HTTP method for ConferenceStatusCallback. Default "POST"."""
    conference_trim: NotRequired[models.ConferenceTrim]
    """Whether silence at both ends of the recording is cut off. Default "trim-silence"."""
    dequeue_from: NotRequired[models.ContactUri]
    """Caller ID of the call to the worker; by default the number that the caller dialled."""
    dequeue_post_work_activity_sid: NotRequired[models.ActivitySid]
    """Where the worker goes after the call."""
    dequeue_record: NotRequired[models.CallRecord]
    """Whether both legs are recorded. Default "do-not-record"."""
    dequeue_status_callback_event: NotRequired[list[models.CallEvent]]
    """Which steps are posted, by default `completed`."""
    dequeue_status_callback_url: NotRequired[models.Url]
    """Where the progress of the call to the worker is posted to."""
    dequeue_timeout: NotRequired[models.RingTimeout]
    """Seconds to let the phone of the worker ring, 60 by default. 1 to 999."""
    dequeue_to: NotRequired[models.ContactUri]
    """Whom to call; by default `contact_uri` of the attributes of the worker."""
    early_media: NotRequired[bool]
    """Whether the worker hears the ringing and the announcements of the call. Default True."""
    end_conference_on_customer_exit: NotRequired[bool]
    """Whether the conference ends when the customer leaves. Default False."""
    end_conference_on_exit: NotRequired[bool]
    """Whether the conference ends when the worker leaves. Default False."""
    from_: NotRequired[models.ContactUri]
    """Caller ID of the call to the worker; by default the number that the caller dialled."""
    instruction: NotRequired[models.WorkerInstruction]
    """What to do with the call, instead of setting a status."""
    jitter_buffer_size: NotRequired[models.JitterBufferSize]
    """How much jitter of the network is smoothed."""
    max_participants: NotRequired[int]
    """How many may take part, 2 to 250."""
    muted: NotRequired[bool]
    """Whether the worker joins muted. Default False."""
    post_work_activity_sid: NotRequired[models.ActivitySid]
    """Where the worker goes after the call; invalid in a multi-tasking workspace."""
    record: NotRequired[bool]
    """Whether the worker is recorded, also between conferences. Default False."""
    recording_channels: NotRequired[models.RecordingChannels]
    """Whether the speakers share one channel of the recording. Default "mono"."""
    recording_status_callback: NotRequired[models.Url]
    """Where a change of the status of the recording is sent to."""
    recording_status_callback_method: NotRequired[models.CallbackMethod]
    """The HTTP method for RecordingStatusCallback. Default "POST"."""
    redirect_accept: NotRequired[bool]
    """Whether this also accepts the reservation; if not, do it later. Default False."""
    redirect_call_sid: NotRequired[models.CallSid]
    """The call that waits in the queue; required by redirect."""
    redirect_url: NotRequired[models.Url]
    """The document to send the call to; required by redirect."""
    region: NotRequired[str]
    """Where the sound is mixed: us1, us2, ie1, de1, sg1, br1, au1 or jp1."""
    reservation_status: NotRequired[Literal["accepted", "rejected", "wrapping", "completed"]]
    """The new status: accepted, rejected, wrapping or completed."""
    sip_auth_password: NotRequired[str]
    """Password for a SIP call."""
    sip_auth_username: NotRequired[str]
    """User name for a SIP call."""
    start_conference_on_enter: NotRequired[bool]
    """Whether the conference starts when the worker joins. Default True."""
    status_callback: NotRequired[models.Url]
    """Where the progress of the call to the worker is sent to."""
    status_callback_event: NotRequired[list[models.CallEvent]]
    """Which steps are sent, by default `completed`."""
    status_callback_method: NotRequired[models.CallbackMethod]
    """The HTTP method for StatusCallback. Default "POST"."""
    timeout: NotRequired[models.RingTimeout]
    """Seconds to let the phone of the worker ring, 60 by default. 1 to 999."""
    to: NotRequired[models.ContactUri]
    """Whom to call; by default `contact_uri` of the attributes of the worker."""
    wait_method: NotRequired[models.CallbackMethod]
    """The HTTP method for WaitUrl; GET lets a sound file be cached. Default "POST"."""
    wait_url: NotRequired[models.Url]
    """What those hear who wait for the start; by default hold music."""
    worker_activity_sid: NotRequired[models.ActivitySid]
    """With status rejected: where the worker goes; by default where it was before."""
