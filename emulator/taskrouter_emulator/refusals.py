"""The API's refusals: HTTP status, code and text, as `{code, message, more_info, status}`."""

from __future__ import annotations

from collections.abc import Mapping

INVALID, PAGE_TOO_LARGE = 20001, 20007
UNAUTHORIZED, FORBIDDEN, NOT_FOUND, NOT_ALLOWED = 20003, 20403, 20404, 20004
PRECONDITION_FAILED, TOO_MANY_REQUESTS, SERVER_ERROR = 20412, 20429, 20500


class ApiError(Exception):
    """A request is refused; nothing of it was done."""

    def __init__(self, status: int, code: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.headers = dict(headers or {})

    def body(self) -> dict[str, object]:
        """The error as the API writes it."""
        return error_body(self.status, self.code, self.message)


def error_body(status: int, code: int, message: str) -> dict[str, object]:
    """The one shape of every error."""
    return {
        "code": code,
        "message": message,
        "more_info": f"https://www.twilio.com/docs/errors/{code}",
        "status": status,
    }


def invalid(message: str, code: int = INVALID) -> ApiError:
    """400: the request cannot be done as it is."""
    return ApiError(400, code, message)


def not_found(path: str) -> ApiError:
    """404, naming the path below the version."""
    return ApiError(404, NOT_FOUND, f"The requested resource {path} was not found")


def unauthorized() -> ApiError:
    """401: no credentials, or wrong ones."""
    return ApiError(401, UNAUTHORIZED, "Authenticate", {"WWW-Authenticate": 'Basic realm="Twilio API"'})


def forbidden(key_sid: str, operation: str) -> ApiError:
    """403: the API key is good, but not for this operation."""
    return ApiError(403, FORBIDDEN, f"The API key {key_sid} is not allowed to do {operation}")


def stale(path: str, version: int) -> ApiError:
    """412: the resource has changed since the client read it."""
    message = f"Precondition failed: If-Match does not name the current version ({version}) of {path}"
    return ApiError(412, PRECONDITION_FAILED, message)
