"""Every error that a call raises. Generated from openapi.yaml; do not edit."""

from ._runtime.client.errors import (
    ApiError as ApiError,
)
from ._runtime.client.errors import (
    ArgumentError as ArgumentError,
)
from ._runtime.client.errors import (
    BadRequest as BadRequest,
)
from ._runtime.client.errors import (
    Conflict as Conflict,
)
from ._runtime.client.errors import (
    ConnectError as ConnectError,
)
from ._runtime.client.errors import (
    ConnectTimeout as ConnectTimeout,
)
from ._runtime.client.errors import (
    ContentTooLarge as ContentTooLarge,
)
from ._runtime.client.errors import (
    CredentialsError as CredentialsError,
)
from ._runtime.client.errors import (
    DecodeError as DecodeError,
)
from ._runtime.client.errors import (
    Forbidden as Forbidden,
)
from ._runtime.client.errors import (
    MethodNotAllowed as MethodNotAllowed,
)
from ._runtime.client.errors import (
    NotFound as NotFound,
)
from ._runtime.client.errors import (
    PreconditionFailed as PreconditionFailed,
)
from ._runtime.client.errors import (
    ProtocolError as ProtocolError,
)
from ._runtime.client.errors import (
    RateLimited as RateLimited,
)
from ._runtime.client.errors import (
    ReadTimeout as ReadTimeout,
)
from ._runtime.client.errors import (
    ServerError as ServerError,
)
from ._runtime.client.errors import (
    StatusError as StatusError,
)
from ._runtime.client.errors import (
    TransportError as TransportError,
)
from ._runtime.client.errors import (
    Unauthorized as Unauthorized,
)
