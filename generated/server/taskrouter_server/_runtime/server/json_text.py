"""JSON text, strictly: what two readers could take for two different values is refused."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

SURROGATE_ESCAPE = re.compile(rb"\\u[dD][89a-fA-F]")


class Unreadable(ValueError):
    """These bytes are not what their media type says, such as JSON text; the message says what is wrong."""


def json_value(text: bytes) -> Any:
    """Read JSON text (RFC 8259): UTF-8, no NaN, no member twice (RFC 7493, 2.3), no half of a surrogate pair.

    Raises:
        Unreadable: it is not.
    """
    try:
        value = json.loads(text.decode("utf-8"), parse_constant=_no_constant, object_pairs_hook=_no_twin)
        if SURROGATE_ESCAPE.search(text):
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeDecodeError:
        raise Unreadable("is not UTF-8") from None
    except UnicodeEncodeError:
        raise Unreadable("holds half a surrogate pair, which is no Unicode text") from None
    except json.JSONDecodeError as error:
        raise Unreadable(f"is not JSON: {error.msg} at line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise Unreadable("is JSON nested too deeply") from None
    except Unreadable:
        raise
    except ValueError:
        raise Unreadable("holds a number of too many digits") from None
    return value


def _no_constant(name: str) -> NoReturn:
    raise Unreadable(f"is not JSON: {name} is no JSON value")


def _no_twin(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise Unreadable("is JSON with a member named twice")
    return value
