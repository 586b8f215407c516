"""The corpus: real descriptions that nobody here wrote, found by its manifests."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class RealDocument:
    """One description of the corpus: its id in the manifest, its main file, and how many bytes it has in all."""

    name: str
    path: Path
    size: int

    @property
    def package(self) -> str:
        """The name under which its SDK is imported; no module of a library has it."""
        return "real_" + re.sub(r"[^0-9a-z]+", "_", self.name.lower()).strip("_")


def corpus_folder() -> Path:
    """Where the corpus is: `DOVETAIL_CORPUS`, or beside the project."""
    return Path(os.environ.get("DOVETAIL_CORPUS") or ROOT.parent / "shared" / "corpus")


def real_documents(patterns: Sequence[str] = ()) -> tuple[RealDocument, ...]:
    """The documents whose ids match one of the patterns (globs; all without any), the smallest first."""
    found = {document.name: document for document in _listed(corpus_folder())}
    chosen = [
        document
        for document in found.values()
        if not patterns or any(fnmatchcase(document.name, pattern) for pattern in patterns)
    ]
    return tuple(sorted(chosen, key=lambda document: (document.size, document.name)))


def _listed(corpus: Path) -> Iterator[RealDocument]:
    for manifest in sorted(corpus.glob("manifest.*.json")):
        content = json.loads(manifest.read_text(encoding="utf-8"))
        for spec in content.get("specs", ()):
            yield RealDocument(spec["id"], corpus / spec["file"], spec["bytes"])
        for tree in content.get("trees", ()):
            for number, root in enumerate(tree["roots"]):
                name = tree["id"] if number == 0 else f"{tree['id']}-{number + 1}"
                yield RealDocument(name, corpus / tree["dir"] / root["path"], tree["bytes"])
