"""What a method of an SDK gives, waited for and read to its end, and the JSON, text or bytes that it stands for."""

from __future__ import annotations

import inspect
from typing import Any

from pydantic import TypeAdapter

_ANY: TypeAdapter[Any] = TypeAdapter(Any)


async def finished(result: Any, driver: str) -> Any:
    """Wait for what a method gave: the first page of a pager, all of a download, every item of a stream."""
    if inspect.isawaitable(result):
        result = await result
    match driver:
        case "pages":
            pages = result.pages()
            return await anext(pages) if hasattr(pages, "__anext__") else next(pages)
        case "download":
            content = result.read()
            return await content if inspect.isawaitable(content) else content
        case "stream":
            if hasattr(result, "__aiter__"):
                return [item async for item in result]
            return list(result)
    return result


def written(result: Any) -> Any:
    """A value of an SDK as JSON: what it would send, were it to send it; text and bytes as they are."""
    if isinstance(result, str | bytes) and not hasattr(result, "__pydantic_serializer__"):
        return result
    return _ANY.dump_python(result, mode="json", by_alias=True, exclude_unset=True, warnings=False)
