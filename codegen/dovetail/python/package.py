"""The name that a package is imported by: made from the title of a description, or given and then judged."""

from __future__ import annotations

import keyword
import re
import sys
import unicodedata
from pathlib import PurePath
from typing import Final

LONGEST: Final = 100
_LONGEST_MADE: Final = 40
_WORD: Final = re.compile(r"[a-z0-9]+")
_VERSION: Final = re.compile(r"v?\d+([._]\d+)*")
_SAYING_NOTHING: Final = frozenset(
    "a an and api apis definition description docs documentation for http https of official openapi public reference "
    "rest restful schema spec specification swagger the yaml json yml".split()
)
_NEEDED: Final = frozenset(
    "annotated_types anyio attr attrs certifi charset_normalizer h11 httpcore httpcore2 httpx httpx2 idna "
    "jsonschema_rs multipart pydantic pydantic_core python_multipart requests starlette tests typing_extensions "
    "typing_inspection urllib3".split()
)
"""What a package needs itself, and would hide by its own name; and the folder of its tests."""
_DEVICES: Final = frozenset({"aux", "con", "nul", "prn", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})


def package_name(title: str, source: str) -> str:
    """A name for the package of an API: the words of its title that say which API it is, or else those of its file.

    `GitHub v3 REST API` is `github`. The name can always be imported, and hides nothing that the package needs.
    """
    for text in (title, PurePath(source).name.partition(".")[0], PurePath(source).parent.name):
        words = [word for word in _words(text) if word not in _SAYING_NOTHING and not _VERSION.fullmatch(word)]
        name = _shortened(words)
        if name:
            name = f"api_{name}" if name[0].isdigit() else name
            return name if fault_of_package(name) is None else f"{name}_api"
    return "api_client"


def fault_of_package(name: str) -> str | None:
    """What is wrong with the name of a package, `None` if nothing is."""
    if not name.isidentifier() or keyword.iskeyword(name) or not name.isascii():
        return "is not a name that Python can import; try letters, digits and _"
    if len(name) > LONGEST:
        return f"is longer than {LONGEST} characters"
    if not name.strip("_") or name.startswith("__"):
        return "is a name that Python keeps for itself; try a word"
    if name.lower() in _NEEDED or name.lower() in sys.stdlib_module_names:
        return "would hide a module of this name that is needed; try another, such as " + f"{name}_api"
    if name.lower() in _DEVICES:
        return "is the name of a device on some systems; try another, such as " + f"{name}_api"
    return None


def distribution_name(package: str) -> str:
    """The package's name as one installs it (PEP 503 and 508): dashes for underscores, none at the ends."""
    return re.sub("_+", "-", package.strip("_"))


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _WORD.findall(re.sub(r"'s\b|'", "", plain.lower()))


def _shortened(words: list[str]) -> str:
    name = ""
    for word in words:
        longer = f"{name}_{word}" if name else word[:_LONGEST_MADE]
        if len(longer) > _LONGEST_MADE:
            break
        name = longer
    return name
