"""What answers hold. Generated from spec.yaml; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazily

if TYPE_CHECKING:
    from .crews import ListCrewsResponse as ListCrewsResponse
    from .logs import ListLogsResponse as ListLogsResponse
    from .logs import ListLogsResponseMeta as ListLogsResponseMeta
    from .ports import ListPortsResponse as ListPortsResponse
    from .shared import Boat as Boat
    from .tides import ListTidesResponse as ListTidesResponse
    from .tides import ListTidesResponseMeta as ListTidesResponseMeta
    from .winds import ListWindsResponse as ListWindsResponse
    from .winds import ListWindsResponseMeta as ListWindsResponseMeta
else:
    __getattr__, __dir__, __all__ = lazily(
        __name__,
        {
            "shared": ("Boat"),
            "crews": ("ListCrewsResponse"),
            "logs": ("ListLogsResponse ListLogsResponseMeta"),
            "ports": ("ListPortsResponse"),
            "tides": ("ListTidesResponse ListTidesResponseMeta"),
            "winds": ("ListWindsResponse ListWindsResponseMeta"),
        },
    )
