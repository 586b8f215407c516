"""What can be done with each resource. Generated from spec.yaml; do not edit."""

from . import (
    goods_owners as goods_owners,
    health as health,
    labels_prints as labels_prints,
    root as root,
    shelves_goods as shelves_goods,
    shops as shops,
    shops_close as shops_close,
    shops_doors as shops_doors,
    shops_shelves as shops_shelves,
)
