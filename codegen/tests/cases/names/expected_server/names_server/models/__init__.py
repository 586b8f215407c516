"""What requests and answers hold. Generated from spec.yaml; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazily

if TYPE_CHECKING:
    from .class_ import Class_2 as Class_2
    from .list_ import Class as Class
    from .list_ import List as List
    from .models import Literal_ as Literal_
    from .models import Model_ as Model_
    from .shared_ import Any_ as Any_
    from .shared_ import Datetime as Datetime
    from .value_2fa import Value2fa as Value2fa
else:
    __getattr__, __dir__, __all__ = lazily(
        __name__,
        {
            "class_": ("Class_2"),
            "list_": ("Class List"),
            "models": ("Literal_ Model_"),
            "shared_": ("Any_ Datetime"),
            "value_2fa": ("Value2fa"),
        },
    )
