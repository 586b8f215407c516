"""What can be done with each resource. Generated from spec.yaml; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import submodules

if TYPE_CHECKING:
    from . import good_labels as good_labels
    from . import good_owners as good_owners
    from . import health as health
    from . import label_prints as label_prints
    from . import root as root
    from . import shelf_goods as shelf_goods
    from . import shop_doors as shop_doors
    from . import shop_shelves as shop_shelves
    from . import shops as shops
else:
    __getattr__, __dir__ = submodules(__name__)
