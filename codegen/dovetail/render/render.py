"""The render stage: from the plan to the text of every file. It decides nothing."""

from __future__ import annotations

from ..python.views import Plan
from .environment import environment
from .style import Known, styled, unknown


def render(plan: Plan, known: Known = unknown) -> dict[str, str]:
    """Give the text of every file by its path; the same plan gives the same bytes, on any machine.

    What is `known` is not formatted again.
    """
    templates = environment()
    rendered = {}
    for file in plan.files:
        if file.template:
            rendered[file.path] = templates.get_template(file.template).render(view=file.view).lstrip("\n")
        else:
            rendered[file.path] = file.text
    made = {path: text for path, text in rendered.items() if path.endswith(".py") and "/_runtime/" not in path}
    return rendered | styled(made, known)
