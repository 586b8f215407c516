"""What several operations have in common. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Array, Boolean, Enum, Integer, String
from .._runtime.client.operation import Returns, field, header, path, query
from . import kinds

FRIENDLY_NAME = query("friendly_name", "FriendlyName", String())
PAGE_SIZE = query("page_size", "PageSize", Integer(minimum=1, maximum=1000, format="int64"))
PAGE = query("page", "Page", Integer(minimum=0))
PAGE_TOKEN = query("page_token", "PageToken", String())
WORKSPACE_SID = path("workspace_sid", "WorkspaceSid", kinds.WORKSPACE_SID)
AVAILABLE = query("available", "Available", String())
WORKER_SID = query("worker_sid", "WorkerSid", kinds.WORKER_SID)
WORKFLOW_SID = query("workflow_sid", "WorkflowSid", kinds.WORKFLOW_SID)
TASK_QUEUE_SID = query("task_queue_sid", "TaskQueueSid", kinds.TASK_QUEUE_SID)
SID = path("sid", "Sid", kinds.CHANNEL_KEY)
TASK_QUEUE_NAME = query("task_queue_name", "TaskQueueName", String())
ATTRIBUTES = field("attributes", "Attributes", kinds.ATTRIBUTES)
IF_MATCH = header("if_match", "If-Match", String())
RESERVATION_STATUS = query("reservation_status", "ReservationStatus", kinds.RESERVATION_STATUS)

RESERVATION_UPDATE_FIELDS = (
    field("beep", "Beep", kinds.BEEP),
    field("beep_on_customer_entrance", "BeepOnCustomerEntrance", Boolean()),
    field("call_accept", "CallAccept", Boolean()),
    field("call_from", "CallFrom", kinds.CONTACT_URI),
    field("call_record", "CallRecord", kinds.CALL_RECORD),
    field("call_status_callback_url", "CallStatusCallbackUrl", kinds.URL),
    field("call_timeout", "CallTimeout", kinds.RING_TIMEOUT),
    field("call_to", "CallTo", kinds.CONTACT_URI),
    field("call_url", "CallUrl", kinds.URL),
    field("conference_record", "ConferenceRecord", kinds.CONFERENCE_RECORD),
    field("conference_recording_status_callback", "ConferenceRecordingStatusCallback", kinds.URL),
    field(
        "conference_recording_status_callback_method", "ConferenceRecordingStatusCallbackMethod", kinds.CALLBACK_METHOD
    ),
    field("conference_status_callback", "ConferenceStatusCallback", kinds.URL),
    field("conference_status_callback_event", "ConferenceStatusCallbackEvent", Array(kinds.CONFERENCE_EVENT)),
    field("conference_status_callback_method", "ConferenceStatusCallbackMethod", kinds.CALLBACK_METHOD),
    field("conference_trim", "ConferenceTrim", kinds.CONFERENCE_TRIM),
    field("dequeue_from", "DequeueFrom", kinds.CONTACT_URI),
    field("dequeue_post_work_activity_sid", "DequeuePostWorkActivitySid", kinds.ACTIVITY_SID),
    field("dequeue_record", "DequeueRecord", kinds.CALL_RECORD),
    field("dequeue_status_callback_event", "DequeueStatusCallbackEvent", Array(kinds.CALL_EVENT)),
    field("dequeue_status_callback_url", "DequeueStatusCallbackUrl", kinds.URL),
    field("dequeue_timeout", "DequeueTimeout", kinds.RING_TIMEOUT),
    field("dequeue_to", "DequeueTo", kinds.CONTACT_URI),
    field("early_media", "EarlyMedia", Boolean()),
    field("end_conference_on_customer_exit", "EndConferenceOnCustomerExit", Boolean()),
    field("end_conference_on_exit", "EndConferenceOnExit", Boolean()),
    field("from_", "From", kinds.CONTACT_URI),
    field("jitter_buffer_size", "JitterBufferSize", kinds.JITTER_BUFFER_SIZE),
    field("max_participants", "MaxParticipants", Integer(minimum=2, maximum=250)),
    field("muted", "Muted", Boolean()),
    field("post_work_activity_sid", "PostWorkActivitySid", kinds.ACTIVITY_SID),
    field("record", "Record", Boolean()),
    field("recording_channels", "RecordingChannels", kinds.RECORDING_CHANNELS),
    field("recording_status_callback", "RecordingStatusCallback", kinds.URL),
    field("recording_status_callback_method", "RecordingStatusCallbackMethod", kinds.CALLBACK_METHOD),
    field("redirect_accept", "RedirectAccept", Boolean()),
    field("redirect_call_sid", "RedirectCallSid", kinds.CALL_SID),
    field("redirect_url", "RedirectUrl", kinds.URL),
    field("region", "Region", String()),
    field("reservation_status", "ReservationStatus", Enum("accepted", "rejected", "wrapping", "completed")),
    field("sip_auth_password", "SipAuthPassword", String(), is_secret=True),
    field("sip_auth_username", "SipAuthUsername", String()),
    field("start_conference_on_enter", "StartConferenceOnEnter", Boolean()),
    field("status_callback", "StatusCallback", kinds.URL),
    field("status_callback_event", "StatusCallbackEvent", Array(kinds.CALL_EVENT)),
    field("status_callback_method", "StatusCallbackMethod", kinds.CALLBACK_METHOD),
    field("timeout", "Timeout", kinds.RING_TIMEOUT),
    field("to", "To", kinds.CONTACT_URI),
    field("wait_method", "WaitMethod", kinds.CALLBACK_METHOD),
    field("wait_url", "WaitUrl", kinds.URL),
    field("worker_activity_sid", "WorkerActivitySid", kinds.ACTIVITY_SID),
)

ERRORS = (Returns("default", "application/json", models.Error),)

HEADERS = (
    header("access_control_allow_credentials", "Access-Control-Allow-Credentials", Boolean()),
    header("access_control_allow_headers", "Access-Control-Allow-Headers", String()),
    header("access_control_allow_methods", "Access-Control-Allow-Methods", String()),
    header("access_control_allow_origin", "Access-Control-Allow-Origin", String()),
    header("access_control_expose_headers", "Access-Control-Expose-Headers", String()),
    header("x_rate_limit_config", "X-Rate-Limit-Config", String()),
    header("x_rate_limit_limit", "X-Rate-Limit-Limit", String()),
    header("x_rate_limit_remaining", "X-Rate-Limit-Remaining", String()),
)

HEADERS_2 = (
    header("access_control_allow_credentials", "Access-Control-Allow-Credentials", Boolean()),
    header("access_control_allow_headers", "Access-Control-Allow-Headers", String()),
    header("access_control_allow_methods", "Access-Control-Allow-Methods", String()),
    header("access_control_allow_origin", "Access-Control-Allow-Origin", String()),
    header("access_control_expose_headers", "Access-Control-Expose-Headers", String()),
    header("e_tag", "ETag", String()),
    header("x_rate_limit_config", "X-Rate-Limit-Config", String()),
    header("x_rate_limit_limit", "X-Rate-Limit-Limit", String()),
    header("x_rate_limit_remaining", "X-Rate-Limit-Remaining", String()),
)

HEADERS_3 = (
    header("x_rate_limit_config", "X-Rate-Limit-Config", String()),
    header("x_rate_limit_limit", "X-Rate-Limit-Limit", String()),
    header("x_rate_limit_remaining", "X-Rate-Limit-Remaining", String()),
)
