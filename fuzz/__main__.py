"""`python -m fuzz --minutes N --seed S`: looks for documents that the tool cannot handle; exits with 1 if there are."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from codegen.tests.hostile import HOSTILE
from codegen.tests.hostile.guard import ROOT

from .found import Found

_WAYS = ("descriptions", "changes", "bytes")
_LARGEST_SEED = 8192
_RUNS = re.compile(r"Done (\d+) runs|#(\d+)\s+\w+")


def main() -> None:
    """Fuzz one way, or each for its part of the time."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10, help="processor time to spend (default 10)")
    parser.add_argument("--seed", type=int, default=1, help="where chance begins (default 1)")
    parser.add_argument("--way", choices=(*_WAYS, "all"), default="all")
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"), help="the folder for what is found")
    chosen = parser.parse_args()
    ways = _WAYS if chosen.way == "all" else (chosen.way,)
    seconds = chosen.minutes * 60 / len(ways)
    total = sum(_fuzzed(way, seconds, chosen.seed, chosen.keep / way) for way in ways)
    sys.exit(1 if total else 0)


def _fuzzed(way: str, seconds: float, seed: int, keep: Path) -> int:
    """Fuzz one way and say what came of it; gives how many kinds of faults there are."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as temporary:
        folder = Path(temporary)
        if way == "bytes":
            tried = _bytes(seconds, seed, folder, keep)
            kinds = len(list(keep.glob("*.txt")))
        else:
            from . import changes, descriptions, whole

            found = Found(keep)
            made = descriptions.descriptions if way == "descriptions" else changes.changed()
            tried = whole.run(made, seconds, seed, folder, found)
            kinds = len(found.counts)
    sys.stdout.write(
        f"{way}: {tried:,} tried in {seconds / 60:.1f} minutes, seed {seed}: {kinds} kinds of faults in {keep}\n"
    )
    return kinds


def _bytes(seconds: float, seed: int, folder: Path, keep: Path) -> int:
    """A process of its own, as libFuzzer ends the one that it runs in."""
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, content in enumerate(_seeds()):
        (corpus / f"{number:04d}").write_bytes(content)
    command = [sys.executable, "-m", "fuzz.readers", str(seconds), str(seed), str(folder), str(keep), str(corpus)]
    done = subprocess.run(  # noqa: S603 - this interpreter
        command, cwd=ROOT, capture_output=True, text=True, errors="replace", check=False
    )
    counts = [int(first or second) for first, second in _RUNS.findall(done.stderr)]
    if done.returncode:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / "ended.txt").write_text(f"ended with {done.returncode}\n\n{done.stderr[-5000:]}", encoding="utf-8")
    return max(counts, default=0)


def _seeds() -> list[bytes]:
    """The small ones of the hostile documents, of the golden cases and of the bad descriptions."""
    tests = ROOT / "codegen" / "tests"
    paths = [*tests.glob("cases/*/spec.*"), *tests.glob("spec/cases_bad/*/*.yaml"), tests / "spec" / "whole.yaml"]
    contents = [path.read_bytes() for path in paths]
    contents += [content for hostile in HOSTILE.values() for content in _contents(hostile.files())]
    return [content for content in contents if len(content) <= _LARGEST_SEED]


def _contents(files: object) -> list[bytes]:
    return [content for content in files.values() if isinstance(content, bytes)] if isinstance(files, dict) else []


if __name__ == "__main__":
    main()
