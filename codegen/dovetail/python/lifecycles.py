"""The life cycles of an API as a module of data: states, and the transitions that the overlay declares."""

from __future__ import annotations

from ..api.model import Api
from .docstrings import literal
from .names import constant
from .views import AliasView, DeclarationsView


def lifecycles_view(api: Api, source: str) -> DeclarationsView:
    """The view of the module: for each life cycle its initial states and its transitions, as `Transition` values."""
    aliases = []
    for lifecycle in api.lifecycles:
        rows = ", ".join(
            f"Transition({literal(step.before)}, {literal(step.after)}, {literal(step.by)})"
            for step in sorted(lifecycle.transitions, key=lambda step: (step.before, step.after))
        )
        given = ", ".join(literal(part) for part in (lifecycle.schema, lifecycle.property, lifecycle.initial))
        value = f"Lifecycle({given}, ({rows},))"
        aliases.append(AliasView(name=constant(lifecycle.schema), value=value, doc=""))
    return DeclarationsView(
        doc=f"The states that things go through, and who takes which step. {source}",
        imports="",
        aliases=tuple(aliases),
        classes=(),
    )
