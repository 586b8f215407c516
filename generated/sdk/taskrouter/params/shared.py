"""Shared: what methods take. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from .. import inputs
from .._runtime.client.operation import CallOptions


class ChannelList(CallOptions, total=False):
    """What `list` of channels takes besides what it needs; an absent key is not sent."""

    page_size: int
    """How many items a page holds, 1 to 1000. Default 50."""


class ReservationUpdate(CallOptions, total=False):
    """What `update` of reservations takes besides what it needs; an absent key is not sent."""

    if_match: str
    """The `ETag` that the resource must still have; the quotes may be left out, `*` means any."""
    beep: inputs.Beep
    """Whether a beep tells that the worker joins or leaves. Default "true"."""
    beep_on_customer_entrance: bool
    """Whether a beep tells that the customer joins. Default True."""
    call_accept: bool
    """Whether this also accepts the reservation; if not, do it later. Default False."""
    call_from: inputs.ContactUri
    """Caller ID of the call to the worker; required by call."""
    call_record: inputs.CallRecord
    """Whether both legs are recorded. Default "do-not-record"."""
    call_status_callback_url: inputs.Url
    """Where the end of the call is posted to, with the URL of its recording."""
    call_timeout: inputs.RingTimeout
    """Seconds to let the phone of the worker ring, 60 by default. 1 to 999."""
    call_to: inputs.ContactUri
    """Whom to call; by default `contact_uri` of the attributes of the worker."""
    call_url: inputs.Url
    """The document to run when the worker answers; required by call."""
    conference_record: inputs.ConferenceRecord
    """Whether the conference is recorded, and from when on. Default "false"."""
    conference_recording_status_callback: inputs.Url
    """Where the recording of the conference is announced."""
    conference_recording_status_callback_method: inputs.CallbackMethod
    """The HTTP method for ConferenceRecordingStatusCallback. Default "POST"."""
    conference_status_callback: inputs.Url
    """Where events of the conference are sent to; the first participant decides."""
    conference_status_callback_event: Sequence[inputs.ConferenceEvent]
    """Which events are sent, by default `start` and `end`."""
    conference_status_callback_method: inputs.CallbackMethod
    """The HTTP method for ConferenceStatusCallback. Default "POST"."""
    conference_trim: inputs.ConferenceTrim
    """Whether silence at both ends of the recording is cut off. Default "trim-silence"."""
    dequeue_from: inputs.ContactUri
    """Caller ID of the call to the worker; by default the number that the caller dialled."""
    dequeue_post_work_activity_sid: inputs.ActivitySid
    """Where the worker goes after the call."""
    dequeue_record: inputs.CallRecord
    """Whether both legs are recorded. Default "do-not-record"."""
    dequeue_status_callback_event: Sequence[inputs.CallEvent]
    """Which steps are posted, by default `completed`."""
    dequeue_status_callback_url: inputs.Url
    """Where the progress of the call to the worker is posted to."""
    dequeue_timeout: inputs.RingTimeout
    """Seconds to let the phone of the worker ring, 60 by default. 1 to 999."""
    dequeue_to: inputs.ContactUri
    """Whom to call; by default `contact_uri` of the attributes of the worker."""
    early_media: bool
    """Whether the worker hears the ringing and the announcements of the call. Default True."""
    end_conference_on_customer_exit: bool
    """Whether the conference ends when the customer leaves. Default False."""
    end_conference_on_exit: bool
    """Whether the conference ends when the worker leaves. Default False."""
    from_: inputs.ContactUri
    """Caller ID of the call to the worker; by default the number that the caller dialled."""
    jitter_buffer_size: inputs.JitterBufferSize
    """How much jitter of the network is smoothed."""
    max_participants: int
    """How many may take part, 2 to 250."""
    muted: bool
    """Whether the worker joins muted. Default False."""
    post_work_activity_sid: inputs.ActivitySid
    """Deprecated. Where the worker goes after the call; invalid in a multi-tasking workspace."""
    record: bool
    """Whether the worker is recorded, also between conferences. Default False."""
    recording_channels: inputs.RecordingChannels
    """Whether the speakers share one channel of the recording. Default "mono"."""
    recording_status_callback: inputs.Url
    """Where a change of the status of the recording is sent to."""
    recording_status_callback_method: inputs.CallbackMethod
    """The HTTP method for RecordingStatusCallback. Default "POST"."""
    redirect_accept: bool
    """Whether this also accepts the reservation; if not, do it later. Default False."""
    redirect_call_sid: inputs.CallSid
    """The call that waits in the queue; required by redirect."""
    redirect_url: inputs.Url
    """The document to send the call to; required by redirect."""
    region: str
    """Where the sound is mixed: us1, us2, ie1, de1, sg1, br1, au1 or jp1."""
    reservation_status: Literal["accepted", "rejected", "wrapping", "completed"]
    """The new status: accepted, rejected, wrapping or completed."""
    sip_auth_password: str
    """Password for a SIP call."""
    sip_auth_username: str
    """User name for a SIP call."""
    start_conference_on_enter: bool
    """Whether the conference starts when the worker joins. Default True."""
    status_callback: inputs.Url
    """Where the progress of the call to the worker is sent to."""
    status_callback_event: Sequence[inputs.CallEvent]
    """Which steps are sent, by default `completed`."""
    status_callback_method: inputs.CallbackMethod
    """The HTTP method for StatusCallback. Default "POST"."""
    timeout: inputs.RingTimeout
    """Seconds to let the phone of the worker ring, 60 by default. 1 to 999."""
    to: inputs.ContactUri
    """Whom to call; by default `contact_uri` of the attributes of the worker."""
    wait_method: inputs.CallbackMethod
    """The HTTP method for WaitUrl; GET lets a sound file be cached. Default "POST"."""
    wait_url: inputs.Url
    """What those hear who wait for the start; by default hold music."""
    worker_activity_sid: inputs.ActivitySid
    """With status rejected: where the worker goes; by default where it was before."""


class ReservationAccept(CallOptions, total=False):
    """What `accept` of reservations takes besides what it needs; an absent key is not sent."""

    if_match: str
    """The `ETag` that the resource must still have; the quotes may be left out, `*` means any."""


class ReservationCall(CallOptions, total=False):
    """What `call` of reservations takes besides what it needs; an absent key is not sent."""

    if_match: str
    """The `ETag` that the resource must still have; the quotes may be left out, `*` means any."""
    accept: bool
    """Whether this also accepts the reservation; if not, do it later. Default False."""
    record: inputs.CallRecord
    """Whether both legs are recorded. Default "do-not-record"."""
    status_callback_url: inputs.Url
    """Where the end of the call is posted to, with the URL of its recording."""
    timeout: inputs.RingTimeout
    """Seconds to let the phone of the worker ring, 60 by default. 1 to 999."""
    to: inputs.ContactUri
    """Whom to call; by default `contact_uri` of the attributes of the worker."""


class ReservationComplete(CallOptions, total=False):
    """What `complete` of reservations takes besides what it needs; an absent key is not sent."""

    if_match: str
    """The `ETag` that the resource must still have; the quotes may be left out, `*` means any."""


class ReservationConference(CallOptions, total=False):
    """What `conference` of reservations takes besides what it needs; an absent key is not sent."""

    if_match: str
    """The `ETag` that the resource must still have; the quotes may be left out, `*` means any."""
    beep: inputs.Beep
    """Whether a beep tells that the worker joins or leaves. Default "true"."""
    beep_on_customer_entrance: bool
    """Whether a beep tells that the customer joins. Default True."""
    conference_record: inputs.ConferenceRecord
    """Whether the conference is recorded, and from when on. Default "false"."""
    conference_recording_status_callback: inputs.Url
    """Where the recording of the conference is announced."""
    conference_recording_status_callback_method: inputs.CallbackMethod
    """The HTTP method for ConferenceRecordingStatusCallback. Default "POST"."""
    conference_status_callback: inputs.Url
    """Where events of the conference are sent to; the first participant decides."""
    conference_status_callback_event: Sequence[inputs.ConferenceEvent]
    """Which events are sent, by default `start` and `end`."""
    conference_status_callback_method: inputs.CallbackMethod
    """The HTTP method for ConferenceStatusCallback. Default "POST"."""
    conference_trim: inputs.ConferenceTrim
    """Whether silence at both ends of the recording is cut off. Default "trim-silence"."""
    early_media: bool
    """Whether the worker hears the ringing and the announcements of the call. Default True."""
    end_conference_on_customer_exit: bool
    """Whether the conference ends when the customer leaves. Default False."""
    end_conference_on_exit: bool
    """Whether the conference ends when the worker leaves. Default False."""
    from_: inputs.ContactUri
    """Caller ID of the call to the worker; by default the number that the caller dialled."""
    jitter_buffer_size: inputs.JitterBufferSize
    """How much jitter of the network is smoothed."""
    max_participants: int
    """How many may take part, 2 to 250."""
    muted: bool
    """Whether the worker joins muted. Default False."""
    post_work_activity_sid: inputs.ActivitySid
    """Deprecated. Where the worker goes after the call; invalid in a multi-tasking workspace."""
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
    start_conference_on_enter: bool
    """Whether the conference starts when the worker joins. Default True."""
    status_callback: inputs.Url
    """Where the progress of the call to the worker is sent to."""
    status_callback_event: Sequence[inputs.CallEvent]
    """Which steps are sent, by default `completed`."""
    status_callback_method: inputs.CallbackMethod
    """The HTTP method for StatusCallback. Default "POST"."""
    timeout: inputs.RingTimeout
    """Seconds to let the phone of the worker ring, 60 by default. 1 to 999."""
    to: inputs.ContactUri
    """Whom to call; by default `contact_uri` of the attributes of the worker."""
    wait_method: inputs.CallbackMethod
    """The HTTP method for WaitUrl; GET lets a sound file be cached. Default "POST"."""
    wait_url: inputs.Url
    """What those hear who wait for the start; by default hold music."""


class ReservationDequeue(CallOptions, total=False):
    """What `dequeue` of reservations takes besides what it needs; an absent key is not sent."""

    if_match: str
    """The `ETag` that the resource must still have; the quotes may be left out, `*` means any."""
    from_: inputs.ContactUri
    """Caller ID of the call to the worker; by default the number that the caller dialled."""
    post_work_activity_sid: inputs.ActivitySid
    """Where the worker goes after the call."""
    record: inputs.CallRecord
    """Whether both legs are recorded. Default "do-not-record"."""
    status_callback_event: Sequence[inputs.CallEvent]
    """Which steps are posted, by default `completed`."""
    status_callback_url: inputs.Url
    """Where the progress of the call to the worker is posted to."""
    timeout: inputs.RingTimeout
    """Seconds to let the phone of the worker ring, 60 by default. 1 to 999."""
    to: inputs.ContactUri
    """Whom to call; by default `contact_uri` of the attributes of the worker."""


class ReservationRedirect(CallOptions, total=False):
    """What `redirect` of reservations takes besides what it needs; an absent key is not sent."""

    if_match: str
    """The `ETag` that the resource must still have; the quotes may be left out, `*` means any."""
    accept: bool
    """Whether this also accepts the reservation; if not, do it later. Default False."""


class ReservationReject(CallOptions, total=False):
    """What `reject` of reservations takes besides what it needs; an absent key is not sent."""

    if_match: str
    """The `ETag` that the resource must still have; the quotes may be left out, `*` means any."""
    worker_activity_sid: inputs.ActivitySid
    """With status rejected: where the worker goes; by default where it was before."""


class ReservationWrap(CallOptions, total=False):
    """What `wrap` of reservations takes besides what it needs; an absent key is not sent."""

    if_match: str
    """The `ETag` that the resource must still have; the quotes may be left out, `*` means any."""
