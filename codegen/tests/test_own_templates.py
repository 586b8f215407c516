"""Templates of the user's own stand for ours one by one; what is wrong with them is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.tests.generating import CASES
from dovetail.config import Generation
from dovetail.errors import UsageError
from dovetail.generate import generate


def made(tmp_path: Path, name: str, text: str) -> Path:
    """Generate with one template of one's own."""
    own = tmp_path / "own" / name
    own.parent.mkdir(parents=True)
    own.write_text(text, encoding="utf-8")
    spec, output = CASES / "one_get" / "spec.yaml", tmp_path / "out"
    generate(Generation(spec=spec, output=output, package="shown", templates=tmp_path / "own"))
    return output


def test_a_template_of_ones_own_stands_for_ours(tmp_path: Path) -> None:
    output = made(tmp_path, "sdk/README.md.jinja", "Ours: {{ view.package }}\n")
    assert (output / "README.md").read_text(encoding="utf-8") == "Ours: shown\n"
    assert (output / "shown" / "client.py").exists(), "all others are as they were"


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("sdk/REDME.md.jinja", "", r"REDME\.md\.jinja: unknown template; did you mean sdk/README\.md\.jinja"),
        ("sdk/README.md.jinja", "{{ view.nothing }}", r"has no attribute 'nothing' \(for README\.md\)"),
        ("sdk/README.md.jinja", "\n{% for %}", r"README\.md\.jinja:2: .*\(for README\.md\)"),
        ("sdk/errors.py.jinja", "class", r"what the templates in .* make is no Python"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(name: str, text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=message):
        made(tmp_path, name, text)
    assert not (tmp_path / "out").exists()
