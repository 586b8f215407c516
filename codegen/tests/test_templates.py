"""Templates decide nothing: whatever is not text, a name's attribute, a loop or a plain condition is rejected."""

from __future__ import annotations

import dataclasses
import re
import types
import typing
from pathlib import Path
from typing import Any

import pytest
from jinja2 import nodes

from dovetail.python import views
from dovetail.render.environment import environment

FOLDER = Path(views.__file__).parents[1] / "templates"
TEMPLATES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.jinja"))
ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.For,
    nodes.If,
    nodes.Include,
)


def view_of(text: str) -> type:
    """The class that the first comment of a template names."""
    found = re.match(r"\{# (\w+) #\}\n", text)
    assert found, "the first line names the view: {# SomethingView #}"
    return typing.cast("type", getattr(views, found[1]))


def faults(text: str) -> list[str]:
    """What a template does that it must not do."""
    found = []
    tree = environment().parse(text)
    for node in [tree, *tree.find_all(nodes.Node)]:
        if not isinstance(node, ALLOWED) and not _is_name_of_include(node, tree):
            found.append(f"line {node.lineno}: {type(node).__name__}")
        if isinstance(node, nodes.If) and not isinstance(node.test, nodes.Name | nodes.Getattr):
            found.append(f"line {node.lineno}: a condition that is no plain name")
        if isinstance(node, nodes.For) and (node.test or node.recursive or not isinstance(node.target, nodes.Name)):
            found.append(f"line {node.lineno}: a loop with conditions of its own")
    return found + _unknown_attributes(tree.body, {"view": view_of(text)})


def _is_name_of_include(node: nodes.Node, tree: nodes.Template) -> bool:
    return any(include.template is node for include in tree.find_all(nodes.Include))


def _unknown_attributes(body: list[Any], known: dict[str, Any]) -> list[str]:
    found = []
    for node in body:
        if isinstance(node, nodes.For):
            items = _type_of(node.iter, known)
            element = typing.get_args(items)[0] if typing.get_origin(items) is tuple else None
            if element is None:
                found.append(f"line {node.lineno}: what is looped over is no tuple")
            assert isinstance(node.target, nodes.Name)
            found += _unknown_attributes(node.body, {**known, node.target.name: element})
        elif isinstance(node, nodes.If):
            found += [] if _type_of(node.test, known) else [f"line {node.lineno}: an unknown name in a condition"]
            found += _unknown_attributes([*node.body, *node.else_], known)
        elif isinstance(node, nodes.Output):
            for part in node.nodes:
                if not isinstance(part, nodes.TemplateData) and _type_of(part, known) is not str:
                    found.append(f"line {part.lineno}: what is written is no string of the view")
    return found


def _type_of(node: nodes.Node, known: dict[str, Any]) -> Any:
    """The type of a name or attribute, by the annotations of the views; `None` if there is no such thing."""
    if isinstance(node, nodes.Name):
        return known.get(node.name)
    if isinstance(node, nodes.Getattr):
        owner = _type_of(node.node, known)
        if owner is not None and dataclasses.is_dataclass(owner):
            return typing.get_type_hints(owner, vars(views)).get(node.attr)
    return None


@pytest.mark.parametrize("name", TEMPLATES)
def test_template_has_no_logic(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert faults(text) == []
    assert len(text.splitlines()) <= 60


@pytest.mark.parametrize(
    "text",
    [
        "{{ view.doc | upper }}",
        "{{ view.doc() }}",
        "{{ view.doc ~ 'x' }}",
        "{{ view['doc'] }}",
        "{{ 'text' }}",
        "{{ view.nothing }}",
        "{{ view.classes }}",
        "{% set x = 1 %}",
        "{% macro m() %}{% endmacro %}",
        "{% if view.doc == 'x' %}{% endif %}",
        "{% if not view.doc %}{% endif %}",
        "{% for class in view.classes if class.name %}{% endfor %}",
        "{% for class in view.classes %}{{ class.title }}{% endfor %}",
        "{% for letter in view.doc %}{% endfor %}",
        "{{ other.doc }}",
    ],
)
def test_logic_is_found(text: str) -> None:
    assert faults("{# ResourcesView #}\n" + text)


def test_views_hold_strings_and_tuples_only() -> None:
    shown = [found for name, found in vars(views).items() if name.endswith("View")]
    assert len(shown) > 5
    for view in shown:
        assert view.__dataclass_params__.frozen, view
        for name, hint in typing.get_type_hints(view, vars(views)).items():
            assert not isinstance(hint, types.UnionType), f"{view.__name__}.{name}"
            element = typing.get_args(hint)[0] if typing.get_origin(hint) is tuple else hint
            assert element is str or element in shown, f"{view.__name__}.{name} is no string"


def test_no_template_stands_unused() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in Path(views.__file__).parent.glob("*.py"))
    text += "".join((FOLDER / name).read_text(encoding="utf-8") for name in TEMPLATES)
    patterns = {found.replace("{part}", r"\w+") for found in re.findall(r'"([\w/{}]+\.(?:py|toml|md)\.jinja)"', text)}
    assert patterns
    unused = [name for name in TEMPLATES if not any(re.fullmatch(pattern, name) for pattern in patterns)]
    assert unused == []
