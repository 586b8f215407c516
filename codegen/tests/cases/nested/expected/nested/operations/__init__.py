"""Every operation as data, for `client.send`. Generated from spec.yaml; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import submodules

if TYPE_CHECKING:
    from . import goods_owners as goods_owners
    from . import health as health
    from . import labels_prints as labels_prints
    from . import root as root
    from . import shared as shared
    from . import shelves_goods as shelves_goods
    from . import shops as shops
    from . import shops_doors as shops_doors
    from . import shops_shelves as shops_shelves
else:
    __getattr__, __dir__ = submodules(__name__)
