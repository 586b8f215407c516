"""Words of names: taken apart, put together without saying one twice, and English plurals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import count
from typing import Final

WORD: Final = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z][a-z\d]*|[A-Z]+(?:\d[a-z\d]*)?|\d[a-z\d]*")
"""A word of an identifier, with the digits that stand next to its letters: `sha256`, `S3`, `k8s`."""

_IRREGULAR: Final = {
    "aliases": "alias",
    "analyses": "analysis",
    "canvases": "canvas",
    "children": "child",
    "criteria": "criterion",
    "halves": "half",
    "indices": "index",
    "knives": "knife",
    "leaves": "leaf",
    "matrices": "matrix",
    "people": "person",
    "shelves": "shelf",
    "vertices": "vertex",
    "women": "woman",
    "wolves": "wolf",
}

_ALIKE: Final = frozenset(
    "aws cors css devops dns gps https iaas ios kubernetes mms news nfs os paas rss saas series ses sms sns species "
    "sqs tls vps".split()
)
"""Words that end as plurals do, and of which there are no others."""


def words(text: str) -> list[str]:
    """The words of an identifier, as they are written: `bookTitle` and `book-title` are both `book` and a title."""
    return list(_words(text))


@lru_cache(maxsize=1 << 16)
def _words(text: str) -> tuple[str, ...]:
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return tuple(WORD.findall(plain))


def folded(text: str) -> str:
    """What two names have in common if they differ in case and punctuation alone."""
    return "".join(words(text)).lower()


def joined(owner: str, name: str) -> str:
    """A name below its owner, in words: those it begins with are not said again if the owner ends in them."""
    own, below = [word.lower() for word in words(owner)], words(name) or ["value"]
    most = min(len(own), len(below) - 1)
    lower = [word.lower() for word in below]
    overlap = next((count for count in range(most, 0, -1) if own[-count:] == lower[:count]), 0)
    return " ".join([owner, *below[overlap:]])


def tried(wanted: Sequence[str]) -> Iterator[str]:
    """The names wanted, best first, and after them the last with a number, from 2."""
    yield from wanted
    yield from (f"{wanted[-1]} {number}" for number in count(2))


def singular(name: str) -> str:
    """An English plural's singular, by its ending: `Activities` is `Activity`, `Houses` is `House`."""
    lower = name.lower()
    for plural, single in _IRREGULAR.items():
        if lower.endswith(plural):
            # What is written in capitals or begins with one stays so.
            kept = len(name) - len(plural)
            ending = single.upper() if name[kept:].isupper() else name[kept] + single[1:]
            return name[:kept] + ending
    if lower.endswith(("series", "species", "news")) or (words(lower) or [""])[-1] in _ALIKE:
        return name
    if lower.endswith("ies") and len(name) > 4:
        return name[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes", "uses")) and not lower.endswith(("ouses", "auses", "caches")):
        return name[:-2]
    is_plural = name.endswith("s") and name[-2:-1].isalnum() and not name.endswith(("ss", "us", "is"))
    return name[:-1] if is_plural else name
