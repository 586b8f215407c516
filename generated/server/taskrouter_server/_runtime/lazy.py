"""Packages whose members are imported when they are first asked for (PEP 562), and modules that need each other.

Two modules cannot both import a class of the other at their top. The names that would close such a circle are imported
for type checkers only; at run time the modules are given them when their annotations are first read.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Mapping
from importlib import import_module

_HOMES: dict[str, dict[str, str]] = {}
"""By package: the module of each member."""
_NAME = re.compile(r"\b[A-Z]\w*")


def lazily(
    package: str, members: Mapping[str, str]
) -> tuple[Callable[[str], object], Callable[[], list[str]], list[str]]:
    """Give a package's `__getattr__`, `__dir__` and `__all__`; `members` names what each module holds, with spaces."""
    homes = {name: module for module, names in members.items() for name in names.split()}
    _HOMES[package] = homes

    def getattr_(name: str) -> object:
        if name not in homes:
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message)
        found: object = getattr(import_module(f"{package}.{homes[name]}"), name)
        _link([_annotation_of(found)])
        vars(sys.modules[package])[name] = found
        return found

    return getattr_, lambda: sorted({*vars(sys.modules[package]), *homes}), sorted(homes)


def exports(package: str, homes: Mapping[str, str]) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Give the `__getattr__` and the `__dir__` of a package that offers names of modules anywhere in it.

    `homes` maps each name to the module it is defined in, relative to the package; an empty one to a module itself.
    """

    def getattr_(name: str) -> object:
        home = homes.get(name)
        if home is None:
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message)
        found: object = getattr(import_module(home, package), name) if home else import_module(f".{name}", package)
        vars(sys.modules[package])[name] = found
        return found

    return getattr_, lambda: sorted({*vars(sys.modules[package]), *homes})


def submodules(package: str) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Give the `__getattr__` and the `__dir__` of a package whose modules are imported when they are asked for."""

    def dir_() -> list[str]:
        from pkgutil import iter_modules

        return sorted(module.name for module in iter_modules(sys.modules[package].__path__))

    def getattr_(name: str) -> object:
        if name == "__all__":
            return dir_()
        module = f"{package}.{name}"
        try:
            if name.isidentifier() and not name.startswith("__"):
                return import_module(module)
        except ModuleNotFoundError as error:
            if error.name != module:
                raise
        message = f"module {package!r} has no attribute {name!r}"
        raise AttributeError(message)

    return getattr_, dir_


def link(class_: type) -> None:
    """Give the modules of a class, and of the aliases it names, what annotations there name and could not import."""
    if class_.__module__.rpartition(".")[0] in _HOMES:
        _link([(class_.__module__, text) for text in inspect.get_annotations(class_).values()])


def _annotation_of(found: object) -> tuple[str, object]:
    """The module of an alias, and what it stands for; of a class nothing."""
    return (getattr(found, "__module__", ""), getattr(found, "__value__", None))


def _link(pending: list[tuple[str, object]]) -> None:
    seen: set[tuple[str, str]] = set()
    while pending:
        module, text = pending.pop()
        package = module.rpartition(".")[0]
        homes = _HOMES.get(package, {})
        for name in _NAME.findall(text) if isinstance(text, str) else ():
            if name in homes and (module, name) not in seen:
                seen.add((module, name))
                found: object = getattr(import_module(f"{package}.{homes[name]}"), name)
                vars(sys.modules[module]).setdefault(name, found)
                pending.append(_annotation_of(found))
