"""What headers of answers hold. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import TypedDict


class AnswerHeaders(TypedDict, total=False):
    """Headers of an answer; those that are absent or not as described are left out."""

    x_rate_limit_config: str
    """The rule that limits the requests."""
    x_rate_limit_limit: str
    """Requests that are allowed in a span of time."""
    x_rate_limit_remaining: str
    """Requests that are left in this span of time."""


class AnswerHeaders2(TypedDict, total=False):
    """Headers of an answer; those that are absent or not as described are left out."""

    access_control_allow_credentials: bool
    """Whether a browser may send credentials."""
    access_control_allow_headers: str
    """The headers that a browser may send."""
    access_control_allow_methods: str
    """The methods that a browser may use."""
    access_control_allow_origin: str
    """The origins that may read the answer in a browser."""
    access_control_expose_headers: str
    """The headers that a script in a browser may read."""
    x_rate_limit_config: str
    """The rule that limits the requests."""
    x_rate_limit_limit: str
    """Requests that are allowed in a span of time."""
    x_rate_limit_remaining: str
    """Requests that are left in this span of time."""


class AnswerHeaders3(TypedDict, total=False):
    """Headers of an answer; those that are absent or not as described are left out."""

    access_control_allow_credentials: bool
    """Whether a browser may send credentials."""
    access_control_allow_headers: str
    """The headers that a browser may send."""
    access_control_allow_methods: str
    """The methods that a browser may use."""
    access_control_allow_origin: str
    """The origins that may read the answer in a browser."""
    access_control_expose_headers: str
    """The headers that a script in a browser may read."""
    e_tag: str
    """The version of the resource, for If-Match."""
    x_rate_limit_config: str
    """The rule that limits the requests."""
    x_rate_limit_limit: str
    """Requests that are allowed in a span of time."""
    x_rate_limit_remaining: str
    """Requests that are left in this span of time."""
