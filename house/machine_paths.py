"""Finds what belongs to one machine in the tracked files: home directories, this checkout's place, indexes of packages.

Prints each as `path:line: …` and exits 1 if there is one.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from house.limits import ROOT, tracked


def pattern() -> re.Pattern[str]:
    """What no tracked file may hold; the place of this checkout and the user's home are looked up, not listed."""
    here = {str(place) for place in (ROOT, ROOT.parent, Path.home()) if len(place.parts) > 1}
    return re.compile(
        rf"""(?<![\w.~$}}/-])(?:{"|".join(map(re.escape, sorted(here)))})/[\w.-]
          | (?<![\w.~$}}/-])/(?:root|Users|home/[a-z][\w-]*)/[\w.-]
          | --(?:index-url|extra-index-url|find-links|trusted-host)[ =]\S
          | [A-Z]:\\Users\\
        """,
        re.VERBOSE,
    )


def complaints() -> Iterator[str]:
    """Every line of a tracked text file that names a place of one machine."""
    personal = pattern()
    for path in tracked():
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(lines, start=1):
            if found := personal.search(line):
                yield f"{path.relative_to(ROOT)}:{number}: {found.group().strip()!r} belongs to one machine"


def main() -> int:
    """Print what is found; 1 if anything is."""
    found = list(complaints())
    print("\n".join(found) or "machine paths: none in the tracked files")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
