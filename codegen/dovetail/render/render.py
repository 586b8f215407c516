"""The render stage: from the plan to the text of every file. It decides nothing."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, TemplateError, TemplateSyntaxError

from ..errors import UsageError
from ..python.views import File, Plan
from .environment import environment
from .style import Known, styled, unknown


def render(plan: Plan, known: Known = unknown, own: Path | None = None) -> dict[str, str]:
    """Give the text of every file by its path; the same plan gives the same bytes, on any machine.

    What is `known` is not formatted again. Templates in the folder `own` stand for those of the same name.
    Raises `UsageError` where one of those is no template, asks for what is not there, or makes what is no Python.
    """
    templates = environment(own)
    rendered = {}
    for file in plan.files:
        if file.template:
            rendered[file.path] = _rendered(templates, file, own)
        else:
            rendered[file.path] = file.text
    made = {path: text for path, text in rendered.items() if path.endswith((".py", ".md")) and "/_runtime/" not in path}
    try:
        return rendered | styled(made, known)
    except RuntimeError as error:
        if own is None:
            raise
        raise UsageError(f"what the templates in {own} make is no Python: {error}") from None


def _rendered(templates: Environment, file: File, own: Path | None) -> str:
    try:
        return templates.get_template(file.template).render(view=file.view).lstrip("\n")
    except TemplateError as error:
        if own is None:
            raise
        at = f"{error.filename or error.name}:{error.lineno}" if isinstance(error, TemplateSyntaxError) else own
        raise UsageError(f"{at}: {error.message or error} (for {file.path})") from None
