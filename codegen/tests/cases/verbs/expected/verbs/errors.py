"""Every error that a call raises. Generated from spec.yaml; do not edit."""

from ._runtime.client.errors import (
    ApiError as ApiError,
    ArgumentError as ArgumentError,
    BadRequest as BadRequest,
    Conflict as Conflict,
    ConnectError as ConnectError,
    ConnectTimeout as ConnectTimeout,
    ContentTooLarge as ContentTooLarge,
    CredentialsError as CredentialsError,
    DecodeError as DecodeError,
    Forbidden as Forbidden,
    MethodNotAllowed as MethodNotAllowed,
    NotFound as NotFound,
    PreconditionFailed as PreconditionFailed,
    ProtocolError as ProtocolError,
    RateLimited as RateLimited,
    ReadTimeout as ReadTimeout,
    ServerError as ServerError,
    StatusError as StatusError,
    TransportError as TransportError,
    Unauthorized as Unauthorized,
)
